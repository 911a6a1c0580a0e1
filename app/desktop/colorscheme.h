// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace clusterdeck
{

/// The colour scheme that the desktop prefers for all programs.
enum class ColorScheme { NoPreference, Dark, Light };

/// Reads the desktop's preference from its settings portal (org.freedesktop.portal.Settings on the
/// session's D-Bus, color-scheme of org.freedesktop.appearance), and again whenever that changes.
/// For Qt before 6.5, which does not tell it. Nothing waits for an answer; where nobody answers
/// there is no preference, and the log says so.
class ColorSchemePortal : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Begins to read and to listen. The bus is not touched before; calling it again does nothing.
    void listen();
    /// As far as it is known by now.
    [[nodiscard]] ColorScheme scheme() const { return m_scheme; }

signals:
    void changed();

private slots:
    void ask();

private:
    void ask(const QString &method);

    ColorScheme m_scheme = ColorScheme::NoPreference;
    bool m_listening = false;
};

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace clusterdeck
{

/// The colour scheme that the desktop prefers for all programs.
enum class ColorScheme { NoPreference, Dark, Light };

/// Reads the preference from the desktop's settings portal (org.freedesktop.portal.Settings on the
/// session's D-Bus, color-scheme of org.freedesktop.appearance) and follows its changes. For Qt
/// before 6.5, which has no such function. Never blocks. Without an answer there is no preference,
/// and this is logged.
class ColorSchemePortal : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Reads the preference and follows changes. The bus is not used before. A second call does
    /// nothing.
    void listen();
    /// NoPreference until an answer has come.
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

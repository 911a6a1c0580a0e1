// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <memory>

namespace clusterdeck
{

/// What the desktop is to show. Plain text; whatever a desktop would take for markup in it is
/// escaped here.
struct DesktopNotice {
    QString title;
    QString body;       ///< may have lines
    bool stays = false; ///< until somebody looks; else as long as the desktop thinks fit
    QString action;     ///< what a click on it does, in words
};

/// Speaks through the desktop's notification service (org.freedesktop.Notifications on the
/// session's D-Bus; freedesktop's Desktop Notifications Specification 1.2). The bus is not touched
/// before the first show(). Nothing waits for an answer; where nobody answers nothing is shown, and
/// the log says so.
class DesktopNotifier : public QObject
{
    Q_OBJECT

public:
    explicit DesktopNotifier(QObject *parent = nullptr);
    ~DesktopNotifier() override;

    /// Shows it in place of what was shown under the same key and is still there.
    void show(const QString &key, const DesktopNotice &notice);
    /// Takes it away. Nothing happens when it is not there (any more).
    void close(const QString &key);

signals:
    /// Somebody clicked on it; it is gone. `token`: what a window needs on Wayland to come to the
    /// front (xdg-activation); may be empty.
    void activated(const QString &key, const QString &token);

private:
    class Bus;
    std::unique_ptr<Bus> m_bus;
};

} // namespace clusterdeck

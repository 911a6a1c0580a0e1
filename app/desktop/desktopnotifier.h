// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <memory>

namespace clusterdeck
{

/// A notification. Plain text: DesktopNotifier escapes markup.
struct DesktopNotice {
    QString title;
    QString body;       ///< may have several lines
    bool stays = false; ///< until the user closes it; otherwise as long as the desktop decides
    QString action;     ///< the label for the click action; empty: no action
};

/// Shows notifications with the desktop's service (org.freedesktop.Notifications on the session's
/// D-Bus; freedesktop's Desktop Notifications Specification 1.2). The bus is not used before the
/// first show(). Never blocks. Without a service nothing is shown, and this is logged.
class DesktopNotifier : public QObject
{
    Q_OBJECT

public:
    explicit DesktopNotifier(QObject *parent = nullptr);
    ~DesktopNotifier() override;

    /// Shows a notification. It replaces a visible one with the same key.
    void show(const QString &key, const DesktopNotice &notice);
    /// Closes a notification, if it is visible.
    void close(const QString &key);

signals:
    /// The user clicked on a notification, which is closed now. `token`: for raising a window on
    /// Wayland (xdg-activation); may be empty.
    void activated(const QString &key, const QString &token);

private:
    class Bus;
    std::unique_ptr<Bus> m_bus;
};

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batch/batchnotification.h"
#include "app/operations/operationservice.h"

class QAction;
class QMenu;
class QSystemTrayIcon;

namespace clusterdeck
{

class DesktopNotifier;
class TaskbarProgress;

/// What the desktop shows of the program outside of its windows: a notification a batch while
/// nobody looks, progress in the task bar while one runs, and, when the person wants it, an icon in
/// the tray. Makes nothing of that, and does not touch the desktop, before it is needed.
class DesktopPresence : public QObject
{
    Q_OBJECT

public:
    /// `window` comes to the front when somebody clicks; closing it ends the program as ever.
    /// `showActivity` is what follows a click on a notification.
    DesktopPresence(OperationService &operationService, Clock &clock, QAction *showActivity,
                    QWidget *window);
    ~DesktopPresence() override;

    void setDemo(bool demo) { m_demo = demo; }

    /// Whether the desktop is told of anything; what it was told of stays.
    void setNotifies(bool notifies) { m_notifies = notifies; }
    [[nodiscard]] bool notifies() const { return m_notifies; }

    /// Adds trayAction() to a menu, which shows it while the desktop has a tray.
    void addTo(QMenu *menu);
    /// Checkable: whether there is an icon in the tray. Off at first.
    [[nodiscard]] QAction *trayAction() const { return m_trayAction; }

signals:
    /// The person chose something that the window should remember.
    void changed();

private:
    struct Watched {
        BatchRunner *runner = nullptr;
        BatchNotification told = BatchNotification::None; ///< or seen
        bool shown = false;
    };
    void watch(BatchRunner *runner);
    void updateSoon();
    void update();
    void tell(Watched &watched, BatchNotification notification);
    void looked();
    void showProgress();
    void showTray(bool shown);
    void bringForward(const QString &token = {});
    [[nodiscard]] QString trayText() const;
    [[nodiscard]] DesktopNotifier &notifier();

    OperationService &m_operationService;
    Clock &m_clock;
    QAction *m_showActivity;
    QWidget *m_window;
    QAction *m_trayAction;
    QList<Watched> m_watched;
    std::unique_ptr<DesktopNotifier> m_notifier;
    std::unique_ptr<TaskbarProgress> m_progress;
    std::unique_ptr<QSystemTrayIcon> m_tray;
    bool m_inFront;      ///< any window of ours will do: whoever works in one sees the others
    bool m_soon = false; ///< a thousand items that move together are looked at once
    bool m_demo = false;
    bool m_notifies = true;
};

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batch/batchnotification.h"
#include "app/operations/operationservice.h"
#include "app/support/datakind.h"

class QAction;
class QMenu;
class QSystemTrayIcon;

namespace clusterdeck
{

class DesktopNotifier;
class Settings;
class TaskbarProgress;

/// The program on the desktop outside its windows: a notification per batch while no window of the
/// program is active, progress in the task bar while a batch runs, and an optional icon in the
/// system tray. Contacts the desktop's services only when one of these is needed.
class DesktopPresence : public QObject
{
    Q_OBJECT

public:
    /// `window` owns this. A click on the icon or a notification brings `window` to the front;
    /// closing `window` still ends the program. `showActivity` is triggered after a click on a
    /// notification.
    DesktopPresence(OperationService &operationService, Settings &settings, Clock &clock,
                    QAction *showActivity, QWidget *window);
    ~DesktopPresence() override;

    /// What notifications begin with.
    void setDataKind(DataKind dataKind) { m_dataKind = dataKind; }

    /// Adds trayAction() to a menu, which shows it while the desktop has a tray.
    void addTo(QMenu *menu);
    /// Checkable: shows the icon in the tray.
    [[nodiscard]] QAction *trayAction() const { return m_trayAction; }

private:
    struct Watched {
        BatchRunner *runner = nullptr;
        BatchNotification notification = BatchNotification::None; ///< the current one, shown or not
        bool shown = false;                                       ///< it is on the desktop now
    };
    void watch(BatchRunner *runner);
    void updateSoon();
    void update();
    void notify(Watched &watched, BatchNotification notification);
    void closeNotifications();
    void showProgress();
    void showTray(bool shown);
    void bringForward(const QString &token = {});
    [[nodiscard]] QString trayText() const;
    [[nodiscard]] DesktopNotifier &notifier();

    OperationService &m_operationService;
    Settings &m_settings;
    Clock &m_clock;
    QAction *m_showActivity;
    QWidget *m_window;
    QAction *m_trayAction;
    QList<Watched> m_watched;
    std::unique_ptr<DesktopNotifier> m_notifier;
    std::unique_ptr<TaskbarProgress> m_progress;
    std::unique_ptr<QSystemTrayIcon> m_tray;
    bool m_inFront;      ///< whether any window of the program is active
    bool m_soon = false; ///< update() is scheduled: one call serves changes in quick succession
    DataKind m_dataKind = DataKind::Real;
};

} // namespace clusterdeck

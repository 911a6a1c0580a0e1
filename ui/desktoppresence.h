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
class Settings;
class TaskbarProgress;

/// The program on the desktop outside its windows: a notification per batch while no window is
/// active, progress in the task bar while a batch runs, and an optional icon in the tray. Creates
/// nothing and does not contact the desktop before it is needed.
class DesktopPresence : public QObject
{
    Q_OBJECT

public:
    /// A click on the icon or a notification brings `window` to the front; closing it still ends
    /// the program. `showActivity` is called after a click on a notification.
    DesktopPresence(OperationService &operationService, Settings &settings, Clock &clock,
                    QAction *showActivity, QWidget *window);
    ~DesktopPresence() override;

    void setDemo(bool demo) { m_demo = demo; }

    /// Adds trayAction() to a menu, which shows it while the desktop has a tray.
    void addTo(QMenu *menu);
    /// Checkable: whether there is an icon in the tray.
    [[nodiscard]] QAction *trayAction() const { return m_trayAction; }

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
    Settings &m_settings;
    Clock &m_clock;
    QAction *m_showActivity;
    QWidget *m_window;
    QAction *m_trayAction;
    QList<Watched> m_watched;
    std::unique_ptr<DesktopNotifier> m_notifier;
    std::unique_ptr<TaskbarProgress> m_progress;
    std::unique_ptr<QSystemTrayIcon> m_tray;
    bool m_inFront;      ///< true for any window of the program
    bool m_soon = false; ///< a thousand items that move together are looked at once
    bool m_demo = false;
};

} // namespace clusterdeck

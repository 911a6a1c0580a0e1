// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktoppresence.h"

#include "app/desktop/desktopnotifier.h"
#include "app/desktop/taskbarprogress.h"
#include "ui/operations/notificationtext.h"
#include "ui/settings/settings.h"
#include "ui/theme/glyphs.h"
#include "ui/words/verbtext.h"

#include <QAction>
#include <QGuiApplication>
#include <QMenu>
#include <QSystemTrayIcon>

namespace clusterdeck
{

namespace
{

bool countsDown(const BatchRunner &runner)
{
    return runner.undoWindowLeft().has_value() && runner.tally().unsent() > 0;
}

} // namespace

DesktopPresence::DesktopPresence(OperationService &operationService, Settings &settings,
                                 Clock &clock, QAction *showActivity, QWidget *window)
    : QObject(window)
    , m_operationService(operationService)
    , m_settings(settings)
    , m_clock(clock)
    , m_showActivity(showActivity)
    , m_window(window)
    , m_trayAction(new QAction(tr("&Show in the Tray"), this))
    , m_inFront(QGuiApplication::applicationState() == Qt::ApplicationActive)
{
    m_trayAction->setObjectName(QStringLiteral("Tray"));
    m_trayAction->setCheckable(true);
    connect(m_trayAction, &QAction::toggled, this,
            [this](bool shown) { m_settings.set(setting::Tray, shown); });
    settings.follow(setting::Tray, this, [this](bool shown) {
        m_trayAction->setChecked(shown);
        showTray(shown);
    });
    connect(&operationService, &OperationService::batchAdded, this, &DesktopPresence::watch);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this,
            [this](Qt::ApplicationState state) {
                m_inFront = state == Qt::ApplicationActive;
                if (m_inFront)
                    closeNotifications();
            });
    for (BatchRunner *runner : operationService.batches())
        watch(runner);
}

DesktopPresence::~DesktopPresence() = default;

void DesktopPresence::addTo(QMenu *menu)
{
    menu->addAction(m_trayAction);
    connect(menu, &QMenu::aboutToShow, m_trayAction,
            [this] { m_trayAction->setVisible(QSystemTrayIcon::isSystemTrayAvailable()); });
}

void DesktopPresence::watch(BatchRunner *runner)
{
    m_watched.append({runner});
    connect(runner, &BatchRunner::itemChanged, this, &DesktopPresence::updateSoon);
    connect(runner, &BatchRunner::holdChanged, this, &DesktopPresence::updateSoon);
    connect(runner, &BatchRunner::finished, this, &DesktopPresence::updateSoon);
    updateSoon();
}

void DesktopPresence::updateSoon()
{
    if (std::exchange(m_soon, true))
        return;
    m_clock.callLater(std::chrono::milliseconds(250), this, [this] {
        m_soon = false;
        update();
    });
}

void DesktopPresence::update()
{
    for (Watched &watched : m_watched) {
        const BatchNotification notification =
            notificationOf(watched.runner->batch(), countsDown(*watched.runner));
        if (notification != std::exchange(watched.notification, notification))
            notify(watched, notification);
    }
    showProgress();
    if (m_tray)
        m_tray->setToolTip(trayText());
    // No further notifications for a batch that has ended.
    m_watched.removeIf(
        [](const Watched &watched) { return watched.runner->isFinished() && !watched.shown; });
}

void DesktopPresence::notify(Watched &watched, BatchNotification notification)
{
    const Batch &batch = watched.runner->batch();
    if (notification == BatchNotification::None && watched.shown)
        notifier().close(batch.id);
    watched.shown = notification != BatchNotification::None && !m_inFront &&
                    m_settings.value(setting::Notifications);
    if (!watched.shown)
        return;
    const auto left = watched.runner->undoWindowLeft().value_or(std::chrono::milliseconds(0));
    notifier().show(batch.id, noticeOf(batch, notification, m_dataKind,
                                       m_clock.utcNow().addMSecs(left.count())));
}

/// Closes the notifications that are shown: with an active window the user sees the batches.
void DesktopPresence::closeNotifications()
{
    for (Watched &watched : m_watched) {
        if (std::exchange(watched.shown, false))
            notifier().close(watched.runner->batch().id);
    }
    update();
}

void DesktopPresence::showProgress()
{
    qint64 ended = 0;
    qint64 all = 0;
    bool wanted = false;
    for (const Watched &watched : std::as_const(m_watched)) {
        wanted = wanted || (watched.shown && mustBeSeen(watched.notification));
        if (watched.runner->isFinished())
            continue;
        ended += watched.runner->tally().ended();
        all += watched.runner->batch().items.size();
    }
    if (all == 0 && !wanted) {
        m_progress.reset();
        return;
    }
    if (!m_progress)
        m_progress = std::make_unique<TaskbarProgress>();
    m_progress->show(all == 0 ? 100 : int(ended * 100 / all), wanted);
}

DesktopNotifier &DesktopPresence::notifier()
{
    if (!m_notifier) {
        m_notifier = std::make_unique<DesktopNotifier>();
        connect(m_notifier.get(), &DesktopNotifier::activated, this,
                [this](const QString &, const QString &token) {
                    bringForward(token);
                    m_showActivity->trigger();
                });
    }
    return *m_notifier;
}

void DesktopPresence::bringForward(const QString &token)
{
    if (!token.isEmpty()) // Qt reads it when it asks the compositor to activate a window
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

QString DesktopPresence::trayText() const
{
    QStringList lines{QGuiApplication::applicationDisplayName()};
    for (const BatchRunner *runner : m_operationService.batches()) {
        if (!runner->isFinished())
            lines.append(endText(runner->batch()));
    }
    return lines.join(u'\n');
}

void DesktopPresence::showTray(bool shown)
{
    if (!shown) {
        m_tray.reset();
        return;
    }
    if (m_tray)
        return;
    m_tray = std::make_unique<QSystemTrayIcon>(applicationIcon());
    auto *menu = new QMenu(m_window);
    menu->addAction(tr("&Show Clusterdeck"), this, [this] { bringForward(); });
    menu->addSeparator();
    menu->addAction(tr("&Quit"), this, [this] {
        bringForward(); // closing may ask, in front of the window
        m_window->close();
    });
    connect(m_tray.get(), &QObject::destroyed, menu, &QObject::deleteLater);
    m_tray->setContextMenu(menu);
    m_tray->setToolTip(trayText());
    connect(m_tray.get(), &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger)
                    bringForward();
            });
    m_tray->show();
}

} // namespace clusterdeck

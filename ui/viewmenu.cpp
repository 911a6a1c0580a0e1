// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmenu.h"

#include "app/session.h"
#include "ui/charts/chartswindow.h"
#include "ui/charts/timelinewindow.h"
#include "ui/clusters/details/detailspane.h"
#include "ui/clusters/table/clusterpane.h"
#include "ui/history/historywindow.h"
#include "ui/operations/activitypane.h"
#include "ui/settings/settings.h"
#include "ui/widgets/actions.h"

#include <QActionGroup>
#include <QApplication>
#include <QMainWindow>
#include <QTimer>

namespace clusterdeck
{

ViewMenu::ViewMenu(Session &session, Settings &settings, ActivityPane &activity, ClusterPane &pane,
                   QMainWindow *window)
    : QMenu(tr("&View"), window)
    , m_session(session)
    , m_window(window)
    , m_table(*pane.table())
{
    createDetails();
    activity.toggleViewAction()->setText(tr("&Activity"));
    addAction(activity.toggleViewAction());
    addSeparator();
    addAction(tr("&History…"), QKeySequence(Qt::CTRL | Qt::Key_H), this, &ViewMenu::showHistory)
        ->setObjectName(QStringLiteral("History"));
    addAction(tr("Cha&rts…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), this,
              &ViewMenu::showCharts)
        ->setObjectName(QStringLiteral("Charts"));
    m_belowWindows = addSeparator();
    pane.addTo(this);
    createThemes(settings);
}

void ViewMenu::createDetails()
{
    m_detailsAction = addAction(tr("&Details"));
    m_detailsAction->setObjectName(QStringLiteral("Details"));
    m_detailsAction->setShortcut(Qt::Key_F4);
    m_detailsAction->setCheckable(true);
    connect(m_detailsAction, &QAction::toggled, this, [this](bool shown) {
        showDetails(shown);
        emit changed();
    });
    // As in a file manager: opens the item with the focus.
    auto *open = new QAction(&m_table);
    open->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    open->setShortcutContext(Qt::WidgetShortcut);
    m_table.addAction(open);
    const auto enter = [this] {
        m_detailsAction->setChecked(true);
        m_details->enter();
    };
    connect(open, &QAction::triggered, this, enter);
    connect(&m_table, &QAbstractItemView::doubleClicked, this, enter);
}

void ViewMenu::showDetails(bool shown)
{
    if (!shown) {
        if (m_details && m_details->isAncestorOf(QApplication::focusWidget()))
            m_table.setFocus(Qt::OtherFocusReason); // else it moves to the next in the tab order
        if (m_details)
            m_details->hide();
        return;
    }
    if (!m_details) {
        m_details = new DetailsPane(m_session, m_table, m_detailsWidth, m_window);
        if (!m_window->restoreDockWidget(m_details))
            m_window->addDockWidget(Qt::RightDockWidgetArea, m_details);
        connect(m_details, &DetailsPane::resized, this, [this] {
            m_detailsWidth = m_details->width();
            emit changed();
        });
        // isHidden() is true when the dock was closed with its own button, and false when it is
        // invisible because its window is.
        connect(m_details, &QDockWidget::visibilityChanged, m_detailsAction,
                [this] { m_detailsAction->setChecked(!m_details->isHidden()); });
    }
    m_details->show();
}

void ViewMenu::setDetails(bool shown, int width)
{
    m_detailsWidth = width;
    // From the event loop: a window without a size would make the pane narrow, and the table is
    // shown first.
    if (shown)
        QTimer::singleShot(0, m_detailsAction, [this] { m_detailsAction->setChecked(true); });
}

QAction *ViewMenu::copySsh() const
{
    const bool known = m_details && m_details->isVisible() && m_details->copySsh()->isEnabled();
    return known ? m_details->copySsh() : nullptr;
}

void ViewMenu::createThemes(Settings &settings)
{
    QMenu *menu = addMenu(tr("&Theme"));
    auto *group = new QActionGroup(this);
    const std::pair<Theme, QString> themes[] = {
        {Theme::System, tr("&System")}, {Theme::Light, tr("&Light")}, {Theme::Dark, tr("&Dark")}};
    for (const auto &[theme, text] : themes) {
        QAction *action = group->addAction(text);
        action->setCheckable(true);
        action->setData(int(theme));
        menu->addAction(action);
    }
    connect(group, &QActionGroup::triggered, this, [&settings](const QAction *action) {
        settings.set(setting::ColorTheme, Theme(action->data().toInt()));
    });
    // Until here the windows follow the system: `applied` begins with that.
    settings.follow(setting::ColorTheme, this,
                    [group, applied = Theme::System](Theme theme) mutable {
                        if (theme != std::exchange(applied, theme))
                            applyTheme(theme);
                        for (QAction *action : group->actions())
                            action->setChecked(action->data().toInt() == int(theme));
                    });
}

void ViewMenu::showHistory()
{
    if (!m_history) {
        m_history = new HistoryWindow(m_session.operationService(), m_window);
        m_history->followLogs(m_session);
    }
    bringForward(m_history);
}

void ViewMenu::showCharts()
{
    if (!m_charts)
        m_charts = new ChartsWindow(m_session, m_table, m_window);
    bringForward(m_charts);
}

void ViewMenu::showTimeline(BatchRunner *runner)
{
    if (m_timeline && &m_timeline->runner() != runner)
        delete m_timeline;
    if (!m_timeline)
        m_timeline = new TimelineWindow(*runner, m_session.journal(), m_session.clock(), m_window);
    bringForward(m_timeline);
}

} // namespace clusterdeck

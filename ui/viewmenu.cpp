// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmenu.h"

#include "app/session.h"
#include "ui/charts/chartsfile.h"
#include "ui/charts/pictureswindow.h"
#include "ui/charts/timelinewindow.h"
#include "ui/clusters/details/detailspane.h"
#include "ui/clusters/table/clusterpane.h"
#include "ui/history/historywindow.h"
#include "ui/operations/activitypane.h"

#include <QActionGroup>
#include <QApplication>
#include <QMainWindow>
#include <QTimer>

namespace clusterdeck
{

namespace
{

void bringForward(QWidget *window)
{
    window->show();
    window->raise();
    window->activateWindow();
}

} // namespace

ViewMenu::ViewMenu(Session &session, ActivityPane &activity, ClusterPane &pane, QWidget *window)
    : QMenu(tr("&View"), window)
    , m_session(session)
    , m_window(window)
    , m_table(*pane.table())
    , m_detailsWidth(DetailsPane::FirstWidth)
{
    createDetails();
    addAction(activity.toggleViewAction());
    addSeparator();
    addAction(tr("&History…"), QKeySequence(Qt::CTRL | Qt::Key_H), this, &ViewMenu::showHistory)
        ->setObjectName(QStringLiteral("History"));
    addAction(tr("&Pictures…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), this,
              &ViewMenu::showPictures)
        ->setObjectName(QStringLiteral("Pictures"));
    connect(&activity, &ActivityPane::timelineWanted, this, &ViewMenu::showTimeline);
    m_belowWindows = addSeparator();
    pane.addTo(this);
    createThemes();
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
    // As in a file manager: what has the keyboard is opened.
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
            m_table.setFocus(Qt::OtherFocusReason); // not wherever Tab would go next
        if (m_details)
            m_details->hide();
        return;
    }
    auto *window = qobject_cast<QMainWindow *>(m_window);
    if (!m_details) {
        m_details = new DetailsPane(m_session, m_table, m_detailsWidth, window);
        window->addDockWidget(Qt::RightDockWidgetArea, m_details);
        connect(m_details, &DetailsPane::resized, this, [this] {
            m_detailsWidth = m_details->width();
            emit changed();
        });
        // Closed by its own button. It is hidden with the window, too: that is nobody's wish.
        connect(m_details, &QDockWidget::visibilityChanged, m_detailsAction,
                [this] { m_detailsAction->setChecked(!m_details->isHidden()); });
    }
    m_details->show();
}

void ViewMenu::setDetails(bool shown, int width)
{
    if (width > 0)
        m_detailsWidth = width;
    // A window that has no size yet would squeeze it; and the table comes first.
    if (shown)
        QTimer::singleShot(0, m_detailsAction, [this] { m_detailsAction->setChecked(true); });
}

void ViewMenu::createThemes()
{
    QMenu *menu = addMenu(tr("&Theme"));
    m_themes = new QActionGroup(this);
    const std::pair<Theme, QString> themes[] = {
        {Theme::System, tr("&System")}, {Theme::Light, tr("&Light")}, {Theme::Dark, tr("&Dark")}};
    for (const auto &[theme, text] : themes) {
        QAction *action = m_themes->addAction(text);
        action->setCheckable(true);
        action->setData(int(theme));
        menu->addAction(action);
    }
    m_themes->actions().first()->setChecked(true);
    connect(m_themes, &QActionGroup::triggered, this, [this](QAction *action) {
        setTheme(Theme(action->data().toInt()));
        emit changed();
    });
}

void ViewMenu::setTheme(Theme theme)
{
    if (theme != m_theme)
        applyTheme(theme);
    m_theme = theme;
    for (QAction *action : m_themes->actions())
        action->setChecked(action->data().toInt() == int(theme));
}

void ViewMenu::showHistory()
{
    if (!m_history) {
        m_history = new HistoryWindow(m_session.operationService(), m_window);
        m_history->followLogs(m_session);
    }
    bringForward(m_history);
}

void ViewMenu::showPictures()
{
    if (!m_pictures)
        m_pictures = new PicturesWindow(m_session, m_table, pluginFolders(), m_window);
    bringForward(m_pictures);
}

/// One at a time: of another batch in place of the one before.
void ViewMenu::showTimeline(BatchRunner *runner)
{
    if (m_timeline && &m_timeline->runner() != runner)
        delete m_timeline;
    if (!m_timeline)
        m_timeline = new TimelineWindow(*runner, m_session.journal(), m_session.clock(),
                                        m_session.isDemo(), m_window);
    bringForward(m_timeline);
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmenu.h"

#include "app/session.h"
#include "ui/clusters/clustertable.h"
#include "ui/history/historywindow.h"
#include "ui/operations/activitypane.h"

#include <QActionGroup>

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

ViewMenu::ViewMenu(Session &session, ActivityPane &activity, ClusterTable &table, QWidget *window)
    : QMenu(tr("&View"), window)
    , m_session(session)
    , m_window(window)
{
    addAction(activity.toggleViewAction());
    addSeparator();
    addAction(tr("&History…"), QKeySequence(Qt::CTRL | Qt::Key_H), this, &ViewMenu::showHistory)
        ->setObjectName(QStringLiteral("History"));
    m_belowWindows = addSeparator();
    connect(addAction(tr("&Reset Columns")), &QAction::triggered, this, [this, &table] {
        table.resetColumns();
        emit changed();
    });
    createThemes();
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
    if (!m_history)
        m_history = new HistoryWindow(m_session.desk(), m_session.isDemo(), m_window);
    bringForward(m_history);
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/palette.h"

#include <QMenu>
#include <QPointer>

class QActionGroup;

namespace clusterdeck
{

class ActivityPane;
class ClusterTable;
class HistoryWindow;
class Session;

/// The View menu: which panes are shown, the windows that look at something else than the table,
/// and the look of them all. Makes a window when it is first asked for, and no second one.
class ViewMenu : public QMenu
{
    Q_OBJECT

public:
    /// `window` is the parent of what is opened.
    ViewMenu(Session &session, ActivityPane &activity, ClusterTable &table, QWidget *window);

    [[nodiscard]] Theme theme() const { return m_theme; }
    void setTheme(Theme theme);

    /// An action that opens a window, below those of this menu's own.
    void addWindow(QAction *action) { insertAction(m_belowWindows, action); }

signals:
    /// The person chose something that the window should remember.
    void changed();

private:
    void createThemes();
    void showHistory();

    Session &m_session;
    QWidget *m_window;
    QAction *m_belowWindows = nullptr;
    QActionGroup *m_themes = nullptr;
    QPointer<HistoryWindow> m_history;
    Theme m_theme = Theme::System;
};

} // namespace clusterdeck

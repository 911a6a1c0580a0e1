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
class DetailsPane;
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

    /// Whether the details pane is open, and how wide it is, for the settings.
    [[nodiscard]] bool detailsShown() const { return m_detailsAction->isChecked(); }
    [[nodiscard]] int detailsWidth() const { return m_detailsWidth; }
    /// Opens it once the window is there, or leaves it closed until somebody asks for it.
    void setDetails(bool shown, int width);

signals:
    /// The person chose something that the window should remember.
    void changed();

private:
    void createDetails();
    void showDetails(bool shown);
    void createThemes();
    void showHistory();

    Session &m_session;
    QWidget *m_window;
    ClusterTable &m_table;
    QAction *m_detailsAction = nullptr;
    QPointer<DetailsPane> m_details; ///< made when it is first shown
    int m_detailsWidth = 0;
    QActionGroup *m_themes = nullptr;
    QPointer<HistoryWindow> m_history;
    Theme m_theme = Theme::System;
};

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"

#include <QMenu>
#include <QPointer>

class QActionGroup;

namespace clusterdeck
{

class ActivityPane;
class BatchRunner;
class ClusterPane;
class ClusterTable;
class DetailsPane;
class HistoryWindow;
class ChartsWindow;
class Session;
class TimelineWindow;

/// The View menu: which panes are shown, the windows that look at something else than the table,
/// and the look of them all. Makes a window when it is first asked for, and no second one.
class ViewMenu : public QMenu
{
    Q_OBJECT

public:
    /// `window` is the parent of what is opened.
    ViewMenu(Session &session, ActivityPane &activity, ClusterPane &pane, QWidget *window);

    [[nodiscard]] Theme theme() const { return m_theme; }
    void setTheme(Theme theme);

    /// Whether the details pane is open, and how wide it is, for the settings.
    [[nodiscard]] bool detailsShown() const { return m_detailsAction->isChecked(); }
    [[nodiscard]] int detailsWidth() const { return m_detailsWidth; }
    /// Opens it once the window is there, or leaves it closed until somebody asks for it.
    void setDetails(bool shown, int width);

    /// An action that opens a window, below those of this menu's own.
    void addWindow(QAction *action) { insertAction(m_belowWindows, action); }

signals:
    /// The person chose something that the window should remember.
    void changed();

private:
    void createDetails();
    void showDetails(bool shown);
    void createThemes();
    void showHistory();
    void showCharts();
    void showTimeline(BatchRunner *runner);

    Session &m_session;
    QWidget *m_window;
    ClusterTable &m_table;
    QAction *m_detailsAction = nullptr;
    QPointer<DetailsPane> m_details; ///< made when it is first shown
    int m_detailsWidth = 0;
    QAction *m_belowWindows = nullptr;
    QActionGroup *m_themes = nullptr;
    QPointer<HistoryWindow> m_history;
    QPointer<ChartsWindow> m_charts;
    QPointer<TimelineWindow> m_timeline;
    Theme m_theme = Theme::System;
};

} // namespace clusterdeck

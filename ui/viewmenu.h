// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QPointer>

class QMainWindow;

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
class Settings;
class TimelineWindow;

/// The View menu: the panes, the windows for history, charts and timelines, and the theme. A window
/// is created when it is first asked for; while it is open, it is brought to the front instead.
class ViewMenu : public QMenu
{
    Q_OBJECT

public:
    /// `window` is the parent of the menu and of the opened windows.
    ViewMenu(Session &session, Settings &settings, ActivityPane &activity, ClusterPane &pane,
             QMainWindow *window);

    /// Whether the details pane is open, for the settings.
    [[nodiscard]] bool detailsShown() const { return m_detailsAction->isChecked(); }
    /// In device-independent pixels; 0: the default width.
    [[nodiscard]] int detailsWidth() const { return m_detailsWidth; }
    /// Opens the details pane from the event loop, or leaves it closed. `width`: as in
    /// detailsWidth().
    void setDetails(bool shown, int width);

    /// Copies the ssh command of the current cluster's login node; null while none is known.
    [[nodiscard]] QAction *copySsh() const;

    /// Shows the timeline of a batch. A timeline of another batch is closed.
    void showTimeline(BatchRunner *runner);

    /// Adds an action of the caller that opens a window, below this menu's own.
    void addWindow(QAction *action) { insertAction(m_belowWindows, action); }

signals:
    /// The user changed something that the window should save.
    void changed();

private:
    void createDetails();
    void showDetails(bool shown);
    void createThemes(Settings &settings);
    void showHistory();
    void showCharts();

    Session &m_session;
    QMainWindow *m_window;
    ClusterTable &m_table;
    QAction *m_detailsAction = nullptr;
    QPointer<DetailsPane> m_details; ///< created when it is first shown
    int m_detailsWidth = 0;
    QAction *m_belowWindows = nullptr;
    QPointer<HistoryWindow> m_history;
    QPointer<ChartsWindow> m_charts;
    QPointer<TimelineWindow> m_timeline;
};

} // namespace clusterdeck

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

/// The View menu: which panes are shown, the windows that look at something else than the table,
/// and the look of them all. Makes a window when it is first asked for, and no second one.
class ViewMenu : public QMenu
{
    Q_OBJECT

public:
    /// `window` is the parent of the opened windows.
    ViewMenu(Session &session, Settings &settings, ActivityPane &activity, ClusterPane &pane,
             QMainWindow *window);

    /// Whether the details pane is open, for the settings.
    [[nodiscard]] bool detailsShown() const { return m_detailsAction->isChecked(); }
    [[nodiscard]] int detailsWidth() const { return m_detailsWidth; }
    /// Opens it once the window is shown, or leaves it closed. `width`: in pixels; 0: its first
    /// one.
    void setDetails(bool shown, int width);

    /// Copies the ssh command of the current cluster's login node; null while none is known.
    [[nodiscard]] QAction *copySsh() const;

    /// One at a time: of another batch in place of the one before.
    void showTimeline(BatchRunner *runner);

    /// An action that opens a window, below those of this menu's own.
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
    QPointer<DetailsPane> m_details; ///< made when it is first shown
    int m_detailsWidth = 0;
    QAction *m_belowWindows = nullptr;
    QPointer<HistoryWindow> m_history;
    QPointer<ChartsWindow> m_charts;
    QPointer<TimelineWindow> m_timeline;
};

} // namespace clusterdeck

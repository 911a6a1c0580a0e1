// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/operationsdesk.h"
#include "ui/history/historymodels.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTableView;
class QTabWidget;

namespace clusterdeck
{

/// Every batch that the journal holds: what was shown, what became of each item, and on what
/// evidence. Only looks; follows what happens while it is open. Show it with show().
class HistoryWindow : public QDialog
{
    Q_OBJECT

public:
    /// `desk` outlives the window.
    HistoryWindow(OperationsDesk &desk, bool demo, QWidget *parent);

private:
    void createTables();
    void createTabs();
    void layOut();
    void read();
    void readMore();
    void openBatch();
    void showStory();
    void exportBatch();
    [[nodiscard]] const Batch *current() const;

    OperationsDesk &m_desk;
    bool m_demo;
    int m_limit;
    HistoryModel m_batches;
    HistoryItemsModel m_items;
    HistoryEventsModel m_events;
    QList<JournalEvent> m_story; ///< of the batch that is open
    QLineEdit *m_filter;
    QLabel *m_found;
    QTableView *m_list;
    QPushButton *m_more;
    QTabWidget *m_tabs;
    QTableView *m_itemTable;
    QTableView *m_eventTable;
    QPlainTextEdit *m_shown;
    QPushButton *m_export;
    QTimer m_reading; ///< gathers what changes in quick succession
};

} // namespace clusterdeck

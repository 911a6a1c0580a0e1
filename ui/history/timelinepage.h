// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/logreader.h"
#include "app/operations/operationservice.h"
#include "ui/history/historymodels.h"
#include "ui/history/timelinemodel.h"

#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTabWidget;
class QTableView;

namespace clusterdeck
{

class HistoryFilterBar;

/// Every batch that the journal holds and what the providers' logs say besides, newest first: for a
/// batch what was shown, what became of each item, and on what evidence; for a line of a log its
/// facts. Only looks; follows what happens while it is open.
class TimelinePage : public QWidget
{
    Q_OBJECT

public:
    using NameOf = std::function<QString(const ClusterKey &)>;

    /// `operationService` outlives the page.
    TimelinePage(OperationService &operationService, bool demo, QWidget *parent);
    ~TimelinePage() override;

    /// Shows these accounts' logs too, and begins to read those that are new. The others stay as
    /// far as they were read, and what is not among them goes. `nameOf`: of a cluster that is
    /// listed.
    void readLogs(const QList<LogPlace> &places, Clock &clock, const NameOf &nameOf);

    /// The batch that is open below the list; null when none is.
    [[nodiscard]] const Batch *openBatch() const;
    /// What the journal tells of it.
    [[nodiscard]] const QList<JournalEvent> &story() const { return m_story; }
    /// The buttons below; what stands at the right is added at the end.
    [[nodiscard]] QHBoxLayout *foot() const { return m_foot; }
    [[nodiscard]] QWidget *firstWidget() const;
    /// Again, when it holds others than were read.
    void readJournal();

signals:
    /// openBatch() is another one now, or none.
    void opened();

private:
    void createTables();
    void createTabs();
    void layOut();
    [[nodiscard]] QWidget *createList();
    void readOlder();
    void readAgain();
    void showLines();
    void showFound();
    void showLogs();
    void open();
    void showStory();
    void exportBatch();
    void exportLines();
    [[nodiscard]] QList<Batch> batches() const;
    [[nodiscard]] bool logsAre(LogReader::Status status) const;
    [[nodiscard]] const TimelineLine *current() const;

    OperationService &m_operationService;
    bool m_demo;
    int m_limit; ///< batches that are read of the journal
    bool m_hasOlder = false;
    QList<Batch> m_journalled; ///< newest first, the newest m_limit of them
    std::vector<std::unique_ptr<LogReader>> m_logs;
    Clock *m_clock = nullptr; ///< with m_logs
    NameOf m_nameOf;
    TimelineModel m_lines;
    HistoryItemsModel m_items;
    HistoryEventsModel m_events;
    QString m_opened;            ///< the identity of the line that is open
    QList<JournalEvent> m_story; ///< of the batch that is open
    HistoryFilterBar *m_filter;
    QTableView *m_list;
    QLabel *m_logState;
    QPushButton *m_stop;
    QPushButton *m_again;
    QPushButton *m_more;
    QStackedWidget *m_details;
    QTabWidget *m_tabs;
    QTableView *m_itemTable;
    QTableView *m_eventTable;
    QPlainTextEdit *m_shown;
    QPlainTextEdit *m_facts;
    QPushButton *m_export;
    QPushButton *m_exportLines;
    QHBoxLayout *m_foot = nullptr;
    QTimer m_soon; ///< gathers what changes in quick succession
};

} // namespace clusterdeck

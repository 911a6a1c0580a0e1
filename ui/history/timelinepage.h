// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/logreader.h"
#include "app/operations/operationservice.h"
#include "ui/history/historycolumns.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace clusterdeck
{

class HistoryFilterBar;
class RecordTable;

/// All batches of the journal and other entries of the providers' logs, newest first. For a batch
/// as the current line: its items, their events with the evidence, and what was shown at
/// confirmation; for a line of a log: its facts. Changes nothing; is updated while it is open.
class TimelinePage : public QWidget
{
    Q_OBJECT

public:
    using NameOf = std::function<QString(const ClusterKey &)>;

    /// `operationService` outlives the page.
    TimelinePage(OperationService &operationService, QWidget *parent);
    ~TimelinePage() override;

    /// Shows these accounts' logs too, in the place of those before. Logs that were shown before
    /// stay as far as they were read; new ones are read. `nameOf`: of a cluster that is listed.
    void readLogs(const QList<LogPlace> &places, Clock &clock, const NameOf &nameOf);

    /// The batch whose details are shown; null when none is.
    [[nodiscard]] const Batch *openBatch() const;
    [[nodiscard]] QWidget *firstWidget() const;
    /// Reads it again: it holds other batches than before.
    void readJournal();

private:
    void createButtons();
    void createTabs();
    void layOut();
    [[nodiscard]] QWidget *createList();
    void readOlder();
    void readAgain();
    void showLines();
    void showFound();
    void showLogs();
    void open();
    void showEvents();
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
    QString m_opened;             ///< the identity of the line that is open
    QList<JournalEvent> m_events; ///< of the batch that is open
    int m_lineCount = 0;          ///< whether the filter lets them through or not
    RecordModel<TimelineLine> m_lines;
    RecordModel<BatchItem, int> m_itemModel;
    RecordModel<HistoryEvent, int> m_eventModel;
    HistoryFilterBar *m_filter;
    RecordTable *m_list;
    QLabel *m_logState;
    QPushButton *m_stop;
    QPushButton *m_again;
    QPushButton *m_more;
    QStackedWidget *m_details;
    QTabWidget *m_tabs;
    RecordTable *m_itemTable;
    RecordTable *m_eventTable;
    QPlainTextEdit *m_shown;
    QPlainTextEdit *m_facts;
    QPushButton *m_export;
    QPushButton *m_report;
    QPushButton *m_exportLines;
    QTimer m_soon; ///< gathers changes in quick succession
};

} // namespace clusterdeck

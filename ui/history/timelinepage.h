// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/logreader.h"
#include "app/operations/operationservice.h"
#include "app/support/datakind.h"
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

/// The newest batches of the journal and the other entries of the providers' logs, newest first;
/// older ones on request. If the current line is a batch, its items, their events with the
/// evidence, and the text shown at confirmation are displayed; if it is a log entry, its facts.
/// Changes nothing; the contents are updated while it is open.
class TimelinePage : public QWidget
{
    Q_OBJECT

public:
    /// The name of a listed cluster; empty if it is not listed.
    using NameOf = std::function<QString(const ClusterKey &)>;

    /// `operationService` outlives the page.
    TimelinePage(OperationService &operationService, QWidget *parent);
    ~TimelinePage() override;

    /// Also shows the logs of these accounts, instead of those of the previous call. A log that was
    /// shown before keeps what was read of it; a new one is read. `clock` outlives the page.
    void readLogs(const QList<LogPlace> &places, Clock &clock, const NameOf &nameOf);

    /// The batch whose details are shown; null when none is.
    [[nodiscard]] const Batch *openBatch() const;
    /// The widget that should get the focus first.
    [[nodiscard]] QWidget *firstWidget() const;
    /// Reads the journal again. Call it when the journal has other batches than before.
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
    [[nodiscard]] QList<Batch> readBatches();
    [[nodiscard]] const QString &problem() const
    {
        return m_problem.isEmpty() ? m_searchProblem : m_problem;
    }
    [[nodiscard]] bool logsAre(LogReader::Status status) const;
    [[nodiscard]] const TimelineLine *current() const;

    OperationService &m_operationService;
    DataKind m_dataKind;
    int m_limit;               ///< the most batches to read from the journal
    QString m_problem;         ///< why the batches, or some of them, could not be read
    QString m_searchProblem;   ///< the same for older batches with a matching cluster
    bool m_hasOlder = false;   ///< the journal has more than m_limit batches
    QList<Batch> m_journalled; ///< the newest m_limit batches, newest first
    std::vector<std::unique_ptr<LogReader>> m_logs;
    Clock *m_clock = nullptr; ///< null before readLogs()
    NameOf m_nameOf;
    QString m_opened;             ///< the identity of the line that is open
    QList<JournalEvent> m_events; ///< of the batch that is open
    int m_lineCount = 0;          ///< before the filter
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
    QTimer m_soon; ///< one showLines() for changes in quick succession
};

} // namespace clusterdeck

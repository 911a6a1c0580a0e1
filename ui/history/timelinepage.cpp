// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/timelinepage.h"

#include "app/history/export.h"
#include "app/support/visibletext.h"
#include "ui/history/exportdialog.h"
#include "ui/history/historyfilterbar.h"
#include "ui/history/timelinetext.h"
#include "ui/reports/reportofbatch.h"
#include "ui/text/filetext.h"
#include "ui/text/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/recordtable.h"
#include "ui/widgets/tables.h"
#include "ui/widgets/windowcontext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>

#include <algorithm>

namespace clusterdeck
{

namespace
{

/// How many batches are read at first. "Show older" reads more.
constexpr int FirstLimit = 100;

QPlainTextEdit *createText(const char *name, const QString &accessibleName, QWidget *parent)
{
    auto *text = new QPlainTextEdit(parent);
    text->setObjectName(QLatin1String(name));
    text->setAccessibleName(accessibleName);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    return text;
}

/// Leaves an unchanged text alone: its selection and scroll position stay.
void setText(QPlainTextEdit *view, const QString &text)
{
    if (view->toPlainText() != text)
        view->setPlainText(text);
}

} // namespace

TimelinePage::TimelinePage(OperationService &operationService, QWidget *parent)
    : QWidget(parent)
    , m_operationService(operationService)
    , m_dataKind(windowContextOf(this).dataKind)
    , m_limit(FirstLimit)
    , m_lines(timelineColumns(), identityOf, this)
    , m_itemModel(
          itemColumns(), [](const BatchItem &item) { return item.position; }, this,
          Sorting::ByColumns)
    , m_eventModel(
          eventColumns(), [](const HistoryEvent &event) { return event.number; }, this)
    , m_filter(new HistoryFilterBar(this))
    , m_list(new RecordTable(QStringLiteral("Batches"), tr("Operations, newest first"), this))
    , m_logState(plainLabel(this))
    , m_stop(new QPushButton(tr("Stop readin&g"), this))
    , m_again(new QPushButton(tr("&Read again"), this))
    , m_more(new QPushButton(tr("Show &older"), this))
    , m_details(new QStackedWidget(this))
    , m_tabs(new QTabWidget(this))
    , m_itemTable(new RecordTable(QStringLiteral("Items"), tr("Clusters of the batch"), this))
    , m_eventTable(new RecordTable(QStringLiteral("Events"), tr("Events"), this))
    , m_shown(createText("As shown", tr("Shown at confirmation"), this))
    , m_facts(createText("Facts", tr("Provider's log"), this))
    , m_export(new QPushButton(tr("&Export batch…"), this))
    , m_report(new QPushButton(tr("Save &report…"), this))
    , m_exportLines(new QPushButton(tr("Export time&line…"), this))
{
    m_list->setRecordModel(&m_lines);
    m_list->setSelectionMode(QTableView::SingleSelection);
    m_itemTable->setRecordModel(&m_itemModel);
    m_eventTable->setRecordModel(&m_eventModel);
    createTabs();
    layOut();
    createButtons();
    m_soon.setSingleShot(true);
    m_soon.setInterval(200);
    const auto showSoon = [this] { m_soon.start(); };
    connect(&m_soon, &QTimer::timeout, this, &TimelinePage::showLines);
    connect(m_filter, &HistoryFilterBar::changed, this, showSoon);
    connect(&operationService, &OperationService::batchAdded, this, showSoon);
    connect(&operationService, &OperationService::itemChanged, this, showSoon);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &TimelinePage::open);
    connect(m_itemTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TimelinePage::showEvents);
    readJournal();
}

TimelinePage::~TimelinePage() = default;

void TimelinePage::createButtons()
{
    const auto set = [this](QPushButton *button, const char *name, auto clicked) {
        button->setObjectName(QLatin1String(name));
        connect(button, &QPushButton::clicked, this, clicked);
    };
    set(m_more, "Show older", &TimelinePage::readOlder);
    set(m_again, "Read again", &TimelinePage::readAgain);
    m_again->setShortcut(standardKeys(QKeySequence::Refresh, Qt::Key_F5).constFirst());
    set(m_stop, "Stop reading", [this] {
        for (const auto &log : m_logs)
            log->stop();
    });
    set(m_export, "Export history", &TimelinePage::exportBatch);
    set(m_report, "Save report", [this] {
        if (const Batch *batch = openBatch())
            saveBatchReport(*batch, m_events, m_dataKind, this);
    });
    set(m_exportLines, "Export time line", &TimelinePage::exportLines);
}

void TimelinePage::createTabs()
{
    m_tabs->addTab(m_itemTable, tr("&Clusters"));
    m_tabs->addTab(m_eventTable, tr("E&vents"));
    m_tabs->addTab(m_shown, tr("&Shown at confirmation"));
    m_details->addWidget(m_tabs);
    m_details->addWidget(m_facts);
}

QWidget *TimelinePage::createList()
{
    m_logState->setObjectName(QStringLiteral("Log state"));
    setMuted(m_logState);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::Medium);
    row->addWidget(m_more);
    row->addWidget(m_logState, 1);
    row->addWidget(m_stop);
    row->addWidget(m_again);
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, space::Small);
    column->setSpacing(space::Medium);
    column->addWidget(m_list, 1);
    column->addLayout(row);
    return body;
}

void TimelinePage::layOut()
{
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(createList());
    splitter->addWidget(m_details);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::Medium);
    for (QPushButton *button : {m_export, m_report, m_exportLines})
        foot->addWidget(button);
    foot->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::Medium, space::Medium, space::Medium, space::Medium);
    column->setSpacing(space::Medium);
    column->addWidget(m_filter);
    column->addWidget(splitter, 1);
    column->addLayout(foot);
}

QWidget *TimelinePage::firstWidget() const
{
    return m_filter->field();
}

void TimelinePage::readLogs(const QList<LogPlace> &places, Clock &clock, const NameOf &nameOf)
{
    m_clock = &clock;
    m_nameOf = nameOf;
    std::vector<std::unique_ptr<LogReader>> before = std::exchange(m_logs, {});
    for (const LogPlace &place : places) {
        const auto known = std::find_if(before.begin(), before.end(), [&](const auto &log) {
            return log && log->place().isSameLog(place);
        });
        if (known != before.end()) {
            (*known)->setAccountName(place.accountName);
            m_logs.push_back(std::move(*known));
            continue;
        }
        LogReader &log = *m_logs.emplace_back(std::make_unique<LogReader>(place, clock));
        connect(&log, &LogReader::changed, this, [this] {
            showLogs();
            m_soon.start();
        });
        log.readNewest();
    }
    before.clear();
    showLogs();
    m_soon.start();
}

void TimelinePage::readJournal()
{
    // Reads one batch more than is shown, to find out whether there are more.
    const Journal &journal = m_operationService.journal();
    m_journalled = journal.history({}, m_limit + 1);
    m_problem = journal.readProblem();
    m_hasOlder = m_journalled.size() > m_limit;
    m_journalled = m_journalled.mid(0, m_limit);
    showLines();
}

void TimelinePage::readOlder()
{
    for (const auto &log : m_logs)
        log->readOlder();
    if (m_hasOlder)
        m_limit *= 4;
    readJournal();
}

void TimelinePage::readAgain()
{
    for (const auto &log : m_logs)
        log->readNewest();
    readJournal();
}

/// The batches of this run and of the journal; with a filter by cluster also older batches of the
/// journal with a matching cluster.
QList<Batch> TimelinePage::readBatches()
{
    QList<Batch> ofThisRun;
    for (const BatchRunner *runner : m_operationService.batches())
        ofThisRun.append(runner->batch());
    const QString cluster = m_filter->field()->text().trimmed();
    m_searchProblem.clear();
    if (!m_hasOlder || cluster.isEmpty())
        return batchesOf(ofThisRun, m_journalled);
    const Journal &journal = m_operationService.journal();
    const QList<Batch> older = journal.history(cluster, m_limit);
    m_searchProblem = journal.readProblem();
    return batchesOf(ofThisRun, m_journalled + older);
}

void TimelinePage::showLines()
{
    QList<AccountLog> logs;
    for (const auto &log : m_logs)
        logs.append(log->log());
    const QList<TimelineLine> lines = timelineOf(readBatches(), logs, m_nameOf);
    m_filter->setPeople(peopleIn(lines));
    const QDateTime now = m_clock ? m_clock->utcNow() : QDateTime::currentDateTimeUtc();
    m_lineCount = int(lines.size());
    QList<TimelineLine> shown;
    for (const qsizetype line : matching(lines, m_filter->filter(now)))
        shown.append(lines.at(line));
    const QString opened = m_opened;
    m_lines.setRecords(shown);
    showFound();
    const int row = qMax(0, m_lines.rowOf(opened));
    if (m_lines.rowCount() > 0 && m_list->currentIndex().row() != row)
        m_list->setCurrentIndex(m_lines.index(row, 0));
    open();
    showLogs();
}

void TimelinePage::showFound()
{
    const int shown = m_lines.rowCount();
    m_exportLines->setEnabled(shown > 0);
    const bool notRead = std::any_of(m_logs.begin(), m_logs.end(), [](const auto &log) {
        return log->operations().isEmpty() && !log->reachesBeginning();
    });
    m_list->setEmptyText(m_lineCount > 0                       ? tr("Nothing matches the filter.")
                         : !problem().isEmpty()                ? QString()
                         : logsAre(LogReader::Status::Reading) ? tr("Reading…")
                         : notRead ? tr("No operations are known: the provider's log was not read.")
                                   : tr("No operations yet."));
    m_filter->setFound(m_lineCount == 0 ? QString()
                       : shown == m_lineCount
                           ? tr("%Ln line(s)", nullptr, shown)
                           : tr("%1 of %Ln line(s)", nullptr, m_lineCount).arg(numberText(shown)));
}

bool TimelinePage::logsAre(LogReader::Status status) const
{
    return std::any_of(m_logs.begin(), m_logs.end(),
                       [&](const auto &log) { return log->status() == status; });
}

void TimelinePage::showLogs()
{
    QStringList texts;
    if (!problem().isEmpty())
        texts.append(journalProblemText(problem()));
    bool older = m_hasOlder;
    for (const auto &log : m_logs) {
        texts.append(logText(*log));
        older = older || !log->reachesBeginning();
    }
    const bool failed = !problem().isEmpty() || logsAre(LogReader::Status::Failed);
    const QString text = texts.join(u'\n');
    if (m_logState->text() != text)
        m_logState->setText(text);
    if (failed)
        setStatusColor(m_logState, StatusColor::Warning);
    else
        setMuted(m_logState);
    const bool reading = logsAre(LogReader::Status::Reading);
    m_logState->setVisible(!texts.isEmpty());
    m_stop->setVisible(reading);
    m_again->setVisible(!reading && !texts.isEmpty());
    m_more->setVisible(older);
    m_more->setEnabled(!reading);
}

const TimelineLine *TimelinePage::current() const
{
    const int row = m_list->currentIndex().row();
    return row >= 0 && row < m_lines.rowCount() ? &m_lines.at(row) : nullptr;
}

const Batch *TimelinePage::openBatch() const
{
    const TimelineLine *line = current();
    return line && line->source == TimelineSource::Ours ? line->batch.get() : nullptr;
}

void TimelinePage::open()
{
    const TimelineLine *line = current();
    const Batch *batch = openBatch();
    const QString identity = line ? identityOf(*line) : QString();
    const bool another = identity != m_opened;
    m_opened = identity;
    m_export->setEnabled(batch);
    m_report->setEnabled(batch);
    if (another) {        // their selection belongs to another batch
        m_events.clear(); // showEvents() is called when the selection changes
        m_itemModel.setRecords({});
        m_eventModel.setRecords({});
    }
    m_events = batch ? m_operationService.journal().events(batch->id) : QList<JournalEvent>();
    const QString problem = batch ? m_operationService.journal().readProblem() : QString();
    m_eventTable->setEmptyText(problem.isEmpty() ? QString() : journalProblemText(problem));
    m_itemModel.setRecords(batch ? batch->items : QList<BatchItem>());
    showEvents();
    setText(m_shown, batch ? visibleLines(batch->shown) : QString());
    const bool isOfLog = line && !batch;
    if (isOfLog)
        setText(m_facts, factsText(*line));
    m_details->setCurrentIndex(isOfLog ? 1 : 0);
}

/// Shows the events of the selected item; of all items if none or several are selected.
void TimelinePage::showEvents()
{
    const Batch *batch = openBatch();
    if (!batch) {
        m_eventModel.setRecords({});
        return;
    }
    const QList<int> rows = m_itemTable->selectedRowNumbers();
    std::optional<int> only;
    if (rows.size() == 1)
        only = m_itemModel.at(rows.constFirst()).position;
    QHash<int, QString> ids;
    for (const BatchItem &item : m_itemModel.records())
        ids.insert(item.position, item.key.id);
    QList<HistoryEvent> shown;
    for (int number = 0; number < int(m_events.size()); ++number) {
        const JournalEvent &event = m_events.at(number);
        if (!only || event.item == *only)
            shown.append({number, batch->verb, event, ids.value(event.item)});
    }
    m_eventModel.setRecords(shown);
}

void TimelinePage::exportBatch()
{
    const Batch *open = openBatch();
    if (!open)
        return;
    ExportContent content;
    content.name = open->confirmedAt.toString(QStringLiteral("yyyyMMdd-HHmmss"));
    content.csv = [batch = *open, events = m_events](const CsvOptions &options) {
        return csv(batch, events, options);
    };
    content.json = [batch = *open, events = m_events, dataKind = m_dataKind] {
        return json(batch, events, dataKind);
    };
    (new ExportDialog(content, this))->open();
}

void TimelinePage::exportLines()
{
    ExportContent content;
    content.name = QStringLiteral("history");
    content.csv = [lines = m_lines.records()](const CsvOptions &options) {
        return csv(lines, options);
    };
    content.json = [lines = m_lines.records(), dataKind = m_dataKind] {
        return json(lines, dataKind);
    };
    (new ExportDialog(content, this))->open();
}

} // namespace clusterdeck

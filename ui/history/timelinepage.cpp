// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/timelinepage.h"

#include "app/history/export.h"
#include "app/support/visibletext.h"
#include "ui/history/exportdialog.h"
#include "ui/history/historyfilterbar.h"
#include "ui/history/timelinetext.h"
#include "ui/text/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/columnfit.h"
#include "ui/widgets/tables.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>

#include <algorithm>

namespace clusterdeck
{

namespace
{

/// Read at once; more of them only when somebody asks.
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

/// Leaves a text that is the same as it stands: selected, scrolled.
void setText(QPlainTextEdit *view, const QString &text)
{
    if (view->toPlainText() != text)
        view->setPlainText(text);
}

} // namespace

TimelinePage::TimelinePage(OperationService &operationService, bool demo, QWidget *parent)
    : QWidget(parent)
    , m_operationService(operationService)
    , m_demo(demo)
    , m_limit(FirstLimit)
    , m_filter(new HistoryFilterBar(this))
    , m_list(new QTableView(this))
    , m_logState(plainLabel(this))
    , m_stop(new QPushButton(tr("Stop readin&g"), this))
    , m_again(new QPushButton(tr("&Read again"), this))
    , m_more(new QPushButton(tr("Show &older"), this))
    , m_details(new QStackedWidget(this))
    , m_tabs(new QTabWidget(this))
    , m_itemTable(new QTableView(this))
    , m_eventTable(new QTableView(this))
    , m_shown(createText("As shown", tr("What was shown"), this))
    , m_facts(createText("Facts", tr("What the provider's log says"), this))
    , m_export(new QPushButton(tr("&Export batch…"), this))
    , m_exportLines(new QPushButton(tr("Export time &line…"), this))
{
    createTables();
    createTabs();
    layOut();
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
            &TimelinePage::showStory);
    connect(m_more, &QPushButton::clicked, this, &TimelinePage::readOlder);
    connect(m_again, &QPushButton::clicked, this, &TimelinePage::readAgain);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        for (const auto &log : m_logs)
            log->stop();
    });
    connect(m_export, &QPushButton::clicked, this, &TimelinePage::exportBatch);
    connect(m_exportLines, &QPushButton::clicked, this, &TimelinePage::exportLines);
    readJournal();
}

TimelinePage::~TimelinePage() = default;

void TimelinePage::createTables()
{
    m_list->setObjectName(QStringLiteral("Batches"));
    m_list->setAccessibleName(tr("What was done, newest first"));
    m_itemTable->setObjectName(QStringLiteral("Items"));
    m_itemTable->setAccessibleName(tr("Clusters of the batch"));
    m_eventTable->setObjectName(QStringLiteral("Events"));
    m_eventTable->setAccessibleName(tr("What happened"));
    for (QTableView *table : {m_list, m_itemTable, m_eventTable})
        makeQuietTable(table);
    setModelInPlace(m_list, &m_lines);
    setModelInPlace(m_itemTable, &m_items);
    setModelInPlace(m_eventTable, &m_events);
    m_list->setSelectionMode(QTableView::SingleSelection);
    setWidths(m_list, {23, 24, 21, 24, 23, 11, 7});
    setWidths(m_itemTable, {24, 18, 16, 16, 12, 12, 50});
    setWidths(m_eventTable, {18, 11, 20, 16, 60});
    new ColumnFit(m_list, ColumnFit::LastShown, {});
    new ColumnFit(m_itemTable, ColumnFit::LastShown,
                  {HistoryItemsModel::Id, HistoryItemsModel::Job});
    new ColumnFit(m_eventTable, ColumnFit::LastShown, {HistoryEventsModel::Cluster});
}

void TimelinePage::createTabs()
{
    m_tabs->addTab(m_itemTable, tr("&Clusters"));
    m_tabs->addTab(m_eventTable, tr("What &happened"));
    m_tabs->addTab(m_shown, tr("What was &shown"));
    m_details->addWidget(m_tabs);
    m_details->addWidget(m_facts);
}

QWidget *TimelinePage::createList()
{
    m_logState->setObjectName(QStringLiteral("Log state"));
    setMuted(m_logState);
    m_more->setObjectName(QStringLiteral("Show older"));
    m_again->setObjectName(QStringLiteral("Read again"));
    m_again->setShortcut(QKeySequence(Qt::Key_F5));
    m_stop->setObjectName(QStringLiteral("Stop reading"));
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
    m_export->setObjectName(QStringLiteral("Export history"));
    m_exportLines->setObjectName(QStringLiteral("Export time line"));
    for (QPushButton *button : {m_more, m_again, m_stop, m_export, m_exportLines})
        button->setAutoDefault(false);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::Medium);
    head->addWidget(m_filter, 1);
    if (m_demo)
        head->addWidget(new DemoBadge(this));
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(createList());
    splitter->addWidget(m_details);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    m_foot = new QHBoxLayout;
    m_foot->setSpacing(space::Medium);
    m_foot->addWidget(m_export);
    m_foot->addWidget(m_exportLines);
    m_foot->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::Medium, space::Medium, space::Medium, space::Medium);
    column->setSpacing(space::Medium);
    column->addLayout(head);
    column->addWidget(splitter, 1);
    column->addLayout(m_foot);
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
    // One more than is shown tells whether there are more.
    m_journalled = m_operationService.journal().history({}, m_limit + 1);
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

/// What the journal holds, those of this run as they stand now. With a filter by cluster also those
/// that lie farther back.
QList<Batch> TimelinePage::batches() const
{
    QHash<QString, const Batch *> live;
    for (const BatchRunner *runner : m_operationService.batches())
        live.insert(runner->batch().id, &runner->batch());
    QSet<QString> taken;
    QList<Batch> batches;
    const auto take = [&](const Batch &batch) {
        if (taken.contains(batch.id))
            return;
        taken.insert(batch.id);
        batches.append(live.contains(batch.id) ? *live.value(batch.id) : batch);
    };
    for (auto runner = m_operationService.batches().crbegin();
         runner != m_operationService.batches().crend(); ++runner)
        take((*runner)->batch());
    for (const Batch &batch : m_journalled)
        take(batch);
    const QString cluster = m_filter->field()->text().trimmed();
    if (m_hasOlder && !cluster.isEmpty()) {
        for (const Batch &batch : m_operationService.journal().history(cluster, m_limit))
            take(batch);
    }
    return batches;
}

void TimelinePage::showLines()
{
    QList<AccountLog> logs;
    for (const auto &log : m_logs)
        logs.append(log->log());
    const QList<TimelineLine> lines = timelineOf(batches(), logs, m_nameOf);
    m_filter->setPeople(peopleIn(lines));
    const QDateTime now = m_clock ? m_clock->utcNow() : QDateTime::currentDateTimeUtc();
    const QString opened = m_opened;
    m_lines.show(lines, matching(lines, m_filter->filter(now)));
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
    const int all = m_lines.lineCount();
    const QLocale locale;
    m_exportLines->setEnabled(shown > 0);
    if (all == 0)
        m_filter->setFound(logsAre(LogReader::Status::Reading) ? tr("Reading…")
                                                               : tr("Nothing was done yet."));
    else if (shown == all)
        m_filter->setFound(tr("%Ln line(s)", nullptr, all));
    else
        m_filter->setFound(tr("%1 of %Ln line(s)", nullptr, all).arg(locale.toString(shown)));
}

bool TimelinePage::logsAre(LogReader::Status status) const
{
    return std::any_of(m_logs.begin(), m_logs.end(),
                       [&](const auto &log) { return log->status() == status; });
}

void TimelinePage::showLogs()
{
    QStringList told;
    bool older = m_hasOlder;
    for (const auto &log : m_logs) {
        told.append(logText(*log));
        older = older || !log->reachesBeginning();
    }
    const bool failed = logsAre(LogReader::Status::Failed);
    const QString text = told.join(u'\n');
    if (m_logState->text() != text)
        m_logState->setText(text);
    if (failed)
        setStatusColor(m_logState, StatusColor::Warning);
    else
        setMuted(m_logState);
    const bool reading = logsAre(LogReader::Status::Reading);
    m_logState->setVisible(!m_logs.empty());
    m_stop->setVisible(reading);
    m_again->setVisible(!reading && !m_logs.empty());
    m_more->setVisible(older);
    m_more->setEnabled(!reading);
}

const TimelineLine *TimelinePage::current() const
{
    const int row = m_list->currentIndex().row();
    return row >= 0 && row < m_lines.rowCount() ? &m_lines.lineAt(row) : nullptr;
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
    if (batch || !line) {
        m_story = batch ? m_operationService.journal().events(batch->id) : QList<JournalEvent>();
        m_items.setBatch(batch ? *batch : Batch());
        setText(m_shown, batch ? visibleLines(batch->shown) : QString());
        m_details->setCurrentWidget(m_tabs);
        showStory();
    } else {
        setText(m_facts, factsText(*line));
        m_details->setCurrentWidget(m_facts);
    }
    if (another)
        emit opened();
}

void TimelinePage::showStory()
{
    const Batch *batch = openBatch();
    const QModelIndexList rows = m_itemTable->selectionModel()->selectedRows();
    m_events.setEvents(batch ? *batch : Batch(), m_story,
                       rows.size() == 1 ? std::optional(rows.first().row()) : std::nullopt);
}

void TimelinePage::exportBatch()
{
    if (const Batch *batch = openBatch())
        (new ExportDialog(*batch, m_story, m_demo, this))->open();
}

void TimelinePage::exportLines()
{
    ExportContent content;
    content.name = QStringLiteral("history");
    content.csv = [lines = m_lines.lines()](const CsvOptions &options) {
        return csv(lines, options);
    };
    content.json = [lines = m_lines.lines(), demo = m_demo] { return json(lines, demo); };
    (new ExportDialog(content, m_demo, this))->open();
}

} // namespace clusterdeck

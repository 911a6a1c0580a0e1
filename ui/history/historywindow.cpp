// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historywindow.h"

#include "app/visibletext.h"
#include "ui/history/exportdialog.h"
#include "ui/look/badge.h"
#include "ui/look/glyphs.h"
#include "ui/look/metrics.h"
#include "ui/look/tables.h"
#include "ui/operations/verbtext.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>

namespace clusterdeck
{

namespace
{

/// Read at once; more of them only when somebody asks.
constexpr int FirstLimit = 100;

QWidget *columnOf(QWidget *parent, std::initializer_list<QWidget *> widgets)
{
    auto *body = new QWidget(parent);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::Medium);
    for (QWidget *widget : widgets)
        column->addWidget(widget);
    return body;
}

} // namespace

HistoryWindow::HistoryWindow(OperationsDesk &desk, bool demo, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_demo(demo)
    , m_limit(FirstLimit)
    , m_filter(new QLineEdit(this))
    , m_found(new QLabel(this))
    , m_list(new QTableView(this))
    , m_more(new QPushButton(tr("Show older ones"), this))
    , m_tabs(new QTabWidget(this))
    , m_itemTable(new QTableView(this))
    , m_eventTable(new QTableView(this))
    , m_shown(new QPlainTextEdit(this))
    , m_export(new QPushButton(tr("&Export…"), this))
{
    setObjectName(QStringLiteral("History"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(demo ? tr("History – DEMO") : tr("History"));
    createTables();
    createTabs();
    layOut();
    m_reading.setSingleShot(true);
    m_reading.setInterval(200);
    const auto readSoon = [this] { m_reading.start(); };
    connect(&m_reading, &QTimer::timeout, this, &HistoryWindow::read);
    connect(m_filter, &QLineEdit::textChanged, this, readSoon);
    connect(&desk, &OperationsDesk::batchAdded, this, readSoon);
    connect(&desk, &OperationsDesk::itemChanged, this, readSoon);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &HistoryWindow::openBatch);
    connect(m_itemTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &HistoryWindow::showStory);
    connect(m_more, &QPushButton::clicked, this, &HistoryWindow::readMore);
    connect(m_export, &QPushButton::clicked, this, &HistoryWindow::exportBatch);
    read();
    m_filter->setFocus();
}

void HistoryWindow::createTables()
{
    m_filter->setObjectName(QStringLiteral("Filter history"));
    m_filter->setAccessibleName(tr("Filter by cluster ID"));
    m_filter->setPlaceholderText(tr("Filter by cluster ID"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(lineIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_filter->setFixedWidth(fontMetrics().averageCharWidth() * 36);
    m_found->setTextFormat(Qt::PlainText);
    m_list->setObjectName(QStringLiteral("Batches"));
    m_list->setAccessibleName(tr("Batches"));
    m_itemTable->setObjectName(QStringLiteral("Items"));
    m_itemTable->setAccessibleName(tr("Clusters of the batch"));
    m_eventTable->setObjectName(QStringLiteral("Events"));
    m_eventTable->setAccessibleName(tr("What happened"));
    for (QTableView *table : {m_list, m_itemTable, m_eventTable})
        makeQuietTable(table);
    m_list->setModel(&m_batches);
    m_itemTable->setModel(&m_items);
    m_eventTable->setModel(&m_events);
    m_list->setSelectionMode(QTableView::SingleSelection);
    setWidths(m_list, {24, 20, 18, 10, 46});
    setWidths(m_itemTable, {24, 18, 16, 16, 12, 12, 50});
    setWidths(m_eventTable, {18, 11, 20, 16, 60});
    for (QTableView *table : {m_itemTable, m_eventTable, m_list}) {
        table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Interactive);
        table->horizontalHeader()->setStretchLastSection(true);
    }
    m_more->setObjectName(QStringLiteral("Show older"));
    m_more->setAutoDefault(false);
    m_export->setObjectName(QStringLiteral("Export history"));
    m_export->setAutoDefault(false);
}

void HistoryWindow::createTabs()
{
    m_shown->setObjectName(QStringLiteral("As shown"));
    m_shown->setAccessibleName(tr("What was shown"));
    m_shown->setReadOnly(true);
    m_shown->setTabChangesFocus(true);
    m_tabs->addTab(m_itemTable, tr("&Clusters"));
    m_tabs->addTab(m_eventTable, tr("What &happened"));
    m_tabs->addTab(m_shown, tr("What was &shown"));
}

void HistoryWindow::layOut()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(space::Medium);
    head->addWidget(m_filter);
    head->addWidget(m_found, 1);
    if (m_demo)
        head->addWidget(new DemoBadge(this));
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(columnOf(splitter, {m_list, m_more}));
    splitter->addWidget(m_tabs);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    auto *close = new QPushButton(tr("Close"), this);
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::Medium);
    foot->addWidget(m_export);
    foot->addStretch(1);
    foot->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::Large, space::Large, space::Large, space::Large);
    column->setSpacing(space::Medium);
    column->addLayout(head);
    column->addWidget(splitter, 1);
    column->addLayout(foot);
    const QSize screenful = screen()->availableSize() - QSize(2 * space::Huge, 3 * space::Huge);
    resize(QSize(fontMetrics().averageCharWidth() * 165, fontMetrics().height() * 40)
               .boundedTo(screenful));
}

const Batch *HistoryWindow::current() const
{
    const QModelIndex row = m_list->currentIndex();
    return row.isValid() ? &m_batches.batchAt(row.row()) : nullptr;
}

void HistoryWindow::readMore()
{
    m_limit *= 4;
    read();
}

void HistoryWindow::read()
{
    const QString open = current() ? current()->id : QString();
    const QString filter = m_filter->text().trimmed();
    // One more than is shown tells whether there are more.
    QList<Batch> batches = m_desk.journal().history(filter, m_limit + 1);
    m_more->setVisible(batches.size() > m_limit);
    batches = batches.mid(0, m_limit);
    m_batches.setBatches(batches);
    m_found->setText(batches.isEmpty() ? filter.isEmpty() ? tr("Nothing was done yet.")
                                                          : tr("No batch is about such a cluster.")
                                       : tr("%n batch(es)", nullptr, int(batches.size())));
    int row = 0;
    for (int i = 0; i < batches.size(); ++i)
        row = batches.at(i).id == open ? i : row;
    if (!batches.isEmpty())
        m_list->setCurrentIndex(m_batches.index(row, 0));
    openBatch();
}

void HistoryWindow::openBatch()
{
    const Batch *batch = current();
    m_export->setEnabled(batch);
    m_story = batch ? m_desk.journal().events(batch->id) : QList<JournalEvent>();
    m_items.setBatch(batch ? *batch : Batch());
    m_shown->setPlainText(batch ? visibleLines(batch->shown) : QString());
    showStory();
}

void HistoryWindow::showStory()
{
    const QModelIndexList rows = m_itemTable->selectionModel()->selectedRows();
    m_events.setEvents(current() ? *current() : Batch(), m_story,
                       rows.size() == 1 ? std::optional(rows.first().row()) : std::nullopt);
}

void HistoryWindow::exportBatch()
{
    if (const Batch *batch = current())
        (new ExportDialog(*batch, m_story, m_demo, this))->open();
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/tombstonepage.h"

#include "app/history/export.h"
#include "ui/history/exportdialog.h"
#include "ui/history/tombstonetext.h"
#include "ui/look/badge.h"
#include "ui/look/columnfit.h"
#include "ui/look/format.h"
#include "ui/look/glyphs.h"
#include "ui/look/metrics.h"
#include "ui/look/tables.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>

#include <limits>
#include <utility>

namespace clusterdeck
{

namespace
{

/// Read at a time: less than a frame's worth.
constexpr int Portion = 100;

} // namespace

TombstonePage::TombstonePage(OperationsDesk &desk, bool demo, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_demo(demo)
    , m_filter(new QLineEdit(this))
    , m_found(new QLabel(this))
    , m_table(new QTableView(this))
    , m_details(new QPlainTextEdit(this))
    , m_foot(new QHBoxLayout)
{
    createTable();
    layOut();
    m_reading.setSingleShot(true);
    m_reading.setInterval(0);
    connect(&m_reading, &QTimer::timeout, this, &TombstonePage::readOn);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model.setFilter(text.trimmed());
        select();
    });
    connect(&desk, &OperationsDesk::itemChanged, this, [this] { m_stale = true; });
    connect(&desk, &OperationsDesk::batchFinished, this, &TombstonePage::journalChanged);
    const QItemSelectionModel *selection = m_table->selectionModel();
    connect(selection, &QItemSelectionModel::currentRowChanged, this, &TombstonePage::showCurrent);
    connect(selection, &QItemSelectionModel::selectionChanged, this, &TombstonePage::showFound);
    showCurrent();
}

void TombstonePage::createTable()
{
    m_filter->setObjectName(QStringLiteral("Filter tombstones"));
    m_filter->setAccessibleName(tr("Search the deleted clusters"));
    m_filter->setPlaceholderText(tr("Name, ID, owner, software…"));
    m_filter->setClearButtonEnabled(true);
    addSearchSign(m_filter);
    fitPlaceholder(m_filter, 36);
    m_found->setObjectName(QStringLiteral("Found tombstones"));
    m_found->setTextFormat(Qt::PlainText);
    m_table->setObjectName(QStringLiteral("Tombstones"));
    m_table->setAccessibleName(tr("Deleted clusters, newest first"));
    makeQuietTable(m_table);
    setModelInPlace(m_table, &m_model);
    m_table->setSelectionMode(QTableView::ExtendedSelection);
    setWidths(m_table, {22, 18, 21, 15, 6, 34, 11, 20, 26, 10});
    new ColumnFit(m_table, ColumnFit::LastShown,
                  {TombstoneModel::Id, TombstoneModel::By, TombstoneModel::CpuHours});
    m_details->setObjectName(QStringLiteral("Tombstone"));
    m_details->setAccessibleName(tr("What was known of the cluster"));
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
}

QPushButton *TombstonePage::addButton(const char *name, const QString &text,
                                      void (TombstonePage::*press)())
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, press);
    m_foot->addWidget(button);
    return button;
}

void TombstonePage::layOut()
{
    m_foot->setSpacing(space::Medium);
    m_ofSelected = {
        addButton("Copy text", tr("&Copy text"), &TombstonePage::copyText),
        addButton("Copy JSON", tr("Copy &JSON"), &TombstonePage::copyJson),
        addButton("Copy citation", tr("Copy c&itation"), &TombstonePage::copyCitation),
        addButton("Export selected", tr("&Export selected…"), &TombstonePage::exportSelected)};
    m_exportAll = addButton("Export all", tr("Export &all shown…"), &TombstonePage::exportShown);
    m_foot->addStretch(1);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::Medium);
    head->addWidget(m_filter);
    head->addWidget(m_found, 1);
    if (m_demo)
        head->addWidget(new DemoBadge(this));
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(m_details);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::Medium, space::Medium, space::Medium, space::Medium);
    column->setSpacing(space::Medium);
    column->addLayout(head);
    column->addWidget(splitter, 1);
    column->addLayout(m_foot);
}

void TombstonePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        readAnew();
}

void TombstonePage::journalChanged()
{
    m_stale = true;
    if (isVisible())
        readAnew();
}

void TombstonePage::readAnew()
{
    m_stale = false;
    m_next = std::numeric_limits<qint64>::max();
    m_read.clear();
    readOn();
}

/// An empty table fills portion by portion; another one changes once all is read.
void TombstonePage::readOn()
{
    const QList<Tombstone> read = m_desk.journal().tombstones(Portion, m_next);
    m_problem = m_desk.journal().readProblem();
    const bool whole = read.size() < Portion;
    if (!read.isEmpty())
        m_next = read.constLast().number;
    if (m_model.total() == m_read.size())
        m_model.append(read);
    m_read += read;
    if (!whole)
        m_reading.start();
    else if (m_problem.isEmpty())
        m_model.replace(std::exchange(m_read, {}));
    select();
}

/// The one that was current stays it; else the one that took its place, or the first.
void TombstonePage::select()
{
    const QModelIndex current = m_table->currentIndex();
    if (!m_table->selectionModel()->hasSelection() && m_model.rowCount() > 0)
        m_table->selectRow(current.isValid() ? current.row() : qMax(0, m_model.rowOf(m_chosen)));
    showCurrent();
}

void TombstonePage::showCurrent()
{
    const int row = m_table->currentIndex().row();
    const bool any = row >= 0 && row < m_model.rowCount();
    if (any)
        m_chosen = m_model.at(row).number;
    const QString text = any ? detailText(m_model.at(row), m_demo) : QString();
    if (m_details->toPlainText() != text) // else it stays as it stands: selected, scrolled
        m_details->setPlainText(text);
    showFound();
}

void TombstonePage::showFound()
{
    const bool any = m_table->selectionModel()->hasSelection();
    for (QPushButton *button : std::as_const(m_ofSelected))
        button->setEnabled(any);
    m_exportAll->setEnabled(m_model.rowCount() > 0);
    const QLocale locale;
    if (!m_problem.isEmpty())
        m_found->setText(
            tr("The journal could not be read: %1").arg(shownLine(m_problem, LongestQuote)));
    else if (m_model.total() == 0)
        m_found->setText(tr("No cluster was deleted by this program yet."));
    else if (m_model.rowCount() == m_model.total())
        m_found->setText(tr("%Ln deleted cluster(s)", nullptr, m_model.total()));
    else
        m_found->setText(tr("%1 of %Ln deleted cluster(s)", nullptr, m_model.total())
                             .arg(locale.toString(m_model.rowCount())));
}

QList<Tombstone> TombstonePage::selected() const
{
    QList<Tombstone> stones;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        stones.append(m_model.at(index.row()));
    return stones;
}

void TombstonePage::copyText()
{
    QStringList texts;
    for (const Tombstone &stone : selected())
        texts.append(detailText(stone, m_demo));
    QApplication::clipboard()->setText(texts.join(QStringLiteral("\n\n")));
}

void TombstonePage::copyJson()
{
    QApplication::clipboard()->setText(QString::fromUtf8(json(selected(), m_demo)));
}

void TombstonePage::copyCitation()
{
    QStringList texts;
    for (const Tombstone &stone : selected())
        texts.append(citationText(stone, m_demo));
    QApplication::clipboard()->setText(texts.join(u'\n'));
}

void TombstonePage::exportSelected()
{
    exportThese(selected());
}

void TombstonePage::exportShown()
{
    QList<Tombstone> stones;
    for (int row = 0; row < m_model.rowCount(); ++row)
        stones.append(m_model.at(row));
    exportThese(stones);
}

void TombstonePage::exportThese(const QList<Tombstone> &stones)
{
    ExportContent content;
    content.name = QStringLiteral("deleted");
    content.csv = [stones](const CsvOptions &options) { return csv(stones, options); };
    content.json = [stones, demo = m_demo] { return json(stones, demo); };
    (new ExportDialog(content, m_demo, this))->open();
}

} // namespace clusterdeck

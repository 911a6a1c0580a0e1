// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/deletedclusterspage.h"

#include "app/history/export.h"
#include "ui/history/deletedclustertext.h"
#include "ui/history/exportdialog.h"
#include "ui/text/format.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/columnfit.h"
#include "ui/widgets/tables.h"

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

DeletedClustersPage::DeletedClustersPage(OperationService &operationService, bool demo,
                                         QWidget *parent)
    : QWidget(parent)
    , m_operationService(operationService)
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
    connect(&m_reading, &QTimer::timeout, this, &DeletedClustersPage::readOn);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model.setFilter(text.trimmed());
        select();
    });
    connect(&operationService, &OperationService::itemChanged, this, [this] { m_stale = true; });
    connect(&operationService, &OperationService::batchFinished, this,
            &DeletedClustersPage::journalChanged);
    const QItemSelectionModel *selection = m_table->selectionModel();
    connect(selection, &QItemSelectionModel::currentRowChanged, this,
            &DeletedClustersPage::showCurrent);
    connect(selection, &QItemSelectionModel::selectionChanged, this,
            &DeletedClustersPage::showFound);
    showCurrent();
}

void DeletedClustersPage::createTable()
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
    new ColumnFit(
        m_table, ColumnFit::LastShown,
        {DeletedClustersModel::Id, DeletedClustersModel::By, DeletedClustersModel::CpuHours});
    m_details->setObjectName(QStringLiteral("Tombstone"));
    m_details->setAccessibleName(tr("What was known of the cluster"));
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
}

QPushButton *DeletedClustersPage::addButton(const char *name, const QString &text,
                                            void (DeletedClustersPage::*press)())
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, press);
    m_foot->addWidget(button);
    return button;
}

void DeletedClustersPage::layOut()
{
    m_foot->setSpacing(space::Medium);
    m_ofSelected = {
        addButton("Copy text", tr("&Copy text"), &DeletedClustersPage::copyText),
        addButton("Copy JSON", tr("Copy &JSON"), &DeletedClustersPage::copyJson),
        addButton("Copy citation", tr("Copy c&itation"), &DeletedClustersPage::copyCitation),
        addButton("Export selected", tr("&Export selected…"),
                  &DeletedClustersPage::exportSelected)};
    m_exportAll =
        addButton("Export all", tr("Export &all shown…"), &DeletedClustersPage::exportShown);
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

void DeletedClustersPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        readAnew();
}

void DeletedClustersPage::journalChanged()
{
    m_stale = true;
    if (isVisible())
        readAnew();
}

void DeletedClustersPage::readAnew()
{
    m_stale = false;
    m_next = std::numeric_limits<qint64>::max();
    m_read.clear();
    readOn();
}

/// An empty table fills portion by portion; another one changes once all is read.
void DeletedClustersPage::readOn()
{
    const QList<DeletedCluster> read =
        m_operationService.journal().deletedClusters(Portion, m_next);
    m_problem = m_operationService.journal().readProblem();
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
void DeletedClustersPage::select()
{
    const QModelIndex current = m_table->currentIndex();
    if (!m_table->selectionModel()->hasSelection() && m_model.rowCount() > 0)
        m_table->selectRow(current.isValid() ? current.row() : qMax(0, m_model.rowOf(m_chosen)));
    showCurrent();
}

void DeletedClustersPage::showCurrent()
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

void DeletedClustersPage::showFound()
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

QList<DeletedCluster> DeletedClustersPage::selected() const
{
    QList<DeletedCluster> deletedClusters;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        deletedClusters.append(m_model.at(index.row()));
    return deletedClusters;
}

void DeletedClustersPage::copyText()
{
    QStringList texts;
    for (const DeletedCluster &deletedCluster : selected())
        texts.append(detailText(deletedCluster, m_demo));
    QApplication::clipboard()->setText(texts.join(QStringLiteral("\n\n")));
}

void DeletedClustersPage::copyJson()
{
    QApplication::clipboard()->setText(QString::fromUtf8(json(selected(), m_demo)));
}

void DeletedClustersPage::copyCitation()
{
    QStringList texts;
    for (const DeletedCluster &deletedCluster : selected())
        texts.append(citationText(deletedCluster, m_demo));
    QApplication::clipboard()->setText(texts.join(u'\n'));
}

void DeletedClustersPage::exportSelected()
{
    exportThese(selected());
}

void DeletedClustersPage::exportShown()
{
    QList<DeletedCluster> deletedClusters;
    for (int row = 0; row < m_model.rowCount(); ++row)
        deletedClusters.append(m_model.at(row));
    exportThese(deletedClusters);
}

void DeletedClustersPage::exportThese(const QList<DeletedCluster> &deletedClusters)
{
    ExportContent content;
    content.name = QStringLiteral("deleted");
    content.csv = [deletedClusters](const CsvOptions &options) {
        return csv(deletedClusters, options);
    };
    content.json = [deletedClusters, demo = m_demo] { return json(deletedClusters, demo); };
    (new ExportDialog(content, m_demo, this))->open();
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/deletedclusterspage.h"

#include "app/history/export.h"
#include "ui/history/deletedclustertext.h"
#include "ui/history/exportdialog.h"
#include "ui/history/historycolumns.h"
#include "ui/text/filetext.h"
#include "ui/text/format.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/recordtable.h"
#include "ui/widgets/tables.h"
#include "ui/widgets/windowcontext.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>

#include <limits>
#include <utility>

namespace clusterdeck
{

namespace
{

/// Clusters read at a time; one portion takes less than a frame.
constexpr int Portion = 100;

} // namespace

DeletedClustersPage::DeletedClustersPage(OperationService &operationService, QWidget *parent)
    : QWidget(parent)
    , m_operationService(operationService)
    , m_dataKind(windowContextOf(this).dataKind)
    , m_model(
          deletedClusterColumns(), [](const DeletedCluster &cluster) { return cluster.number; },
          this, Sorting::ByColumns)
    , m_filter(new QLineEdit(this))
    , m_found(new QLabel(this))
    , m_table(
          new RecordTable(QStringLiteral("Tombstones"), tr("Deleted clusters, newest first"), this))
    , m_details(new QPlainTextEdit(this))
    , m_foot(new QHBoxLayout)
{
    createTable();
    layOut();
    m_reading.setSingleShot(true);
    m_reading.setInterval(0);
    connect(&m_reading, &QTimer::timeout, this, &DeletedClustersPage::readNext);
    connect(m_filter, &QLineEdit::textChanged, this, &DeletedClustersPage::showMatching);
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
    addSearchIcon(m_filter);
    fitPlaceholder(m_filter, 36);
    m_found->setObjectName(QStringLiteral("Found tombstones"));
    m_found->setTextFormat(Qt::PlainText);
    m_table->setRecordModel(&m_model);
    m_details->setObjectName(QStringLiteral("Deleted cluster"));
    m_details->setAccessibleName(tr("Last known details of the cluster"));
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
        readFromStart();
}

void DeletedClustersPage::journalChanged()
{
    m_stale = true;
    if (isVisible())
        readFromStart();
}

void DeletedClustersPage::readFromStart()
{
    m_stale = false;
    m_next = std::numeric_limits<qint64>::max();
    m_read.clear();
    readNext();
}

/// An empty table shows its first rows at once; a table with rows changes only when everything is
/// read.
void DeletedClustersPage::readNext()
{
    const QList<DeletedCluster> read =
        m_operationService.journal().deletedClusters(Portion, m_next);
    m_problem = m_operationService.journal().readProblem();
    const bool whole = read.size() < Portion;
    if (!read.isEmpty())
        m_next = read.constLast().number;
    m_read += read;
    if (!whole)
        m_reading.start();
    const bool more = m_read.size() > m_all.size();
    if (whole ? m_problem.isEmpty() || more : m_all.isEmpty()) {
        m_all = m_read;
        showMatching();
    } else {
        showFound();
    }
}

/// The current cluster stays current; otherwise the one at its row becomes current, or the first.
void DeletedClustersPage::showMatching()
{
    const QString text = m_filter->text().trimmed();
    QList<DeletedCluster> found;
    for (const DeletedCluster &cluster : std::as_const(m_all)) {
        if (matches(cluster, text))
            found.append(cluster);
    }
    m_model.setRecords(found);
    const QModelIndex current = m_table->currentIndex();
    if (!m_table->selectionModel()->hasSelection() && m_model.rowCount() > 0)
        m_table->selectRow(current.isValid() ? current.row() : qMax(0, m_model.rowOf(m_current)));
    showCurrent();
}

void DeletedClustersPage::showCurrent()
{
    const int row = m_table->currentIndex().row();
    const bool any = row >= 0 && row < m_model.rowCount();
    if (any)
        m_current = m_model.at(row).number;
    const QString text = any ? detailText(m_model.at(row), m_dataKind) : QString();
    if (m_details->toPlainText() != text) // otherwise its selection and scroll position stay
        m_details->setPlainText(text);
    showFound();
}

void DeletedClustersPage::showFound()
{
    const bool any = m_table->selectionModel()->hasSelection();
    for (QPushButton *button : std::as_const(m_ofSelected))
        button->setEnabled(any);
    m_exportAll->setEnabled(m_model.rowCount() > 0);
    const int all = int(m_all.size());
    const int shown = m_model.rowCount();
    const bool failed = !m_problem.isEmpty();
    m_table->setEmptyText(failed     ? QString()
                          : all == 0 ? tr("This program has not deleted any clusters yet.")
                                     : tr("No deleted cluster matches the filter."));
    m_found->setText(failed     ? journalProblemText(m_problem)
                     : all == 0 ? QString()
                     : shown == all
                         ? tr("%Ln deleted cluster(s)", nullptr, all)
                         : tr("%1 of %Ln deleted cluster(s)", nullptr, all).arg(numberText(shown)));
}

QList<DeletedCluster> DeletedClustersPage::selected() const
{
    QList<DeletedCluster> clusters;
    for (const int row : m_table->selectedRowNumbers())
        clusters.append(m_model.at(row));
    return clusters;
}

void DeletedClustersPage::copyText()
{
    QStringList texts;
    for (const DeletedCluster &cluster : selected())
        texts.append(detailText(cluster, m_dataKind));
    QApplication::clipboard()->setText(texts.join(QStringLiteral("\n\n")));
}

void DeletedClustersPage::copyJson()
{
    QApplication::clipboard()->setText(QString::fromUtf8(json(selected(), m_dataKind)));
}

void DeletedClustersPage::copyCitation()
{
    QStringList texts;
    for (const DeletedCluster &cluster : selected())
        texts.append(citationText(cluster, m_dataKind));
    QApplication::clipboard()->setText(texts.join(u'\n'));
}

void DeletedClustersPage::exportSelected()
{
    exportClusters(selected());
}

void DeletedClustersPage::exportShown()
{
    exportClusters(m_model.records());
}

void DeletedClustersPage::exportClusters(const QList<DeletedCluster> &clusters)
{
    ExportContent content;
    content.name = QStringLiteral("deleted");
    content.csv = [clusters](const CsvOptions &options) { return csv(clusters, options); };
    content.json = [clusters, dataKind = m_dataKind] { return json(clusters, dataKind); };
    (new ExportDialog(content, this))->open();
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/cleanuppage.h"

#include "app/operations/operationservice.h"
#include "ui/charts/countdisplay.h"
#include "ui/clusters/table/clustertable.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"
#include "ui/words/verbtext.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

namespace clusterdeck
{

namespace
{

/// The counts before, during or after a clean-up.
struct Moment {
    QString name;
    NodeCount left;
    NodeCount going;
    NodeCount removed;

    [[nodiscard]] NodeCount existing() const { return left + going; }
};

QList<Moment> momentsOf(const CleanUp &cleanUp, bool isForecast)
{
    const NodeCount none;
    QList<Moment> moments;
    if (isForecast) {
        moments.append({CleanUpPage::tr("Now"), cleanUp.left, cleanUp.going, none});
        moments.append({CleanUpPage::tr("Afterwards"), cleanUp.left, none, cleanUp.going});
        return moments;
    }
    moments.append(
        {CleanUpPage::tr("Before"), cleanUp.left, cleanUp.going + cleanUp.removed, none});
    moments.append({CleanUpPage::tr("Now"), cleanUp.left, cleanUp.going, cleanUp.removed});
    if (cleanUp.going.clusters > 0)
        moments.append(
            {CleanUpPage::tr("Afterwards"), cleanUp.left, none, cleanUp.going + cleanUp.removed});
    return moments;
}

QString countCell(const NodeCount &count, bool ofNodes)
{
    return ofNodes ? nodesCell(count) : numberText(count.clusters);
}

/// "291  (− 49)"
QString labelOf(const Moment &moment, bool ofNodes)
{
    const QString existing = countCell(moment.existing(), ofNodes);
    if (moment.removed.clusters == 0)
        return existing;
    return CleanUpPage::tr("%1  (− %2)", "existing (minus deleted)")
        .arg(existing, countCell(moment.removed, ofNodes));
}

BarChart chartOf(const QList<Moment> &moments, bool ofNodes)
{
    BarSeries left{CleanUpPage::tr("Remaining"), {ChartColor::Blue, Qt::SolidPattern}, {}, {}};
    BarSeries going{
        CleanUpPage::tr("To be deleted"), {ChartColor::Orange, Qt::BDiagPattern}, {}, {}};
    BarSeries removed{CleanUpPage::tr("Deleted"), {ChartColor::Grey, Qt::Dense6Pattern}, {}, {}};
    const auto number = [&](const NodeCount &count) {
        return ofNodes ? double(count.nodes) : double(count.clusters);
    };
    BarChart chart;
    chart.title = ofNodes ? CleanUpPage::tr("Nodes") : CleanUpPage::tr("Clusters");
    chart.isStacked = true;
    for (const Moment &moment : moments) {
        chart.categories.append(moment.name);
        left.values.append(number(moment.left));
        going.values.append(number(moment.going));
        removed.values.append(number(moment.removed));
        removed.labels.append(labelOf(moment, ofNodes));
    }
    chart.series = {left, going, removed};
    return chart;
}

} // namespace

CleanUpPage::CleanUpPage(ClusterModel &clusters, OperationService &operationService,
                         ClusterTable &table, QWidget *parent)
    : BarChartsPage(tr("Clusters and nodes before and after a clean-up"), parent)
    , m_clusters(clusters)
    , m_operationService(operationService)
    , m_table(table)
    , m_choice(new QComboBox(this))
{
    setObjectName(QStringLiteral("Clean-up"));
    m_choice->setObjectName(QStringLiteral("What"));
    m_choice->setAccessibleName(tr("Which clean-up"));
    auto *label = new QLabel(tr("&Show:"), this);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(m_choice);
    headLine()->addWidget(label);
    headLine()->addWidget(m_choice);
    headLine()->addStretch(1);
    setUpTable({tr("When"), tr("Clusters"), tr("Nodes"), tr("Clusters to be deleted"),
                tr("Nodes to be deleted"), tr("Deleted clusters"), tr("Deleted nodes")},
               {0});
    fillChoice();
    connect(m_choice, &QComboBox::currentIndexChanged, this, &CleanUpPage::refresh);
    connect(&clusters, &ClusterModel::updateEnds, this, &CleanUpPage::refresh);
    connect(&table, &ClusterTable::selectedKeysChanged, this, &CleanUpPage::refresh);
    connect(&operationService, &OperationService::itemChanged, this, &CleanUpPage::refresh);
    connect(&operationService, &OperationService::locksChanged, this, &CleanUpPage::refresh);
    connect(&operationService, &OperationService::batchAdded, this, &CleanUpPage::fillChoice);
}

/// The selected clusters, and below them the delete batches of this session, newest first.
void CleanUpPage::fillChoice()
{
    const QString chosen = m_choice->currentData().toString();
    const QSignalBlocker muted(m_choice);
    m_choice->clear();
    m_choice->addItem(tr("Forecast: delete the selected clusters"), QString());
    const QList<BatchRunner *> &batches = m_operationService.batches();
    for (auto runner = batches.rbegin(); runner != batches.rend(); ++runner) {
        const Batch &batch = (*runner)->batch();
        if (batch.verb == Verb::Delete)
            m_choice->addItem(tr("%1 in %2, %3", "what, account, time")
                                  .arg(batchTitle(batch),
                                       shownLine(batch.accountName, LongestNameShown),
                                       timeText(batch.confirmedAt)),
                              batch.id);
    }
    m_choice->setCurrentIndex(qMax(0, m_choice->findData(chosen)));
    refresh();
}

const Batch *CleanUpPage::batch() const
{
    const QString id = m_choice->currentData().toString();
    for (const BatchRunner *runner : m_operationService.batches()) {
        if (!id.isEmpty() && runner->batch().id == id)
            return &runner->batch();
    }
    return nullptr;
}

QString CleanUpPage::sentence() const
{
    const CleanUp &all = m_cleanUp;
    if (!batch()) {
        if (all.left.clusters + all.going.clusters == 0)
            return tr("No clusters are listed.");
        if (all.going.clusters + all.kept.clusters == 0)
            return tr("No clusters are selected. Listed: %1 with %2.")
                .arg(clustersText(all.left.clusters), nodesText(all.left));
        if (all.going.clusters == 0)
            return tr("None of the %Ln selected cluster(s) can be deleted now.", nullptr,
                      all.kept.clusters);
        QStringList parts{
            tr("After deleting %Ln selected cluster(s): %1 → %2.", nullptr, all.going.clusters)
                .arg(nodesCell(all.now()), nodesText(all.left))};
        if (all.kept.clusters > 0)
            parts.append(
                tr("%Ln selected cluster(s) cannot be deleted now.", nullptr, all.kept.clusters));
        return sentences(parts);
    }
    QStringList parts{
        tr("Deleted: %1 with %2.").arg(clustersText(all.removed.clusters), nodesText(all.removed))};
    if (all.going.clusters > 0)
        parts.append(tr("In progress: %1 with %2.")
                         .arg(clustersText(all.going.clusters), nodesText(all.going)));
    if (all.kept.clusters > 0)
        parts.append(tr("Not deleted: %1 with %2.")
                         .arg(clustersText(all.kept.clusters), nodesText(all.kept)));
    parts.append(
        all.isListed
            ? tr("The account now lists %1 with %2; \"Before\" adds the deleted ones.")
                  .arg(clustersText(all.now().clusters), nodesText(all.now()))
            : tr("No clusters of the account are listed, so the remaining number is unknown."));
    return sentences(parts);
}

void CleanUpPage::count()
{
    const Batch *chosen = batch();
    m_cleanUp = chosen ? cleanUpBy(*chosen, m_clusters)
                       : forecastOf(m_table.selectedKeys(), m_clusters, m_operationService);
    QList<QStringList> rows;
    for (const Moment &moment : momentsOf(m_cleanUp, !chosen))
        rows.append({moment.name, countCell(moment.existing(), false),
                     countCell(moment.existing(), true), countCell(moment.going, false),
                     countCell(moment.going, true), countCell(moment.removed, false),
                     countCell(moment.removed, true)});
    numbers().setRecords(rows);
    setSummary(sentence());
}

QList<QList<BarChart>> CleanUpPage::charts() const
{
    const QList<Moment> moments = momentsOf(m_cleanUp, !batch());
    return {{chartOf(moments, true)}, {chartOf(moments, false)}};
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/cleanuppage.h"

#include "app/operations/operationservice.h"
#include "ui/charts/picturetext.h"
#include "ui/clusters/table/clustertable.h"
#include "ui/operations/verbtext.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"
#include "ui/theme/chartcolors.h"
#include "ui/theme/metrics.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

namespace clusterdeck
{

namespace
{

/// A moment of the clean-up, with what is there then.
struct Moment {
    QString name;
    NodeCount stays;
    NodeCount going;
    NodeCount gone;

    [[nodiscard]] NodeCount there() const { return stays + going; }
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
    return ofNodes ? nodesCell(count) : QLocale().toString(count.clusters);
}

/// "291, 49 fewer"
QString labelOf(const Moment &moment, bool ofNodes)
{
    const QString there = countCell(moment.there(), ofNodes);
    if (moment.gone.clusters == 0)
        return there;
    return CleanUpPage::tr("%1  (− %2)", "left (minus gone)")
        .arg(there, countCell(moment.gone, ofNodes));
}

ChartData chartOf(const QList<Moment> &moments, bool ofNodes, const QPalette &palette)
{
    ChartSet stays{CleanUpPage::tr("Stays"),
                   colorForChart(ChartColor::Blue, palette),
                   Qt::SolidPattern,
                   {},
                   {}};
    ChartSet going{CleanUpPage::tr("Goes"),
                   colorForChart(ChartColor::Orange, palette),
                   Qt::BDiagPattern,
                   {},
                   {}};
    ChartSet gone{CleanUpPage::tr("Gone"),
                  colorForChart(ChartColor::Grey, palette),
                  Qt::Dense6Pattern,
                  {},
                  {}};
    const auto number = [&](const NodeCount &count) {
        return ofNodes ? double(count.nodes) : double(count.clusters);
    };
    ChartData data;
    data.title = ofNodes ? CleanUpPage::tr("Nodes") : CleanUpPage::tr("Clusters");
    data.isStacked = true;
    for (const Moment &moment : moments) {
        data.categories.append(moment.name);
        stays.values.append(number(moment.stays));
        going.values.append(number(moment.going));
        gone.values.append(number(moment.gone));
        gone.labels.append(labelOf(moment, ofNodes));
    }
    data.sets = {stays, going, gone};
    return data;
}

} // namespace

CleanUpPage::CleanUpPage(ClusterModel &clusters, OperationService &operationService,
                         ClusterTable &table, const QStringList &pluginFolders, QWidget *parent)
    : ChartsPage(tr("Clusters and nodes before and after a clean-up"), pluginFolders, parent)
    , m_clusters(clusters)
    , m_operationService(operationService)
    , m_table(table)
    , m_choice(new QComboBox(this))
{
    setObjectName(QStringLiteral("Clean-up"));
    m_choice->setObjectName(QStringLiteral("What"));
    m_choice->setAccessibleName(tr("Which clean-up"));
    auto *label = new QLabel(tr("&What:"), this);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(m_choice);
    headLine()->addWidget(label);
    headLine()->addWidget(m_choice);
    headLine()->addStretch(1);
    setUpTable({tr("When"), tr("Clusters"), tr("Nodes"), tr("Clusters going"), tr("Nodes going"),
                tr("Clusters gone"), tr("Nodes gone")},
               {0});
    fillChoice();
    connect(m_choice, &QComboBox::currentIndexChanged, this, &CleanUpPage::refresh);
    connect(&clusters, &ClusterModel::updateEnds, this, &CleanUpPage::refresh);
    connect(&table, &ClusterTable::selectedKeysChanged, this, &CleanUpPage::refresh);
    connect(&operationService, &OperationService::itemChanged, this, &CleanUpPage::refresh);
    connect(&operationService, &OperationService::locksChanged, this, &CleanUpPage::refresh);
    connect(&operationService, &OperationService::batchAdded, this, &CleanUpPage::fillChoice);
}

/// The selection, and below it the batches of this run that delete, the newest first.
void CleanUpPage::fillChoice()
{
    const QString chosen = m_choice->currentData().toString();
    const QSignalBlocker muted(m_choice);
    m_choice->clear();
    m_choice->addItem(tr("If the selected clusters were deleted"), QString());
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
            return tr("Nothing is selected: %1 with %2 stay as they are.")
                .arg(clustersText(all.left.clusters), nodesText(all.left));
        if (all.going.clusters == 0)
            return tr("None of the %Ln selected can be deleted as it stands.", nullptr,
                      all.kept.clusters);
        QStringList parts{tr("If the %Ln selected that can be deleted now were: %1 → %2.", nullptr,
                             all.going.clusters)
                              .arg(nodesCell(all.now()), nodesText(all.left))};
        if (all.kept.clusters > 0)
            parts.append(
                tr("%Ln selected cannot be deleted as they stand.", nullptr, all.kept.clusters));
        return sentences(parts);
    }
    QStringList parts{tr("It has removed %1 with %2.")
                          .arg(clustersText(all.removed.clusters), nodesText(all.removed))};
    if (all.going.clusters > 0)
        parts.append(tr("%1 with %2 are on their way.")
                         .arg(clustersText(all.going.clusters), nodesText(all.going)));
    if (all.kept.clusters > 0)
        parts.append(
            tr("%1 with %2 stayed.").arg(clustersText(all.kept.clusters), nodesText(all.kept)));
    parts.append(all.isListed
                     ? tr("Of its account %1 are listed now, with %2; \"before\" is this and what "
                          "it removed.")
                           .arg(clustersText(all.now().clusters), nodesText(all.now()))
                     : tr("Its account has no clusters listed: what is left is not known."));
    return sentences(parts);
}

void CleanUpPage::count()
{
    const Batch *chosen = batch();
    m_cleanUp = chosen ? cleanUpBy(*chosen, m_clusters)
                       : forecastOf(m_table.selectedKeys(), m_clusters, m_operationService);
    QList<QStringList> rows;
    for (const Moment &moment : momentsOf(m_cleanUp, !chosen))
        rows.append({moment.name, countCell(moment.there(), false), countCell(moment.there(), true),
                     countCell(moment.going, false), countCell(moment.going, true),
                     countCell(moment.gone, false), countCell(moment.gone, true)});
    numbers().setRows(rows);
    setSummary(sentence());
}

QList<QList<ChartData>> CleanUpPage::charts(const QPalette &palette) const
{
    const QList<Moment> moments = momentsOf(m_cleanUp, !batch());
    return {{chartOf(moments, true, palette)}, {chartOf(moments, false, palette)}};
}

} // namespace clusterdeck

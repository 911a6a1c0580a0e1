// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pictures/fleetpage.h"

#include "ui/look/format.h"
#include "ui/look/hues.h"
#include "ui/look/statelook.h"
#include "ui/pictures/picturetext.h"
#include "ui/pictures/shares.h"

#include <QLocale>

namespace clusterdeck
{

namespace
{

QString stateWord(ClusterState state)
{
    ClusterRecord record;
    switch (state) {
    case ClusterState::Pending:
        record.status = QStringLiteral("pending");
        break;
    case ClusterState::Active:
        record.status = QStringLiteral("active");
        break;
    case ClusterState::Stopped:
        record.status = QStringLiteral("stopped");
        break;
    case ClusterState::Suspended:
        record.status = QStringLiteral("suspended");
        break;
    case ClusterState::Deleted:
        record.status = QStringLiteral("deleted");
        break;
    case ClusterState::Unknown:
        return FleetPage::tr("Another status");
    }
    return lookOf(record).word;
}

QString wordText(const WordCount &word, bool isBilling)
{
    if (word.isRest)
        return FleetPage::tr("Others");
    if (word.word.isEmpty())
        return FleetPage::tr("Not told");
    return isBilling ? billingText(word.word) : shownLine(word.word, LongestNameShown);
}

QList<Share> sharesOf(const QList<StateCount> &counts)
{
    QList<Share> shares;
    for (const StateCount &count : counts)
        shares.append({stateWord(count.state), count.count});
    return shares;
}

QList<Share> sharesOf(const QList<WordCount> &counts, bool areBillings)
{
    QList<Share> shares;
    for (const WordCount &count : counts)
        shares.append({wordText(count, areBillings), count.count});
    return shares;
}

} // namespace

FleetPage::FleetPage(ClusterModel &clusters, const QStringList &pluginFolders, QWidget *parent)
    : ChartsPage(tr("Clusters and nodes by status, type and billing"), pluginFolders, parent)
    , m_clusters(clusters)
{
    setObjectName(QStringLiteral("Fleet"));
    setUpTable({tr("By"), tr("What"), tr("Clusters"), tr("of all clusters"), tr("Nodes"),
                tr("of all nodes"), tr("Clusters with unknown nodes")},
               {0, 1});
    connect(&clusters, &ClusterModel::updateEnds, this, &FleetPage::refresh);
}

void FleetPage::count()
{
    m_fleet = fleetOf(m_clusters);
    QList<QStringList> rows;
    const auto add = [&](const QString &by, const QList<Share> &shares) {
        for (const Share &share : shares)
            rows.append(QStringList{by, share.name} + cellsOf(share.count, m_fleet.all));
    };
    add(tr("Status"), sharesOf(m_fleet.byState));
    add(tr("Type"), sharesOf(m_fleet.byType, false));
    add(tr("Billing"), sharesOf(m_fleet.byBilling, true));
    if (m_fleet.all.clusters > 0)
        add(tr("All"), {{tr("All clusters"), m_fleet.all}});
    numbers().setRows(rows);
    setSummary(m_fleet.all.clusters == 0
                   ? tr("No clusters are listed.")
                   : tr("%1 with %2. Each bar is a share of all, its number stands behind it.")
                         .arg(clustersText(m_fleet.all.clusters), nodesText(m_fleet.all)));
}

QList<QList<ChartData>> FleetPage::charts(const QPalette &palette) const
{
    if (m_fleet.all.clusters == 0)
        return {};
    return {
        {shareChart(tr("By status"), sharesOf(m_fleet.byState), m_fleet.all, palette)},
        {shareChart(tr("By type"), sharesOf(m_fleet.byType, false), m_fleet.all, palette)},
        {shareChart(tr("By billing"), sharesOf(m_fleet.byBilling, true), m_fleet.all, palette)}};
}

} // namespace clusterdeck

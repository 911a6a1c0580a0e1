// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/overviewpage.h"

#include "ui/charts/picturetext.h"
#include "ui/charts/shares.h"
#include "ui/text/format.h"
#include "ui/theme/chartcolors.h"
#include "ui/theme/statelook.h"

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
        return OverviewPage::tr("Another status");
    }
    return lookOf(record).word;
}

QString wordText(const WordCount &word, bool isBilling)
{
    if (word.isRest)
        return OverviewPage::tr("Others");
    if (word.word.isEmpty())
        return OverviewPage::tr("Not told");
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

OverviewPage::OverviewPage(ClusterModel &clusters, const QStringList &pluginFolders,
                           QWidget *parent)
    : ChartsPage(tr("Clusters and nodes by status, type and billing"), pluginFolders, parent)
    , m_clusters(clusters)
{
    setObjectName(QStringLiteral("Fleet"));
    setUpTable({tr("By"), tr("What"), tr("Clusters"), tr("of all clusters"), tr("Nodes"),
                tr("of all nodes"), tr("Clusters with unknown nodes")},
               {0, 1});
    connect(&clusters, &ClusterModel::updateEnds, this, &OverviewPage::refresh);
}

void OverviewPage::count()
{
    m_overview = overviewOf(m_clusters);
    QList<QStringList> rows;
    const auto add = [&](const QString &by, const QList<Share> &shares) {
        for (const Share &share : shares)
            rows.append(QStringList{by, share.name} + cellsOf(share.count, m_overview.all));
    };
    add(tr("Status"), sharesOf(m_overview.byState));
    add(tr("Type"), sharesOf(m_overview.byType, false));
    add(tr("Billing"), sharesOf(m_overview.byBilling, true));
    if (m_overview.all.clusters > 0)
        add(tr("All"), {{tr("All clusters"), m_overview.all}});
    numbers().setRows(rows);
    setSummary(m_overview.all.clusters == 0
                   ? tr("No clusters are listed.")
                   : tr("%1 with %2. Each bar is a share of all, its number stands behind it.")
                         .arg(clustersText(m_overview.all.clusters), nodesText(m_overview.all)));
}

QList<QList<ChartData>> OverviewPage::charts(const QPalette &palette) const
{
    if (m_overview.all.clusters == 0)
        return {};
    return {
        {shareChart(tr("By status"), sharesOf(m_overview.byState), m_overview.all, palette)},
        {shareChart(tr("By type"), sharesOf(m_overview.byType, false), m_overview.all, palette)},
        {shareChart(tr("By billing"), sharesOf(m_overview.byBilling, true), m_overview.all,
                    palette)}};
}

} // namespace clusterdeck

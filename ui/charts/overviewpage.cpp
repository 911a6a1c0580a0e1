// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/overviewpage.h"

#include "ui/charts/countdisplay.h"
#include "ui/text/format.h"
#include "ui/words/statelook.h"

#include <QLocale>

namespace clusterdeck
{

namespace
{

QString stateWord(ClusterState state)
{
    return state == ClusterState::Unknown ? OverviewPage::tr("Another status") : lookOf(state).word;
}

QString wordText(const WordCount &word, bool isBilling)
{
    if (word.isRest)
        return OverviewPage::tr("Others");
    if (word.word.isEmpty())
        return OverviewPage::tr("Not reported");
    return isBilling ? billingText(word.word) : shownLine(word.word, LongestNameShown);
}

QList<NamedCount> named(const QList<StateCount> &counts)
{
    QList<NamedCount> result;
    for (const StateCount &count : counts)
        result.append({stateWord(count.state), count.count});
    return result;
}

QList<NamedCount> named(const QList<WordCount> &counts, bool areBillings)
{
    QList<NamedCount> result;
    for (const WordCount &count : counts)
        result.append({wordText(count, areBillings), count.count});
    return result;
}

} // namespace

OverviewPage::OverviewPage(ClusterModel &clusters, QWidget *parent)
    : BarChartsPage(tr("Clusters and nodes by status, type and billing"), parent)
    , m_clusters(clusters)
{
    setObjectName(QStringLiteral("Overview"));
    setUpTable({tr("Group"), tr("Value"), tr("Clusters"), tr("% of clusters"), tr("Nodes"),
                tr("% of nodes"), tr("Clusters with an unknown number of nodes")},
               {0, 1});
    connect(&clusters, &ClusterModel::updateEnds, this, &OverviewPage::refresh);
}

void OverviewPage::count()
{
    m_overview = overviewOf(m_clusters);
    QList<QStringList> rows;
    const auto add = [&](const QString &by, const QList<NamedCount> &counts) {
        for (const auto &[name, count] : counts)
            rows.append(QStringList{by, name} + percentageCells(count, m_overview.all));
    };
    add(tr("Status"), named(m_overview.byState));
    add(tr("Type"), named(m_overview.byType, false));
    add(tr("Billing"), named(m_overview.byBilling, true));
    if (m_overview.all.clusters > 0)
        add(tr("All"), {{tr("All clusters"), m_overview.all}});
    numbers().setRecords(rows);
    setSummary(m_overview.all.clusters == 0
                   ? tr("No clusters are listed.")
                   : tr("%1 with %2. Bars show the share of the total.")
                         .arg(clustersText(m_overview.all.clusters), nodesText(m_overview.all)));
}

QList<QList<BarChart>> OverviewPage::charts() const
{
    if (m_overview.all.clusters == 0)
        return {};
    return {{percentageChart(tr("By status"), named(m_overview.byState), m_overview.all)},
            {percentageChart(tr("By type"), named(m_overview.byType, false), m_overview.all)},
            {percentageChart(tr("By billing"), named(m_overview.byBilling, true), m_overview.all)}};
}

} // namespace clusterdeck

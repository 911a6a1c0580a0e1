// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/usagepage.h"

#include "ui/charts/countdisplay.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"

namespace clusterdeck
{

namespace
{

QString hoursCell(const std::optional<double> &hours)
{
    return hours ? hoursText(*hours) : unknownDash();
}

QString nameOf(const ClusterUse &use)
{
    return use.name.isEmpty() ? shownLine(use.key.id, LongestNameShown)
                              : shownLine(use.name, LongestNameShown);
}

/// "12 + 3": running and queued jobs. An unknown number is a dash, not 0.
QString jobsLabel(const ClusterUse &use)
{
    if (use.pendingJobs == 0)
        return numberText(use.runningJobs);
    return UsagePage::tr("%1 + %2", "running + waiting jobs")
        .arg(numberText(use.runningJobs), numberText(use.pendingJobs));
}

QList<NamedCount> idleAndLeastUsed(const Usage &usage)
{
    return {{UsagePage::tr("Active without jobs"), usage.idle},
            {UsagePage::tr("Least used: 1 % of hours"), usage.leastUsed}};
}

} // namespace

UsagePage::UsagePage(ClusterModel &clusters, QWidget *parent)
    : BarChartsPage(tr("CPU hours and jobs by cluster"), parent)
    , m_clusters(clusters)
{
    setObjectName(QStringLiteral("Usage"));
    setUpTable({tr("Cluster"), tr("ID"), tr("CPU hours"), tr("Running jobs"), tr("Queued jobs"),
                tr("Clusters"), tr("Nodes")},
               {0, 1});
    connect(&clusters, &ClusterModel::updateEnds, this, &UsagePage::refresh);
}

QString UsagePage::sentence() const
{
    if (m_usage.all.clusters == 0)
        return tr("No clusters are listed.");
    QStringList parts;
    if (!m_usage.top.isEmpty())
        parts.append(tr("%1 has the most CPU hours: %2 of %3.")
                         .arg(nameOf(m_usage.top.first()), hoursCell(m_usage.top.first().cpuHours),
                              hoursText(m_usage.cpuHours)));
    parts.append(tr("%1 active without jobs, with %2.")
                     .arg(clustersText(m_usage.idle.clusters), nodesText(m_usage.idle)));
    parts.append(tr("Least used: %1 with %2 together have at most 1 % of the CPU hours.")
                     .arg(clustersText(m_usage.leastUsed.clusters), nodesText(m_usage.leastUsed)));
    if (m_usage.hoursUnknown > 0)
        parts.append(
            tr("The CPU hours of %Ln cluster(s) are unknown.", nullptr, m_usage.hoursUnknown));
    if (m_usage.jobsUnknown > 0)
        parts.append(
            tr("The jobs of %Ln active cluster(s) are unknown.", nullptr, m_usage.jobsUnknown));
    return sentences(parts);
}

void UsagePage::count()
{
    m_usage = usageOf(m_clusters);
    QList<QStringList> rows;
    for (const ClusterUse &use : std::as_const(m_usage.top)) {
        const auto nodes = use.nodes ? NodeCount{1, *use.nodes, 0} : NodeCount{1, 0, 1};
        rows.append({nameOf(use), shownLine(use.key.id, LongestNameShown), hoursCell(use.cpuHours),
                     numberText(use.runningJobs), numberText(use.pendingJobs), numberText(1),
                     nodesCell(nodes)});
    }
    if (m_usage.all.clusters > 0) {
        const QString zero = numberText(0);
        rows.append({tr("Active without jobs"), QString(), QString(), zero, zero,
                     numberText(m_usage.idle.clusters), nodesCell(m_usage.idle)});
        rows.append({tr("Least used: 1 % of hours"), QString(), hoursText(m_usage.leastUsedHours),
                     QString(), QString(), numberText(m_usage.leastUsed.clusters),
                     nodesCell(m_usage.leastUsed)});
        rows.append({tr("All clusters"), QString(), hoursText(m_usage.cpuHours), QString(),
                     QString(), numberText(m_usage.all.clusters), nodesCell(m_usage.all)});
    }
    numbers().setRecords(rows);
    setSummary(sentence());
}

QList<QList<BarChart>> UsagePage::charts() const
{
    if (m_usage.all.clusters == 0)
        return {};
    BarChart hours;
    hours.title = tr("Top %Ln cluster(s) by CPU hours", nullptr, int(m_usage.top.size()));
    hours.stretch = 3;
    BarSeries spent{tr("CPU hours"), {ChartColor::Blue, Qt::SolidPattern}, {}, {}};
    BarChart jobs;
    jobs.title = tr("Jobs on these clusters");
    jobs.isStacked = true;
    jobs.hasCategoryNames = false;
    jobs.stretch = 2;
    BarSeries running{tr("Running"), {ChartColor::Green, Qt::SolidPattern}, {}, {}};
    BarSeries waiting{tr("Queued"), {ChartColor::Orange, Qt::BDiagPattern}, {}, {}};
    for (const ClusterUse &use : m_usage.top) {
        hours.categories.append(nameOf(use));
        spent.values.append(use.cpuHours.value_or(0));
        spent.labels.append(hoursCell(use.cpuHours));
        running.values.append(use.runningJobs.value_or(0));
        waiting.values.append(use.pendingJobs.value_or(0));
        waiting.labels.append(jobsLabel(use));
    }
    jobs.categories = hours.categories;
    hours.series = {spent};
    jobs.series = {running, waiting};
    QList<QList<BarChart>> rows;
    if (!m_usage.top.isEmpty())
        rows.append({hours, jobs});
    rows.append(
        {percentageChart(tr("Idle and least used"), idleAndLeastUsed(m_usage), m_usage.all)});
    return rows;
}

} // namespace clusterdeck

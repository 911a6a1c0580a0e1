// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/usagepage.h"

#include "ui/charts/picturetext.h"
#include "ui/charts/shares.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"
#include "ui/theme/chartcolors.h"

#include <QLocale>

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

/// "12 + 3"; what is not known is not 0.
QString jobsLabel(const ClusterUse &use)
{
    if (use.pendingJobs == 0)
        return numberText(use.runningJobs);
    return UsagePage::tr("%1 + %2", "running + waiting jobs")
        .arg(numberText(use.runningJobs), numberText(use.pendingJobs));
}

QList<Share> tailsOf(const Usage &use)
{
    return {{UsagePage::tr("Active without jobs"), use.idle},
            {UsagePage::tr("Least used: 1 % of hours"), use.leastUsed}};
}

} // namespace

UsagePage::UsagePage(ClusterModel &clusters, const QStringList &pluginFolders, QWidget *parent)
    : ChartsPage(tr("CPU hours and jobs by cluster"), pluginFolders, parent)
    , m_clusters(clusters)
{
    setObjectName(QStringLiteral("Use"));
    setUpTable({tr("Cluster"), tr("ID"), tr("CPU hours"), tr("Running jobs"), tr("Waiting jobs"),
                tr("Clusters"), tr("Nodes")},
               {0, 1});
    connect(&clusters, &ClusterModel::updateEnds, this, &UsagePage::refresh);
}

QString UsagePage::sentence() const
{
    if (m_use.all.clusters == 0)
        return tr("No clusters are listed.");
    QStringList parts;
    if (!m_use.top.isEmpty())
        parts.append(tr("%1 has most CPU hours: %2 of %3.")
                         .arg(nameOf(m_use.top.first()), hoursCell(m_use.top.first().cpuHours),
                              hoursText(m_use.cpuHours)));
    parts.append(tr("%1 active without jobs, with %2.")
                     .arg(clustersText(m_use.idle.clusters), nodesText(m_use.idle)));
    parts.append(tr("The least used: %1 with %2 have 1 % of the CPU hours or less together.")
                     .arg(clustersText(m_use.leastUsed.clusters), nodesText(m_use.leastUsed)));
    if (m_use.hoursUnknown > 0)
        parts.append(
            tr("Of %Ln cluster(s) the CPU hours are not known.", nullptr, m_use.hoursUnknown));
    if (m_use.jobsUnknown > 0)
        parts.append(
            tr("Of %Ln active cluster(s) the jobs are not known.", nullptr, m_use.jobsUnknown));
    return sentences(parts);
}

void UsagePage::count()
{
    m_use = usageOf(m_clusters);
    QList<QStringList> rows;
    for (const ClusterUse &use : std::as_const(m_use.top)) {
        const auto nodes = use.nodes ? NodeCount{1, *use.nodes, 0} : NodeCount{1, 0, 1};
        rows.append({nameOf(use), shownLine(use.key.id, LongestNameShown), hoursCell(use.cpuHours),
                     numberText(use.runningJobs), numberText(use.pendingJobs),
                     QLocale().toString(1), nodesCell(nodes)});
    }
    if (m_use.all.clusters > 0) {
        const QString zero = QLocale().toString(0);
        rows.append({tr("Active without jobs"), QString(), QString(), zero, zero,
                     QLocale().toString(m_use.idle.clusters), nodesCell(m_use.idle)});
        rows.append({tr("Least used: 1 % of hours"), QString(), hoursText(m_use.leastUsedHours),
                     QString(), QString(), QLocale().toString(m_use.leastUsed.clusters),
                     nodesCell(m_use.leastUsed)});
        rows.append({tr("All clusters"), QString(), hoursText(m_use.cpuHours), QString(), QString(),
                     QLocale().toString(m_use.all.clusters), nodesCell(m_use.all)});
    }
    numbers().setRows(rows);
    setSummary(sentence());
}

QList<QList<ChartData>> UsagePage::charts(const QPalette &palette) const
{
    if (m_use.all.clusters == 0)
        return {};
    ChartData hours;
    hours.title = tr("CPU hours, the top %Ln", nullptr, int(m_use.top.size()));
    ChartSet spent{
        tr("CPU hours"), colorForChart(ChartColor::Blue, palette), Qt::SolidPattern, {}, {}};
    ChartData jobs;
    jobs.title = tr("Jobs of the same");
    jobs.isStacked = true;
    ChartSet running{
        tr("Running"), colorForChart(ChartColor::Green, palette), Qt::SolidPattern, {}, {}};
    ChartSet waiting{
        tr("Waiting"), colorForChart(ChartColor::Orange, palette), Qt::BDiagPattern, {}, {}};
    for (const ClusterUse &use : m_use.top) {
        hours.categories.append(nameOf(use));
        spent.values.append(use.cpuHours.value_or(0));
        spent.labels.append(hoursCell(use.cpuHours));
        running.values.append(use.runningJobs.value_or(0));
        waiting.values.append(use.pendingJobs.value_or(0));
        waiting.labels.append(jobsLabel(use));
    }
    // Row by row beside the other: the names stand there once.
    jobs.categories = QStringList(hours.categories.size());
    hours.width = 3;
    jobs.width = 2;
    hours.sets = {spent};
    jobs.sets = {running, waiting};
    QList<QList<ChartData>> rows;
    if (!m_use.top.isEmpty())
        rows.append({hours, jobs});
    rows.append({shareChart(tr("The idle tail"), tailsOf(m_use), m_use.all, palette)});
    return rows;
}

} // namespace clusterdeck

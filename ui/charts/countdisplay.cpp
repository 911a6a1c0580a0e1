// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/countdisplay.h"

#include "ui/text/format.h"

#include <QCoreApplication>
#include <QLocale>

namespace clusterdeck
{

namespace
{

struct CountWords {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::Counts)
};

bool noneKnown(const NodeCount &count)
{
    return count.clusters > 0 && count.unknown == count.clusters;
}

double percentage(double part, double all)
{
    return all > 0 ? part / all * 100 : 0;
}

/// "31 %"; empty when `all` is 0.
QString percentageText(double part, double all)
{
    if (all <= 0)
        return {};
    const double percent = percentage(part, all);
    if (part > 0 && percent < 1)
        return CountWords::tr("< 1 %");
    return CountWords::tr("%1 %", "percent").arg(QLocale().toString(percent, 'f', 0));
}

QString barLabel(const QString &number, const QString &percentage)
{
    return percentage.isEmpty() ? number : number + QStringLiteral("  ·  ") + percentage;
}

} // namespace

QString clustersText(int clusters)
{
    return CountWords::tr("%Ln cluster(s)", nullptr, clusters);
}

QString nodesText(const NodeCount &count)
{
    if (noneKnown(count))
        return CountWords::tr("an unknown number of nodes");
    const int nodes = int(std::min<qint64>(count.nodes, std::numeric_limits<int>::max()));
    return count.unknown > 0 ? CountWords::tr("at least %Ln node(s)", nullptr, nodes)
                             : CountWords::tr("%Ln node(s)", nullptr, nodes);
}

QString nodesCell(const NodeCount &count)
{
    if (noneKnown(count))
        return unknownDash();
    const QString number = numberText(count.nodes);
    return count.unknown > 0 ? CountWords::tr("≥ %1", "at least").arg(number) : number;
}

BarChart percentageChart(const QString &title, const QList<NamedCount> &counts,
                         const NodeCount &all)
{
    BarSeries clusters{CountWords::tr("Clusters"), {ChartColor::Blue, Qt::SolidPattern}, {}, {}};
    BarSeries nodes{CountWords::tr("Nodes"), {ChartColor::Orange, Qt::BDiagPattern}, {}, {}};
    BarChart chart;
    chart.title = title;
    chart.axisTitle = CountWords::tr("% of all");
    chart.axisEnd = 100;
    for (const auto &[name, count] : counts) {
        chart.categories.append(name);
        clusters.values.append(percentage(count.clusters, all.clusters));
        clusters.labels.append(
            barLabel(numberText(count.clusters), percentageText(count.clusters, all.clusters)));
        nodes.values.append(percentage(double(count.nodes), double(all.nodes)));
        nodes.labels.append(noneKnown(count)
                                ? CountWords::tr("unknown")
                                : barLabel(nodesCell(count),
                                           percentageText(double(count.nodes), double(all.nodes))));
    }
    chart.series = {clusters, nodes};
    return chart;
}

QStringList percentageCells(const NodeCount &count, const NodeCount &all)
{
    return {
        numberText(count.clusters), percentageText(count.clusters, all.clusters), nodesCell(count),
        noneKnown(count) ? unknownDash() : percentageText(double(count.nodes), double(all.nodes)),
        numberText(count.unknown)};
}

} // namespace clusterdeck

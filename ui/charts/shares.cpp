// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/shares.h"

#include "ui/charts/picturetext.h"
#include "ui/text/format.h"
#include "ui/theme/chartcolors.h"

#include <QCoreApplication>
#include <QLocale>

namespace clusterdeck
{

namespace
{

struct ShareWords {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::Pictures)
};

QString joined(const QString &number, const QString &share)
{
    return share.isEmpty() ? number : number + QStringLiteral("  ·  ") + share;
}

bool isKnown(const NodeCount &count)
{
    return count.unknown == 0 || count.unknown < count.clusters;
}

} // namespace

ChartData shareChart(const QString &title, const QList<Share> &shares, const NodeCount &all,
                     const QPalette &palette)
{
    ChartSet clusters{ShareWords::tr("Clusters"),
                      colorForChart(ChartColor::Blue, palette),
                      Qt::SolidPattern,
                      {},
                      {}};
    ChartSet nodes{ShareWords::tr("Nodes"),
                   colorForChart(ChartColor::Orange, palette),
                   Qt::BDiagPattern,
                   {},
                   {}};
    ChartData data;
    data.title = title;
    data.axis = ShareWords::tr("% of all");
    data.end = 100;
    for (const Share &share : shares) {
        data.categories.append(share.name);
        clusters.values.append(shareOf(share.count.clusters, all.clusters));
        clusters.labels.append(joined(QLocale().toString(share.count.clusters),
                                      shareText(share.count.clusters, all.clusters)));
        nodes.values.append(shareOf(double(share.count.nodes), double(all.nodes)));
        nodes.labels.append(isKnown(share.count)
                                ? joined(nodesCell(share.count),
                                         shareText(double(share.count.nodes), double(all.nodes)))
                                : ShareWords::tr("not known"));
    }
    data.sets = {clusters, nodes};
    return data;
}

QStringList cellsOf(const NodeCount &count, const NodeCount &all)
{
    const bool known = isKnown(count);
    return {QLocale().toString(count.clusters), shareText(count.clusters, all.clusters),
            nodesCell(count),
            known ? shareText(double(count.nodes), double(all.nodes)) : unknownDash(),
            QLocale().toString(count.unknown)};
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/picturetext.h"

#include "ui/text/format.h"

#include <QCoreApplication>
#include <QLocale>

namespace clusterdeck
{

namespace
{

struct PictureWords {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::Pictures)
};

bool noneKnown(const NodeCount &count)
{
    return count.clusters > 0 && count.unknown == count.clusters;
}

} // namespace

QString clustersText(int clusters)
{
    return PictureWords::tr("%Ln cluster(s)", nullptr, clusters);
}

QString nodesText(const NodeCount &count)
{
    if (noneKnown(count))
        return PictureWords::tr("an unknown number of nodes");
    const int nodes = int(std::min<qint64>(count.nodes, std::numeric_limits<int>::max()));
    return count.unknown > 0 ? PictureWords::tr("at least %Ln node(s)", nullptr, nodes)
                             : PictureWords::tr("%Ln node(s)", nullptr, nodes);
}

QString nodesCell(const NodeCount &count)
{
    if (noneKnown(count))
        return unknownDash();
    const QString number = QLocale().toString(count.nodes);
    return count.unknown > 0 ? PictureWords::tr("≥ %1", "so many or more").arg(number) : number;
}

double shareOf(double part, double all)
{
    return all > 0 ? part / all * 100 : 0;
}

QString shareText(double part, double all)
{
    if (all <= 0)
        return {};
    const double share = shareOf(part, all);
    if (part > 0 && share < 1)
        return PictureWords::tr("< 1 %");
    return PictureWords::tr("%1 %", "percent").arg(QLocale().toString(share, 'f', 0));
}

} // namespace clusterdeck

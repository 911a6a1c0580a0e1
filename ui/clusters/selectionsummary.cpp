// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/selectionsummary.h"

#include "app/clusters/clusterstate.h"

#include <QCoreApplication>

namespace clusterdeck
{

namespace
{

struct Summary {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::SelectionSummary)
};

} // namespace

int SelectionSummary::allowing(Verb verb) const
{
    switch (verb) {
    case Verb::Delete:
        return deletable;
    case Verb::Stop:
        return stoppable;
    case Verb::Start:
        return startable;
    }
    Q_UNREACHABLE();
}

SelectionSummary summarize(const QList<ClusterKey> &keys, const ClusterModel &clusters,
                           const OperationsDesk &desk)
{
    SelectionSummary summary;
    for (const ClusterKey &key : keys) {
        const auto row = clusters.rowOf(key);
        if (!row)
            continue;
        const ClusterRow &cluster = clusters.rowAt(*row);
        const BatchItem *item = desk.latestItem(key);
        const bool underWay = item && !isEnd(item->state);
        const bool locked = desk.locks().covers(key, cluster.text(ClusterRow::Text::Name));
        const bool free = !underWay && !locked;
        ++summary.selected;
        summary.locked += locked ? 1 : 0;
        summary.lockedByThemselves += desk.locks().clusters.contains(key) ? 1 : 0;
        summary.busy += underWay || isBusy(cluster) ? 1 : 0;
        summary.deletable += free && allows(cluster, Verb::Delete) ? 1 : 0;
        summary.stoppable += free && allows(cluster, Verb::Stop) ? 1 : 0;
        summary.startable += free && allows(cluster, Verb::Start) ? 1 : 0;
    }
    return summary;
}

QString summaryText(const SelectionSummary &summary)
{
    if (summary.selected == 0)
        return Summary::tr("Nothing selected");
    QStringList parts{Summary::tr("%Ln selected", nullptr, summary.selected),
                      Summary::tr("%Ln can be deleted", nullptr, summary.deletable)};
    if (summary.busy > 0)
        parts.append(Summary::tr("%Ln busy", nullptr, summary.busy));
    if (summary.locked > 0)
        parts.append(Summary::tr("%Ln locked", nullptr, summary.locked));
    if (summary.hidden > 0)
        parts.append(Summary::tr("%Ln hidden by the filter", nullptr, summary.hidden));
    return parts.join(QStringLiteral("  ·  "));
}

} // namespace clusterdeck

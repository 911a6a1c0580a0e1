// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/table/selectionsummary.h"

#include "app/clusters/clusterstate.h"
#include "ui/operations/verbwords.h"

#include <QCoreApplication>

namespace clusterdeck
{

namespace
{

struct Summary {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::SelectionSummary)
};

} // namespace

SelectionSummary summarize(const QList<ClusterKey> &keys, const ClusterModel &clusters,
                           const OperationService &operationService)
{
    SelectionSummary summary;
    for (const ClusterKey &key : keys) {
        const auto row = clusters.rowOf(key);
        if (!row)
            continue;
        const ClusterRow &cluster = clusters.rowAt(*row);
        const LatestItem item = operationService.latestItem(key);
        const bool underWay = item && !isEnd(item->state);
        const bool locked =
            operationService.locks().covers(key, cluster.text(&ClusterRecord::name));
        const bool free = !underWay && !locked;
        ++summary.selected;
        summary.locked += locked ? 1 : 0;
        summary.lockedByThemselves += operationService.locks().clusters.contains(key) ? 1 : 0;
        summary.busy += underWay || isBusy(cluster) ? 1 : 0;
        for (const Verb verb : allVerbs())
            summary.allowed.at(std::size_t(verb)) += free && allows(cluster, verb) ? 1 : 0;
    }
    return summary;
}

QString summaryText(const SelectionSummary &summary)
{
    if (summary.selected == 0)
        return Summary::tr("Nothing selected");
    QStringList parts{Summary::tr("%Ln selected", nullptr, summary.selected)};
    for (const Verb verb : allVerbs()) {
        if (const VerbWords &words = VerbWords::of(verb); !words.selected.isEmpty())
            parts.append(words.selected(summary.allowing(verb)));
    }
    if (summary.busy > 0)
        parts.append(Summary::tr("%Ln busy", nullptr, summary.busy));
    if (summary.locked > 0)
        parts.append(Summary::tr("%Ln locked", nullptr, summary.locked));
    if (summary.hidden > 0)
        parts.append(Summary::tr("%Ln hidden by the filter", nullptr, summary.hidden));
    return parts.join(QStringLiteral("  ·  "));
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/selectionsummary.h"

#include "app/clusters/clusterstate.h"

namespace clusterdeck
{

void SelectionSummary::add(const ClusterKey &key, const ClusterRow &cluster,
                           std::optional<ItemState> latest, const Locks &locks)
{
    const bool underWay = latest && !isEnd(*latest);
    const bool isLocked = locks.covers(key, cluster.text(&ClusterRecord::name));
    const bool free = !underWay && !isLocked;
    ++selected;
    locked += isLocked ? 1 : 0;
    lockedByThemselves += locks.clusters.contains(key) ? 1 : 0;
    busy += underWay || isBusy(cluster) ? 1 : 0;
    if (!free)
        return;
    const auto now = allowedVerbs(cluster);
    for (std::size_t verb = 0; verb < now.size(); ++verb)
        allowed.at(verb) += now.at(verb) ? 1 : 0;
}

SelectionSummary summarize(const QList<ClusterKey> &keys, const ClusterModel &clusters,
                           const OperationService &operationService)
{
    SelectionSummary summary;
    for (const ClusterKey &key : keys) {
        const auto row = clusters.rowOf(key);
        if (!row)
            continue;
        const LatestItem item = operationService.latestItem(key);
        summary.add(key, clusters.rowAt(*row), item ? std::optional(item->state) : std::nullopt,
                    operationService.locks());
    }
    return summary;
}

} // namespace clusterdeck

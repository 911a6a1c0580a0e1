// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/selectionsummary.h"

#include "app/clusters/clusterstate.h"

namespace clusterdeck
{

void SelectionSummary::add(const ClusterKey &key, const ClusterRow &cluster,
                           std::optional<ItemState> latest, const Locks &locks,
                           const QDateTime &now)
{
    const bool underWay = latest && !isEnd(*latest);
    const bool isLocked = locks.covers(key, cluster.text(&ClusterRecord::name));
    const bool free = !underWay && !isLocked;
    const Marks marks = marksOf(cluster);
    ++selected;
    kept += isKept(marks, now) ? 1 : 0;
    locked += isLocked ? 1 : 0;
    lockedByThemselves += locks.clusters.contains(key) ? 1 : 0;
    busy += underWay || isBusy(cluster) ? 1 : 0;
    if (!free)
        return;
    const auto possible = allowedVerbs(cluster);
    for (const Verb verb : allVerbs()) {
        const bool goes = possible.at(std::size_t(verb)) && !isKeptFrom(verb, marks, now);
        allowed.at(std::size_t(verb)) += goes ? 1 : 0;
    }
}

SelectionSummary summarize(const QList<ClusterKey> &keys, const ClusterModel &clusters,
                           const OperationService &operationService)
{
    SelectionSummary summary;
    const QDateTime now = operationService.utcNow();
    for (const ClusterKey &key : keys) {
        const auto row = clusters.rowOf(key);
        if (!row)
            continue;
        const LatestItem item = operationService.latestItem(key);
        summary.add(key, clusters.rowAt(*row), item ? std::optional(item->state) : std::nullopt,
                    operationService.locks(), now);
    }
    return summary;
}

} // namespace clusterdeck

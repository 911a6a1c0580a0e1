// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/cleanup.h"

#include "app/operations/selectionsummary.h"

namespace clusterdeck
{

namespace
{

std::optional<int> nodesIn(const ClusterRow &row)
{
    const auto nodes = row.number(&ClusterRecord::nodes);
    return nodes && *nodes >= 0 && *nodes <= MostNodes ? std::optional(int(*nodes)) : std::nullopt;
}

bool canGo(const ClusterKey &key, const ClusterRow &row, const OperationService &operationService)
{
    SelectionSummary one;
    one.add(key, row, operationService);
    return one.allowing(Verb::Delete) > 0;
}

} // namespace

CleanUp forecastOf(const QList<ClusterKey> &chosen, const ClusterModel &clusters,
                   const OperationService &operationService)
{
    CleanUp cleanUp;
    QSet<int> going;
    for (const ClusterKey &key : chosen) {
        const auto number = clusters.rowOf(key);
        if (!number)
            continue;
        const ClusterRow &row = clusters.rowAt(*number);
        if (canGo(key, row, operationService)) {
            cleanUp.going.add(nodesIn(row));
            going.insert(*number);
        } else {
            cleanUp.kept.add(nodesIn(row));
        }
    }
    for (int number = 0; number < clusters.rowCount(); ++number) {
        if (!going.contains(number))
            cleanUp.left.add(nodesIn(clusters.rowAt(number)));
    }
    return cleanUp;
}

CleanUp cleanUpBy(const Batch &batch, const ClusterModel &clusters)
{
    CleanUp cleanUp;
    QSet<int> leaving;
    for (const BatchItem &item : batch.items) {
        const auto number = clusters.rowOf(item.key);
        const auto nodes =
            number ? nodesIn(clusters.rowAt(*number)) : plausible(item.shown.nodes, MostNodes);
        if (item.state == ItemState::Done)
            cleanUp.removed.add(plausible(item.shown.nodes, MostNodes));
        else if (!isEnd(item.state))
            cleanUp.going.add(nodes);
        else if (number)
            cleanUp.kept.add(nodes);
        // The table shows a deleted cluster until the next listing.
        if (number && (item.state == ItemState::Done || !isEnd(item.state)))
            leaving.insert(*number);
    }
    cleanUp.isListed = false;
    for (int number = 0; number < clusters.rowCount(); ++number) {
        if (clusters.keyAt(number).account != batch.account)
            continue;
        cleanUp.isListed = true;
        if (!leaving.contains(number))
            cleanUp.left.add(nodesIn(clusters.rowAt(number)));
    }
    return cleanUp;
}

} // namespace clusterdeck

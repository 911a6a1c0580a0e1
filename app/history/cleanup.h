// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/details/overview.h"
#include "app/operations/batch/batch.h"

namespace clusterdeck
{

class OperationService;

/// The effect of a deletion on the number of clusters and nodes, by the current listing. Clusters
/// that others created or deleted meanwhile are included.
struct CleanUp {
    NodeCount removed; ///< deleted; none in a forecast
    NodeCount going;   ///< will be deleted
    NodeCount kept; ///< selected, but not deleted: refused, cancelled, busy, locked; part of `left`
    NodeCount left; ///< will exist after the deletion
    bool isListed = true; ///< false: the account has no listed cluster, so `left` is not known

    [[nodiscard]] NodeCount before() const { return left + going + removed; }
    [[nodiscard]] NodeCount now() const { return left + going; }
    bool operator==(const CleanUp &) const = default;
};

/// The effect of deleting those of `chosen` that can be deleted now, on all listed clusters.
[[nodiscard]] CleanUp forecastOf(const QList<ClusterKey> &chosen, const ClusterModel &clusters,
                                 const OperationService &operationService);

/// The effect of a deletion batch so far and to its end, on the clusters of its account.
[[nodiscard]] CleanUp cleanUpBy(const Batch &batch, const ClusterModel &clusters);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/details/overview.h"
#include "app/operations/batch/batch.h"

namespace clusterdeck
{

class OperationService;

/// What a deletion does to the number of clusters and nodes, by what is listed now: what others
/// made or took away meanwhile is in these numbers too.
struct CleanUp {
    NodeCount removed; ///< gone by it; of a forecast: nothing
    NodeCount going;   ///< would go, or is not at an end yet
    NodeCount kept;    ///< was meant, and stays: refused, cancelled, busy, locked; part of `left`
    NodeCount left;    ///< what is there when all that goes has gone
    bool isListed = true; ///< false: its account is not open, so what is left is not known

    [[nodiscard]] NodeCount before() const { return left + going + removed; }
    [[nodiscard]] NodeCount now() const { return left + going; }
    bool operator==(const CleanUp &) const = default;
};

/// If those of `chosen` that can be deleted as they stand were deleted. Of all clusters listed.
[[nodiscard]] CleanUp forecastOf(const QList<ClusterKey> &chosen, const ClusterModel &clusters,
                                 const OperationService &operationService);

/// What a batch that deletes has done, and still does. Of the clusters of its account.
[[nodiscard]] CleanUp cleanUpBy(const Batch &batch, const ClusterModel &clusters);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/clustermodel.h"
#include "app/operations/operationservice.h"

#include <array>

namespace clusterdeck
{

/// The verbs that are possible for a set of clusters, according to the table. The operation service
/// reads facts before anything is confirmed; this only decides which actions are offered.
struct SelectionSummary {
    int selected = 0;
    std::array<int, VerbCount> allowed{}; ///< by verb
    int busy = 0;                         ///< something is under way on it, by us or by others
    int kept = 0;                         ///< a mark in the description forbids that it is deleted
    int locked = 0;
    int lockedByThemselves = 0; ///< of these, not only by their names
    int hidden = 0;             ///< selected, but not visible; counted by the view

    /// Counts one more. `latest`: the state of its newest item in this run; nothing without one.
    /// `now`: UTC, for marks that end.
    void add(const ClusterKey &key, const ClusterRow &cluster, std::optional<ItemState> latest,
             const Locks &locks, const QDateTime &now);

    [[nodiscard]] int allowing(Verb verb) const { return allowed.at(std::size_t(verb)); }
    [[nodiscard]] bool canBeRenamed() const { return selected == 1 && locked == 0 && hidden == 0; }
    [[nodiscard]] bool canBeLocked() const { return selected > lockedByThemselves; }
    [[nodiscard]] bool canBeUnlocked() const { return lockedByThemselves > 0; }
};

/// Of those of `keys` that there are.
[[nodiscard]] SelectionSummary summarize(const QList<ClusterKey> &keys,
                                         const ClusterModel &clusters,
                                         const OperationService &operationService);

} // namespace clusterdeck

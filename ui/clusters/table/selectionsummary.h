// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/clustermodel.h"
#include "app/operations/operationservice.h"

#include <array>

namespace clusterdeck
{

/// What could be done with a set of clusters as the table shows them. The operation service looks
/// again before anything is asked; this only says what is worth trying.
struct SelectionSummary {
    int selected = 0;
    std::array<int, VerbCount> allowed{}; ///< by verb
    int busy = 0;                         ///< something is under way on it, by us or by others
    int locked = 0;
    int lockedByThemselves = 0; ///< of these, not only by their names
    int hidden = 0;             ///< selected, but not shown; whoever shows them counts them

    [[nodiscard]] int allowing(Verb verb) const { return allowed.at(std::size_t(verb)); }
};

[[nodiscard]] SelectionSummary summarize(const QList<ClusterKey> &keys,
                                         const ClusterModel &clusters,
                                         const OperationService &operationService);

/// "12 selected · 9 can be deleted · 2 busy · 1 locked · 3 hidden by the filter".
[[nodiscard]] QString summaryText(const SelectionSummary &summary);

} // namespace clusterdeck

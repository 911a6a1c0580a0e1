// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/clustermodel.h"
#include "app/operations/operationservice.h"

#include <array>

namespace clusterdeck
{

/// The verbs that are possible for a set of clusters, according to the table. This only decides
/// which actions are offered: what may be sent is decided on fresh facts, see exclusionOf() in
/// plan/plan.cpp.
struct SelectionSummary {
    int selected = 0;
    bool isComplete = true; ///< false: some of the selected clusters are not counted below yet
    std::array<int, VerbCount> allowed{}; ///< by verb
    int busy = 0;                         ///< in an unfinished batch of ours, or isBusy()
    int kept = 0;                         ///< a mark in the description forbids the deletion
    int locked = 0;                       ///< by their ids or names
    int lockedByThemselves = 0;           ///< by their ids
    int hidden = 0;                       ///< selected, but not visible; counted by the view

    /// Adds a cluster. `latest`: the state of its newest item in this run; std::nullopt without
    /// one. `now`: UTC, for marks that end.
    void add(const ClusterKey &key, const ClusterRow &cluster, std::optional<ItemState> latest,
             const Locks &locks, const QDateTime &now);

    /// The same for its state now.
    void add(const ClusterKey &key, const ClusterRow &cluster,
             const OperationService &operationService);

    [[nodiscard]] int allowing(Verb verb) const { return allowed.at(std::size_t(verb)); }
    /// Whether some of the selected clusters allow it, as far as they are counted.
    [[nodiscard]] bool mayAllow(Verb verb) const
    {
        return allowing(verb) > 0 || (!isComplete && selected > 0);
    }
    /// Why none of the selected clusters allows it, if that is the same for all of them: Kept,
    /// Locked, Busy or WrongState. std::nullopt without a selection, too.
    [[nodiscard]] std::optional<Exclusion> reasonAgainst(Verb verb) const;
    [[nodiscard]] bool canBeRenamed() const { return selected == 1 && locked == 0 && hidden == 0; }
    [[nodiscard]] bool canBeLocked() const { return selected > lockedByThemselves; }
    [[nodiscard]] bool canBeUnlocked() const { return lockedByThemselves > 0; }
};

/// The clusters to select when `ended` has finished: its items without success, so that they can be
/// looked at and tried again. Nothing, and the selection stays: there are none, or the user has
/// selected clusters of other batches since. Pure.
[[nodiscard]] std::optional<QList<ClusterKey>> selectionAfter(const Batch &ended,
                                                              const QList<ClusterKey> &selected);

/// Summarizes a selection in portions, since counting a long one takes longer than a frame.
class SelectionSummarizer
{
public:
    /// `rows`: of the ClusterModel.
    void begin(const QList<int> &rows);
    /// Counts the next clusters, at most as many as take a few milliseconds. No row may have been
    /// removed since begin().
    void goOn(const ClusterModel &clusters, const OperationService &operationService);
    /// Until it is complete, `selected` counts all rows.
    [[nodiscard]] SelectionSummary summary() const;
    [[nodiscard]] bool isComplete() const { return m_next == m_rows.size(); }

private:
    QList<int> m_rows;
    qsizetype m_next = 0;
    SelectionSummary m_counted;
};

} // namespace clusterdeck

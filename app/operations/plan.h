// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/cluster.h"
#include "app/operations/operation.h"

#include <QSet>

namespace clusterdeck
{

/// Why a cluster that was asked for cannot go.
enum class Exclusion {
    Gone,       ///< absent from a complete listing
    Busy,       ///< something runs on it, or its status is none that is published
    WrongState, ///< stopping what is stopped, starting what runs
    UnderWay,   ///< an unfinished item of ours is about it
};

struct PlanItem {
    Cluster cluster;   ///< the facts that are shown
    bool fresh = true; ///< read for this plan; false: the preflight could not read it
};

struct ExcludedItem {
    ClusterKey key;
    QString name; ///< empty when it was never seen
    QString status;
    Exclusion reason = Exclusion::Gone;
};

/// What would be sent, on fresh facts: what the dialog shows, and all that it may confirm.
/// A plan can only get smaller.
struct Plan {
    Verb verb = Verb::Delete;
    QList<PlanItem> items;        ///< riskiest first
    QList<ExcludedItem> excluded; ///< what was asked for and cannot go, with the reason
    QDateTime factsAsOf;          ///< UTC; the oldest fact in it

    /// The same plan with only the items in `kept`; the dialog's ticks.
    [[nodiscard]] Plan reducedTo(const QSet<ClusterKey> &kept) const;
    [[nodiscard]] QStringList accounts() const;           ///< of the items, no one twice
    [[nodiscard]] std::optional<int> runningJobs() const; ///< nothing when one of them is unknown
    [[nodiscard]] std::optional<int> pendingJobs() const;
    [[nodiscard]] std::optional<int> nodes() const;
};

/// What must be typed before the plan can be confirmed: the number of items from two on, nothing
/// for one.
[[nodiscard]] QString textToType(const Plan &plan);

/// Whether `typed` is that text: spaces around it and full-width digits are accepted.
[[nodiscard]] bool isTyped(const Plan &plan, const QString &typed);

/// The plan for `asked` on the facts of `listings`. `known` are the facts the table held: they
/// stand in, marked not fresh, for a cluster that an incomplete listing did not show. `underWay`:
/// clusters that an unfinished item of ours is about.
[[nodiscard]] Plan makePlan(Verb verb, const QList<ClusterKey> &asked,
                            const QList<ClusterListing> &listings, const QList<Cluster> &known,
                            const QSet<ClusterKey> &underWay);

} // namespace clusterdeck

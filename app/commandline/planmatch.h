// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/plandocument.h"

namespace clusterdeck
{

/// A difference between a written plan and the facts just read, for one cluster or account.
struct PlanDifference {
    enum class What {
        Account, ///< the name of the account
        Zone,
        Tier, ///< the tier of the whole plan
        Name,
        Type,
        Owner,
        RunUser,
        Billing,
        MountPoint,
        Created,
    };
    What what = What::Name;
    QString cluster; ///< its ID; empty with Tier
    QString planned;
    QString now;

    bool operator==(const PlanDifference &) const = default;
};

/// `fresh` with the stricter of its own and the plan's safety settings.
[[nodiscard]] Plan withSafetyOf(const Plan &written, Plan fresh);

/// The differences between `written` and `fresh` for the clusters in `fresh`: their identity,
/// account and zone, and the tier of the plan. Facts that change by themselves (jobs, nodes,
/// states) are compared by isWorse(). `labels`: of the open accounts. Clusters that `fresh` does
/// not include are ignored, also for the tier.
[[nodiscard]] QList<PlanDifference> differences(const WrittenPlan &written, const Plan &fresh,
                                                const QHash<QString, AccountLabel> &labels);

} // namespace clusterdeck

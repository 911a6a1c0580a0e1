// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/plandocument.h"

namespace clusterdeck
{

/// What a written plan says, and what was just read, of one cluster or account.
struct PlanDifference {
    enum class What {
        Account, ///< the name of the account
        Zone,
        Tier, ///< of the whole plan
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

/// `fresh` with the more cautious of its own settings and the plan's.
[[nodiscard]] Plan withSafetyOf(const Plan &written, Plan fresh);

/// Whatever `written` says of the clusters in `fresh` that is not so: who they are, in which
/// account and zone, and the tier of what is asked for. Facts that come and go by themselves (jobs,
/// nodes, states) are judged by isWorse(). `labels` are those of the accounts that are open.
/// Clusters that cannot go any more are in neither; the tier is that of the others.
[[nodiscard]] QList<PlanDifference> differences(const WrittenPlan &written, const Plan &fresh,
                                                const QHash<QString, AccountLabel> &labels);

} // namespace clusterdeck

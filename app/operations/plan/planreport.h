// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/plan/plan.h"

namespace clusterdeck
{

/// Whose jobs a plan ends or interrupts.
struct JobsOfUser {
    QString account;
    QString user; ///< who runs them; the owner where nobody is named; empty when neither is known
    int clusters = 0;
    qint64 running = 0;
    qint64 pending = 0;
    int unknown = 0; ///< clusters of which either number is not known

    bool operator==(const JobsOfUser &) const = default;
};

/// One entry a user and account that has jobs, or may have: most running jobs first.
[[nodiscard]] QList<JobsOfUser> jobsByUser(const Plan &plan);

/// A mount point on which nothing is left after the plan. It can be attached only while a cluster
/// is made.
struct LostMount {
    QString account;
    QString mount;
    int clusters = 0; ///< that go from it

    bool operator==(const LostMount &) const = default;
};

[[nodiscard]] QList<LostMount> lostMounts(const Plan &plan);

/// What `plan` held and `reduced` does not: taken out by hand.
[[nodiscard]] QList<PlanItem> takenOut(const Plan &plan, const Plan &reduced);

} // namespace clusterdeck

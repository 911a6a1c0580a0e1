// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/plan/plan.h"

namespace clusterdeck
{

/// The jobs of one user that a plan ends or interrupts.
struct JobsOfUser {
    QString account;
    QString user; ///< the run user, else the owner; empty when neither is known
    int clusters = 0;
    qint64 running = 0;
    qint64 pending = 0;
    int unknown = 0; ///< clusters with an unknown number of jobs

    bool operator==(const JobsOfUser &) const = default;
};

/// One entry for each user and account with jobs, or with unknown numbers of jobs. Most running
/// jobs first.
[[nodiscard]] QList<JobsOfUser> jobsByUser(const Plan &plan);

/// A mount point without clusters after the plan. A mount point can be attached only when a cluster
/// is created.
struct LostMount {
    QString account;
    QString mount;
    int clusters = 0; ///< of the plan, on this mount point

    bool operator==(const LostMount &) const = default;
};

/// The mount points of the items with RiskFlag::LastOnMount, each once.
[[nodiscard]] QList<LostMount> lostMounts(const Plan &plan);

/// The items of `plan` that are not in `reduced`.
[[nodiscard]] QList<PlanItem> takenOut(const Plan &plan, const Plan &reduced);

} // namespace clusterdeck

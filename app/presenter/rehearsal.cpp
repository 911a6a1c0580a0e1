// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/presenter/rehearsal.h"

namespace clusterdeck
{

ClusterRecord rehearsalOf(const ClusterRecord &cluster, RiskFlags flags, RehearsedNames names)
{
    ClusterRecord taken;
    if (names == RehearsedNames::Real)
        taken.name = cluster.name;
    taken.status = cluster.status;
    taken.transition = cluster.transition;
    taken.type = cluster.type;
    taken.billing = cluster.billing;
    taken.created = cluster.created;
    taken.nodes = cluster.nodes;
    taken.pendingJobs = cluster.pendingJobs;
    taken.runningJobs = cluster.runningJobs;
    taken.finishedJobs = cluster.finishedJobs;
    taken.stoppedJobs = cluster.stoppedJobs;
    taken.deletedJobs = cluster.deletedJobs;
    taken.cpuHours = cluster.cpuHours;
    taken.memoryHours = cluster.memoryHours;
    const bool foreign = flags.testFlag(RiskFlag::NotMine);
    taken.projectRole = foreign ? QStringLiteral("member") : QStringLiteral("owner");
    // The practice cloud lists the clusters of others only when they are shared.
    if (foreign || flags.testFlag(RiskFlag::Shared))
        taken.sharedStatus = QStringLiteral("shared");
    return taken;
}

} // namespace clusterdeck

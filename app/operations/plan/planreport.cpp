// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/plan/planreport.h"

#include "app/clusters/clusterstate.h"

#include <algorithm>

namespace clusterdeck
{

QList<JobsOfUser> jobsByUser(const Plan &plan)
{
    QList<JobsOfUser> users;
    QHash<std::pair<QString, QString>, int> places;
    for (const PlanItem &item : plan.items) {
        const ClusterRecord &record = item.cluster.record;
        const auto running = plausible(record.runningJobs, MostJobs);
        const auto pending = plausible(record.pendingJobs, MostJobs);
        const bool known = running && pending;
        if (known && *running == 0 && *pending == 0)
            continue;
        const QString user = record.runUser.isEmpty() ? record.owner : record.runUser;
        const auto who = std::pair(item.cluster.account, user);
        const int place = places.value(who, int(users.size()));
        if (place == users.size()) {
            places.insert(who, place);
            users.append({item.cluster.account, user});
        }
        JobsOfUser &of = users[place];
        ++of.clusters;
        of.running += running.value_or(0);
        of.pending += pending.value_or(0);
        of.unknown += known ? 0 : 1;
    }
    std::stable_sort(users.begin(), users.end(), [](const JobsOfUser &a, const JobsOfUser &b) {
        return std::pair(a.running, a.pending) > std::pair(b.running, b.pending);
    });
    return users;
}

QList<LostMount> lostMounts(const Plan &plan)
{
    QList<LostMount> mounts;
    QHash<std::pair<QString, QString>, int> places;
    for (const PlanItem &item : plan.items) {
        if (!item.flags.testFlag(RiskFlag::LastOnMount))
            continue;
        const auto which = std::pair(item.cluster.account, item.cluster.record.mountPoint);
        const int place = places.value(which, int(mounts.size()));
        if (place == mounts.size()) {
            places.insert(which, place);
            mounts.append({which.first, which.second});
        }
        ++mounts[place].clusters;
    }
    return mounts;
}

QList<PlanItem> takenOut(const Plan &plan, const Plan &reduced)
{
    const auto kept = reduced.byKey();
    QList<PlanItem> out = plan.items;
    out.removeIf([&](const PlanItem &item) { return kept.contains(item.cluster.key()); });
    return out;
}

} // namespace clusterdeck

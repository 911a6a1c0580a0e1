// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/planmatch.h"

#include <algorithm>
#include <array>
#include <utility>

namespace clusterdeck
{

namespace
{

using What = PlanDifference::What;

/// The fields that identify a cluster.
constexpr std::array Identity{
    std::pair{What::Name, &ClusterRecord::name},
    std::pair{What::Type, &ClusterRecord::type},
    std::pair{What::Owner, &ClusterRecord::owner},
    std::pair{What::RunUser, &ClusterRecord::runUser},
    std::pair{What::Billing, &ClusterRecord::billing},
    std::pair{What::MountPoint, &ClusterRecord::mountPoint},
    std::pair{What::Created, &ClusterRecord::createdText},
};

} // namespace

Plan withSafetyOf(const Plan &written, Plan fresh)
{
    fresh.safety.lowestTier = std::max(fresh.safety.lowestTier, written.safety.lowestTier);
    fresh.safety.leastUndoWindow =
        std::max(fresh.safety.leastUndoWindow, written.safety.leastUndoWindow);
    if (written.largestBefore)
        fresh.largestBefore =
            std::min(*written.largestBefore, fresh.largestBefore.value_or(*written.largestBefore));
    return fresh;
}

QList<PlanDifference> differences(const WrittenPlan &written, const Plan &fresh,
                                  const QHash<QString, AccountLabel> &labels)
{
    QHash<ClusterKey, const PlanItem *> planned;
    for (const PlanItem &item : written.plan.items)
        planned.insert(item.cluster.key(), &item);
    QList<PlanDifference> found;
    Plan remaining = written.plan;
    remaining.items.clear();
    for (const PlanItem &item : fresh.items) {
        const PlanItem *then = planned.value(item.cluster.key());
        if (!then)
            continue;
        remaining.items.append(*then);
        const auto compare = [&](What what, const QString &said, const QString &is) {
            if (said != is)
                found.append({what, item.cluster.record.id, said, is});
        };
        const AccountLabel said = written.labels.value(item.cluster.account);
        const AccountLabel is = labels.value(item.cluster.account);
        compare(What::Account, said.name, is.name);
        compare(What::Zone, said.zone, is.zone);
        for (const auto &[what, field] : Identity)
            compare(what, then->cluster.record.*field, item.cluster.record.*field);
    }
    const int then = remaining.confirmationLevel().tier;
    const int now = withSafetyOf(written.plan, fresh).confirmationLevel().tier;
    if (then != now)
        found.append({What::Tier, {}, QString::number(then), QString::number(now)});
    return found;
}

} // namespace clusterdeck

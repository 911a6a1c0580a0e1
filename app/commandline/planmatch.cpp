// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/planmatch.h"

#include "app/clusters/clusterstate.h"

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
    const Plan stricter = withSafetyOf(written.plan, fresh);
    remaining.largestBefore = stricter.largestBefore;
    const int then = remaining.confirmationLevel().tier;
    const int now = stricter.confirmationLevel().tier;
    if (then != now)
        found.append({What::Tier, {}, QString::number(then), QString::number(now)});
    return found;
}

namespace
{

QString dayOf(const QDate &day)
{
    return day.toString(Qt::ISODate);
}

/// What got worse since, besides the fields that identify the cluster.
QList<PlanDifference> worsened(const PlanItem &then, const PlanItem &now)
{
    const ClusterRecord &was = then.cluster.record;
    const ClusterRecord &is = now.cluster.record;
    QList<PlanDifference> found;
    const auto number = [](const std::optional<int> &value) {
        return value ? QString::number(*value) : QString();
    };
    const auto isStopped = [](const ClusterRecord &record) {
        return stateOf(record) == ClusterState::Stopped;
    };
    if (isStopped(was) && !isStopped(is))
        found.append({What::Status, is.id, was.status, is.status});
    if (is.nodes.value_or(0) > was.nodes.value_or(0))
        found.append({What::Nodes, is.id, number(was.nodes), number(is.nodes)});
    if (isManyMore(is.runningJobs, was.runningJobs))
        found.append({What::RunningJobs, is.id, number(was.runningJobs), number(is.runningJobs)});
    if (isManyMore(is.pendingJobs, was.pendingJobs))
        found.append({What::PendingJobs, is.id, number(was.pendingJobs), number(is.pendingJobs)});
    const QDate expired = marksIn(was.description).expires;
    const QDate expires = marksIn(is.description).expires;
    if (expired.isValid() && (!expires.isValid() || expires > expired))
        found.append({What::Expiry, is.id, dayOf(expired), dayOf(expires)});
    if (now.added)
        found.append({What::Risk, is.id, {}, {}, now.added});
    return found;
}

} // namespace

PlanReview reviewOf(const WrittenPlan &written, const Plan &fresh,
                    const QHash<QString, AccountLabel> &labels)
{
    PlanReview review;
    review.plan = withSafetyOf(written.plan, comparedTo(written.plan, fresh));
    review.differences = differences(written, review.plan, labels);
    if (!written.needsApproval()) {
        Plan then = written.plan;
        then.largestBefore = review.plan.largestBefore;
        review.worse = isWorse(then, review.plan);
        return review;
    }
    QHash<ClusterKey, const PlanItem *> planned;
    for (const PlanItem &item : written.plan.items)
        planned.insert(item.cluster.key(), &item);
    QHash<QString, QList<PlanDifference>> changes; // by the ID of the cluster
    for (const PlanDifference &each : std::as_const(review.differences))
        changes[each.cluster].append(each);
    const auto isOfAccount = [](const PlanDifference &each) {
        return each.what == What::Account || each.what == What::Zone;
    };
    QSet<ClusterKey> kept;
    for (const PlanItem &item : std::as_const(review.plan.items)) {
        const ClusterKey key = item.cluster.key();
        const PlanItem *then = planned.value(key);
        if (!then)
            continue; // never added
        QList<PlanDifference> found = changes.value(key.id);
        found.removeIf(isOfAccount);
        found += worsened(*then, item);
        if (found.isEmpty() && !item.changed && !item.added) {
            kept.insert(key);
            continue;
        }
        const ClusterRecord &record = item.cluster.record;
        review.plan.excluded.append({key, record.name, record.status, Exclusion::Changed,
                                     marksIn(record.description), found});
    }
    review.plan = review.plan.reducedTo(kept);
    review.differences.removeIf([&](const PlanDifference &each) { return !isOfAccount(each); });
    return review;
}

} // namespace clusterdeck

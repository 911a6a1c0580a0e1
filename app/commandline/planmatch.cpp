// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/planmatch.h"

#include <algorithm>

namespace clusterdeck
{

namespace
{

using What = PlanDifference::What;

} // namespace

QList<PlanDifference> differences(const WrittenPlan &written, const Plan &fresh,
                                  const QHash<QString, AccountLabel> &labels)
{
    const auto planned = written.plan.byKey();
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
        found += identityChanges(*then, item);
    }
    const Plan stricter = withSafetyOf(written.plan, fresh);
    remaining.largestBefore = stricter.largestBefore;
    const int then = remaining.confirmationLevel().tier;
    const int now = stricter.confirmationLevel().tier;
    if (then != now)
        found.append({What::Tier, {}, QString::number(then), QString::number(now)});
    return found;
}

PlanReview reviewOf(const WrittenPlan &written, const Plan &fresh,
                    const QHash<QString, AccountLabel> &labels)
{
    PlanReview review;
    review.plan = comparedTo(written.plan, fresh);
    review.differences = differences(written, review.plan, labels);
    if (!written.needsApproval()) {
        Plan then = written.plan;
        then.largestBefore = review.plan.largestBefore;
        review.worse = isWorse(then, review.plan);
        return review;
    }
    review.plan = withoutChanged(written.plan, review.plan);
    review.differences.removeIf([](const PlanDifference &each) {
        return each.what != What::Account && each.what != What::Zone;
    });
    return review;
}

tl::expected<QList<ClusterKey>, AmbiguousId> keysOf(const QStringList &ids,
                                                    const QStringList &accounts,
                                                    const ListIndex &listed, bool isComplete)
{
    if (accounts.size() == 1 && !isComplete)
        return inBothCases(accounts.first(), ids);
    QList<ClusterKey> keys;
    QSet<ClusterKey> taken;
    for (const QString &id : ids) {
        const QList<ClusterKey> found = listed.byId(id);
        if (found.size() > 1)
            return tl::unexpected(AmbiguousId{id, found.first(), found.last()});
        const ClusterKey key = found.isEmpty() ? ClusterKey{accounts.first(), id} : found.first();
        if (!taken.contains(key))
            keys.append(key);
        taken.insert(key);
    }
    return keys;
}

QList<ClusterKey> inBothCases(const QString &account, const QStringList &ids)
{
    QList<ClusterKey> keys;
    for (const QString &id : ids) {
        keys.append({account, id});
        if (const ClusterKey lower{account, id.toLower()}; lower != keys.constLast())
            keys.append(lower);
    }
    return keys;
}

tl::expected<Plan, QString> inCaseOfCloud(Plan plan)
{
    QHash<ClusterKey, bool> known; // whether the cloud returned the cluster
    for (const PlanItem &item : std::as_const(plan.items))
        known.insert(item.cluster.key(), true);
    for (const ExcludedItem &item : std::as_const(plan.excluded))
        known.insert(item.key, !item.name.isEmpty() || !item.status.isEmpty());
    QSet<ClusterKey> dropped;
    for (auto each = known.cbegin(); each != known.cend(); ++each) {
        const ClusterKey lower{each.key().account, each.key().id.toLower()};
        if (lower == each.key() || !known.contains(lower))
            continue;
        if (*each && known.value(lower))
            return tl::unexpected(each.key().id);
        dropped.insert(known.value(lower) ? each.key() : lower);
    }
    plan.excluded.removeIf([&](const ExcludedItem &item) { return dropped.contains(item.key); });
    return plan;
}

} // namespace clusterdeck

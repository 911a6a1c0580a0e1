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

} // namespace clusterdeck

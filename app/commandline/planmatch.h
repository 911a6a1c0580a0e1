// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/listindex.h"
#include "app/commandline/plandocument.h"

namespace clusterdeck
{

/// The differences between `written` and `fresh` for the clusters in `fresh`: their identity,
/// account and zone, and the tier of the plan. Facts that change by themselves (jobs, nodes,
/// states) are compared by isWorse(). `labels`: of the open accounts. Clusters that `fresh` does
/// not include are ignored, also for the tier. A tier that is higher only because this journal has
/// no batch as large as another one's is no difference: it asks for more, see withSafetyOf().
[[nodiscard]] QList<PlanDifference> differences(const WrittenPlan &written, const Plan &fresh,
                                                const QHash<QString, AccountLabel> &labels);

/// A written plan beside the facts just read.
struct PlanReview {
    /// What may be confirmed, unless a value below forbids it: never more than was written. With
    /// the safety of withSafetyOf(), and the reason and approval of the written plan.
    Plan plan;
    QList<PlanDifference> differences; ///< not empty: nothing of the plan may be confirmed
    bool worse = false; ///< true: the same; see PlanItem::changed, PlanItem::added and the tier
};

/// Compares a written plan with the facts just read. For a plan without approval the result has
/// every difference and everything that got worse. From an approved plan, which may be weeks old,
/// the clusters that differ or got worse are excluded instead, as Exclusion::Changed; only other
/// names or zones of accounts remain as differences. `fresh`: made for the clusters of `written`.
[[nodiscard]] PlanReview reviewOf(const WrittenPlan &written, const Plan &fresh,
                                  const QHash<QString, AccountLabel> &labels);

/// An id that means two clusters, or more: the user must choose.
struct AmbiguousId {
    QString id;
    ClusterKey one;
    ClusterKey other; ///< in another account, or with another case
};

/// The clusters with these ids, each once. An id that is not listed belongs to the first account:
/// the operation service reads it again and reports it. The ids of a single account that is not
/// completely listed are inBothCases(), since it is not known how the cloud spells them.
/// `accounts`: the ids of the open accounts, at least one. `listed`: their known clusters.
/// `isComplete`: whether these are all clusters of the first account.
[[nodiscard]] tl::expected<QList<ClusterKey>, AmbiguousId> keysOf(const QStringList &ids,
                                                                  const QStringList &accounts,
                                                                  const ListIndex &listed,
                                                                  bool isComplete);

/// The clusters of `account` with these ids, which may be spelled in another case than the cloud's:
/// an id with upper-case letters is in the result as it is and in lower case. For a plan that
/// inCaseOfCloud() takes.
[[nodiscard]] QList<ClusterKey> inBothCases(const QString &account, const QStringList &ids);

/// Removes from the plan the spellings of inBothCases() that the cloud does not have; when it has
/// neither, the one in lower case. An error is the id whose two spellings are two clusters.
[[nodiscard]] tl::expected<Plan, QString> inCaseOfCloud(Plan plan);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/clustermodel.h"
#include "app/operations/batch/batch.h"
#include "app/operations/plan/plan.h"

#include <QHash>

namespace clusterdeck
{

/// Texts about a verb and its clusters. Plain text.

using AccountLabels = QHash<QString, AccountLabel>; ///< by account id

/// "Delete 12 clusters in prod-lab / jn1a?"
[[nodiscard]] QString planTitle(const Plan &plan, const AccountLabels &labels);

/// The consequence: "This cannot be undone. 37 running and 12 queued jobs end."
[[nodiscard]] QString consequenceText(const Plan &plan);

/// "has jobs, prepaid"; empty without flags.
[[nodiscard]] QString flagsText(RiskFlags flags);

/// The same, with the flags added since the confirmation: "new: has jobs; prepaid".
[[nodiscard]] QString flagsText(const PlanItem &item);

/// Warnings about the accounts' clocks and quotas, about a batch that is larger than before, and
/// about a few clusters that differ from the rest; one per line.
[[nodiscard]] QString checksText(const Plan &plan, const AccountLabels &labels);

/// The changes since the confirmation, and that nothing was sent.
[[nodiscard]] QString changesText(const Plan &plan);
/// Why a written plan was not confirmed in time.
[[nodiscard]] QString expiredText(const Plan &plan);

/// What remains, may cost money, or is not known; empty when there is nothing to say.
[[nodiscard]] QString afterwardsText(const Plan &plan);

/// The button that confirms: "&Delete 12 clusters".
[[nodiscard]] QString acceptLabel(const Plan &plan);

/// The button that rejects: "Keep them", "Keep it".
[[nodiscard]] QString rejectLabel(Verb verb, int clusters);

/// "Reading the current state of 12 clusters…"
[[nodiscard]] QString readingText(int clusters);

/// The same after the confirmation.
[[nodiscard]] QString readingAgainText(int clusters);

/// "Delete 12 clusters", of a batch under way or done.
[[nodiscard]] QString batchTitle(const Batch &batch);

/// "Deleting 12 clusters in 17 s".
[[nodiscard]] QString countdownText(const Batch &batch, std::chrono::milliseconds left);

/// "3 sent, 9 not sent".
[[nodiscard]] QString sentText(const Batch &batch);

/// How a batch has ended: "Delete 12 clusters: 10 done · 2 failed".
[[nodiscard]] QString endText(const Batch &batch);

/// "Reason: CR-4711", of a batch or a plan; empty without one.
[[nodiscard]] QString givenReasonText(const QString &givenReason);

/// "Approval code: 7K3M-9QXP-2TRW-8HJD", of a batch or a plan; empty without one.
[[nodiscard]] QString approvalText(const QString &code);

/// Of a plan that was written down to be approved: when it was made, how long it is valid, and how
/// many of its clusters are left out since. `now`: UTC.
[[nodiscard]] QString planAgeText(const Plan &plan, const QDateTime &now);

/// "the owner is “usr-1” in the plan and “usr-2” now"; of the tier a whole sentence.
[[nodiscard]] QString differenceText(const PlanDifference &difference);

/// Items that are not sent yet.
[[nodiscard]] int unsentItems(const Batch &batch);

/// "2 need attention".
[[nodiscard]] QString attentionText(int items);

/// "41 done": a state and its number.
[[nodiscard]] QString countText(int count, ItemState state);

/// The contents of a dialog, for the record: its title, its lines, and a row for each cluster, by
/// account.
[[nodiscard]] QString shownText(const Plan &plan, const AccountLabels &labels);

/// "41 done · 6 running · 2 failed · 1 unknown".
[[nodiscard]] QString countsText(const Batch &batch);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/clustermodel.h"
#include "app/operations/batch/batch.h"
#include "app/operations/plan/plan.h"

#include <QHash>

namespace clusterdeck
{

/// Texts about a verb and its clusters. Plain text; texts from the cloud are cut and made visible.

using AccountLabels = QHash<QString, AccountLabel>; ///< by account id

/// "Delete 12 clusters in prod-lab / jn1a?"
[[nodiscard]] QString planTitle(const Plan &plan, const AccountLabels &labels);

/// The consequence: "This cannot be undone. 37 running and 12 queued jobs end."
[[nodiscard]] QString consequenceText(const Plan &plan);

/// "has jobs, prepaid"; empty without flags.
[[nodiscard]] QString flagsText(RiskFlags flags);

/// The flags of an item, first those added since the confirmation: "new: has jobs; prepaid".
[[nodiscard]] QString flagsText(const PlanItem &item);

/// For a check whose AccountCheck::callsAreShort(): how many calls it takes, and from when on so
/// many are left; if the quota is smaller, that the batch will pause.
[[nodiscard]] QString callsText(const AccountCheck &check);

/// Warnings about the accounts' clocks and quotas, about a batch that is larger than before, and
/// about a few clusters that differ from the rest; one per line, empty without warnings.
[[nodiscard]] QString checksText(const Plan &plan, const AccountLabels &labels);

/// That nothing was sent, and what changed since the confirmation.
[[nodiscard]] QString changesText(const Plan &plan);
/// That nothing was sent because the validity of a saved plan has ended.
[[nodiscard]] QString expiredText(const Plan &plan);

/// What remains, may cost money, or is not known; empty when there is nothing to say.
[[nodiscard]] QString afterwardsText(const Plan &plan);

/// The button that confirms: "&Delete 12 clusters".
[[nodiscard]] QString acceptLabel(const Plan &plan);

/// The button that rejects: "Keep them", "Keep it".
[[nodiscard]] QString rejectLabel(Verb verb, int clusters);

/// "Reading the current state of 12 clusters…"
[[nodiscard]] QString readingText(int clusters);

/// "Checking 12 clusters once more…", after the confirmation.
[[nodiscard]] QString readingAgainText(int clusters);

/// "Delete 12 clusters", for a batch in any state.
[[nodiscard]] QString batchTitle(const Batch &batch);

/// "Deleting 12 clusters in 17 s".
[[nodiscard]] QString countdownText(const Batch &batch, std::chrono::milliseconds left);

/// "3 sent, 9 not sent".
[[nodiscard]] QString sentText(const Batch &batch);

/// The title and the counts of a batch: "Delete 12 clusters: 10 done · 2 failed".
[[nodiscard]] QString endText(const Batch &batch);

/// "Reason: CR-4711", for a batch or a plan; empty without a reason.
[[nodiscard]] QString givenReasonText(const QString &givenReason);

/// "Approval code: 7K3M-9QXP-2TRW-8HJD", for a batch or a plan; empty without a code.
[[nodiscard]] QString approvalText(const QString &code);

/// For a plan with an approval code: when it was made, how long it is valid, and how many of its
/// clusters are excluded now; empty without a code. `now`: UTC.
[[nodiscard]] QString planAgeText(const Plan &plan, const QDateTime &now);

/// "the owner is “usr-1” in the plan and “usr-2” now"; for added risk "new: has jobs"; for the tier
/// a whole sentence.
[[nodiscard]] QString differenceText(const PlanDifference &difference);

/// Says that nothing was sent, and lists the differences between a plan file and the cloud, one per
/// line.
[[nodiscard]] QString differencesText(const QList<PlanDifference> &differences);

/// Shell commands that make and apply the plan of a dialog, for a script or a ticket. IDs, account
/// name and reason are quoted for a POSIX shell.
[[nodiscard]] QString planCommand(const Plan &plan, const AccountLabels &labels);

/// The number of items that are not sent yet.
[[nodiscard]] int unsentItems(const Batch &batch);

/// "2 need attention".
[[nodiscard]] QString attentionText(int items);

/// "41 done": a state and its number.
[[nodiscard]] QString countText(int count, ItemState state);

/// The contents of a confirmation dialog, for the journal: its title, its texts, and a line for
/// each cluster, grouped by account. With an approval code also the excluded clusters.
[[nodiscard]] QString shownText(const Plan &plan, const AccountLabels &labels);
/// shownText(), and without an approval code how many clusters are excluded for each reason.
[[nodiscard]] QString recordedText(const Plan &plan, const AccountLabels &labels);

/// "41 done · 6 running · 2 failed · 1 unknown".
[[nodiscard]] QString countsText(const Batch &batch);

} // namespace clusterdeck

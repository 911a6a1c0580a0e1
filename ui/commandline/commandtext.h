// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/viewmemory.h"
#include "app/commandline/applying.h"
#include "app/commandline/standardinput.h"
#include "app/commandline/waiting.h"
#include "app/operations/journal/journal.h"
#include "ui/words/verbtext.h"

namespace clusterdeck
{

/// What commands print. Plain text; lines are separated by line feeds.

/// The whole plan: the clusters, the excluded ones with reasons, the calls that each account needs
/// and has left, and that nothing was sent.
[[nodiscard]] QString planReport(const Plan &plan, const AccountLabels &labels);

/// "2026-12-09 08:25 UTC": the same in every language and place.
[[nodiscard]] QString terminalTime(const QDateTime &time);

/// The excluded clusters with the reasons, one per line.
[[nodiscard]] QString leftOutLines(const QList<ExcludedItem> &items, Verb verb);

/// An item that has changed: "done  ehpc-h15dp0b1  test cluster".
[[nodiscard]] QString itemLine(const BatchItem &item);

/// The items that failed or whose outcome is not known, as itemLine(), one per line; empty if there
/// are none.
[[nodiscard]] QString notDoneLines(const Batch &batch);

/// One batch of the history: time in UTC, operation and outcome, account and zone; if present, the
/// given reason and the approval code.
[[nodiscard]] QString historyLine(const Batch &batch);

/// For a plan without the reason that an account requires.
[[nodiscard]] QString noReasonText(const Plan &plan);
/// Why nothing was armed, and what to do; empty for Armed. `now`: UTC.
[[nodiscard]] QString notArmedText(const Confirmation &confirmation, const QDateTime &now);

/// Why the plan file is refused, and what to do.
[[nodiscard]] QString planRefusalText(PlanRefusal refusal, const Command &command,
                                      const WrittenPlan &written);

/// Why nothing of the reviewed plan may be confirmed, and what to do.
[[nodiscard]] QString reviewProblemText(ReviewProblem problem, const PlanReview &review);

/// What the user must pass to confirm; empty for None.
[[nodiscard]] QString missingText(Missing missing, const Plan &plan);

/// "Reading the clusters of lab."; empty for Nothing.
[[nodiscard]] QString waitingText(const Waiting &waiting);

/// Why standard input could not be used.
[[nodiscard]] QString inputProblemText(StandardInput::Problem problem);

/// Says that there is no such filter, and lists the available ones.
[[nodiscard]] QString noFilterText(const QString &name, const QList<NamedFilter> &saved);

} // namespace clusterdeck

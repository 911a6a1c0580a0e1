// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/outcome.h"
#include "app/commandline/planmatch.h"
#include "app/operations/operationservice.h"

namespace clusterdeck
{

/// What the command `apply` decides on the way from the file to the confirmation. All functions are
/// pure.

/// Why a plan that could be read is refused before the clusters are read again.
enum class PlanRefusal {
    OtherHash,         ///< --hash is of another plan
    NeedsApproval,     ///< its approval code was not given
    NeedsNoApproval,   ///< it has no approval code, and one was given
    OtherApproval,     ///< the given approval code is of another plan
    OtherReason,       ///< it has a reason, and a different one was given
    ReasonNotApproved, ///< it is approved without a reason, and one was given
    TooOld,            ///< see WrittenPlan::isOver()
    AccountsClosed,    ///< none of its accounts is open
};
[[nodiscard]] int statusOf(PlanRefusal refusal);

/// The reason to apply `written` with. The approval of a plan covers its reason; a plan without
/// approval and without a reason takes the one of the command. `now`: UTC. Never AccountsClosed,
/// since no account is open yet.
[[nodiscard]] tl::expected<QString, PlanRefusal>
reasonFor(const Command &command, const WrittenPlan &written, const QDateTime &now);

/// Whether the plan is refused as AccountsClosed. Clusters of single closed accounts are excluded
/// later. `open`: the ids of the open accounts.
[[nodiscard]] bool isForOtherAccounts(const WrittenPlan &written, const QStringList &open);

/// Why nothing of a plan may be confirmed after its review; the first that holds.
enum class ReviewProblem {
    NothingLeft, ///< no cluster can be changed
    Differs,     ///< see PlanReview::differences
    Worse,       ///< see PlanReview::worse
    NoReason,    ///< see Plan::hasValidReason()
};
[[nodiscard]] std::optional<ReviewProblem> problemOf(const PlanReview &review);
[[nodiscard]] int statusOf(ReviewProblem problem);

/// The questions on a terminal, in their order.
enum class Question {
    None,      ///< all is answered, or the options answer it: see missingFor()
    Count,     ///< the number of clusters
    DataSaved, ///< whether their data is saved or not needed
};
/// What to ask next before `plan` is confirmed. `typed`: countFrom() the answer to Count, after it
/// was asked. With --count, or without a terminal, nothing is asked.
[[nodiscard]] Question nextQuestion(const Command &command, const Plan &plan, bool hasTerminal,
                                    std::optional<int> typed);

/// The number in the answer to Count; 0, which is never right, for any other text or none.
[[nodiscard]] int countFrom(const std::optional<QString> &answer);

/// The answer to DataSaved that agrees, the same in every language.
inline constexpr QLatin1String YesWord{"yes"};
[[nodiscard]] bool isYes(const std::optional<QString> &answer);

/// The exit status after a confirmation; std::nullopt for Armed, which goes on.
[[nodiscard]] std::optional<int> statusOf(Confirmation::Outcome outcome);

} // namespace clusterdeck

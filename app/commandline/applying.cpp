// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/applying.h"

#include <algorithm>

namespace clusterdeck
{

int statusOf(PlanRefusal refusal)
{
    switch (refusal) {
    case PlanRefusal::TooOld:
        return exitstatus::TooOld;
    case PlanRefusal::OtherHash:
    case PlanRefusal::NeedsApproval:
    case PlanRefusal::NeedsNoApproval:
    case PlanRefusal::OtherApproval:
    case PlanRefusal::OtherReason:
    case PlanRefusal::ReasonNotApproved:
    case PlanRefusal::AccountsClosed:
        return exitstatus::WrongUse;
    }
    Q_UNREACHABLE();
}

namespace
{

std::optional<PlanRefusal> approvalRefusal(const QString &given, const WrittenPlan &written)
{
    if (!written.needsApproval())
        return given.isEmpty() ? std::nullopt : std::optional(PlanRefusal::NeedsNoApproval);
    if (given.isEmpty())
        return PlanRefusal::NeedsApproval;
    return given == written.plan.approval.code ? std::nullopt
                                               : std::optional(PlanRefusal::OtherApproval);
}

} // namespace

tl::expected<QString, PlanRefusal> reasonFor(const Command &command, const WrittenPlan &written,
                                             const QDateTime &now)
{
    if (!command.hash.isEmpty() && !isHashOf(command.hash, written.hash))
        return tl::unexpected(PlanRefusal::OtherHash);
    if (const auto refusal = approvalRefusal(command.approval, written))
        return tl::unexpected(*refusal);
    const QString &reason = written.plan.givenReason;
    const bool isOther = !command.reason.isEmpty() && command.reason != reason;
    if (isOther && !reason.isEmpty())
        return tl::unexpected(PlanRefusal::OtherReason);
    if (isOther && written.needsApproval())
        return tl::unexpected(PlanRefusal::ReasonNotApproved);
    if (written.isOver(now))
        return tl::unexpected(PlanRefusal::TooOld);
    return reason.isEmpty() ? command.reason : reason;
}

bool isForOtherAccounts(const WrittenPlan &written, const QStringList &open)
{
    const QStringList accounts = written.plan.accounts();
    return std::none_of(accounts.begin(), accounts.end(),
                        [&](const QString &account) { return open.contains(account); });
}

std::optional<ReviewProblem> problemOf(const PlanReview &review)
{
    if (review.plan.items.isEmpty())
        return ReviewProblem::NothingLeft;
    if (!review.differences.isEmpty())
        return ReviewProblem::Differs;
    if (review.worse)
        return ReviewProblem::Worse;
    return review.plan.hasValidReason() ? std::nullopt : std::optional(ReviewProblem::NoReason);
}

int statusOf(ReviewProblem problem)
{
    switch (problem) {
    case ReviewProblem::NothingLeft:
        return exitstatus::NotAll;
    case ReviewProblem::Differs:
    case ReviewProblem::Worse:
        return exitstatus::GotWorse;
    case ReviewProblem::NoReason:
        return exitstatus::WrongUse;
    }
    Q_UNREACHABLE();
}

Question nextQuestion(const Command &command, const Plan &plan, bool hasTerminal,
                      std::optional<int> typed)
{
    if (command.count || !hasTerminal)
        return Question::None;
    if (!typed)
        return Question::Count;
    const bool asks = plan.confirmationLevel().tick && !command.dataSaved;
    return asks && *typed == plan.items.size() ? Question::DataSaved : Question::None;
}

int countFrom(const std::optional<QString> &answer)
{
    return answer.value_or(QString()).trimmed().toInt(); // 0 after an error
}

bool isYes(const std::optional<QString> &answer)
{
    return answer.value_or(QString()).trimmed() == YesWord;
}

std::optional<int> statusOf(Confirmation::Outcome outcome)
{
    switch (outcome) {
    case Confirmation::Outcome::Armed:
        return {};
    case Confirmation::Outcome::LookAgain:
        return exitstatus::GotWorse;
    case Confirmation::Outcome::Expired:
        return exitstatus::TooOld;
    case Confirmation::Outcome::NoReason:
        return exitstatus::WrongUse;
    case Confirmation::Outcome::NothingLeft:
        return exitstatus::NotAll;
    case Confirmation::Outcome::NotWritten:
    case Confirmation::Outcome::OtherCopy:
        return exitstatus::NotReached;
    }
    Q_UNREACHABLE();
}

} // namespace clusterdeck

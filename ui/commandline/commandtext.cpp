// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commandline/commandtext.h"

#include "app/operations/journal/journalcodec.h"
#include "ui/accounts/accounttext.h"
#include "ui/clusters/filter/filtertext.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"
#include "ui/words/errortext.h"
#include "ui/words/refusaltext.h"
#include "ui/words/statelook.h"

#include <QCoreApplication>

namespace clusterdeck
{

namespace
{

struct CommandText {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::CommandText)
};

QString nothingLeftText()
{
    return CommandText::tr("None of the clusters can be changed any more. Nothing was sent.");
}

QString tooOldText(const WrittenPlan &written)
{
    const QString made = terminalTime(written.madeAt);
    if (written.needsApproval())
        return CommandText::tr("This plan was made at %1 and was valid until %2. Make a new one "
                               "and have it approved. Nothing was sent.")
            .arg(made, terminalTime(written.plan.approval.validUntil));
    return CommandText::tr("This plan was made at %1 and is valid for %Ln minute(s). Make a new "
                           "one. Nothing was sent.",
                           nullptr, int(PlanLife.count()))
        .arg(made);
}

QString callsLine(const AccountCheck &check, const AccountLabels &labels)
{
    const QString name = shownLine(labels.value(check.account).name, LongestNameShown);
    return check.callsLeft
               ? CommandText::tr("%1: about %Ln call(s), %2 left this hour", nullptr,
                                 check.callsNeeded)
                     .arg(name, QString::number(*check.callsLeft))
               : CommandText::tr("%1: about %Ln call(s)", nullptr, check.callsNeeded).arg(name);
}

} // namespace

QString terminalTime(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-dd hh:mm 'UTC'"));
}

QString leftOutLines(const QList<ExcludedItem> &items, Verb verb)
{
    QStringList lines;
    for (const ExcludedItem &item : items) {
        QStringList cluster{shownLine(item.key.id), shownLine(item.name, LongestNameShown)};
        cluster.removeAll(QString());
        lines.append(CommandText::tr("excluded: %1 – %2", "ID and name, reason")
                         .arg(cluster.join(u' '), exclusionText(item, verb)));
    }
    return lines.join(u'\n');
}

QString planReport(const Plan &plan, const AccountLabels &labels)
{
    QStringList parts;
    if (!plan.items.isEmpty())
        parts.append(shownText(plan, labels));
    if (!plan.excluded.isEmpty())
        parts.append(QStringList{
            CommandText::tr("%Ln cluster(s) excluded:", nullptr, int(plan.excluded.size())),
            leftOutLines(plan.excluded, plan.verb)});
    for (const AccountCheck &check : plan.checks)
        parts.append(callsLine(check, labels));
    if (plan.items.isEmpty())
        parts.append(CommandText::tr("None of the clusters can be changed."));
    parts.append(CommandText::tr("Nothing was sent."));
    return parts.join(u'\n');
}

QString itemLine(const BatchItem &item)
{
    QStringList parts{lookOf(item).word, shownLine(item.key.id),
                      shownLine(item.shown.name, LongestNameShown)};
    if (const QString reason = reasonText(item); !reason.isEmpty())
        parts.append(reason);
    return parts.join(QStringLiteral("  "));
}

QString notDoneLines(const Batch &batch)
{
    QStringList lines;
    for (const BatchItem &item : batch.items) {
        if (item.outcome() == ItemOutcome::Failed || item.outcome() == ItemOutcome::Unknown)
            lines.append(itemLine(item));
    }
    return lines.join(u'\n');
}

QString historyLine(const Batch &batch)
{
    const QString line =
        CommandText::tr("%1  %2 in %3 / %4", "time, verb and number, account, zone")
            .arg(journalcodec::timeText(batch.confirmedAt), endText(batch),
                 shownLine(batch.accountName, LongestNameShown),
                 shownLine(batch.zone, LongestNameShown));
    QStringList parts{line, givenReasonText(batch.givenReason), approvalText(batch.approvalCode)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral("  "));
}

QString noReasonText(const Plan &plan)
{
    return plan.approval.code.isEmpty()
               ? CommandText::tr("The account requires a reason: pass --reason with a ticket or a "
                                 "purpose. Nothing was sent.")
               : CommandText::tr("The account requires a reason, and this approved plan has none. "
                                 "Make a new plan with --reason and have it approved. Nothing was "
                                 "sent.");
}

QString notArmedText(const Confirmation &confirmation, const QDateTime &now)
{
    switch (confirmation.outcome) {
    case Confirmation::Outcome::Armed:
        return {};
    case Confirmation::Outcome::LookAgain:
        return changesText(confirmation.plan);
    case Confirmation::Outcome::Expired:
        return expiredText(confirmation.plan);
    case Confirmation::Outcome::NoReason:
        return noReasonText(confirmation.plan);
    case Confirmation::Outcome::NothingLeft:
        return nothingLeftText();
    case Confirmation::Outcome::NotWritten:
    case Confirmation::Outcome::OtherCopy:
        return sentences({refusalText(confirmation.refusal.value_or(WriteRefusal()), now),
                          CommandText::tr("Nothing was sent.")});
    }
    Q_UNREACHABLE();
}

QString planRefusalText(PlanRefusal refusal, const Command &command, const WrittenPlan &written)
{
    switch (refusal) {
    case PlanRefusal::OtherHash:
        return CommandText::tr("This is a different plan: its hash is %1. Nothing was sent.")
            .arg(written.hash);
    case PlanRefusal::NeedsApproval:
        return CommandText::tr("This plan needs its approval code. Pass --approval with the code "
                               "of the approved plan. Nothing was sent.");
    case PlanRefusal::NeedsNoApproval:
        return CommandText::tr("This plan has no approval code, because it was made without "
                               "--valid. Run apply without --approval. Nothing was sent.");
    case PlanRefusal::OtherApproval:
        return CommandText::tr("This is not the approved plan: its approval code is not %1. "
                               "Nothing was sent.")
            .arg(command.approval);
    case PlanRefusal::OtherReason:
        return CommandText::tr("This plan has a different reason: %1. Leave out --reason, or make "
                               "a new plan. Nothing was sent.")
            .arg(shownLine(written.plan.givenReason));
    case PlanRefusal::ReasonNotApproved:
        return CommandText::tr("This plan was approved without a reason, and none can be added. "
                               "Leave out --reason, or make a new plan with a reason and have it "
                               "approved. Nothing was sent.");
    case PlanRefusal::TooOld:
        return tooOldText(written);
    case PlanRefusal::AccountsClosed: {
        QStringList closed;
        for (const QString &account : written.plan.accounts())
            closed.append(shownLine(written.labels.value(account).name, LongestNameShown));
        return CommandText::tr("This plan is for another account than the open ones: %1. Open it, "
                               "or choose it with --account. Nothing was sent.")
            .arg(enumerated(closed));
    }
    }
    Q_UNREACHABLE();
}

QString reviewProblemText(ReviewProblem problem, const PlanReview &review)
{
    switch (problem) {
    case ReviewProblem::NothingLeft:
        return nothingLeftText();
    case ReviewProblem::Differs:
        return differencesText(review.differences);
    case ReviewProblem::Worse:
        return changesText(review.plan);
    case ReviewProblem::NoReason:
        return noReasonText(review.plan);
    }
    Q_UNREACHABLE();
}

QString missingText(Missing missing, const Plan &plan)
{
    switch (missing) {
    case Missing::None:
        return {};
    case Missing::Count:
        return CommandText::tr(
                   "No terminal to ask on. Pass --count %1 to confirm. Nothing was sent.")
            .arg(plan.items.size());
    case Missing::WrongCount:
        return CommandText::tr("Wrong number of clusters: %1 is expected. Nothing was sent.")
            .arg(plan.items.size());
    case Missing::DataSaved:
        return CommandText::tr(
            "Pass --data-saved if the data is saved or not needed. Nothing was sent.");
    }
    Q_UNREACHABLE();
}

QString waitingText(const Waiting &waiting)
{
    QStringList names;
    for (const QString &name : waiting.accounts)
        names.append(shownLine(name, LongestNameShown));
    switch (waiting.what) {
    case Waiting::For::Nothing:
        return {};
    case Waiting::For::Check:
        return CommandText::tr("Checking the journal, because the last run of Clusterdeck did not "
                               "end properly.");
    case Waiting::For::Input:
        return CommandText::tr("Waiting for standard input.");
    case Waiting::For::Keychain:
        return waitsForKeychainText(names.join(QStringLiteral(", ")));
    case Waiting::For::Clusters:
        return CommandText::tr("Reading the clusters of %1.", "accounts").arg(enumerated(names));
    case Waiting::For::Facts:
        return CommandText::tr("Reading the current state of %1.", "accounts")
            .arg(enumerated(names));
    case Waiting::For::Answers:
        return CommandText::tr("Waiting for the answers about %Ln cluster(s).", nullptr,
                               waiting.count);
    case Waiting::For::Operations:
        return CommandText::tr(
            "Waiting for %Ln operation(s) to end. Ctrl+C ends only this command.", nullptr,
            waiting.count);
    }
    Q_UNREACHABLE();
}

QString inputProblemText(StandardInput::Problem problem)
{
    switch (problem) {
    case StandardInput::Problem::TooLarge:
        return CommandText::tr("Standard input is too large.");
    case StandardInput::Problem::Unreadable:
        return CommandText::tr("Standard input cannot be read.");
    }
    Q_UNREACHABLE();
}

QString noFilterText(const QString &name, const QList<NamedFilter> &saved)
{
    QStringList names;
    for (const NamedFilter &filter : builtInFilters() + saved)
        names.append(shownLine(filter.name, LongestNameShown));
    return CommandText::tr("There is no filter “%1”. Available: %2. Save others in the window.")
        .arg(shownLine(name, LongestNameShown), enumerated(names));
}

} // namespace clusterdeck

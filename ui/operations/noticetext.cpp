// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/noticetext.h"

#include "ui/text/filetext.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"
#include "ui/words/errortext.h"
#include "ui/words/refusaltext.h"

#include <QCoreApplication>

namespace clusterdeck
{

namespace
{

struct Notice {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::Notice)
};

/// The most clusters that a message bar names.
constexpr int MostNamedItems = 3;

QString because(const QString &sentence, const QString &problem)
{
    return problem.isEmpty() ? sentence
                             : Notice::tr("%1 (%2)", "sentence, technical reason")
                                   .arg(sentence, shownLine(problem, LongestQuote));
}

QString droppedText(const QList<ExcludedItem> &dropped, Verb verb)
{
    QStringList named;
    for (const ExcludedItem &item : dropped.mid(0, MostNamedItems)) {
        const QString name = shownLine(item.name, LongestNameShown);
        named.append(Notice::tr("%1 – %2", "name, reason")
                         .arg(name.isEmpty() ? shownLine(item.key.id, LongestNameShown) : name,
                              exclusionText(item, verb)));
    }
    const int more = int(dropped.size()) - MostNamedItems;
    if (more > 0)
        named.append(Notice::tr("and %Ln more", nullptr, more));
    return Notice::tr("%Ln cluster(s) no longer included: %1.", nullptr, int(dropped.size()))
        .arg(clauses(named));
}

} // namespace

QString listedAgainText(const QList<Cluster> &clusters)
{
    QStringList named;
    for (const Cluster &cluster :
         clusters.first(std::min<qsizetype>(MostNamedItems, clusters.size())))
        named.append(Notice::tr("%1 (%2)", "name, ID of a cluster")
                         .arg(shownLine(cluster.record.name, LongestNameShown),
                              shownLine(cluster.record.id, LongestNameShown)));
    const int more = int(clusters.size() - named.size());
    if (more > 0)
        named.append(Notice::tr("and %Ln more", nullptr, more));
    return Notice::tr("%Ln deleted cluster(s) is/are listed again: %1. Check the provider's "
                      "console: this may incur costs.",
                      nullptr, int(clusters.size()))
        .arg(enumerated(named));
}

QString recoveryText(const Recovery &recovery)
{
    if (recovery.isEmpty())
        return {};
    QStringList parts;
    if (recovery.neverSent > 0)
        parts.append(Notice::tr("%Ln never sent", nullptr, recovery.neverSent));
    if (recovery.unknown > 0)
        parts.append(Notice::tr("%Ln being checked", nullptr, recovery.unknown));
    if (recovery.running > 0)
        parts.append(Notice::tr("%Ln still running", nullptr, recovery.running));
    QStringList told;
    if (!parts.isEmpty())
        told.append(Notice::tr("The last run did not end properly: %1.").arg(enumerated(parts)));
    // At the start it is not known which accounts the user will open.
    if (recovery.unknown + recovery.running > 0)
        told.append(
            Notice::tr("Operations of closed accounts are followed once you open the account."));
    if (recovery.notUnderstood > 0)
        told.append(
            Notice::tr("%Ln operation(s) were recorded by another version of Clusterdeck, or "
                       "the record is damaged: nothing is sent for them. Check these "
                       "clusters in the provider's console.",
                       nullptr, recovery.notUnderstood));
    return sentences(told);
}

QString journalText(const Journal &journal, const QDateTime &now)
{
    switch (journal.access()) {
    case Journal::Access::Writable:
        return {};
    case Journal::Access::Checking:
        return Notice::tr("The journal is checked first, because the last run of Clusterdeck did "
                          "not end properly.");
    case Journal::Access::NewerFormat:
        return Notice::tr("The journal was written by a newer version of Clusterdeck and was left "
                          "unchanged. Use that version.");
    case Journal::Access::OtherCopyWrites:
    case Journal::Access::ReadOnly:
    case Journal::Access::Unusable:
        break;
    }
    const auto refusal = journal.refusal();
    return refusal ? refusalText(*refusal, now)
                   : because(Notice::tr("The journal cannot be read."), journal.problem());
}

QString accessText(const Journal &journal, const QDateTime &now)
{
    const QString text = journalText(journal, now);
    return text.isEmpty() ? text
                          : sentences({text, Notice::tr("Until then you can view clusters, but not "
                                                        "stop, start, rename or delete them.")});
}

QString holdCauseText(const BatchRunner &runner, const QDateTime &now)
{
    const HoldReason hold = runner.batch().hold;
    const bool unwritten = hold == HoldReason::JournalFailed || hold == HoldReason::LockLost;
    const auto refusal = unwritten ? runner.journal().refusal() : std::nullopt;
    return refusal ? sentences({holdCauseText(hold), refusalText(*refusal, now)})
                   : holdCauseText(hold);
}

QString holdText(const BatchRunner &runner, const QDateTime &now)
{
    return sentences({holdCauseText(runner, now), holdAdviceText(runner.batch().hold)});
}

QString damageText(const QString &setAside, int batches)
{
    if (setAside.isEmpty())
        return {};
    return Notice::tr(
               "The journal was damaged. It was kept as %1, and %Ln batch(es) was/were recovered.",
               nullptr, batches)
        .arg(shownLine(setAside, LongestQuote));
}

QString locksProblemText(const LockStore &locks)
{
    if (!locks.problem())
        return {};
    const QString file = fileProblemText(*locks.problem());
    if (locks.isUnreadable())
        return sentences({Notice::tr("All clusters are locked, because the locks cannot be read."),
                          file,
                          Notice::tr("Or open Locked Names and save the locks that you want.")});
    if (locks.problem()->kind == FileProblem::Kind::Vanished)
        return sentences({file, Notice::tr("Its locks stay in force until Clusterdeck ends. "
                                           "Changing any lock saves them again.")});
    return sentences({file, Notice::tr("Until then, other users can remove locks.")});
}

QString locksNotWrittenText(const LockStore &locks)
{
    const QString why = locks.writeProblem() ? fileProblemText(*locks.writeProblem()) : QString();
    return sentences(
        {Notice::tr("The change to the locks was not saved."), why,
         Notice::tr("New locks hold until Clusterdeck ends, and nothing was unlocked.")});
}

QString locksSetAsideText(const QString &path)
{
    return Notice::tr("The file with the locks was not valid. It was kept as %1.")
        .arg(shownLine(path, LongestQuote));
}

QString confirmationText(const Confirmation &confirmation, const QDateTime &now)
{
    const QString dropped = confirmation.droppedOut.isEmpty()
                                ? QString()
                                : droppedText(confirmation.droppedOut, confirmation.plan.verb);
    switch (confirmation.outcome) {
    case Confirmation::Outcome::Armed:
    case Confirmation::Outcome::LookAgain:
        return dropped;
    case Confirmation::Outcome::Expired:
        return expiredText(confirmation.plan);
    case Confirmation::Outcome::NoReason:
        return Notice::tr("Nothing was sent: the account now requires a reason. Try again, and "
                          "enter a ticket or a purpose.");
    case Confirmation::Outcome::NothingLeft:
        return sentences(
            {Notice::tr("Nothing was sent: none of the clusters can be changed any more."),
             dropped});
    case Confirmation::Outcome::NotWritten:
    case Confirmation::Outcome::OtherCopy:
        return sentences(
            {Notice::tr("Nothing was sent: the operation could not be saved in the journal."),
             refusalText(confirmation.refusal.value_or(WriteRefusal()), now)});
    }
    Q_UNREACHABLE();
}

} // namespace clusterdeck

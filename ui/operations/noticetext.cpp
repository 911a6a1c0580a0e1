// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/noticetext.h"

#include "ui/text/errortext.h"
#include "ui/text/filetext.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"
#include "ui/text/refusaltext.h"

#include <QCoreApplication>

namespace clusterdeck
{

namespace
{

struct Notice {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::Notice)
};

/// More of them would not be read in a message bar.
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
    return Notice::tr("%Ln cluster(s) dropped out: %1.", nullptr, int(dropped.size()))
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
    return Notice::tr("%Ln cluster(s) whose deletion was confirmed is/are listed again: %1. Check "
                      "the provider's console: it may cost money. The history says so too.",
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
        parts.append(Notice::tr("%Ln being settled", nullptr, recovery.unknown));
    if (recovery.running > 0)
        parts.append(Notice::tr("%Ln still running", nullptr, recovery.running));
    QStringList told;
    if (!parts.isEmpty())
        told.append(Notice::tr("The last run ended early: %1.").arg(enumerated(parts)));
    // It is not known yet which accounts the user will open.
    if (recovery.unknown + recovery.running > 0)
        told.append(Notice::tr("Whatever belongs to an account that is not open is watched once it "
                               "is opened."));
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
        return Notice::tr("The journal was made by a newer version of Clusterdeck and is left "
                          "alone. Use that version.");
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
                          : sentences({text, Notice::tr("Until then you can look at clusters, but "
                                                        "not stop, start, rename or delete "
                                                        "them.")});
}

QString holdText(const BatchRunner &runner, const QDateTime &now)
{
    const HoldReason hold = runner.batch().hold;
    const bool unwritten = hold == HoldReason::JournalFailed || hold == HoldReason::LockLost;
    const auto refusal = unwritten ? runner.journal().refusal() : std::nullopt;
    return refusal ? sentences({holdText(hold), refusalText(*refusal, now)}) : holdText(hold);
}

QString damageText(const QString &setAside, int batches)
{
    if (setAside.isEmpty())
        return {};
    return Notice::tr("The journal was damaged. It was kept as %1, and %Ln batch(es) were carried "
                      "over.",
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
                          Notice::tr("Or open Locked names and save the locks that you want.")});
    if (locks.problem()->kind == FileProblem::Kind::Vanished)
        return sentences({file, Notice::tr("The locks in it stay in force until Clusterdeck ends. "
                                           "Any change of the locks writes them again.")});
    return sentences({file, Notice::tr("Until then, locks can be removed without you.")});
}

QString locksNotWrittenText(const LockStore &locks)
{
    const QString why = locks.writeProblem() ? fileProblemText(*locks.writeProblem()) : QString();
    return sentences({Notice::tr("The change of the locks was not saved."), why,
                      Notice::tr("What was to be locked is locked until Clusterdeck ends; what "
                                 "was to be unlocked stays locked.")});
}

QString locksSetAsideText(const QString &path)
{
    return Notice::tr("The file of the locks could not be understood. It was kept as %1.")
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
    case Confirmation::Outcome::NoReason:
        return Notice::tr("Nothing was sent: the account requires a reason now. Try again, and "
                          "give a ticket or a purpose.");
    case Confirmation::Outcome::NothingLeft:
        return sentences({Notice::tr("Nothing was sent: none of it can go any more."), dropped});
    case Confirmation::Outcome::NotWritten:
    case Confirmation::Outcome::OtherCopy:
        return sentences({Notice::tr("Nothing was sent: it could not be written down first."),
                          refusalText(confirmation.refusal.value_or(WriteRefusal()), now)});
    }
    Q_UNREACHABLE();
}

} // namespace clusterdeck

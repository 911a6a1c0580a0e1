// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/errortext.h"

#include "ui/text/joining.h"
#include "ui/words/verbtext.h"
#include "ui/words/verbwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace clusterdeck
{

namespace
{

struct ErrorText {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::ErrorText)

public:
    /// The sentences of each kind of error, in the order of the enum.
    static constexpr std::array<std::pair<ErrorKind, const char *>, ErrorKindCount> Words{{
        {ErrorKind::Network,
         QT_TR_NOOP("The cloud cannot be reached. Check the network connection and the "
                    "address.")},
        {ErrorKind::Timeout,
         QT_TR_NOOP("The cloud did not answer in time. Try again in a moment.")},
        {ErrorKind::Cancelled, QT_TR_NOOP("The request was cancelled.")},
        {ErrorKind::Tls, nullptr}, // see tlsText()
        {ErrorKind::Redirected,
         QT_TR_NOOP(
             "The server redirects requests, and redirects are not followed. Check the address.")},
        {ErrorKind::Protocol,
         QT_TR_NOOP("The answer was not understood. Check that the address is that of the "
                    "EHPC service.")},
        {ErrorKind::Rejected, QT_TR_NOOP("The cloud refused the request.")},
        {ErrorKind::Unauthorized,
         QT_TR_NOOP("The access key was not accepted. Check the key and its secret.")},
        {ErrorKind::ClockSkew,
         QT_TR_NOOP("This computer's clock differs from the cloud's. Correct the clock.")},
        {ErrorKind::Forbidden, QT_TR_NOOP("Not allowed: the cluster belongs to another user, or "
                                          "another operation is running on it.")},
        {ErrorKind::NotFound, QT_TR_NOOP("The cluster no longer exists.")},
        {ErrorKind::RateLimited, QT_TR_NOOP("The call quota is used up. Wait up to an hour.")},
        {ErrorKind::Conflict,
         QT_TR_NOOP("Another resource depends on this cluster. Remove that resource first.")},
        {ErrorKind::ServerFault,
         QT_TR_NOOP("The cloud had an internal error. Try again in a moment.")},
        {ErrorKind::Maintenance, QT_TR_NOOP("The cloud is being updated. Try again later.")},
        {ErrorKind::HostNotFound,
         QT_TR_NOOP("The host name was not found. Check the address and the network connection.")},
        {ErrorKind::ConnectionRefused,
         QT_TR_NOOP("The host refused the connection. Check the address and its port.")},
        {ErrorKind::Proxy, QT_TR_NOOP("The proxy does not answer or does not forward the request. "
                                      "Check this computer's proxy settings.")},
        {ErrorKind::NotUnderstood,
         QT_TR_NOOP("The error was recorded by another version of Clusterdeck, or the record "
                    "is damaged.")},
    }};

    /// Why a batch is on hold, and what to do before it is continued.
    struct Hold {
        HoldReason reason;
        const char *cause;
        const char *advice;
    };
    static constexpr std::array<Hold, std::size_t(LastHoldReason) + 1> Holds{{
        {HoldReason::None, nullptr, nullptr},
        {HoldReason::Unauthorized,
         QT_TR_NOOP("On hold, nothing more was sent: the access key was not accepted."),
         QT_TR_NOOP("Check the key, then continue.")},
        {HoldReason::ClockSkew,
         QT_TR_NOOP("On hold, nothing more was sent: this computer's clock differs from the "
                    "cloud's."),
         QT_TR_NOOP("Correct the clock, then continue.")},
        {HoldReason::RateLimited,
         QT_TR_NOOP("On hold, nothing more was sent: the call quota is used up."),
         QT_TR_NOOP("Wait up to an hour, then continue.")},
        {HoldReason::Maintenance,
         QT_TR_NOOP("On hold, nothing more was sent: the cloud is being updated."),
         QT_TR_NOOP("Continue later.")},
        {HoldReason::Unreachable,
         QT_TR_NOOP("On hold, nothing more was sent: the cloud cannot be reached."),
         QT_TR_NOOP("Check the network, then continue.")},
        {HoldReason::Suspended,
         QT_TR_NOOP("On hold, nothing more was sent: this computer was suspended, or its clock "
                    "was changed, after you confirmed."),
         QT_TR_NOOP("Check whether you still want this.")},
        {HoldReason::ScreenLocked,
         QT_TR_NOOP("On hold, nothing more was sent: the screen was locked during the countdown."),
         QT_TR_NOOP("Check whether you still want this.")},
        {HoldReason::RefusedInARow,
         QT_TR_NOOP("On hold, nothing more was sent: the cloud refused three requests in a row."),
         QT_TR_NOOP("Read the explanations before you continue.")},
        {HoldReason::JournalFailed,
         QT_TR_NOOP("On hold, nothing more was sent: the next request could not be saved in the "
                    "journal."),
         QT_TR_NOOP("Check the data folder, then continue.")},
        {HoldReason::AnswersLost,
         QT_TR_NOOP("On hold, nothing more was sent: three answers in a row were lost."),
         QT_TR_NOOP("Check the connection and wait for the outcome of these requests, then "
                    "continue.")},
        {HoldReason::LockLost,
         QT_TR_NOOP("On hold, nothing more was sent: another copy of Clusterdeck may be using the "
                    "journal."),
         QT_TR_NOOP("Close it, then continue.")},
        {HoldReason::FirstUnknown,
         QT_TR_NOOP("On hold, nothing more was sent: the outcome of the first request is unknown."),
         QT_TR_NOOP("Check the provider's console, then continue.")},
    }};
};

QString lostAnswer(const BatchItem &item, int longest)
{
    const QString sentence =
        ErrorText::tr("The answer was lost. Clusterdeck is reading the cloud to find the outcome.");
    return item.error ? sentences({sentence, providerText(*item.error, longest)}) : sentence;
}

QString tlsText(TlsProblem problem)
{
    switch (problem) {
    case TlsProblem::Expired:
        return ErrorText::tr(
            "The connection is not secure: the server's certificate has expired or is not valid "
            "yet. Check this computer's date; if it is right, tell the provider.");
    case TlsProblem::WrongHost:
        return ErrorText::tr("The connection is not secure: the server's certificate is for "
                             "another host. Check the address.");
    case TlsProblem::SelfSigned:
        return ErrorText::tr(
            "The connection is not secure: the server's certificate is self-signed. If your cloud "
            "uses one, enter its CA file in the account.");
    case TlsProblem::UnknownIssuer:
        return ErrorText::tr(
            "The connection is not secure: the issuer of the server's certificate is not trusted. "
            "If your cloud has its own authority, enter its CA file in the account.");
    case TlsProblem::TooOld:
        return ErrorText::tr("The server does not support a secure TLS version (1.2 or newer). "
                             "Check the address, or ask the provider.");
    case TlsProblem::CaFile:
        return ErrorText::tr("The account's CA file has no full path, cannot be read or contains "
                             "no certificate. Choose another file, or none, in the account.");
    case TlsProblem::None:
    case TlsProblem::Other:
        return ErrorText::tr("The connection is not secure: the server's certificate was not "
                             "accepted. Check the address and this computer's date.");
    }
    Q_UNREACHABLE();
}

QString refusedTogether(const BatchItem &item)
{
    if (isOpen(item.state))
        return ErrorText::tr("Refused in a request with other clusters, and possibly changed "
                             "since. Clusterdeck is reading the list to find the outcome.");
    return isRead(item.state)
               ? ErrorText::tr("Refused in a request with other clusters: it is read again, then "
                               "sent in a smaller group.")
               : ErrorText::tr("Refused in a request with other clusters, and unchanged: it will "
                               "be sent again in a smaller group.");
}

QString ownReason(const BatchItem &item, int longest)
{
    switch (item.reason) {
    case ItemReason::None:
        return {};
    case ItemReason::Refused:
        return item.error ? sentences({errorText(*item.error), providerText(*item.error, longest)})
                          : ErrorText::tr("The cloud refused the request.");
    case ItemReason::RefusedTogether:
        return refusedTogether(item);
    case ItemReason::OperationFailed:
        return shownLine(item.operationErrors).isEmpty()
                   ? ErrorText::tr("The operation failed in the cloud.")
                   : ErrorText::tr("The operation failed in the cloud. Provider: “%1”")
                         .arg(shownLine(item.operationErrors, longest));
    case ItemReason::AnswerLost:
        return lostAnswer(item, longest);
    case ItemReason::NoSuchCluster:
        return ErrorText::tr("The provider reports that this cluster does not exist. Clusterdeck "
                             "is reading the list to check.");
    case ItemReason::NoJobId:
        return ErrorText::tr(
            "Accepted, but without a job ID. Clusterdeck follows the cluster in the list.");
    case ItemReason::TransitionSeen:
        return ErrorText::tr("The job ID is unknown, but an operation is running on the cluster.");
    case ItemReason::NotCarriedOut:
        return ErrorText::tr("The request was not carried out. You can try again.");
    case ItemReason::HowIsNotKnown:
        return ErrorText::tr(
            "The cluster is in the requested state, but no matching operation was found.");
    case ItemReason::Vanished:
        return ErrorText::tr("The cluster no longer exists.");
    case ItemReason::StartedByAnotherUser:
        return ErrorText::tr("The operation was started by another user.");
    case ItemReason::StoppedByPerson:
        return ErrorText::tr("Cancelled before it was sent.");
    case ItemReason::ProgramEnded:
        return ErrorText::tr(
            "Clusterdeck ended before it was sent. It will not be sent automatically.");
    case ItemReason::ProtectedSince:
        return ErrorText::tr("Not sent: after you confirmed, the cluster was locked or marked "
                             "[keep], or its account was made read-only.");
    case ItemReason::LogNotRead:
        return ErrorText::tr(
            "The cluster is listed unchanged, but the operation log could not be read "
            "completely, so the request may still be carried out. Check the "
            "provider's console.");
    case ItemReason::LogMayLag:
        return ErrorText::tr(
            "The cluster is listed unchanged, but the operation log may not be up to date, so the "
            "request may still be carried out. Check the provider's console.");
    case ItemReason::UndoneSince:
        return ErrorText::tr(
            "The operation failed for some clusters of the request, and this one has changed "
            "since, so its outcome is unknown. Check the provider's console.");
    case ItemReason::ListedAgain:
        return ErrorText::tr(
            "The cluster was deleted, but is listed again. Check the provider's console.");
    case ItemReason::NotUnderstood:
        return ErrorText::tr(
            "This was recorded by another version of Clusterdeck, or the record is "
            "damaged. Nothing is sent for it. Check the provider's console.");
    }
    Q_UNREACHABLE();
}

static_assert(std::all_of(ErrorSpecs.begin(), ErrorSpecs.end(),
                          [](const ErrorSpec &spec) {
                              const auto &[kind, text] = ErrorText::Words[std::size_t(spec.kind)];
                              return kind == spec.kind && (text || kind == ErrorKind::Tls);
                          }),
              "a row for each kind, in their order");
static_assert(
    [] {
        for (std::size_t reason = 1; reason < ErrorText::Holds.size(); ++reason) {
            const ErrorText::Hold &row = ErrorText::Holds[reason];
            if (std::size_t(row.reason) != reason || !row.cause || !row.advice)
                return false;
        }
        return true;
    }(),
    "a row for each reason, in their order");

} // namespace

QString errorText(const ApiError &error)
{
    if (error.kind == ErrorKind::Tls)
        return tlsText(error.tls);
    if (error.kind == ErrorKind::Rejected && error.retCode != 0)
        return ErrorText::tr("The cloud refused the request (code %1).").arg(error.retCode);
    return ErrorText::tr(ErrorText::Words[std::size_t(error.kind)].second);
}

QString providerText(const ApiError &error, int longest)
{
    const QString text = shownLine(error.serverText, longest);
    if (text.isEmpty())
        return {};
    if (error.retCode == 0)
        return ErrorText::tr("Provider: “%1”").arg(text);
    return ErrorText::tr("Provider: “%1” (code %2)").arg(text, QString::number(error.retCode));
}

QString holdCauseText(HoldReason reason)
{
    return reason == HoldReason::None ? QString()
                                      : ErrorText::tr(ErrorText::Holds[std::size_t(reason)].cause);
}

QString holdAdviceText(HoldReason reason)
{
    return reason == HoldReason::None ? QString()
                                      : ErrorText::tr(ErrorText::Holds[std::size_t(reason)].advice);
}

QString holdText(HoldReason reason)
{
    return reason == HoldReason::None ? QString()
                                      : sentences({holdCauseText(reason), holdAdviceText(reason)});
}

QString reasonText(const BatchItem &item, int longest)
{
    QString reason = ownReason(item, longest);
    if (!needsAttention(item) || item.state == ItemState::NotUnderstood)
        return reason;
    const QString attention =
        ErrorText::tr("This is taking unusually long. Check the provider's console.");
    return reason.isEmpty() ? attention : sentences({reason, attention});
}

QString evidenceText(Verb verb, const Evidence &evidence)
{
    QStringList parts;
    const auto add = [&parts](const QString &part, bool holds) {
        if (holds)
            parts.append(part);
    };
    add(ErrorText::tr("operation successful"), evidence.operationSuccessful);
    const int wanted = evidence.asWanted.length;
    add(specOf(verb).isProvenByAbsence()
            ? ErrorText::tr("missing in %Ln reading(s)", nullptr, wanted)
            : ErrorText::tr("found in the requested state %Ln time(s)", nullptr, wanted),
        wanted > 0);
    const int vanished = evidence.vanished.length;
    add(ErrorText::tr("deleted in %Ln reading(s)", nullptr, vanished), vanished > 0);
    const int unchanged = std::max(evidence.withoutTrace.length, evidence.unchanged.length);
    add(ErrorText::tr("listed unchanged %Ln time(s)", nullptr, unchanged), unchanged > 0);
    return enumerated(parts);
}

bool needsAttention(const BatchItem &item)
{
    return item.needsAttention && !isEnd(item.state);
}

namespace
{

QString keptText(const Marks &marks)
{
    if (!marks.allUnderstood)
        return ErrorText::tr("Its description has an unrecognized mark, which counts as [keep] for "
                             "all users of the account");
    return ErrorText::tr("It is marked %1 in its description, for all users of the account")
        .arg(markText({MarkChange::What::Keep, marks.keepUntil}));
}

QString changedText(const QList<PlanDifference> &changes)
{
    QStringList parts;
    for (const PlanDifference &each : changes)
        parts.append(differenceText(each));
    const QString changed = ErrorText::tr("It has changed since the plan was made");
    return parts.isEmpty() ? changed : labelled(changed, clauses(parts));
}

} // namespace

QString exclusionText(const ExcludedItem &item, Verb verb)
{
    switch (item.reason) {
    case Exclusion::Gone:
        return ErrorText::tr("The cluster no longer exists");
    case Exclusion::Busy:
        return ErrorText::tr("Another operation is running on this cluster");
    case Exclusion::WrongState:
        return VerbWords::of(verb).wrongState();
    case Exclusion::UnderWay:
        return ErrorText::tr("Clusterdeck is already working on this cluster");
    case Exclusion::Locked:
        return ErrorText::tr("It is locked, individually or by its name");
    case Exclusion::Kept:
        return keptText(item.marks);
    case Exclusion::ReadOnly:
        return ErrorText::tr("Its account is read-only");
    case Exclusion::AccountClosed:
        return ErrorText::tr("Its account is not open");
    case Exclusion::NotRead:
        return ErrorText::tr("It has not been read since Clusterdeck started");
    case Exclusion::NotFound:
        return ErrorText::tr("The cloud has no cluster with this ID");
    case Exclusion::DamagedId:
        return ErrorText::tr("Its ID contains unreadable characters");
    case Exclusion::Changed:
        return changedText(item.changes);
    }
    Q_UNREACHABLE();
}

QString reasonAgainstText(Exclusion reason, Verb verb)
{
    if (reason == Exclusion::Kept)
        return ErrorText::tr("The selected clusters are marked [keep]. Remove the marks first, "
                             "with Marks….");
    if (reason == Exclusion::Locked)
        return ErrorText::tr("The selected clusters are locked. Unlock them first.");
    return sentences(
        {ErrorText::tr("Not possible for any of the selected clusters."),
         ErrorText::tr("%1.", "a reason").arg(exclusionText({{}, {}, {}, reason}, verb))});
}

} // namespace clusterdeck

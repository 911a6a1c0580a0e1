// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/errortext.h"

#include "ui/operations/verbtext.h"
#include "ui/operations/verbwords.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"

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
    /// The words of each kind.
    static constexpr std::array<std::pair<ErrorKind, const char *>, ErrorKindCount> Words{{
        {ErrorKind::Network,
         QT_TR_NOOP("The cloud cannot be reached. Check the network connection and the "
                    "address.")},
        {ErrorKind::Timeout,
         QT_TR_NOOP("The cloud did not answer in time. Try again in a moment.")},
        {ErrorKind::Cancelled, QT_TR_NOOP("The request was given up.")},
        {ErrorKind::Tls, nullptr}, // see tlsText()
        {ErrorKind::Redirected,
         QT_TR_NOOP("The server sends requests on to another place, which is never "
                    "followed. Check the address.")},
        {ErrorKind::Protocol,
         QT_TR_NOOP("The answer was not understood. Check that the address is that of the "
                    "EHPC service.")},
        {ErrorKind::Rejected, QT_TR_NOOP("The cloud refused the request.")},
        {ErrorKind::Unauthorized,
         QT_TR_NOOP("The access key was not accepted. Check the key and its secret.")},
        {ErrorKind::ClockSkew,
         QT_TR_NOOP("This machine's clock differs from the cloud's. Set the clock right.")},
        {ErrorKind::Forbidden,
         QT_TR_NOOP("Not allowed: it belongs to somebody else, or something is under way on "
                    "it.")},
        {ErrorKind::NotFound, QT_TR_NOOP("It does not exist any more.")},
        {ErrorKind::RateLimited, QT_TR_NOOP("The quota of calls is used up. Wait up to an hour.")},
        {ErrorKind::Conflict, QT_TR_NOOP("Something else depends on it. Remove that first.")},
        {ErrorKind::ServerFault,
         QT_TR_NOOP("The cloud had an internal fault. Try again in a moment.")},
        {ErrorKind::Maintenance, QT_TR_NOOP("The cloud is being updated. Try again later.")},
        {ErrorKind::HostNotFound,
         QT_TR_NOOP("There is no host of this name. Check the address and the network "
                    "connection.")},
        {ErrorKind::ConnectionRefused,
         QT_TR_NOOP("The host is there, but nothing answers at this address. Check the "
                    "address and its port.")},
        {ErrorKind::Proxy,
         QT_TR_NOOP("The proxy does not answer or does not let the request through. Check "
                    "this machine's proxy settings.")},
        {ErrorKind::NotUnderstood,
         QT_TR_NOOP("The error was recorded by another version of Clusterdeck, or the record "
                    "is damaged.")},
    }};
};

QString lostAnswer(const BatchItem &item)
{
    const QString sentence =
        ErrorText::tr("The answer was lost, so it is being found out what became of it.");
    return item.error ? sentences({sentence, providerText(*item.error)}) : sentence;
}

QString tlsText(TlsProblem problem)
{
    switch (problem) {
    case TlsProblem::Expired:
        return ErrorText::tr("The connection is not secure: the server's certificate has expired "
                             "or is not valid yet. Check this machine's date; if it is right, tell "
                             "the provider.");
    case TlsProblem::WrongHost:
        return ErrorText::tr("The connection is not secure: the server's certificate is made out "
                             "for another host. Check the address.");
    case TlsProblem::SelfSigned:
        return ErrorText::tr("The connection is not secure: the server signed its certificate "
                             "itself. If that is right for your cloud, give the account its CA "
                             "file.");
    case TlsProblem::UnknownIssuer:
        return ErrorText::tr("The connection is not secure: nobody that this machine trusts has "
                             "signed the server's certificate. If your cloud has its own "
                             "authority, give the account its CA file.");
    case TlsProblem::TooOld:
        return ErrorText::tr("The server speaks no TLS version that is still safe (1.2 or newer), "
                             "so nothing is sent to it. Check the address.");
    case TlsProblem::CaFile:
        return ErrorText::tr("The account's CA file has no full path, cannot be read or holds no "
                             "certificate, so nothing is sent. Choose another file, or none, in "
                             "the account.");
    case TlsProblem::None:
    case TlsProblem::Other:
        return ErrorText::tr("The connection is not secure: the server's certificate was not "
                             "accepted. Check the address and this machine's date.");
    }
    Q_UNREACHABLE();
}

QString refusedTogether(const BatchItem &item)
{
    if (item.state == ItemState::Unknown)
        return ErrorText::tr("Refused in one request with others, and not found untouched since: "
                             "the list is read to see what became of it.");
    return item.state == ItemState::AwaitingReadback
               ? ErrorText::tr("Refused in one request with others: it is read again before it "
                               "goes in a smaller group.")
               : ErrorText::tr("Refused in one request with others, and nothing was done to it: "
                               "it goes again in a smaller group.");
}

QString ownReason(const BatchItem &item)
{
    switch (item.reason) {
    case ItemReason::None:
        return {};
    case ItemReason::Refused:
        return item.error ? sentences({errorText(*item.error), providerText(*item.error)})
                          : ErrorText::tr("The cloud refused the request.");
    case ItemReason::RefusedTogether:
        return refusedTogether(item);
    case ItemReason::OperationFailed:
        return shownLine(item.operationErrors).isEmpty()
                   ? ErrorText::tr("The operation failed in the cloud.")
                   : ErrorText::tr("The operation failed in the cloud. Provider: “%1”")
                         .arg(shownLine(item.operationErrors, LongestQuote));
    case ItemReason::AnswerLost:
        return lostAnswer(item);
    case ItemReason::NoSuchCluster:
        return ErrorText::tr(
            "The provider says there is no such cluster; the list is read to see.");
    case ItemReason::NoJobId:
        return ErrorText::tr(
            "Accepted, but without a job number: it is being watched in the list.");
    case ItemReason::TransitionSeen:
        return ErrorText::tr("No job number is known, but something is under way on the cluster.");
    case ItemReason::NotCarriedOut:
        return ErrorText::tr("The request was not carried out. It can be tried again.");
    case ItemReason::HowIsNotKnown:
        return ErrorText::tr("It is as it was wanted; how that came about is not known.");
    case ItemReason::Vanished:
        return ErrorText::tr("It does not exist any more.");
    case ItemReason::StartedByAnotherUser:
        return ErrorText::tr("The operation was started by another user.");
    case ItemReason::StoppedByPerson:
        return ErrorText::tr("Stopped before it was sent.");
    case ItemReason::ProgramEnded:
        return ErrorText::tr("Clusterdeck ended before it was sent. It never will be by itself.");
    case ItemReason::ProtectedSince:
        return ErrorText::tr("Not sent: it was locked or marked [keep], or its account was made "
                             "read-only, after the confirmation.");
    case ItemReason::LogNotRead:
        return ErrorText::tr(
            "The cluster is listed unchanged, but the operation log could not be read "
            "completely, so the request may still be carried out. Check the "
            "provider's console.");
    case ItemReason::LogMayLag:
        return ErrorText::tr(
            "The cluster is listed unchanged, but nothing shows that the operation "
            "log is up to date, so the request may still be carried out. Check the "
            "provider's console.");
    case ItemReason::UndoneSince:
        return ErrorText::tr(
            "The operation failed for a part of several clusters, and somebody has changed this "
            "one since. Whether it was done before is not known. Check the provider's console.");
    case ItemReason::ListedAgain:
        return ErrorText::tr("Its deletion was confirmed, and it is listed again since. Check the "
                             "provider's console.");
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

} // namespace

QString errorText(const ApiError &error)
{
    if (error.kind == ErrorKind::Tls)
        return tlsText(error.tls);
    if (error.kind == ErrorKind::Rejected && error.retCode != 0)
        return ErrorText::tr("The cloud refused the request (code %1).").arg(error.retCode);
    return ErrorText::tr(ErrorText::Words[std::size_t(error.kind)].second);
}

QString providerText(const ApiError &error)
{
    const QString text = shownLine(error.serverText, LongestQuote);
    if (text.isEmpty())
        return {};
    if (error.retCode == 0)
        return ErrorText::tr("Provider: “%1”").arg(text);
    return ErrorText::tr("Provider: “%1” (code %2)").arg(text, QString::number(error.retCode));
}

QString holdText(HoldReason reason)
{
    switch (reason) {
    case HoldReason::None:
        return {};
    case HoldReason::Unauthorized:
        return ErrorText::tr(
            "On hold: the access key was not accepted. Nothing more was sent. Check "
            "the key, then go on.");
    case HoldReason::ClockSkew:
        return ErrorText::tr("On hold: this machine's clock differs from the cloud's. Nothing more "
                             "was sent. Set the clock right, then go on.");
    case HoldReason::RateLimited:
        return ErrorText::tr("On hold: the quota of calls is used up. Nothing more was sent. Go "
                             "on later, within the hour.");
    case HoldReason::Maintenance:
        return ErrorText::tr("On hold: the cloud is being updated. Nothing more was sent. Go on "
                             "later.");
    case HoldReason::Unreachable:
        return ErrorText::tr(
            "On hold: the cloud cannot be reached. Nothing more was sent. Check the "
            "network, then go on.");
    case HoldReason::Suspended:
        return ErrorText::tr("On hold: this machine slept, or its clock was set, since it was "
                             "confirmed. Nothing more was sent. Look whether it is still wanted.");
    case HoldReason::ScreenLocked:
        return ErrorText::tr("On hold: the screen was locked, so nobody saw the countdown. Nothing "
                             "more was sent. Look whether it is still wanted.");
    case HoldReason::RefusedInARow:
        return ErrorText::tr("On hold: the cloud refused three in a row. Nothing more was sent. "
                             "Look at the reasons before going on.");
    case HoldReason::JournalFailed:
        return ErrorText::tr("On hold: what was about to be sent could not be written down first. "
                             "Nothing more was sent.");
    case HoldReason::AnswersLost:
        return ErrorText::tr(
            "On hold: three answers in a row were lost. Nothing more was sent. Check "
            "the connection and wait until it is known what became of these "
            "requests, then go on.");
    case HoldReason::LockLost:
        return ErrorText::tr("On hold: another copy of Clusterdeck may be using the journal. "
                             "Nothing more was sent.");
    case HoldReason::FirstUnknown:
        return ErrorText::tr("On hold: what became of the first request is not known. Nothing more "
                             "was sent. Check the provider's console, then go on.");
    }
    Q_UNREACHABLE();
}

QString reasonText(const BatchItem &item)
{
    const QString reason = ownReason(item);
    if (!needsAttention(item) || item.state == ItemState::NotUnderstood)
        return reason;
    const QString attention =
        ErrorText::tr("Takes unusually long. Look into the provider's console.");
    return reason.isEmpty() ? attention : sentences({reason, attention});
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
        return ErrorText::tr("Its description has a mark that is not understood and counts as "
                             "[keep], for all users of the account");
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
        return ErrorText::tr("It does not exist any more");
    case Exclusion::Busy:
        return ErrorText::tr("Something is under way on it");
    case Exclusion::WrongState:
        return VerbWords::of(verb).wrongState();
    case Exclusion::UnderWay:
        return ErrorText::tr("Clusterdeck is already working on it");
    case Exclusion::Locked:
        return ErrorText::tr("It is locked, by itself or by its name");
    case Exclusion::Kept:
        return keptText(item.marks);
    case Exclusion::ReadOnly:
        return ErrorText::tr("Its account is set to be looked at only");
    case Exclusion::AccountClosed:
        return ErrorText::tr("Its account is not open");
    case Exclusion::NotRead:
        return ErrorText::tr("It could not be read since Clusterdeck was started");
    case Exclusion::NotFound:
        return ErrorText::tr("The cloud found no cluster with its ID");
    case Exclusion::DamagedId:
        return ErrorText::tr("Its ID holds characters that cannot be read");
    case Exclusion::Changed:
        return changedText(item.changes);
    }
    Q_UNREACHABLE();
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"

#include <chrono>
#include <optional>

namespace clusterdeck
{

/// What the connection check looks at, in the order in which one needs the other.
enum class CheckStep {
    Address,
    HostName,
    Reachable,
    Tls,
    Clock,
    Key,
    Signature,
    Zone,
    Rights,
    Quota,
    Paging,
};
inline constexpr int CheckStepCount = int(CheckStep::Paging) + 1;

enum class CheckVerdict {
    NotReached, ///< nothing is known about it
    Good,
    Warning, ///< it may work, and a person should look
    Bad,
};

/// Why a step is judged as it is: each one has its sentence. In the order of the steps.
enum class CheckReason {
    NotReached, ///< something before it has to be in order first
    Unclear,    ///< what came back does not tell
    AddressGood,
    AddressIsNone,
    PlainHttp,
    PathOrQuery,
    HostKnown,
    NoNameNeeded, ///< the address holds a number, or this machine itself
    HostUnknown,
    Reached,
    ReachedByProxy, ///< name: the proxy
    NoConnection,
    Refused,
    ProxyInTheWay, ///< name: the proxy
    ProxySilent,   ///< name: the setting that is to name one
    TooSlow,
    BrokeOff, ///< an answer began and did not come to its end
    GivenUp,
    RedirectedAway,
    NotTheService, ///< number: the HTTP status
    GatewayFault,  ///< number: the HTTP status
    CallUnknown,   ///< number: the code
    ServiceFault,  ///< number: the code
    ServiceUpdating,
    TlsGood,
    TlsNotNeeded,
    TlsExpired,
    TlsWrongHost,
    TlsSelfSigned,
    TlsUnknownIssuer,
    TlsTooOld,
    TlsCaFile,
    TlsOther,
    ClockGood,
    ClockOff,      ///< number: seconds that the cloud is ahead; negative: behind
    ClockRefused,  ///< the time was refused; by how much it is off is not known
    ClockUnknown,  ///< the server did not tell its time
    ClockAccepted, ///< it did not tell its time either, but accepted ours
    KeyAccepted,
    KeyMissing,
    SecretMissing,
    KeyOrSecretWrong, ///< the provider does not say which of the two
    SignInRefused,    ///< number: the code
    SignatureAccepted,
    SignatureSelfTested, ///< refused, but the way of signing reproduces the published example
    SignatureBroken,     ///< the way of signing does not reproduce it
    ZoneAccepted,
    ZoneWithoutClusters, ///< accepted, and nothing is there
    ZoneMissing,
    ZoneSuspect,
    ZoneOrOwnerUnknown,
    MayRead,
    MayNotList,
    ListRefused,  ///< number: the code
    LogForbidden, ///< the list may be read, the operation log not
    LogFailed,
    QuotaGood,   ///< number: calls of this check, of: calls an hour
    QuotaLow,    ///< number: calls left by our own count, of: calls an hour
    QuotaUsedUp, ///< the provider says so
    OnePage,     ///< number: clusters
    TwoPages,    ///< number: clusters by the server's count, or those seen
    NoTotal,
    SecondPageEmpty, ///< number: clusters by the server's count
    SecondPageRepeats,
    SecondPageFailed,
};

struct CheckFinding {
    CheckStep step = CheckStep::Address;
    CheckVerdict verdict = CheckVerdict::NotReached;
    CheckReason reason = CheckReason::NotReached;
    qint64 number = 0; ///< see the reason
    qint64 of = 0;
    QString name; ///< see the reason; may be empty

    bool operator==(const CheckFinding &) const = default;
};

/// What became of one question; nothing of the clusters but how many.
struct CheckAnswer {
    std::optional<ApiError> error; ///< nothing: it succeeded
    int rows = 0;
    int seenBefore = 0; ///< rows of a second page that the first one held too
    std::optional<int> total;
};

/// All that a check knows at one moment. An answer that is not there has not come yet.
struct CheckEvidence {
    EndpointProblem endpoint = EndpointProblem::None;
    bool isHttps = true;
    bool hostIsNumber = false;
    bool hasKey = true;
    bool hasSecret = true;
    bool hasZone = true;
    bool signsAsPublished = true; ///< see clusterdeck::signsAsPublished()
    QString proxy;                ///< the one that leads there, or the setting that is to name
                                  ///< one; empty: none, or not known
    bool proxyIsSilent = false;   ///< the system has not told in time
    std::optional<CheckAnswer> list;
    std::optional<CheckAnswer> page; ///< the second one, when there should be one
    std::optional<CheckAnswer> log;
    std::optional<std::chrono::milliseconds> serverAhead;
    std::optional<int> callsLeft; ///< by our own count
    int callsMade = 0;
    int callsAnHour = 0;
};

/// More than this apart and the provider will soon refuse the signatures.
inline constexpr std::chrono::seconds MostSkew{30};
/// Fewer calls left than this are worth a word.
inline constexpr int FewCalls = 100;

/// Every step once, in order. Pure. Claims no more than the evidence shows: what an answer does not
/// tell stays NotReached.
[[nodiscard]] QList<CheckFinding> judge(const CheckEvidence &evidence);

/// The first list holds a full page, or the server counts more than came: there is another page.
[[nodiscard]] bool hasSecondPage(const CheckAnswer &list);

/// Signs the provider's published example (app/api/README.md §2, A) and compares. True unless this
/// program was built or linked wrongly.
[[nodiscard]] bool signsAsPublished();

/// The worst of the verdicts, NotReached when there is nothing else.
[[nodiscard]] CheckVerdict worstOf(const QList<CheckFinding> &findings);

} // namespace clusterdeck

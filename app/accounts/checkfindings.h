// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "app/support/enumcount.h"

#include <chrono>
#include <optional>

namespace clusterdeck
{

/// The steps of the connection check. Each needs the steps before it.
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
inline constexpr int CheckStepCount = int(enumCount<CheckStep>());

/// In the order of worstOf().
enum class CheckVerdict {
    NotReached, ///< nothing is known
    Good,
    Warning, ///< it may work, but the user should look at it
    Bad,
};

/// The reason of a verdict, in the order of the steps. ui/ has a sentence for each.
enum class CheckReason {
    NotReached, ///< a step before it failed
    Unclear,    ///< the answer does not show it
    AddressGood,
    AddressIsNone,
    PlainHttp,
    PathOrQuery,
    HostKnown,
    NoNameNeeded, ///< the address is an IP address or this machine
    HostUnknown,
    Reached,
    ReachedByProxy, ///< name: the proxy
    NoConnection,
    Refused,
    ProxyInTheWay, ///< name: the proxy
    ProxySilent,   ///< name: the setting with the proxy
    TooSlow,
    BrokeOff, ///< the answer is incomplete
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
    ClockRefused,  ///< the time was refused; the difference is not known
    ClockUnknown,  ///< the server did not send its time
    ClockAccepted, ///< the server did not send its time, but accepted ours
    KeyAccepted,
    KeyMissing,
    SecretMissing,
    KeyOrSecretWrong, ///< the provider does not say which of the two
    SignInRefused,    ///< number: the code
    SignatureAccepted,
    SignatureSelfTested, ///< refused, but the published example is signed correctly
    SignatureBroken,     ///< the published example is signed wrongly
    ZoneAccepted,
    ZoneWithoutClusters, ///< accepted, but there are no clusters
    ZoneMissing,
    ZoneSuspect,
    ZoneOrOwnerUnknown,
    MayRead,
    MayNotList,
    ListRefused,  ///< number: the code
    LogForbidden, ///< the list may be read, but not the operation log
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

/// The result of one request: only numbers, no clusters.
struct CheckAnswer {
    std::optional<ApiError> error = {}; ///< std::nullopt: success
    int rows = 0;
    int seenBefore = 0; ///< rows of the second page that the first page has too
    std::optional<int> total = {};
};

/// Everything that a check knows at one moment. A missing answer has not come yet.
struct CheckEvidence {
    EndpointProblem endpoint = EndpointProblem::None;
    bool isHttps = true;
    bool hostIsNumber = false;
    bool hasKey = true;
    bool hasSecret = true;
    bool hasZone = true;
    bool signsAsPublished = true; ///< see clusterdeck::signsAsPublished()
    QString proxy;                ///< see SystemProxies::name()
    bool proxyIsSilent = false;   ///< the system did not name a proxy in time
    std::optional<CheckAnswer> list;
    std::optional<CheckAnswer> page; ///< the second page, if there should be one
    std::optional<CheckAnswer> log;
    std::optional<std::chrono::milliseconds> serverAhead;
    std::optional<int> callsLeft; ///< by our own count
    int callsMade = 0;
    int callsAnHour = 0;
};

/// With a larger difference the provider will soon refuse the signatures.
inline constexpr std::chrono::seconds MostSkew{30};
/// With fewer calls left there is a warning.
inline constexpr int FewCalls = 100;

/// Every step once, in order. Pure. A step that the evidence does not show stays NotReached.
[[nodiscard]] QList<CheckFinding> judge(const CheckEvidence &evidence);

/// Whether there is a second page: the first page is full, or the total is larger.
[[nodiscard]] bool hasSecondPage(const CheckAnswer &list);

/// Whether the provider's published example (app/api/README.md §2, A) is signed correctly. False
/// only if this program was built or linked wrongly.
[[nodiscard]] bool signsAsPublished();

/// The worst of the verdicts.
[[nodiscard]] CheckVerdict worstOf(const QList<CheckFinding> &findings);

} // namespace clusterdeck

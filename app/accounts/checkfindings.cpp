// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/checkfindings.h"

#include "app/api/paging.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace clusterdeck
{

namespace
{

using Step = CheckStep;
using Verdict = CheckVerdict;
using Reason = CheckReason;

/// Collects the findings.
class Report
{
public:
    Report()
    {
        for (int step = 0; step < CheckStepCount; ++step)
            m_findings.append({Step(step), Verdict::NotReached, Reason::NotReached, 0, 0, {}});
    }

    void set(Step step, Verdict verdict, Reason reason, qint64 number = 0, qint64 of = 0)
    {
        m_findings[int(step)] = {step, verdict, reason, number, of, {}};
    }
    void name(Step step, const QString &name) { m_findings[int(step)].name = name; }
    void good(Step step, Reason reason, qint64 number = 0, qint64 of = 0)
    {
        set(step, Verdict::Good, reason, number, of);
    }
    void warn(Step step, Reason reason, qint64 number = 0, qint64 of = 0)
    {
        set(step, Verdict::Warning, reason, number, of);
    }
    void bad(Step step, Reason reason, qint64 number = 0)
    {
        set(step, Verdict::Bad, reason, number);
    }
    [[nodiscard]] Verdict verdict(Step step) const { return m_findings.at(int(step)).verdict; }
    [[nodiscard]] const QList<CheckFinding> &findings() const { return m_findings; }

    /// Marks the steps before the first failure about which nothing is known.
    void markUnclear()
    {
        for (CheckFinding &finding : m_findings) {
            if (finding.verdict == Verdict::Bad)
                return;
            if (finding.verdict == Verdict::NotReached)
                finding.reason = Reason::Unclear;
        }
    }

private:
    QList<CheckFinding> m_findings;
};

void hostFound(Report &report, const CheckEvidence &evidence)
{
    report.good(Step::HostName, evidence.hostIsNumber ? Reason::NoNameNeeded : Reason::HostKnown);
}

void tlsPassed(Report &report, const CheckEvidence &evidence)
{
    report.good(Step::Tls, evidence.isHttps ? Reason::TlsGood : Reason::TlsNotNeeded);
}

void reached(Report &report, const CheckEvidence &evidence)
{
    report.good(Step::Reachable,
                evidence.proxy.isEmpty() ? Reason::Reached : Reason::ReachedByProxy);
    report.name(Step::Reachable, evidence.proxy);
}

/// Whether any HTTP answer came, from the service or not.
bool isAnswer(const ApiError &error)
{
    return error.httpStatus != 0 || error.retCode != 0;
}

void judgeAddress(Report &report, EndpointProblem problem)
{
    switch (problem) {
    case EndpointProblem::None:
        return report.good(Step::Address, Reason::AddressGood);
    case EndpointProblem::NotAUrl:
        return report.bad(Step::Address, Reason::AddressIsNone);
    case EndpointProblem::PlainHttp:
        return report.bad(Step::Address, Reason::PlainHttp);
    case EndpointProblem::HasPathOrQuery:
        return report.bad(Step::Address, Reason::PathOrQuery);
    }
}

void judgeClock(Report &report, const CheckEvidence &evidence, bool answered, bool accepted)
{
    if (evidence.serverAhead) {
        // Rounded, since whole seconds are shown.
        const qint64 seconds = std::llround(double(evidence.serverAhead->count()) / 1000);
        if (std::chrono::seconds(std::abs(seconds)) > MostSkew)
            report.bad(Step::Clock, Reason::ClockOff, seconds);
        else
            report.good(Step::Clock, Reason::ClockGood, seconds);
    } else if (accepted) {
        report.good(Step::Clock, Reason::ClockAccepted);
    } else if (answered) {
        report.warn(Step::Clock, Reason::ClockUnknown);
    }
}

Reason tlsReason(TlsProblem problem)
{
    switch (problem) {
    case TlsProblem::Expired:
        return Reason::TlsExpired;
    case TlsProblem::WrongHost:
        return Reason::TlsWrongHost;
    case TlsProblem::SelfSigned:
        return Reason::TlsSelfSigned;
    case TlsProblem::UnknownIssuer:
        return Reason::TlsUnknownIssuer;
    case TlsProblem::TooOld:
        return Reason::TlsTooOld;
    case TlsProblem::CaFile:
        return Reason::TlsCaFile;
    case TlsProblem::None:
    case TlsProblem::Other:
        return Reason::TlsOther;
    }
    return Reason::TlsOther;
}

/// Refused with a code of the general kind Rejected.
void judgeRejected(Report &report, const CheckEvidence &evidence, int code)
{
    if (code == 1101)
        return report.bad(Step::Reachable, Reason::CallUnknown, code);
    if (code != 1100)
        return report.bad(Step::Rights, Reason::ListRefused, code);
    // Of the values in the request only the zone is free text of the user. Without a key or a zone,
    // judgeSettings() reports what is missing.
    if (evidence.hasKey && evidence.hasSecret && evidence.hasZone)
        report.bad(Step::Zone, Reason::ZoneSuspect);
}

void judgeUnauthorized(Report &report, const CheckEvidence &evidence, int code)
{
    if (!evidence.hasKey || !evidence.hasSecret)
        return;
    if (code != 1200)
        return report.bad(Step::Key, Reason::SignInRefused, code);
    report.bad(Step::Key, Reason::KeyOrSecretWrong);
    report.warn(Step::Signature, Reason::SignatureSelfTested);
}

void judgeProtocol(Report &report, int httpStatus)
{
    if (httpStatus >= 500)
        report.bad(Step::Reachable, Reason::GatewayFault, httpStatus);
    else
        report.bad(Step::Reachable, Reason::NotTheService, httpStatus);
}

void keyIsGood(Report &report)
{
    report.good(Step::Key, Reason::KeyAccepted);
    report.good(Step::Signature, Reason::SignatureAccepted);
}

/// The server answered with an error.
void judgeRefusal(Report &report, const CheckEvidence &evidence, const ApiError &error)
{
    switch (error.kind) {
    case ErrorKind::Redirected:
        return report.bad(Step::Reachable, Reason::RedirectedAway);
    case ErrorKind::Unauthorized:
        return judgeUnauthorized(report, evidence, error.retCode);
    case ErrorKind::ClockSkew:
        // A known difference is more useful.
        if (report.verdict(Step::Clock) != Verdict::Bad)
            report.bad(Step::Clock, Reason::ClockRefused);
        return;
    case ErrorKind::Forbidden:
        keyIsGood(report); // the service knew the user
        return report.bad(Step::Rights, Reason::MayNotList);
    case ErrorKind::NotFound:
        return report.bad(Step::Zone, Reason::ZoneOrOwnerUnknown);
    case ErrorKind::RateLimited:
        return report.bad(Step::Quota, Reason::QuotaUsedUp);
    case ErrorKind::ServerFault:
        return report.bad(Step::Reachable, Reason::ServiceFault, error.retCode);
    case ErrorKind::Maintenance:
        return report.bad(Step::Reachable, Reason::ServiceUpdating);
    default:
        return specOf(error.kind).stage == ErrorStage::Service
                   ? judgeRejected(report, evidence, error.retCode)
                   : judgeProtocol(report, error.httpStatus);
    }
}

/// No complete answer came: which step failed.
void judgeConnection(Report &report, const CheckEvidence &evidence, const ApiError &error)
{
    switch (error.kind) {
    case ErrorKind::HostNotFound:
        return report.bad(Step::HostName, Reason::HostUnknown);
    case ErrorKind::ConnectionRefused:
        hostFound(report, evidence);
        return report.bad(Step::Reachable, Reason::Refused);
    case ErrorKind::Proxy:
        report.bad(Step::Reachable,
                   evidence.proxyIsSilent ? Reason::ProxySilent : Reason::ProxyInTheWay);
        return report.name(Step::Reachable, evidence.proxy);
    case ErrorKind::Cancelled:
        return report.bad(Step::Reachable, Reason::GivenUp);
    case ErrorKind::Tls:
        // Without its CA file nothing was sent.
        if (error.tls != TlsProblem::CaFile) {
            hostFound(report, evidence);
            reached(report, evidence);
        }
        return report.bad(Step::Tls, tlsReason(error.tls));
    default:
        break;
    }
    if (isAnswer(error)) {
        hostFound(report, evidence);
        tlsPassed(report, evidence);
        report.bad(Step::Reachable, Reason::BrokeOff);
    } else {
        report.bad(Step::Reachable,
                   error.kind == ErrorKind::Timeout ? Reason::TooSlow : Reason::NoConnection);
    }
}

void judgePaging(Report &report, const CheckEvidence &evidence)
{
    const CheckAnswer &list = *evidence.list;
    if (!hasSecondPage(list))
        return list.total ? report.good(Step::Paging, Reason::OnePage, list.rows)
                          : report.warn(Step::Paging, Reason::NoTotal);
    if (!evidence.page)
        return;
    const CheckAnswer &page = *evidence.page;
    const int seen = list.rows + page.rows;
    if (page.error)
        report.bad(Step::Paging, Reason::SecondPageFailed);
    else if (page.rows > 0 && page.seenBefore == page.rows)
        report.bad(Step::Paging, Reason::SecondPageRepeats);
    else if (endOf(seen, page.rows, list.total) == PageEnd::Missing)
        report.bad(Step::Paging, Reason::SecondPageEmpty, *list.total);
    else
        report.good(Step::Paging, Reason::TwoPages, list.total.value_or(seen));
}

bool usedUp(const std::optional<CheckAnswer> &answer)
{
    return answer && answer->error && answer->error->kind == ErrorKind::RateLimited;
}

void judgeQuota(Report &report, const CheckEvidence &evidence)
{
    if (usedUp(evidence.page) || usedUp(evidence.log))
        report.bad(Step::Quota, Reason::QuotaUsedUp);
    else if (evidence.callsLeft && *evidence.callsLeft < FewCalls)
        report.warn(Step::Quota, Reason::QuotaLow, *evidence.callsLeft, evidence.callsAnHour);
    else
        report.good(Step::Quota, Reason::QuotaGood, evidence.callsMade, evidence.callsAnHour);
}

void judgeRights(Report &report, const CheckAnswer &log)
{
    if (!log.error)
        report.good(Step::Rights, Reason::MayRead);
    else if (log.error->kind == ErrorKind::Forbidden)
        report.warn(Step::Rights, Reason::LogForbidden);
    else
        report.warn(Step::Rights, Reason::LogFailed);
}

void judgeList(Report &report, const CheckEvidence &evidence)
{
    keyIsGood(report);
    if (evidence.list->rows == 0)
        report.warn(Step::Zone, Reason::ZoneWithoutClusters);
    else
        report.good(Step::Zone, Reason::ZoneAccepted);
    judgePaging(report, evidence);
    if (!evidence.log)
        return;
    judgeRights(report, *evidence.log);
    judgeQuota(report, evidence);
}

/// Problems of the settings themselves, whatever the cloud answers.
void judgeSettings(Report &report, const CheckEvidence &evidence)
{
    if (!evidence.hasKey)
        report.bad(Step::Key, Reason::KeyMissing);
    else if (!evidence.hasSecret)
        report.bad(Step::Key, Reason::SecretMissing);
    if (!evidence.signsAsPublished && report.verdict(Step::Signature) != Verdict::Good)
        report.bad(Step::Signature, Reason::SignatureBroken);
    if (!evidence.hasZone)
        report.bad(Step::Zone, Reason::ZoneMissing);
}

} // namespace

QList<CheckFinding> judge(const CheckEvidence &evidence)
{
    Report report;
    judgeAddress(report, evidence.endpoint);
    if (evidence.endpoint == EndpointProblem::None && evidence.list) {
        const std::optional<ApiError> &error = evidence.list->error;
        judgeClock(report, evidence, !error || isAnswer(*error), !error);
        if (error && specOf(error->kind).stage == ErrorStage::Way) {
            judgeConnection(report, evidence, *error);
        } else {
            hostFound(report, evidence);
            reached(report, evidence);
            tlsPassed(report, evidence);
            if (error)
                judgeRefusal(report, evidence, *error);
            else
                judgeList(report, evidence);
        }
    }
    judgeSettings(report, evidence);
    if (evidence.list && evidence.list->error)
        report.markUnclear();
    return report.findings();
}

bool hasSecondPage(const CheckAnswer &list)
{
    // Also after a full page that is the last by the total: the check tests the total.
    return endOf(list.rows, list.rows, list.total) == PageEnd::More ||
           endOf(list.rows, list.rows, {}) == PageEnd::More;
}

bool signsAsPublished()
{
    const Credentials example{QStringLiteral("QYACCESSKEYIDEXAMPLE"),
                              QStringLiteral("SECRETACCESSKEY")};
    const auto moment = QDateTime::fromString(u"2021-08-19T16:44:40Z", Qt::ISODate);
    const Result<QByteArray> query =
        signedQuery(Method::Get, "/api/cluster/list",
                    {{QStringLiteral("zone"), QStringLiteral("jn1a")}}, {}, example, moment);
    return query &&
           query->endsWith("&signature=W68niby0THV%252BXsKcRxuGblFm2a4XbTdto129JkSH2%252FM%253D");
}

CheckVerdict worstOf(const QList<CheckFinding> &findings)
{
    Verdict worst = Verdict::NotReached;
    for (const CheckFinding &finding : findings)
        worst = std::max(worst, finding.verdict);
    return worst;
}

} // namespace clusterdeck

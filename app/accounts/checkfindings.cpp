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

/// The findings while they are put together.
class Sheet
{
public:
    Sheet()
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

    /// What no failure stands before, and still nothing is known about.
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

void hostFound(Sheet &sheet, const CheckEvidence &evidence)
{
    sheet.good(Step::HostName, evidence.hostIsNumber ? Reason::NoNameNeeded : Reason::HostKnown);
}

void tlsPassed(Sheet &sheet, const CheckEvidence &evidence)
{
    sheet.good(Step::Tls, evidence.isHttps ? Reason::TlsGood : Reason::TlsNotNeeded);
}

void reached(Sheet &sheet, const CheckEvidence &evidence)
{
    sheet.good(Step::Reachable,
               evidence.proxy.isEmpty() ? Reason::Reached : Reason::ReachedByProxy);
    sheet.name(Step::Reachable, evidence.proxy);
}

/// Some HTTP answer came back, from whomever.
bool isAnswer(const ApiError &error)
{
    return error.httpStatus != 0 || error.retCode != 0;
}

void judgeAddress(Sheet &sheet, EndpointProblem problem)
{
    switch (problem) {
    case EndpointProblem::None:
        return sheet.good(Step::Address, Reason::AddressGood);
    case EndpointProblem::NotAUrl:
        return sheet.bad(Step::Address, Reason::AddressIsNone);
    case EndpointProblem::PlainHttp:
        return sheet.bad(Step::Address, Reason::PlainHttp);
    case EndpointProblem::HasPathOrQuery:
        return sheet.bad(Step::Address, Reason::PathOrQuery);
    }
}

void judgeClock(Sheet &sheet, const CheckEvidence &evidence, bool answered, bool accepted)
{
    if (evidence.serverAhead) {
        // Half a second up or down is no news: whole seconds are shown.
        const qint64 seconds = std::llround(double(evidence.serverAhead->count()) / 1000);
        if (std::chrono::seconds(std::abs(seconds)) > MostSkew)
            sheet.bad(Step::Clock, Reason::ClockOff, seconds);
        else
            sheet.good(Step::Clock, Reason::ClockGood, seconds);
    } else if (accepted) {
        sheet.good(Step::Clock, Reason::ClockAccepted);
    } else if (answered) {
        sheet.warn(Step::Clock, Reason::ClockUnknown);
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

/// Refused with a code that no more special kind stands for.
void judgeRejected(Sheet &sheet, const CheckEvidence &evidence, int code)
{
    if (code == 1101)
        return sheet.bad(Step::Reachable, Reason::CallUnknown, code);
    if (code != 1100)
        return sheet.bad(Step::Rights, Reason::ListRefused, code);
    // The form of the request is always the same; what a person typed is the zone. Without a key
    // or a zone, that is what is missing in it, and it is said there.
    if (evidence.hasKey && evidence.hasSecret && evidence.hasZone)
        sheet.bad(Step::Zone, Reason::ZoneSuspect);
}

void judgeUnauthorized(Sheet &sheet, const CheckEvidence &evidence, int code)
{
    if (!evidence.hasKey || !evidence.hasSecret)
        return;
    if (code != 1200)
        return sheet.bad(Step::Key, Reason::SignInRefused, code);
    sheet.bad(Step::Key, Reason::KeyOrSecretWrong);
    sheet.warn(Step::Signature, Reason::SignatureSelfTested);
}

void judgeProtocol(Sheet &sheet, int httpStatus)
{
    if (httpStatus >= 500)
        sheet.bad(Step::Reachable, Reason::GatewayFault, httpStatus);
    else
        sheet.bad(Step::Reachable, Reason::NotTheService, httpStatus);
}

void keyIsGood(Sheet &sheet)
{
    sheet.good(Step::Key, Reason::KeyAccepted);
    sheet.good(Step::Signature, Reason::SignatureAccepted);
}

/// What is beyond the way there: the answer came, and this is what it says.
void judgeRefusal(Sheet &sheet, const CheckEvidence &evidence, const ApiError &error)
{
    switch (error.kind) {
    case ErrorKind::Redirected:
        return sheet.bad(Step::Reachable, Reason::RedirectedAway);
    case ErrorKind::Unauthorized:
        return judgeUnauthorized(sheet, evidence, error.retCode);
    case ErrorKind::ClockSkew:
        // An amount that is known and large enough says more.
        if (sheet.verdict(Step::Clock) != Verdict::Bad)
            sheet.bad(Step::Clock, Reason::ClockRefused);
        return;
    case ErrorKind::Forbidden:
        keyIsGood(sheet); // it was known who asked
        return sheet.bad(Step::Rights, Reason::MayNotList);
    case ErrorKind::NotFound:
        return sheet.bad(Step::Zone, Reason::ZoneOrOwnerUnknown);
    case ErrorKind::RateLimited:
        return sheet.bad(Step::Quota, Reason::QuotaUsedUp);
    case ErrorKind::ServerFault:
        return sheet.bad(Step::Reachable, Reason::ServiceFault, error.retCode);
    case ErrorKind::Maintenance:
        return sheet.bad(Step::Reachable, Reason::ServiceUpdating);
    default: // nothing that points anywhere else
        return specOf(error.kind).stage == ErrorStage::Service
                   ? judgeRejected(sheet, evidence, error.retCode)
                   : judgeProtocol(sheet, error.httpStatus);
    }
}

/// The first list failed on its way: where.
void judgeTheWay(Sheet &sheet, const CheckEvidence &evidence, const ApiError &error)
{
    switch (error.kind) {
    case ErrorKind::HostNotFound:
        return sheet.bad(Step::HostName, Reason::HostUnknown);
    case ErrorKind::ConnectionRefused:
        hostFound(sheet, evidence);
        return sheet.bad(Step::Reachable, Reason::Refused);
    case ErrorKind::Proxy:
        sheet.bad(Step::Reachable,
                  evidence.proxyIsSilent ? Reason::ProxySilent : Reason::ProxyInTheWay);
        return sheet.name(Step::Reachable, evidence.proxy);
    case ErrorKind::Cancelled:
        return sheet.bad(Step::Reachable, Reason::GivenUp);
    case ErrorKind::Tls:
        // Without its CA file nobody was spoken to.
        if (error.tls != TlsProblem::CaFile) {
            hostFound(sheet, evidence);
            reached(sheet, evidence);
        }
        return sheet.bad(Step::Tls, tlsReason(error.tls));
    default:
        break;
    }
    if (isAnswer(error)) {
        hostFound(sheet, evidence);
        tlsPassed(sheet, evidence);
        sheet.bad(Step::Reachable, Reason::BrokeOff);
    } else {
        sheet.bad(Step::Reachable,
                  error.kind == ErrorKind::Timeout ? Reason::TooSlow : Reason::NoConnection);
    }
}

void judgePaging(Sheet &sheet, const CheckEvidence &evidence)
{
    const CheckAnswer &list = *evidence.list;
    if (!hasSecondPage(list))
        return list.total ? sheet.good(Step::Paging, Reason::OnePage, list.rows)
                          : sheet.warn(Step::Paging, Reason::NoTotal);
    if (!evidence.page)
        return;
    const CheckAnswer &page = *evidence.page;
    const int seen = list.rows + page.rows;
    if (page.error)
        sheet.bad(Step::Paging, Reason::SecondPageFailed);
    else if (page.rows > 0 && page.seenBefore == page.rows)
        sheet.bad(Step::Paging, Reason::SecondPageRepeats);
    else if (endOf(seen, page.rows, list.total) == PageEnd::Missing)
        sheet.bad(Step::Paging, Reason::SecondPageEmpty, *list.total);
    else
        sheet.good(Step::Paging, Reason::TwoPages, list.total.value_or(seen));
}

bool usedUp(const std::optional<CheckAnswer> &answer)
{
    return answer && answer->error && answer->error->kind == ErrorKind::RateLimited;
}

void judgeQuota(Sheet &sheet, const CheckEvidence &evidence)
{
    if (usedUp(evidence.page) || usedUp(evidence.log))
        sheet.bad(Step::Quota, Reason::QuotaUsedUp);
    else if (evidence.callsLeft && *evidence.callsLeft < FewCalls)
        sheet.warn(Step::Quota, Reason::QuotaLow, *evidence.callsLeft, evidence.callsAnHour);
    else
        sheet.good(Step::Quota, Reason::QuotaGood, evidence.callsMade, evidence.callsAnHour);
}

void judgeRights(Sheet &sheet, const CheckAnswer &log)
{
    if (!log.error)
        sheet.good(Step::Rights, Reason::MayRead);
    else if (log.error->kind == ErrorKind::Forbidden)
        sheet.warn(Step::Rights, Reason::LogForbidden);
    else
        sheet.warn(Step::Rights, Reason::LogFailed);
}

void judgeList(Sheet &sheet, const CheckEvidence &evidence)
{
    keyIsGood(sheet);
    if (evidence.list->rows == 0)
        sheet.warn(Step::Zone, Reason::ZoneWithoutClusters);
    else
        sheet.good(Step::Zone, Reason::ZoneAccepted);
    judgePaging(sheet, evidence);
    if (!evidence.log)
        return;
    judgeRights(sheet, *evidence.log);
    judgeQuota(sheet, evidence);
}

/// What is wrong with the settings by themselves, whatever the cloud says.
void judgeSettings(Sheet &sheet, const CheckEvidence &evidence)
{
    if (!evidence.hasKey)
        sheet.bad(Step::Key, Reason::KeyMissing);
    else if (!evidence.hasSecret)
        sheet.bad(Step::Key, Reason::SecretMissing);
    if (!evidence.signsAsPublished && sheet.verdict(Step::Signature) != Verdict::Good)
        sheet.bad(Step::Signature, Reason::SignatureBroken);
    if (!evidence.hasZone)
        sheet.bad(Step::Zone, Reason::ZoneMissing);
}

} // namespace

QList<CheckFinding> judge(const CheckEvidence &evidence)
{
    Sheet sheet;
    judgeAddress(sheet, evidence.endpoint);
    if (evidence.endpoint == EndpointProblem::None && evidence.list) {
        const std::optional<ApiError> &error = evidence.list->error;
        judgeClock(sheet, evidence, !error || isAnswer(*error), !error);
        if (error && specOf(error->kind).stage == ErrorStage::Way) {
            judgeTheWay(sheet, evidence, *error);
        } else {
            hostFound(sheet, evidence);
            reached(sheet, evidence);
            tlsPassed(sheet, evidence);
            if (error)
                judgeRefusal(sheet, evidence, *error);
            else
                judgeList(sheet, evidence);
        }
    }
    judgeSettings(sheet, evidence);
    if (evidence.list && evidence.list->error)
        sheet.markUnclear();
    return sheet.findings();
}

bool hasSecondPage(const CheckAnswer &list)
{
    // Behind a full page, too, that is the last by the total: the total is on trial here.
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/accounts/findings.h"

#include <QTest>

#include <algorithm>
#include <iterator>
#include <optional>

using namespace clusterdeck;
using namespace std::chrono_literals;

using V = CheckVerdict;
using R = CheckReason;
using S = CheckStep;

namespace
{

/// The expected result of one step.
struct Expected {
    S step;
    V verdict;
    R reason;
    std::optional<qint64> number = {};
};
using List = QList<Expected>;

CheckAnswer answer(int rows, std::optional<int> total, int seenBefore = 0)
{
    CheckAnswer answer;
    answer.rows = rows;
    answer.total = total;
    answer.seenBefore = seenBefore;
    return answer;
}

CheckAnswer failed(ErrorKind kind, int httpStatus = 0, TlsProblem tls = TlsProblem::None)
{
    CheckAnswer answer;
    answer.error.emplace();
    answer.error->kind = kind;
    answer.error->httpStatus = httpStatus;
    answer.error->tls = tls;
    return answer;
}

/// A provider's answer with this code, as classify() makes it.
CheckAnswer code(int retCode)
{
    CheckAnswer answer;
    answer.error = errorForCode(retCode);
    answer.error->httpStatus = 200;
    return answer;
}

CheckEvidence evidence(const CheckAnswer &list, const std::optional<CheckAnswer> &log = {},
                       const std::optional<CheckAnswer> &page = {})
{
    CheckEvidence evidence;
    evidence.list = list;
    evidence.log = log;
    evidence.page = page;
    evidence.callsMade = 2;
    evidence.callsAnHour = 2000;
    evidence.callsLeft = 1999;
    if (!list.error || list.error->httpStatus != 0)
        evidence.serverAhead = 0ms;
    return evidence;
}

} // namespace

/// The conclusions from each kind of answer, row by row.
class TestCheckFindings : public QObject
{
    Q_OBJECT

private slots:
    void findings_data();
    void findings();
    void proxies();
    void everyKindPointsAtAStep();
};

void TestCheckFindings::findings_data()
{
    QTest::addColumn<CheckEvidence>("evidence");
    QTest::addColumn<List>("expected");
    // `found`: the findings that differ from `usual`. A number is given where the reason has a
    // number.
    const auto row = [](const QByteArray &name, const CheckEvidence &given, List usual,
                        const List &found) {
        for (const Expected &each : found)
            usual[int(each.step)] = each;
        QTest::newRow(name.constData()) << given << usual;
    };
    const auto nothing = [](S step) { return Expected{step, V::NotReached, R::NotReached}; };
    const auto unclear = [](S step) { return Expected{step, V::NotReached, R::Unclear}; };
    const auto good = [](S step, R reason, std::optional<qint64> number = {}) {
        return Expected{step, V::Good, reason, number};
    };
    const auto warn = [](S step, R reason, std::optional<qint64> number = {}) {
        return Expected{step, V::Warning, reason, number};
    };
    const auto bad = [](S step, R reason, std::optional<qint64> number = {}) {
        return Expected{step, V::Bad, reason, number};
    };
    List silent; // no answer came
    for (int step = 0; step < CheckStepCount; ++step)
        silent += nothing(S(step));
    silent[0] = good(S::Address, R::AddressGood);
    List spoken = silent; // an answer came
    spoken[int(S::HostName)] = good(S::HostName, R::HostKnown);
    spoken[int(S::Reachable)] = good(S::Reachable, R::Reached);
    spoken[int(S::Tls)] = good(S::Tls, R::TlsGood);
    spoken[int(S::Clock)] = good(S::Clock, R::ClockGood);
    List all = spoken; // every request was answered
    for (const Expected &each :
         {good(S::Key, R::KeyAccepted), good(S::Signature, R::SignatureAccepted),
          good(S::Zone, R::ZoneAccepted), good(S::Rights, R::MayRead),
          good(S::Quota, R::QuotaGood, 2), good(S::Paging, R::OnePage)})
        all[int(each.step)] = each;
    const CheckEvidence whole = evidence(answer(12, 12), answer(3, 3));
    row("whole and good", whole, all, {good(S::Paging, R::OnePage, 12)});

    row("nothing yet", CheckEvidence(), silent, {});
    for (const auto &[problem, reason] : {std::pair{EndpointProblem::NotAUrl, R::AddressIsNone},
                                          {EndpointProblem::PlainHttp, R::PlainHttp},
                                          {EndpointProblem::HasPathOrQuery, R::PathOrQuery}}) {
        CheckEvidence given;
        given.endpoint = problem;
        row("address " + QByteArray::number(int(problem)), given, silent,
            {bad(S::Address, reason)});
    }

    // Errors of the first request before the provider answers.
    const auto met = [&](ErrorKind kind, R reason, const Expected &host) {
        row("kind " + QByteArray::number(int(kind)), evidence(failed(kind)), silent,
            {bad(S::Reachable, reason), host});
    };
    const Expected host = spoken.at(int(S::HostName));
    met(ErrorKind::Network, R::NoConnection, unclear(S::HostName));
    met(ErrorKind::ConnectionRefused, R::Refused, host);
    met(ErrorKind::Proxy, R::ProxyInTheWay, unclear(S::HostName));
    met(ErrorKind::Timeout, R::TooSlow, unclear(S::HostName));
    met(ErrorKind::Cancelled, R::GivenUp, unclear(S::HostName));
    row("host", evidence(failed(ErrorKind::HostNotFound)), silent,
        {bad(S::HostName, R::HostUnknown)});
    const auto reach = [&](const char *name, const CheckAnswer &list, R reason,
                           std::optional<qint64> number = {}) {
        row(name, evidence(list), spoken, {bad(S::Reachable, reason, number)});
    };
    reach("broke off", failed(ErrorKind::Network, 200), R::BrokeOff);
    reach("timeout in the answer", failed(ErrorKind::Timeout, 200), R::BrokeOff);
    reach("redirected", failed(ErrorKind::Redirected, 302), R::RedirectedAway);
    reach("no page", failed(ErrorKind::Protocol, 404), R::NotTheService, 404);
    reach("another's page", failed(ErrorKind::Protocol, 200), R::NotTheService, 200);
    reach("gateway", failed(ErrorKind::Protocol, 502), R::GatewayFault, 502);
    reach("5000", code(5000), R::ServiceFault, 5000);
    reach("5100", code(5100), R::ServiceFault, 5100);
    reach("5300", code(5300), R::ServiceUpdating);
    reach("1101", code(1101), R::CallUnknown, 1101);
    const R tlsReasons[] = {R::TlsOther,         R::TlsExpired, R::TlsWrongHost, R::TlsSelfSigned,
                            R::TlsUnknownIssuer, R::TlsTooOld,  R::TlsCaFile,    R::TlsOther};
    static_assert(std::size(tlsReasons) == std::size_t(TlsProblem::Other) + 1);
    for (int problem = 0; problem <= int(TlsProblem::Other); ++problem) {
        // Without the CA file no connection is made, so nothing is known about the host.
        const bool known = TlsProblem(problem) != TlsProblem::CaFile;
        row("TLS " + QByteArray::number(problem),
            evidence(failed(ErrorKind::Tls, 0, TlsProblem(problem))), silent,
            {bad(S::Tls, tlsReasons[problem]), known ? host : unclear(S::HostName),
             known ? spoken.at(int(S::Reachable)) : unclear(S::Reachable)});
    }

    // The provider's codes.
    const auto says = [&](int retCode, const List &found) {
        row("code " + QByteArray::number(retCode), evidence(code(retCode)), spoken, found);
    };
    const List unknown{unclear(S::Key), unclear(S::Signature)};
    says(1100, unknown + List{bad(S::Zone, R::ZoneSuspect)});
    says(1200, {bad(S::Key, R::KeyOrSecretWrong), warn(S::Signature, R::SignatureSelfTested)});
    for (const int signIn : {1600, 1662, 2000})
        says(signIn, {bad(S::Key, R::SignInRefused, signIn)});
    says(1300, {bad(S::Clock, R::ClockRefused)});
    says(1400, {all.at(int(S::Key)), all.at(int(S::Signature)), unclear(S::Zone),
                bad(S::Rights, R::MayNotList)});
    says(2100, unknown + List{bad(S::Zone, R::ZoneOrOwnerUnknown)});
    says(2500, unknown + List{unclear(S::Zone), unclear(S::Rights), bad(S::Quota, R::QuotaUsedUp)});
    for (const int other : {2300, 2400, 3300, 4000, 4005, 5200, 5400, 8000, 8004, 9999})
        says(other, unknown + List{unclear(S::Zone), bad(S::Rights, R::ListRefused, other)});

    // The clock: by how much the server is ahead.
    const auto time = [&](const char *name, std::optional<std::chrono::milliseconds> ahead,
                          int retCode, const Expected &found) {
        CheckEvidence given = retCode == 0 ? whole : evidence(code(retCode));
        given.serverAhead = ahead;
        row(name, given, retCode == 0 ? all : spoken,
            retCode == 1200 ? List{bad(S::Key, R::KeyOrSecretWrong),
                                   warn(S::Signature, R::SignatureSelfTested), found}
                            : List{found});
    };
    time("a little", 4600ms, 0, good(S::Clock, R::ClockGood, 5));
    time("just good", 30s, 0, good(S::Clock, R::ClockGood, 30));
    time("just bad", 31s, 0, bad(S::Clock, R::ClockOff, 31));
    time("behind, good", -30s, 0, good(S::Clock, R::ClockGood, -30));
    time("behind", -31s, 0, bad(S::Clock, R::ClockOff, -31));
    time("no date", {}, 0, good(S::Clock, R::ClockAccepted));
    time("no date, refused", {}, 1200, warn(S::Clock, R::ClockUnknown));
    time("no date, for its time", {}, 1300, bad(S::Clock, R::ClockRefused));
    time("for its time", 90s, 1300, bad(S::Clock, R::ClockOff, 90));
    time("off and refused", -90s, 1200, bad(S::Clock, R::ClockOff, -90));

    // A missing value is reported whatever code the cloud returns, and nothing else is suspected.
    const auto lacks = [&](const char *name, bool CheckEvidence::*has, int retCode,
                           const List &found) {
        CheckEvidence given = retCode == 0 ? whole : evidence(code(retCode));
        given.*has = !(given.*has);
        row(name, given, retCode == 0 ? all : spoken, found);
    };
    for (const int retCode : {1100, 1200}) {
        lacks("no key", &CheckEvidence::hasKey, retCode, {bad(S::Key, R::KeyMissing)});
        lacks("no secret", &CheckEvidence::hasSecret, retCode, {bad(S::Key, R::SecretMissing)});
    }
    lacks("no zone", &CheckEvidence::hasZone, 1100, unknown + List{bad(S::Zone, R::ZoneMissing)});
    lacks("signs wrongly", &CheckEvidence::signsAsPublished, 1200,
          {bad(S::Key, R::KeyOrSecretWrong), bad(S::Signature, R::SignatureBroken)});
    lacks("proven otherwise", &CheckEvidence::signsAsPublished, 0, {});
    lacks("loopback", &CheckEvidence::isHttps, 0, {good(S::Tls, R::TlsNotNeeded)});
    lacks("number", &CheckEvidence::hostIsNumber, 0, {good(S::HostName, R::NoNameNeeded)});
    CheckEvidence few = whole;
    few.callsLeft = FewCalls - 1;
    row("few calls", few, all, {warn(S::Quota, R::QuotaLow, FewCalls - 1)});

    // The second page and the log.
    const CheckAnswer log = answer(1, 1);
    const CheckAnswer first = answer(100, 150);
    const auto pages = [&](const char *name, const CheckAnswer &list,
                           const std::optional<CheckAnswer> &page,
                           const List &found) { row(name, evidence(list, log, page), all, found); };
    row("running", evidence(first), all,
        {nothing(S::Rights), nothing(S::Quota), nothing(S::Paging)});
    pages("no clusters", answer(0, 0), {}, {warn(S::Zone, R::ZoneWithoutClusters)});
    pages("no total", answer(20, {}), {}, {warn(S::Paging, R::NoTotal)});
    pages("one page, full", answer(100, 100), answer(0, 100), {good(S::Paging, R::TwoPages)});
    pages("two pages", first, answer(50, 150), {good(S::Paging, R::TwoPages, 150)});
    pages("one moved", first, answer(50, 150, 1), {good(S::Paging, R::TwoPages)});
    pages("short pages", answer(10, 150), answer(10, 150), {good(S::Paging, R::TwoPages)});
    pages("no second page", first, answer(0, 150), {bad(S::Paging, R::SecondPageEmpty, 150)});
    pages("the same", first, answer(100, 150, 100), {bad(S::Paging, R::SecondPageRepeats)});
    pages("page fails", first, code(5000), {bad(S::Paging, R::SecondPageFailed)});
    pages("quota ends at the page", first, code(2500),
          {bad(S::Paging, R::SecondPageFailed), bad(S::Quota, R::QuotaUsedUp)});
    row("quota ends at the log", evidence(answer(5, 5), code(2500)), all,
        {bad(S::Quota, R::QuotaUsedUp), warn(S::Rights, R::LogFailed)});
    row("log forbidden", evidence(answer(5, 5), code(1400)), all,
        {warn(S::Rights, R::LogForbidden)});
    row("log fails", evidence(answer(5, 5), failed(ErrorKind::Timeout)), all,
        {warn(S::Rights, R::LogFailed)});
}

/// Every step, once and in order.
void TestCheckFindings::findings()
{
    QFETCH(CheckEvidence, evidence);
    QFETCH(List, expected);
    const QList<CheckFinding> findings = judge(evidence);
    QCOMPARE(findings.size(), CheckStepCount);
    V worst = V::NotReached;
    for (int step = 0; step < CheckStepCount; ++step) {
        const CheckFinding &found = findings.at(step);
        const Expected &each = expected.at(step);
        QVERIFY2(int(found.step) == step && found.verdict == each.verdict &&
                     found.reason == each.reason &&
                     found.number == each.number.value_or(found.number),
                 qPrintable(described(found)));
        worst = std::max(worst, each.verdict);
    }
    QCOMPARE(worstOf(findings), worst);
}

/// Whatever the result, the finding names the proxy.
void TestCheckFindings::proxies()
{
    CheckEvidence given = evidence(failed(ErrorKind::Proxy));
    const auto reachable = [&given] { return judge(given).at(int(S::Reachable)); };
    QCOMPARE(reachable().reason, R::ProxyInTheWay);
    QCOMPARE(reachable().name, QString());
    given.proxy = QStringLiteral("proxy.example:3128");
    QCOMPARE(reachable().reason, R::ProxyInTheWay);
    QCOMPARE(reachable().name, given.proxy);
    given.proxyIsSilent = true;
    QCOMPARE(reachable().reason, R::ProxySilent);
    QCOMPARE(reachable().name, given.proxy);
    given.proxyIsSilent = false;
    given.list = failed(ErrorKind::Unauthorized, 200);
    QCOMPARE(reachable().reason, R::ReachedByProxy);
    QCOMPARE(reachable().verdict, CheckVerdict::Good);
    QCOMPARE(reachable().name, given.proxy);
    given.proxy.clear();
    QCOMPARE(reachable().reason, R::Reached);
}

void TestCheckFindings::everyKindPointsAtAStep()
{
    for (int kind = 0; kind <= int(ErrorKind::Proxy); ++kind) {
        for (const int status : {0, 200}) {
            const QList<CheckFinding> findings = judge(evidence(failed(ErrorKind(kind), status)));
            QCOMPARE(worstOf(findings), V::Bad);
            QCOMPARE(find(findings, S::Paging).verdict, V::NotReached);
            for (const S step : {S::Quota, S::Rights, S::Zone})
                QVERIFY(find(findings, step).verdict != V::Good);
        }
    }
    QVERIFY(signsAsPublished());
}

QTEST_APPLESS_MAIN(TestCheckFindings)
#include "tst_checkfindings.moc"

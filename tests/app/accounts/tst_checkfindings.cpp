// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/accounts/findings.h"

#include <QTest>

#include <functional>
#include <iterator>
#include <optional>

using namespace clusterdeck;
using namespace std::chrono_literals;

using V = CheckVerdict;
using R = CheckReason;
using S = CheckStep;

namespace
{

/// What a row of the table expects of one step.
struct Expected {
    S step;
    V verdict;
    R reason;
    std::optional<qint64> number = {};
};
using List = QList<Expected>;
using Change = std::function<void(CheckEvidence &)>;

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

/// The provider's answer, as classify() makes it.
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

Q_DECLARE_METATYPE(List)

/// What is concluded from what came back, row by row.
class TestCheckFindings : public QObject
{
    Q_OBJECT

private slots:
    void findings_data();
    void findings();
    void everyKindPointsAtAStep();
};

void TestCheckFindings::findings_data()
{
    QTest::addColumn<CheckEvidence>("evidence");
    QTest::addColumn<List>("expected");
    QTest::addColumn<int>("bad");
    const auto row = [](const QByteArray &name, const CheckEvidence &given, const List &expected,
                        int bad = 1) {
        QTest::newRow(name.constData()) << given << expected << bad;
    };
    const auto changed = [](CheckEvidence evidence, const Change &change) {
        change(evidence);
        return evidence;
    };
    const auto nothing = [](S step) { return Expected{step, V::NotReached, R::NotReached}; };
    const auto unclear = [](S step) { return Expected{step, V::NotReached, R::Unclear}; };
    const auto good = [](S step, R reason) { return Expected{step, V::Good, reason}; };
    const CheckEvidence whole = evidence(answer(12, 12), answer(3, 3));
    const Expected host = good(S::HostName, R::HostKnown);
    const Expected reached = good(S::Reachable, R::Reached);
    const Expected tls = good(S::Tls, R::TlsGood);
    const Expected clock = good(S::Clock, R::ClockGood);

    row("whole and good", whole,
        {good(S::Address, R::AddressGood),
         host,
         reached,
         tls,
         clock,
         good(S::Key, R::KeyAccepted),
         good(S::Signature, R::SignatureAccepted),
         good(S::Zone, R::ZoneAccepted),
         good(S::Rights, R::MayRead),
         {S::Quota, V::Good, R::QuotaGood, 2},
         {S::Paging, V::Good, R::OnePage, 12}},
        0);

    // Before anything came back, and when the address may not be spoken to.
    for (const auto &[problem, reason] : {std::pair{EndpointProblem::None, R::AddressGood},
                                          {EndpointProblem::NotAUrl, R::AddressIsNone},
                                          {EndpointProblem::PlainHttp, R::PlainHttp},
                                          {EndpointProblem::HasPathOrQuery, R::PathOrQuery}}) {
        CheckEvidence given;
        given.endpoint = problem;
        const bool fine = problem == EndpointProblem::None;
        List expected{{S::Address, fine ? V::Good : V::Bad, reason}};
        for (int step = 1; step < CheckStepCount; ++step)
            expected += nothing(S(step));
        row("address " + QByteArray::number(int(problem)), given, expected, fine ? 0 : 1);
    }

    // What the first question can meet before an answer of the provider's.
    const auto reach = [&](const char *name, const CheckAnswer &list, R reason,
                           const List &others) {
        row(name, evidence(list), List{{S::Reachable, V::Bad, reason}, nothing(S::Key)} + others);
    };
    const List silent{unclear(S::HostName), nothing(S::Tls), nothing(S::Clock)};
    const List spoken{host, tls, clock};
    reach("network", failed(ErrorKind::Network), R::NoConnection, silent);
    reach("broke off", failed(ErrorKind::Network, 200), R::BrokeOff, spoken);
    reach("refused", failed(ErrorKind::ConnectionRefused), R::Refused, {host, nothing(S::Tls)});
    reach("proxy", failed(ErrorKind::Proxy), R::ProxyInTheWay, silent);
    reach("proxy said so", failed(ErrorKind::Proxy, 407), R::ProxyInTheWay,
          {unclear(S::HostName), nothing(S::Tls)});
    reach("timeout", failed(ErrorKind::Timeout), R::TooSlow, silent);
    reach("timeout in the answer", failed(ErrorKind::Timeout, 200), R::BrokeOff, spoken);
    reach("cancelled", failed(ErrorKind::Cancelled), R::GivenUp, silent);
    reach("redirected", failed(ErrorKind::Redirected, 302), R::RedirectedAway, spoken);
    for (const int fault : {5000, 5100})
        reach("service fault", code(fault), R::ServiceFault,
              {host, {S::Reachable, V::Bad, R::ServiceFault, fault}});
    reach("5300", code(5300), R::ServiceUpdating, {host});
    reach("1101", code(1101), R::CallUnknown,
          {tls, nothing(S::Zone), {S::Reachable, V::Bad, R::CallUnknown, 1101}});
    for (const int status : {200, 404})
        reach("another's page", failed(ErrorKind::Protocol, status), R::NotTheService,
              spoken + List{{S::Reachable, V::Bad, R::NotTheService, status}});
    reach("gateway", failed(ErrorKind::Protocol, 502), R::GatewayFault,
          {host, {S::Reachable, V::Bad, R::GatewayFault, 502}});
    row("host", evidence(failed(ErrorKind::HostNotFound)),
        {{S::HostName, V::Bad, R::HostUnknown},
         nothing(S::Reachable),
         nothing(S::Tls),
         nothing(S::Clock),
         nothing(S::Key)});
    const R tlsReasons[] = {R::TlsOther,         R::TlsExpired, R::TlsWrongHost, R::TlsSelfSigned,
                            R::TlsUnknownIssuer, R::TlsTooOld,  R::TlsCaFile,    R::TlsOther};
    static_assert(std::size(tlsReasons) == std::size_t(TlsProblem::Other) + 1);
    for (int problem = 0; problem <= int(TlsProblem::Other); ++problem) {
        // Without the CA file nobody is spoken to: nothing is known of the host.
        const bool met = TlsProblem(problem) != TlsProblem::CaFile;
        row("TLS " + QByteArray::number(problem),
            evidence(failed(ErrorKind::Tls, 0, TlsProblem(problem))),
            {{S::Tls, V::Bad, tlsReasons[problem]},
             met ? host : unclear(S::HostName),
             met ? reached : unclear(S::Reachable),
             nothing(S::Key)});
    }

    // The provider's codes.
    row("1100", evidence(code(1100)),
        {host,
         reached,
         tls,
         clock,
         unclear(S::Key),
         unclear(S::Signature),
         {S::Zone, V::Bad, R::ZoneSuspect},
         nothing(S::Rights),
         nothing(S::Quota)});
    row("1200", evidence(code(1200)),
        {reached,
         clock,
         {S::Key, V::Bad, R::KeyOrSecretWrong},
         {S::Signature, V::Warning, R::SignatureSelfTested},
         nothing(S::Zone),
         nothing(S::Rights)});
    for (const int signIn : {1600, 1662, 2000})
        row("sign-in", evidence(code(signIn)),
            {reached,
             {S::Key, V::Bad, R::SignInRefused, signIn},
             nothing(S::Signature),
             nothing(S::Zone)});
    row("1300", evidence(code(1300)),
        {reached, {S::Clock, V::Bad, R::ClockRefused}, nothing(S::Key), nothing(S::Zone)});
    row("1400", evidence(code(1400)),
        {good(S::Key, R::KeyAccepted),
         good(S::Signature, R::SignatureAccepted),
         unclear(S::Zone),
         {S::Rights, V::Bad, R::MayNotList},
         nothing(S::Quota)});
    row("2100", evidence(code(2100)),
        {unclear(S::Key),
         unclear(S::Signature),
         {S::Zone, V::Bad, R::ZoneOrOwnerUnknown},
         nothing(S::Rights)});
    row("2500", evidence(code(2500)),
        {reached,
         unclear(S::Key),
         unclear(S::Zone),
         unclear(S::Rights),
         {S::Quota, V::Bad, R::QuotaUsedUp}});
    for (const int other : {2300, 2400, 3300, 4000, 4005, 5200, 5400, 8000, 8004, 9999})
        row("other " + QByteArray::number(other), evidence(code(other)),
            {reached,
             unclear(S::Key),
             {S::Rights, V::Bad, R::ListRefused, other},
             nothing(S::Quota)});

    // The clock: ahead in ms, none when the server did not tell.
    const auto time = [&](const char *name, std::optional<int> ahead, int retCode, V verdict,
                          R reason, int seconds, int bad) {
        CheckEvidence given = retCode == 0 ? whole : evidence(code(retCode));
        given.serverAhead.reset();
        if (ahead)
            given.serverAhead = std::chrono::milliseconds(*ahead);
        row(name, given, {{S::Clock, verdict, reason, seconds}}, bad);
    };
    time("a little", 4600, 0, V::Good, R::ClockGood, 5, 0);
    time("just good", 30'000, 0, V::Good, R::ClockGood, 30, 0);
    time("just bad", 31'000, 0, V::Bad, R::ClockOff, 31, 1);
    time("behind, good", -30'000, 0, V::Good, R::ClockGood, -30, 0);
    time("behind", -31'000, 0, V::Bad, R::ClockOff, -31, 1);
    time("no date", {}, 0, V::Good, R::ClockAccepted, 0, 0);
    time("no date, refused", {}, 1200, V::Warning, R::ClockUnknown, 0, 1);
    time("no date, for its time", {}, 1300, V::Bad, R::ClockRefused, 0, 1);
    time("for its time", 90'000, 1300, V::Bad, R::ClockOff, 90, 1);
    time("off and refused", -90'000, 1200, V::Bad, R::ClockOff, -90, 2);

    // What is missing is said, whatever the cloud makes of it, and nothing else is suspected.
    for (const int retCode : {1100, 1200}) {
        row("no key", changed(evidence(code(retCode)), [](auto &it) { it.hasKey = false; }),
            {{S::Key, V::Bad, R::KeyMissing}, nothing(S::Zone)});
        row("no secret", changed(evidence(code(retCode)), [](auto &it) { it.hasSecret = false; }),
            {{S::Key, V::Bad, R::SecretMissing}, nothing(S::Signature), nothing(S::Zone)});
    }
    row("no zone", changed(evidence(code(1100)), [](auto &it) { it.hasZone = false; }),
        {{S::Zone, V::Bad, R::ZoneMissing}});
    const Change unpublished = [](CheckEvidence &it) { it.signsAsPublished = false; };
    row("signs wrongly", changed(evidence(code(1200)), unpublished),
        {{S::Signature, V::Bad, R::SignatureBroken}}, 2);
    row("proven otherwise", changed(whole, unpublished), {good(S::Signature, R::SignatureAccepted)},
        0);
    row("loopback", changed(whole, [](auto &it) { it.isHttps = !(it.hostIsNumber = true); }),
        {good(S::Tls, R::TlsNotNeeded), good(S::HostName, R::NoNameNeeded)}, 0);
    row("few calls", changed(whole, [](auto &it) { it.callsLeft = FewCalls - 1; }),
        {{S::Quota, V::Warning, R::QuotaLow, FewCalls - 1}}, 0);

    // The second page and the log.
    const CheckAnswer log = answer(1, 1);
    const auto pages = [&](const char *name, const CheckAnswer &list,
                           const std::optional<CheckAnswer> &page, V verdict, R reason) {
        row(name, evidence(list, log, page), {{S::Paging, verdict, reason}}, verdict == V::Bad);
    };
    row("running", evidence(answer(100, 150)),
        {good(S::Zone, R::ZoneAccepted), nothing(S::Rights), nothing(S::Quota), nothing(S::Paging)},
        0);
    row("no clusters", evidence(answer(0, 0), log),
        {{S::Zone, V::Warning, R::ZoneWithoutClusters}, good(S::Paging, R::OnePage)}, 0);
    pages("no total", answer(20, {}), {}, V::Warning, R::NoTotal);
    pages("one page, full", answer(100, 100), answer(0, 100), V::Good, R::TwoPages);
    pages("two pages", answer(100, 150), answer(50, 150), V::Good, R::TwoPages);
    pages("one moved", answer(100, 150), answer(50, 150, 1), V::Good, R::TwoPages);
    pages("short pages", answer(10, 150), answer(10, 150), V::Good, R::TwoPages);
    pages("no second page", answer(100, 150), answer(0, 150), V::Bad, R::SecondPageEmpty);
    pages("the same", answer(100, 150), answer(100, 150, 100), V::Bad, R::SecondPageRepeats);
    row("page fails", evidence(answer(100, 150), log, code(5000)),
        {{S::Paging, V::Bad, R::SecondPageFailed}, good(S::Quota, R::QuotaGood)});
    row("quota ends at the page", evidence(answer(100, 150), log, code(2500)),
        {{S::Paging, V::Bad, R::SecondPageFailed}, {S::Quota, V::Bad, R::QuotaUsedUp}}, 2);
    row("quota ends at the log", evidence(answer(5, 5), code(2500)),
        {{S::Quota, V::Bad, R::QuotaUsedUp}, {S::Rights, V::Warning, R::LogFailed}});
    row("log forbidden", evidence(answer(5, 5), code(1400)),
        {{S::Rights, V::Warning, R::LogForbidden}, good(S::Quota, R::QuotaGood)}, 0);
    row("log fails", evidence(answer(5, 5), failed(ErrorKind::Timeout)),
        {{S::Rights, V::Warning, R::LogFailed}, good(S::Key, R::KeyAccepted)}, 0);
}

void TestCheckFindings::findings()
{
    QFETCH(CheckEvidence, evidence);
    QFETCH(List, expected);
    QFETCH(int, bad);
    const QList<CheckFinding> findings = judge(evidence);
    QCOMPARE(findings.size(), CheckStepCount);
    int badOnes = 0;
    for (int step = 0; step < CheckStepCount; ++step) {
        QCOMPARE(int(findings.at(step).step), step);
        badOnes += findings.at(step).verdict == V::Bad ? 1 : 0;
    }
    QCOMPARE(badOnes, bad);
    QCOMPARE(worstOf(findings) == V::Bad, bad > 0);
    for (const Expected &each : expected) {
        const CheckFinding finding = find(findings, each.step);
        QVERIFY2(finding.verdict == each.verdict && finding.reason == each.reason &&
                     finding.number == each.number.value_or(finding.number),
                 qPrintable(described(finding)));
    }
}

/// Whatever fails the first question, somewhere it is said; nothing beyond it is claimed.
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

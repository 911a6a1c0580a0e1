// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/accounts/findings.h"

#include <QTest>

#include <algorithm>

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
};

CheckAnswer answer(int rows, std::optional<int> total)
{
    CheckAnswer answer;
    answer.rows = rows;
    answer.total = total;
    return answer;
}

CheckAnswer failed(const ApiError &error)
{
    CheckAnswer answer;
    answer.error = error;
    return answer;
}

ApiError errorOf(ErrorKind kind, int httpStatus = 0)
{
    ApiError error;
    error.kind = kind;
    error.httpStatus = httpStatus;
    return error;
}

/// The provider's answer, as classify() makes it.
ApiError code(int retCode)
{
    ApiError error = errorForCode(retCode);
    error.httpStatus = 200;
    return error;
}

ApiError tls(TlsProblem problem)
{
    ApiError error = errorOf(ErrorKind::Tls);
    error.tls = problem;
    return error;
}

CheckEvidence evidence(const CheckAnswer &list)
{
    CheckEvidence evidence;
    evidence.list = list;
    evidence.callsMade = 1;
    evidence.callsAnHour = 2000;
    evidence.callsLeft = 1999;
    if (!list.error || list.error->httpStatus != 0)
        evidence.serverAhead = 0ms;
    return evidence;
}

CheckEvidence wholeEvidence()
{
    CheckEvidence whole = evidence(answer(12, 12));
    whole.log = answer(3, 3);
    whole.callsMade = 2;
    return whole;
}

} // namespace

Q_DECLARE_METATYPE(ApiError)
Q_DECLARE_METATYPE(QList<Expected>)
Q_DECLARE_METATYPE(CheckEvidence)

/// What is concluded from what came back, row by row.
class TestCheckFindings : public QObject
{
    Q_OBJECT

private slots:
    void everyStepOnceInOrder();
    void wholeAndGood();
    void onlyTheAddress();
    void failuresOfTheList_data();
    void failuresOfTheList();
    void everyKindPointsAtAStep();
    void everyTlsProblem();
    void clock_data();
    void clock();
    void settings();
    void furtherAnswers_data();
    void furtherAnswers();
    void ownSigning();
};

void TestCheckFindings::everyStepOnceInOrder()
{
    QList<CheckEvidence> all{CheckEvidence(), wholeEvidence(), evidence(failed(code(1200)))};
    for (const CheckEvidence &each : all) {
        const QList<CheckFinding> findings = judge(each);
        QCOMPARE(findings.size(), CheckStepCount);
        for (int step = 0; step < CheckStepCount; ++step)
            QCOMPARE(int(findings.at(step).step), step);
    }
}

void TestCheckFindings::wholeAndGood()
{
    const QList<CheckFinding> findings = judge(wholeEvidence());
    const QList<R> reasons{R::AddressGood,       R::HostKnown,    R::Reached,
                           R::TlsGood,           R::ClockGood,    R::KeyAccepted,
                           R::SignatureAccepted, R::ZoneAccepted, R::MayRead,
                           R::QuotaGood,         R::OnePage};
    for (int step = 0; step < CheckStepCount; ++step) {
        QCOMPARE(findings.at(step).reason, reasons.at(step));
        QCOMPARE(findings.at(step).verdict, V::Good);
    }
    QCOMPARE(find(findings, S::Quota).number, 2);
    QCOMPARE(find(findings, S::Quota).of, 2000);
    QCOMPARE(find(findings, S::Paging).number, 12);
    QCOMPARE(worstOf(findings), V::Good);
    QCOMPARE(worstOf(judge(evidence(failed(code(1200))))), V::Bad);
}

/// Before anything came back, and when the address may not be spoken to.
void TestCheckFindings::onlyTheAddress()
{
    const QMap<EndpointProblem, R> reasons{{EndpointProblem::None, R::AddressGood},
                                           {EndpointProblem::NotAUrl, R::AddressIsNone},
                                           {EndpointProblem::PlainHttp, R::PlainHttp},
                                           {EndpointProblem::HasPathOrQuery, R::PathOrQuery}};
    for (auto it = reasons.begin(); it != reasons.end(); ++it) {
        CheckEvidence evidence;
        evidence.endpoint = it.key();
        QList<CheckFinding> findings = judge(evidence);
        const CheckFinding address = findings.takeFirst();
        QCOMPARE(address.reason, it.value());
        QCOMPARE(address.verdict, it.key() == EndpointProblem::None ? V::Good : V::Bad);
        for (const CheckFinding &finding : findings) {
            QCOMPARE(finding.verdict, V::NotReached);
            QCOMPARE(finding.reason, R::NotReached);
        }
    }
}

void TestCheckFindings::failuresOfTheList_data()
{
    QTest::addColumn<ApiError>("error");
    QTest::addColumn<QList<Expected>>("expected");
    using List = QList<Expected>;
    const Expected host{S::HostName, V::Good, R::HostKnown};
    const Expected reached{S::Reachable, V::Good, R::Reached};
    const Expected noHost{S::HostName, V::NotReached, R::Unclear};
    const Expected encrypted{S::Tls, V::Good, R::TlsGood};
    const Expected noTls{S::Tls, V::NotReached, R::NotReached};
    const Expected noClock{S::Clock, V::NotReached, R::NotReached};
    const Expected rightClock{S::Clock, V::Good, R::ClockGood};
    const Expected noKey{S::Key, V::NotReached, R::NotReached};
    const Expected unclearKey{S::Key, V::NotReached, R::Unclear};
    const Expected unclearSignature{S::Signature, V::NotReached, R::Unclear};
    const Expected noZone{S::Zone, V::NotReached, R::NotReached};
    const Expected noRights{S::Rights, V::NotReached, R::NotReached};
    const Expected noQuota{S::Quota, V::NotReached, R::NotReached};
    const auto row = [](const QByteArray &name, const ApiError &error, const List &expected) {
        QTest::newRow(name.constData()) << error << expected;
    };
    const auto reach = [](R reason) { return Expected{S::Reachable, V::Bad, reason}; };

    row("network", errorOf(ErrorKind::Network),
        {noHost, reach(R::NoConnection), noTls, noClock, noKey});
    row("broke off", errorOf(ErrorKind::Network, 200),
        {host, reach(R::BrokeOff), encrypted, rightClock, noKey});
    row("host", errorOf(ErrorKind::HostNotFound),
        {{S::HostName, V::Bad, R::HostUnknown},
         {S::Reachable, V::NotReached, R::NotReached},
         noTls,
         noClock,
         noKey});
    row("refused", errorOf(ErrorKind::ConnectionRefused), {host, reach(R::Refused), noTls, noKey});
    row("proxy", errorOf(ErrorKind::Proxy), {noHost, reach(R::ProxyInTheWay), noTls, noKey});
    row("proxy said so", errorOf(ErrorKind::Proxy, 407),
        {noHost, reach(R::ProxyInTheWay), noTls, noKey});
    row("timeout", errorOf(ErrorKind::Timeout), {noHost, reach(R::TooSlow), noTls, noClock, noKey});
    row("timeout in the answer", errorOf(ErrorKind::Timeout, 200),
        {host, reach(R::BrokeOff), encrypted, noKey});
    row("cancelled", errorOf(ErrorKind::Cancelled), {noHost, reach(R::GivenUp), noTls, noKey});
    row("redirected", errorOf(ErrorKind::Redirected, 302),
        {host, reach(R::RedirectedAway), encrypted, noKey});
    row("not found page", errorOf(ErrorKind::Protocol, 404),
        {host, reach(R::NotTheService), encrypted, noKey});
    row("html", errorOf(ErrorKind::Protocol, 200), {host, reach(R::NotTheService), noKey});
    row("gateway", errorOf(ErrorKind::Protocol, 502), {host, reach(R::GatewayFault), noKey});
    row("1100", code(1100),
        {host,
         reached,
         encrypted,
         rightClock,
         unclearKey,
         unclearSignature,
         {S::Zone, V::Bad, R::ZoneSuspect},
         noRights,
         noQuota});
    row("1101", code(1101), {host, reach(R::CallUnknown), encrypted, noKey, noZone});
    row("1200", code(1200),
        {reached,
         rightClock,
         {S::Key, V::Bad, R::KeyOrSecretWrong},
         {S::Signature, V::Warning, R::SignatureSelfTested},
         noZone,
         noRights});
    for (const int signIn : {1600, 1662, 2000}) {
        row(QByteArray::number(signIn), code(signIn),
            {reached,
             {S::Key, V::Bad, R::SignInRefused},
             {S::Signature, V::NotReached, R::NotReached},
             noZone});
    }
    row("1300", code(1300), {reached, {S::Clock, V::Bad, R::ClockRefused}, noKey, noZone});
    row("1400", code(1400),
        {{S::Key, V::Good, R::KeyAccepted},
         {S::Signature, V::Good, R::SignatureAccepted},
         {S::Zone, V::NotReached, R::Unclear},
         {S::Rights, V::Bad, R::MayNotList},
         noQuota});
    row("2100", code(2100),
        {unclearKey, unclearSignature, {S::Zone, V::Bad, R::ZoneOrOwnerUnknown}, noRights});
    row("2500", code(2500),
        {reached,
         unclearKey,
         {S::Zone, V::NotReached, R::Unclear},
         {S::Rights, V::NotReached, R::Unclear},
         {S::Quota, V::Bad, R::QuotaUsedUp}});
    for (const int other : {2300, 2400, 3300, 4000, 4005, 5200, 5400, 8000, 8004, 9999}) {
        row(QByteArray::number(other), code(other),
            {reached, unclearKey, {S::Rights, V::Bad, R::ListRefused}, noQuota});
    }
    for (const int fault : {5000, 5100})
        row(QByteArray::number(fault), code(fault), {host, reach(R::ServiceFault), noKey});
    row("5300", code(5300), {host, reach(R::ServiceUpdating), noKey});
}

void TestCheckFindings::failuresOfTheList()
{
    QFETCH(ApiError, error);
    QFETCH(QList<Expected>, expected);
    const QList<CheckFinding> findings = judge(evidence(failed(error)));
    for (const Expected &each : expected) {
        const CheckFinding finding = find(findings, each.step);
        QVERIFY2(finding.verdict == each.verdict && finding.reason == each.reason,
                 qPrintable(described(finding)));
    }
    // One thing is wrong, and it has its number when it is a code's or a status's.
    const auto bad = std::count_if(findings.begin(), findings.end(),
                                   [](const auto &each) { return each.verdict == V::Bad; });
    QCOMPARE(bad, 1);
    const QList<R> numbered{R::SignInRefused, R::ListRefused, R::ServiceFault, R::CallUnknown};
    for (const CheckFinding &finding : findings) {
        if (numbered.contains(finding.reason))
            QCOMPARE(finding.number, error.retCode);
        if (finding.reason == R::NotTheService || finding.reason == R::GatewayFault)
            QCOMPARE(finding.number, error.httpStatus);
    }
}

/// Whatever fails the first question, somewhere it is said; nothing beyond it is claimed.
void TestCheckFindings::everyKindPointsAtAStep()
{
    for (int kind = 0; kind <= int(ErrorKind::Proxy); ++kind) {
        for (const int status : {0, 200}) {
            const QList<CheckFinding> findings =
                judge(evidence(failed(errorOf(ErrorKind(kind), status))));
            QCOMPARE(worstOf(findings), V::Bad);
            QVERIFY(find(findings, S::Paging).verdict == V::NotReached);
            QVERIFY(find(findings, S::Quota).verdict != V::Good);
            QVERIFY(find(findings, S::Rights).verdict != V::Good);
            QVERIFY(find(findings, S::Zone).verdict != V::Good);
        }
    }
}

void TestCheckFindings::everyTlsProblem()
{
    const QMap<TlsProblem, R> reasons{{TlsProblem::None, R::TlsOther},
                                      {TlsProblem::Expired, R::TlsExpired},
                                      {TlsProblem::WrongHost, R::TlsWrongHost},
                                      {TlsProblem::SelfSigned, R::TlsSelfSigned},
                                      {TlsProblem::UnknownIssuer, R::TlsUnknownIssuer},
                                      {TlsProblem::TooOld, R::TlsTooOld},
                                      {TlsProblem::CaFile, R::TlsCaFile},
                                      {TlsProblem::Other, R::TlsOther}};
    QCOMPARE(reasons.size(), int(TlsProblem::Other) + 1);
    for (auto it = reasons.begin(); it != reasons.end(); ++it) {
        const QList<CheckFinding> findings = judge(evidence(failed(tls(it.key()))));
        QCOMPARE(find(findings, S::Tls).reason, it.value());
        QCOMPARE(find(findings, S::Tls).verdict, V::Bad);
        QCOMPARE(find(findings, S::Key).verdict, V::NotReached);
        // Without the CA file nobody is spoken to: nothing is known of the host.
        const V host = it.key() == TlsProblem::CaFile ? V::NotReached : V::Good;
        QCOMPARE(find(findings, S::HostName).verdict, host);
        QCOMPARE(find(findings, S::Reachable).verdict, host);
    }
}

void TestCheckFindings::clock_data()
{
    QTest::addColumn<std::optional<int>>("ahead"); // ms
    QTest::addColumn<int>("retCode");
    QTest::addColumn<int>("verdict");
    QTest::addColumn<int>("reason");
    QTest::addColumn<int>("seconds");
    const auto row = [](const char *name, std::optional<int> ahead, int retCode, V verdict,
                        R reason, int seconds = 0) {
        QTest::newRow(name) << ahead << retCode << int(verdict) << int(reason) << seconds;
    };
    row("right", 0, 0, V::Good, R::ClockGood);
    row("a little", 4600, 0, V::Good, R::ClockGood, 5);
    row("just good", 30'000, 0, V::Good, R::ClockGood, 30);
    row("just bad", 31'000, 0, V::Bad, R::ClockOff, 31);
    row("behind, good", -30'000, 0, V::Good, R::ClockGood, -30);
    row("behind", -31'000, 0, V::Bad, R::ClockOff, -31);
    row("far", 7'200'000, 0, V::Bad, R::ClockOff, 7200);
    row("no date", {}, 0, V::Good, R::ClockAccepted);
    row("no date, refused", {}, 1200, V::Warning, R::ClockUnknown);
    row("no date, for its time", {}, 1300, V::Bad, R::ClockRefused);
    row("for its time", 90'000, 1300, V::Bad, R::ClockOff, 90);
    row("off and refused", -90'000, 1200, V::Bad, R::ClockOff, -90);
}

void TestCheckFindings::clock()
{
    QFETCH(std::optional<int>, ahead);
    QFETCH(int, retCode);
    QFETCH(int, verdict);
    QFETCH(int, reason);
    QFETCH(int, seconds);
    CheckEvidence given = retCode == 0 ? wholeEvidence() : evidence(failed(code(retCode)));
    given.serverAhead.reset();
    if (ahead)
        given.serverAhead = std::chrono::milliseconds(*ahead);
    const CheckFinding finding = find(judge(given), S::Clock);
    QVERIFY2(int(finding.verdict) == verdict && int(finding.reason) == reason,
             qPrintable(described(finding)));
    QCOMPARE(finding.number, seconds);
}

/// What is missing is said, whatever the cloud makes of it, and nothing else is suspected for it.
void TestCheckFindings::settings()
{
    for (const int retCode : {1100, 1200}) {
        CheckEvidence given = evidence(failed(code(retCode)));
        given.hasKey = false;
        given.hasSecret = false;
        QCOMPARE(find(judge(given), S::Key).reason, R::KeyMissing);
        QCOMPARE(find(judge(given), S::Zone).verdict, V::NotReached);
        given.hasKey = true;
        QCOMPARE(find(judge(given), S::Key).reason, R::SecretMissing);
        QCOMPARE(find(judge(given), S::Key).verdict, V::Bad);
        QCOMPARE(find(judge(given), S::Signature).verdict, V::NotReached);
    }
    CheckEvidence noZone = evidence(failed(code(1100)));
    noZone.hasZone = false;
    QCOMPARE(find(judge(noZone), S::Zone).reason, R::ZoneMissing);
    QCOMPARE(find(judge(noZone), S::Zone).verdict, V::Bad);

    CheckEvidence broken = evidence(failed(code(1200)));
    broken.signsAsPublished = false;
    QCOMPARE(find(judge(broken), S::Signature).reason, R::SignatureBroken);
    QCOMPARE(find(judge(broken), S::Signature).verdict, V::Bad);
    broken = wholeEvidence();
    broken.signsAsPublished = false;
    QCOMPARE(find(judge(broken), S::Signature).reason, R::SignatureAccepted); // proven otherwise

    CheckEvidence loopback = wholeEvidence();
    loopback.isHttps = false;
    loopback.hostIsNumber = true;
    QCOMPARE(find(judge(loopback), S::Tls).reason, R::TlsNotNeeded);
    QCOMPARE(find(judge(loopback), S::HostName).reason, R::NoNameNeeded);
}

void TestCheckFindings::furtherAnswers_data()
{
    QTest::addColumn<CheckEvidence>("evidence");
    QTest::addColumn<QList<Expected>>("expected");
    const auto row = [](const char *name, const CheckAnswer &list,
                        const std::optional<CheckAnswer> &page,
                        const std::optional<CheckAnswer> &log, const QList<Expected> &expected) {
        CheckEvidence given = evidence(list);
        given.page = page;
        given.log = log;
        QTest::newRow(name) << given << expected;
    };
    const auto paging = [](V verdict, R reason) { return Expected{S::Paging, verdict, reason}; };
    const CheckAnswer log = answer(1, 1);
    CheckAnswer repeated = answer(100, 150);
    repeated.seenBefore = 100;
    CheckAnswer shifted = answer(50, 150);
    shifted.seenBefore = 1;

    row("running", answer(100, 150), {}, {},
        {{S::Zone, V::Good, R::ZoneAccepted},
         {S::Rights, V::NotReached, R::NotReached},
         {S::Quota, V::NotReached, R::NotReached},
         paging(V::NotReached, R::NotReached)});
    row("no clusters", answer(0, 0), {}, log,
        {{S::Zone, V::Warning, R::ZoneWithoutClusters}, paging(V::Good, R::OnePage)});
    row("no total", answer(20, {}), {}, log, {paging(V::Warning, R::NoTotal)});
    row("exactly one page", answer(100, 100), answer(0, 100), log, {paging(V::Good, R::TwoPages)});
    row("two pages", answer(100, 150), answer(50, 150), log, {paging(V::Good, R::TwoPages)});
    row("two pages, one moved", answer(100, 150), shifted, log, {paging(V::Good, R::TwoPages)});
    row("short pages", answer(10, 150), answer(10, 150), log, {paging(V::Good, R::TwoPages)});
    row("no second page", answer(100, 150), answer(0, 150), log,
        {paging(V::Bad, R::SecondPageEmpty)});
    row("the same again", answer(100, 150), repeated, log, {paging(V::Bad, R::SecondPageRepeats)});
    row("page fails", answer(100, 150), failed(code(5000)), log,
        {paging(V::Bad, R::SecondPageFailed), {S::Quota, V::Good, R::QuotaGood}});
    row("quota ends at the page", answer(100, 150), failed(code(2500)), log,
        {paging(V::Bad, R::SecondPageFailed), {S::Quota, V::Bad, R::QuotaUsedUp}});
    row("quota ends at the log", answer(5, 5), {}, failed(code(2500)),
        {{S::Quota, V::Bad, R::QuotaUsedUp}, {S::Rights, V::Warning, R::LogFailed}});
    row("log forbidden", answer(5, 5), {}, failed(code(1400)),
        {{S::Rights, V::Warning, R::LogForbidden}, {S::Quota, V::Good, R::QuotaGood}});
    row("log fails", answer(5, 5), {}, failed(errorOf(ErrorKind::Timeout)),
        {{S::Rights, V::Warning, R::LogFailed}, {S::Key, V::Good, R::KeyAccepted}});
}

void TestCheckFindings::furtherAnswers()
{
    QFETCH(CheckEvidence, evidence);
    QFETCH(QList<Expected>, expected);
    const QList<CheckFinding> findings = judge(evidence);
    for (const Expected &each : expected) {
        const CheckFinding finding = find(findings, each.step);
        QVERIFY2(finding.verdict == each.verdict && finding.reason == each.reason,
                 qPrintable(described(finding)));
    }
    CheckEvidence few = wholeEvidence();
    few.callsLeft = FewCalls - 1;
    QCOMPARE(find(judge(few), S::Quota).reason, R::QuotaLow);
    QCOMPARE(find(judge(few), S::Quota).number, FewCalls - 1);
}

void TestCheckFindings::ownSigning()
{
    QVERIFY(signsAsPublished());
}

QTEST_APPLESS_MAIN(TestCheckFindings)
#include "tst_checkfindings.moc"

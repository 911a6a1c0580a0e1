// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/connectioncheck.h"
#include "app/demo/service.h"
#include "tests/app/accounts/findings.h"
#include "tests/app/api/vectors.h"
#include "tests/support/faultserver.h"
#include "tests/support/manualclock.h"

#include <QNetworkProxy>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <functional>
#include <memory>

using namespace clusterdeck;
using namespace std::chrono_literals;

using V = CheckVerdict;
using R = CheckReason;
using S = CheckStep;

namespace
{

/// A complete run against `settings`.
struct Run {
    Run(const ApiSettings &settings, Clock &clock)
        : check(settings, clock)
        , finished(&check, &ConnectionCheck::finished)
        , progressed(&check, &ConnectionCheck::progressed)
        , called(&check, &ConnectionCheck::called)
    {
        check.start();
    }

    [[nodiscard]] CheckFinding at(S step) const { return find(check.findings(), step); }

    ConnectionCheck check;
    QSignalSpy finished;
    QSignalSpy progressed;
    QSignalSpy called;
};

ApiSettings settingsOf(const demo::Service &service)
{
    ApiSettings settings;
    settings.baseUrl = service.url();
    settings.zone = service.zone();
    settings.owner = service.owner();
    settings.credentials = {service.accessKeyId(), service.secretAccessKey()};
    return settings;
}

ApiSettings settingsOf(const FaultServer &server)
{
    ApiSettings settings;
    settings.baseUrl = server.url();
    settings.zone = QStringLiteral("jn1a");
    settings.credentials = vectors::credentials();
    return settings;
}

using Change = std::function<void(ApiSettings &, demo::Faults &)>;

void answerAll(FaultServer &server, const FaultAnswer &answer)
{
    server.answerWith([answer](const RecordedRequest &) { return answer; });
}

} // namespace

Q_DECLARE_METATYPE(Change)
Q_DECLARE_METATYPE(CheckFinding)

class TestConnectionCheck : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();

    void demoAllGood();
    void demoFaults_data();
    void demoFaults();
    void demoManyClusters();
    void addressThatMayNotBeSpokenTo();
    void hangs();
    void hangsAtTheLog();
    void otherServer();
    void repeatedPage();
    void refusedForItsTimeForEver();
    void givenUp();
    void destroyedFromItsEnd();
};

void TestConnectionCheck::initTestCase()
{
    QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::NoProxy));
}

void TestConnectionCheck::demoAllGood()
{
    demo::Service service({});
    QVERIFY(service.listen());
    SystemClock clock;
    Run run(settingsOf(service), clock);
    QCOMPARE(run.finished.count(), 0); // never from within start()
    QTRY_COMPARE(run.finished.count(), 1);
    const QList<CheckFinding> findings = run.check.findings();
    for (const CheckFinding &finding : findings)
        QVERIFY2(finding.verdict == V::Good, qPrintable(described(finding)));
    QCOMPARE(run.at(S::Tls).reason, R::TlsNotNeeded);
    QCOMPARE(run.at(S::HostName).reason, R::NoNameNeeded);
    QCOMPARE(run.called.count(), 2);
    QCOMPARE(run.at(S::Quota).number, 2);
    QVERIFY(run.progressed.count() >= 1);
}

void TestConnectionCheck::demoFaults_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<CheckFinding>("expected");
    QTest::addColumn<int>("calls");
    const auto row = [](const char *name, const Change &change, S step, V verdict, R reason,
                        int calls) {
        CheckFinding finding;
        finding.step = step;
        finding.verdict = verdict;
        finding.reason = reason;
        QTest::newRow(name) << change << finding << calls;
    };
    using Settings = ApiSettings;
    row(
        "wrong key",
        [](Settings &settings, demo::Faults &) {
            settings.credentials.accessKeyId = QStringLiteral("WRONGKEYEXAMPLE");
        },
        S::Key, V::Bad, R::KeyOrSecretWrong, 1); // asked once, and nothing after that
    // As a wrong key: the code does not tell them apart.
    row(
        "wrong secret",
        [](Settings &settings, demo::Faults &) {
            settings.credentials.secretAccessKey = QStringLiteral("wrong");
        },
        S::Key, V::Bad, R::KeyOrSecretWrong, 1);
    row(
        "wrong zone",
        [](Settings &settings, demo::Faults &) { settings.zone = QStringLiteral("nowhere1"); },
        S::Zone, V::Bad, R::ZoneSuspect, 1);
    for (const int skew : {300, -300}) {
        const Change change = [skew](Settings &, demo::Faults &faults) {
            faults.clockSkewSeconds = skew;
        };
        row("clock off", change, S::Clock, V::Bad, R::ClockOff, 3);
        // Signed by the cloud's time, everything else could be looked at.
        row("clock off: the key", change, S::Key, V::Good, R::KeyAccepted, 3);
        row("clock off: the pages", change, S::Paging, V::Good, R::OnePage, 3);
    }
    for (const int left : {0, 1})
        row(
            "quota used up", [left](Settings &, demo::Faults &faults) { faults.callsLeft = left; },
            S::Quota, V::Bad, R::QuotaUsedUp, 1 + left);
}

void TestConnectionCheck::demoFaults()
{
    QFETCH(Change, change);
    QFETCH(CheckFinding, expected);
    demo::Service service({});
    QVERIFY(service.listen());
    ApiSettings settings = settingsOf(service);
    demo::Faults faults;
    change(settings, faults);
    service.setFaults(faults);
    SystemClock clock;
    Run run(settings, clock);
    QTRY_COMPARE(run.finished.count(), 1);
    const CheckFinding found = run.at(expected.step);
    QVERIFY2(found.verdict == expected.verdict && found.reason == expected.reason,
             qPrintable(described(found)));
    if (found.reason == R::ClockOff)
        QVERIFY(qAbs(found.number - faults.clockSkewSeconds) <= 2);
    QTEST(int(run.called.count()), "calls");
}

void TestConnectionCheck::demoManyClusters()
{
    demo::ServiceOptions options;
    options.clusters = 230;
    demo::Service service(options);
    QVERIFY(service.listen());
    SystemClock clock;
    Run run(settingsOf(service), clock);
    QTRY_COMPARE(run.finished.count(), 1);
    QCOMPARE(run.at(S::Paging).reason, R::TwoPages);
    QCOMPARE(run.at(S::Paging).number, *run.check.evidence().list->total);
    QVERIFY(run.at(S::Paging).number > 100);
    QCOMPARE(run.called.count(), 3);
}

void TestConnectionCheck::addressThatMayNotBeSpokenTo()
{
    ManualClock clock;
    ApiSettings settings;
    settings.baseUrl = QUrl(QStringLiteral("http://hpc.example.com"));
    Run run(settings, clock);
    QCOMPARE(run.finished.count(), 0);
    clock.advance(1ms);
    QCOMPARE(run.finished.count(), 1);
    QCOMPARE(run.at(S::Address).reason, R::PlainHttp);
    QCOMPARE(run.called.count(), 0);
    clock.advance(60s);
    QCOMPARE(run.finished.count(), 1);
}

/// Bounded by the clock that it was given, and then silent.
void TestConnectionCheck::hangs()
{
    FaultServer server;
    answerAll(server, FaultAnswer::of(Fault::Hang));
    ManualClock clock;
    Run run(settingsOf(server), clock);
    QTRY_COMPARE(server.complete(), 1);
    clock.advance(ConnectionCheck::TotalLimit - 1ms);
    QCOMPARE(run.finished.count(), 0);
    clock.advance(1ms);
    QCOMPARE(run.finished.count(), 1);
    QCOMPARE(run.at(S::Reachable).reason, R::TooSlow);
    QTRY_COMPARE(server.findChildren<QTcpSocket *>().size(), 0); // given up, not only forgotten
    QCOMPARE(run.finished.count(), 1);
}

void TestConnectionCheck::hangsAtTheLog()
{
    FaultServer server;
    server.answerWith([](const RecordedRequest &request) {
        return request.path() == "/api/operation"
                   ? FaultAnswer::of(Fault::Hang)
                   : FaultAnswer::json(
                         R"({"ret_code": 0, "total_count": 1, "cluster_set": [{"cluster_id": "hpc-1"}]})");
    });
    ManualClock clock;
    Run run(settingsOf(server), clock);
    QTRY_COMPARE(server.complete(), 2);
    QCOMPARE(run.progressed.count(), 1);
    QCOMPARE(run.at(S::Key).verdict, V::Good);
    QCOMPARE(run.at(S::Rights).verdict, V::NotReached);
    clock.advance(ConnectionCheck::TotalLimit);
    QCOMPARE(run.finished.count(), 1);
    QCOMPARE(run.at(S::Rights).reason, R::LogFailed);
    QCOMPARE(run.at(S::Key).verdict, V::Good);
}

/// A question is not repeated by us, and nothing is asked after it failed.
void TestConnectionCheck::otherServer()
{
    FaultServer server;
    answerAll(server, FaultAnswer::json("<html>Bad Gateway</html>", 502));
    SystemClock clock;
    Run run(settingsOf(server), clock);
    QTRY_COMPARE(run.finished.count(), 1);
    QCOMPARE(run.at(S::Reachable).reason, R::GatewayFault);
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(run.called.count(), 1);
}

/// A server that does not heed the offset.
void TestConnectionCheck::repeatedPage()
{
    QByteArray rows;
    for (int i = 0; i < 100; ++i)
        rows += (i == 0 ? "" : ", ") + QByteArray(R"({"cluster_id": "hpc-)") +
                QByteArray::number(i) + "\"}";
    FaultServer server;
    answerAll(server, FaultAnswer::json(R"({"ret_code": 0, "total_count": 150, "job_set": [],)"
                                        R"( "cluster_set": [)" +
                                        rows + "]}"));
    SystemClock clock;
    Run run(settingsOf(server), clock);
    QTRY_COMPARE(run.finished.count(), 1);
    QCOMPARE(run.at(S::Paging).reason, R::SecondPageRepeats);
    QCOMPARE(server.requests().constLast().parameter("offset"), QByteArray("100"));
}

void TestConnectionCheck::refusedForItsTimeForEver()
{
    FaultServer server;
    server.setDateAhead(900);
    answerAll(server, FaultAnswer::code(1300));
    SystemClock clock;
    Run run(settingsOf(server), clock);
    QTRY_COMPARE(run.finished.count(), 1);
    QCOMPARE(run.at(S::Clock).reason, R::ClockOff);
    QVERIFY(qAbs(run.at(S::Clock).number - 900) <= 2);
    QCOMPARE(server.complete(), 2);
    QCOMPARE(run.at(S::Key).verdict, V::NotReached);
}

void TestConnectionCheck::givenUp()
{
    FaultServer server;
    answerAll(server, FaultAnswer::of(Fault::Hang));
    ManualClock clock;
    auto check = std::make_unique<ConnectionCheck>(settingsOf(server), clock);
    QSignalSpy finished(check.get(), &ConnectionCheck::finished);
    check->start();
    QTRY_COMPARE(server.complete(), 1);
    check.reset();
    clock.advance(60s);
    QTest::qWait(0);
    QCOMPARE(finished.count(), 0);
    auto unstarted = std::make_unique<ConnectionCheck>(settingsOf(server), clock);
    unstarted.reset();
}

void TestConnectionCheck::destroyedFromItsEnd()
{
    FaultServer server;
    answerAll(server, FaultAnswer::code(1200));
    SystemClock clock;
    auto check = std::make_unique<ConnectionCheck>(settingsOf(server), clock);
    connect(check.get(), &ConnectionCheck::finished, this, [&check] { check.reset(); });
    check->start();
    QTRY_VERIFY(!check);
}

QTEST_GUILESS_MAIN(TestConnectionCheck)
#include "tst_connectioncheck.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/connectioncheck.h"
#include "app/demo/service.h"
#include "tests/app/api/vectors.h"
#include "tests/support/faultserver.h"
#include "tests/support/manualclock.h"

#include <QNetworkProxy>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace clusterdeck;
using namespace std::chrono_literals;

using V = CheckVerdict;
using R = CheckReason;
using S = CheckStep;

namespace
{

CheckFinding find(const QList<CheckFinding> &findings, S step)
{
    return findings.at(int(step));
}

QString described(const CheckFinding &finding)
{
    return QStringLiteral("step %1: verdict %2, reason %3, %4 of %5")
        .arg(int(finding.step))
        .arg(int(finding.verdict))
        .arg(int(finding.reason))
        .arg(finding.number)
        .arg(finding.of);
}

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

void answerAll(FaultServer &server, const FaultAnswer &answer)
{
    server.answerWith([answer](const RecordedRequest &) { return answer; });
}

} // namespace

class TestConnectionCheck : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();

    void demoAllGood();
    void demoWrongKey();
    void demoWrongSecret();
    void demoWrongZone();
    void demoClockOff();
    void demoQuotaUsedUp();
    void demoManyClusters();
    void addressThatMayNotBeSpokenTo();
    void nobodyListens();
    void untrustedCertificate();
    void hangs();
    void hangsAtTheLog();
    void otherServers_data();
    void otherServers();
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

void TestConnectionCheck::demoWrongKey()
{
    demo::Service service({});
    QVERIFY(service.listen());
    SystemClock clock;
    ApiSettings settings = settingsOf(service);
    settings.credentials.accessKeyId = QStringLiteral("WRONGKEYEXAMPLE");
    Run run(settings, clock);
    QTRY_COMPARE(run.finished.count(), 1);
    QCOMPARE(run.at(S::Key).reason, R::KeyOrSecretWrong);
    QCOMPARE(run.called.count(), 1); // asked once, and nothing after that
}

/// Judged as a wrong key is: the code does not tell them apart.
void TestConnectionCheck::demoWrongSecret()
{
    demo::Service service({});
    QVERIFY(service.listen());
    SystemClock clock;
    ApiSettings settings = settingsOf(service);
    settings.credentials.secretAccessKey = QStringLiteral("wrong");
    Run run(settings, clock);
    QTRY_COMPARE(run.finished.count(), 1);
    QCOMPARE(run.at(S::Key).reason, R::KeyOrSecretWrong);
    QCOMPARE(run.at(S::Signature).reason, R::SignatureSelfTested);
}

void TestConnectionCheck::demoWrongZone()
{
    demo::Service service({});
    QVERIFY(service.listen());
    SystemClock clock;
    ApiSettings settings = settingsOf(service);
    settings.zone = QStringLiteral("nowhere1");
    Run run(settings, clock);
    QTRY_COMPARE(run.finished.count(), 1);
    QCOMPARE(run.at(S::Zone).reason, R::ZoneSuspect);
    QCOMPARE(run.at(S::Key).verdict, V::NotReached);
}

void TestConnectionCheck::demoClockOff()
{
    demo::Service service({});
    QVERIFY(service.listen());
    for (const int skew : {300, -300}) {
        demo::Faults faults;
        faults.clockSkewSeconds = skew;
        service.setFaults(faults);
        SystemClock clock;
        Run run(settingsOf(service), clock);
        QTRY_COMPARE(run.finished.count(), 1);
        QCOMPARE(run.at(S::Clock).reason, R::ClockOff);
        QVERIFY(qAbs(run.at(S::Clock).number - skew) <= 2);
        // Signed by the cloud's time, everything else could be looked at.
        QCOMPARE(run.at(S::Key).verdict, V::Good);
        QCOMPARE(run.at(S::Paging).verdict, V::Good);
        QCOMPARE(run.called.count(), 3);
    }
}

void TestConnectionCheck::demoQuotaUsedUp()
{
    demo::Service service({});
    QVERIFY(service.listen());
    SystemClock clock;
    for (const int left : {0, 1}) {
        demo::Faults faults;
        faults.callsLeft = left;
        service.setFaults(faults);
        Run run(settingsOf(service), clock);
        QTRY_COMPARE(run.finished.count(), 1);
        QCOMPARE(run.at(S::Quota).reason, R::QuotaUsedUp);
        QCOMPARE(run.at(S::Key).verdict, left == 0 ? V::NotReached : V::Good);
    }
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

/// A refused connection is told from a lost one by whoever makes the call; here both will do.
void TestConnectionCheck::nobodyListens()
{
    SystemClock clock;
    ApiSettings settings;
    settings.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(FaultServer::closedPort()));
    settings.zone = QStringLiteral("jn1a");
    settings.credentials = vectors::credentials();
    Run run(settings, clock);
    QTRY_COMPARE(run.finished.count(), 1);
    QVERIFY(run.at(S::Reachable).reason == R::Refused ||
            run.at(S::Reachable).reason == R::NoConnection);
    QCOMPARE(run.at(S::Clock).verdict, V::NotReached);
}

void TestConnectionCheck::untrustedCertificate()
{
    FaultServer server(FaultServer::Transport::Tls);
    SystemClock clock;
    Run run(settingsOf(server), clock);
    QTRY_COMPARE(run.finished.count(), 1);
    QCOMPARE(run.at(S::Tls).verdict, V::Bad);
    QCOMPARE(run.at(S::Reachable).verdict, V::Good);
    QCOMPARE(server.requests().size(), 0);
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

void TestConnectionCheck::otherServers_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("reason");
    const auto row = [](const char *name, Fault fault, int status, const QByteArray &body,
                        R reason) {
        QTest::newRow(name) << int(fault) << status << body << int(reason);
    };
    row("page", Fault::None, 200, "<html>Sign in to the hotel's network</html>", R::NotTheService);
    row("404", Fault::None, 404, "no", R::NotTheService);
    row("502", Fault::None, 502, "<html>Bad Gateway</html>", R::GatewayFault);
    row("redirect", Fault::None, 302, "", R::RedirectedAway);
    row("closes", Fault::ReadAndClose, 200, "", R::NoConnection);
    row("breaks off", Fault::CloseInBody, 200, R"({"ret_code": 0})", R::BrokeOff);
    row("fault", Fault::None, 200, R"({"ret_code": 5000})", R::ServiceFault);
    row("updating", Fault::None, 200, R"({"ret_code": 5300})", R::ServiceUpdating);
}

void TestConnectionCheck::otherServers()
{
    QFETCH(int, fault);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, reason);
    FaultServer server;
    FaultAnswer answer = FaultAnswer::json(body, status);
    answer.fault = Fault(fault);
    answerAll(server, answer);
    SystemClock clock;
    Run run(settingsOf(server), clock);
    QTRY_COMPARE(run.finished.count(), 1);
    QVERIFY2(int(run.at(S::Reachable).reason) == reason,
             qPrintable(described(run.at(S::Reachable))));
    // Not repeated by us; Qt repeats a read whose connection was closed without a word.
    QVERIFY(server.requests().size() == 1 || Fault(fault) == Fault::ReadAndClose);
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

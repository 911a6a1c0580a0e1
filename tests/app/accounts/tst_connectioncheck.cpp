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
#include <utility>

using namespace clusterdeck;
using namespace std::chrono_literals;

using V = CheckVerdict;
using R = CheckReason;
using S = CheckStep;

namespace
{

/// A complete check with `settings`.
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
using Found = std::pair<S, R>;

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

    void demo_data();
    void demo();
    void addressThatMayNotBeSpokenTo();
    void hangs();
    void otherServer();
    void repeatedPage();
    void refusedForItsTimeForEver();
    void aClockTooFarOff();
    void destroyedFromItsEnd();
};

void TestConnectionCheck::initTestCase()
{
    QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::NoProxy));
}

/// Against the practice cloud: the findings, and the number of calls.
void TestConnectionCheck::demo_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("clusters");
    QTest::addColumn<QList<Found>>("expected"); // empty: every finding is good
    QTest::addColumn<int>("calls");
    using Settings = ApiSettings;
    using Faults = demo::Faults;
    const auto row = [](const char *name, int calls, const QList<Found> &expected,
                        const Change &change, int clusters = 60) {
        QTest::newRow(name) << change << clusters << expected << calls;
    };
    const QList<Found> wrongKey{{S::Key, R::KeyOrSecretWrong}};
    row("all good", 2, {}, [](Settings &, Faults &) {});
    row(
        "many clusters", 3, {{S::Paging, R::TwoPages}}, [](Settings &, Faults &) {}, 230);
    row("wrong key", 1, wrongKey, // one request, and no further request
        [](Settings &it, Faults &) { it.credentials.accessKeyId = QStringLiteral("WRONGKEY"); });
    row("wrong secret", 1, wrongKey,
        [](Settings &it, Faults &) { it.credentials.secretAccessKey = QStringLiteral("wrong"); });
    row("wrong zone", 1, {{S::Zone, R::ZoneSuspect}},
        [](Settings &it, Faults &) { it.zone = QStringLiteral("nowhere1"); });
    for (const int skew : {300, -300}) // the other steps are checked by the server's time
        row("clock off", 3,
            {{S::Clock, R::ClockOff}, {S::Key, R::KeyAccepted}, {S::Paging, R::OnePage}},
            [skew](Settings &, Faults &it) { it.clockSkewSeconds = skew; });
    row(
        "clock off, many clusters", 4, {{S::Clock, R::ClockOff}, {S::Paging, R::TwoPages}},
        [](Settings &, Faults &it) { it.clockSkewSeconds = 300; }, 230); // the most calls
    for (const int left : {0, 1})
        row("quota used up", 1 + left, {{S::Quota, R::QuotaUsedUp}},
            [left](Settings &, Faults &it) { it.callsLeft = left; });
}

void TestConnectionCheck::demo()
{
    QFETCH(Change, change);
    QFETCH(int, clusters);
    QFETCH(QList<Found>, expected);
    demo::ServiceOptions options;
    options.clusters = clusters;
    demo::Service service(options);
    QVERIFY(service.listen());
    ApiSettings settings = settingsOf(service);
    demo::Faults faults;
    change(settings, faults);
    service.setFaults(faults);
    SystemClock clock;
    const Run run(settings, clock);
    QCOMPARE(run.finished.count(), 0); // never from within start()
    QTRY_COMPARE(run.finished.count(), 1);
    for (const auto &[step, reason] : expected)
        QVERIFY2(run.at(step).reason == reason, qPrintable(described(run.at(step))));
    if (expected.isEmpty())
        for (const CheckFinding &finding : run.check.findings())
            QVERIFY2(finding.verdict == V::Good, qPrintable(described(finding)));
    if (run.at(S::Clock).reason == R::ClockOff)
        QVERIFY(qAbs(run.at(S::Clock).number - faults.clockSkewSeconds) <= 2);
    QTEST(int(run.called.count()), "calls");
    if (run.at(S::Quota).reason == R::QuotaGood)
        QCOMPARE(run.at(S::Quota).number, run.called.count());
    QCOMPARE(run.progressed.count() > 0, run.called.count() > 1);
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

/// Ends after the limit by the given clock, and does nothing afterwards.
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
    QTRY_COMPARE(server.findChildren<QTcpSocket *>().size(), 0); // the connection is closed
    QCOMPARE(run.finished.count(), 1);
}

/// A failed request is not repeated, and no request follows it.
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

/// A server that ignores the offset.
void TestConnectionCheck::repeatedPage()
{
    FaultServer server;
    answerAll(server, FaultAnswer::json(R"({"ret_code": 0, "total_count": 150, "job_set": [],
                                            "cluster_set": [{"cluster_id": "hpc-1"}]})"));
    SystemClock clock;
    const Run run(settingsOf(server), clock);
    QTRY_COMPARE(run.finished.count(), 1);
    QCOMPARE(run.at(S::Paging).reason, R::SecondPageRepeats);
    QCOMPARE(server.requests().constLast().parameter("offset"), QByteArray("1"));
}

void TestConnectionCheck::refusedForItsTimeForEver()
{
    FaultServer server;
    server.setDateAhead(600);
    answerAll(server, FaultAnswer::code(1300));
    SystemClock clock;
    Run run(settingsOf(server), clock);
    QTRY_COMPARE(run.finished.count(), 1);
    QCOMPARE(run.at(S::Clock).reason, R::ClockOff);
    QVERIFY(qAbs(run.at(S::Clock).number - 600) <= 2);
    QCOMPARE(server.complete(), 2);
    QCOMPARE(run.at(S::Key).verdict, V::NotReached);
}

/// A clock that is too far off to be followed is reported.
void TestConnectionCheck::aClockTooFarOff()
{
    FaultServer server;
    server.setDateAhead(-7200);
    answerAll(server, FaultAnswer::code(1300));
    SystemClock clock;
    Run run(settingsOf(server), clock);
    QTRY_COMPARE(run.finished.count(), 1);
    QCOMPARE(run.at(S::Clock).reason, R::ClockOff);
    QVERIFY(qAbs(run.at(S::Clock).number + 7200) <= 2);
    QCOMPARE(server.complete(), 1);
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

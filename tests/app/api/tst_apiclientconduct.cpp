// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/api/apicloud.h"

#include <QNetworkProxy>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <memory>
#include <vector>

using namespace clusterdeck;
using namespace std::chrono_literals;

/// When ApiClient sends and whom it answers: the queue, the clock, contexts and destruction.
class TestApiClientConduct : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void sixInFlightSignedAtDispatch();
    void writesGoBeforeReads();
    void aWriteThatWaitedThroughSleepIsNotSent();
    void clockSkewOfARead();
    void clockSkewTwice();
    void clockSkewOfAWrite();
    void clockSkewWithoutDate();
    void datesOfOthersAreNotFollowed_data();
    void datesOfOthersAreNotFollowed();
    void aClockTooFarOff_data();
    void aClockTooFarOff();
    void aClockThatCreepsAway();
    void theClockIsSetRight();
    void serverTimeSurvivesAJumpOfTheWallClock();
    void callsAreCountedAnHour();
    void smallDifferencesAreIgnored();
    void slowAnswersDoNotMisleadTheClock();
    void contextOfAQueuedCall();
    void contextOfAReadOnItsWay();
    void contextOfAWriteOnItsWay();
    void contextDuringBackOff();
    void callbacksComeFromTheEventLoop();
    void destroyedWithCallsInFlight();
    void destroyedFromACallback();
};

void TestApiClientConduct::initTestCase()
{
    QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::NoProxy));
}

void TestApiClientConduct::sixInFlightSignedAtDispatch()
{
    Cloud cloud([](ApiSettings &settings) { settings.deadline = 60s; });
    cloud.answerAll(FaultAnswer::of(Fault::Hang));
    for (int i = 0; i < 4; ++i) {
        cloud.list(i);
        cloud.send(Verb::Stop, QString::number(i));
    }
    QTRY_COMPARE(cloud.server.complete(), 6);
    QTest::qWait(0);
    QCOMPARE(cloud.server.connections(), 6);
    QCOMPARE(cloud.server.requests().size(), 6);
    for (const RecordedRequest &request : cloud.server.requests())
        QCOMPARE(request.parameter("timestamp"), QByteArray("2021-08-19T16%3A44%3A40Z"));

    // A minute later the connections break; queued requests are signed when they are sent, not when
    // they are made.
    cloud.clock.advance(60s);
    cloud.answerAll(noClusters());
    // One connection first: Qt 6.8 never sends a POST that it receives while all its connections
    // break.
    cloud.server.resetOldestConnection();
    QTRY_COMPARE(cloud.server.complete("POST"), 4);
    cloud.server.resetConnections();
    QTRY_VERIFY(cloud.server.requests().size() >= 8);
    for (const RecordedRequest &request : cloud.server.requests().mid(6)) {
        if (request.target.contains("offset=3") || request.body.contains("\"3\""))
            QCOMPARE(request.parameter("timestamp"), QByteArray("2021-08-19T16%3A45%3A40Z"));
    }
}

void TestApiClientConduct::writesGoBeforeReads()
{
    Busy cloud;
    QTRY_VERIFY(cloud.full());
    cloud.list(1);
    cloud.send(Verb::Stop, QStringLiteral("2"));
    cloud.list(3);
    cloud.send(Verb::Stop, QStringLiteral("4"));
    int served = 0;
    for (const int expected : {2, 4, 1, 3}) {
        cloud.occupants.at(std::size_t(served++)).reset(); // one request may start
        QTRY_COMPARE(cloud.server.complete(), 6 + served);
        const RecordedRequest latest = cloud.server.requests().constLast();
        QVERIFY(expected % 2 == 1
                    ? latest.parameter("offset") == QByteArray::number(expected)
                    : latest.body.contains("[\"" + QByteArray::number(expected) + "\"]"));
    }
}

/// A write that was queued while the machine slept is not sent, and is reported as not sent.
void TestApiClientConduct::aWriteThatWaitedThroughSleepIsNotSent()
{
    Busy cloud;
    cloud.send();
    QTRY_VERIFY(cloud.full());
    cloud.clock.sleepFor(std::chrono::hours(8));
    cloud.occupants[0].reset();
    cloud.clock.advance(1ms);
    QTRY_COMPARE(cloud.sent.size(), 1);
    QCOMPARE(errorOf(cloud.sent.first()).outcome, Outcome::NotSent);
    QCOMPARE(cloud.server.complete("POST"), 0);
}

void TestApiClientConduct::clockSkewOfARead()
{
    Cloud cloud;
    const QDateTime there = cloud.clock.utcNow().addSecs(600);
    cloud.server.answerWith([there](const RecordedRequest &request) {
        const bool right = request.parameter("timestamp") == "2021-08-19T16%3A54%3A40Z";
        return withDate(right ? noClusters() : FaultAnswer::code(1300), there);
    });
    cloud.list();
    QTRY_COMPARE(cloud.pages.size(), 1);
    QVERIFY(cloud.pages.first().has_value());
    QCOMPARE(cloud.server.complete(), 2);
    QVERIFY(qAbs(cloud.client->serverNow().secsTo(there)) <= 1);
}

void TestApiClientConduct::clockSkewTwice()
{
    Cloud cloud;
    cloud.answerAll(withDate(FaultAnswer::code(1300), cloud.clock.utcNow().addSecs(600)));
    cloud.list();
    QTRY_COMPARE(cloud.pages.size(), 1);
    QCOMPARE(errorOf(cloud.pages.first()).kind, ErrorKind::ClockSkew);
    QCOMPARE(cloud.server.complete(), 2);
    QCOMPARE(cloud.clock.waiting(), 0);
}

/// A write is sent once, whatever the refusal. The next request is signed with the server's time.
void TestApiClientConduct::clockSkewOfAWrite()
{
    Cloud cloud;
    const QDateTime there = cloud.clock.utcNow().addSecs(-600);
    cloud.answerAll(withDate(FaultAnswer::code(1300), there));
    cloud.send();
    QTRY_COMPARE(cloud.sent.size(), 1);
    QCOMPARE(errorOf(cloud.sent.first()).kind, ErrorKind::ClockSkew);
    QCOMPARE(errorOf(cloud.sent.first()).outcome, Outcome::Refused);
    QCOMPARE(cloud.server.complete(), 1);
    cloud.send();
    QTRY_COMPARE(cloud.sent.size(), 2);
    QCOMPARE(cloud.server.complete(), 2);
    QCOMPARE(cloud.server.requests().constLast().parameter("timestamp"),
             QByteArray("2021-08-19T16%3A34%3A40Z"));
}

/// Without a Date the client cannot correct its time, so not even a read is repeated.
void TestApiClientConduct::clockSkewWithoutDate()
{
    Cloud cloud;
    cloud.answerAll(FaultAnswer::code(1300));
    cloud.list();
    QTRY_COMPARE(cloud.pages.size(), 1);
    QCOMPARE(cloud.server.complete(), 1);
}

/// Answers of intermediaries do not set the clock.
void TestApiClientConduct::datesOfOthersAreNotFollowed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("followed");
    const QByteArray good = noClusters().body;
    QTest::newRow("good") << good << 200 << QByteArray() << true;
    QTest::newRow("refused") << FaultAnswer::code(1400).body << 403 << QByteArray() << true;
    QTest::newRow("cached") << good << 200 << QByteArray("Age: 0") << false;
    QTest::newRow("redirect") << good << 302 << QByteArray("Location: /elsewhere") << false;
    QTest::newRow("HTML") << QByteArray("<html>") << 502 << QByteArray() << false;
    QTest::newRow("HTML, 200") << QByteArray("<html>") << 200 << QByteArray() << false;
    QTest::newRow("empty") << QByteArray() << 200 << QByteArray() << false;
    QTest::newRow("no ret_code") << QByteArray("{}") << 200 << QByteArray() << false;
    QTest::newRow("done, 500") << good << 500 << QByteArray() << false;
}

void TestApiClientConduct::datesOfOthersAreNotFollowed()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QByteArray, header);
    Cloud cloud([](ApiSettings &settings) { settings.readTries = 1; });
    const QDateTime there = cloud.clock.utcNow().addSecs(600);
    FaultAnswer answer = withDate(FaultAnswer::json(body, status), there);
    if (!header.isEmpty())
        answer.headers += header;
    cloud.answerAll(answer);
    cloud.list();
    QTRY_COMPARE(cloud.pages.size(), 1);
    QTEST(cloud.client->serverAhead().has_value(), "followed");
    QTEST(cloud.client->serverNow() > cloud.clock.utcNow(), "followed");
}

/// A Date too far off is reported but not used for signing; meanwhile no write is sent.
void TestApiClientConduct::aClockTooFarOff_data()
{
    QTest::addColumn<qint64>("ahead");
    QTest::addColumn<bool>("followed");
    constexpr qint64 Most = std::chrono::seconds(ApiClient::MostCorrection).count();
    QTest::newRow("ahead") << Most - 2 << true;
    QTest::newRow("behind") << -Most + 2 << true;
    QTest::newRow("too far ahead") << Most + 2 << false;
    QTest::newRow("too far behind") << -Most - 2 << false;
    QTest::newRow("a year ahead") << qint64(365) * 86'400 << false;
    QTest::newRow("the last second of HTTP") << qint64(251772909319) << false;
}

void TestApiClientConduct::aClockTooFarOff()
{
    QFETCH(qint64, ahead);
    QFETCH(bool, followed);
    Cloud cloud;
    const QDateTime there = cloud.clock.utcNow().addSecs(ahead);
    cloud.answerAll(withDate(noClusters(), there));
    cloud.list();
    QTRY_COMPARE(cloud.pages.size(), 1);
    QCOMPARE(std::chrono::round<std::chrono::minutes>(*cloud.client->serverAhead()).count(),
             std::chrono::round<std::chrono::minutes>(std::chrono::seconds(ahead)).count());
    const QDateTime signedFor = followed ? there : cloud.clock.utcNow();
    QVERIFY(qAbs(cloud.client->serverNow().secsTo(signedFor)) <= 1);

    cloud.send();
    QTRY_COMPARE(cloud.sent.size(), 1);
    QCOMPARE(cloud.server.complete("POST"), followed ? 1 : 0);
    QCOMPARE(errorOf(cloud.sent.first()).kind == ErrorKind::ClockSkew, !followed);
    if (followed)
        return;
    QCOMPARE(errorOf(cloud.sent.first()).outcome, Outcome::NotSent);

    // Reads continue with this machine's time: an answer may bring a correct Date.
    cloud.answerAll(withDate(noClusters(), cloud.clock.utcNow()));
    cloud.list();
    QTRY_COMPARE(cloud.pages.size(), 2);
    QCOMPARE(cloud.server.requests().constLast().parameter("timestamp"),
             QByteArray("2021-08-19T16%3A44%3A40Z"));
    cloud.send();
    QTRY_COMPARE(cloud.sent.size(), 2);
    QCOMPARE(cloud.server.complete("POST"), 1);
}

/// The limit applies to the distance from this machine's clock, so small steps cannot exceed it.
void TestApiClientConduct::aClockThatCreepsAway()
{
    Cloud cloud;
    for (int minutes = 10; minutes <= 60; minutes += 10) {
        cloud.answerAll(withDate(noClusters(), cloud.clock.utcNow().addSecs(minutes * 60)));
        cloud.pages.clear();
        cloud.list();
        QTRY_COMPARE(cloud.pages.size(), 1);
        const qint64 ahead = cloud.clock.utcNow().secsTo(cloud.client->serverNow());
        QVERIFY(qAbs(ahead - (minutes <= 15 ? minutes * 60 : 0)) <= 1);
    }
}

/// After this machine's clock is corrected, writes are sent again.
void TestApiClientConduct::theClockIsSetRight()
{
    Cloud cloud;
    cloud.answerAll(withDate(noClusters(), cloud.clock.utcNow().addSecs(3600)));
    cloud.list();
    QTRY_COMPARE(cloud.pages.size(), 1);
    cloud.clock.jumpWall(std::chrono::hours(1));
    cloud.send();
    QTRY_COMPARE(cloud.sent.size(), 1);
    QCOMPARE(cloud.server.complete("POST"), 1);
    QVERIFY(cloud.server.requests().constLast().parameter("timestamp").startsWith("2021-08-19T17"));
}

/// When this machine's clock changes a little, the server's time continues from the last Date. When
/// it changes by more than the allowed correction, this machine's clock is used.
void TestApiClientConduct::serverTimeSurvivesAJumpOfTheWallClock()
{
    Cloud cloud;
    cloud.answerAll(withDate(noClusters(), cloud.clock.utcNow()));
    cloud.list();
    QTRY_COMPARE(cloud.pages.size(), 1);
    const QDateTime before = cloud.client->serverNow();
    cloud.clock.jumpWall(std::chrono::minutes(14));
    QCOMPARE(cloud.client->serverNow(), before);
    cloud.clock.sleepFor(std::chrono::minutes(1));
    QCOMPARE(cloud.client->serverNow(), before.addSecs(60));
    cloud.clock.jumpWall(std::chrono::hours(5));
    QVERIFY(*cloud.client->serverAhead() < std::chrono::hours(-4));
    QCOMPARE(cloud.client->serverNow(), cloud.clock.utcNow());
}

void TestApiClientConduct::callsAreCountedAnHour()
{
    Cloud cloud([](ApiSettings &settings) { settings.callsAnHour = 10; });
    cloud.client->rememberCalls(
        {cloud.clock.utcNow().addSecs(-3590), cloud.clock.utcNow().addSecs(-10)});
    QSignalSpy called(cloud.client.get(), &ApiClient::called);
    cloud.answerAll(noClusters());
    cloud.list();
    QTRY_COMPARE(cloud.pages.size(), 1);
    QCOMPARE(called.count(), 1);
    QCOMPARE(cloud.client->callsLeft(), 7);
    cloud.clock.advance(std::chrono::seconds(20));
    QCOMPARE(cloud.client->callsLeft(), 8);
}

void TestApiClientConduct::smallDifferencesAreIgnored()
{
    Cloud cloud;
    for (const int seconds : {1, -1, 2, -2}) {
        cloud.answerAll(withDate(noClusters(), cloud.clock.utcNow().addSecs(seconds)));
        cloud.pages.clear();
        cloud.list();
        QTRY_COMPARE(cloud.pages.size(), 1);
        QCOMPARE(cloud.client->serverNow(), cloud.clock.utcNow());
    }
}

/// The Date of an answer that took 40 s is the time at its beginning, not at its end.
void TestApiClientConduct::slowAnswersDoNotMisleadTheClock()
{
    Cloud cloud;
    cloud.server.answerWith([&cloud](const RecordedRequest &) {
        const QDateTime begun = cloud.clock.utcNow();
        cloud.clock.advance(40s);
        return withDate(noClusters(), begun);
    });
    cloud.list();
    QTRY_COMPARE(cloud.pages.size(), 1);
    QCOMPARE(cloud.client->serverNow(), cloud.clock.utcNow());
}

void TestApiClientConduct::contextOfAQueuedCall()
{
    Cloud cloud;
    cloud.answerAll(FaultAnswer::of(Fault::Hang));
    for (int i = 0; i < 6; ++i)
        cloud.list();
    QTRY_COMPARE(cloud.server.complete(), 6);
    auto other = std::make_unique<QObject>();
    int answers = 0;
    cloud.client->send(Verb::Delete, {QStringLiteral("hpc-1")}, other.get(),
                       [&answers](const Result<Accepted> &) { ++answers; });
    other.reset();
    cloud.answerAll(noClusters());
    cloud.asker.reset(); // ends all six requests
    cloud.asker = std::make_unique<QObject>();
    cloud.list();
    QTRY_COMPARE(cloud.pages.size(), 1);
    QCOMPARE(cloud.server.complete("POST"), 0);
    QCOMPARE(answers, 0);
}

void TestApiClientConduct::contextOfAReadOnItsWay()
{
    Cloud cloud;
    cloud.answerAll(FaultAnswer::of(Fault::Hang));
    cloud.list();
    QTRY_COMPARE(cloud.server.complete(), 1);
    const auto *socket = cloud.server.findChild<QTcpSocket *>();
    QVERIFY(socket);
    cloud.asker.reset();
    QTRY_VERIFY(!cloud.server.findChild<QTcpSocket *>()); // the exchange was aborted
    QCOMPARE(cloud.pages.size(), 0);
    QCOMPARE(cloud.clock.waiting(), 0);
}

void TestApiClientConduct::contextOfAWriteOnItsWay()
{
    Cloud cloud;
    cloud.answerAll(FaultAnswer::of(Fault::HangInBody));
    cloud.send();
    QTRY_COMPARE(cloud.server.complete("POST"), 1);
    cloud.asker.reset();
    cloud.asker = std::make_unique<QObject>();
    cloud.answerAll(noClusters());
    cloud.list();
    QTRY_COMPARE(cloud.pages.size(), 1);
    QCOMPARE(cloud.server.findChildren<QTcpSocket *>().size(), 2); // the write's is open
    QCOMPARE(cloud.sent.size(), 0);

    // A write whose context is destroyed before a byte is sent is sent nevertheless.
    cloud.send();
    cloud.asker.reset();
    QTRY_COMPARE(cloud.server.complete("POST"), 2);
    QCOMPARE(cloud.sent.size(), 0);
}

void TestApiClientConduct::contextDuringBackOff()
{
    Cloud cloud;
    cloud.answerAll(FaultAnswer::code(5000));
    cloud.list();
    QTRY_COMPARE(cloud.clock.waiting(), 1);
    cloud.asker.reset();
    cloud.clock.advance(10s);
    cloud.asker = std::make_unique<QObject>();
    cloud.answerAll(noClusters());
    cloud.list();
    QTRY_COMPARE(cloud.pages.size(), 1);
    QCOMPARE(cloud.server.complete(), 2);
}

void TestApiClientConduct::callbacksComeFromTheEventLoop()
{
    Cloud cloud([](ApiSettings &settings) { settings.baseUrl.setPort(FaultServer::closedPort()); });
    cloud.send();
    cloud.list();
    QCOMPARE(cloud.sent.size() + cloud.pages.size(), 0);
    QTRY_COMPARE(cloud.sent.size(), 1);
    QCOMPARE(errorOf(cloud.sent.first()).outcome, Outcome::NotSent);
}

void TestApiClientConduct::destroyedWithCallsInFlight()
{
    for (const Fault fault : {Fault::Hang, Fault::HangInBody, Fault::None}) {
        Cloud cloud;
        cloud.answerAll(FaultAnswer::of(fault));
        for (int i = 0; i < 5; ++i) {
            cloud.list();
            cloud.send();
        }
        QTRY_VERIFY(cloud.server.complete() >= 6);
        const auto answered = cloud.sent.size() + cloud.pages.size();
        cloud.client.reset();
        QTest::qWait(0);
        QCOMPARE(cloud.sent.size() + cloud.pages.size(), answered);
    }
    Cloud atOnce;
    atOnce.send();
    atOnce.client.reset();
}

void TestApiClientConduct::destroyedFromACallback()
{
    Cloud cloud;
    cloud.answerAll(noClusters());
    cloud.send();
    cloud.client->list(reads::clusters(), 0, cloud.asker.get(),
                       [&cloud](const auto &) { cloud.client.reset(); });
    cloud.list();
    QTRY_VERIFY(!cloud.client);
}

QTEST_GUILESS_MAIN(TestApiClientConduct)
#include "tst_apiclientconduct.moc"

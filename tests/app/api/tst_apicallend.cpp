// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/api/listened.h"

#include <QNetworkProxy>
#include <QTest>

#include <map>
#include <memory>

using namespace clusterdeck;
using namespace std::chrono_literals;

/// An exchange ends once and in time, whichever object is destroyed during it.
class TestApiCallEnd : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void finishedNeverFromStart_data();
    void finishedNeverFromStart();
    void deletesItself();
    void totalDeadline();
    void sizeLimit_data();
    void sizeLimit();
    void abort();
    void abortBeforeStart();
    void abortAfterTheEnd();
    void managerDestroyed_data();
    void managerDestroyed();
    void destroyedOnItsWay();
    void listenerDestroysEverything();
};

void TestApiCallEnd::initTestCase()
{
    QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::NoProxy));
}

void TestApiCallEnd::finishedNeverFromStart_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<int>("kind");
    QTest::newRow("refused")
        << QUrl(QStringLiteral("http://127.0.0.1:%1").arg(FaultServer::closedPort()))
        << int(ErrorKind::ConnectionRefused);
    QTest::newRow("no URL") << QUrl() << int(ErrorKind::Network);
    QTest::newRow("unknown scheme")
        << QUrl(QStringLiteral("gopher://127.0.0.1")) << int(ErrorKind::Network);
    QTest::newRow("no host") << QUrl(QStringLiteral("http:///")) << int(ErrorKind::Network);
}

void TestApiCallEnd::finishedNeverFromStart()
{
    QFETCH(QUrl, url);
    QFETCH(int, kind);
    for (const ApiRequest &request : {read(), write()}) {
        Transport network;
        Listened listened(network, url, request);
        listened.start();
        QCOMPARE(listened.times, 0);
        QTRY_COMPARE(listened.times, 1);
        QCOMPARE(int(listened.error().kind), kind);
        QCOMPARE(listened.error().outcome, Outcome::NotSent);
        QTRY_VERIFY(!listened.call);
        QCOMPARE(listened.times, 1);
    }
}

void TestApiCallEnd::deletesItself()
{
    FaultServer server;
    Transport network;
    Listened listened(network, server.url(), read());
    listened.start();
    QTRY_VERIFY(!listened.call);
    QCOMPARE(listened.times, 1);
}

/// The deadline holds for every fault of the server; all run at once.
void TestApiCallEnd::totalDeadline()
{
    struct Trial {
        explicit Trial(Fault fault)
            : network(std::make_unique<Transport>())
            , listened(*network, server.url(), read())
        {
            server.answerWith([fault](const RecordedRequest &) { return FaultAnswer::of(fault); });
            listened.start(500ms);
        }

        FaultServer server;
        std::unique_ptr<Transport> network;
        Listened listened;
    };
    std::map<Fault, Trial> trials;
    for (const Fault fault : {Fault::Hang, Fault::TrickleHeader, Fault::TrickleBody,
                              Fault::ManyHeaders, Fault::MalformedHeader})
        trials.try_emplace(fault, fault);
    for (auto &[fault, trial] : trials) {
        QTRY_COMPARE(trial.listened.times, 1);
        QCOMPARE(trial.listened.error().kind, ErrorKind::Timeout);
        QCOMPARE(trial.server.complete(), 1); // the request was sent before the deadline
        if (fault == Fault::TrickleBody)
            QCOMPARE(trial.listened.error().httpStatus, 200);
    }
}

void TestApiCallEnd::sizeLimit_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("just within") << ApiCall::MaxAnswerBytes << true;
    QTest::newRow("one too many") << ApiCall::MaxAnswerBytes + 1 << false;
    QTest::newRow("far too many") << 3 * ApiCall::MaxAnswerBytes << false;
}

void TestApiCallEnd::sizeLimit()
{
    QFETCH(qint64, size);
    QFETCH(bool, accepted);
    const QByteArray json = R"({"ret_code": 0})";
    FaultServer server;
    server.answerWith([&](const RecordedRequest &) {
        return FaultAnswer::json(json + QByteArray(size - json.size(), ' '));
    });
    const Ended listened(server.url(), write(), 60s);
    QCOMPARE(listened.result->has_value(), accepted);
    if (!accepted) {
        QCOMPARE(listened.error().kind, ErrorKind::Protocol);
        QCOMPARE(listened.error().outcome, Outcome::Unknown);
        QVERIFY(listened.error().detail.contains(QStringLiteral("larger")));
    }
}

void TestApiCallEnd::abort()
{
    FaultServer server;
    server.answerWith([](const RecordedRequest &) { return FaultAnswer::of(Fault::Hang); });
    Transport network;
    Listened listened(network, server.url(), write());
    listened.start();
    QTRY_COMPARE(server.complete(), 1);
    listened.call->abort();
    QCOMPARE(listened.times, 1);
    QCOMPARE(listened.error().kind, ErrorKind::Cancelled);
    QCOMPARE(listened.error().outcome, Outcome::Unknown);
    listened.call->abort();
    QTRY_VERIFY(!listened.call);
    QCOMPARE(listened.times, 1);

    Listened unsent(network, server.url(), write());
    unsent.start();
    unsent.call->abort();
    QCOMPARE(unsent.error().outcome, Outcome::NotSent);
    QTRY_VERIFY(!unsent.call);
    QCOMPARE(server.complete(), 1);
}

void TestApiCallEnd::abortBeforeStart()
{
    FaultServer server;
    Transport network;
    Listened listened(network, server.url(), write());
    listened.call->abort();
    listened.start();
    QCOMPARE(listened.times, 1);
    QCOMPARE(listened.error().outcome, Outcome::NotSent);
    QTRY_VERIFY(!listened.call);
    QCOMPARE(listened.times, 1);
    QCOMPARE(server.connections(), 0);
}

void TestApiCallEnd::abortAfterTheEnd()
{
    FaultServer server;
    Transport network;
    Listened listened(network, server.url(), read());
    connect(listened.call, &ApiCall::finished, &listened.context,
            [&listened] { listened.call->abort(); });
    listened.start();
    QTRY_VERIFY(!listened.call);
    QCOMPARE(listened.times, 1);
    QVERIFY(listened.result->has_value());
}

void TestApiCallEnd::managerDestroyed_data()
{
    QTest::addColumn<bool>("sent");
    QTest::newRow("before it was sent") << false;
    QTest::newRow("while the answer is waited for") << true;
}

void TestApiCallEnd::managerDestroyed()
{
    QFETCH(bool, sent);
    FaultServer server;
    server.answerWith([](const RecordedRequest &) { return FaultAnswer::of(Fault::Hang); });
    auto network = std::make_unique<Transport>();
    Listened listened(*network, server.url(), write());
    listened.start();
    if (sent)
        QTRY_COMPARE(server.complete(), 1);
    network.reset();
    QTRY_COMPARE(listened.times, 1);
    QCOMPARE(listened.error().kind, ErrorKind::Network);
    QCOMPARE(listened.error().outcome, sent ? Outcome::Unknown : Outcome::NotSent);
    QTRY_VERIFY(!listened.call);
    QCOMPARE(listened.times, 1);
    QCOMPARE(server.complete(), sent ? 1 : 0);
}

void TestApiCallEnd::destroyedOnItsWay()
{
    FaultServer server;
    server.answerWith([](const RecordedRequest &) { return FaultAnswer::of(Fault::HangInBody); });
    Transport network;
    for (const bool sent : {false, true}) {
        Listened listened(network, server.url(), write());
        listened.start();
        if (sent)
            QTRY_COMPARE(server.complete(), 1);
        delete listened.call;
        QCOMPARE(listened.times, 0);
    }
    QTRY_VERIFY(network.findChildren<QObject *>(QStringLiteral("reply")).isEmpty());
    QCOMPARE(server.complete(), 1);
}

void TestApiCallEnd::listenerDestroysEverything()
{
    FaultServer server;
    auto network = std::make_unique<Transport>();
    Listened listened(*network, server.url(), read());
    connect(listened.call, &ApiCall::finished, &listened.context, [&] {
        delete listened.call;
        network.reset();
    });
    listened.start();
    QTRY_VERIFY(!network);
    QCOMPARE(listened.times, 1);
}

QTEST_GUILESS_MAIN(TestApiCallEnd)
#include "tst_apicallend.moc"

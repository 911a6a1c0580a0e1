// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/httpport.h"
#include "app/demo/service.h"
#include "rawline.h"
#include "signedrequest.h"
#include "tests/support/longrun.h"
#include "tests/support/mutations.h"

#include <QTcpServer>
#include <QTimer>

#include <memory>

using namespace clusterdeck::demo;
using namespace std::chrono_literals;

namespace
{

const QByteArray Get("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");

/// A port that counts its answers.
struct Counting {
    Counting()
    {
        if (!port->listen(0))
            qFatal("no port");
    }
    [[nodiscard]] quint16 number() const { return port->serverPort(); }

    int served = 0;
    std::unique_ptr<HttpPort> port = std::make_unique<HttpPort>([this](const WireRequest &request) {
        ++served;
        return request.path;
    });
};

/// The whole practice service.
struct Practice {
    Practice()
    {
        if (!service.listen())
            qFatal("no port");
    }
    [[nodiscard]] quint16 number() const { return quint16(service.url().port()); }
    [[nodiscard]] QByteArray list() const { return bytes(signer.get("/api/cluster/list")); }
    [[nodiscard]] static QByteArray bytes(const WireRequest &request)
    {
        return request.method + ' ' + request.path + '?' + request.query +
               " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: " + request.contentType +
               "\r\nContent-Length: " + QByteArray::number(request.body.size()) + "\r\n\r\n" +
               request.body;
    }

    Service service{ServiceOptions{}};
    Signer signer{service.accessKeyId(), service.secretAccessKey()};
};

} // namespace

class TestDemoHttpPort : public QObject
{
    Q_OBJECT

private slots:
    void keepsTheRawBytes();
    void pipelinedAnswersKeepTheirOrder();
    void halfSentRequestIsCutOff();
    void drippingRequestIsCutOff();
    void unreadAnswersAreBounded_data();
    void unreadAnswersAreBounded();
    void hugeRequestIsCutOff();
    void idleConnectionIsLeftAlone();
    void latencyHoldsUpOneConnectionAlone();
    void clientThatLeavesEarly();
    void serviceListensOnLoopbackOnly();
    void onlyThisMachineIsAnswered_data();
    void onlyThisMachineIsAnswered();
    void serviceKnowsOtherMethods();
    void serviceStandsGarbage();
};

void TestDemoHttpPort::keepsTheRawBytes()
{
    WireRequest seen;
    HttpPort port([&](const WireRequest &request) {
        seen = request;
        return QByteArray("{}");
    });
    QVERIFY(port.listen(0));
    Line line(port.serverPort());
    const QByteArray body = QByteArray("{\"a\": \"\\u6d4b\"}\r\n\0 %7E+ \xff", 24);
    for (const char *query : {"signature=M%252BM86%252FZ%253D", "a=%2B%2F%3D&b=+/=",
                              "search_word=my%20cluster/%E6%B5%8B%E8%AF%95", "a=%00%FF%0D%0A",
                              "a=&&=b&c", "a=%26%3D%25", "a=x%3fy%2bz", "a=%7E%41%2e"}) {
        line.send(QByteArray("POST /api/x%20y?") + query +
                  " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n" +
                  "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QVERIFY(line.waitForAnswer());
        QCOMPARE(seen.method + ' ' + seen.path, QByteArray("POST /api/x%20y"));
        QCOMPARE(seen.query, QByteArray(query));
        QCOMPARE(seen.body, body);
        QCOMPARE(seen.contentType, QByteArray("application/json"));
    }
}

void TestDemoHttpPort::pipelinedAnswersKeepTheirOrder()
{
    Counting at;
    at.port->setLatency(200ms);
    Line line(at.number());
    line.send("GET /a HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    QTRY_COMPARE(at.served, 1);
    at.port->setLatency(0ms);
    line.send(
        "GET /b HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nGET /c HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    for (const char *path : {"/a", "/b", "/c"}) {
        QVERIFY(line.waitForAnswer());
        QCOMPARE(line.body, QByteArray(path));
    }
}

void TestDemoHttpPort::halfSentRequestIsCutOff()
{
    const Counting at;
    at.port->setRequestTimeout(100ms);
    for (const char *part :
         {"G", "GET / HTTP/1.1\r\nHost:",
          "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n12345",
          "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc"}) {
        Line line(at.number());
        line.send(part);
        QTRY_VERIFY(line.wasConnected);
        QTRY_VERIFY(!line.isOpen());
    }
}

/// Sending a byte now and then does not keep a request open.
void TestDemoHttpPort::drippingRequestIsCutOff()
{
    HttpPort port([](const WireRequest &) { return QByteArray("{}"); });
    QVERIFY(port.listen(0));
    port.setRequestTimeout(200ms);
    Line line(port.serverPort());
    QTimer drip;
    QObject::connect(&drip, &QTimer::timeout, &drip, [&line] { line.send("a"); });
    drip.start(20ms);
    QTRY_VERIFY(line.wasConnected);
    QTRY_VERIFY(!line.isOpen());
}

void TestDemoHttpPort::unreadAnswersAreBounded_data()
{
    QTest::addColumn<int>("latency");
    QTest::newRow("at once") << 0;
    QTest::newRow("that wait for their time") << 600'000;
}

/// A client that sends requests and never reads: about 16 MiB are answered, no more.
void TestDemoHttpPort::unreadAnswersAreBounded()
{
    QFETCH(int, latency);
    int served = 0;
    HttpPort port([&](const WireRequest &) {
        ++served;
        return QByteArray(1 << 20, 'x');
    });
    QVERIFY(port.listen(0));
    port.setLatency(std::chrono::milliseconds(latency));
    QTcpSocket client;
    client.setReadBufferSize(1);
    client.connectToHost(QHostAddress(QHostAddress::LocalHost), port.serverPort());
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    for (int i = 0; i < 200; ++i)
        client.write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    QVERIFY2(served < 40, qPrintable(QString::number(served)));
}

void TestDemoHttpPort::hugeRequestIsCutOff()
{
    const QByteArray longHead =
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\nX: " +
        QByteArray(900'000, 'x') + "\r\n\r\n";
    for (const QByteArray &start :
         {QByteArray("GET /"), QByteArray("GET / HTTP/1.1\r\nX: "), longHead,
          QByteArray("POST / HTTP/1.1\r\nContent-Length: 9000000000000000000\r\n\r\n"),
          QByteArray(
              "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n7fffffffffffffff\r\n")}) {
        const Counting at;
        at.port->setRequestTimeout(200ms);
        Line line(at.number());
        line.send(start + QByteArray(64 << 20, 'x'));
        QTRY_VERIFY(line.wasConnected);
        QTRY_VERIFY_WITH_TIMEOUT(!line.isOpen(), 30000);
        // The requests were not read to the end: system buffers hold the rest.
        QVERIFY2(line.sent < (32 << 20), qPrintable(QString::number(line.sent)));
        QCOMPARE(at.served, 0);
    }
}

void TestDemoHttpPort::idleConnectionIsLeftAlone()
{
    const Counting at;
    at.port->setRequestTimeout(50ms);
    const Line fresh(at.number());
    Line used(at.number());
    used.send(Get);
    QVERIFY(used.waitForAnswer());
    // A newer connection with half a request is closed; the others have been idle for longer.
    Line half(at.number());
    half.send("G");
    QTRY_VERIFY(half.wasConnected);
    QTRY_VERIFY(!half.isOpen());
    QVERIFY(fresh.isConnected() && used.isConnected());
    used.send(Get);
    QVERIFY(used.waitForAnswer());
}

/// A later request on another connection is answered while the first request waits.
void TestDemoHttpPort::latencyHoldsUpOneConnectionAlone()
{
    Counting at;
    at.port->setLatency(60s);
    Line slow(at.number());
    slow.send(Get);
    QTRY_COMPARE(at.served, 1);
    at.port->setLatency(1ms);
    Line quick(at.number());
    quick.send(Get);
    QVERIFY(quick.waitForAnswer());
    QVERIFY(!slow.take() && slow.isOpen());
    at.port.reset(); // the waiting request is no longer answered
    QTRY_VERIFY(!slow.isOpen());
    QVERIFY(!slow.take());
}

void TestDemoHttpPort::clientThatLeavesEarly()
{
    Counting at;
    for (const auto latency : {0ms, 50ms}) {
        at.port->setLatency(latency);
        for (int i = 0; i < 30; ++i) {
            const int before = at.served;
            Line line(at.number());
            line.send(Get);
            QTRY_VERIFY(line.isConnected());
            // At different stages of a request. A connection that closed earlier may be processed
            // later.
            if (i % 2 > 0)
                QTRY_VERIFY(at.served > before);
            line.abort();
        }
        Line line(at.number());
        line.send(Get);
        QVERIFY(line.waitForAnswer()); // comes after all answers to aborted clients
    }
}

void TestDemoHttpPort::serviceListensOnLoopbackOnly()
{
    const Practice at;
    QCOMPARE(at.service.url().host(), QStringLiteral("127.0.0.1"));
    // The same port of another address is free, so the service does not listen on all addresses.
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress(QStringLiteral("127.0.0.2")), at.number()));
}

void TestDemoHttpPort::onlyThisMachineIsAnswered_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("status");
    const auto row = [](const QByteArray &headers, int status, const QByteArray &target = "/x") {
        QTest::newRow((target + ' ' + headers.trimmed().replace("\r\n", ", ")).constData())
            << target << headers << status;
    };
    row("Host: 127.0.0.1:8480\r\n", 200);
    row("Host: localhost:9\r\n", 200);
    row("host:LOCALHOST\r\n", 200);
    row("Host: localhost\r\n", 200, "http://127.0.0.1:8480/x");
    row("Host: localhost:9\r\nOrigin: http://localhost:9\r\n", 200);
    row("", 400);
    row("Host: localhost\r\nHost: rebound.example\r\n", 400);
    row("Host:\r\n", 421);
    row("Host: rebound.example:8480\r\n", 421);
    row("Host: localhost.rebound.example\r\n", 421);
    row("Host: 127.0.0.1.rebound.example:80\r\n", 421);
    row("Host: 127.0.0.1@rebound.example\r\n", 421);
    row("Host: 0.0.0.0:8480\r\n", 421);
    row("Host: localhost:8480:1\r\n", 421);
    row("Host: localhost:\r\n", 421);
    row("Host: localhost\r\n", 421, "http://rebound.example/x");
    row("Host: localhost\r\nOrigin: http://page.example\r\n", 403);
    row("Host: localhost:9\r\nOrigin: http://localhost:3000\r\n", 403);
    row("Host: localhost\r\nOrigin: https://localhost\r\n", 403);
    row("Host: localhost\r\nOrigin: null\r\n", 403);
    row("Host: localhost\r\nOrigin: http://localhost\r\nOrigin: http://page.example\r\n", 403);
}

/// A web page whose host name resolves to this machine, or that sends requests here, gets no
/// answer.
void TestDemoHttpPort::onlyThisMachineIsAnswered()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, headers);
    QFETCH(int, status);
    const Counting at;
    Line line(at.number());
    line.send("GET " + target + " HTTP/1.1\r\n" + headers + "\r\n");
    QVERIFY(line.waitForAnswer());
    QCOMPARE(line.head.mid(9, 3).toInt(), status);
    QCOMPARE(at.served, status == 200 ? 1 : 0);
    QCOMPARE(line.body, status == 200 ? QByteArray("/x") : QByteArray());
}

void TestDemoHttpPort::serviceKnowsOtherMethods()
{
    const Practice at;
    Line line(at.number()); // the connection stays usable
    for (const char *method : {"HEAD", "PUT", "DELETE", "X"}) {
        line.send(QByteArray(method) + " /api/cluster/list HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        QVERIFY(line.waitForAnswer());
        if (qstrcmp(method, "HEAD") == 0)
            QVERIFY(line.head.startsWith("HTTP/1.1 405") && line.body.isEmpty());
        else
            QCOMPARE(line.code(), 1101);
    }
}

void TestDemoHttpPort::serviceStandsGarbage()
{
    const Practice at;
    const QList<QByteArray> good{
        Practice::bytes(at.signer.get("/api/cluster/list", {{"search_word", "测试"}})),
        Practice::bytes(at.signer.post("/api/cluster/deleteCluster", deleteBody({"hpc-x"}))),
        "POST /api/cluster/deleteCluster HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: "
        "chunked\r\n\r\n"
        "5;x=y\r\n{\"a\":\r\n2\r\n1}\r\n0\r\n\r\n",
        "GET /api/user HTTP/1.1\r\nHost: localhost:80\r\nOrigin: "
        "http://localhost:80\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        "Content-Length: -5\r\nContent-Length: 4\r\n\r\n"};
    clusterdeck::Mutations random(20260704);
    for (int round = 0; round < clusterdeck::runs(300, 3000); ++round) {
        QByteArray bytes = random.anyOf(good);
        for (int left = 1 + random.below(6); left > 0; --left)
            bytes = random.damaged(bytes);
        Line line(at.number());
        line.send(bytes);
        QTRY_VERIFY(line.isConnected() || !line.isOpen());
        if (round % 10 > 0)
            continue;
        // While the damaged connection is still open.
        Line sane(at.number());
        sane.send(at.list());
        QVERIFY(sane.waitForAnswer());
        QVERIFY(sane.code() == 0 || sane.code() == 2500);
    }
}

QTEST_GUILESS_MAIN(TestDemoHttpPort)
#include "tst_demohttpport.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/httpport.h"
#include "rawline.h"

#include <QTimer>

#include <memory>

using namespace clusterdeck::demo;
using namespace std::chrono_literals;

namespace
{

const QByteArray Get("GET / HTTP/1.1\r\nHost: h\r\n\r\n");

} // namespace

class TestDemoHttpPort : public QObject
{
    Q_OBJECT

private slots:
    void keepsTheRawBytes_data();
    void keepsTheRawBytes();
    void pipelinedAnswersKeepTheirOrder();
    void halfSentRequestIsCutOff();
    void drippingRequestIsCutOff();
    void unreadAnswersAreBounded_data();
    void unreadAnswersAreBounded();
    void hugeRequestIsCutOff_data();
    void hugeRequestIsCutOff();
    void idleConnectionIsLeftAlone();
    void latencyHoldsUpOneConnectionAlone();
    void clientThatLeavesEarly();
    void portThatGoesEarly();
};

void TestDemoHttpPort::keepsTheRawBytes_data()
{
    QTest::addColumn<QByteArray>("query");
    const auto row = [](const QByteArray &query) { QTest::newRow(query.constData()) << query; };
    row("signature=M%252BM86%252FZ%253D");
    row("a=%2B%2F%3D&b=+/=");
    row("search_word=my%20cluster/%E6%B5%8B%E8%AF%95");
    row("a=%00%FF%0D%0A");
    row("a=&&=b&c");
    row("a=%26%3D%25");
    row("a=x%3fy%2bz");
    row("a=%7E%41%2e");
}

void TestDemoHttpPort::keepsTheRawBytes()
{
    QFETCH(QByteArray, query);
    WireRequest seen;
    HttpPort port([&](const WireRequest &request) {
        seen = request;
        return QByteArray("{}");
    });
    QVERIFY(port.listen(0));
    Line line(port.serverPort());
    const QByteArray body = QByteArray("{\"a\": \"\\u6d4b\"}\r\n\0 %7E+ \xff", 24);
    line.send("POST /api/x%20y?" + query +
              " HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n" +
              "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QVERIFY(line.waitForAnswer());
    QCOMPARE(seen.method, QByteArray("POST"));
    QCOMPARE(seen.path, QByteArray("/api/x%20y"));
    QCOMPARE(seen.query, query);
    QCOMPARE(seen.body, body);
    QCOMPARE(seen.contentType, QByteArray("application/json"));
}

void TestDemoHttpPort::pipelinedAnswersKeepTheirOrder()
{
    int served = 0;
    HttpPort port([&](const WireRequest &request) {
        ++served;
        return request.path;
    });
    QVERIFY(port.listen(0));
    port.setLatency(200ms);
    Line line(port.serverPort());
    line.send("GET /a HTTP/1.1\r\nHost: h\r\n\r\n");
    QTRY_COMPARE(served, 1);
    port.setLatency(0ms);
    line.send("GET /b HTTP/1.1\r\nHost: h\r\n\r\nGET /c HTTP/1.1\r\nHost: h\r\n\r\n");
    for (const char *path : {"/a", "/b", "/c"}) {
        QVERIFY(line.waitForAnswer());
        QCOMPARE(line.body, QByteArray(path));
    }
}

void TestDemoHttpPort::halfSentRequestIsCutOff()
{
    HttpPort port([](const WireRequest &) { return QByteArray("{}"); });
    QVERIFY(port.listen(0));
    port.setRequestTimeout(100ms);
    for (const char *part :
         {"G", "GET / HTTP/1.1\r\nHost:", "POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\n12345",
          "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc"}) {
        Line line(port.serverPort());
        line.send(part);
        QTRY_VERIFY(line.wasConnected);
        QTRY_VERIFY(!line.isOpen());
    }
}

/// A byte now and then does not keep a request alive.
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

/// A client that asks and asks, and reads nothing: some 16 MiB are answered and no more.
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
        client.write("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    QVERIFY2(served < 40, qPrintable(QString::number(served)));
}

void TestDemoHttpPort::hugeRequestIsCutOff_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("line") << QByteArray("GET /");
    QTest::newRow("header") << QByteArray("GET / HTTP/1.1\r\nX: ");
    QTest::newRow("header and body")
        << "POST / HTTP/1.1\r\nContent-Length: 1000000\r\nX: " + QByteArray(900'000, 'x') +
               "\r\n\r\n";
    QTest::newRow("body") << QByteArray(
        "POST / HTTP/1.1\r\nContent-Length: 9000000000000000000\r\n\r\n");
    QTest::newRow("chunk") << QByteArray(
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n7fffffffffffffff\r\n");
}

void TestDemoHttpPort::hugeRequestIsCutOff()
{
    QFETCH(QByteArray, start);
    int served = 0;
    HttpPort port([&](const WireRequest &) {
        ++served;
        return QByteArray("{}");
    });
    QVERIFY(port.listen(0));
    port.setRequestTimeout(200ms);
    Line line(port.serverPort());
    line.send(start + QByteArray(64 << 20, 'x'));
    QTRY_VERIFY(line.wasConnected);
    QTRY_VERIFY_WITH_TIMEOUT(!line.isOpen(), 30000);
    // It was not read to its end: the rest is what the system's own buffers took.
    QVERIFY2(line.sent < (32 << 20), qPrintable(QString::number(line.sent)));
    QCOMPARE(served, 0);
}

void TestDemoHttpPort::idleConnectionIsLeftAlone()
{
    HttpPort port([](const WireRequest &) { return QByteArray("{}"); });
    QVERIFY(port.listen(0));
    port.setRequestTimeout(50ms);
    Line fresh(port.serverPort());
    Line used(port.serverPort());
    used.send(Get);
    QVERIFY(used.waitForAnswer());
    // One that is younger and half-sent is cut off: the others have been idle for longer.
    Line half(port.serverPort());
    half.send("G");
    QTRY_VERIFY(half.wasConnected);
    QTRY_VERIFY(!half.isOpen());
    QVERIFY(fresh.isConnected());
    QVERIFY(used.isConnected());
    used.send(Get);
    QVERIFY(used.waitForAnswer());
}

/// Asked later over another connection, and answered while the first one waits.
void TestDemoHttpPort::latencyHoldsUpOneConnectionAlone()
{
    int served = 0;
    HttpPort port([&](const WireRequest &) {
        ++served;
        return QByteArray("{}");
    });
    QVERIFY(port.listen(0));
    port.setLatency(60s);
    Line slow(port.serverPort());
    slow.send(Get);
    QTRY_COMPARE(served, 1);
    port.setLatency(1ms);
    Line quick(port.serverPort());
    quick.send(Get);
    QVERIFY(quick.waitForAnswer());
    QVERIFY(!slow.take() && slow.isOpen());
}

void TestDemoHttpPort::clientThatLeavesEarly()
{
    int served = 0;
    HttpPort port([&](const WireRequest &) {
        ++served;
        return QByteArray("{}");
    });
    QVERIFY(port.listen(0));
    for (const auto latency : {0ms, 50ms}) {
        port.setLatency(latency);
        for (int i = 0; i < 30; ++i) {
            const int before = served;
            Line line(port.serverPort());
            line.send(Get);
            QTRY_VERIFY(line.isConnected());
            if (i % 2 > 0)
                QTRY_COMPARE(served, before + 1); // at different stages of being served
            line.abort();
        }
        Line line(port.serverPort());
        line.send(Get);
        QVERIFY(line.waitForAnswer()); // comes after all the answers that nobody waits for
    }
}

void TestDemoHttpPort::portThatGoesEarly()
{
    int served = 0;
    auto port = std::make_unique<HttpPort>([&](const WireRequest &) {
        ++served;
        return QByteArray("{}");
    });
    QVERIFY(port->listen(0));
    port->setLatency(60s);
    Line line(port->serverPort());
    line.send(Get);
    QTRY_COMPARE(served, 1);
    port.reset();
    QTRY_VERIFY(!line.isOpen());
    QVERIFY(!line.take());
}

QTEST_GUILESS_MAIN(TestDemoHttpPort)
#include "tst_demohttpport.moc"

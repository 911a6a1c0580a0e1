// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/service.h"
#include "rawline.h"
#include "signedrequest.h"
#include "tests/support/longrun.h"
#include "tests/support/mutations.h"
#include "tests/support/utc.h"

#include <QDateTime>
#include <QLocale>
#include <QTcpServer>

#include <memory>
#include <vector>

using namespace clusterdeck::demo;

namespace
{

Signer signerFor(const Service &service)
{
    return {service.accessKeyId().toUtf8(), service.secretAccessKey().toUtf8(),
            service.zone().toUtf8(), QDateTime()};
}

quint16 portOf(const Service &service)
{
    return static_cast<quint16>(service.url().port());
}

} // namespace

class TestDemoService : public QObject
{
    Q_OBJECT

private slots:
    void listensOnLoopbackOnly();
    void otherMethods_data();
    void otherMethods();
    void dateFollowsTheClock();
    void manyConnections();
    void standsGarbage();
};

void TestDemoService::listensOnLoopbackOnly()
{
    Service service(ServiceOptions{});
    QVERIFY(service.listen());
    QCOMPARE(service.url().host(), QStringLiteral("127.0.0.1"));
    QCOMPARE(service.url().scheme(), QStringLiteral("http"));
    // The same port of another address is still free, so nothing listens on all of them.
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress(QStringLiteral("127.0.0.2")), portOf(service)));
}

void TestDemoService::otherMethods_data()
{
    QTest::addColumn<QByteArray>("method");
    for (const char *method : {"HEAD", "PUT", "DELETE", "X"})
        QTest::newRow(method) << QByteArray(method);
}

void TestDemoService::otherMethods()
{
    QFETCH(QByteArray, method);
    Service service(ServiceOptions{});
    QVERIFY(service.listen());
    Line line(portOf(service));
    for (int i = 0; i < 2; ++i) { // the connection stays usable
        line.send(method + " /api/cluster/list HTTP/1.1\r\nHost: h\r\n\r\n");
        QVERIFY(line.waitForAnswer());
        if (method == "HEAD") {
            QCOMPARE(line.head.left(12), QByteArray("HTTP/1.1 405"));
            QCOMPARE(line.body, QByteArray());
        } else {
            QCOMPARE(line.code(), 1101);
        }
    }
}

void TestDemoService::dateFollowsTheClock()
{
    Service service(ServiceOptions{});
    QVERIFY(service.listen());
    for (const int skew : {0, 300, -86400}) {
        Faults faults;
        faults.clockSkewSeconds = skew;
        service.setFaults(faults);
        Line line(portOf(service));
        line.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QVERIFY(line.waitForAnswer());
        const QDateTime date =
            QLocale::c().toDateTime(QString::fromLatin1(line.header("Date")),
                                    QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
        const qint64 off =
            QDateTime::currentDateTimeUtc().secsTo(clusterdeck::utc(date.date(), date.time()));
        QVERIFY2(qAbs(off - skew) <= 3, qPrintable(QString::number(off)));
    }
}

void TestDemoService::manyConnections()
{
    Service service(ServiceOptions{});
    QVERIFY(service.listen());
    std::vector<std::unique_ptr<Line>> lines;
    for (int i = 0; i < 200; ++i) {
        lines.push_back(std::make_unique<Line>(portOf(service)));
        lines.back()->send(httpBytes(signerFor(service).get("/api/cluster/list")));
    }
    for (const auto &line : lines) {
        QVERIFY(line->waitForAnswer());
        QCOMPARE(line->code(), 0);
    }
}

void TestDemoService::standsGarbage()
{
    Service service(ServiceOptions{});
    QVERIFY(service.listen());
    const Signer signer = signerFor(service);
    const QList<QByteArray> good{
        httpBytes(signer.get("/api/cluster/list", {{"search_word", "测试"}})),
        httpBytes(signer.post("/api/cluster/deleteCluster", deleteBody({"hpc-x"}, "u", "jn1a"))),
        "POST /api/cluster/deleteCluster HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
        "5;x=y\r\n{\"a\":\r\n2\r\n1}\r\n0\r\n\r\n",
        "GET /api/user HTTP/1.1\r\nHost: [::1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        "Content-Length: -5\r\nContent-Length: 4\r\n\r\n"};
    clusterdeck::Mutations random(20260704);
    for (int round = 0; round < clusterdeck::runs(300, 3000); ++round) {
        QByteArray bytes = random.anyOf(good);
        for (int left = 1 + random.below(6); left > 0; --left)
            bytes = random.damaged(bytes);
        Line line(portOf(service));
        line.send(bytes);
        QTRY_VERIFY(line.isConnected() || !line.isOpen());
        if (round % 10 > 0)
            continue;
        // While the damaged one is still connected.
        Line sane(portOf(service));
        sane.send(httpBytes(signer.get("/api/cluster/list")));
        QVERIFY(sane.waitForAnswer());
        QVERIFY(sane.code() == 0 || sane.code() == 2500);
    }
}

QTEST_GUILESS_MAIN(TestDemoService)
#include "tst_demoservice.moc"

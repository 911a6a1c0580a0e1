// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/seededrandom.h"
#include "app/demo/service.h"
#include "rawline.h"
#include "signedrequest.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkReply>
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

QList<QByteArray> deletable(const QJsonObject &list)
{
    QList<QByteArray> ids;
    for (const auto &row : list.value(QStringLiteral("cluster_set")).toArray()) {
        if (row[QStringLiteral("cluster_status")] == QStringLiteral("active") &&
            row[QStringLiteral("project_info")][QStringLiteral("project_role")] ==
                QStringLiteral("owner") &&
            row[QStringLiteral("transition_status")].toString().isEmpty())
            ids.append(row[QStringLiteral("cluster_id")].toString().toLatin1());
    }
    return ids;
}

/// `bytes` with one to six things wrong with them.
QByteArray mutated(SeededRandom &random, QByteArray bytes)
{
    static const QByteArray Spice[] = {"\r\n",
                                       "%",
                                       "%zz",
                                       "\xff\xfe",
                                       " ",
                                       ":",
                                       "-1",
                                       "\n\n",
                                       "[",
                                       "//[",
                                       "?",
                                       "#",
                                       QByteArray(1, '\0'),
                                       "HTTP/9.9",
                                       "Content-Length: -5\r\n",
                                       "Content-Length: 4\r\n",
                                       "Transfer-Encoding: chunked\r\n",
                                       "Connection: upgrade\r\n",
                                       "Host: %00:99999\r\n"};
    for (int edits = random.between(1, 6); edits > 0; --edits) {
        const int at = random.below(static_cast<int>(bytes.size()));
        switch (random.below(4)) {
        case 0:
            bytes[at] = static_cast<char>(random.below(256));
            break;
        case 1:
            bytes.remove(at, random.between(1, 20));
            break;
        case 2:
            bytes.insert(at, random.pick(Spice));
            break;
        default:
            bytes.insert(at, bytes.mid(random.below(static_cast<int>(bytes.size())), 40));
        }
        if (bytes.isEmpty())
            bytes = "x";
    }
    return bytes;
}

} // namespace

class TestDemoService : public QObject
{
    Q_OBJECT

private slots:
    void listsDeletesAndPolls();
    void answersNetworkAccessManager();
    void listensOnLoopbackOnly();
    void sayWhenThePortIsTaken();
    void otherMethods_data();
    void otherMethods();
    void dateFollowsTheClock();
    void latencyDelaysAndDoesNotSerialize();
    void clientThatLeavesEarly();
    void serviceThatGoesEarly();
    void manyConnections();
    void standsGarbage();
    void thousandsOfClusters();
};

void TestDemoService::listsDeletesAndPolls()
{
    ServiceOptions options;
    options.jobSeconds = 0.2;
    Service service(options);
    QVERIFY(service.listen());
    const Signer signer = signerFor(service);
    Line line(portOf(service));
    const auto ask = [&](const WireRequest &request) {
        line.send(httpBytes(request));
        return line.waitForAnswer() ? line.json() : QJsonObject();
    };
    const QJsonObject before = ask(signer.get("/api/cluster/list", {{"limit", "100"}}));
    QCOMPARE(before.value(QStringLiteral("total_count")), 60);
    QCOMPARE(line.head.left(17), QByteArray("HTTP/1.1 200 OK\r\n"));
    QCOMPARE(line.header("Content-Type"), QByteArray("application/json"));

    const QList<QByteArray> ids = deletable(before).mid(0, 2);
    const QJsonObject accepted =
        ask(signer.post("/api/cluster/deleteCluster",
                        deleteBody(ids, service.owner().toLatin1(), service.zone().toLatin1())));
    QCOMPARE(accepted.value(QStringLiteral("ret_code")), 0);
    const QByteArray job = accepted.value(QStringLiteral("job_id")).toString().toLatin1();
    const auto status = [&] {
        const QJsonObject log = ask(signer.get("/api/operation", {{"job_ids", job}}));
        return log.value(QStringLiteral("job_set")).toArray().at(0)[QStringLiteral("status")];
    };
    QCOMPARE(status(), QStringLiteral("pending"));
    QTRY_COMPARE(status(), QStringLiteral("successful"));
    const QJsonObject after = ask(signer.get("/api/cluster/list", {{"limit", "100"}}));
    QCOMPARE(after.value(QStringLiteral("total_count")), 58);
    QVERIFY(!deletable(after).contains(ids.at(0)));
    QVERIFY(!deletable(after).contains(ids.at(1)));
}

void TestDemoService::answersNetworkAccessManager()
{
    Service service(ServiceOptions{});
    QVERIFY(service.listen());
    QNetworkAccessManager manager;
    // More than Qt opens connections for, so that they are reused.
    std::vector<std::unique_ptr<QNetworkReply>> replies;
    for (int i = 0; i < 20; ++i) {
        const QByteArray url =
            service.url().toEncoded() + "/api/cluster/list?" +
            signerFor(service).query("GET", "/api/cluster/list",
                                     {{"offset", QByteArray::number(i)}, {"limit", "1"}});
        replies.emplace_back(
            manager.get(QNetworkRequest(QUrl::fromEncoded(url, QUrl::StrictMode))));
    }
    QStringList ids;
    for (const auto &reply : replies) {
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->error(), QNetworkReply::NoError);
        const QJsonObject answer = QJsonDocument::fromJson(reply->readAll()).object();
        QCOMPARE(answer.value(QStringLiteral("ret_code")), 0);
        ids += answer.value(QStringLiteral("cluster_set"))
                   .toArray()
                   .at(0)[QStringLiteral("cluster_id")]
                   .toString();
    }
    QCOMPARE(ids.removeDuplicates(), 0);
}

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

void TestDemoService::sayWhenThePortIsTaken()
{
    Service first(ServiceOptions{});
    QVERIFY(first.listen());
    QCOMPARE(first.errorText(), QString());
    ServiceOptions options;
    options.port = portOf(first);
    Service second(options);
    QVERIFY(!second.listen());
    QVERIFY(second.errorText().contains(QString::number(options.port)));
}

void TestDemoService::otherMethods_data()
{
    QTest::addColumn<QByteArray>("method");
    for (const char *method :
         {"HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "CONNECT", "TRACE", "X"})
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
        QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(line.header("Date")),
                                                 QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
        date.setTimeSpec(Qt::UTC);
        const qint64 off = QDateTime::currentDateTimeUtc().secsTo(date);
        QVERIFY2(qAbs(off - skew) <= 3, qPrintable(QString::number(off)));
    }
}

void TestDemoService::latencyDelaysAndDoesNotSerialize()
{
    Service service(ServiceOptions{});
    QVERIFY(service.listen());
    Faults faults;
    faults.latencyMs = 400;
    service.setFaults(faults);
    QElapsedTimer clock;
    clock.start();
    std::vector<std::unique_ptr<Line>> lines;
    for (int i = 0; i < 20; ++i) {
        lines.push_back(std::make_unique<Line>(portOf(service)));
        lines.back()->send(httpBytes(signerFor(service).get("/api/cluster/list")));
    }
    for (const auto &line : lines) {
        QVERIFY(line->waitForAnswer());
        QVERIFY(clock.elapsed() >= 400);
        QCOMPARE(line->code(), 0);
    }
    QVERIFY2(clock.elapsed() < 20 * 400 / 2, qPrintable(QString::number(clock.elapsed())));
}

void TestDemoService::clientThatLeavesEarly()
{
    Service service(ServiceOptions{});
    QVERIFY(service.listen());
    const QByteArray request = httpBytes(signerFor(service).get("/api/cluster/list"));
    for (const int latency : {0, 50}) {
        Faults faults;
        faults.latencyMs = latency;
        service.setFaults(faults);
        for (int i = 0; i < 30; ++i) {
            Line line(portOf(service));
            line.send(request);
            QTRY_VERIFY(line.isConnected());
            if (i % 3 > 0)
                QTest::qWait(i % 3 * 5); // at different stages of being served
            line.abort();
        }
        Line line(portOf(service));
        line.send(request);
        QVERIFY(line.waitForAnswer()); // comes after all the answers that nobody waits for
    }
}

void TestDemoService::serviceThatGoesEarly()
{
    auto service = std::make_unique<Service>(ServiceOptions{});
    QVERIFY(service->listen());
    Faults faults;
    faults.latencyMs = 100;
    service->setFaults(faults);
    Line line(portOf(*service));
    line.send(httpBytes(signerFor(*service).get("/api/cluster/list")));
    QTRY_VERIFY(line.isConnected());
    QTest::qWait(20);
    service.reset();
    QTRY_VERIFY(!line.isOpen());
    QVERIFY(!line.take());
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
    const QByteArray chunked = "POST /api/cluster/deleteCluster HTTP/1.1\r\nHost: h\r\n"
                               "Transfer-Encoding: chunked\r\n\r\n5;x=y\r\n{\"a\":\r\n2\r\n1}\r\n"
                               "0\r\n\r\n";
    const QByteArray upgrade = "GET /api/user HTTP/1.1\r\nHost: [::1\r\nConnection: Upgrade\r\n"
                               "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\r\n";
    const QByteArray good[] = {
        httpBytes(signer.get("/api/cluster/list", {{"search_word", "测试"}})),
        httpBytes(signer.post("/api/cluster/deleteCluster", deleteBody({"hpc-x"}, "u", "jn1a"))),
        chunked, upgrade};
    SeededRandom random(20260704);
    for (int round = 0; round < 800; ++round) {
        Line line(portOf(service));
        line.send(mutated(random, random.pick(good)));
        QTRY_VERIFY(line.isConnected() || !line.isOpen());
        if (random.chance(0.3))
            (void)QTest::qWaitFor([&] { return line.take() || !line.isOpen(); }, 20);
        if (round % 100 == 99) {
            Line sane(portOf(service));
            sane.send(httpBytes(signer.get("/api/cluster/list")));
            QVERIFY(sane.waitForAnswer());
            QCOMPARE(sane.code(), 0);
        }
    }
}

void TestDemoService::thousandsOfClusters()
{
    ServiceOptions options;
    options.clusters = 100000;
    Service service(options);
    QVERIFY(service.listen());
    Line line(portOf(service));
    line.send(httpBytes(
        signerFor(service).get("/api/cluster/list", {{"limit", "100"}, {"offset", "99950"}})));
    QVERIFY(line.waitForAnswer());
    QCOMPARE(line.json().value(QStringLiteral("total_count")), 100000);
    QCOMPARE(line.json().value(QStringLiteral("cluster_set")).toArray().size(), 50);
}

QTEST_GUILESS_MAIN(TestDemoService)
#include "tst_demoservice.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/api/listened.h"

#include <QFile>
#include <QNetworkProxy>
#include <QTemporaryDir>
#include <QTest>

using namespace clusterdeck;
using namespace std::chrono_literals;

/// What ApiCall sends, and how it classifies answers.
class TestApiCall : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void bytesOnTheWire_data();
    void bytesOnTheWire();
    void headersOnTheWire();
    void awkwardParameters();
    void success();
    void redirectsAreNotFollowed_data();
    void redirectsAreNotFollowed();
    void bodiesAreReadAtEveryStatus_data();
    void bodiesAreReadAtEveryStatus();
    void a407IsNotTheProvidersWord();
    void truncatedAnswer();
    void serverDate();
    void datesThatAreNotFollowed_data();
    void datesThatAreNotFollowed();
    void aTimeThatCannotBeSigned();
    void challenges_data();
    void challenges();
    void cookiesAreForgotten();
    void untrustedCertificate();
    void detailHoldsNoSecrets();
};

void TestApiCall::initTestCase()
{
    QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::NoProxy));
}

void TestApiCall::bytesOnTheWire_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < vectors::all().size(); ++i)
        QTest::newRow(vectors::all().at(i).name) << i;
}

void TestApiCall::bytesOnTheWire()
{
    QFETCH(int, index);
    const vectors::Vector vector = vectors::all().at(index);
    FaultServer server;
    const Ended listened(server.url(), vector.request);
    QCOMPARE(server.requests().size(), 1);
    const RecordedRequest request = server.requests().constFirst();
    QCOMPARE(request.target, vector.request.path + '?' + vectors::canonicalQuery(vector) +
                                 "&signature=" + vector.signature);
    QCOMPARE(request.method, QByteArray(vector.request.body.isEmpty() ? "GET" : "POST"));
    QCOMPARE(request.body, vector.request.body);
}

void TestApiCall::headersOnTheWire()
{
    FaultServer server;
    const Ended listened(server.url(), write());
    const RecordedRequest request = server.requests().constFirst();
    QCOMPARE(request.headers("Content-Type"), QList<QByteArray>{"application/json"});
    QCOMPARE(request.headers("Content-Length"),
             QList<QByteArray>{QByteArray::number(write().body.size())});
    QVERIFY(request.headers("Transfer-Encoding").isEmpty());
    QVERIFY(request.headers("Expect").isEmpty());
    QVERIFY(request.headers("Authorization").isEmpty());
    QCOMPARE(request.header("Accept-Encoding"), QByteArray("identity"));
    QVERIFY(request.header("User-Agent").startsWith("Clusterdeck/"));
}

/// QUrl writes "%7E" as "~"; this is harmless, because the service decodes and encodes again before
/// it checks the signature. Everything else is sent as it was signed.
void TestApiCall::awkwardParameters()
{
    FaultServer server;
    Transport network;
    ApiRequest request = read();
    request.parameters[QStringLiteral("search_word")] =
        QString::fromUtf8("a+b&c=d%41;{}|\\^`<>\"'()*!~ 测试🚀");
    const QByteArray wanted = signedQuery(request.method, request.path, request.parameters, {},
                                          vectors::credentials(), vectors::moment())
                                  .value();
    Listened listened(network, server.url(), request);
    listened.start();
    QTRY_COMPARE(listened.times, 1);
    QByteArray onWire = server.requests().constFirst().target;
    QCOMPARE(onWire.replace("~", "%7E"), request.path + '?' + wanted);
}

void TestApiCall::success()
{
    FaultServer server;
    server.answerWith(
        [](const RecordedRequest &) { return FaultAnswer::json(R"({"ret_code": 0, "x": 1})"); });
    const Ended listened(server.url(), read());
    QVERIFY(listened.result->has_value());
    QCOMPARE((*listened.result)->value(QStringLiteral("x")).toInt(), 1);
}

void TestApiCall::redirectsAreNotFollowed_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void TestApiCall::redirectsAreNotFollowed()
{
    QFETCH(int, status);
    FaultServer other;
    FaultServer server;
    server.answerWith([&](const RecordedRequest &request) {
        FaultAnswer answer = FaultAnswer::json(R"({"ret_code": 0})", status);
        answer.headers += "Location: " + other.url().toEncoded() + request.target;
        return answer;
    });
    for (const ApiRequest &request : {read(), write()}) {
        const Ended listened(server.url(), request);
        QCOMPARE(listened.error().kind, ErrorKind::Redirected);
        QCOMPARE(listened.error().outcome, Outcome::Unknown);
        QCOMPARE(listened.error().httpStatus, status);
    }
    QCOMPARE(server.complete(), 2);
    QCOMPARE(other.connections(), 0);
}

void TestApiCall::bodiesAreReadAtEveryStatus_data()
{
    QTest::addColumn<int>("status");
    for (const int status :
         {200, 202, 400, 401, 403, 404, 405, 409, 410, 418, 429, 500, 501, 502, 503, 504, 599})
        QTest::addRow("%d", status) << status;
}

void TestApiCall::bodiesAreReadAtEveryStatus()
{
    QFETCH(int, status);
    FaultServer server;
    server.answerWith(
        [status](const RecordedRequest &) { return FaultAnswer::code(1400, status); });
    for (const ApiRequest &request : {read(), write()}) {
        const Ended listened(server.url(), request);
        QCOMPARE(listened.error().kind, ErrorKind::Forbidden);
        QCOMPARE(listened.error().outcome, Outcome::Refused);
        QCOMPARE(listened.error().retCode, 1400);
        QCOMPARE(listened.error().httpStatus, status);
        QCOMPARE(listened.error().serverText, QStringLiteral("as told"));
    }
}

/// This status means that a proxy answered, so the answer proves nothing about a write.
void TestApiCall::a407IsNotTheProvidersWord()
{
    FaultServer server;
    server.answerWith([](const RecordedRequest &) { return FaultAnswer::code(1400, 407); });
    for (const ApiRequest &request : {read(), write()}) {
        const Ended listened(server.url(), request);
        QCOMPARE(listened.error().kind, ErrorKind::Proxy);
        QCOMPARE(listened.error().outcome, Outcome::Unknown);
        QCOMPARE(listened.error().retCode, 0);
        QCOMPARE(listened.error().httpStatus, 407);
    }
}

/// A truncated refusal proves nothing, even when the part that arrived looks complete.
void TestApiCall::truncatedAnswer()
{
    FaultServer server;
    server.answerWith([](const RecordedRequest &) {
        FaultAnswer answer = FaultAnswer::code(1400, 403);
        answer.body = answer.body + QByteArray(answer.body.size(), ' ');
        answer.fault = Fault::CloseInBody; // after half of the body; the other half is spaces
        return answer;
    });
    const Ended listened(server.url(), write());
    QCOMPARE(listened.error().kind, ErrorKind::Network);
    QCOMPARE(listened.error().outcome, Outcome::Unknown);
    QCOMPARE(listened.error().httpStatus, 403);
}

void TestApiCall::serverDate()
{
    FaultServer server;
    server.setDateAhead(3600);
    for (const int status : {200, 302, 500}) {
        server.answerWith(
            [status](const RecordedRequest &) { return FaultAnswer::code(0, status); });
        const Ended listened(server.url(), read());
        QCOMPARE(listened.dates.size(), 1);
        QVERIFY(listened.dateCameFirst);
        const qint64 ahead = QDateTime::currentDateTimeUtc().secsTo(listened.dates.constFirst());
        QVERIFY(ahead > 3590 && ahead <= 3600);
        QCOMPARE(listened.dates.constFirst().timeSpec(), Qt::UTC);
    }
}

/// A Date is followed only when it is the only one, has the form that HTTP requires, and does not
/// come from a cache.
void TestApiCall::datesThatAreNotFollowed_data()
{
    QTest::addColumn<QList<QByteArray>>("headers");
    QTest::addColumn<bool>("followed");
    using Lines = QList<QByteArray>;
    const QByteArray date = "Date: Sun, 06 Nov 1994 08:49:37 GMT";
    QTest::newRow("alone") << Lines{date} << true;
    QTest::newRow("through a proxy") << Lines{date, "Via: 1.1 gateway"} << true;
    QTest::newRow("missed by a cache") << Lines{date, "X-Cache: MISS from squid"} << true;
    QTest::newRow("none") << Lines{} << false;
    QTest::newRow("no date") << Lines{"Date: whenever"} << false;
    QTest::newRow("empty") << Lines{"Date:"} << false;
    QTest::newRow("RFC 850") << Lines{"Date: Sunday, 06-Nov-94 08:49:37 GMT"} << false;
    QTest::newRow("asctime") << Lines{"Date: Sun Nov  6 08:49:37 1994"} << false;
    QTest::newRow("another zone") << Lines{"Date: Sun, 06 Nov 1994 08:49:37 +0800"} << false;
    QTest::newRow("no such hour") << Lines{"Date: Sun, 06 Nov 1994 28:49:37 GMT"} << false;
    QTest::newRow("five digits") << Lines{"Date: Sun, 06 Nov 19940 08:49:37 GMT"} << false;
    QTest::newRow("negative") << Lines{"Date: Sun, 06 Nov -994 08:49:37 GMT"} << false;
    QTest::newRow("twice") << Lines{date, date} << false;
    QTest::newRow("two") << Lines{date, "Date: Sun, 06 Nov 2022 08:49:37 GMT"} << false;
    QTest::newRow("with Age") << Lines{date, "Age: 7"} << false;
    QTest::newRow("with Age 0") << Lines{"age: 0", date} << false;
    QTest::newRow("X-Cache") << Lines{date, "X-Cache: HIT from squid"} << false;
    QTest::newRow("Cache-Status") << Lines{date, "Cache-Status: edge; hit; ttl=4"} << false;
    QTest::newRow("a vendor's") << Lines{date, "CF-Cache-Status: HIT"} << false;
}

void TestApiCall::datesThatAreNotFollowed()
{
    QFETCH(QList<QByteArray>, headers);
    QFETCH(bool, followed);
    FaultServer server;
    server.answerWith([&headers](const RecordedRequest &) {
        FaultAnswer answer;
        answer.headers = headers;
        return answer;
    });
    const Ended listened(server.url(), read());
    QVERIFY(listened.result->has_value());
    const QDateTime wanted = QDateTime::fromString(u"1994-11-06T08:49:37Z", Qt::ISODate);
    QCOMPARE(listened.dates, followed ? QList<QDateTime>{wanted} : QList<QDateTime>());
}

/// A request that cannot be signed is not sent: without a timestamp, it would stay valid for ever.
void TestApiCall::aTimeThatCannotBeSigned()
{
    FaultServer server;
    for (const QDateTime &time : {QDateTime(), QDateTime::fromMSecsSinceEpoch(0).toUTC(),
                                  QDateTime(QDate(10'000, 1, 1), QTime(0, 0)).toUTC()}) {
        Transport network;
        Listened listened(network, server.url(), write());
        QVERIFY(!listened.call->start(vectors::credentials(), time));
        QTRY_COMPARE(listened.times, 1);
        QCOMPARE(listened.error().kind, ErrorKind::ClockSkew);
        QCOMPARE(listened.error().outcome, Outcome::NotSent);
    }
    QCOMPARE(server.connections(), 0);
}

void TestApiCall::challenges_data()
{
    QTest::addColumn<QByteArray>("challenge");
    QTest::newRow("Basic") << QByteArray("Basic realm=\"x\"");
    QTest::newRow("Digest") << QByteArray("Digest realm=\"x\", nonce=\"y\", algorithm=MD5");
    QTest::newRow("NTLM") << QByteArray("NTLM");
    QTest::newRow("Negotiate") << QByteArray("Negotiate");
    QTest::newRow("Negotiate, and more") << QByteArray("Negotiate YII=, NTLM, Basic realm=\"x\"");
}

/// Requests are authenticated by their signature only: a challenge causes no look-up and no second
/// request. The Kerberos library's trace shows whether it was used.
void TestApiCall::challenges()
{
    QFETCH(QByteArray, challenge);
    const QTemporaryDir folder;
    const QString trace = folder.filePath(QStringLiteral("trace"));
    qputenv("KRB5_TRACE", trace.toLocal8Bit());
    FaultServer server;
    server.answerWith([&challenge](const RecordedRequest &) {
        FaultAnswer answer = FaultAnswer::json("<html>sign in</html>", 401);
        answer.headers = {"WWW-Authenticate: " + challenge};
        return answer;
    });
    for (const ApiRequest &request : {read(), write()}) {
        Transport network;
        Listened listened(network, server.url(), request);
        listened.start();
        QTRY_COMPARE(listened.times, 1);
        QCOMPARE(listened.error().kind, ErrorKind::Protocol);
        QCOMPARE(listened.error().httpStatus, 401);
    }
    QCOMPARE(server.requests().size(), 2);
    for (const RecordedRequest &request : server.requests())
        QVERIFY(request.header("Authorization").isEmpty());
    qunsetenv("KRB5_TRACE");
    QVERIFY(!QFile::exists(trace));
}

void TestApiCall::cookiesAreForgotten()
{
    FaultServer server;
    server.answerWith([](const RecordedRequest &) {
        FaultAnswer answer;
        answer.headers = {"Set-Cookie: session=1; Path=/", "Cache-Control: max-age=3600"};
        return answer;
    });
    Transport network;
    for (int i = 0; i < 2; ++i) {
        Listened listened(network, server.url(), read());
        listened.start();
        QTRY_COMPARE(listened.times, 1);
    }
    QCOMPARE(server.complete(), 2);
    QVERIFY(server.requests().constLast().headers("Cookie").isEmpty());
}

void TestApiCall::untrustedCertificate()
{
    FaultServer server(FaultServer::Transport::Tls);
    const Ended listened(server.url(), write());
    QCOMPARE(listened.error().kind, ErrorKind::Tls);
    QCOMPARE(listened.error().outcome, Outcome::NotSent);
    QVERIFY(listened.error().detail.contains(QStringLiteral("certificate")));
    QCOMPARE(server.requests().size(), 0);
}

void TestApiCall::detailHoldsNoSecrets()
{
    FaultServer server;
    for (const Fault fault : {Fault::None, Fault::ReadAndClose, Fault::CloseInBody, Fault::Hang,
                              Fault::ResetInHeader}) {
        server.answerWith([fault](const RecordedRequest &) {
            FaultAnswer answer = FaultAnswer::json("<html>", 404);
            answer.fault = fault;
            return answer;
        });
        const Ended listened(server.url(), write(), 500ms);
        const QString detail = listened.error().detail;
        QVERIFY(!detail.isEmpty());
        for (const char *secret : {"signature", "SECRET", "QYACCESS", "access_key", "bgstQz", "?"})
            QVERIFY2(!detail.contains(QLatin1String(secret)), qPrintable(detail));
    }
}

QTEST_GUILESS_MAIN(TestApiCall)
#include "tst_apicall.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/api/apicloud.h"

#include <QNetworkProxy>
#include <QSet>
#include <QTest>
#include <QTimeZone>

#include <optional>

using namespace clusterdeck;
using namespace std::chrono_literals;

/// What ApiClient sends, and how often: paths, parameters, bodies, repetitions.
class TestApiClient : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void endpoints_data();
    void endpoints();
    void aForbiddenEndpointIsNotSpokenTo();
    void listClusters();
    void listWithoutOwner();
    void listOperations();
    void operationsFromTheBeginning();
    void deletion();
    void deletionWithSettings();
    void stopAndStart_data();
    void stopAndStart();
    void answersWithoutRows_data();
    void answersWithoutRows();
    void readsAreRepeated_data();
    void readsAreRepeated();
    void aReadThatSucceedsLater();
    void writesAreNeverRepeated_data();
    void writesAreNeverRepeated();
};

void TestApiClient::initTestCase()
{
    QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::NoProxy));
}

void TestApiClient::endpoints_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<EndpointProblem>("problem");
    const auto rows = [](std::initializer_list<const char *> texts, EndpointProblem problem) {
        for (const char *text : texts)
            QTest::newRow(text) << QString::fromUtf8(text) << problem;
    };
    rows({"https://hpc.api.qingcloud.com", "https://hpc.api.qingcloud.com/",
          "https://10.0.0.1:8443", "HTTPS://HPC.example", "http://localhost",
          "http://LOCALHOST:80/", "http://127.0.0.1:8080", "http://127.1.2.3", "http://[::1]:80"},
         EndpointProblem::None);
    rows({"http://hpc.api.qingcloud.com", "http://10.0.0.1", "http://localhost.example.com",
          "http://127.0.0.1.example.com", "http://[::2]", "http://0.0.0.0",
          "http://localhost@evil.example"},
         EndpointProblem::PlainHttp);
    rows({"https://h.example/api", "https://h.example//", "https://h.example?x=1",
          "https://h.example?", "https://h.example#x", "https://h.example/#",
          "https://user@h.example", "https://user:word@h.example", "http://localhost/api"},
         EndpointProblem::HasPathOrQuery);
    rows({"", "hpc.api.qingcloud.com", "//h.example", "ftp://h.example", "https://", "https:///x",
          "file:///etc", "https://h.example:99999", "https:h.example"},
         EndpointProblem::NotAUrl);
}

void TestApiClient::endpoints()
{
    QFETCH(QString, text);
    QTEST(endpointProblem(QUrl(text)), "problem");
}

void TestApiClient::aForbiddenEndpointIsNotSpokenTo()
{
    for (const char *suffix : {"/api", "/?x=1"}) {
        Cloud cloud([suffix](ApiSettings &settings) {
            settings.baseUrl = QUrl(settings.baseUrl.toString() + QLatin1String(suffix));
        });
        cloud.send();
        QTRY_COMPARE(cloud.sent.size(), 1);
        QCOMPARE(errorOf(cloud.sent.first()).outcome, Outcome::NotSent);
        QCOMPARE(cloud.server.connections(), 0);
    }
}

void TestApiClient::listClusters()
{
    Cloud cloud;
    cloud.answerAll(FaultAnswer::json(
        R"({"ret_code": 0, "total_count": 201, "cluster_set": [{"cluster_id": "hpc-1"}, {}]})"));
    cloud.list(200);
    QTRY_COMPARE(cloud.pages.size(), 1);
    QVERIFY(cloud.pages.first().has_value());
    QCOMPARE(cloud.pages.first()->records.size(), 1);
    QCOMPARE(cloud.pages.first()->rows, 2);
    QCOMPARE(cloud.pages.first()->total, std::optional(201));
    const RecordedRequest request = cloud.server.requests().constFirst();
    QCOMPARE(request.method, QByteArray("GET"));
    QVERIFY(request.target.startsWith(
        "/api/cluster/"
        "list?access_key_id=QYACCESSKEYIDEXAMPLE&limit=100&offset=200&owner=usr-IuZxPyn2"
        "&signature_method=HmacSHA256&signature_version=1&timestamp=2021-08-19T16%3A44%3A40Z"
        "&version=1&zone=jn1a&signature="));
}

void TestApiClient::listWithoutOwner()
{
    Cloud cloud([](ApiSettings &settings) { settings.owner.clear(); });
    cloud.answerAll(noClusters());
    cloud.list();
    QTRY_COMPARE(cloud.pages.size(), 1);
    QVERIFY(!cloud.server.requests().constFirst().target.contains("owner"));
}

void TestApiClient::listOperations()
{
    Cloud cloud;
    cloud.answerAll(FaultAnswer::json(
        R"({"ret_code": 0, "total_count": 1, "job_set": [{"job_id": "j-1", "status": "pending"}]})"));
    std::optional<Result<Page<OperationRecord>>> page;
    cloud.client->list(reads::operation(QStringLiteral("j-1")), 100, cloud.asker.get(),
                       [&page](const auto &result) { page = result; });
    QTRY_VERIFY(page);
    QCOMPARE((*page)->records.value(0).jobId, QStringLiteral("j-1"));
    const RecordedRequest request = cloud.server.requests().constFirst();
    QCOMPARE(request.path(), QByteArray("/api/operation"));
    QCOMPARE(request.parameter("job_ids"), QByteArray("j-1"));
    QCOMPARE(request.parameter("limit"), QByteArray("100"));
    QCOMPARE(request.parameter("offset"), QByteArray("100"));
    QCOMPARE(request.parameter("reverse"), QByteArray("1"));
    QCOMPARE(request.parameter("zone"), QByteArray("jn1a"));
}

void TestApiClient::operationsFromTheBeginning()
{
    Cloud cloud;
    cloud.client->list(reads::operations(), 0, cloud.asker.get(), [](const auto &) {});
    QTRY_COMPARE(cloud.server.complete(), 1);
    const QByteArray target = cloud.server.requests().constFirst().target;
    QVERIFY(!target.contains("resource_ids"));
    QVERIFY(!target.contains("job_ids"));
}

void TestApiClient::deletion()
{
    Cloud cloud;
    cloud.answerAll(FaultAnswer::json(R"({"ret_code": 0, "job_id": "j-1"})"));
    cloud.send();
    QTRY_COMPARE(cloud.sent.size(), 1);
    QCOMPARE(cloud.sent.first()->jobId, QStringLiteral("j-1"));
    const RecordedRequest request = cloud.server.requests().constFirst();
    const vectors::Vector vector = vectors::all().at(2);
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.body, vector.request.body);
    QCOMPARE(request.target, "/api/cluster/deleteCluster?" + vectors::canonicalQuery(vector) +
                                 "&signature=" + vector.signature);
}

void TestApiClient::deletionWithSettings()
{
    Cloud cloud([](ApiSettings &settings) {
        settings.runUser = QStringLiteral("usr-other");
        settings.unlease = QStringLiteral("1");
        settings.deletePath = "/api/deleteCluster";
        settings.deleteIdsKey = QStringLiteral("cluster_id");
    });
    cloud.send(Verb::Delete, QStringLiteral("ehpc-\u6d4b"));
    QTRY_COMPARE(cloud.sent.size(), 1);
    QCOMPARE(cloud.sent.first()->jobId, QString());
    const RecordedRequest request = cloud.server.requests().constFirst();
    QCOMPARE(request.path(), QByteArray("/api/deleteCluster"));
    QCOMPARE(
        request.body,
        QByteArray(R"({"cluster_id": ["ehpc-\u6d4b"], "run_user": "usr-other", "unlease": "1",)"
                   R"( "zone": "jn1a"})"));
}

void TestApiClient::stopAndStart_data()
{
    QTest::addColumn<Verb>("verb");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("stop") << Verb::Stop << QByteArray("/api/cluster/stopCluster");
    QTest::newRow("start") << Verb::Start << QByteArray("/api/cluster/startCluster");
}

void TestApiClient::stopAndStart()
{
    QFETCH(Verb, verb);
    Cloud cloud([](ApiSettings &settings) { settings.unlease = QStringLiteral("1"); });
    cloud.send(verb, QStringLiteral("hpc-1"));
    QTRY_COMPARE(cloud.sent.size(), 1);
    const RecordedRequest request = cloud.server.requests().constFirst();
    QTEST(request.path(), "path");
    QCOMPARE(request.body, QByteArray(R"({"cluster_ids": ["hpc-1"], "zone": "jn1a"})"));
    QCOMPARE(request.parameter("zone"), QByteArray("jn1a"));

    // Several ids are sent as one array, in the order of the call.
    cloud.client->send(verb, {QStringLiteral("hpc-2"), QStringLiteral("hpc-1")}, cloud.asker.get(),
                       [&](const Result<Accepted> &result) { cloud.sent.append(result); });
    QTRY_COMPARE(cloud.sent.size(), 2);
    QCOMPARE(cloud.server.requests().size(), 2);
    QCOMPARE(cloud.server.requests().constLast().body,
             QByteArray(R"({"cluster_ids": ["hpc-2", "hpc-1"], "zone": "jn1a"})"));
}

void TestApiClient::answersWithoutRows_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("isPage");
    QTest::newRow("no list, no count") << QByteArray(R"({"ret_code": 0})") << false;
    QTest::newRow("no list, a count")
        << QByteArray(R"({"ret_code": 0, "total_count": 3})") << false;
    QTest::newRow("null") << QByteArray(R"({"ret_code": 0, "cluster_set": null})") << false;
    QTest::newRow("null, none counted")
        << QByteArray(R"({"ret_code": 0, "total_count": 0, "cluster_set": null})") << true;
    QTest::newRow("empty list") << QByteArray(R"({"ret_code": 0, "cluster_set": []})") << true;
}

/// A missing list is an error: if it were read as an empty list, every cluster would look deleted.
void TestApiClient::answersWithoutRows()
{
    QFETCH(QByteArray, answer);
    Cloud cloud;
    cloud.answerAll(FaultAnswer::json(answer));
    cloud.list();
    QTRY_COMPARE(cloud.pages.size(), 1);
    QTEST(cloud.pages.first().has_value(), "isPage");
    if (!cloud.pages.first())
        QCOMPARE(errorOf(cloud.pages.first()).kind, ErrorKind::Protocol);
}

void TestApiClient::readsAreRepeated_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("requests");
    for (const int code : {5000, 5100, 5300})
        QTest::addRow("%d", code) << code << 3;
    for (const int code : {1100, 1200, 1300, 1400, 2100, 2500, 5200, 5400, 99})
        QTest::addRow("%d", code) << code << 1;
    QTest::newRow("HTML") << 0 << 3;
}

void TestApiClient::readsAreRepeated()
{
    QFETCH(int, code);
    QFETCH(int, requests);
    Cloud cloud;
    cloud.answerAll(code == 0 ? FaultAnswer::json("<html>", 502) : FaultAnswer::code(code));
    cloud.list();
    for (int i = 1; i < requests; ++i) {
        QTRY_COMPARE(cloud.clock.waiting(), 1);
        QCOMPARE(cloud.server.complete(), i);
        QCOMPARE(cloud.pages.size(), 0);
        cloud.clock.jumpWall(5s);
        cloud.clock.advance(2s);
        QCOMPARE(cloud.clock.waiting(), 0); // 2 s is longer than the longest wait
    }
    QTRY_COMPARE(cloud.pages.size(), 1);
    QCOMPARE(errorOf(cloud.pages.first()).retCode, code);
    QCOMPARE(cloud.server.complete(), requests);
    QCOMPARE(cloud.clock.waiting(), 0);
    QSet<QByteArray> signatures; // each request is signed again, with its own time
    for (const RecordedRequest &request : cloud.server.requests())
        signatures += request.parameter("signature");
    QCOMPARE(signatures.size(), requests);
}

void TestApiClient::aReadThatSucceedsLater()
{
    Cloud cloud;
    int asked = 0;
    cloud.server.answerWith([&asked](const RecordedRequest &) {
        return ++asked == 1 ? FaultAnswer::of(Fault::CloseInBody) : noClusters();
    });
    cloud.list();
    QTRY_COMPARE(cloud.clock.waiting(), 1);
    cloud.clock.advance(1s);
    QTRY_COMPARE(cloud.pages.size(), 1);
    QVERIFY(cloud.pages.first().has_value());
    QCOMPARE(asked, 2);
}

void TestApiClient::writesAreNeverRepeated_data()
{
    QTest::addColumn<int>("code");
    for (const int code : {0, 1400, 2500, 5000, 5100, 5300})
        QTest::addRow("%d", code) << code;
}

void TestApiClient::writesAreNeverRepeated()
{
    QFETCH(int, code);
    Cloud cloud;
    cloud.answerAll(
        withDate(code == 0 ? FaultAnswer::of(Fault::ReadAndClose) : FaultAnswer::code(code),
                 cloud.clock.utcNow().addSecs(600)));
    cloud.send();
    QTRY_COMPARE(cloud.sent.size(), 1);
    QCOMPARE(errorOf(cloud.sent.first()).retCode, code);
    QCOMPARE(cloud.clock.waiting(), 0);
    cloud.list(); // a later exchange: any pending request has been sent by then
    QTRY_VERIFY(cloud.server.complete("GET") >= 1);
    QCOMPARE(cloud.server.complete("POST"), 1);
}

QTEST_GUILESS_MAIN(TestApiClient)
#include "tst_apiclient.moc"

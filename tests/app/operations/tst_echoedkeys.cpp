// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apiclient.h"
#include "app/api/responseredaction.h"
#include "app/history/export.h"
#include "app/operations/batchrunner.h"
#include "app/operations/journal/journal.h"
#include "app/operations/journal/journalcodec.h"
#include "app/support/logwriter.h"
#include "tests/support/faultserver.h"
#include "tests/support/manualclock.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace clusterdeck;

namespace
{

const QByteArray KeyId = "QYACCESSKEYIDEXAMPLE";
const QByteArray Secret = "s3cr+t/Of=40~chars_AND-more.4567890123xyz";

QByteArray decoded(const QByteArray &text)
{
    return QByteArray::fromPercentEncoding(text);
}

/// The forms of the key and the signature that must not appear anywhere.
QList<QByteArray> formsOf(const RecordedRequest &request)
{
    const QByteArray wire = request.parameter("signature");
    return {KeyId,
            Secret,
            Secret.toPercentEncoding(),
            Secret.toPercentEncoding().toPercentEncoding(),
            Secret.toBase64(),
            (KeyId + ':' + Secret).toBase64(),
            ("Authorization: " + KeyId + ':' + Secret).toBase64().mid(24),
            wire,
            decoded(wire),
            decoded(decoded(wire))};
}

/// Text as a JSON string; with each character as \u00XX when `escaped`.
QByteArray quoted(const QByteArray &text, bool escaped)
{
    QByteArray result;
    for (const char c : text)
        result += "\\u00" + QByteArray(1, c).toHex();
    if (escaped)
        return '"' + result + '"';
    const QByteArray list =
        QJsonDocument(QJsonArray{QString::fromUtf8(text)}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

/// An answer that repeats the key in every field.
FaultAnswer echo(const RecordedRequest &request, bool escaped)
{
    QByteArray all = "begin";
    for (const QByteArray &form : formsOf(request))
        all += " <" + form + ">";
    const QByteArray text = quoted(all + " end", escaped);
    if (request.method == "POST" && request.body.contains("hpc-refused"))
        return FaultAnswer::json(R"({"ret_code": 1400, "message": )" + text + "}");
    if (request.method == "POST")
        return FaultAnswer::json(R"({"ret_code": 0, "job_id": "j-1"})");
    if (request.path() == "/api/operation") {
        return FaultAnswer::json(
            R"({"ret_code": 0, "total_count": 1, "job_set": [{"job_id": "j-1", "status": "failed",
                "job_action": "HpcClusterDeleteCluster", "resource_ids": "hpc-accepted",
                "error_codes": )" +
            text + "}]}");
    }
    QByteArray rows;
    for (const char *id : {"hpc-refused", "hpc-accepted"}) {
        rows += rows.isEmpty() ? "" : ", ";
        rows += R"({"cluster_id": ")" + QByteArray(id) + R"(", "cluster_name": )" + text +
                R"(, "description": )" + text + R"(, "cluster_status": "active"})";
    }
    return FaultAnswer::json(R"({"ret_code": 0, "total_count": 2, "cluster_set": [)" + rows + "]}");
}

QByteArray everythingIn(const QString &folder)
{
    QByteArray all;
    for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden)) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", qPrintable(info.filePath()));
        all += file.readAll();
    }
    return all;
}

} // namespace

/// A server knows the key id and the signature, and a faulty one may know more. Whatever it repeats
/// is removed before the program can show it or write it.
class TestEchoedKeys : public QObject
{
    Q_OBJECT

private slots:
    void reachNothing_data();
    void reachNothing();
    void escapesUponEscapes_data();
    void escapesUponEscapes();
    void nothingElseIsTouched();
};

void TestEchoedKeys::reachNothing_data()
{
    QTest::addColumn<bool>("escaped");
    QTest::newRow("as they are") << false;
    QTest::newRow("as \\u00XX") << true;
}

void TestEchoedKeys::reachNothing()
{
    QFETCH(const bool, escaped);
    const QTemporaryDir folder;
    const LogWriter log({false, folder.filePath("log")});
    FaultServer server;
    server.answerWith([escaped](const RecordedRequest &request) { return echo(request, escaped); });
    ManualClock clock;
    ApiSettings settings;
    settings.baseUrl = server.url();
    settings.zone = QStringLiteral("jn1a");
    settings.owner = QStringLiteral("usr-me");
    settings.credentials = {QString::fromLatin1(KeyId), QString::fromLatin1(Secret)};
    ApiClient client(settings, clock);
    QObject asker;

    std::optional<Page<ClusterRecord>> clusters;
    client.list(reads::clusters(), 0, &asker, [&](const auto &answer) { clusters = *answer; });
    std::optional<Page<OperationRecord>> operations;
    client.list(reads::operations(), 0, &asker, [&](const auto &answer) { operations = *answer; });
    QTRY_VERIFY(clusters && operations);

    Batch batch;
    batch.id = QStringLiteral("batch");
    batch.user = settings.owner;
    for (const ClusterRecord &cluster : clusters->records) {
        BatchItem &item = batch.items.emplace_back();
        item.position = int(batch.items.size()) - 1;
        item.key = {QStringLiteral("a"), cluster.id};
        item.shown = cluster;
        item.state = ItemState::Armed;
        batch.shown += cluster.name;
    }
    Journal journal(folder.path());
    QVERIFY(journal.add(batch));
    BatchRunner runner(batch, client, clock, journal);
    runner.arm(TimeMark(clock));
    runner.sendNow();
    QTRY_COMPARE(runner.batch().items.at(0).state, ItemState::Failed);
    QTRY_COMPARE(runner.batch().items.at(1).state, ItemState::Running);
    CloudSnapshot snapshot;
    snapshot.operations = operations->records;
    runner.handleSnapshot(snapshot);
    QCOMPARE(runner.batch().items.at(1).state, ItemState::Failed);

    const ApiError error = runner.batch().items.at(0).error.value_or(ApiError());
    const QList<JournalEvent> events = journal.events(batch.id);
    const QMap<QString, QByteArray> places{
        {"error", (error.serverText + error.detail).toUtf8()},
        {"name", (clusters->records.at(0).name + batch.shown).toUtf8()},
        {"description", clusters->records.at(0).description.toUtf8()},
        {"error_codes", operations->records.at(0).errorCodes.toUtf8()},
        {"csv", csv(runner.batch(), events)},
        {"json", json(runner.batch(), events)},
        {"journal and log", everythingIn(folder.path())},
    };
    QCOMPARE(server.requests().size(), 4);
    for (auto place = places.cbegin(); place != places.cend(); ++place) {
        for (const RecordedRequest &request : server.requests()) {
            for (const QByteArray &form : formsOf(request)) {
                QVERIFY(form.size() >= 20);
                QVERIFY2(!place.value().contains(form),
                         qPrintable(place.key() + ": " + QString::fromUtf8(place.value())));
            }
        }
        QVERIFY2(place.value().contains("[redacted]"), qPrintable(place.key()));
        QVERIFY2(place.value().contains("begin <\xe2\x80\xa6MPLE>"), qPrintable(place.key()));
        QVERIFY2(place.value().contains(" end"), qPrintable(place.key()));
    }
    const QByteArray said = places.value("journal and log");
    QVERIFY(said.contains("clusterdeck.api: GET /api/cluster/list #1: HTTP 200"));
    QVERIFY(said.contains("clusterdeck.operations: batch hpc-accepted"));
}

/// Encodings that appear only after JSON's own escapes are decoded.
void TestEchoedKeys::escapesUponEscapes_data()
{
    QTest::addColumn<QByteArray>("raw");
    const QByteArray percent = Secret.toPercentEncoding("", "st");
    QTest::newRow("percent") << percent;
    QTest::newRow("%, escaped") << QByteArray(percent).replace('%', R"(\u0025)");
    QTest::newRow("Base64, / escaped") << Secret.toBase64().replace('/', R"(\/)");
}

void TestEchoedKeys::escapesUponEscapes()
{
    QFETCH(const QByteArray, raw);
    const QByteArray body = R"({"x": ")" + raw + R"("})";
    const QJsonObject answer = QJsonDocument::fromJson(body).object();
    QVERIFY(!answer.isEmpty());
    Redactor keys;
    keys.guardKey({}, QString::fromLatin1(Secret));
    QVERIFY(withoutKeys(answer, body, keys)->value("x").toString().contains(u"[redacted]"));
}

/// Other text stays unchanged: names and descriptions are sent back when a cluster is renamed.
void TestEchoedKeys::nothingElseIsTouched()
{
    const Redactor keys = redactorFor(QString::fromLatin1(KeyId), QString::fromLatin1(Secret),
                                      "a=b&signature=W68niby0THV%252BXsKcRxuGblFm2a4XbTdto%253D");
    const QString odd =
        QString::fromUtf8("login: me, password: hunter2 \x01 \\ / \" 测试 signature=x");
    const QJsonObject answer{{"ret_code", 0},
                             {"n", 1.5},
                             {"yes", true},
                             {"none", QJsonValue()},
                             {"list", QJsonArray{odd, QJsonObject{{"x", odd}}, QJsonArray{}}}};
    const QByteArray raw = QJsonDocument(answer).toJson();
    QVERIFY(raw.contains(R"(\u00)")); // so that the values are searched
    QCOMPARE(*withoutKeys(answer, raw, keys), answer);
    const QJsonObject echoed{{"list", QJsonArray{QString::fromLatin1(Secret)}}};
    QCOMPARE(*withoutKeys(echoed, QJsonDocument(echoed).toJson(), keys),
             (QJsonObject{{"list", QJsonArray{"[redacted]"}}}));
}

QTEST_GUILESS_MAIN(TestEchoedKeys)
#include "tst_echoedkeys.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/replies.h"
#include "app/demo/service.h"
#include "tests/app/api/apicloud.h"
#include "tests/app/api/parsed.h"
#include "tests/support/utc.h"

#include <QTest>

using namespace clusterdeck;

namespace
{

NodeRecord onlyNode(const QByteArray &row)
{
    return pageOf(reads::nodes({}), parse("{\"hpc_app_nodes_set\": [" + row + "]}"))
        .records.value(0);
}

/// All fields of a record.
QString all(const NodeRecord &node)
{
    return QStringList{node.id,     node.name,      node.role,     node.status,   node.transition,
                       node.health, node.privateIp, node.publicIp, node.cpuModel, node.createdText}
        .join(u'|');
}

} // namespace

/// The reads: their requests, and the parsing of records inside a cluster, valid and invalid.
/// tst_replies tests clusters and operations.
class TestRecords : public QObject
{
    Q_OBJECT

private slots:
    void wholeNode();
    void nodeNumbers_data();
    void nodeNumbers();
    void whatIsMissingIsUnknown();
    void thePasswordOfANodeIsNotKept();
    void schedulerJobs();
    void logins();
    void software();
    void requests();
    void anAnswerWithoutTheListIsNone();
    void thePracticeCloudAnswers();
};

void TestRecords::wholeNode()
{
    const NodeRecord node = onlyNode(R"({"node_id": "cln-1", "cluster_id": "cl-9", "name": "node1",
        "role": "compute", "status": "active", "transition_status": "resizing",
        "health_status": "healthy", "private_ip": "172.16.0.2", "eip": "1.2.3.4", "cpu": 26,
        "memory": 81920, "gpu": 1, "cpu_model": "CascadeLake",
        "create_time": "2021-08-19T16:44:40Z"})");
    NodeRecord expected;
    expected.id = QStringLiteral("cln-1");
    expected.name = QStringLiteral("node1");
    expected.role = QStringLiteral("compute");
    expected.status = QStringLiteral("active");
    expected.transition = QStringLiteral("resizing");
    expected.health = QStringLiteral("healthy");
    expected.privateIp = QStringLiteral("172.16.0.2");
    expected.publicIp = QStringLiteral("1.2.3.4");
    expected.cpuModel = QStringLiteral("CascadeLake");
    expected.createdText = QStringLiteral("2021-08-19T16:44:40Z");
    expected.created = utc(QDate(2021, 8, 19), QTime(16, 44, 40));
    expected.cpu = 26;
    expected.memoryMb = 81920;
    expected.gpu = 1;
    QCOMPARE(node, expected);
}

void TestRecords::nodeNumbers_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *value, const char *expected) {
        QTest::newRow(value) << QByteArray(value) << QString::fromLatin1(expected);
    };
    row("26", "26");
    row("\" 26 \"", "26");
    row("0", "0");
    row("-1", "unknown");
    row("0.5", "unknown");
    row("\"many\"", "unknown");
    row("\"\"", "unknown");
    row("null", "unknown");
    row("[26]", "unknown");
    row("1e300", "unknown");
}

void TestRecords::nodeNumbers()
{
    QFETCH(QByteArray, value);
    const NodeRecord node = onlyNode("{\"node_id\": \"cln-1\", \"cpu\": " + value +
                                     ", \"memory\": " + value + ", \"gpu\": " + value + "}");
    for (const auto &number : {node.cpu, node.memoryMb, node.gpu})
        QTEST(shown(number), "expected");
}

void TestRecords::whatIsMissingIsUnknown()
{
    NodeRecord node;
    node.id = QStringLiteral("cln-1");
    QCOMPARE(onlyNode(R"({"node_id": "cln-1"})"), node);
    // A name identifies a record too; a row with neither id nor name is counted, not shown.
    QCOMPARE(onlyNode(R"({"name": "node1"})").key(), QStringLiteral("node1"));
    const Page<NodeRecord> page = pageOf(
        reads::nodes({}), parse(R"({"total_count": "2", "hpc_app_nodes_set": [{"cpu": 1}, 7]})"));
    QCOMPARE(page.rows, 2);
    QCOMPARE(page.records.size(), 0);
    QCOMPARE(shown(page.total), QStringLiteral("2"));
}

void TestRecords::thePasswordOfANodeIsNotKept()
{
    for (const char *env : {R"("{\"passwd\": \"Zhu88jie\"}")", R"({"passwd": "Zhu88jie"})",
                            R"([{"name": "passwd", "value": "Zhu88jie"}])"}) {
        const NodeRecord node =
            onlyNode(QByteArray(R"({"node_id": "cln-1", "name": "node1", "env": )") + env + "}");
        QCOMPARE(node.name, QStringLiteral("node1"));
        QVERIFY2(!all(node).contains(u"Zhu88jie"), qPrintable(all(node)));
    }
}

void TestRecords::schedulerJobs()
{
    const Page<SchedulerJobRecord> page =
        pageOf(reads::schedulerJobs({}), parse(
                                             R"({"total_count": 5000, "hpc_job_set": [
            {"hpcjob_uuid": "hpcjob-1", "job_id": 17, "job_name": "后处理_4",
             "job_status": "running", "queue_name": "normal", "run_user": "root",
             "submit_time": "2021-08-19 16:44:40", "start_time": "", "end_time": null},
            {"job_id": "18"}]})"));
    QCOMPARE(page.rows, 2);
    QCOMPARE(shown(page.total), QStringLiteral("5000"));
    const SchedulerJobRecord &job = page.records.at(0);
    QCOMPARE(job.key(), QStringLiteral("hpcjob-1"));
    QCOMPARE(job.id, QStringLiteral("17"));
    QCOMPARE(job.name, QStringLiteral("后处理_4"));
    QCOMPARE(job.status, QStringLiteral("running"));
    QCOMPARE(job.queue, QStringLiteral("normal"));
    QCOMPARE(job.runUser, QStringLiteral("root"));
    // Without a known zone: shown unchanged, and not read as UTC.
    QCOMPARE(job.submitted, QStringLiteral("2021-08-19 16:44:40"));
    QVERIFY(job.started.isEmpty() && job.ended.isEmpty());
    QCOMPARE(page.records.at(1).key(), QStringLiteral("18"));
}

void TestRecords::logins()
{
    for (const char *name : {"user_set", "users_set"}) {
        const Page<LoginRecord> page = pageOf(
            reads::logins({}),
            parse(QByteArray("{\"") + name +
                  R"(": [{"username": "chenwei", "user_id": "hpcusr-1", "role": "user"}]})"));
        QCOMPARE(page.records.size(), 1);
        QCOMPARE(page.records.first().name, QStringLiteral("chenwei"));
        QCOMPARE(page.records.first().id, QStringLiteral("hpcusr-1"));
        QCOMPARE(page.records.first().role, QStringLiteral("user"));
        QVERIFY(!page.total);
    }
}

void TestRecords::software()
{
    const Page<SoftwareRecord> page = pageOf(
        reads::software(), parse(R"({"software_set": [{"hpcsw_id": "hpcsw-1", "sw_name": "OpenFOAM",
                 "sw_ver": "v2312", "description": "Flows"}, {"sw_name": "bare"}]})"));
    QCOMPARE(page.records.size(), 2);
    QCOMPARE(page.records.at(0).version, QStringLiteral("v2312"));
    QCOMPARE(page.records.at(0).description, QStringLiteral("Flows"));
    QCOMPARE(page.records.at(1).key(), QStringLiteral("bare"));
}

/// The parameters of each read, without those that every request has.
void TestRecords::requests()
{
    const QString id = QStringLiteral("hpc-1");
    const std::pair<ReadCall, QByteArray> asked[] = {
        {reads::clusters(), "/api/cluster/list?limit=100&offset=200&owner=usr-IuZxPyn2"},
        {reads::operationsAbout(id),
         "/api/operation?limit=100&offset=200&resource_ids=hpc-1&reverse=1"},
        {reads::nodes(id), "/api/cluster/listNodes?cluster_id=hpc-1&limit=100&offset=200"},
        {reads::schedulerJobs(id), "/api/job/list?cluster_id=hpc-1&limit=100&offset=200"},
        {reads::logins(id), "/api/user?cluster_id=hpc-1&limit=100&offset=200"},
        {reads::software(), "/api/software/list?limit=100&offset=200"},
    };
    static_assert(std::size(asked) == ReadCount);
    Cloud cloud;
    cloud.answerAll(FaultAnswer::json(R"({"ret_code": 0, "total_count": 0})"));
    for (const auto &[call, expected] : asked) {
        std::optional<bool> good;
        cloud.client->listAny(call, 200, cloud.asker.get(),
                              [&](const auto &page) { good = page.has_value(); });
        QTRY_COMPARE(good, true);
        const RecordedRequest request = cloud.server.requests().constLast();
        QCOMPARE(request.method, QByteArray("GET"));
        QByteArray own = request.path();
        for (const QByteArray &each : request.target.mid(own.size() + 1).split('&')) {
            static const QList<QByteArray> common{
                "access_key_id", "signature", "signature_method", "signature_version", "timestamp",
                "version",       "zone"};
            if (!common.contains(each.left(each.indexOf('='))))
                own += (own.contains('?') ? '&' : '?') + each;
        }
        QCOMPARE(own, expected);
    }
}

/// An answer without the list is not an empty list.
void TestRecords::anAnswerWithoutTheListIsNone()
{
    const QJsonObject bare = parse(R"({"ret_code": 0, "total_count": 3})");
    for (int read = 0; read < ReadCount; ++read) {
        const Result<AnyPage> page = replies::page(Read(read), bare);
        QCOMPARE(errorOf(page).kind, ErrorKind::Protocol);
        QVERIFY(errorOf(page).detail.contains(*specOf(Read(read)).lists.begin()));
    }
}

/// The practice cloud answers each read with readable rows and their number.
void TestRecords::thePracticeCloudAnswers()
{
    demo::Service service({0, 40, 1, 0.2, false});
    QVERIFY(service.listen());
    SystemClock clock; // the client signs by this clock, and the cloud checks the time
    ApiSettings settings;
    settings.baseUrl = service.url();
    settings.zone = service.zone();
    settings.credentials = {service.accessKeyId(), service.secretAccessKey()};
    ApiClient client(settings, clock);
    QObject asker;
    QString cluster;
    for (int read = 0; read < ReadCount; ++read) {
        std::optional<Result<AnyPage>> answer;
        client.listAny({Read(read), {{QStringLiteral("cluster_id"), cluster}}}, 0, &asker,
                       [&](const auto &page) { answer = page; });
        QTRY_VERIFY(answer);
        QVERIFY2(answer->has_value(), specOf(Read(read)).path);
        std::visit(
            [read](const auto &page) {
                QVERIFY2(page.rows > 0, specOf(Read(read)).path);
                QCOMPARE(page.records.size(), page.rows);
                QVERIFY(page.total >= page.rows);
            },
            **answer);
        if (Read(read) != Read::Clusters)
            continue;
        for (const ClusterRecord &one : std::get<Page<ClusterRecord>>(**answer).records) {
            if (one.runningJobs.value_or(0) > 0)
                cluster = one.id;
        }
    }
}

QTEST_GUILESS_MAIN(TestRecords)
#include "tst_records.moc"

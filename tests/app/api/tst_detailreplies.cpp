// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/detailreplies.h"
#include "tests/app/api/apicloud.h"
#include "tests/app/api/parsed.h"
#include "tests/support/utc.h"

#include <QTest>

using namespace clusterdeck;

namespace
{

NodeRecord onlyNode(const QByteArray &row)
{
    return replies::nodes(parse("{\"hpc_app_nodes_set\": [" + row + "]}")).records.value(0);
}

/// Everything that a record holds.
QString all(const NodeRecord &node)
{
    return QStringList{node.id,     node.name,      node.role,     node.status,   node.transition,
                       node.health, node.privateIp, node.publicIp, node.cpuModel, node.createdText}
        .join(u'|');
}

} // namespace

/// What is inside a cluster, as the cloud tells it and as it should not.
class TestDetailReplies : public QObject
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
    void requests_data();
    void requests();
    void anAnswerWithoutTheListIsNone();
};

void TestDetailReplies::wholeNode()
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

void TestDetailReplies::nodeNumbers_data()
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

void TestDetailReplies::nodeNumbers()
{
    QFETCH(QByteArray, value);
    const NodeRecord node = onlyNode("{\"node_id\": \"cln-1\", \"cpu\": " + value +
                                     ", \"memory\": " + value + ", \"gpu\": " + value + "}");
    for (const auto &number : {node.cpu, node.memoryMb, node.gpu})
        QTEST(shown(number), "expected");
}

void TestDetailReplies::whatIsMissingIsUnknown()
{
    NodeRecord node;
    node.id = QStringLiteral("cln-1");
    QCOMPARE(onlyNode(R"({"node_id": "cln-1"})"), node);
    // A name will do to tell it from others; a row with neither is counted, not shown.
    QCOMPARE(onlyNode(R"({"name": "node1"})").key(), QStringLiteral("node1"));
    const NodePage page =
        replies::nodes(parse(R"({"total_count": "2", "hpc_app_nodes_set": [{"cpu": 1}, 7]})"));
    QCOMPARE(page.rows, 2);
    QCOMPARE(page.records.size(), 0);
    QCOMPARE(shown(page.total), QStringLiteral("2"));
}

void TestDetailReplies::thePasswordOfANodeIsNotKept()
{
    for (const char *env : {R"("{\"passwd\": \"Zhu88jie\"}")", R"({"passwd": "Zhu88jie"})",
                            R"([{"name": "passwd", "value": "Zhu88jie"}])"}) {
        const NodeRecord node =
            onlyNode(QByteArray(R"({"node_id": "cln-1", "name": "node1", "env": )") + env + "}");
        QCOMPARE(node.name, QStringLiteral("node1"));
        QVERIFY2(!all(node).contains(u"Zhu88jie"), qPrintable(all(node)));
    }
}

void TestDetailReplies::schedulerJobs()
{
    const SchedulerJobPage page = replies::schedulerJobs(parse(
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
    // Of no known zone: as it came, and not taken for UTC.
    QCOMPARE(job.submitted, QStringLiteral("2021-08-19 16:44:40"));
    QVERIFY(job.started.isEmpty() && job.ended.isEmpty());
    QCOMPARE(page.records.at(1).key(), QStringLiteral("18"));
}

void TestDetailReplies::logins()
{
    for (const char *name : {"user_set", "users_set"}) {
        const LoginPage page = replies::logins(
            parse(QByteArray("{\"") + name +
                  R"(": [{"username": "chenwei", "user_id": "hpcusr-1", "role": "user"}]})"));
        QCOMPARE(page.records.size(), 1);
        QCOMPARE(page.records.first().name, QStringLiteral("chenwei"));
        QCOMPARE(page.records.first().id, QStringLiteral("hpcusr-1"));
        QCOMPARE(page.records.first().role, QStringLiteral("user"));
        QVERIFY(!page.total);
    }
}

void TestDetailReplies::software()
{
    const SoftwarePage page =
        replies::software(parse(R"({"software_set": [{"hpcsw_id": "hpcsw-1", "sw_name": "OpenFOAM",
                 "sw_ver": "v2312", "description": "Flows"}, {"sw_name": "bare"}]})"));
    QCOMPARE(page.records.size(), 2);
    QCOMPARE(page.records.at(0).version, QStringLiteral("v2312"));
    QCOMPARE(page.records.at(0).description, QStringLiteral("Flows"));
    QCOMPARE(page.records.at(1).key(), QStringLiteral("bare"));
}

void TestDetailReplies::requests_data()
{
    QTest::addColumn<int>("call");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("parameters");
    const QByteArray one = "cluster_id=hpc-1&limit=100&offset=200";
    QTest::newRow("nodes") << 0 << QByteArray("/api/cluster/listNodes?") << one;
    QTest::newRow("jobs") << 1 << QByteArray("/api/job/list?") << one;
    QTest::newRow("jobs of a status")
        << 2 << QByteArray("/api/job/list?")
        << QByteArray("cluster_id=hpc-1&jobs_status=running&limit=100&offset=200");
    QTest::newRow("users") << 3 << QByteArray("/api/user?") << one;
    QTest::newRow("software") << 4 << QByteArray("/api/software/list?")
                              << QByteArray("limit=100&offset=200");
}

void TestDetailReplies::requests()
{
    QFETCH(int, call);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, parameters);
    Cloud cloud;
    cloud.answerAll(FaultAnswer::json(R"({"ret_code": 0, "total_count": 0})"));
    int heard = 0;
    const auto then = [&](const auto &result) { heard += result ? 1 : 0; };
    const QString id = QStringLiteral("hpc-1");
    QObject *asker = cloud.asker.get();
    if (call == 0)
        cloud.client->listNodes(id, 200, asker, then);
    else if (call == 1 || call == 2)
        cloud.client->listSchedulerJobs(id, call == 2 ? QStringLiteral("running") : QString(), 200,
                                        asker, then);
    else if (call == 3)
        cloud.client->listLogins(id, 200, asker, then);
    else
        cloud.client->listSoftware(200, asker, then);
    QTRY_COMPARE(heard, 1);
    QCOMPARE(cloud.server.requests().size(), 1);
    const RecordedRequest request = cloud.server.requests().first();
    QCOMPARE(request.method, QByteArray("GET"));
    QVERIFY2(request.target.startsWith(path), request.target.constData());
    QByteArray own;
    for (const QByteArray &each : request.target.mid(path.size()).split('&')) {
        const QByteArray name = each.left(each.indexOf('='));
        if (name == "cluster_id" || name == "jobs_status" || name == "limit" || name == "offset")
            own += (own.isEmpty() ? "" : "&") + each;
    }
    QCOMPARE(own, parameters);
}

void TestDetailReplies::anAnswerWithoutTheListIsNone()
{
    Cloud cloud;
    cloud.answerAll(FaultAnswer::json(R"({"ret_code": 0, "total_count": 3})"));
    std::optional<ApiError> error;
    cloud.client->listNodes(QStringLiteral("hpc-1"), 0, cloud.asker.get(),
                            [&](const Result<NodePage> &result) { error = errorOf(result); });
    QTRY_VERIFY(error);
    QCOMPARE(int(error->kind), int(ErrorKind::Protocol));
    QVERIFY(error->detail.contains(u"hpc_app_nodes_set"));
}

QTEST_GUILESS_MAIN(TestDetailReplies)
#include "tst_detailreplies.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/calls.h"
#include "signedrequest.h"
#include "tests/support/utc.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace clusterdeck::demo;

namespace
{

constexpr qint64 Start = 1'780'000'000'000;

/// The calls of a small cloud, at a time that stands still until it is moved.
struct Cloud {
    Calls calls;
    Signer signer{"KEY", "SECRET", "jn1a", {}};
    qint64 now = Start;

    explicit Cloud(int clusters = 60)
        : calls(Gatekeeper("KEY", "SECRET", "jn1a"),
                WorldOptions{clusters, 1, 10, QStringLiteral("usr-me"), Start})
    {
        moveTo(Start);
    }

    void moveTo(qint64 moment)
    {
        now = moment;
        signer.now = clusterdeck::utc(moment);
    }
    QJsonObject send(const WireRequest &request) { return calls.answer(request, now); }
    QJsonObject get(const QByteArray &path, const Signer::Parameters &parameters = {})
    {
        return send(signer.get(path, parameters));
    }
    QJsonObject post(const QByteArray &path, const QByteArray &body)
    {
        return send(signer.post(path, body));
    }
    QJsonObject remove(const QList<QByteArray> &ids)
    {
        return post("/api/cluster/deleteCluster", deleteBody(ids, "usr-me", "jn1a"));
    }
    QList<QByteArray> deletable()
    {
        QList<QByteArray> ids;
        const QJsonArray rows = get("/api/cluster/list", {{"limit", "100"}, {"status", "active"}})
                                    .value(QStringLiteral("cluster_set"))
                                    .toArray();
        for (const auto &row : rows) {
            if (row[QStringLiteral("owner")] == QStringLiteral("usr-me") &&
                row[QStringLiteral("transition_status")].toString().isEmpty())
                ids.append(row[QStringLiteral("cluster_id")].toString().toLatin1());
        }
        return ids;
    }
};

int code(const QJsonObject &answer)
{
    return answer.value(QStringLiteral("ret_code")).toInt(-1);
}

int total(const QJsonObject &answer)
{
    return answer.value(QStringLiteral("total_count")).toInt(-1);
}

QJsonArray rows(const QJsonObject &answer, const char *name)
{
    return answer.value(QLatin1String(name)).toArray();
}

} // namespace

class TestDemoCalls : public QObject
{
    Q_OBJECT

private slots:
    void fieldsAreTheDocumentedOnes_data();
    void fieldsAreTheDocumentedOnes();
    void pages_data();
    void pages();
    void filters();
    void sorts();
    void wrongParameters_data();
    void wrongParameters();
    void wrongBodies_data();
    void wrongBodies();
    void unknownCalls_data();
    void unknownCalls();
    void deletesAndTellsOfIt();
    void stopsStartsModifies();
    void operationFilters();
    void quotaComesBack();
    void refusalDial();
    void lossDial();
    void quotaDial();
    void clockDial();
    void readDial();
    void pagesOfTheExtremes();
};

void TestDemoCalls::fieldsAreTheDocumentedOnes_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("set");
    QTest::addColumn<QByteArray>("fields");
    const auto row = [](const char *path, const char *set, const char *fields) {
        QTest::newRow(path) << QByteArray(path) << QByteArray(set) << QByteArray(fields);
    };
    row("/api/cluster/list", "cluster_set",
        "cluster_id cluster_name cluster_status cluster_type create_time description "
        "app_cluster_id "
        "nas_id nas_mount_point nas_path nas_shared_path paid_type scheduler_type total_node_count "
        "cpu_hours mem_hours pending_job_count running_job_count finished_job_count "
        "stopped_job_count deleted_job_count cluster_sw project_info transition_status owner");
    row("/api/operation", "job_set",
        "job_id job_action action_describe status resource_ids create_time status_time error_codes "
        "owner submitter");
    row("/api/cluster/listNodes", "hpc_app_nodes_set",
        "node_id name role status transition_status health_status private_ip eip cpu memory gpu "
        "cpu_model create_time cluster_id env");
    row("/api/job/list", "hpc_job_set",
        "hpcjob_uuid job_id job_name job_status queue_name run_user");
    row("/api/user", "user_set", "username user_id role");
    row("/api/software/list", "software_set", "hpcsw_id sw_name sw_ver description");
    row("/api/queue/describeQueue", "queue_set", "queue_name");
}

void TestDemoCalls::fieldsAreTheDocumentedOnes()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, set);
    QFETCH(QByteArray, fields);
    Cloud cloud;
    const QByteArray id = cloud.deletable().constLast(); // old enough to have finished jobs
    const QJsonObject own = cloud.get(path, {{"cluster_id", id}, {"limit", "1"}});
    QCOMPARE(code(own), 0);
    QVERIFY(total(own) > 0);
    QVERIFY(own.value(QStringLiteral("action")).isString());
    const QJsonObject first = rows(own, set.constData()).at(0).toObject();
    for (const QByteArray &field : fields.split(' '))
        QVERIFY2(first.contains(QLatin1String(field)), field.constData());
}

void TestDemoCalls::pages_data()
{
    QTest::addColumn<QByteArray>("limit");
    QTest::addColumn<QByteArray>("offset");
    QTest::addColumn<int>("expected");
    QTest::newRow("default") << QByteArray() << QByteArray() << 10;
    QTest::newRow("100") << QByteArray("100") << QByteArray() << 100;
    QTest::newRow("101 is 100") << QByteArray("101") << QByteArray() << 100;
    QTest::newRow("a million is 100") << QByteArray("1000000") << QByteArray() << 100;
    QTest::newRow("none") << QByteArray("0") << QByteArray() << 0;
    QTest::newRow("last page") << QByteArray("100") << QByteArray("200") << 50;
    QTest::newRow("beyond") << QByteArray("100") << QByteArray("250") << 0;
    QTest::newRow("far beyond") << QByteArray("100") << QByteArray("2147483647") << 0;
}

void TestDemoCalls::pages()
{
    QFETCH(QByteArray, limit);
    QFETCH(QByteArray, offset);
    QFETCH(int, expected);
    Cloud cloud(250);
    const QJsonObject answer =
        cloud.get("/api/cluster/list", {{"limit", limit}, {"offset", offset}});
    QCOMPARE(code(answer), 0);
    QCOMPARE(total(answer), 250);
    QCOMPARE(rows(answer, "cluster_set").size(), expected);
}

/// Mine: my own, and what others share with me. Theirs: only theirs.
void TestDemoCalls::filters()
{
    Cloud cloud;
    const auto found = [&](const char *name, const QByteArray &value) {
        return rows(cloud.get("/api/cluster/list", {{name, value}, {"limit", "100"}}),
                    "cluster_set");
    };
    QCOMPARE(found("owner", "usr-me").size(), 60);
    QByteArray other;
    for (const auto &row : found("owner", "usr-me")) {
        if (row[QStringLiteral("owner")] != QStringLiteral("usr-me"))
            other = row[QStringLiteral("owner")].toString().toLatin1();
    }
    for (const auto &[name, value] : {std::pair<const char *, QByteArray>{"owner", other},
                                      {"status", "stopped"},
                                      {"cluster_type", "hpc"}}) {
        const QJsonArray some = found(name, value);
        const QLatin1String field(qstrcmp(name, "status") == 0 ? "cluster_status" : name);
        QVERIFY2(!some.isEmpty() && some.size() < 60, name);
        for (const auto &row : some)
            QCOMPARE(row[field].toString().toLatin1(), value);
    }
}

void TestDemoCalls::sorts()
{
    Cloud cloud;
    const auto names = [&](const Signer::Parameters &parameters) {
        Signer::Parameters all = parameters;
        all.insert("limit", "100");
        QStringList found;
        for (const auto &row : rows(cloud.get("/api/cluster/list", all), "cluster_set"))
            found.append(row[QStringLiteral("cluster_name")].toString());
        return found;
    };
    const auto reversed = [](QStringList list) {
        std::reverse(list.begin(), list.end());
        return list;
    };
    const QStringList sorted = names({{"sort_key", "cluster_name"}});
    QVERIFY(sorted.size() == 60 && std::is_sorted(sorted.begin(), sorted.end()));
    QCOMPARE(names({{"sort_key", "cluster_name"}, {"reverse", "1"}}), reversed(sorted));
    const QStringList newest = names({});
    QCOMPARE(names({{"sort_key", "create_time"}, {"reverse", "1"}}), newest);
    QCOMPARE(names({{"reverse", "0"}}), reversed(newest));
}

void TestDemoCalls::wrongParameters_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *path, const char *name, const char *value, int expected) {
        QTest::addRow("%s %s=%s", path, name, value)
            << QByteArray(path) << QByteArray(name) << QByteArray(value) << expected;
    };
    row("/api/cluster/list", "limit", "ten", 1100);
    row("/api/cluster/list", "limit", "-1", 1100);
    row("/api/cluster/list", "offset", "99999999999", 1100);
    row("/api/cluster/list", "reverse", "2", 1100);
    row("/api/cluster/list", "verbose", "yes", 1100);
    row("/api/cluster/list", "zone", "pek3", 1100);
    row("/api/operation", "start_time", "yesterday", 1100);
    row("/api/cluster/listNodes", "limit", "1", 1100); // no cluster_id
    row("/api/job/list", "limit", "1", 1100);
    row("/api/user", "limit", "1", 1100);
    row("/api/cluster/listNodes", "cluster_id", "ehpc-00000000", 2100);
    row("/api/job/list", "cluster_id", "ehpc-00000000", 2100);
    row("/api/user", "cluster_id", "ehpc-00000000", 2100);
}

void TestDemoCalls::wrongParameters()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(int, expected);
    Cloud cloud;
    const QJsonObject answer = cloud.get(path, {{name, value}});
    QCOMPARE(code(answer), expected);
    QVERIFY(!answer.value(QStringLiteral("message")).toString().isEmpty());
}

void TestDemoCalls::wrongBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<int>("expected");
    const QByteArray json = "application/json";
    const auto row = [](const char *name, const QByteArray &body, const QByteArray &type,
                        int code) { QTest::newRow(name) << body << type << code; };
    row("fine", deleteBody({"ID"}, "usr-me", "jn1a"), json, 0);
    row("fine with a charset", deleteBody({"ID"}, "usr-me", "jn1a"),
        "Application/JSON; charset=utf-8", 0);
    row("several", deleteBody({"ID", "ID2"}, "usr-me", "jn1a"), json, 0);
    row("with unlease",
        R"({"cluster_ids": ["ID"], "run_user": "u", "unlease": "1", "zone": "jn1a"})", json, 0);
    row("no content type", deleteBody({"ID"}, "usr-me", "jn1a"), {}, 1100);
    row("form", deleteBody({"ID"}, "usr-me", "jn1a"), "application/x-www-form-urlencoded", 1100);
    row("empty", {}, json, 1100);
    row("no JSON", "cluster_ids=ID", json, 1100);
    row("cut off", R"({"cluster_ids": ["ID")", json, 1100);
    row("an array", R"(["ID"])", json, 1100);
    row("no zone", R"({"cluster_ids": ["ID"], "run_user": "u"})", json, 1100);
    row("another zone", deleteBody({"ID"}, "usr-me", "pek3"), json, 1100);
    row("no run_user", R"({"cluster_ids": ["ID"], "zone": "jn1a"})", json, 1100);
    row("empty run_user", deleteBody({"ID"}, "", "jn1a"), json, 1100);
    row("no ids", R"({"run_user": "u", "zone": "jn1a"})", json, 1100);
    row("ids empty", R"({"cluster_ids": [], "run_user": "u", "zone": "jn1a"})", json, 1100);
    row("ids text", R"({"cluster_ids": "ID", "run_user": "u", "zone": "jn1a"})", json, 1100);
    row("ids numbers", R"({"cluster_ids": ["ID", 1], "run_user": "u", "zone": "jn1a"})", json,
        1100);
    row("cluster_id", R"({"cluster_id": ["ID"], "run_user": "u", "zone": "jn1a"})", json, 1100);
    row("unlease number",
        R"({"cluster_ids": ["ID"], "run_user": "u", "unlease": 1, "zone": "jn1a"})", json, 1100);
    row("unknown id", deleteBody({"ID", "hpc-00000000"}, "usr-me", "jn1a"), json, 2100);
    row("deep", QByteArray(5000, '['), json, 1100);
}

void TestDemoCalls::wrongBodies()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, contentType);
    QFETCH(int, expected);
    Cloud cloud;
    const QList<QByteArray> ids = cloud.deletable();
    body.replace("ID2", ids.at(1)).replace("ID", ids.at(0));
    WireRequest request = cloud.signer.post("/api/cluster/deleteCluster", body);
    request.contentType = contentType;
    QCOMPARE(code(cloud.send(request)), expected);
    // What was refused was not begun.
    const bool free = cloud.deletable().contains(ids.at(0));
    QCOMPARE(free, expected != 0);
}

void TestDemoCalls::unknownCalls_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    for (const char *path : {"", "/", "/api", "/api/cluster", "/api/cluster/", "/api/cluster/List",
                             "/api/cluster/list/x", "/api/cluster/list//", "/api//cluster/list",
                             "/api/cluster/resizeCluster", "//api/cluster/list"})
        QTest::addRow("GET %s", path) << QByteArray("GET") << QByteArray(path);
    QTest::newRow("POST to a read") << QByteArray("POST") << QByteArray("/api/cluster/list");
    QTest::newRow("GET of a write")
        << QByteArray("GET") << QByteArray("/api/cluster/deleteCluster");
}

void TestDemoCalls::unknownCalls()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    Cloud cloud;
    const WireRequest request{method, path, cloud.signer.query(method, path, {}), {}, {}};
    QCOMPARE(code(cloud.send(request)), 1101);
}

void TestDemoCalls::deletesAndTellsOfIt()
{
    Cloud cloud;
    const QByteArray id = cloud.deletable().at(4);
    const QJsonObject accepted = cloud.remove({id});
    QCOMPARE(code(accepted), 0);
    QCOMPARE(accepted.value(QStringLiteral("action")), QStringLiteral("HpcDeleteClusterResponse"));
    QCOMPARE(accepted.value(QStringLiteral("hpc_cluster_id")), QJsonArray{QString::fromLatin1(id)});
    const QByteArray job = accepted.value(QStringLiteral("job_id")).toString().toLatin1();

    const QJsonObject row =
        rows(cloud.get("/api/cluster/list", {{"cluster_id", id}}), "cluster_set").at(0).toObject();
    QCOMPARE(row.value(QStringLiteral("transition_status")), QStringLiteral("deleting"));
    QCOMPARE(code(cloud.remove({id})), 1400);

    const QJsonObject running =
        rows(cloud.get("/api/operation", {{"job_ids", job}}), "job_set").at(0).toObject();
    QCOMPARE(running.value(QStringLiteral("status")), QStringLiteral("pending"));
    QCOMPARE(running.value(QStringLiteral("job_action")),
             QStringLiteral("HpcClusterDeleteCluster"));
    QCOMPARE(running.value(QStringLiteral("resource_ids")), QString::fromLatin1(id));

    cloud.moveTo(Start + 30000);
    const QJsonObject ended =
        rows(cloud.get("/api/operation", {{"job_ids", job}}), "job_set").at(0).toObject();
    QCOMPARE(ended.value(QStringLiteral("status")), QStringLiteral("successful"));
    QCOMPARE(total(cloud.get("/api/cluster/list", {{"cluster_id", id}})), 0);
    QCOMPARE(total(cloud.get("/api/cluster/list")), 59);
    QCOMPARE(code(cloud.remove({id})), 2100);
    QCOMPARE(code(cloud.get("/api/user", {{"cluster_id", id}})), 2100);

    // Several with one job, one of them named twice, over the path of the provider's example.
    const QList<QByteArray> ids = cloud.deletable().mid(0, 3);
    const QJsonObject several =
        cloud.post("/api/deleteCluster", deleteBody(ids + ids.mid(0, 1), "usr-me", "jn1a"));
    QCOMPARE(code(several), 0);
    const QByteArray together = several.value(QStringLiteral("job_id")).toString().toLatin1();
    QCOMPARE(rows(cloud.get("/api/operation", {{"job_ids", together}}), "job_set")
                 .at(0)[QStringLiteral("resource_ids")]
                 .toString()
                 .count(u'-'),
             3);
    cloud.moveTo(Start + 90000);
    QCOMPARE(total(cloud.get("/api/cluster/list")), 56);
}

void TestDemoCalls::stopsStartsModifies()
{
    Cloud cloud;
    QByteArray id;
    const auto field = [&](const char *name) {
        return rows(cloud.get("/api/cluster/list", {{"cluster_id", id}}), "cluster_set")
            .at(0)[QLatin1String(name)];
    };
    for (const QByteArray &each : cloud.deletable()) {
        id = each;
        if (field("running_job_count").toInt() > 0)
            break;
    }
    QVERIFY(field("running_job_count").toInt() > 0);
    const QByteArray body = R"({"cluster_ids": [")" + id + R"("], "zone": "jn1a"})";
    const auto status = [&] { return field("cluster_status").toString(); };
    QCOMPARE(code(cloud.post("/api/cluster/startCluster", body)), 1400);
    QCOMPARE(code(cloud.post("/api/cluster/stopCluster", body)), 0);
    QCOMPARE(field("transition_status"), QStringLiteral("stopping"));
    cloud.moveTo(Start + 30000);
    cloud.moveTo(Start + 20000); // a clock that is set back does not undo what has happened
    QCOMPARE(status(), QStringLiteral("stopped"));
    QCOMPARE(field("running_job_count"), 0);
    QCOMPARE(code(cloud.post("/api/cluster/stopCluster", body)), 1400);
    QCOMPARE(code(cloud.post("/api/cluster/startCluster", body)), 0);
    QCOMPARE(field("transition_status"), QStringLiteral("starting"));
    cloud.moveTo(Start + 60000);
    QCOMPARE(status(), QStringLiteral("active"));

    const auto modify = [&](const QByteArray &rest) {
        return code(cloud.post("/api/cluster/modifyCluster",
                               R"({"cluster_id": ")" + id + R"(", "zone": "jn1a")" + rest + "}"));
    };
    QCOMPARE(modify(R"(, "cluster_name": "\u6d4b\u8bd5", "description": "x")"), 0);
    QCOMPARE(field("description"), QStringLiteral("x"));
    QCOMPARE(modify(R"(, "description": "")"), 0);
    QCOMPARE(field("description"), QStringLiteral(" "));
    QCOMPARE(field("cluster_name"), QStringLiteral("测试"));
    QCOMPARE(modify(R"(, "cluster_name": " ")"), 1100);
    QCOMPARE(modify(R"(, "cluster_name": 5)"), 1100);
    const QJsonObject found = cloud.get("/api/cluster/list", {{"search_word", "测试"}});
    bool renamed = false;
    for (const auto &row : rows(found, "cluster_set"))
        renamed = renamed || row[QStringLiteral("cluster_id")].toString().toLatin1() == id;
    QVERIFY(renamed);
}

void TestDemoCalls::operationFilters()
{
    Cloud cloud;
    const QList<QByteArray> ids = cloud.deletable();
    cloud.moveTo(Start + 5700);
    const QByteArray since = clusterdeck::utc(cloud.now).toString(Qt::ISODate).toLatin1();
    QList<QByteArray> jobs;
    for (int i = 0; i < 3; ++i)
        jobs += cloud.remove({ids.at(i)}).value(QStringLiteral("job_id")).toString().toLatin1();
    const auto count = [&](const Signer::Parameters &parameters) {
        return total(cloud.get("/api/operation", parameters));
    };
    QCOMPARE(count({{"start_time", since}}), 3);
    QCOMPARE(count({{"start_time", since}, {"job_action", "HpcClusterDeleteCluster"}}), 3);
    QCOMPARE(count({{"start_time", since}, {"job_action", "HpcClusterStopCluster"}}), 0);
    QCOMPARE(count({{"start_time", since}, {"owner", "usr-me"}, {"status", "pending"}}), 3);
    QCOMPARE(count({{"start_time", since}, {"status", "successful"}}), 0);
    QCOMPARE(count({{"job_ids", jobs.at(1)}}), 1);
    QCOMPARE(count({{"job_ids", jobs.at(0) + ',' + jobs.at(2)}}), 2);
    QCOMPARE(count({{"jobs", jobs.at(0) + ' ' + jobs.at(2)}}), 2);
    QCOMPARE(count({{"resource_ids", ids.at(1)}, {"start_time", since}}), 1);
    QVERIFY(count({}) > 10);
    QCOMPARE(count({{"end_time", "2000-01-01T00:00:00Z"}}), 0);
    const QJsonObject oldest =
        cloud.get("/api/operation", {{"start_time", since}, {"reverse", "0"}, {"limit", "1"}});
    QCOMPARE(rows(oldest, "job_set").at(0)[QStringLiteral("job_id")].toString().toLatin1(),
             jobs.at(0));
}

void TestDemoCalls::quotaComesBack()
{
    Cloud cloud(1);
    WireRequest wrong = cloud.signer.get("/api/software/list");
    wrong.path = "/api/user";
    for (int i = 0; i < Gatekeeper::CallsPerHour; ++i) {
        QCOMPARE(code(cloud.send(wrong)), 1200); // costs nothing
        QCOMPARE(code(cloud.get("/api/software/list", {{"limit", "1"}})), 0);
    }
    QCOMPARE(code(cloud.get("/api/software/list")), 2500);
    cloud.moveTo(Start + 3'599'000);
    QCOMPARE(code(cloud.get("/api/software/list")), 2500);
    cloud.moveTo(Start + 3'600'000);
    QCOMPARE(code(cloud.get("/api/software/list")), 0);
}

void TestDemoCalls::refusalDial()
{
    Cloud cloud;
    Faults faults;
    faults.refusePercent = 100;
    cloud.calls.setFaults(faults);
    const QList<QByteArray> ids = cloud.deletable(); // reads are left alone
    QCOMPARE(code(cloud.remove({ids.at(0)})), 1400);
    QCOMPARE(cloud.deletable(), ids);
    cloud.calls.setFaults({});
    QCOMPARE(code(cloud.remove({ids.at(0)})), 0);
}

void TestDemoCalls::lossDial()
{
    Cloud cloud;
    Faults faults;
    faults.losePercent = 100;
    cloud.calls.setFaults(faults);
    const QByteArray id = cloud.deletable().at(0);
    const QJsonObject answer = cloud.remove({id});
    QCOMPARE(code(answer), 5000);
    QVERIFY(!answer.contains(QStringLiteral("job_id")));
    QVERIFY(!cloud.deletable().contains(id)); // it was carried out all the same
    QCOMPARE(code(cloud.remove({id})), 1400); // a refusal is never turned into a 5000
}

void TestDemoCalls::quotaDial()
{
    Cloud cloud;
    Faults faults;
    faults.callsLeft = 2;
    cloud.calls.setFaults(faults);
    QCOMPARE(code(cloud.get("/api/cluster/list")), 0);
    faults.latencyMs = 5; // another dial does not give calls back
    cloud.calls.setFaults(faults);
    QCOMPARE(code(cloud.get("/api/cluster/list")), 0);
    QCOMPARE(code(cloud.get("/api/cluster/list")), 2500);
    cloud.calls.setFaults({});
    QCOMPARE(code(cloud.get("/api/cluster/list")), 0);
}

void TestDemoCalls::clockDial()
{
    Cloud cloud;
    Faults faults;
    faults.clockSkewSeconds = 300;
    cloud.calls.setFaults(faults);
    QCOMPARE(code(cloud.get("/api/cluster/list")), 1300);

    // A client that has corrected its clock finds its own operations by that clock.
    cloud.signer.now = cloud.signer.now.addSecs(300);
    const QByteArray id = cloud.deletable().at(0);
    QCOMPARE(code(cloud.remove({id})), 0);
    const QJsonObject found = cloud.get(
        "/api/operation", {{"start_time", cloud.signer.now.toString(Qt::ISODate).toLatin1()}});
    QCOMPARE(total(found), 1);
    QCOMPARE(rows(found, "job_set").at(0)[QStringLiteral("create_time")],
             cloud.signer.now.toString(Qt::ISODate));
}

void TestDemoCalls::readDial()
{
    Cloud cloud;
    Faults faults;
    faults.failReadsPercent = 100;
    faults.failReadsOf = "software";
    cloud.calls.setFaults(faults);
    QCOMPARE(code(cloud.get("/api/software/list")), 5000);
    QCOMPARE(code(cloud.get("/api/cluster/list")), 0);
    const QByteArray id = cloud.deletable().at(0);
    faults.failReadsOf.clear();
    cloud.calls.setFaults(faults);
    QCOMPARE(code(cloud.get("/api/cluster/list")), 5000);
    QCOMPARE(code(cloud.remove({id})), 0); // a write is none of its business
}

/// As many as there are, each once, and a page of them what the whole has in that place.
void TestDemoCalls::pagesOfTheExtremes()
{
    Calls calls(Gatekeeper("KEY", "SECRET", "jn1a"),
                WorldOptions{60, 1, 10, QStringLiteral("usr-me"), Start, true});
    const Cloud plain;
    Signer signer = plain.signer;
    const auto get = [&](const QByteArray &path, const Signer::Parameters &parameters) {
        return calls.answer(signer.get(path, parameters), Start);
    };
    const QJsonArray newest = rows(get("/api/cluster/list", {{"limit", "3"}}), "cluster_set");
    const QByteArray id = newest.at(0)[QStringLiteral("cluster_id")].toString().toLatin1();
    QCOMPARE(newest.at(0)[QStringLiteral("total_node_count")].toInt(), 500);
    QCOMPARE(newest.at(2)[QStringLiteral("total_node_count")].toInt(-1), 0);
    QSet<QString> seen;
    for (int offset = 0; offset < 5000; offset += 100) {
        const QJsonObject page =
            get("/api/job/list",
                {{"cluster_id", id}, {"limit", "100"}, {"offset", QByteArray::number(offset)}});
        QCOMPARE(total(page), 5000);
        for (const auto &job : rows(page, "hpc_job_set"))
            seen.insert(job[QStringLiteral("job_id")].toString());
    }
    QCOMPARE(seen.size(), 5000);
    const auto jobs = [&](const QByteArray &status, const QByteArray &offset) {
        return get(
            "/api/job/list",
            {{"cluster_id", id}, {"limit", "1"}, {"offset", offset}, {"jobs_status", status}});
    };
    QCOMPARE(total(jobs("running", "0")), 300);
    const auto first = [](const QJsonObject &page) {
        return rows(page, "hpc_job_set").at(0)[QStringLiteral("job_status")].toString();
    };
    QCOMPARE(first(jobs("running", "299")), QStringLiteral("running"));
    QCOMPARE(first(jobs({}, "699")), QStringLiteral("pending"));
    QCOMPARE(first(jobs({}, "700")), QStringLiteral("running"));
    QCOMPARE(first(jobs({}, "1000")), QStringLiteral("finished"));
}

QTEST_GUILESS_MAIN(TestDemoCalls)
#include "tst_democalls.moc"

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

int code(const QJsonObject &answer)
{
    return answer.value(QStringLiteral("ret_code")).toInt(-1);
}

int total(const QJsonObject &answer)
{
    return answer.value(QStringLiteral("total_count")).toInt(-1);
}

/// The rows of a list, whichever key contains them.
QList<QJsonObject> rowsOf(const QJsonObject &answer)
{
    QList<QJsonObject> rows;
    for (const QString &name : answer.keys()) {
        if (name.endsWith(u"_set")) {
            for (const auto &row : answer.value(name).toArray())
                rows.append(row.toObject());
        }
    }
    return rows;
}

QByteArray text(const QJsonObject &row, const char *name)
{
    return row.value(QLatin1String(name)).toString().toUtf8();
}

int number(const QJsonObject &row, const char *name)
{
    return row.value(QLatin1String(name)).toInt(-1);
}

/// The calls of a small cloud with a clock that the test sets.
struct Cloud {
    Calls calls;
    Signer signer{QStringLiteral("KEY"), QStringLiteral("SECRET")};
    qint64 now = 0;

    explicit Cloud(int clusters = 60, quint64 seed = 1, bool extremes = false,
                   qint64 started = Start)
        : calls(Gatekeeper("KEY", "SECRET", "jn1a"),
                WorldOptions{clusters, seed, 10, QStringLiteral("usr-me"), started, extremes})
    {
        moveTo(started);
    }

    void moveTo(qint64 moment)
    {
        now = moment;
        signer.now = clusterdeck::utc(moment);
    }
    void set(const Faults &faults) { calls.setFaults(faults); }
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
        return post("/api/cluster/deleteCluster", deleteBody(ids));
    }
    QList<QJsonObject> clusters(Signer::Parameters parameters = {})
    {
        parameters.insert("limit", "100");
        return rowsOf(get("/api/cluster/list", parameters));
    }
    QJsonObject cluster(const QByteArray &id) { return clusters({{"cluster_id", id}}).value(0); }
    QList<QByteArray> deletable()
    {
        QList<QByteArray> ids;
        for (const QJsonObject &row : clusters({{"status", "active"}})) {
            if (text(row, "owner") == "usr-me" && text(row, "transition_status").isEmpty())
                ids.append(text(row, "cluster_id"));
        }
        return ids;
    }
};

} // namespace

class TestDemoCalls : public QObject
{
    Q_OBJECT

private slots:
    void answers_data();
    void answers();
    void fieldsAreTheDocumentedOnes();
    void bodies_data();
    void bodies();
    void refusesWhatCannotGo();
    void filtersAndSorts();
    void deletesAndTellsOfIt();
    void jobsTakeTheirTime();
    void stopsStartsModifies();
    void operationFilters();
    void quotaComesBack();
    void dials();
    void clockDial();
    void diceOfTheFaults();
    void sameSeedSameStory();
    void smallClouds();
    void extremes();
};

void TestDemoCalls::answers_data()
{
    QTest::addColumn<QByteArray>("call");
    QTest::addColumn<int>("expected");
    QTest::addColumn<int>("found");
    const auto row = [](const QByteArray &call, int expected, int found = 0) {
        QTest::newRow(call.constData()) << call << expected << found;
    };
    row("GET /api/cluster/list", 0, 10);
    row("GET /api/cluster/list?limit=100", 0, 100);
    row("GET /api/cluster/list?limit=1000000", 0, 100);
    row("GET /api/cluster/list?limit=0", 0, 0);
    row("GET /api/cluster/list?limit=100&offset=200", 0, 50);
    row("GET /api/cluster/list?limit=100&offset=250", 0, 0);
    row("GET /api/cluster/list?offset=2147483647", 0, 0);
    for (const char *wrong :
         {"limit=ten", "limit=-1", "offset=99999999999", "reverse=2", "verbose=yes", "zone=pek3"})
        row(QByteArray("GET /api/cluster/list?").append(wrong), 1100);
    row("GET /api/operation?start_time=yesterday", 1100);
    for (const char *each : {"cluster/listNodes", "job/list", "user"}) {
        const QByteArray call = QByteArray("GET /api/").append(each);
        row(call, 1100); // no cluster_id
        row(call + "?cluster_id=ehpc-00000000", 2100);
    }
    for (const char *path : {"", "/", "/api/cluster/", "/api/cluster/List", "/api/cluster/list/x",
                             "/api/cluster/list//", "/api//cluster/list", "//api/cluster/list"})
        row(QByteArray("GET ").append(path), 1101);
    row("POST /api/cluster/list", 1101);
    row("GET /api/cluster/deleteCluster", 1101);
}

void TestDemoCalls::answers()
{
    QFETCH(QByteArray, call);
    QFETCH(int, expected);
    QFETCH(int, found);
    const qsizetype space = call.indexOf(' ');
    const QList<QByteArray> parts = call.mid(space + 1).split('?');
    Signer::Parameters parameters;
    for (const QByteArray &each : parts.value(1).split('&'))
        parameters.insert(each.split('=').at(0), each.split('=').value(1));
    Cloud cloud(250);
    const QJsonObject answer =
        cloud.send(cloud.signer.request(call.left(space), parts.at(0), parameters));
    QCOMPARE(code(answer), expected);
    QCOMPARE(text(answer, "message").isEmpty(), expected == 0);
    QCOMPARE(total(answer), expected == 0 ? 250 : -1);
    QCOMPARE(rowsOf(answer).size(), found);
}

void TestDemoCalls::fieldsAreTheDocumentedOnes()
{
    Cloud cloud;
    const QByteArray id = cloud.deletable().constLast(); // old enough to have finished jobs
    for (const auto &[path, fields] :
         {std::pair<const char *, const char *>{
              "/api/cluster/list",
              "cluster_id cluster_name cluster_status cluster_type create_time description "
              "app_cluster_id nas_id nas_mount_point nas_path nas_shared_path paid_type "
              "scheduler_type "
              "total_node_count cpu_hours mem_hours pending_job_count running_job_count "
              "finished_job_count stopped_job_count deleted_job_count cluster_sw project_info "
              "transition_status owner"},
          {"/api/operation",
           "job_id job_action action_describe status resource_ids create_time status_time "
           "error_codes owner submitter"},
          {"/api/cluster/listNodes",
           "node_id name role status transition_status health_status private_ip eip cpu memory gpu "
           "cpu_model create_time cluster_id env"},
          {"/api/job/list", "hpcjob_uuid job_id job_name job_status queue_name run_user"},
          {"/api/user", "username user_id role"},
          {"/api/software/list", "hpcsw_id sw_name sw_ver description"},
          {"/api/queue/describeQueue", "queue_name"}}) {
        const QJsonObject first = rowsOf(cloud.get(path, {{"cluster_id", id}})).value(0);
        for (const QByteArray &field : QByteArray(fields).split(' '))
            QVERIFY2(first.contains(QLatin1String(field)), field.constData());
    }
}

void TestDemoCalls::bodies_data()
{
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *name, int code, const QByteArray &body,
                        const QByteArray &type = "application/json") {
        QTest::newRow(name) << type << body << code;
    };
    row("fine", 0, deleteBody({"ID"}));
    row("fine with a charset", 0, deleteBody({"ID"}), "Application/JSON; charset=utf-8");
    row("several", 0, deleteBody({"ID", "ID2"}));
    row("with unlease", 0,
        R"({"cluster_ids": ["ID"], "run_user": "u", "unlease": "1", "zone": "jn1a"})");
    row("no content type", 1100, deleteBody({"ID"}), {});
    row("form", 1100, deleteBody({"ID"}), "application/x-www-form-urlencoded");
    row("another zone", 1100, deleteBody({"ID"}, "pek3"));
    row("unknown id", 2100, deleteBody({"ID", "hpc-00000000"}));
    row("deep", 1100, QByteArray(5000, '['));
    for (const char *body :
         {"", "cluster_ids=ID", R"({"cluster_ids": ["ID")", R"(["ID"])",
          R"({"cluster_ids": ["ID"], "run_user": "u"})",
          R"({"cluster_ids": ["ID"], "zone": "jn1a"})",
          R"({"cluster_ids": ["ID"], "run_user": "", "zone": "jn1a"})",
          R"({"run_user": "u", "zone": "jn1a"})",
          R"({"cluster_ids": [], "run_user": "u", "zone": "jn1a"})",
          R"({"cluster_ids": "ID", "run_user": "u", "zone": "jn1a"})",
          R"({"cluster_ids": ["ID"], "run_user": "u", "unlease": 1, "zone": "jn1a"})",
          R"({"cluster_ids": ["ID", 1], "run_user": "u", "zone": "jn1a"})",
          R"({"cluster_id": ["ID"], "run_user": "u", "zone": "jn1a"})"})
        row(body, 1100, body);
}

void TestDemoCalls::bodies()
{
    QFETCH(QByteArray, contentType);
    QFETCH(QByteArray, body);
    QFETCH(int, expected);
    Cloud cloud;
    const QList<QByteArray> ids = cloud.deletable();
    body.replace("ID2", ids.at(1)).replace("ID", ids.at(0));
    WireRequest request = cloud.signer.post("/api/cluster/deleteCluster", body);
    request.contentType = contentType;
    QCOMPARE(code(cloud.send(request)), expected);
    QCOMPARE(cloud.deletable().contains(ids.at(0)), expected != 0); // refused: not started
}

/// With every seed, the cloud has enough clusters that can be deleted, and some of each kind that
/// cannot.
void TestDemoCalls::refusesWhatCannotGo()
{
    for (quint64 seed = 1; seed <= 20; ++seed) {
        Cloud cloud(60, seed);
        QVERIFY(cloud.deletable().size() >= 20);
        const QList<QJsonObject> before = cloud.clusters();
        QSet<QByteArray> kinds;
        for (const QJsonObject &row : before) {
            const QByteArray status = text(row, "cluster_status");
            const QByteArray kind = status == "pending"                         ? "pending"
                                    : text(row, "owner") != "usr-me"            ? "foreign"
                                    : !text(row, "transition_status").isEmpty() ? "busy"
                                                                                : status;
            kinds.insert(kind);
            kinds.insert(text(row, "paid_type"));
            const bool hasJobs =
                number(row, "running_job_count") > 0 || number(row, "pending_job_count") > 0;
            if (hasJobs)
                kinds.insert("with jobs");
            else if (kind == "active" && text(row, "create_time") < "2026-02") // 90 days ago
                kinds.insert("idle");
            if (kind == "active" || kind == "stopped" || kind == "suspended")
                continue;
            for (const char *call : {"delete", "stop", "start"})
                QCOMPARE(code(cloud.post(QByteArray("/api/cluster/").append(call) + "Cluster",
                                         deleteBody({text(row, "cluster_id")}))),
                         1400);
        }
        QCOMPARE(kinds,
                 (QSet<QByteArray>{"foreign", "busy", "pending", "active", "stopped", "suspended",
                                   "Reserved", "PayForUsed", "with jobs", "idle"}));
        QCOMPARE(cloud.clusters(), before);
    }
}

void TestDemoCalls::filtersAndSorts()
{
    Cloud cloud;
    // "mine" has own and shared clusters, "theirs" only those of that owner.
    const QList<QJsonObject> mine = cloud.clusters({{"owner", "usr-me"}});
    QCOMPARE(mine.size(), 60);
    QByteArray other;
    for (const QJsonObject &row : mine)
        other = text(row, "owner") == "usr-me" ? other : text(row, "owner");
    for (const auto &[name, value] : {std::pair<const char *, QByteArray>{"owner", other},
                                      {"status", "stopped"},
                                      {"cluster_type", "hpc"}}) {
        const QList<QJsonObject> some = cloud.clusters({{name, value}});
        QVERIFY2(!some.isEmpty() && some.size() < 60, name);
        for (const QJsonObject &row : some)
            QCOMPARE(text(row, qstrcmp(name, "status") == 0 ? "cluster_status" : name), value);
    }
    for (const char *key : {"cluster_name", "create_time"}) {
        QList<QJsonObject> rows = cloud.clusters({{"sort_key", key}});
        QVERIFY(std::is_sorted(rows.begin(), rows.end(), [&](const auto &one, const auto &next) {
            return text(one, key) < text(next, key);
        }));
        std::reverse(rows.begin(), rows.end());
        QCOMPARE(cloud.clusters({{"sort_key", key}, {"reverse", "1"}}), rows);
    }
    QCOMPARE(cloud.clusters(), cloud.clusters({{"sort_key", "create_time"}, {"reverse", "1"}}));
}

void TestDemoCalls::deletesAndTellsOfIt()
{
    Cloud cloud;
    const QByteArray id = cloud.deletable().at(4);
    const QJsonObject accepted = cloud.remove({id});
    QCOMPARE(code(accepted), 0);
    QCOMPARE(text(accepted, "action"), QByteArray("HpcDeleteClusterResponse"));
    QCOMPARE(accepted.value(QStringLiteral("hpc_cluster_id")), QJsonArray{QString::fromLatin1(id)});
    const auto operation = [&](const QJsonObject &answer) {
        return rowsOf(cloud.get("/api/operation", {{"job_ids", text(answer, "job_id")}})).value(0);
    };
    QCOMPARE(text(cloud.cluster(id), "transition_status"), QByteArray("deleting"));
    QCOMPARE(code(cloud.remove({id})), 1400);
    QCOMPARE(text(operation(accepted), "job_action"), QByteArray("HpcClusterDeleteCluster"));
    QCOMPARE(text(operation(accepted), "resource_ids"), id);

    QCOMPARE(text(operation(accepted), "status"), QByteArray("pending"));
    cloud.moveTo(Start + 16000);
    QCOMPARE(text(operation(accepted), "status"), QByteArray("successful"));
    QVERIFY(cloud.cluster(id).isEmpty());
    QCOMPARE(total(cloud.get("/api/cluster/list")), 59);
    QCOMPARE(code(cloud.remove({id})), 2100);
    QCOMPARE(code(cloud.get("/api/user", {{"cluster_id", id}})), 2100);

    // Several clusters in one job, one of them named twice, with the path of the provider's
    // example.
    const QList<QByteArray> ids = cloud.deletable().mid(0, 3);
    const QJsonObject several = cloud.post("/api/deleteCluster", deleteBody(ids + ids.mid(0, 1)));
    QCOMPARE(code(several), 0);
    QCOMPARE(text(operation(several), "resource_ids").count('-'), 3);
    cloud.moveTo(Start + 90000);
    QCOMPARE(total(cloud.get("/api/cluster/list")), 56);
}

/// With a job time of 10 s: 6 to 16 s, different for each job.
void TestDemoCalls::jobsTakeTheirTime()
{
    Cloud cloud;
    const QList<QByteArray> ids = cloud.deletable();
    for (const QByteArray &id : ids)
        QCOMPARE(code(cloud.remove({id})), 0);
    const auto left = [&](qint64 seconds) {
        cloud.moveTo(Start + seconds * 1000);
        return cloud.clusters().size() - 60 + ids.size();
    };
    QCOMPARE(left(5), ids.size());
    QVERIFY(left(11) > 0 && left(11) < ids.size());
    QCOMPARE(left(16), 0);
}

void TestDemoCalls::stopsStartsModifies()
{
    Cloud cloud;
    QByteArray id;
    for (const QByteArray &each : cloud.deletable())
        id = number(cloud.cluster(each), "running_job_count") > 0 ? each : id;
    QVERIFY(!id.isEmpty());
    const auto field = [&](const char *name) { return text(cloud.cluster(id), name); };
    const auto send = [&](const char *call) {
        return code(cloud.post(QByteArray("/api/cluster/").append(call) + "Cluster",
                               R"({"cluster_ids": [")" + id + R"("], "zone": "jn1a"})"));
    };
    QCOMPARE(send("start"), 1400);
    QCOMPARE(send("stop"), 0);
    QCOMPARE(field("transition_status"), QByteArray("stopping"));
    cloud.moveTo(Start + 30000);
    cloud.moveTo(Start + 20000); // setting the clock back does not undo anything
    QCOMPARE(field("cluster_status"), QByteArray("stopped"));
    QCOMPARE(number(cloud.cluster(id), "running_job_count"), 0);
    QCOMPARE(send("stop"), 1400);
    QCOMPARE(send("start"), 0);
    QCOMPARE(field("transition_status"), QByteArray("starting"));
    cloud.moveTo(Start + 60000);
    QCOMPARE(field("cluster_status"), QByteArray("active"));

    const auto modify = [&](const QByteArray &rest) {
        return code(cloud.post("/api/cluster/modifyCluster",
                               R"({"cluster_id": ")" + id + R"(", "zone": "jn1a", )" + rest + "}"));
    };
    QCOMPARE(modify(R"("cluster_name": "\u6d4b\u8bd5", "description": "x")"), 0);
    QCOMPARE(field("description"), QByteArray("x"));
    QCOMPARE(modify(R"("description": "")"), 0);
    QCOMPARE(field("description"), QByteArray(" "));
    QCOMPARE(modify(R"("cluster_name": " ")"), 1100);
    QCOMPARE(modify(R"("cluster_name": 5)"), 1100);
    QVERIFY(cloud.clusters({{"search_word", "测试"}}).contains(cloud.cluster(id)));
    QVERIFY(!cloud.clusters({{"search_word", "no such"}}).contains(cloud.cluster(id)));
}

void TestDemoCalls::operationFilters()
{
    Cloud cloud;
    const QList<QByteArray> ids = cloud.deletable();
    cloud.moveTo(Start + 5700);
    const QByteArray since = clusterdeck::utc(cloud.now).toString(Qt::ISODate).toLatin1();
    const QByteArray one = text(cloud.remove({ids.at(0)}), "job_id");
    const QByteArray two = text(cloud.remove({ids.at(1)}), "job_id");
    const auto count = [&](const Signer::Parameters &parameters) {
        return total(cloud.get("/api/operation", parameters));
    };
    QVERIFY(count({}) > 10);
    QCOMPARE(count({{"end_time", "2000-01-01T00:00:00Z"}}), 0);
    QCOMPARE(count({{"start_time", since}, {"job_action", "HpcClusterDeleteCluster"}}), 2);
    QCOMPARE(count({{"start_time", since}, {"job_action", "HpcClusterStopCluster"}}), 0);
    QCOMPARE(count({{"start_time", since}, {"owner", "usr-me"}, {"status", "pending"}}), 2);
    QCOMPARE(count({{"start_time", since}, {"status", "successful"}}), 0);
    QCOMPARE(count({{"start_time", since}, {"resource_ids", ids.at(1)}}), 1);
    QCOMPARE(count({{"job_ids", one}}), 1);
    QCOMPARE(count({{"job_ids", one + ',' + two}}), 2);
    QCOMPARE(count({{"jobs", one + ' ' + two}}), 2);
    const QJsonObject oldest =
        cloud.get("/api/operation", {{"start_time", since}, {"reverse", "0"}});
    QCOMPARE(text(rowsOf(oldest).at(0), "job_id"), one);
}

void TestDemoCalls::quotaComesBack()
{
    Cloud cloud(1);
    WireRequest wrong = cloud.signer.get("/api/software/list");
    wrong.path = "/api/user";
    for (int i = 0; i < Gatekeeper::CallsPerHour; ++i) {
        QCOMPARE(code(cloud.send(wrong)), 1200); // does not count against the quota
        QCOMPARE(code(cloud.get("/api/software/list", {{"limit", "1"}})), 0);
    }
    QCOMPARE(code(cloud.get("/api/software/list")), 2500);
    cloud.moveTo(Start + 3'599'000);
    QCOMPARE(code(cloud.get("/api/software/list")), 2500);
    cloud.moveTo(Start + 3'600'000);
    QCOMPARE(code(cloud.get("/api/software/list")), 0);
}

void TestDemoCalls::dials()
{
    Cloud cloud;
    Faults faults;
    faults.refusePercent = 100;
    cloud.set(faults);
    const QList<QByteArray> ids = cloud.deletable(); // reads are not affected
    QCOMPARE(code(cloud.remove({ids.at(0)})), 1400);
    QCOMPARE(cloud.deletable(), ids);
    faults = {};
    faults.losePercent = 100;
    cloud.set(faults);
    const QJsonObject lost = cloud.remove({ids.at(0)});
    QCOMPARE(code(lost), 5000);
    QVERIFY(!lost.contains(QStringLiteral("job_id")));
    QCOMPARE(cloud.deletable(), ids.mid(1));         // it was carried out nevertheless
    QCOMPARE(code(cloud.remove({ids.at(0)})), 1400); // a refusal is never replaced by a 5000
    faults = {};
    faults.failReadsPercent = 100;
    faults.failReadsOf = "software";
    cloud.set(faults);
    QCOMPARE(code(cloud.get("/api/software/list")), 5000);
    QCOMPARE(code(cloud.get("/api/cluster/list")), 0);
    faults.failReadsOf.clear();
    cloud.set(faults);
    QCOMPARE(code(cloud.get("/api/cluster/list")), 5000);
    QCOMPARE(code(cloud.remove({ids.at(1)})), 0); // writes are not affected
    faults = {};
    faults.callsLeft = 2;
    for (const int expected : {0, 0, 2500}) {
        faults.latencyMs += 5; // changing another fault does not restore calls
        cloud.set(faults);
        QCOMPARE(code(cloud.get("/api/cluster/list")), expected);
    }
    cloud.set({});
    QCOMPARE(code(cloud.get("/api/cluster/list")), 0);
}

void TestDemoCalls::clockDial()
{
    Cloud cloud;
    Faults faults;
    faults.clockSkewSeconds = 300;
    cloud.set(faults);
    QCOMPARE(code(cloud.get("/api/cluster/list")), 1300);

    // A client with a corrected clock finds its own operations by the server's time.
    cloud.signer.now = cloud.signer.now.addSecs(300);
    QCOMPARE(code(cloud.remove({cloud.deletable().at(0)})), 0);
    const QByteArray moment = cloud.signer.now.toString(Qt::ISODate).toLatin1();
    const QList<QJsonObject> found = rowsOf(cloud.get("/api/operation", {{"start_time", moment}}));
    QCOMPARE(found.size(), 1);
    QCOMPARE(text(found.at(0), "create_time"), moment);
}

/// Faults occur about as often as set, and in the same order for the same seed, whatever other
/// faults are set.
void TestDemoCalls::diceOfTheFaults()
{
    Faults faults;
    faults.refusePercent = 20;
    faults.losePercent = 5;
    const auto thrown = [&](quint64 seed, bool refuses, bool loses) {
        FaultDice dice(seed);
        QByteArray found;
        for (int i = 0; i < 10000; ++i) {
            found += refuses && dice.refuses(faults) ? 'R' : '.';
            found += loses && dice.loses(faults) ? 'L' : '.';
        }
        return found;
    };
    const QByteArray both = thrown(3, true, true);
    const qsizetype refused = both.count('R');
    const qsizetype lost = both.count('L');
    QVERIFY2(refused > 1800 && refused < 2200, qPrintable(QString::number(refused)));
    QVERIFY2(lost > 400 && lost < 600, qPrintable(QString::number(lost)));
    QCOMPARE(QByteArray(both).replace('L', '.'), thrown(3, true, false));
    QCOMPARE(QByteArray(both).replace('R', '.'), thrown(3, false, true));
    QVERIFY(both != thrown(4, true, true));
}

/// The same seed and the same requests at the same times give identical answers.
void TestDemoCalls::sameSeedSameStory()
{
    const auto story = [](quint64 seed) {
        Cloud cloud(60, seed);
        const QList<QByteArray> ids = cloud.deletable();
        QByteArray said;
        for (const qint64 moment : {0, 3000, 30000}) {
            cloud.moveTo(Start + moment);
            for (const char *path : {"/api/cluster/list", "/api/operation"})
                said += QJsonDocument(cloud.get(path, {{"limit", "100"}})).toJson();
            for (const char *path : {"/api/cluster/listNodes", "/api/job/list", "/api/user"})
                said += QJsonDocument(cloud.get(path, {{"cluster_id", ids.at(11)}})).toJson();
            said += text(cloud.remove({ids.at(int(moment / 3000))}), "job_id");
        }
        return said;
    };
    QCOMPARE(story(1), story(1));
    QVERIFY(story(1) != story(2));
    // Another start time changes the times only.
    const auto timeless = [](qint64 started) {
        QList<QJsonObject> rows = Cloud(60, 1, false, started).clusters();
        for (QJsonObject &row : rows)
            row.remove(QStringLiteral("create_time"));
        return rows;
    };
    QCOMPARE(timeless(Start + 5000), timeless(Start));
}

void TestDemoCalls::smallClouds()
{
    for (const int clusters : {1, 2, 3, 7, 33, 34}) {
        Cloud cloud(clusters);
        QSet<QByteArray> ids;
        for (const QJsonObject &row : cloud.clusters())
            ids.insert(text(row, "cluster_id"));
        QCOMPARE(ids.size(), clusters);
        QVERIFY(!cloud.deletable().isEmpty());
    }
}

/// The numbers of rows are as announced, each row exists once, and a page equals the same part of
/// the whole list.
void TestDemoCalls::extremes()
{
    Cloud plain;
    Cloud cloud(60, 1, true);
    const QList<QJsonObject> newest = cloud.clusters();
    QCOMPARE(newest.mid(3), plain.clusters().mid(3));
    const QByteArray id = text(newest.at(0), "cluster_id");
    QCOMPARE(id, text(plain.clusters().at(0), "cluster_id"));
    QCOMPARE(number(newest.at(0), "total_node_count"), 500);
    QCOMPARE(number(newest.at(2), "total_node_count"), 0);
    QList<QByteArray> ids;
    QList<QByteArray> states;
    const auto page = [&](int offset, const char *status = "") {
        return cloud.get("/api/job/list", {{"cluster_id", id},
                                           {"limit", "100"},
                                           {"offset", QByteArray::number(offset)},
                                           {"jobs_status", status}});
    };
    for (int offset = 0; offset < 5000; offset += 100) {
        for (const QJsonObject &job : rowsOf(page(offset))) {
            ids.append(text(job, "job_id"));
            states.append(text(job, "job_status"));
        }
    }
    QCOMPARE(QSet<QByteArray>(ids.begin(), ids.end()).size(), 5000);
    QCOMPARE(states.lastIndexOf("pending"), 699);
    QCOMPARE(states.indexOf("running"), 700);
    QCOMPARE(states.indexOf("finished"), 1000);
    QCOMPARE(total(page(0, "running")), 300);
    QCOMPARE(rowsOf(page(299, "running")).size(), 1);
    QCOMPARE(text(rowsOf(page(299, "running")).at(0), "job_status"), QByteArray("running"));
}

QTEST_GUILESS_MAIN(TestDemoCalls)
#include "tst_democalls.moc"

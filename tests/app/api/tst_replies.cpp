// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/answershape.h"
#include "app/api/clusterfields.h"
#include "app/api/replies.h"
#include "app/api/responseredaction.h"
#include "app/clusters/clusterrow.h"
#include "tests/app/api/parsed.h"
#include "tests/support/longrun.h"
#include "tests/support/utc.h"

#include <QJsonArray>
#include <QTest>

using namespace clusterdeck;

class TestReplies : public QObject
{
    Q_OBJECT

private slots:
    void successes_data();
    void successes();
    void oneBadValue_data();
    void oneBadValue();
    void whatStaysStrict_data();
    void whatStaysStrict();
    void nulBehindAName();
    void faults_data();
    void faults();
    void textOfAnError();
    void longMessages();
    void depth();
    void numberOfValues();
    void noAnswerHoldsTheWindowUp_data();
    void noAnswerHoldsTheWindowUp();

    void wholeCluster();
    void everyFieldUnderEachName();
    void clusterFields_data();
    void clusterFields();
    void anEmptyTextIsNotAMissingOne();
    void whatIsMissingIsUnknown();
    void rows_data();
    void rows();
    void createTime_data();
    void createTime();

    void operations();
    void progress_data();
    void progress();
    void accepted_data();
    void accepted();
};

namespace
{

ClusterRecord onlyCluster(const QByteArray &row)
{
    const Page<ClusterRecord> page =
        pageOf(reads::clusters(), parse("{\"cluster_set\": [" + row + "]}"));
    return page.records.value(0);
}

} // namespace

void TestReplies::successes_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("200") << 200 << QByteArray(R"({"ret_code": 0})");
    QTest::newRow("201") << 201 << QByteArray(R"({"action": "any", "ret_code": 0, "x": [1]})");
    QTest::newRow("spaces") << 200 << QByteArray(" \n{\"ret_code\":0}\n ");
    QTest::newRow("brackets in texts")
        << 200 << R"({"ret_code": 0, "x": ")" + QByteArray(2000, '[') + R"(\"[{"})";
}

void TestReplies::successes()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const Result<QJsonObject> result = replies::classify(status, body);
    QVERIFY(result.has_value());
    QCOMPARE(*result, parse(body));
}

/// One value in one row is not JSON: all rows are read, and the value is marked.
void TestReplies::oneBadValue_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("nodes");
    const auto name = [](const char *what, const QByteArray &bytes, const QString &shown) {
        QTest::newRow(what) << QByteArray("\"total_node_count\": 7, \"cluster_name\": \"") + bytes +
                                   '"'
                            << shown << "7";
    };
    const auto nodes = [](const QByteArray &bytes) {
        QTest::newRow(bytes.left(20).constData())
            << QByteArray("\"cluster_name\": \"n\", \"total_node_count\": ") + bytes << "n"
            << "unknown";
    };
    const QString bad = QStringLiteral("\uFFFD");
    name("cut in the middle of a character", "\xe6\xb5\x8b\xe8\xaf",
         QString::fromUtf8("测") + bad + bad);
    name("cut in front",
         "\xb5\x8b"
         "a",
         bad + bad + u'a');
    name("Latin-1", "caf\xe9", QStringLiteral("caf") + bad);
    name("GBK", "\xb2\xe2\xca\xd4", bad.repeated(4));
    name("overlong",
         "a\xc0\xaf"
         "b",
         u'a' + bad + bad + u'b');
    name("surrogate in UTF-8", "\xed\xa0\x80", bad.repeated(3));
    name("beyond Unicode", "\xf4\x90\x80\x80", bad.repeated(4));
    name("four bytes, cut", "\xf0\x9f\x9a", bad.repeated(3));
    name("high surrogate alone", R"(a\ud83db)", u'a' + bad + u'b');
    name("low surrogate alone", R"(\ude80)", bad);
    name("surrogates the wrong way round", R"(\ude80\ud83d)", bad + bad);
    name("a pair, and half of one", R"(\ud83d\ude80\ud83d)", QString::fromUtf8("🚀") + bad);
    name("escape cut", R"(a\u6d4)", u'a' + bad);
    name("escape cut at once", R"(a\u)", u'a' + bad);
    name("backslashes", R"(\\u6d\\)", QStringLiteral("\\u6d\\"));
    name("NUL", R"(a\u0000b)", QStringLiteral("a") + QChar(QChar::Null) + u'b');
    name("NUL itself", QByteArray("a\0b", 3), QStringLiteral("a") + QChar(QChar::Null) + u'b');
    name("what looks like a word", "NaN 1e400 \xff", QStringLiteral("NaN 1e400 ") + bad);
    for (const char *number : {"NaN", "Infinity", "-Infinity", "1e400", "-1e400", "+7", "007",
                               "0x7", "nil", "True", "1e", "null"})
        nodes(number);
    nodes(QByteArray(4000, '9'));
}

void TestReplies::oneBadValue()
{
    QFETCH(QByteArray, fields);
    const QByteArray good =
        R"({"cluster_id": "ehpc-2", "cluster_name": "good \u6d4b", "nas_id": "-1"})";
    const QByteArray body = R"({"ret_code": 0, "total_count": 3, "cluster_set": [)" + good +
                            R"(, {"cluster_id": "ehpc-1", )" + fields + "}, " + good + "]}";
    for (const QByteArray &mark : {QByteArray(), QByteArray("\xef\xbb\xbf")}) {
        const Result<QJsonObject> answer = replies::classify(200, mark + body);
        QVERIFY2(answer.has_value(), qPrintable(answer ? QString() : answer.error().detail));
        const Page<ClusterRecord> page = pageOf(reads::clusters(), *answer);
        QCOMPARE(page.total, 3);
        QCOMPARE(page.records.size(), 3);
        QCOMPARE(page.records.at(1).id, QStringLiteral("ehpc-1"));
        QTEST(page.records.at(1).name, "name");
        QTEST(shown(page.records.at(1).nodes), "nodes");
        QCOMPARE(page.records.at(2).name, QString::fromUtf8("good 测"));
        QCOMPARE(page.records.at(2).nasId, QStringLiteral("-1"));
    }
}

/// ret_code and job ids are never guessed.
void TestReplies::whatStaysStrict_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("job"); // "error": the answer is not accepted
    const auto row = [](const QByteArray &body, const char *job) {
        QTest::newRow(body.toPercentEncoding(" {}\":,[]").constData())
            << body << QString::fromLatin1(job);
    };
    row("{\"ret_code\": 0, \"job_id\": \"j-1\", \"action\": \"\xff\"}", "j-1");
    row("{\"ret_code\": 0, \"job_id\": \"j-1\xff\"}", "");
    row("{\"ret_code\": 0, \"job_id\": \"j-1\\ud800\"}", "");
    row("{\"ret_code\": 0, \"job_id\": [\"j-1\", \"j-2\xff\"]}", "");
    row("{\"ret_code\": 0, \"job_id\": \"\xff\", \"job_ids\": \"j-2\"}", "");
    row("{\"ret_code\": 0\xff, \"job_id\": \"j-1\"}", "error");
    row("{\"ret_code\xff\": 0, \"job_id\": \"j-1\"}", "error");
    row("{\"ret_code\\u00\": 0, \"job_id\": \"j-1\"}", "error");
    row("{\"ret_code\": NaN, \"job_id\": \"j-1\"}", "error");
    row("{\"ret_code\": 00, \"job_id\": \"j-1\"}", "error");
    row("{\"ret_code\": +0, \"job_id\": \"j-1\"}", "error");
    row("{\"ret_code\": 1e-400, \"job_id\": \"j-1\"}", "error");
    row("{\"ret_code\": \"0\xff\", \"job_id\": \"j-1\"}", "error");
    row("{\"ret_code\": \"5000\xff\", \"job_id\": \"j-1\"}", "error");
    row("{\"ret_code\": 0, \"job_id\": \"j-1\xff", "error"); // truncated
    row("{\"ret_code\": 0, \"job_id\": \"j-1\xff\"}{", "error");
    row("\xff{\"ret_code\": 0, \"job_id\": \"j-1\"}", "error");
    row("[{\"ret_code\": 0, \"job_id\": \"j-1\"}]", "error");
}

void TestReplies::whatStaysStrict()
{
    QFETCH(QByteArray, body);
    const Result<QJsonObject> answer = replies::classify(200, body);
    if (!answer) {
        QCOMPARE(answer.error().kind, ErrorKind::Protocol);
        QCOMPARE(answer.error().outcome, Outcome::Unknown);
    }
    QTEST(answer ? replies::accepted(*answer).jobId : QStringLiteral("error"), "job");
}

/// Qt 6.8 finds a key with a trailing U+0000 under the name without it, but the names differ.
void TestReplies::nulBehindAName()
{
    QVERIFY(!replies::classify(200, R"({"ret_code\u0000": 0})").has_value());
    const QJsonObject lists =
        parse(R"({"total_count\u0000": 1, "cluster_set\u0000": [{"cluster_id": "a"}],
                                        "job_set\u0000": [{"job_id": "j-1"}], "job_id\u0000": "j-1"})");
    QCOMPARE(pageOf(reads::clusters(), lists).rows, 0);
    QVERIFY(!pageOf(reads::clusters(), lists).total);
    QCOMPARE(pageOf(reads::operations(), lists).rows, 0);
    QVERIFY(replies::accepted(lists).jobId.isEmpty());
    QVERIFY(onlyCluster(R"({"cluster_id\u0000": "a"})").id.isEmpty());
    QVERIFY(
        onlyCluster(R"({"cluster_id": "a", "cluster_status\u0000": "stopped"})").status.isEmpty());
    QVERIFY(onlyCluster(R"({"app_cluster\u0000": {"cluster_id": "a"}})").id.isEmpty());
    QCOMPARE(
        replies::classify(200, R"({"ret_code": 1400, "message\u0000": "x"})").error().serverText,
        QString());
}

void TestReplies::faults_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, int status, const QByteArray &body, ErrorKind kind,
                        Outcome outcome = Outcome::Unknown, int code = 0) {
        QTest::newRow(name) << status << body << kind << outcome << code;
    };
    const ErrorKind protocol = ErrorKind::Protocol;
    row("empty", 200, "", protocol);
    row("HTML", 200, "<html>502</html>", protocol);
    row("HTML error", 502, "<html>502</html>", protocol);
    row("list", 200, R"([{"ret_code": 0}])", protocol);
    row("cut off", 200, R"({"ret_code": 0)", protocol);
    row("something behind it", 200, R"({"ret_code": 0} x)", protocol);
    row("UTF-16", 200, QByteArray("\xff\xfe{\0}\0", 6), protocol);
    row("no ret_code", 200, R"({"job_id": "j-1"})", protocol);
    row("null", 200, R"({"ret_code": null})", protocol);
    row("zero as text", 200, R"({"ret_code": "0"})", protocol);
    row("false", 200, R"({"ret_code": false})", protocol);
    row("fraction", 200, R"({"ret_code": 0.5})", protocol);
    row("too large", 200, R"({"ret_code": 1e300})", protocol);
    row("just too large", 200, R"({"ret_code": 4294967296})", protocol);
    row("success with an error's status", 500, R"({"ret_code": 0})", protocol);
    row("success with 404", 404, R"({"ret_code": 0})", protocol);
    row("redirect", 302, "", ErrorKind::Redirected);
    row("redirect that says done", 307, R"({"ret_code": 0})", ErrorKind::Redirected);
    row("refused with 200", 200, R"({"ret_code": 1400})", ErrorKind::Forbidden, Outcome::Refused,
        1400);
    row("refused with 403", 403, R"({"ret_code": 1400})", ErrorKind::Forbidden, Outcome::Refused,
        1400);
    row("code as text", 200, R"({"ret_code": "2100"})", ErrorKind::NotFound, Outcome::Refused,
        2100);
    row("internal", 500, R"({"ret_code": 5000})", ErrorKind::ServerFault, Outcome::Unknown, 5000);
    row("undocumented", 200, R"({"ret_code": 7})", ErrorKind::Rejected, Outcome::Unknown, 7);
    row("negative", 200, R"({"ret_code": -1})", ErrorKind::Rejected, Outcome::Unknown, -1);
}

void TestReplies::faults()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const Result<QJsonObject> result = replies::classify(status, body);
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().httpStatus, status);
    QVERIFY(!result.error().detail.isEmpty());
    QTEST(result.error().kind, "kind");
    QTEST(result.error().outcome, "outcome");
    QTEST(result.error().retCode, "code");
}

void TestReplies::textOfAnError()
{
    const Result<QJsonObject> result =
        replies::classify(200, R"({"ret_code": 1400, "message": "PermissionDenied, <b>busy</b>"})");
    QCOMPARE(result.error().serverText, QStringLiteral("PermissionDenied, <b>busy</b>"));
    QVERIFY(!result.error().detail.contains(u'<'));
}

void TestReplies::longMessages()
{
    const auto answer = [](int size) {
        return R"({"ret_code": 1400, "message": ")" + QByteArray(size, 'a') + "\"}";
    };
    QCOMPARE(replies::classify(200, answer(16 * 1024)).error().serverText.size(), 16 * 1024);
    QCOMPARE(replies::classify(200, answer(16 * 1024 + 1)).error().serverText, QString());
}

void TestReplies::depth()
{
    const auto nested = [](int depth) {
        return R"({"ret_code": 0, "x": )" + QByteArray(depth - 1, '[') +
               QByteArray(depth - 1, ']') + '}';
    };
    QVERIFY(replies::classify(200, nested(512)).has_value());
    const Result<QJsonObject> result = replies::classify(200, nested(513));
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().kind, ErrorKind::Protocol);
    QVERIFY(result.error().detail.contains(QStringLiteral("deep")));
    QVERIFY(!replies::classify(200, QByteArray(10'000'000, '[')).has_value());
}

void TestReplies::numberOfValues()
{
    const auto withCommas = [](int commas) {
        return "{\"ret_code\": 0, \"x\": [" + QByteArray("0,").repeated(commas) + "0]}";
    };
    // Two brackets and the comma after ret_code also count.
    QVERIFY(replies::classify(200, withCommas(MaxAnswerValues - 3)).has_value());
    const Result<QJsonObject> result = replies::classify(200, withCommas(MaxAnswerValues - 2));
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().kind, ErrorKind::Protocol);
    QCOMPARE(result.error().outcome, Outcome::Unknown);
    QVERIFY(result.error().detail.contains(QStringLiteral("too many values")));
    const QByteArray inAText = R"({"ret_code": 0, "x": ")" + QByteArray(1'000'000, ',') + "\"}";
    QVERIFY(replies::classify(200, inAText).has_value());
}

void TestReplies::noAnswerHoldsTheWindowUp_data()
{
    QTest::addColumn<QByteArray>("body");
    // ApiCall accepts up to 32 MB. Parsing that takes longer than linear time would not end with a
    // smaller answer either.
    const int Most = runs(4, 16) * 1024 * 1024;
    const auto list = [](const char *name, const QByteArray &row, int bytes) {
        return R"({"ret_code": 0, ")" + QByteArray(name) + "\": [" +
               row.repeated(bytes / int(row.size())) + "0]}";
    };
    QTest::newRow("empty rows") << list("cluster_set", "{},", Most);
    QTest::newRow("deep") << list("x", QByteArray(500, '[') + QByteArray(500, ']') + ",", Most);
    // The largest number of rows that is read.
    QTest::newRow("rows") << list("cluster_set", R"({"cluster_id":1},)", 49'000 * 17);
    QTest::newRow("jobs") << list("job_set", R"({"job_id":1},)", 49'000 * 13);
    QTest::newRow("a row of rows") << list("cluster_set", R"([{"cluster_id":1}],)", 33'000 * 19);
    // Long text in the fields that are searched.
    const auto text = [Most](const QByteArray &before, const QByteArray &piece, const char *after) {
        return before + '"' + piece.repeated(Most / int(piece.size()) - 100) + '"' + after;
    };
    QTest::newRow("code") << text(R"({"ret_code":)", "9", "}");
    QTest::newRow("total") << text(R"({"ret_code":0,"cluster_set":[],"total_count":)", "9", "}");
    QTest::newRow("job id") << text(R"({"ret_code":0,"job_id":)", "a ", "}");
    QTest::newRow("resources") << text(R"({"ret_code":0,"job_set":[{"job_id":1,"resource_ids":)",
                                       "a,", "}]}");
    QTest::newRow("time") << text(R"({"ret_code":0,"cluster_set":[{"cluster_id":1,"create_time":)",
                                  "  1", "}]}");
    QTest::newRow("message") << text(R"({"ret_code":1400,"message":)", "%", "}");
    QTest::newRow("codes") << text(R"({"ret_code":0,"job_set":[{"job_id":1,"error_codes":)", "a",
                                   "}]}");
    QByteArray names = R"({"ret_code": 0, "escape": "\/")";
    for (int i = 0; i < 99'000; ++i)
        names += ",\"n" + QByteArray::number(i) + R"(": "a")";
    QTest::newRow("many names") << names + '}';
    QTest::newRow("blanks of many times") << list(
        "cluster_set", R"({"cluster_id":1,"create_time":"2)" + QByteArray(900, ' ') + R"(x"},)",
        30'000 * 930);
}

void TestReplies::noAnswerHoldsTheWindowUp()
{
    QFETCH(QByteArray, body);
    const Redactor keys = redactorFor(QStringLiteral("QYACCESSKEYIDEXAMPLE"),
                                      QStringLiteral("SECRETACCESSKEY"), "a=b&signature=W68nib");
    const Result<QJsonObject> answer = withoutKeys(replies::classify(200, body), body, keys);
    if (answer) {
        (void)pageOf(reads::clusters(), *answer);
        (void)pageOf(reads::operations(), *answer);
        (void)replies::accepted(*answer);
    }
}

void TestReplies::wholeCluster()
{
    const ClusterRecord read = onlyCluster(R"({
        "cluster_id": "ehpc-1", "cluster_name": "<b>气候</b>", "cluster_status": "active",
        "transition_status": "", "cluster_type": "ehpc", "create_time": "2021-08-19T16:44:40Z",
        "description": " ", "owner": "usr-a", "run_user": "usr-b", "app_cluster_id": "cl-9",
        "nas_id": "nas-1", "nas_mount_point": "mp", "nas_path": "/p", "nas_shared_path": "/s",
        "paid_type": "PayForUsed", "scheduler_type": "slurm", "total_node_count": 8,
        "cpu_hours": 12.5, "mem_hours": 0, "pending_job_count": 1, "running_job_count": 2,
        "finished_job_count": 3, "stopped_job_count": 4, "deleted_job_count": 5,
        "cluster_sw": [{"description": "", "hpcsw_id": "sw-1", "sw_name": "GROMACS", "sw_ver": "5.1"},
                       {"sw_name": "WRF"}],
        "project_info": {"shared_status": "shared", "project_role": "admin"}})");
    ClusterRecord wanted;
    wanted.id = QStringLiteral("ehpc-1");
    wanted.name = QString::fromUtf8("<b>气候</b>");
    wanted.status = QStringLiteral("active");
    wanted.type = QStringLiteral("ehpc");
    wanted.owner = QStringLiteral("usr-a");
    wanted.runUser = QStringLiteral("usr-b");
    wanted.appClusterId = QStringLiteral("cl-9");
    wanted.nasId = QStringLiteral("nas-1");
    wanted.mountPoint = QStringLiteral("mp");
    wanted.nasPath = QStringLiteral("/p");
    wanted.nasSharedPath = QStringLiteral("/s");
    wanted.billing = QStringLiteral("PayForUsed");
    wanted.scheduler = QStringLiteral("slurm");
    wanted.sharedStatus = QStringLiteral("shared");
    wanted.projectRole = QStringLiteral("admin");
    wanted.createdText = QStringLiteral("2021-08-19T16:44:40Z");
    wanted.created = utc(QDate(2021, 8, 19), QTime(16, 44, 40));
    wanted.nodes = 8;
    wanted.pendingJobs = 1;
    wanted.runningJobs = 2;
    wanted.finishedJobs = 3;
    wanted.stoppedJobs = 4;
    wanted.deletedJobs = 5;
    wanted.cpuHours = 12.5;
    wanted.memoryHours = 0;
    wanted.software = QStringList{QStringLiteral("GROMACS 5.1"), QStringLiteral("WRF")};
    QCOMPARE(read, wanted);
}

/// Tests each field alone, under each of its names and in each of its places.
void TestReplies::everyFieldUnderEachName()
{
    struct Answered {
        const char *operator()(const QString &) const { return R"("2021-08-19T16:44:40Z")"; }
        const char *operator()(const QDateTime &) const { return R"("2021-08-19T16:44:40Z")"; }
        const char *operator()(const std::optional<int> &) const { return "7"; }
        const char *operator()(const std::optional<double> &) const { return "7"; }
        const char *operator()(const QStringList &) const { return R"([{"sw_name": "WRF"}])"; }
    };
    const auto isRead = [](const ClusterField &field, const char *name, QByteArray row) {
        const auto read = [&](auto member) {
            row.replace("NAME", name).replace("VALUE", Answered()(ClusterRecord().*member));
            return onlyCluster(row).*member != ClusterRecord().*member;
        };
        return std::visit(read, field.member);
    };
    for (const ClusterField &field : ClusterFields) {
        if (field.member == ClusterMember(&ClusterRecord::id))
            continue; // part of each of these rows
        for (const char *name : {field.name, field.otherName}) {
            QVERIFY2(isRead(field, name, R"({"cluster_id": "a", "NAME": VALUE})"), name);
            QVERIFY2(isRead(field, name, R"({"cluster_id": "a", "app_cluster": {"NAME": VALUE}})"),
                     name);
            QCOMPARE(isRead(field, name, R"({"cluster_id": "a", "project_info": {"NAME": VALUE}})"),
                     field.inProject);
        }
    }
}

void TestReplies::clusterFields_data()
{
    // id/status/nodes/cpu/mount/scheduler/role/shared/transition/description
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("wanted");
    const auto row = [](const char *name, const QByteArray &fields, const char *wanted) {
        QTest::newRow(name) << R"({"cluster_id": "hpc-1")" + fields + "}"
                            << QString::fromUtf8(wanted);
    };
    row("numbers as text", R"(, "total_node_count": " 12 ", "cpu_hours": "3.25")",
        "hpc-1//12/3.25//////");
    row("numbers that are none", R"(, "total_node_count": "many", "cpu_hours": "")",
        "hpc-1//unknown/unknown//////");
    row("null and negative", R"(, "total_node_count": null, "cpu_hours": -1)",
        "hpc-1//unknown/unknown//////");
    row("no whole count", R"(, "total_node_count": 1.5)", "hpc-1//unknown/unknown//////");
    row("true is no number", R"(, "total_node_count": true, "cpu_hours": true)",
        "hpc-1//unknown/unknown//////");
    row("huge count", R"(, "total_node_count": 1e12)", "hpc-1//unknown/unknown//////");
    row("misspelt",
        R"(, "toatl_node_count": 3, "nas_mout_point": "m", "schedule_type": "pbs",
           "project_info": {"projet_role": "r"})",
        "hpc-1//3/unknown/m/pbs/r///");
    row("right spelling wins", R"(, "toatl_node_count": 3, "total_node_count": 4)",
        "hpc-1//4/unknown//////");
    row("nested", R"(, "app_cluster": {"cluster_status": "active", "total_node_count": 5,
                     "nas_mout_point": "n", "project_info": {"project_role": "r"}})",
        "hpc-1/active/5/unknown/n//r///");
    row("outer wins",
        R"(, "cluster_status": "stopped", "app_cluster": {"cluster_status": "active"})",
        "hpc-1/stopped/unknown/unknown//////");
    row("empty does not win",
        R"(, "transition_status": "", "app_cluster": {"transition_status": "deleting"})",
        "hpc-1//unknown/unknown/////deleting/");
    row("objects as lists",
        R"(, "app_cluster": [{"cluster_status": "active"}], "project_info": [{"shared_status": "s"}])",
        "hpc-1/active/unknown/unknown////s//");
    row("project fields flat", R"(, "project_role": "r", "shared_status": "s")",
        "hpc-1//unknown/unknown///r/s//");
    row("description", R"(, "description": " mine ")", "hpc-1//unknown/unknown////// mine ");
    row("wrong types", R"(, "cluster_status": {"x": 1}, "description": [], "app_cluster": 5)",
        "hpc-1//unknown/unknown//////");
    QTest::newRow("id only nested") << QByteArray(R"({"app_cluster": {"cluster_id": "ehpc-2"}})")
                                    << QStringLiteral("ehpc-2//unknown/unknown//////");
}

void TestReplies::clusterFields()
{
    QFETCH(QByteArray, row);
    const ClusterRecord read = onlyCluster(row);
    const QStringList texts{
        read.id,         read.status,     shown(read.nodes), shown(read.cpuHours),
        read.mountPoint, read.scheduler,  read.projectRole,  read.sharedStatus,
        read.transition, read.description};
    QTEST(texts.join(u'/'), "wanted");
}

/// An empty text means that there is no value; a missing text means nothing. The table keeps the
/// difference.
void TestReplies::anEmptyTextIsNotAMissingOne()
{
    const ClusterRecord read = onlyCluster(
        R"({"cluster_id": "hpc-1", "description": "", "nas_id": " ", "owner": null, "type": 5})");
    for (const ClusterRecord &record : {read, ClusterRow(read).record()}) {
        QVERIFY(record.description.isEmpty() && !record.description.isNull());
        QVERIFY(record.nasId.isEmpty() && !record.nasId.isNull());
        QVERIFY(record.owner.isNull() && record.nasPath.isNull() && record.transition.isNull());
    }
    // Nested, where the outer record has no value.
    const ClusterRecord nested =
        onlyCluster(R"({"cluster_id": "hpc-1", "app_cluster": {"description": ""}})");
    QVERIFY(nested.description.isEmpty() && !nested.description.isNull());
}

void TestReplies::whatIsMissingIsUnknown()
{
    ClusterRecord wanted;
    wanted.id = QStringLiteral("hpc-1");
    QCOMPARE(onlyCluster(R"({"cluster_id": "hpc-1"})"), wanted);
    QVERIFY(!wanted.runningJobs.has_value());
    QCOMPARE(pageOf(reads::clusters(), {}).total, std::nullopt);
}

void TestReplies::rows_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("ids");
    QTest::addColumn<int>("rowCount");
    QTest::addColumn<QString>("total");
    const auto row = [](const char *name, const QByteArray &answer, const char *ids, int count,
                        const char *total) {
        QTest::newRow(name) << answer << QString::fromUtf8(ids) << count
                            << QString::fromUtf8(total);
    };
    row("list", R"({"total_count": 7, "cluster_set": [{"cluster_id": "a"}, {"cluster_id": "b"}]})",
        "a b", 2, "7");
    row("total as text", R"({"total_count": "7", "cluster_set": []})", "", 0, "7");
    row("one as object", R"({"cluster_set": {"cluster_id": "a", "x": {"y": 1}}})", "a", 1,
        "unknown");
    row("one as object, id nested", R"({"cluster_set": {"app_cluster": {"cluster_id": "a"}}})", "a",
        1, "unknown");
    row("object of rows",
        R"({"cluster_set": {"0": {"cluster_id": "a"}, "1": {"cluster_id": "b"}}})", "a b", 2,
        "unknown");
    row("unreadable rows count",
        R"({"cluster_set": [{"cluster_id": "a"}, {"cluster_id": " "}, {}, null, 5, "x"]})", "a", 6,
        "unknown");
    row("id as number", R"({"cluster_set": [{"cluster_id": 12}]})", "12", 1, "unknown");
    row("an application's id is none",
        R"({"cluster_set": [{"app_cluster": {"cluster_id": "cl-1"}}]})", "", 1, "unknown");
    row("none", R"({"cluster_set": null})", "", 0, "unknown");
    row("a damaged id is shown",
        R"({"cluster_set": [{"cluster_id": "a"}, {"cluster_id": "b\ud800"}]})", "a b\uFFFD", 2,
        "unknown");
    row("a total that is too large",
        R"({"total_count": "1e400", "cluster_set": [{"cluster_id": "a"}]})", "a", 1, "unknown");
    row("a name twice: the last", R"({"total_count": 1, "total_count": 2, "cluster_set": []})", "",
        0, "2");
}

void TestReplies::rows()
{
    QFETCH(QByteArray, answer);
    const Page<ClusterRecord> page = pageOf(reads::clusters(), parse(answer));
    QStringList ids;
    for (const ClusterRecord &cluster : page.records)
        ids += cluster.id;
    QTEST(ids.join(u' '), "ids");
    QTEST(page.rows, "rowCount");
    QTEST(shown(page.total), "total");
}

void TestReplies::createTime_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDateTime>("wanted");
    const QDateTime moment = utc(QDate(2021, 8, 19), QTime(16, 44, 40));
    QTest::newRow("Z") << "2021-08-19T16:44:40Z" << moment;
    QTest::newRow("fraction") << "2021-08-19T16:44:40.250Z" << moment.addMSecs(250);
    QTest::newRow("microseconds") << "2021-08-19T16:44:40.250000Z" << moment.addMSecs(250);
    QTest::newRow("offset") << "2021-08-20T00:44:40+08:00" << moment;
    QTest::newRow("offset without colon") << "2021-08-20T00:44:40+0800" << moment;
    QTest::newRow("space before offset") << "2021-08-20 00:44:40 +0800" << moment;
    QTest::newRow("no zone is UTC") << "2021-08-19T16:44:40" << moment;
    QTest::newRow("space") << " 2021-08-19 16:44:40 " << moment;
    QTest::newRow("no seconds") << "2021-08-19T16:44Z" << moment.addSecs(-40);
    QTest::newRow("date") << "2021-08-19" << utc(QDate(2021, 8, 19), QTime(0, 0));
    QTest::newRow("no date") << "yesterday" << QDateTime();
    QTest::newRow("impossible") << "2021-13-41T16:44:40Z" << QDateTime();
}

void TestReplies::createTime()
{
    QFETCH(QString, text);
    QFETCH(QDateTime, wanted);
    const ClusterRecord read =
        onlyCluster(R"({"cluster_id": "hpc-1", "create_time": ")" + text.toUtf8() + R"("})");
    QCOMPARE(read.createdText, text.trimmed());
    QCOMPARE(read.created.isValid(), wanted.isValid());
    QCOMPARE(read.created, wanted);
    if (wanted.isValid())
        QCOMPARE(read.created.timeSpec(), Qt::UTC);
}

void TestReplies::operations()
{
    const Page<OperationRecord> page =
        pageOf(reads::operations(), parse(R"({"total_count": "3", "job_set": [
        {"job_id": "j-1", "job_action": "HpcClusterDeleteCluster", "status": "successful",
         "resource_ids": "hpc-1  hpc-2", "create_time": "2021-08-19T16:44:40Z", "error_codes": "",
         "action_describe": "Delete cluster", "status_time": "2021-08-19T16:45:00Z",
         "owner": "usr-a", "submitter": "usr-b"},
        {"job_id": "j-2", "resource_ids": ["hpc-3", "hpc-4"], "error_codes": ["E1", "E2"]},
        {"status": "failed"}]})"));
    QCOMPARE(page.rows, 3);
    QCOMPARE(page.total, std::optional(3));
    QCOMPARE(page.records.size(), 2);
    OperationRecord first;
    first.jobId = QStringLiteral("j-1");
    first.action = QStringLiteral("HpcClusterDeleteCluster");
    first.status = QStringLiteral("successful");
    first.owner = QStringLiteral("usr-a");
    first.submitter = QStringLiteral("usr-b");
    first.resourceIds = QStringList{QStringLiteral("hpc-1"), QStringLiteral("hpc-2")};
    first.created = utc(QDate(2021, 8, 19), QTime(16, 44, 40));
    first.description = QStringLiteral("Delete cluster");
    first.changed = utc(QDate(2021, 8, 19), QTime(16, 45));
    QCOMPARE(page.records.first(), first);
    QCOMPARE(page.records.last().resourceIds.join(u' '), QStringLiteral("hpc-3 hpc-4"));
    QCOMPARE(page.records.last().errorCodes, QStringLiteral("E1, E2"));
}

void TestReplies::progress_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<int>("wanted");
    QTest::newRow("pending") << "pending" << int(OperationProgress::Running);
    QTest::newRow("working") << "working" << int(OperationProgress::Running);
    QTest::newRow("unknown") << "who knows" << int(OperationProgress::Running);
    QTest::newRow("empty") << "" << int(OperationProgress::Running);
    QTest::newRow("successful") << "successful" << int(OperationProgress::Successful);
    QTest::newRow("Failed") << "Failed" << int(OperationProgress::Failed);
}

void TestReplies::progress()
{
    QFETCH(QString, status);
    OperationRecord operation;
    operation.status = status;
    QTEST(int(progressOf(operation)), "wanted");
}

void TestReplies::accepted_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("job");
    QTest::newRow("job_id") << QByteArray(R"({"job_id": "j-1"})") << "j-1";
    QTest::newRow("job_id as list") << QByteArray(R"({"job_id": ["j-1", "j-2"]})") << "j-1";
    QTest::newRow("job_ids") << QByteArray(R"({"job_ids": ["j-1"]})") << "j-1";
    QTest::newRow("job_ids as text") << QByteArray(R"({"job_ids": "j-1"})") << "j-1";
    QTest::newRow("empty job_id") << QByteArray(R"({"job_id": "", "job_ids": ["j-1"]})") << "j-1";
    QTest::newRow("none") << QByteArray(R"({"hpc_cluster_id": ["hpc-1"]})") << "";
    QTest::newRow("wrong type") << QByteArray(R"({"job_id": {"x": "j-1"}})") << "";
}

void TestReplies::accepted()
{
    QFETCH(QByteArray, answer);
    QTEST(replies::accepted(parse(answer)).jobId, "job");
}

QTEST_GUILESS_MAIN(TestReplies)
#include "tst_replies.moc"

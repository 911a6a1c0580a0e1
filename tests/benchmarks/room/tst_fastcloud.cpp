// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/room/fastcloud.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace clusterdeck;
using namespace std::chrono_literals;

namespace
{

FastCloud cloudOf(int count)
{
    std::vector<FastCloud::Row> rows;
    for (int i = 0; i < count; ++i) {
        const std::string id = "ehpc-" + std::to_string(i);
        rows.push_back({id, "{\"cluster_id\": \"" + id + "\"}"});
    }
    return {std::move(rows), 1000ms};
}

} // namespace

/// What the figures of listings and bulk work rest on: the server counts and tells the truth.
class TestFastCloud : public QObject
{
    Q_OBJECT

private slots:
    void pages_data();
    void pages();
    void deletionEndsWithItsJob();
    void refusals();
    void logIsFiltered();
    void parameters();

private:
    static QJsonObject ask(FastCloud &cloud, const char *target, const char *body = "",
                           std::chrono::milliseconds at = 0ms)
    {
        const std::string text = cloud.answer(target, body, FastCloud::Moment(at));
        return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
    }
    static constexpr const char *Delete = "/api/cluster/deleteCluster?zone=z";
};

void TestFastCloud::pages_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("rows");
    QTest::addColumn<QString>("first");
    QTest::newRow("first") << QByteArray("/api/cluster/list?limit=100&offset=0") << 100 << "ehpc-0";
    QTest::newRow("no offset") << QByteArray("/api/cluster/list?limit=100") << 100 << "ehpc-0";
    QTest::newRow("last") << QByteArray("/api/cluster/list?offset=200&a=b") << 50 << "ehpc-200";
    QTest::newRow("beyond") << QByteArray("/api/cluster/list?offset=300") << 0 << QString();
}

void TestFastCloud::pages()
{
    QFETCH(QByteArray, target);
    FastCloud cloud = cloudOf(250);
    const QJsonObject answer = ask(cloud, target.constData());
    const QJsonArray rows = answer.value(QLatin1String("cluster_set")).toArray();
    QCOMPARE(answer.value(QLatin1String("ret_code")).toInt(-1), 0);
    QCOMPARE(answer.value(QLatin1String("total_count")).toInt(), 250);
    QTEST(int(rows.size()), "rows");
    QTEST(rows.at(0).toObject().value(QLatin1String("cluster_id")).toString(), "first");
    QCOMPARE(cloud.lists(), 1);
}

void TestFastCloud::deletionEndsWithItsJob()
{
    FastCloud cloud = cloudOf(3);
    const QString job = ask(cloud, Delete, R"({"cluster_ids": ["ehpc-0", "ehpc-2"], "zone": "z"})")
                            .value(QLatin1String("job_id"))
                            .toString();
    QVERIFY(!job.isEmpty());
    const auto look = [&](std::chrono::milliseconds at) {
        const QJsonObject operation = ask(cloud, "/api/operation?reverse=1", "", at)
                                          .value(QLatin1String("job_set"))
                                          .toArray()
                                          .at(0)
                                          .toObject();
        const QJsonObject list = ask(cloud, "/api/cluster/list?offset=0", "", at);
        return QStringList{operation.value(QLatin1String("job_id")).toString(),
                           operation.value(QLatin1String("resource_ids")).toString(),
                           operation.value(QLatin1String("status")).toString(),
                           QString::number(list.value(QLatin1String("total_count")).toInt())};
    };
    const QString both = QStringLiteral("ehpc-0 ehpc-2");
    QCOMPARE(look(999ms), (QStringList{job, both, QStringLiteral("pending"), QStringLiteral("3")}));
    QCOMPARE(look(1000ms),
             (QStringList{job, both, QStringLiteral("successful"), QStringLiteral("1")}));
    QCOMPARE(cloud.deletes(), 1);
    QCOMPARE(cloud.logs(), 2);
    QCOMPARE(cloud.lists(), 2);
    QCOMPARE(cloud.others(), 0);
}

void TestFastCloud::refusals()
{
    FastCloud cloud = cloudOf(2);
    const auto code = [&](const char *target, const char *body) {
        return ask(cloud, target, body).value(QLatin1String("ret_code")).toInt(-1);
    };
    QCOMPARE(code(Delete, R"({"cluster_ids": ["ehpc-9"]})"), 2100);
    QCOMPARE(code(Delete, R"({"cluster_ids": []})"), 1100);
    QCOMPARE(code(Delete, "{}"), 1100);
    QCOMPARE(code(Delete, R"({"cluster_ids": ["ehpc-1"]})"), 0);
    // A group is refused as a whole.
    QCOMPARE(code(Delete, R"({"cluster_ids": ["ehpc-0", "ehpc-1"]})"), 1400);
    QCOMPARE(code(Delete, R"({"cluster_ids": ["ehpc-0"]})"), 0);
    QCOMPARE(code("/api/cluster/startCluster", "{}"), 1101);
    QCOMPARE(cloud.deletes(), 6);
    QCOMPARE(cloud.others(), 1);
}

void TestFastCloud::logIsFiltered()
{
    FastCloud cloud = cloudOf(150);
    QStringList jobs;
    for (int i = 0; i < 120; ++i) {
        const QByteArray body = "{\"cluster_ids\": [\"ehpc-" + QByteArray::number(i) + "\"]}";
        jobs += ask(cloud, Delete, body.constData()).value(QLatin1String("job_id")).toString();
    }
    const auto found = [&](const QByteArray &query) {
        QStringList ids;
        const QJsonObject answer = ask(cloud, ("/api/operation?" + query).constData());
        for (const QJsonValue row : answer.value(QLatin1String("job_set")).toArray())
            ids += row.toObject().value(QLatin1String("job_id")).toString();
        return ids;
    };
    QCOMPARE(found("reverse=0&offset=0"), jobs.mid(0, 100));
    QCOMPARE(found("reverse=0&offset=100"), jobs.mid(100));
    QCOMPARE(found("reverse=1").value(0), jobs.last());
    QCOMPARE(found("job_ids=" + jobs.at(7).toLatin1()), QStringList{jobs.at(7)});
    QCOMPARE(found("start_time=2999-01-01T00%3A00%3A00Z"), QStringList());
    QCOMPARE(found("start_time=2001-01-01T00%3A00%3A00Z").size(), 100);
}

void TestFastCloud::parameters()
{
    const char *target = "/p?a=1&bb=2&b=&time=2021-08-19T16%3A44%3A40Z";
    QCOMPARE(std::string(parameterOf(target, "a")), std::string("1"));
    QCOMPARE(std::string(parameterOf(target, "bb")), std::string("2"));
    QCOMPARE(std::string(parameterOf(target, "b")), std::string());
    QCOMPARE(std::string(parameterOf(target, "c")), std::string());
    QCOMPARE(timeParameter(target, "time"), std::string("2021-08-19T16:44:40Z"));
}

QTEST_GUILESS_MAIN(TestFastCloud)
#include "tst_fastcloud.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/forms.h"
#include "app/demo/world.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace clusterdeck::demo;

namespace
{

constexpr qint64 Start = 1'780'000'000'000;

WorldOptions options(int clusters = 60, quint64 seed = 1, qint64 startedAt = Start)
{
    WorldOptions made;
    made.clusters = clusters;
    made.seed = seed;
    made.jobSeconds = 10;
    made.owner = QStringLiteral("usr-me");
    made.startedAt = startedAt;
    return made;
}

QList<Cluster> all(const World &world)
{
    ClusterQuery query;
    query.paging.limit = 1'000'000;
    return world.clusters(query).rows;
}

QList<Operation> log(const World &world)
{
    OperationQuery query;
    query.paging.limit = 1'000'000;
    return world.operations(query).rows;
}

QByteArray everything(const World &world, qint64 skewMs = 0)
{
    QJsonArray rows;
    for (const Cluster &cluster : all(world)) {
        rows.append(forms::cluster(cluster, true, skewMs));
        rows.append(forms::nodes(cluster, skewMs));
        rows.append(forms::schedulerJobs(cluster));
        rows.append(forms::users(cluster));
    }
    for (const Operation &operation : log(world))
        rows.append(forms::operation(operation, skewMs));
    return QJsonDocument(rows).toJson();
}

QStringList idsWhere(const World &world, const std::function<bool(const Cluster &)> &wanted)
{
    QStringList ids;
    for (const Cluster &cluster : all(world)) {
        if (wanted(cluster))
            ids.append(cluster.id);
    }
    return ids;
}

bool isFree(const Cluster &cluster)
{
    return cluster.owner == u"usr-me" && cluster.transition.isEmpty();
}

QStringList freeIds(const World &world, const QString &status)
{
    return idsWhere(
        world, [&](const Cluster &cluster) { return isFree(cluster) && cluster.status == status; });
}

int refusalOf(const Verdict &verdict)
{
    return verdict.refusal ? verdict.refusal->code : 0;
}

Operation operationOf(const World &world, const QString &jobId)
{
    OperationQuery query;
    query.jobIds = {jobId};
    return world.operations(query).rows.value(0);
}

} // namespace

class TestDemoWorld : public QObject
{
    Q_OBJECT

private slots:
    void sameSeedSameWorld();
    void looksLikeASite();
    void extremesChangeNothingElse();
    void sizes_data();
    void sizes();
    void refuses_data();
    void refuses();
    void refusesAllWhenOneCannotGo();
    void jobTimesSpread();
};

void TestDemoWorld::sameSeedSameWorld()
{
    World one(options());
    World two(options());
    QCOMPARE(everything(one), everything(two));
    QVERIFY(everything(one) != everything(World(options(60, 2))));
    // Another start moves the times and nothing else.
    QCOMPARE(everything(World(options(60, 1, Start + 5000)), -5000), everything(one));

    const QStringList ids = freeIds(one, QStringLiteral("active"));
    for (World *world : {&one, &two}) {
        QCOMPARE(refusalOf(world->apply(Change::Delete, ids.mid(0, 2))), 0);
        world->advance(Start + 3000);
        QCOMPARE(refusalOf(world->apply(Change::Stop, ids.mid(2, 1))), 0);
        world->advance(Start + 30000);
    }
    QCOMPARE(everything(one), everything(two));
}

void TestDemoWorld::looksLikeASite()
{
    for (quint64 seed = 1; seed <= 20; ++seed) {
        const World world(options(60, seed));
        const auto count = [&](const std::function<bool(const Cluster &)> &wanted) {
            return idsWhere(world, wanted).size();
        };
        QCOMPARE(count([](const Cluster &) { return true; }), 60);
        QVERIFY(freeIds(world, QStringLiteral("active")).size() >= 20);
        QVERIFY(freeIds(world, QStringLiteral("stopped")).size() >= 10);
        QVERIFY(count([](const Cluster &c) { return c.status == u"suspended"; }) >= 2);
        QVERIFY(count([](const Cluster &c) { return c.status == u"pending"; }) >= 1);
        QVERIFY(count([](const Cluster &c) { return !c.transition.isEmpty(); }) >= 2);
        const qsizetype others = count([](const Cluster &c) { return c.owner != u"usr-me"; });
        QVERIFY(others >= 2 && others <= 6);
        QVERIFY(count([](const Cluster &c) { return c.runningJobs > 0; }) >= 3);
        QVERIFY(count([](const Cluster &c) { return c.billing == u"Reserved"; }) >= 1);
        QVERIFY(count([](const Cluster &c) { return c.type == u"hpc"; }) >= 1);
        QVERIFY(count([](const Cluster &c) {
                    return c.runningJobs + c.pendingJobs == 0 && c.status == u"active" &&
                           c.created < Start - 90LL * 86400 * 1000;
                }) >= 3);
        QVERIFY(count([](const Cluster &c) { return c.name.at(0).unicode() > 0x4e00; }) >= 5);
        QVERIFY(log(world).size() >= 10);
        for (const Operation &operation : log(world)) {
            QVERIFY(operation.created <= Start);
            QVERIFY(operation.created >= world.cluster(operation.resourceIds.at(0))->created);
        }

        QSet<QString> mounts;
        for (const Cluster &cluster : all(world)) {
            mounts.insert(cluster.mountPoint);
            QVERIFY(cluster.id.startsWith(cluster.type + QLatin1Char('-')));
            QVERIFY(cluster.created < Start);
            QVERIFY(cluster.nodes >= 1 && cluster.nodes <= 64);
            QVERIFY(cluster.status == u"active" || cluster.runningJobs == 0);
            QVERIFY(!cluster.software.isEmpty());
        }
        QVERIFY(mounts.size() < 30);
        for (int i = 0; i < 3; ++i)
            QVERIFY(isFree(all(world).at(i)) && all(world).at(i).status == u"active");
    }
}

void TestDemoWorld::sizes_data()
{
    QTest::addColumn<int>("clusters");
    for (const int clusters : {1, 2, 3, 7, 33, 34, 1000, 10000})
        QTest::addRow("%d", clusters) << clusters;
}

void TestDemoWorld::sizes()
{
    QFETCH(int, clusters);
    const World world(options(clusters));
    QSet<QString> ids;
    qint64 last = Start;
    for (const Cluster &cluster : all(world)) {
        ids.insert(cluster.id);
        QVERIFY(cluster.created <= last); // newest first
        last = cluster.created;
    }
    QCOMPARE(ids.size(), clusters);
    QVERIFY(!freeIds(world, QStringLiteral("active")).isEmpty());
}

void TestDemoWorld::refuses_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("code");
    QTest::newRow("unknown") << QStringLiteral("unknown") << 2100;
    QTest::newRow("foreign") << QStringLiteral("foreign") << 1400;
    QTest::newRow("busy") << QStringLiteral("busy") << 1400;
    QTest::newRow("pending") << QStringLiteral("pending") << 1400;
}

void TestDemoWorld::refuses()
{
    QFETCH(QString, kind);
    QFETCH(int, code);
    World world(options());
    const QStringList ids = kind == u"unknown"
                                ? QStringList{QStringLiteral("ehpc-00000000")}
                                : idsWhere(world, [&](const Cluster &cluster) {
                                      return kind == u"foreign" ? cluster.owner != u"usr-me"
                                             : kind == u"busy"  ? !cluster.transition.isEmpty()
                                                                : cluster.status == u"pending";
                                  });
    const QByteArray before = everything(world);
    for (const Change change : {Change::Delete, Change::Stop, Change::Start})
        QCOMPARE(refusalOf(world.apply(change, {ids.constFirst()})), code);
    QCOMPARE(everything(world), before);
}

void TestDemoWorld::refusesAllWhenOneCannotGo()
{
    World world(options());
    const QStringList good = freeIds(world, QStringLiteral("active")).mid(0, 2);
    const QByteArray before = everything(world);
    QCOMPARE(refusalOf(world.apply(Change::Delete, good + QStringList{QStringLiteral("hpc-no")})),
             2100);
    QCOMPARE(everything(world), before);
}

void TestDemoWorld::jobTimesSpread()
{
    World world(options(1000));
    QSet<qint64> lengths;
    const QStringList ids = freeIds(world, QStringLiteral("active"));
    for (const QString &id : ids) {
        const Operation operation = operationOf(world, world.apply(Change::Stop, {id}).jobId);
        lengths.insert(operation.ends - operation.created);
    }
    QVERIFY(lengths.size() > 100);
    QVERIFY(*std::min_element(lengths.cbegin(), lengths.cend()) >= 6000);
    QVERIFY(*std::max_element(lengths.cbegin(), lengths.cend()) <= 16000);
}

void TestDemoWorld::extremesChangeNothingElse()
{
    const QList<Cluster> plain = all(World(options()));
    WorldOptions large = options();
    large.extremes = true;
    const World with(large);
    const QList<Cluster> extreme = all(with);
    QCOMPARE(extreme.size(), plain.size());
    for (qsizetype i = 0; i < plain.size(); ++i) {
        Cluster cluster = extreme.at(i);
        if (i < 3) {
            cluster.nodes = plain.at(i).nodes;
            cluster.pendingJobs = plain.at(i).pendingJobs;
            cluster.runningJobs = plain.at(i).runningJobs;
            cluster.finishedJobs = plain.at(i).finishedJobs;
            cluster.software = plain.at(i).software;
        }
        QCOMPARE(forms::cluster(cluster, true, 0), forms::cluster(plain.at(i), true, 0));
        QCOMPARE(cluster.seed, plain.at(i).seed);
    }
    QCOMPARE(extreme.at(0).nodes, 500);
    QVERIFY(forms::nodes(extreme.at(2), 0).isEmpty() && forms::users(extreme.at(2)).isEmpty());
}

QTEST_GUILESS_MAIN(TestDemoWorld)
#include "tst_demoworld.moc"

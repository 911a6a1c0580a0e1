// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/details/overview.h"
#include "tests/support/listing.h"

#include <QTest>

using namespace clusterdeck;

namespace
{

struct Facts {
    const char *status = "active";
    const char *type = "ehpc";
    const char *billing = "PayForUsed";
    std::optional<int> nodes = 2;
    std::optional<double> hours = 10;
    std::optional<int> running = 0;
    std::optional<int> pending = 0;
};

/// Clusters c-0, c-1 and so on of the account "a".
ClusterListing listingOf(const QList<Facts> &facts)
{
    QList<ClusterRecord> records;
    for (const Facts &fact : facts) {
        ClusterRecord record;
        record.id = QStringLiteral("c-%1").arg(records.size());
        record.name = QStringLiteral("name %1").arg(records.size());
        record.status = QString::fromLatin1(fact.status);
        record.type = QString::fromLatin1(fact.type);
        record.billing = QString::fromLatin1(fact.billing);
        record.nodes = fact.nodes;
        record.cpuHours = fact.hours;
        record.runningJobs = fact.running;
        record.pendingJobs = fact.pending;
        records.append(record);
    }
    return listing(records);
}

QStringList idsOf(const QList<ClusterUse> &uses)
{
    QStringList ids;
    for (const ClusterUse &use : uses)
        ids.append(use.key.id);
    return ids;
}

} // namespace

class TestOverview : public QObject
{
    Q_OBJECT

private slots:
    void nothing();
    void byState();
    void unknownIsNotZero();
    void byWord();
    void rareWordsAreTheRest();
    void top();
    void idle_data();
    void idle();
    void leastUsed();
    void nobodyUsesAnything();
    void whatIsNoNumber();
    void tenThousand();
};

void TestOverview::nothing()
{
    const ClusterModel model;
    const Overview overview = overviewOf(model);
    QCOMPARE(overview.all, NodeCount{});
    QVERIFY(overview.byState.isEmpty() && overview.byType.isEmpty() &&
            overview.byBilling.isEmpty());
    const Usage use = usageOf(model);
    QVERIFY(use.top.isEmpty());
    QCOMPARE(use.leastUsed, NodeCount{});
}

void TestOverview::byState()
{
    ClusterModel model;
    Facts odd;
    odd.status = "on fire";
    odd.nodes = 7;
    Facts stopped;
    stopped.status = "stopped";
    stopped.nodes = 5;
    Facts deleted;
    deleted.status = "ceased"; // never counted
    model.apply(listingOf({odd, stopped, {}, {}, stopped, deleted}));
    QCOMPARE(usageOf(model).all.clusters, 5);
    const QList<StateCount> expected{{ClusterState::Active, {2, 4, 0}},
                                     {ClusterState::Stopped, {2, 10, 0}},
                                     {ClusterState::Unknown, {1, 7, 0}}};
    QCOMPARE(overviewOf(model).byState, expected);
    QCOMPARE(overviewOf(model).all, (NodeCount{5, 21, 0}));
}

void TestOverview::unknownIsNotZero()
{
    ClusterModel model;
    Facts zero;
    zero.nodes = 0;
    Facts unknown;
    unknown.nodes = std::nullopt;
    model.apply(listingOf({zero, unknown, {}, unknown}));
    QCOMPARE(overviewOf(model).all, (NodeCount{4, 2, 2}));
    QCOMPARE(overviewOf(model).byType.first().count, (NodeCount{4, 2, 2}));
    QCOMPARE(usageOf(model).all, (NodeCount{4, 2, 2}));
    const NodeCount sum = NodeCount{1, 2, 3} + NodeCount{4, 5, 6};
    QCOMPARE(sum, (NodeCount{5, 7, 9}));
}

void TestOverview::byWord()
{
    ClusterModel model;
    Facts hpc;
    hpc.type = "hpc";
    hpc.billing = "Reserved";
    Facts untold;
    untold.type = "";
    untold.billing = "";
    model.apply(listingOf({untold, {}, hpc, {}, hpc, {}}));
    const Overview overview = overviewOf(model);
    const auto word = [](const char *text) { return QString::fromLatin1(text); };
    QCOMPARE(overview.byType, (QList<WordCount>{{word("ehpc"), false, {3, 6, 0}},
                                                {word("hpc"), false, {2, 4, 0}},
                                                {QString(), false, {1, 2, 0}}}));
    QCOMPARE(overview.byBilling, (QList<WordCount>{{word("PayForUsed"), false, {3, 6, 0}},
                                                   {word("Reserved"), false, {2, 4, 0}},
                                                   {QString(), false, {1, 2, 0}}}));
}

void TestOverview::rareWordsAreTheRest()
{
    ClusterModel model;
    static const char *const words[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};
    QList<Facts> facts;
    for (const char *word : words) {
        Facts fact;
        fact.type = word;
        facts << fact << fact;
    }
    facts.removeLast(); // only one "j"
    Facts many;
    many.type = "z";
    facts << many << many << many;
    model.apply(listingOf(facts));
    const QList<WordCount> types = overviewOf(model).byType;
    QCOMPARE(types.size(), Overview::MostWords + 1);
    QCOMPARE(types.first().word, QStringLiteral("z"));
    QCOMPARE(types.at(7).word, QStringLiteral("g"));
    QVERIFY(types.last().isRest && !types.at(7).isRest);
    QCOMPARE(types.last().count, (NodeCount{5, 10, 0})); // h, i and j
    NodeCount sum;
    for (const WordCount &type : types)
        sum += type.count;
    QCOMPARE(sum, overviewOf(model).all);
}

void TestOverview::top()
{
    ClusterModel model;
    QList<Facts> facts;
    for (const std::optional<double> hours :
         {std::optional(5.), std::optional(50.), std::optional<double>(), std::optional(0.),
          std::optional(500.), std::optional(7.)}) {
        Facts fact;
        fact.hours = hours;
        fact.running = 3;
        facts << fact;
    }
    model.apply(listingOf(facts));
    const Usage use = usageOf(model, 3);
    QCOMPARE(idsOf(use.top), (QStringList{"c-4", "c-1", "c-5"}));
    QCOMPARE(use.top.first().cpuHours, 500.);
    QCOMPARE(use.top.first().name, QStringLiteral("name 4"));
    QCOMPARE(use.top.first().runningJobs, 3);
    QCOMPARE(use.top.first().pendingJobs, 0);
    QCOMPARE(use.top.first().nodes, 2);
    QCOMPARE(use.cpuHours, 562.);
    QCOMPARE(use.hoursUnknown, 1);
    // Clusters without use or with unknown use are not listed.
    QCOMPARE(idsOf(usageOf(model, 10).top), (QStringList{"c-4", "c-1", "c-5", "c-0"}));
}

void TestOverview::idle_data()
{
    using Number = std::optional<int>;
    QTest::addColumn<QString>("status");
    QTest::addColumn<Number>("running");
    QTest::addColumn<Number>("pending");
    QTest::addColumn<int>("idle");
    QTest::addColumn<int>("unknown");
    QTest::newRow("no jobs") << "active" << Number(0) << Number(0) << 1 << 0;
    QTest::newRow("runs") << "active" << Number(1) << Number(0) << 0 << 0;
    QTest::newRow("waits") << "active" << Number(0) << Number(4) << 0 << 0;
    QTest::newRow("runs, rest unknown") << "active" << Number(1) << Number() << 0 << 0;
    QTest::newRow("half known") << "active" << Number(0) << Number() << 0 << 1;
    QTest::newRow("not known") << "active" << Number() << Number() << 0 << 1;
    QTest::newRow("stopped") << "stopped" << Number(0) << Number(0) << 0 << 0;
    QTest::newRow("odd") << "on fire" << Number(0) << Number(0) << 0 << 0;
}

void TestOverview::idle()
{
    QFETCH(QString, status);
    QFETCH(std::optional<int>, running);
    QFETCH(std::optional<int>, pending);
    QFETCH(int, idle);
    QFETCH(int, unknown);
    ClusterModel model;
    ClusterListing listing = listingOf({{}});
    ClusterRecord record = listing.clusters.first().record();
    record.status = status;
    record.runningJobs = running;
    record.pendingJobs = pending;
    listing.clusters = {record};
    model.apply(listing);
    const Usage use = usageOf(model);
    QCOMPARE(use.idle, (NodeCount{idle, 2 * idle, 0}));
    QCOMPARE(use.jobsUnknown, unknown);
}

void TestOverview::leastUsed()
{
    ClusterModel model;
    QList<Facts> facts;
    for (const std::optional<double> hours :
         {std::optional(990.), std::optional(0.), std::optional(4.), std::optional(6.),
          std::optional<double>()}) {
        Facts fact;
        fact.hours = hours;
        fact.nodes = 10;
        facts << fact;
    }
    model.apply(listingOf(facts));
    // 1 % of 1,000: reached exactly by 0, 4 and 6.
    QCOMPARE(usageOf(model).leastUsed, (NodeCount{3, 30, 0}));
    QCOMPARE(usageOf(model).leastUsedHours, 10.);
    facts[3].hours = 7;
    model.apply(listingOf(facts));
    QCOMPARE(usageOf(model).leastUsed, (NodeCount{2, 20, 0}));
}

void TestOverview::nobodyUsesAnything()
{
    ClusterModel model;
    Facts unused;
    unused.hours = 0;
    model.apply(listingOf({unused, unused}));
    QCOMPARE(usageOf(model).leastUsed, (NodeCount{2, 4, 0}));
    QVERIFY(usageOf(model).top.isEmpty());
}

void TestOverview::whatIsNoNumber()
{
    ClusterModel model;
    Facts odd;
    odd.hours = std::numeric_limits<double>::quiet_NaN();
    odd.nodes = -3;
    Facts endless;
    endless.hours = std::numeric_limits<double>::infinity();
    Facts owed;
    owed.hours = -5;
    model.apply(listingOf({odd, endless, owed, {}}));
    QCOMPARE(overviewOf(model).all, (NodeCount{4, 6, 1}));
    QCOMPARE(usageOf(model).hoursUnknown, 3);
    QCOMPARE(usageOf(model).cpuHours, 10.);
}

void TestOverview::tenThousand()
{
    ClusterModel model;
    QList<Facts> facts;
    for (int i = 0; i < 10000; ++i) {
        Facts fact;
        fact.status = i % 3 == 0 ? "stopped" : "active";
        fact.type = i % 2 == 0 ? "hpc" : "ehpc";
        fact.hours = (i * 7919) % 10007;
        facts << fact;
    }
    model.apply(listingOf(facts));
    QCOMPARE(overviewOf(model).all.clusters, 10000);
    QCOMPARE(usageOf(model).all.clusters, 10000);
}

QTEST_GUILESS_MAIN(TestOverview)
#include "tst_overview.moc"

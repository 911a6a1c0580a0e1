// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/details/fleet.h"
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

class TestFleet : public QObject
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

void TestFleet::nothing()
{
    const ClusterModel model;
    const Fleet fleet = fleetOf(model);
    QCOMPARE(fleet.all, NodeCount{});
    QVERIFY(fleet.byState.isEmpty() && fleet.byType.isEmpty() && fleet.byBilling.isEmpty());
    const FleetUse use = useOf(model);
    QVERIFY(use.top.isEmpty());
    QCOMPARE(use.leastUsed, NodeCount{});
}

void TestFleet::byState()
{
    ClusterModel model;
    Facts odd;
    odd.status = "on fire";
    odd.nodes = 7;
    Facts stopped;
    stopped.status = "stopped";
    stopped.nodes = 5;
    Facts deleted;
    deleted.status = "ceased"; // counts nowhere
    model.apply(listingOf({odd, stopped, {}, {}, stopped, deleted}));
    QCOMPARE(useOf(model).all.clusters, 5);
    const QList<StateCount> expected{{ClusterState::Active, {2, 4, 0}},
                                     {ClusterState::Stopped, {2, 10, 0}},
                                     {ClusterState::Unknown, {1, 7, 0}}};
    QCOMPARE(fleetOf(model).byState, expected);
    QCOMPARE(fleetOf(model).all, (NodeCount{5, 21, 0}));
}

void TestFleet::unknownIsNotZero()
{
    ClusterModel model;
    Facts zero;
    zero.nodes = 0;
    Facts unknown;
    unknown.nodes = std::nullopt;
    model.apply(listingOf({zero, unknown, {}, unknown}));
    QCOMPARE(fleetOf(model).all, (NodeCount{4, 2, 2}));
    QCOMPARE(fleetOf(model).byType.first().count, (NodeCount{4, 2, 2}));
    QCOMPARE(useOf(model).all, (NodeCount{4, 2, 2}));
    const NodeCount sum = NodeCount{1, 2, 3} + NodeCount{4, 5, 6};
    QCOMPARE(sum, (NodeCount{5, 7, 9}));
}

void TestFleet::byWord()
{
    ClusterModel model;
    Facts hpc;
    hpc.type = "hpc";
    hpc.billing = "Reserved";
    Facts untold;
    untold.type = "";
    untold.billing = "";
    model.apply(listingOf({untold, {}, hpc, {}, hpc, {}}));
    const Fleet fleet = fleetOf(model);
    const auto word = [](const char *text) { return QString::fromLatin1(text); };
    QCOMPARE(fleet.byType, (QList<WordCount>{{word("ehpc"), false, {3, 6, 0}},
                                             {word("hpc"), false, {2, 4, 0}},
                                             {QString(), false, {1, 2, 0}}}));
    QCOMPARE(fleet.byBilling, (QList<WordCount>{{word("PayForUsed"), false, {3, 6, 0}},
                                                {word("Reserved"), false, {2, 4, 0}},
                                                {QString(), false, {1, 2, 0}}}));
}

void TestFleet::rareWordsAreTheRest()
{
    ClusterModel model;
    static const char *const words[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};
    QList<Facts> facts;
    for (const char *word : words) {
        Facts fact;
        fact.type = word;
        facts << fact << fact;
    }
    facts.removeLast(); // one "j" only
    Facts many;
    many.type = "z";
    facts << many << many << many;
    model.apply(listingOf(facts));
    const QList<WordCount> types = fleetOf(model).byType;
    QCOMPARE(types.size(), Fleet::MostWords + 1);
    QCOMPARE(types.first().word, QStringLiteral("z"));
    QCOMPARE(types.at(7).word, QStringLiteral("g"));
    QVERIFY(types.last().isRest && !types.at(7).isRest);
    QCOMPARE(types.last().count, (NodeCount{5, 10, 0})); // h, i and j
    NodeCount sum;
    for (const WordCount &type : types)
        sum += type.count;
    QCOMPARE(sum, fleetOf(model).all);
}

void TestFleet::top()
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
    const FleetUse use = useOf(model, 3);
    QCOMPARE(idsOf(use.top), (QStringList{"c-4", "c-1", "c-5"}));
    QCOMPARE(use.top.first().cpuHours, 500.);
    QCOMPARE(use.top.first().name, QStringLiteral("name 4"));
    QCOMPARE(use.top.first().runningJobs, 3);
    QCOMPARE(use.top.first().pendingJobs, 0);
    QCOMPARE(use.top.first().nodes, 2);
    QCOMPARE(use.cpuHours, 562.);
    QCOMPARE(use.hoursUnknown, 1);
    // No place for what was not used, or is not known.
    QCOMPARE(idsOf(useOf(model, 10).top), (QStringList{"c-4", "c-1", "c-5", "c-0"}));
}

void TestFleet::idle_data()
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

void TestFleet::idle()
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
    const FleetUse use = useOf(model);
    QCOMPARE(use.idle, (NodeCount{idle, 2 * idle, 0}));
    QCOMPARE(use.jobsUnknown, unknown);
}

void TestFleet::leastUsed()
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
    // 1 % of 1,000: the 0, the 4 and the 6 have it exactly.
    QCOMPARE(useOf(model).leastUsed, (NodeCount{3, 30, 0}));
    QCOMPARE(useOf(model).leastUsedHours, 10.);
    facts[3].hours = 7;
    model.apply(listingOf(facts));
    QCOMPARE(useOf(model).leastUsed, (NodeCount{2, 20, 0}));
}

void TestFleet::nobodyUsesAnything()
{
    ClusterModel model;
    Facts unused;
    unused.hours = 0;
    model.apply(listingOf({unused, unused}));
    QCOMPARE(useOf(model).leastUsed, (NodeCount{2, 4, 0}));
    QVERIFY(useOf(model).top.isEmpty());
}

void TestFleet::whatIsNoNumber()
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
    QCOMPARE(fleetOf(model).all, (NodeCount{4, 6, 1}));
    QCOMPARE(useOf(model).hoursUnknown, 3);
    QCOMPARE(useOf(model).cpuHours, 10.);
}

void TestFleet::tenThousand()
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
    QCOMPARE(fleetOf(model).all.clusters, 10000);
    QCOMPARE(useOf(model).all.clusters, 10000);
}

QTEST_GUILESS_MAIN(TestFleet)
#include "tst_fleet.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/clustermodel.h"
#include "app/operations/operationsdesk.h"
#include "simcloud.h"
#include "tests/support/manualclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace clusterdeck;
using namespace std::chrono_literals;

namespace
{

/// Two accounts that both show a cluster of the same id.
struct Stage {
    ManualClock clock;
    SimCloud one{clock};
    SimCloud two{clock};
    ClusterModel clusters;
    std::unique_ptr<OperationsDesk> desk;

    Stage()
    {
        desk = std::make_unique<OperationsDesk>(clusters, clock);
        for (int i = 0; i < 5; ++i) {
            one.add(QStringLiteral("ehpc-%1").arg(i));
            two.add(QStringLiteral("ehpc-%1").arg(i));
        }
        desk->addAccount(QStringLiteral("one"), one.user, one);
        desk->addAccount(QStringLiteral("two"), two.user, two);
        QObject::connect(desk.get(), &OperationsDesk::listed, &clusters, &ClusterModel::apply);
    }

    [[nodiscard]] Plan plan(Verb verb, const QList<ClusterKey> &keys)
    {
        QObject context;
        std::optional<Plan> plan;
        desk->plan(verb, keys, &context, [&](const Plan &made) { plan = made; });
        Q_ASSERT(!plan);
        clock.advance(6s);
        return plan.value_or(Plan());
    }
};

ClusterKey key(const char *account, int cluster)
{
    return {QString::fromLatin1(account), QStringLiteral("ehpc-%1").arg(cluster)};
}

} // namespace

class TestOperationsDesk : public QObject
{
    Q_OBJECT

private slots:
    void planSendsNothing()
    {
        Stage stage;
        const Plan plan = stage.plan(Verb::Delete, {key("one", 1), key("two", 2)});
        QCOMPARE(plan.items.size(), 2);
        QCOMPARE(plan.accounts().size(), 2);
        QVERIFY(stage.one.ledger.isEmpty() && stage.two.ledger.isEmpty());
        QCOMPARE(stage.clusters.rowCount(), 10); // the table profits from the reading
    }

    void eachAccountGetsItsOwn()
    {
        Stage stage;
        QSignalSpy added(stage.desk.get(), &OperationsDesk::batchAdded);
        stage.desk->confirm(
            stage.plan(Verb::Delete, {key("one", 1), key("two", 2), key("two", 3)}));
        QCOMPARE(added.count(), 2);
        stage.clock.advance(5min);
        QCOMPARE(stage.one.ledger.size(), 1);
        QCOMPARE(stage.two.ledger.size(), 2);
        QVERIFY(!stage.one.has(QStringLiteral("ehpc-1")) &&
                stage.two.has(QStringLiteral("ehpc-1")));
        QCOMPARE(stage.desk->openItems(), 0);
        QCOMPARE(stage.desk->latestItem(key("two", 3))->state, ItemState::Done);
        QVERIFY(!stage.desk->latestItem(key("one", 3)));
        QVERIFY(!stage.clusters.rowOf(key("one", 1)));
    }

    void unfinishedItemsAreNotPlannedAgain()
    {
        Stage stage;
        stage.one.jobTime = 10min;
        stage.desk->confirm(stage.plan(Verb::Delete, {key("one", 1)}));
        const Plan again = stage.plan(Verb::Delete, {key("one", 1), key("one", 2)});
        QCOMPARE(again.items.size(), 1);
        QCOMPARE(again.excluded.constFirst().reason, Exclusion::UnderWay);
    }

    void aSilentServerDelaysThePlanByFiveSecondsOnly()
    {
        Stage stage;
        (void)stage.plan(Verb::Delete, {key("one", 1)}); // the table knows it now
        stage.one.latency = 60s;
        QObject context;
        std::optional<Plan> plan;
        stage.desk->plan(Verb::Delete, {key("one", 1)}, &context,
                         [&](const Plan &made) { plan = made; });
        stage.clock.advance(4900ms);
        QVERIFY(!plan);
        stage.clock.advance(200ms);
        QVERIFY(plan);
        QCOMPARE(plan->items.size(), 1);
        QVERIFY(!plan->items.constFirst().fresh);
        stage.clock.advance(2min);
    }

    void cancelledByItsContext()
    {
        Stage stage;
        auto context = std::make_unique<QObject>();
        bool called = false;
        stage.desk->plan(Verb::Delete, {key("one", 1)}, context.get(),
                         [&](const Plan &) { called = true; });
        context.reset();
        stage.clock.advance(1min);
        QVERIFY(!called);
    }

    void unknownAccountsAndIdsAreLeftOut()
    {
        Stage stage;
        const Plan plan = stage.plan(Verb::Delete, {key("three", 1), key("one", 77)});
        QCOMPARE(plan.items.size(), 0);
        QCOMPARE(plan.excluded.size(), 2);
        stage.desk->confirm(plan);
        QVERIFY(stage.desk->batches().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestOperationsDesk)
#include "tst_operationsdesk.moc"

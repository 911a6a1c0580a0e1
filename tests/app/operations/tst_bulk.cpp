// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/table/clustermodel.h"
#include "app/operations/operationservice.h"
#include "simcloud.h"
#include "tests/support/manualclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace clusterdeck;
using namespace std::chrono_literals;

namespace
{

const QString Account = QStringLiteral("a");

int pages(int rows)
{
    return std::max(1, (rows + CloudApi::PageSize - 1) / CloudApi::PageSize);
}

/// The minimum number of calls to delete `items` of `all` clusters, `together` in a request, with
/// all guarantees: the requests, a complete listing before the dialog and one after it, every
/// operation once in the log after the last one has ended, and two complete listings of the
/// remaining clusters.
int leastCalls(int items, int all, int together)
{
    const int requests = (items + together - 1) / together;
    return requests + 2 * pages(all) + pages(requests) + 2 * pages(all - items);
}

/// The operation service with a simulated cloud of 50 ms per call, from the plan to the end of the
/// last item.
struct Stage {
    ManualClock clock;
    SimCloud cloud{clock};
    Journal journal;
    LockStore locks;
    ClusterModel clusters;
    OperationService operationService{clusters, clock, journal, locks};
    QObject window;
    int items = 0;
    int callsExpected = 0; ///< after the plan, as the plan says
    int callsForPlan = 0;

    Stage(int count, int inFlight, int together)
        : items(count)
    {
        OperationAccount account;
        account.id = Account;
        account.users = {cloud.user};
        account.inFlight = inFlight;
        account.together = together;
        operationService.addAccount(account, cloud);
        for (int i = 0; i < count; ++i)
            cloud.add(QStringLiteral("ehpc-%1").arg(i, 4, 10, QLatin1Char('0')));
        clock.advance(1s);
    }

    /// `count`: number of clusters; 0: all.
    void confirm(Verb verb = Verb::Delete, int count = 0)
    {
        QList<ClusterKey> asked;
        for (const ClusterRecord &cluster : std::as_const(cloud.clusters)) {
            if (count == 0 || asked.size() < count)
                asked.append({Account, cluster.id});
        }
        operationService.plan(verb, asked, &window, [this](const Plan &plan) {
            callsExpected = plan.checks.constFirst().callsNeeded;
            callsForPlan = calls();
            operationService.confirm(plan, {}, &window, [this](const Confirmation &confirmation) {
                if (confirmation.outcome != Confirmation::Outcome::Armed)
                    qFatal("not armed");
            });
        });
        clock.advance(10s);
        runner()->sendNow();
    }

    [[nodiscard]] BatchRunner *runner() const { return operationService.batches().constFirst(); }
    [[nodiscard]] int count(ItemState state) const { return runner()->tally().in(state); }
    [[nodiscard]] int calls() const { return cloud.sends + cloud.reads; }

    /// Runs until everything has ended; returns the seconds.
    int run()
    {
        int seconds = 0;
        for (; !runner()->isFinished() && seconds < 3600; ++seconds)
            clock.advance(1s);
        return seconds;
    }
};

} // namespace

/// The cost of a large batch, in numbers that do not depend on the machine.
class TestBulk : public QObject
{
    Q_OBJECT

private slots:
    void calls_data()
    {
        QTest::addColumn<int>("inFlight");
        QTest::addColumn<int>("jobSeconds");
        for (const int inFlight : {2, 4}) {
            for (const int jobSeconds : {2, 8, 20}) {
                QTest::addRow("%d in flight, jobs of %d s", inFlight, jobSeconds)
                    << inFlight << jobSeconds;
            }
        }
    }

    void fewOfMany_data()
    {
        QTest::addColumn<int>("deleted");
        QTest::addColumn<int>("clusters");
        QTest::addColumn<int>("most"); ///< calls from the plan to the end of the last item
        QTest::newRow("1 of 30,000") << 1 << 30'000 << 10;
        QTest::newRow("1 of 5,000") << 1 << 5'000 << 10;
        QTest::newRow("10 of 10,000") << 10 << 10'000 << 70;
        QTest::newRow("200 of 2,000") << 200 << 2'000 << 300;
    }

    /// The number of calls depends on the number of operations, not of clusters.
    void fewOfMany()
    {
        QFETCH(const int, deleted);
        QFETCH(const int, clusters);
        QFETCH(const int, most);
        Stage stage(clusters, 2, 1);
        stage.confirm(Verb::Delete, deleted);
        const int seconds = stage.run();
        QCOMPARE(stage.count(ItemState::Done), deleted);
        qInfo("%d calls (%d sends), %d s", stage.calls(), stage.cloud.sends, seconds);
        QVERIFY2(stage.calls() <= most, qPrintable(QString::number(stage.calls())));
        const int after = stage.calls() - stage.callsForPlan;
        QVERIFY2(after <= stage.callsExpected,
                 qPrintable(QStringLiteral("%1 of %2").arg(after).arg(stage.callsExpected)));
    }

    /// At most 5 % above the minimum.
    void calls()
    {
        QFETCH(int, inFlight);
        QFETCH(int, jobSeconds);
        Stage stage(500, inFlight, 1);
        stage.cloud.jobTime = std::chrono::seconds(jobSeconds);
        stage.confirm();
        const int seconds = stage.run();
        QCOMPARE(stage.count(ItemState::Done), 500);
        const int least = leastCalls(500, 500, 1);
        QCOMPARE(least, 517);
        qInfo("%d calls (%d sends), the least is %d: %.3f; %d s", stage.calls(), stage.cloud.sends,
              least, double(stage.calls()) / least, seconds);
        QCOMPARE(stage.cloud.sends, 500);
        QVERIFY2(stage.calls() * 100 <= least * 105, qPrintable(QString::number(stage.calls())));
        QVERIFY(stage.calls() - stage.callsForPlan <= stage.callsExpected);
    }

    void groupedByTwenty()
    {
        Stage alone(500, 2, 1);
        alone.confirm();
        alone.run();
        Stage together(500, 2, 20);
        together.confirm();
        const int seconds = together.run();
        QCOMPARE(together.count(ItemState::Done), 500);
        qInfo("%d calls against %d: %.1f times fewer; %d sends, %d s", together.calls(),
              alone.calls(), double(alone.calls()) / together.calls(), together.cloud.sends,
              seconds);
        // One first, as in every batch of this size, and the others in groups of twenty.
        QCOMPARE(together.cloud.sends, 26);
        QVERIFY(together.calls() * 10 <= alone.calls());
    }

    /// No item still appears as running long after its job has ended.
    void theViewStaysAlive()
    {
        Stage stage(500, 1, 1); // sending alone takes 25 s
        stage.cloud.jobTime = 5s;
        stage.confirm();
        QHash<QString, std::chrono::milliseconds> ended;
        std::chrono::milliseconds longest{0};
        for (int tick = 0; tick < 1200 && !stage.runner()->isFinished(); ++tick) {
            stage.clock.advance(100ms);
            stage.cloud.settleJobs();
            for (const BatchItem &item : stage.runner()->batch().items) {
                const bool gone = !stage.cloud.has(item.key.id);
                if (gone && !ended.contains(item.key.id))
                    ended.insert(item.key.id, stage.clock.awake());
                if (gone && item.state == ItemState::Running)
                    longest = std::max(longest, stage.clock.awake() - ended.value(item.key.id));
            }
        }
        QVERIFY(stage.runner()->isFinished());
        qInfo("%.1f s from the end of a job to Done, at the most", double(longest.count()) / 1000);
        QVERIFY2(longest <= 40s, qPrintable(QString::number(longest.count())));
    }

    /// A lost answer in a large batch is reconciled as early as in a small one.
    void aLostAnswerDoesNotWaitForTheOthers()
    {
        Stage stage(500, 2, 1);
        stage.cloud.jobTime = 5min;
        stage.cloud.fateOfSend = [](Verb, const QString &id) {
            SimCloud::Fate fate;
            if (id == QLatin1String("ehpc-0100"))
                fate.error = lostAnswer();
            return fate;
        };
        stage.confirm();
        const auto state = [&] { return stage.runner()->batch().items.at(100).state; };
        while (state() != ItemState::Unknown)
            stage.clock.advance(50ms);
        QVERIFY(stage.count(ItemState::Queued) > 300);
        stage.clock.advance(4s);
        QCOMPARE(state(), ItemState::Running);
        QVERIFY(stage.count(ItemState::Queued) > 0);
    }

    /// The signals of an item: the end of the countdown, sending, the answer and the end.
    void signalsAnItem()
    {
        Stage stage(500, 4, 1);
        stage.confirm();
        QSignalSpy changed(stage.runner(), &BatchRunner::itemChanged);
        const int before = 500; // the end of the countdown
        stage.run();
        QVERIFY2(changed.count() + before <= 4 * 500 + 4,
                 qPrintable(QString::number(changed.count())));
    }
};

QTEST_GUILESS_MAIN(TestBulk)
#include "tst_bulk.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batchrunner.h"
#include "app/operations/operationwatch.h"
#include "simcloud.h"
#include "tests/support/manualclock.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace clusterdeck;
using namespace std::chrono_literals;

namespace
{

/// One batch over a simulated cloud, watched as the program watches it.
struct Stage {
    ManualClock clock;
    SimCloud cloud{clock};
    std::unique_ptr<OperationWatch> watch;
    std::unique_ptr<BatchRunner> runner;

    explicit Stage(int clusters, Verb verb = Verb::Delete)
    {
        Batch batch;
        batch.verb = verb;
        batch.user = cloud.user;
        for (int i = 0; i < clusters; ++i) {
            const QString id = QStringLiteral("ehpc-%1").arg(i);
            cloud.add(id);
            BatchItem &item = batch.items.emplace_back();
            item.key = {QStringLiteral("a"), id};
            item.shown = *cloud.find(id);
        }
        cloud.add(QStringLiteral("ehpc-bystander"));
        watch = std::make_unique<OperationWatch>(QStringLiteral("a"), cloud, clock);
        runner = std::make_unique<BatchRunner>(batch, cloud, clock);
        watch->serve(runner.get());
    }

    [[nodiscard]] ItemState state(int item) const { return runner->batch().items.at(item).state; }
    [[nodiscard]] int count(ItemState state) const { return runner->batch().counts().value(state); }
};

} // namespace

class TestBatchRunner : public QObject
{
    Q_OBJECT

private slots:
    void deletesExactlyThese()
    {
        Stage stage(7);
        QSignalSpy finished(stage.runner.get(), &BatchRunner::finished);
        stage.runner->start();
        stage.clock.advance(5min);
        QCOMPARE(stage.count(ItemState::Done), 7);
        QCOMPARE(finished.count(), 1);
        QCOMPARE(stage.cloud.ledger.size(), 7);
        for (int i = 0; i < 7; ++i)
            QCOMPARE(stage.cloud.timesSent(QStringLiteral("ehpc-%1").arg(i)), 1);
        QCOMPARE(stage.cloud.clusters.size(), 1);
        QVERIFY(stage.cloud.has(QStringLiteral("ehpc-bystander")));
    }

    void twoInFlight()
    {
        Stage stage(6);
        int most = 0;
        connect(stage.runner.get(), &BatchRunner::itemChanged, stage.runner.get(),
                [&] { most = std::max(most, stage.count(ItemState::Sending)); });
        stage.runner->start();
        stage.clock.advance(1min);
        QCOMPARE(most, 2);
    }

    /// Successful in the log is not enough, and absent once is not either.
    void doneNeedsTwoAbsences()
    {
        Stage stage(1);
        stage.runner->start();
        stage.clock.advance(8100ms); // the job is over now
        QCOMPARE(stage.state(0), ItemState::Running);
        while (stage.runner->batch().items.at(0).evidence.asWanted.length == 0)
            stage.clock.advance(1s);
        QCOMPARE(stage.state(0), ItemState::Running);
        stage.clock.advance(4s);
        QCOMPARE(stage.state(0), ItemState::Running);
        stage.clock.advance(2s);
        QCOMPARE(stage.state(0), ItemState::Done);
    }

    void anIncompleteListingIsNoAbsence()
    {
        Stage stage(1);
        stage.cloud.faultOfList = [] { return std::optional(lostAnswer()); };
        stage.runner->start();
        stage.clock.advance(15min);
        QCOMPARE(stage.state(0), ItemState::Running);
        QVERIFY(!stage.cloud.has(QStringLiteral("ehpc-0")));
        stage.cloud.faultOfList = [] { return std::nullopt; };
        stage.clock.advance(2min);
        QCOMPARE(stage.state(0), ItemState::Done);
    }

    void aRefusalFailsOneItemAndKeepsTheText()
    {
        Stage stage(3);
        stage.cloud.fateOfSend = [](Verb, const QString &id) {
            SimCloud::Fate fate;
            if (id == QLatin1String("ehpc-1")) {
                fate.arrives = false;
                fate.error = refusal(1400);
                fate.error->serverText = QStringLiteral("<b>denied</b>");
            }
            return fate;
        };
        stage.runner->start();
        stage.clock.advance(5min);
        QCOMPARE(stage.state(1), ItemState::Failed);
        QCOMPARE(stage.runner->batch().items.at(1).error->serverText,
                 QStringLiteral("<b>denied</b>"));
        QCOMPARE(stage.count(ItemState::Done), 2);
    }

    void alreadyGone()
    {
        Stage stage(1);
        stage.cloud.clusters.removeFirst();
        stage.runner->start();
        stage.clock.advance(1min);
        QCOMPARE(stage.state(0), ItemState::AlreadyGone);
    }

    void aFailedOperationFails()
    {
        Stage stage(1);
        stage.cloud.jobFails = [](const QString &) { return true; };
        stage.runner->start();
        stage.clock.advance(1min);
        QCOMPARE(stage.state(0), ItemState::Failed);
        QCOMPARE(stage.runner->batch().items.at(0).operationErrors, QStringLiteral("5000"));
    }

    /// The answer is lost, the deed was done: found in the log, watched, and never sent again.
    void aLostAnswerIsSettledByEvidence()
    {
        Stage stage(2);
        stage.cloud.fateOfSend = [](Verb, const QString &id) {
            SimCloud::Fate fate;
            if (id == QLatin1String("ehpc-0"))
                fate.error = lostAnswer();
            return fate;
        };
        stage.runner->start();
        stage.clock.advance(1s);
        QCOMPARE(stage.state(0), ItemState::Unknown);
        stage.clock.advance(4s);
        QCOMPARE(stage.state(0), ItemState::Running);
        QVERIFY(!stage.runner->batch().items.at(0).jobId.isEmpty());
        stage.clock.advance(2min);
        QCOMPARE(stage.state(0), ItemState::Done);
        QCOMPARE(stage.cloud.timesSent(QStringLiteral("ehpc-0")), 1);
    }

    void aLostRequestFailsAfterThreeLooks()
    {
        Stage stage(1);
        stage.cloud.fateOfSend = [](Verb, const QString &) {
            return SimCloud::Fate{false, lostAnswer()};
        };
        stage.runner->start();
        stage.clock.advance(80s);
        QCOMPARE(stage.state(0), ItemState::Unknown);
        stage.clock.advance(2min);
        QCOMPARE(stage.state(0), ItemState::Failed);
        QCOMPARE(stage.runner->batch().items.at(0).reason, ItemReason::NotCarriedOut);
        QCOMPARE(stage.cloud.ledger.size(), 0);
    }

    void acceptedWithoutAJobIdIsUnknown()
    {
        Stage stage(1);
        stage.cloud.answersWithJobId = false;
        stage.runner->start();
        stage.clock.advance(1s);
        QCOMPARE(stage.state(0), ItemState::Unknown);
        QCOMPARE(stage.runner->batch().items.at(0).reason, ItemReason::NoJobId);
        stage.clock.advance(2min);
        QCOMPARE(stage.state(0), ItemState::Done);
    }

    void whatConcernsAllHoldsAll_data()
    {
        QTest::addColumn<int>("retCode");
        QTest::addColumn<HoldReason>("reason");
        QTest::newRow("key") << 1200 << HoldReason::Unauthorized;
        QTest::newRow("clock") << 1300 << HoldReason::ClockSkew;
        QTest::newRow("quota") << 2500 << HoldReason::RateLimited;
        QTest::newRow("maintenance") << 5300 << HoldReason::Maintenance;
    }

    void whatConcernsAllHoldsAll()
    {
        QFETCH(int, retCode);
        QFETCH(HoldReason, reason);
        Stage stage(5);
        int calls = 0;
        const auto honest = stage.cloud.fateOfSend;
        stage.cloud.fateOfSend = [&](Verb, const QString &) {
            ++calls;
            return SimCloud::Fate{false, refusal(retCode)};
        };
        stage.runner->start();
        stage.clock.advance(1min);
        QCOMPARE(stage.runner->batch().hold, reason);
        QCOMPARE(stage.count(ItemState::Held), 5);
        QCOMPARE(calls, 2); // the two that were in flight
        stage.cloud.fateOfSend = honest;
        stage.runner->resume();
        stage.clock.advance(5min);
        QCOMPARE(stage.count(ItemState::Done), 5);
        QCOMPARE(stage.cloud.ledger.size(), 5);
    }

    void whatProvablyNeverLeftHolds()
    {
        Stage stage(3);
        stage.cloud.fateOfSend = [](Verb, const QString &) {
            ApiError error = lostAnswer();
            error.outcome = Outcome::NotSent;
            return SimCloud::Fate{false, error};
        };
        stage.runner->start();
        stage.clock.advance(1min);
        QCOMPARE(stage.runner->batch().hold, HoldReason::Unreachable);
        QCOMPARE(stage.count(ItemState::Held), 3);
    }

    void stopTheRest()
    {
        Stage stage(6);
        stage.runner->start();
        stage.clock.advance(60ms); // two answered, the next two on their way
        stage.runner->stopTheRest();
        QCOMPARE(stage.count(ItemState::Cancelled), 2);
        stage.clock.advance(5min);
        QCOMPARE(stage.count(ItemState::Done), 4);
        QCOMPARE(stage.cloud.ledger.size(), 4);
        QVERIFY(stage.runner->batch().isFinished());
    }

    void attentionAfterTwentyMinutes()
    {
        Stage stage(1);
        stage.cloud.jobTime = 60min;
        stage.runner->start();
        stage.clock.advance(19min);
        QVERIFY(!stage.runner->batch().items.at(0).needsAttention);
        stage.clock.advance(2min);
        QVERIFY(stage.runner->batch().items.at(0).needsAttention);
        stage.clock.advance(60min);
        QCOMPARE(stage.state(0), ItemState::Done);
        QVERIFY(!stage.runner->batch().items.at(0).needsAttention);
    }

    void stopAndStart()
    {
        Stage stop(2, Verb::Stop);
        stop.runner->start();
        stop.clock.advance(2min);
        QCOMPARE(stop.count(ItemState::Done), 2);
        QCOMPARE(stop.cloud.find(QStringLiteral("ehpc-0"))->status, QStringLiteral("stopped"));

        Stage start(1, Verb::Start);
        start.cloud.find(QStringLiteral("ehpc-0"))->status = QStringLiteral("stopped");
        start.runner->start();
        start.clock.advance(2min);
        QCOMPARE(start.count(ItemState::Done), 1);
    }

    /// One page of the log serves all items, and a listing is made only when it can tell something.
    void looksAreShared()
    {
        Stage stage(50);
        stage.cloud.jobTime = 10min;
        stage.runner->start();
        stage.clock.advance(2s);
        QCOMPARE(stage.count(ItemState::Running), 50);
        stage.cloud.reads = 0;
        stage.clock.advance(9min);
        // 3, 5, 10 and then every 30 s: about twenty looks, one call each.
        QVERIFY2(stage.cloud.reads <= 22, qPrintable(QString::number(stage.cloud.reads)));
        QVERIFY(stage.cloud.reads >= 15);
    }

    void restsWhenNothingIsOpen()
    {
        Stage stage(1);
        stage.runner->start();
        stage.clock.advance(5min);
        QCOMPARE(stage.state(0), ItemState::Done);
        stage.cloud.reads = 0;
        stage.clock.advance(60min);
        QCOMPARE(stage.cloud.reads, 0);
        QCOMPARE(stage.clock.waiting(), 0);
    }

    void destroyedInTheMiddle()
    {
        Stage stage(4);
        stage.runner->start();
        stage.clock.advance(30ms);
        stage.runner.reset();
        stage.clock.advance(5min);
        QCOMPARE(stage.cloud.ledger.size(), 2); // what had left; nothing after
    }
};

QTEST_GUILESS_MAIN(TestBatchRunner)
#include "tst_batchrunner.moc"

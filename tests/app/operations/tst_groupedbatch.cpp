// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchstage.h"

#include <QTest>

using namespace clusterdeck;
using namespace std::chrono_literals;

namespace
{

/// One batch that is sent in groups to a simulated cloud, and all its requests.
struct Stage : BatchStage {
    QList<QStringList> requests;
    std::function<SimCloud::Fate(const QStringList &)> fate = [](const QStringList &) {
        return SimCloud::Fate();
    };

    explicit Stage(int clusters, int together = 20, int tier = 0, Verb verb = Verb::Delete)
        : BatchStage(clusters, verb, {}, tier, together)
    {
        cloud.fateOfRequest = [this](Verb, const QStringList &ids) {
            requests.append(ids);
            return fate(ids);
        };
    }

    void busy(int cluster) { cloud.find(idOf(cluster))->transition = QStringLiteral("resizing"); }
    [[nodiscard]] QList<int> sizes() const
    {
        QList<int> sizes;
        for (const QStringList &request : requests)
            sizes.append(int(request.size()));
        return sizes;
    }
    [[nodiscard]] int timesSent(int i) const
    {
        return int(std::count_if(requests.begin(), requests.end(), [&](const QStringList &request) {
            return request.contains(idOf(i));
        }));
    }
};

/// Refuses every request that names one of `ids`, without effect.
auto refusing(const QStringList &ids, int code)
{
    return [ids, code](const QStringList &request) {
        for (const QString &id : ids) {
            if (request.contains(id))
                return refused(code);
        }
        return SimCloud::Fate();
    };
}

} // namespace

class TestGroupedBatch : public QObject
{
    Q_OBJECT

private slots:
    void oneRequestForTwenty()
    {
        Stage stage(45);
        stage.arm();
        stage.clock.advance(2min);
        QCOMPARE(stage.sizes(), (QList<int>{20, 20, 5}));
        QCOMPARE(stage.count(ItemState::Done), 45);
        QCOMPARE(stage.item(0).jobId, stage.item(19).jobId);
        QVERIFY(stage.item(0).jobId != stage.item(20).jobId);
    }

    void stopAndStartToo()
    {
        Stage stage(5, 20, 0, Verb::Stop);
        stage.arm();
        stage.clock.advance(2min);
        QCOMPARE(stage.sizes(), QList<int>{5});
        QCOMPARE(stage.count(ItemState::Done), 5);
    }

    void aRiskyBatchSendsOneAloneFirst()
    {
        Stage stage(45, 20, 3);
        stage.arm();
        stage.clock.advance(2min);
        QCOMPARE(stage.sizes(), (QList<int>{1, 20, 20, 4}));
        QCOMPARE(stage.count(ItemState::Done), 45);
    }

    /// Groups are halved until the refused cluster is alone in its request.
    void theRefusedOneComesToStandAlone()
    {
        for (const int code : {1400, 5400, 5200}) {
            Stage stage(20);
            stage.fate = refusing({Stage::idOf(13)}, code);
            stage.arm();
            stage.clock.advance(5min);
            QCOMPARE(stage.count(ItemState::Done), 19);
            QCOMPARE(stage.item(13).state, ItemState::Failed);
            QCOMPARE(stage.item(13).reason, ItemReason::Refused);
            QCOMPARE(stage.item(13).error->retCode, code);
            QVERIFY(stage.requests.contains(QStringList{Stage::idOf(13)}));
            QCOMPARE(stage.runner->batch().hold, HoldReason::None);
        }
    }

    /// "No such resource" about a group says nothing about a single cluster; the missing one is
    /// reconciled.
    void oneOfThemIsGone()
    {
        Stage stage(8);
        stage.arm(); // no answer has arrived yet
        stage.cloud.clusters.removeAt(5);
        stage.clock.advance(5min);
        QCOMPARE(stage.count(ItemState::Done), 7);
        QCOMPARE(stage.item(5).state, ItemState::AlreadyGone);
        QCOMPARE(stage.timesSent(5), 1);
    }

    /// Another user's operation runs on one cluster: its deletion is not sent again.
    void oneOfThemIsBusy()
    {
        Stage stage(8);
        stage.busy(2);
        stage.arm();
        stage.clock.advance(3min);
        QCOMPARE(stage.timesSent(2), 1);
        QCOMPARE(stage.count(ItemState::Done), 7);
        QCOMPARE(stage.item(2).state, ItemState::Running);
        stage.cloud.find(Stage::idOf(2))->transition.clear();
        stage.clock.advance(5min);
        QCOMPARE(stage.item(2).state, ItemState::Failed);
        QCOMPARE(stage.timesSent(2), 1);
    }

    /// The server carries out some and refuses all: the deleted ones are not sent again.
    void theServerLies()
    {
        Stage stage(10);
        bool lied = false;
        stage.fate = [&](const QStringList &) {
            return std::exchange(lied, true) ? SimCloud::Fate()
                                             : SimCloud::Fate{true, refusal(1400), 3};
        };
        stage.arm();
        stage.clock.advance(5min);
        QCOMPARE(stage.count(ItemState::Done), 10);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(stage.timesSent(i), i < 3 ? 1 : 2);
    }

    /// Nothing is sent again before log and list were read completely.
    void withoutAFreshReadingNothingGoesAgain()
    {
        for (const bool log : {false, true}) {
            Stage stage(10);
            bool broken = true;
            const auto fault = [&]() -> std::optional<ApiError> {
                return broken ? std::optional(lostAnswer()) : std::nullopt;
            };
            (log ? stage.cloud.faultOfLog : stage.cloud.faultOfList) = fault;
            stage.fate = refusing({Stage::idOf(9)}, 1400);
            stage.arm();
            stage.clock.advance(10min);
            QCOMPARE(stage.sizes(), QList<int>{10});
            QCOMPARE(stage.count(ItemState::AwaitingReadback), 10);
            broken = false;
            stage.clock.advance(10min);
            QCOMPARE(stage.count(ItemState::Done), 9);
            QCOMPARE(stage.count(ItemState::Failed), 1);
        }
    }

    /// A snapshot that began before the refusal is no evidence about it.
    void aReadingBegunBeforeTheRefusalIsNoNews()
    {
        Stage stage(24, 4);
        stage.cloud.latency = 2s;
        stage.fate = [&](const QStringList &request) {
            if (request.contains(Stage::idOf(16)) && stage.requests.size() <= 6)
                return refused(1400); // at 6 s
            // At 2 s, so that a snapshot begins at 5 s.
            return request.contains(Stage::idOf(0)) ? lost(true) : SimCloud::Fate();
        };
        stage.arm();
        stage.clock.advance(11s); // that snapshot has ended
        QCOMPARE(stage.item(0).state, ItemState::Running);
        QCOMPARE(stage.item(16).state, ItemState::AwaitingReadback);
        QCOMPARE(stage.sizes(), (QList<int>{4, 4, 4, 4, 4, 4}));
        stage.clock.advance(2min);
        QCOMPARE(stage.count(ItemState::Done), 24);
        QCOMPARE(stage.timesSent(16), 2);
    }

    /// Although the list was read after the refusal, and the log is known to be up to date.
    void aLogReadBeforeTheRefusalIsNoNews()
    {
        Stage stage(2, 2);
        stage.cloud.faultOfLog = [] { return std::optional(lostAnswer()); };
        stage.fate = refusing({Stage::idOf(1)}, 1400);
        stage.clock.advance(10s);
        stage.arm();
        stage.clock.advance(1s);
        QCOMPARE(stage.count(ItemState::AwaitingReadback), 2);
        CloudSnapshot snapshot;
        snapshot.operations.emplace();
        snapshot.logClock = LogClock::Agrees;
        snapshot.logShows = stage.item(0).sentAwake;
        snapshot.listing.emplace();
        snapshot.listing->complete = true;
        snapshot.listing->begun = stage.clock.awake();
        for (int i = 0; i < 2; ++i)
            snapshot.listing->clusters.append(*stage.cloud.find(Stage::idOf(i)));
        snapshot.begun = stage.item(0).evidenceSince - 1ms;
        stage.runner->handleSnapshot(snapshot);
        QCOMPARE(stage.count(ItemState::AwaitingReadback), 2);
        QCOMPARE(stage.sizes(), QList<int>{2});
        snapshot.begun = stage.item(0).evidenceSince;
        stage.runner->handleSnapshot(snapshot);
        QCOMPARE(stage.sizes(), (QList<int>{2, 1, 1}));
    }

    void anIncompleteLogProvesNothing()
    {
        Stage stage(10);
        stage.cloud.logPageCount = 3000;
        stage.fate = refusing({Stage::idOf(9)}, 1400);
        stage.arm();
        stage.clock.advance(10min);
        QCOMPARE(stage.sizes(), QList<int>{10});
    }

    void aLostAnswerIsEverybodysUnknown()
    {
        Stage stage(10);
        stage.fate = [](const QStringList &) { return lost(true); };
        stage.arm();
        stage.clock.advance(1s);
        QCOMPARE(stage.count(ItemState::Unknown), 10);
        stage.clock.advance(4s);
        QCOMPARE(stage.count(ItemState::Running), 10);
        QCOMPARE(stage.item(0).jobId, stage.item(9).jobId);
        stage.clock.advance(2min);
        QCOMPARE(stage.count(ItemState::Done), 10);
        QCOMPARE(stage.sizes(), QList<int>{10});
    }

    /// The operation failed, but not for all clusters.
    void aFailedOperationIsReadBackForEach()
    {
        Stage stage(4);
        stage.cloud.jobFails = [](const QString &id) { return id == Stage::idOf(1); };
        stage.arm();
        stage.clock.advance(30s);
        QCOMPARE(stage.item(1).state, ItemState::Running); // the list may lag
        stage.clock.advance(4min);
        QCOMPARE(stage.item(1).state, ItemState::Failed);
        QCOMPARE(stage.count(ItemState::Done), 3);
    }

    void whatConcernsAllHoldsAll()
    {
        for (const int code : {1200, 1300, 2500, 5300}) {
            Stage stage(50);
            bool refuses = true;
            stage.fate = [&](const QStringList &) {
                return refuses ? refused(code) : SimCloud::Fate();
            };
            stage.arm();
            stage.clock.advance(1s);
            QVERIFY(stage.runner->batch().hold != HoldReason::None);
            QCOMPARE(stage.count(ItemState::AwaitingReadback), 40); // in two requests
            QCOMPARE(stage.count(ItemState::Held), 10);
            stage.clock.advance(5min);
            QCOMPARE(stage.count(ItemState::Held), 50); // proven untouched, and still on hold
            refuses = false;
            stage.runner->resume();
            stage.clock.advance(5min);
            QCOMPARE(stage.count(ItemState::Done), 50);
        }
    }

    /// The quota ran out within the request: the carried-out items are found, and not sent again.
    void heldInTheMiddleOfTheArray()
    {
        Stage stage(10);
        bool first = true;
        stage.fate = [&](const QStringList &) {
            return std::exchange(first, false) ? SimCloud::Fate{true, refusal(2500), 4}
                                               : SimCloud::Fate();
        };
        stage.arm();
        stage.clock.advance(100ms);
        stage.runner->resume();
        stage.clock.advance(5min);
        QCOMPARE(stage.count(ItemState::Done), 10);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(stage.timesSent(i), i < 4 ? 1 : 2);
    }

    /// "Never sent" is not stated for items that were refused together before they are read back.
    void stoppedBetweenTheHalves()
    {
        Stage stage(30);
        stage.fate = refusing({Stage::idOf(0), Stage::idOf(20)}, 1400);
        stage.arm();
        stage.clock.advance(100ms);
        QCOMPARE(stage.sizes(), (QList<int>{20, 10}));
        QCOMPARE(stage.count(ItemState::AwaitingReadback), 30);
        stage.runner->stopTheRest();
        QCOMPARE(stage.count(ItemState::Unknown), 30);
        stage.clock.advance(5min);
        QCOMPARE(stage.sizes(), (QList<int>{20, 10}));
        QCOMPARE(stage.count(ItemState::Failed), 30);
        QCOMPARE(stage.item(7).reason, ItemReason::Refused);
    }

    void stoppedAfterTheReading()
    {
        Stage stage(4);
        stage.fate = refusing({Stage::idOf(0), Stage::idOf(2)}, 1400);
        stage.arm();
        // Halves are under way, and one was refused again, when the user stops the batch.
        while (stage.requests.size() < 3)
            stage.clock.advance(10ms);
        stage.runner->stopTheRest();
        stage.clock.advance(5min);
        QCOMPARE(stage.requests.size(), 3);
        QVERIFY(stage.runner->isFinished());
        QCOMPARE(stage.cloud.clusters.size(), 4);
    }

    void oneIsSpared()
    {
        Stage stage(8);
        stage.fate = refusing({Stage::idOf(0)}, 1400);
        stage.arm();
        stage.clock.advance(100ms);
        stage.runner->removeFromBatch(3);
        stage.clock.advance(5min);
        QCOMPARE(stage.timesSent(3), 1);
        QCOMPARE(stage.item(3).state, ItemState::Failed);
        QVERIFY(stage.cloud.has(Stage::idOf(3)));
        QCOMPARE(stage.count(ItemState::Done), 6);
    }

    void sleepBetweenTheHalvesHoldsThem()
    {
        Stage stage(8);
        stage.fate = refusing({Stage::idOf(0)}, 1400);
        stage.arm();
        stage.clock.advance(100ms);
        stage.clock.sleepFor(1h);
        stage.clock.advance(5min);
        QCOMPARE(stage.sizes(), QList<int>{8});
        QCOMPARE(stage.count(ItemState::Held), 8);
        stage.runner->resume();
        stage.clock.advance(5min);
        QCOMPARE(stage.count(ItemState::Done), 7);
    }

    /// Three refusals of single clusters in a row pause the batch; refusals of groups do not count.
    void threeSingleRefusalsPause()
    {
        Stage stage(200);
        stage.fate = [](const QStringList &) { return refused(1400); };
        stage.arm();
        stage.clock.advance(15min); // each half waits for proof of the refusal
        QCOMPARE(stage.runner->batch().hold, HoldReason::RefusedInARow);
        // No group is sent after the third refusal: at most one was under way.
        QVERIFY(stage.sizes().count(20) <= 4);
        QVERIFY(stage.count(ItemState::Failed) >= 3 && stage.count(ItemState::Failed) <= 4);
        QCOMPARE(stage.count(ItemState::Failed) + stage.count(ItemState::Held), 200);
    }

    void refusedGroupsAloneDoNotPause()
    {
        Stage stage(100);
        QStringList bad;
        for (int i = 0; i < 100; i += 20)
            bad.append(Stage::idOf(i + 7));
        stage.fate = refusing(bad, 1400);
        stage.arm();
        stage.clock.advance(20min);
        QCOMPARE(stage.runner->batch().hold, HoldReason::None);
        QCOMPARE(stage.count(ItemState::Done), 95);
        QCOMPARE(stage.count(ItemState::Failed), 5);
    }

    /// Each intent of a group is an entry of the journal before the request leaves.
    void intentsFirst()
    {
        Stage stage(20);
        int intents = -1;
        stage.fate = [&](const QStringList &) {
            intents = 0;
            for (const JournalEvent &event : stage.journal.events(QStringLiteral("batch")))
                intents += event.event == QLatin1String("send-started") ? 1 : 0;
            return SimCloud::Fate();
        };
        stage.arm();
        stage.clock.advance(1ms);
        QCOMPARE(intents, 20);
    }

    /// The events of an item that was refused together and carried out later.
    void theJournalTellsIt()
    {
        Stage stage(2);
        stage.fate = refusing({Stage::idOf(1)}, 1400);
        stage.arm();
        stage.clock.advance(5min);
        QCOMPARE(stage.story(0),
                 (QStringList{"grace-over", "send-started", "refused-together", "found-untouched",
                              "send-started", "accepted", "completed"}));
    }
};

QTEST_GUILESS_MAIN(TestGroupedBatch)
#include "tst_groupedbatch.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchstage.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace clusterdeck;
using namespace std::chrono_literals;

using Stage = BatchStage;

class TestBatchRunner : public QObject
{
    Q_OBJECT

private slots:
    void deletesExactlyThese()
    {
        Stage stage(7);
        stage.cloud.add(QStringLiteral("ehpc-bystander"));
        QSignalSpy finished(stage.runner.get(), &BatchRunner::finished);
        stage.arm();
        stage.clock.advance(5min);
        QCOMPARE(stage.count(ItemState::Done), 7);
        QCOMPARE(finished.count(), 1);
        QCOMPARE(stage.cloud.ledger.size(), 7);
        for (int i = 0; i < 7; ++i)
            QCOMPARE(stage.cloud.timesSent(Stage::idOf(i)), 1);
        QCOMPARE(stage.cloud.clusters.size(), 1);
        QVERIFY(stage.cloud.has(QStringLiteral("ehpc-bystander")));
    }

    void twoInFlight()
    {
        Stage stage(6);
        int most = 0;
        connect(stage.runner.get(), &BatchRunner::itemChanged, stage.runner.get(),
                [&] { most = std::max(most, stage.count(ItemState::Sending)); });
        stage.arm();
        stage.clock.advance(1min);
        QCOMPARE(most, 2);
    }

    /// Done needs success in the log, and two listings without the cluster.
    void doneNeedsTwoAbsences()
    {
        Stage stage(1);
        stage.arm();
        stage.clock.advance(8100ms); // the job has ended
        QCOMPARE(stage.state(0), ItemState::Running);
        while (stage.item(0).evidence.asWanted.length == 0)
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
        stage.arm();
        stage.clock.advance(15min);
        QCOMPARE(stage.state(0), ItemState::Running);
        QVERIFY(!stage.cloud.has(Stage::idOf(0)));
        stage.cloud.faultOfList = [] { return std::nullopt; };
        stage.clock.advance(2min);
        QCOMPARE(stage.state(0), ItemState::Done);
    }

    void aRefusalFailsOneItemAndKeepsTheText()
    {
        Stage stage(3);
        SimCloud::Fate denied = refused(1400);
        denied.error->serverText = QStringLiteral("<b>denied</b>");
        stage.cloud.fateOfSend = onlyOf(Stage::idOf(1), denied);
        stage.arm();
        stage.clock.advance(5min);
        QCOMPARE(stage.state(1), ItemState::Failed);
        QCOMPARE(stage.item(1).error->serverText, QStringLiteral("<b>denied</b>"));
        QCOMPARE(stage.count(ItemState::Done), 2);
    }

    void alreadyGone()
    {
        Stage stage(1);
        stage.cloud.clusters.removeFirst();
        stage.arm();
        stage.clock.advance(1min);
        QCOMPARE(stage.state(0), ItemState::AlreadyGone);
    }

    void aFailedOperationFails()
    {
        Stage stage(1);
        stage.cloud.jobFails = [](const QString &) { return true; };
        stage.arm();
        stage.clock.advance(1min);
        QCOMPARE(stage.state(0), ItemState::Failed);
        QCOMPARE(stage.item(0).operationErrors, QStringLiteral("5000"));
    }

    /// The answer is lost, the request was carried out: it is found in the log, followed, and never
    /// sent again.
    void aLostAnswerIsReconciledByEvidence()
    {
        Stage stage(2);
        stage.cloud.fateOfSend = onlyOf(Stage::idOf(0), lost(true));
        stage.arm();
        stage.clock.advance(1s);
        QCOMPARE(stage.state(0), ItemState::Unknown);
        stage.clock.advance(4s);
        QCOMPARE(stage.state(0), ItemState::Running);
        QVERIFY(!stage.item(0).jobId.isEmpty());
        stage.clock.advance(2min);
        QCOMPARE(stage.state(0), ItemState::Done);
        QCOMPARE(stage.cloud.timesSent(Stage::idOf(0)), 1);
    }

    /// The other item's operation shows that the log is up to date.
    void aLostRequestFailsAfterThreeLooks()
    {
        Stage stage(2);
        stage.cloud.fateOfSend = onlyOf(Stage::idOf(0), lost(false));
        stage.arm();
        stage.clock.advance(80s);
        QCOMPARE(stage.state(0), ItemState::Unknown);
        stage.clock.advance(2min);
        QCOMPARE(stage.state(0), ItemState::Failed);
        QCOMPARE(stage.item(0).reason, ItemReason::NotCarriedOut);
        QCOMPARE(stage.cloud.timesSent(Stage::idOf(0)), 0);
    }

    /// The answer is lost, the request is carried out, the log has another clock and the list shows
    /// no transition: the operation is new in the log, so it is ours.
    void aLogWithAnotherClockIsRead_data()
    {
        QTest::addColumn<int>("seconds"); // 9999: no readable time
        QTest::newRow("12 s behind") << -12;
        QTest::newRow("local time behind") << -8 * 3600;
        QTest::newRow("local time ahead") << 8 * 3600;
        QTest::newRow("a day behind") << -25 * 3600;
        QTest::newRow("no time") << 9999;
    }

    void aLogWithAnotherClockIsRead()
    {
        QFETCH(int, seconds);
        Stage stage(1);
        stage.cloud.jobTime = 6min;
        stage.cloud.fateOfSend = always(lost(true));
        stage.arm();
        stage.clock.advance(1s);
        OperationRecord &job = stage.cloud.jobs.first().record;
        job.created = seconds == 9999 ? QDateTime() : job.created.addSecs(seconds);
        stage.cloud.find(Stage::idOf(0))->transition.clear();
        stage.clock.advance(5s);
        QCOMPARE(stage.state(0), ItemState::Running);
        QCOMPARE(stage.item(0).jobId, job.jobId);
        stage.clock.advance(8min);
        QCOMPARE(stage.state(0), ItemState::Done);
        QCOMPARE(stage.cloud.timesSent(Stage::idOf(0)), 1);
    }

    /// While nothing shows that the log is up to date, no result is stated: the operation may still
    /// appear.
    void aLogThatMayLagProvesNothing_data()
    {
        QTest::addColumn<int>("lag"); // seconds, of our own operation; -1: there is none
        QTest::addColumn<bool>("readBefore");
        QTest::addColumn<ItemReason>("reason");
        QTest::newRow("not measured") << -1 << true << ItemReason::LogMayLag;
        QTest::newRow("12 s behind") << 12 << true << ItemReason::LogMayLag;
        QTest::newRow("up to date, but not read before") << 0 << false << ItemReason::LogNotRead;
    }

    void aLogThatMayLagProvesNothing()
    {
        QFETCH(int, lag);
        QFETCH(bool, readBefore);
        QFETCH(ItemReason, reason);
        const bool measured = lag >= 0;
        Stage stage(measured ? 2 : 1, [&](Batch &batch) { batch.logBefore.read = readBefore; });
        stage.cloud.jobTime = 6min;
        stage.cloud.fateOfSend = onlyOf(Stage::idOf(0), lost(false));
        stage.arm();
        stage.clock.advance(1s);
        if (measured)
            stage.cloud.jobs.first().record.created =
                stage.cloud.jobs.constFirst().record.created.addSecs(-lag);
        stage.clock.advance(4min);
        QCOMPARE(stage.state(0), ItemState::Unknown);
        QCOMPARE(stage.item(0).reason, reason);
        stage.clock.advance(30min);
        QCOMPARE(stage.state(0), ItemState::Unknown);
        QVERIFY(stage.item(0).needsAttention);
        QCOMPARE(stage.story(0).count(QStringLiteral("unproven")), 1);
        // The operation appears later.
        QVERIFY(stage.cloud.begin(Verb::Delete, Stage::idOf(0), stage.cloud.user));
        stage.clock.advance(1min);
        QCOMPARE(stage.state(0), ItemState::Running);
    }

    /// When our own operation is missing from the log, the log lags.
    void aLogWithoutOurOperationLags()
    {
        Stage stage(2);
        stage.cloud.jobTime = 6min;
        stage.cloud.fateOfSend = onlyOf(Stage::idOf(0), lost(false));
        stage.arm();
        stage.clock.advance(1s);
        const QList<SimCloud::Job> hidden = std::exchange(stage.cloud.jobs, {});
        stage.clock.advance(5min);
        QCOMPARE(stage.state(0), ItemState::Unknown);
        QCOMPARE(stage.item(0).reason, ItemReason::LogMayLag);
        stage.cloud.jobs = hidden;
        stage.clock.advance(3min);
        QCOMPARE(stage.state(0), ItemState::Failed);
        QCOMPARE(stage.item(0).reason, ItemReason::NotCarriedOut);
    }

    /// An operation that was in the log before is not ours, however new its time looks.
    void anOperationFromBeforeIsNotAdopted()
    {
        SimCloud::Job old;
        Stage stage(2, [&](Batch &batch) {
            old.over = true;
            old.verb = Verb::Delete;
            old.record.jobId = QStringLiteral("j-old");
            old.record.action = QStringLiteral("HpcClusterDeleteCluster");
            old.record.status = QStringLiteral("failed");
            old.record.owner = batch.user;
            old.record.resourceIds = {Stage::idOf(0)};
            old.record.created = utc(QDate(2026, 1, 2), QTime(4, 4, 5)); // an hour ahead
            batch.logBefore = logBefore(Page<OperationRecord>{{old.record}, 1, 1});
        });
        stage.cloud.jobs.append(old);
        stage.cloud.fateOfSend = onlyOf(Stage::idOf(0), lost(false));
        stage.arm();
        stage.clock.advance(4min);
        QCOMPARE(stage.state(0), ItemState::Failed);
        QCOMPARE(stage.item(0).reason, ItemReason::NotCarriedOut);
        QVERIFY(stage.item(0).jobId.isEmpty());
    }

    /// A log of thousands of lines is read back to known operations only, not to its beginning.
    void aLongLogIsReadToWhatWasKnown()
    {
        QList<SimCloud::Job> jobs;
        for (int i = 0; i < 2000; ++i) {
            SimCloud::Job &job = jobs.emplace_back();
            job.over = true;
            job.record.jobId = QStringLiteral("j-old-%1").arg(i);
            job.record.status = QStringLiteral("successful");
            job.record.created = utc(QDate(2025, 1, 1), QTime(0, 0)).addSecs(i);
        }
        Stage stage(2, [&](Batch &batch) {
            Page<OperationRecord> page;
            for (int i = 1999; i >= 1900; --i)
                page.records.append(jobs.at(i).record);
            page.rows = 100;
            page.total = 2000;
            batch.logBefore = logBefore(page);
        });
        stage.cloud.jobs = jobs;
        stage.cloud.fateOfSend = onlyOf(Stage::idOf(0), lost(false));
        stage.arm();
        stage.clock.advance(1s);
        stage.cloud.reads = 0;
        stage.clock.advance(4min);
        QCOMPARE(stage.state(0), ItemState::Failed);
        QCOMPARE(stage.item(0).reason, ItemReason::NotCarriedOut);
        QVERIFY2(stage.cloud.reads < 40, qPrintable(QString::number(stage.cloud.reads)));
    }

    /// The provider lists deleted clusters for hours.
    void deletedButListed_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<bool>("answerLost");
        for (const char *status : {"deleted", "ceased", "terminated"}) {
            QTest::addRow("%s", status) << QString::fromLatin1(status) << false;
            QTest::addRow("%s, answer lost", status) << QString::fromLatin1(status) << true;
        }
    }

    void deletedButListed()
    {
        QFETCH(QString, status);
        QFETCH(bool, answerLost);
        Stage stage(1);
        if (answerLost)
            stage.cloud.fateOfSend = always(lost(true));
        const ClusterRecord before = *stage.cloud.find(Stage::idOf(0));
        stage.arm();
        while (stage.cloud.has(Stage::idOf(0)))
            stage.clock.advance(10ms);
        ClusterRecord remains = before;
        remains.status = status;
        stage.cloud.clusters.append(remains);
        stage.clock.advance(4s);
        QCOMPARE(stage.state(0), ItemState::Running);
        stage.clock.advance(1min);
        QCOMPARE(stage.state(0), ItemState::Done);
        QCOMPARE(stage.item(0).reason, ItemReason::None);
    }

    /// When a gateway loses every answer, the batch stops early.
    void threeLostAnswersHoldTheRest_data()
    {
        QTest::addColumn<int>("inFlight");
        QTest::addColumn<int>("together");
        QTest::addColumn<bool>("arrives");
        QTest::newRow("one by one") << 1 << 1 << true;
        QTest::newRow("two at a time") << 2 << 1 << true;
        QTest::newRow("four at a time") << 4 << 1 << false;
        QTest::newRow("in groups") << 2 << 5 << true;
    }

    void threeLostAnswersHoldTheRest()
    {
        QFETCH(int, inFlight);
        QFETCH(int, together);
        QFETCH(bool, arrives);
        Stage stage(60, [&](Batch &batch) {
            batch.inFlight = inFlight;
            batch.together = together;
        });
        stage.cloud.jobTime = 10min;
        const auto honest = stage.cloud.fateOfSend;
        stage.cloud.fateOfSend = always(lost(arrives));
        stage.arm();
        stage.clock.advance(1min);
        QCOMPARE(stage.runner->batch().hold, HoldReason::AnswersLost);
        QVERIFY(stage.cloud.sends >= 3);
        QVERIFY2(stage.cloud.sends <= 3 + inFlight - 1,
                 qPrintable(QString::number(stage.cloud.sends)));
        QCOMPARE(stage.count(ItemState::Held), 60 - stage.cloud.sends * together);
        // After each resume, three more are sent.
        const int before = stage.cloud.sends;
        stage.runner->resume();
        stage.clock.advance(1min);
        QCOMPARE(stage.runner->batch().hold, HoldReason::AnswersLost);
        QVERIFY(stage.cloud.sends - before <= 3 + inFlight - 1);
        stage.cloud.fateOfSend = honest;
        stage.runner->resume();
        stage.clock.advance(1min);
        QCOMPARE(stage.runner->batch().hold, HoldReason::None);
        QCOMPARE(stage.count(ItemState::Held), 0);
    }

    void answersInBetweenHoldNothing()
    {
        Stage stage(12);
        stage.cloud.jobTime = 10min;
        stage.cloud.fateOfSend = [](Verb, const QString &id) {
            return id.mid(5).toInt() % 3 == 2 ? SimCloud::Fate() : lost(true);
        };
        stage.arm();
        stage.clock.advance(1min);
        QCOMPARE(stage.runner->batch().hold, HoldReason::None);
        QCOMPARE(stage.cloud.sends, 12);
    }

    /// When the result of the first item cannot be determined, the batch is held until the user
    /// decides. The next item is again sent alone, and shows that the log is up to date.
    void aFirstOneThatCannotBeToldHoldsTheRest()
    {
        Stage stage(6, Verb::Delete, 0s, 3);
        stage.cloud.jobTime = 10min;
        const auto honest = stage.cloud.fateOfSend;
        stage.cloud.fateOfSend = always(lost(false));
        stage.arm();
        stage.clock.advance(80s);
        QCOMPARE(stage.runner->batch().hold, HoldReason::None);
        stage.clock.advance(2min);
        QCOMPARE(stage.runner->batch().hold, HoldReason::FirstUnknown);
        QCOMPARE(stage.cloud.sends, 1);
        QCOMPARE(stage.count(ItemState::Held), 5);
        stage.runner->resume(); // lost again: one request, no others
        stage.clock.advance(4min);
        QCOMPARE(stage.runner->batch().hold, HoldReason::FirstUnknown);
        QCOMPARE(stage.cloud.sends, 2);
        stage.cloud.fateOfSend = honest;
        stage.runner->resume();
        stage.clock.advance(40ms);
        QCOMPARE(stage.count(ItemState::Sending), 1);
        stage.clock.advance(4min);
        QCOMPARE(stage.runner->batch().hold, HoldReason::None);
        QCOMPARE(stage.cloud.sends, 6);
        QCOMPARE(stage.count(ItemState::Failed), 2);
        QCOMPARE(stage.item(0).reason, ItemReason::NotCarriedOut);
    }

    /// Accepted without a job id: the result is not known yet, so the others wait.
    void acceptedWithoutAJobIdIsNoLeaveToGoOn()
    {
        Stage stage(6, Verb::Delete, 0s, 3);
        stage.cloud.jobTime = 10min;
        stage.cloud.answersWithJobId = false;
        stage.cloud.faultOfLog = [] { return std::optional(lostAnswer()); };
        stage.cloud.faultOfList = [] { return std::optional(lostAnswer()); };
        stage.arm();
        stage.clock.advance(5min);
        QCOMPARE(stage.cloud.sends, 1);
        stage.cloud.faultOfLog = [] { return std::nullopt; };
        stage.clock.advance(6min);
        QCOMPARE(stage.cloud.sends, 6);
    }

    void acceptedWithoutAJobIdIsUnknown()
    {
        Stage stage(1);
        stage.cloud.answersWithJobId = false;
        stage.arm();
        stage.clock.advance(1s);
        QCOMPARE(stage.state(0), ItemState::Unknown);
        QCOMPARE(stage.item(0).reason, ItemReason::NoJobId);
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
            return refused(retCode);
        };
        stage.arm();
        stage.clock.advance(1min);
        QCOMPARE(stage.runner->batch().hold, reason);
        QCOMPARE(stage.count(ItemState::Held), 5);
        QCOMPARE(calls, 2); // the two that were under way
        stage.cloud.fateOfSend = honest;
        stage.runner->resume();
        stage.clock.advance(5min);
        QCOMPARE(stage.count(ItemState::Done), 5);
        QCOMPARE(stage.cloud.ledger.size(), 5);
    }

    void whatProvablyNeverLeftHolds()
    {
        Stage stage(3);
        SimCloud::Fate never = lost(false);
        never.error->outcome = Outcome::NotSent;
        stage.cloud.fateOfSend = always(never);
        stage.arm();
        stage.clock.advance(1min);
        QCOMPARE(stage.runner->batch().hold, HoldReason::Unreachable);
        QCOMPARE(stage.count(ItemState::Held), 3);
    }

    void nothingIsSentBeforeTheUndoWindowEnds()
    {
        Stage stage(3, Verb::Delete, 10s);
        stage.arm();
        stage.clock.advance(9900ms);
        QCOMPARE(stage.count(ItemState::Armed), 3);
        QCOMPARE(stage.runner->undoWindowLeft(), 100ms);
        QVERIFY(stage.cloud.ledger.isEmpty());
        stage.clock.advance(200ms);
        QVERIFY(!stage.runner->undoWindowLeft());
        stage.clock.advance(2min);
        QCOMPARE(stage.count(ItemState::Done), 3);
    }

    void sendNowSpareAndCancelAll()
    {
        Stage stage(3, Verb::Delete, 20s);
        stage.arm();
        stage.runner->removeFromBatch(1);
        stage.runner->sendNow();
        stage.clock.advance(2min);
        QCOMPARE(stage.state(1), ItemState::Cancelled);
        QCOMPARE(stage.cloud.ledger.size(), 2);

        Stage cancelled(3, Verb::Delete, 20s);
        QSignalSpy finished(cancelled.runner.get(), &BatchRunner::finished);
        cancelled.arm();
        cancelled.clock.advance(19s);
        cancelled.runner->stopTheRest();
        cancelled.clock.advance(2min);
        QCOMPARE(cancelled.count(ItemState::Cancelled), 3);
        QVERIFY(cancelled.cloud.ledger.isEmpty());
        QCOMPARE(finished.count(), 1);
        cancelled.runner->sendNow();
        cancelled.clock.advance(2min);
        QVERIFY(cancelled.cloud.ledger.isEmpty());
    }

    void silenceNeverDeletes_data()
    {
        QTest::addColumn<int>("sleepSeconds");
        QTest::addColumn<int>("jumpSeconds");
        QTest::addColumn<bool>("held");
        QTest::newRow("nothing") << 0 << 0 << false;
        QTest::newRow("a nap") << 3 << 0 << true;
        QTest::newRow("a night") << 30000 << 0 << true;
        QTest::newRow("clock forward") << 0 << 40 << true;
        QTest::newRow("clock back") << 0 << -3600 << true;
        QTest::newRow("clock corrected a little") << 0 << 5 << false;
    }

    void silenceNeverDeletes()
    {
        QFETCH(int, sleepSeconds);
        QFETCH(int, jumpSeconds);
        QFETCH(bool, held);
        Stage stage(3, Verb::Delete, 10s);
        stage.arm();
        stage.clock.advance(5s);
        stage.clock.sleepFor(std::chrono::seconds(sleepSeconds));
        stage.clock.jumpWall(std::chrono::seconds(jumpSeconds));
        stage.clock.advance(1min);
        QCOMPARE(stage.cloud.ledger.isEmpty(), held);
        QCOMPARE(stage.runner->batch().hold, held ? HoldReason::Suspended : HoldReason::None);
        if (!held)
            return;
        QCOMPARE(stage.count(ItemState::Held), 3);
        stage.runner->resume(); // the user has decided
        stage.clock.advance(2min);
        QCOMPARE(stage.count(ItemState::Done), 3);
    }

    void sleepInTheMiddleHoldsTheRest()
    {
        Stage stage(9);
        stage.arm();
        stage.clock.advance(60ms);
        const qsizetype sent = stage.count(ItemState::Sending) + stage.count(ItemState::Running);
        stage.clock.sleepFor(1h);
        stage.clock.advance(5min);
        QCOMPARE(stage.cloud.ledger.size(), sent);
        QCOMPARE(stage.count(ItemState::Held), 9 - sent);
    }

    void aRiskyBatchSendsOneAloneFirst()
    {
        Stage stage(6, Verb::Delete, 0s, 3);
        stage.arm();
        stage.clock.advance(40ms);
        QCOMPARE(stage.count(ItemState::Sending), 1);
        stage.clock.advance(20ms);
        QCOMPARE(stage.count(ItemState::Running), 1);
        QCOMPARE(stage.count(ItemState::Sending), 2);
    }

    void aRiskyBatchStaysAloneUntilOneIsAccepted()
    {
        Stage stage(4, Verb::Delete, 0s, 3);
        stage.cloud.fateOfSend = [](Verb, const QString &id) {
            return id == Stage::idOf(2) ? SimCloud::Fate() : refused(5400);
        };
        int most = 0;
        connect(stage.runner.get(), &BatchRunner::itemChanged, stage.runner.get(),
                [&] { most = std::max(most, stage.count(ItemState::Sending)); });
        stage.arm();
        stage.clock.advance(1min);
        QCOMPARE(most, 1);
        QCOMPARE(stage.count(ItemState::Failed), 3);
    }

    /// When a proxy loses every answer, two hundred deletions must not be sent.
    void aLostAnswerIsNoLeaveToGoOn()
    {
        Stage stage(6, Verb::Delete, 0s, 3);
        stage.cloud.jobTime = 10min;
        stage.cloud.fateOfSend = always(lost(true));
        stage.cloud.faultOfLog = [] { return std::optional(lostAnswer()); };
        stage.cloud.faultOfList = [] { return std::optional(lostAnswer()); };
        stage.arm();
        stage.clock.advance(5min);
        QCOMPARE(stage.cloud.ledger.size(), 1);
        // Reconciliation finds that the request was accepted: the others may be sent.
        stage.cloud.faultOfLog = [] { return std::nullopt; };
        stage.cloud.faultOfList = [] { return std::nullopt; };
        stage.cloud.fateOfSend = [](Verb, const QString &) { return SimCloud::Fate(); };
        stage.clock.advance(6min);
        QCOMPARE(stage.cloud.ledger.size(), 6);
    }

    /// "No such resource" about an existing cluster does not count as "gone".
    void noSuchClusterIsLookedInto()
    {
        Stage stage(1);
        stage.cloud.fateOfSend = always(refused(2100));
        stage.arm();
        stage.clock.advance(1s);
        QCOMPARE(stage.state(0), ItemState::Unknown);
        stage.clock.advance(5min);
        QCOMPARE(stage.state(0), ItemState::Failed);
        QCOMPARE(stage.item(0).reason, ItemReason::Refused);
    }

    void anIncompleteLogProvesNothing()
    {
        Stage stage(1);
        stage.cloud.logPageCount = 3000; // more entries than are ever read
        stage.cloud.fateOfSend = always(lost(false));
        stage.arm();
        stage.clock.advance(10min);
        QCOMPARE(stage.state(0), ItemState::Unknown);
    }

    void threeRefusalsInARowPause()
    {
        Stage stage(8);
        stage.cloud.fateOfSend = always(refused(1400));
        stage.arm();
        stage.clock.advance(1min);
        QCOMPARE(stage.runner->batch().hold, HoldReason::RefusedInARow);
        // The fourth was under way when the third was refused.
        QCOMPARE(stage.count(ItemState::Failed), 4);
        QCOMPARE(stage.count(ItemState::Held), 4);
    }

    void everyEventIsInTheJournal()
    {
        Stage stage(2);
        stage.arm();
        stage.clock.advance(2min);
        QCOMPARE(stage.story(0),
                 (QStringList{"grace-over", "send-started", "accepted", "completed"}));
        QVERIFY(stage.journal.unfinished()->isEmpty());
    }

    void stopTheRest()
    {
        Stage stage(6);
        stage.arm();
        stage.clock.advance(60ms); // two answered, the next two under way
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
        stage.arm();
        stage.clock.advance(19min);
        QVERIFY(!stage.item(0).needsAttention);
        stage.clock.advance(2min);
        QVERIFY(stage.item(0).needsAttention);
        stage.clock.advance(60min);
        QCOMPARE(stage.state(0), ItemState::Done);
        QVERIFY(!stage.item(0).needsAttention);
    }

    void stopAndStart()
    {
        Stage stop(2, Verb::Stop);
        stop.arm();
        stop.clock.advance(2min);
        QCOMPARE(stop.count(ItemState::Done), 2);
        QCOMPARE(stop.cloud.find(Stage::idOf(0))->status, QStringLiteral("stopped"));

        Stage start(1, Verb::Start);
        start.cloud.find(Stage::idOf(0))->status = QStringLiteral("stopped");
        start.arm();
        start.clock.advance(2min);
        QCOMPARE(start.count(ItemState::Done), 1);
    }

    /// One page of the log serves all items, and a listing is read only when it can prove
    /// something.
    void looksAreShared()
    {
        Stage stage(50);
        stage.cloud.jobTime = 10min;
        stage.arm();
        stage.clock.advance(2s);
        QCOMPARE(stage.count(ItemState::Running), 50);
        stage.cloud.reads = 0;
        stage.clock.advance(9min);
        // After 3, 5, 10 and then every 30 s: about twenty polls, one call each.
        QVERIFY2(stage.cloud.reads <= 22, qPrintable(QString::number(stage.cloud.reads)));
        QVERIFY(stage.cloud.reads >= 15);
    }

    void restsWhenNothingIsOpen()
    {
        Stage stage(1);
        stage.arm();
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
        stage.arm();
        stage.clock.advance(30ms);
        stage.runner.reset();
        stage.clock.advance(5min);
        QCOMPARE(stage.cloud.ledger.size(), 2); // those already sent; no more
    }
};

QTEST_GUILESS_MAIN(TestBatchRunner)
#include "tst_batchrunner.moc"

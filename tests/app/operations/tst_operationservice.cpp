// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/table/clustermodel.h"
#include "app/operations/operationservice.h"
#include "simcloud.h"
#include "tests/support/checkedjournal.h"
#include "tests/support/manualclock.h"
#include "tests/support/memoryfolder.h"

#include <QFile>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace clusterdeck;
using namespace std::chrono_literals;

namespace
{

/// Two accounts that both have clusters with the same ids.
struct Stage {
    ManualClock clock;
    SimCloud one{clock};
    SimCloud two{clock};
    ClusterModel clusters;
    Journal journal;
    LockStore locks;
    std::unique_ptr<OperationService> operationService;
    QObject window;

    explicit Stage(const DataFolder &folder = {}, const QString &locksPath = {})
        : journal(folder)
        , locks(locksPath)
    {
        operationService = std::make_unique<OperationService>(clusters, clock, journal, locks);
        for (int i = 0; i < 5; ++i) {
            one.add(QStringLiteral("ehpc-%1").arg(i));
            two.add(QStringLiteral("ehpc-%1").arg(i));
        }
        operationService->addAccount(account("one"), one);
        operationService->addAccount(account("two"), two);
        QObject::connect(operationService.get(), &OperationService::listed, &clusters,
                         &ClusterModel::apply);
    }

    static OperationAccount account(const char *id)
    {
        OperationAccount account;
        account.id = QString::fromLatin1(id);
        account.users = {QStringLiteral("usr-me")};
        return account;
    }

    /// Confirms as the dialog does; `wait` covers the second reading.
    Confirmation begin(const Plan &plan, std::chrono::milliseconds wait = 1s)
    {
        const auto confirmation = std::make_shared<Confirmation>();
        operationService->confirm(
            plan, QStringLiteral("as shown"), &window,
            [confirmation](const Confirmation &made) { *confirmation = made; });
        clock.advance(wait);
        return *confirmation;
    }

    /// Confirms, and skips the countdown.
    Confirmation confirm(const Plan &plan)
    {
        const Confirmation confirmation = begin(plan);
        for (BatchRunner *runner : operationService->batches())
            runner->sendNow();
        return confirmation;
    }

    /// Starts the program again with the same journal.
    Recovery startAgain()
    {
        operationService.reset();
        operationService = std::make_unique<OperationService>(clusters, clock, journal, locks);
        const Recovery recovery = operationService->recover();
        operationService->addAccount(account("one"), one);
        return recovery;
    }

    [[nodiscard]] Plan plan(Verb verb, const QList<ClusterKey> &keys)
    {
        QObject context;
        std::optional<Plan> plan;
        operationService->plan(verb, keys, &context, [&](const Plan &made) { plan = made; });
        Q_ASSERT(!plan);
        clock.advance(6s);
        return plan.value_or(Plan());
    }
};

QString idOf(int cluster)
{
    return QStringLiteral("ehpc-%1").arg(cluster);
}

ClusterKey key(const char *account, int cluster)
{
    return {QString::fromLatin1(account), idOf(cluster)};
}

} // namespace

class TestOperationService : public QObject
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
        QCOMPARE(stage.clusters.rowCount(), 10); // the reading updates the table
    }

    /// In a large account only the clusters of the operation are read, from the plan to the end of
    /// the last item.
    void readsByIds_data()
    {
        QTest::addColumn<Verb>("verb");
        for (const Verb verb : allVerbs())
            QTest::newRow(qPrintable(wordOf(verb))) << verb;
    }

    void readsByIds()
    {
        QFETCH(const Verb, verb);
        Stage stage;
        stage.one.pageLimit = 1; // 5 pages
        for (ClusterRecord &cluster : stage.one.clusters) {
            if (verb == Verb::Start)
                cluster.status = QStringLiteral("stopped");
        }
        const Plan plan = stage.plan(verb, {key("one", 1), key("one", 2)});
        QCOMPARE(stage.one.reads, 3); // including the first page
        QVERIFY(plan.items.size() == 2 && plan.items.constFirst().fresh);
        (void)stage.confirm(plan);
        stage.clock.advance(5min);
        QCOMPARE(stage.operationService->openItems(), 0);
        for (const int cluster : {1, 2})
            QCOMPARE(stage.operationService->latestItem(key("one", cluster))->state,
                     ItemState::Done);
        QCOMPARE(stage.clusters.rowOf(key("one", 1)).has_value(), verb != Verb::Delete);
        QVERIFY(!stage.clusters.completeAsOf(QStringLiteral("one")).isValid());
    }

    /// A missing id proves deletion after a restart, too.
    void readsByIdsAfterARestart()
    {
        const QTemporaryDir folder(memoryFolder());
        Stage stage(folder.path());
        stage.one.pageLimit = 1;
        stage.one.jobTime = 2min;
        (void)stage.confirm(stage.plan(Verb::Delete, {key("one", 1)}));
        stage.clock.advance(10s);
        QCOMPARE(stage.operationService->latestItem(key("one", 1))->state, ItemState::Running);
        stage.startAgain();
        int whole = 0;
        connect(stage.operationService.get(), &OperationService::listed, this,
                [&whole](const ClusterListing &listing) { whole += listing.complete ? 1 : 0; });
        stage.clock.advance(5min);
        QCOMPARE(stage.operationService->latestItem(key("one", 1))->state, ItemState::Done);
        QCOMPARE(whole, 0);
    }

    void notFoundByItsId()
    {
        Stage stage;
        stage.one.pageLimit = 1;
        const ClusterKey other{QStringLiteral("one"), QStringLiteral("ehpc-other")};
        const Plan plan = stage.plan(Verb::Delete, {key("one", 1), other});
        QCOMPARE(plan.items.size(), 1);
        QCOMPARE(plan.excluded.size(), 1);
        QCOMPARE(plan.excluded.constFirst().reason, Exclusion::NotFound);
    }

    /// The table shows which other clusters use a mount point, as far as they are read.
    void othersOnAMount()
    {
        Stage stage;
        for (ClusterRecord &cluster : stage.one.clusters)
            cluster.mountPoint =
                QStringLiteral("10.0.0.1:/") + (cluster.id == idOf(1) ? u'a' : u'b');
        const auto flagsOf = [&](int cluster) {
            return stage.plan(Verb::Delete, {key("one", cluster)}).items.constFirst().flags;
        };
        QCOMPARE(flagsOf(1), RiskFlags(RiskFlag::LastOnMount)); // one page
        QCOMPARE(flagsOf(2), RiskFlags());
        stage.one.pageLimit = 1;
        (void)stage.operationService->removeAccount(QStringLiteral("one"));
        stage.clusters.removeAccount(QStringLiteral("one"));
        stage.operationService->addAccount(Stage::account("one"), stage.one);
        QCOMPARE(flagsOf(2), RiskFlags(RiskFlag::MountUnknown));
        QCOMPARE(flagsOf(1), RiskFlags(RiskFlag::MountUnknown));
        // Only this one cluster of the mount point was read.
        QCOMPARE(flagsOf(2), RiskFlags(RiskFlag::MountUnknown));
        ClusterListing whole;
        whole.account = QStringLiteral("one");
        whole.complete = true;
        whole.asOf = stage.clock.utcNow();
        for (const ClusterRecord &cluster : std::as_const(stage.one.clusters))
            whole.clusters.append(cluster);
        stage.clusters.apply(whole);
        QCOMPARE(flagsOf(2), RiskFlags());
        QCOMPARE(flagsOf(1), RiskFlags(RiskFlag::LastOnMount));
        const Plan confirmed = stage.plan(Verb::Delete, {key("one", 1), key("one", 2)});
        stage.clock.advance(OperationService::TableLife);
        QCOMPARE(flagsOf(1), RiskFlags(RiskFlag::MountUnknown));
        // The earlier reading of the confirmed plan still counts.
        const Plan fresh = stage.plan(Verb::Delete, {key("one", 1), key("one", 2)});
        QVERIFY(isWorse(Plan(), fresh) && !isWorse(confirmed, comparedTo(confirmed, fresh)));
    }

    void eachAccountGetsItsOwn()
    {
        Stage stage;
        QSignalSpy added(stage.operationService.get(), &OperationService::batchAdded);
        (void)stage.confirm(
            stage.plan(Verb::Delete, {key("one", 1), key("two", 2), key("two", 3)}));
        QCOMPARE(added.count(), 2);
        stage.clock.advance(5min);
        QCOMPARE(stage.one.ledger.size(), 1);
        QCOMPARE(stage.two.ledger.size(), 2);
        QVERIFY(!stage.one.has(idOf(1)) && stage.two.has(idOf(1)));
        QCOMPARE(stage.operationService->openItems(), 0);
        QCOMPARE(stage.operationService->latestItem(key("two", 3))->state, ItemState::Done);
        QVERIFY(!stage.operationService->latestItem(key("one", 3)));
        QVERIFY(!stage.clusters.rowOf(key("one", 1)));
    }

    /// Refusals of other users' clusters hold the batch: its owner's are sent before.
    void clustersOfOthersGoLast()
    {
        Stage stage;
        QList<ClusterKey> keys;
        for (int cluster = 0; cluster < 5; ++cluster) {
            keys.append(key("one", cluster));
            stage.one.find(idOf(cluster))->owner =
                cluster < 3 ? QStringLiteral("usr-other") : QStringLiteral("usr-me");
        }
        const Plan plan = stage.plan(Verb::Delete, keys);
        QCOMPARE(plan.items.constFirst().cluster.key(), keys.constFirst()); // the riskiest
        (void)stage.begin(plan);
        QList<ClusterKey> sent;
        for (const BatchItem &item : stage.operationService->batches().constFirst()->batch().items)
            sent.append(item.key);
        QCOMPARE(sent,
                 (QList<ClusterKey>{keys.at(3), keys.at(4), keys.at(0), keys.at(1), keys.at(2)}));
    }

    void unfinishedItemsAreNotPlannedAgain()
    {
        Stage stage;
        stage.one.jobTime = 10min;
        (void)stage.confirm(stage.plan(Verb::Delete, {key("one", 1)}));
        const Plan again = stage.plan(Verb::Delete, {key("one", 1), key("one", 2)});
        QCOMPARE(again.items.size(), 1);
        QCOMPARE(again.excluded.constFirst().reason, Exclusion::UnderWay);
    }

    void aSilentServerDelaysThePlanByFiveSecondsOnly()
    {
        Stage stage;
        (void)stage.plan(Verb::Delete, {key("one", 1)}); // the table has its row now
        stage.one.latency = 60s;
        QObject context;
        std::optional<Plan> plan;
        stage.operationService->plan(Verb::Delete, {key("one", 1)}, &context,
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
        stage.operationService->plan(Verb::Delete, {key("one", 1)}, context.get(),
                                     [&](const Plan &) { called = true; });
        context.reset();
        stage.clock.advance(1min);
        QVERIFY(!called);
    }

    void nothingIsSentBeforeTheCountdownIsOver()
    {
        Stage stage;
        const Plan plan = stage.plan(Verb::Delete, {key("one", 1), key("one", 2)});
        QCOMPARE(stage.begin(plan).outcome, Confirmation::Outcome::Armed);
        QCOMPARE(stage.journal.unfinished()->constFirst().shown, QStringLiteral("as shown"));
        QCOMPARE(stage.journal.unfinished()->constFirst().items.size(), 2);
        stage.clock.advance(8s);
        QVERIFY(stage.one.ledger.isEmpty());
        stage.clock.advance(5min);
        QCOMPARE(stage.one.ledger.size(), 2);
        QCOMPARE(stage.operationService->openItems(), 0);
    }

    void theSecondReadingOnlyTakesAway()
    {
        Stage stage;
        const Plan plan = stage.plan(Verb::Delete, {key("one", 1), key("one", 2), key("one", 3)});
        stage.one.find(idOf(2))->transition = QStringLiteral("resizing");
        stage.one.clusters.removeIf(
            [](const ClusterRecord &record) { return record.id == QLatin1String("ehpc-3"); });
        stage.one.add(QStringLiteral("ehpc-new"));
        const Confirmation confirmation = stage.confirm(plan);
        QCOMPARE(confirmation.outcome, Confirmation::Outcome::Armed);
        QCOMPARE(confirmation.plan.items.size(), 1);
        QCOMPARE(confirmation.droppedOut.size(), 2);
        stage.clock.advance(5min);
        QCOMPARE(stage.one.ledger.size(), 1);
        QCOMPARE(stage.one.ledger.constFirst().id, idOf(1));
    }

    void worseFactsComeBackToThePerson()
    {
        Stage stage;
        const Plan plan = stage.plan(Verb::Delete, {key("one", 1)});
        stage.one.find(idOf(1))->runningJobs = 4;
        const Confirmation first = stage.confirm(plan);
        QCOMPARE(first.outcome, Confirmation::Outcome::LookAgain);
        QCOMPARE(first.plan.items.constFirst().added, RiskFlags(RiskFlag::HasJobs));
        QVERIFY(stage.operationService->batches().isEmpty());
        QCOMPARE(stage.confirm(first.plan).outcome, Confirmation::Outcome::Armed);
    }

    /// Of an approved plan, what got worse since it was shown drops out; the rest goes.
    void worseThanApprovedDropsOut()
    {
        Stage stage;
        Plan plan = stage.plan(Verb::Delete, {key("one", 1), key("one", 2), key("one", 3)});
        plan.approval.code = QStringLiteral("7K3M-9QXP-2TRW-8HJD");
        plan.excluded.append({key("one", 4), {}, {}, Exclusion::Kept}); // as the first reading did
        stage.one.find(idOf(1))->type = QStringLiteral("another"); // no risk, and another cluster
        stage.one.find(idOf(2))->runningJobs = 4;
        const Confirmation confirmation = stage.confirm(plan);
        QCOMPARE(confirmation.outcome, Confirmation::Outcome::Armed);
        QCOMPARE(confirmation.plan.items.size(), 1);
        QCOMPARE(confirmation.plan.items.constFirst().cluster.key(), key("one", 3));
        QCOMPARE(confirmation.droppedOut.size(), 2);
        QCOMPARE(confirmation.plan.excluded.size(), 3);
        for (const ExcludedItem &dropped : confirmation.droppedOut)
            QCOMPARE(dropped.reason, Exclusion::Changed);
    }

    /// A written plan is not confirmed after its end, however long its question was open.
    void notAfterItsEnd()
    {
        Stage stage;
        Plan plan = stage.plan(Verb::Delete, {key("one", 1)});
        plan.approval.validUntil = stage.clock.utcNow().addSecs(60);
        QCOMPARE(stage.begin(plan).outcome, Confirmation::Outcome::Armed);
        plan = stage.plan(Verb::Delete, {key("one", 2)});
        plan.approval.validUntil = stage.clock.utcNow().addSecs(-60);
        QCOMPARE(stage.confirm(plan).outcome, Confirmation::Outcome::Expired);
        QCOMPARE(stage.operationService->batches().size(), 1);
    }

    /// The stricter settings of a written plan hold for its second question as well.
    void strictSettingsStay()
    {
        Stage stage;
        Plan plan = stage.plan(Verb::Delete, {key("one", 1)});
        plan.safety.lowestTier = 3;
        stage.one.find(idOf(1))->name = QStringLiteral("renamed");
        const Confirmation first = stage.confirm(plan);
        QCOMPARE(first.outcome, Confirmation::Outcome::LookAgain);
        QCOMPARE(first.plan.confirmationLevel().tier, 3);
    }

    void anUnreadableSecondReadingComesBackOnce()
    {
        Stage stage;
        const Plan plan = stage.plan(Verb::Delete, {key("one", 1)});
        stage.one.faultOfList = [] { return std::optional(lostAnswer()); };
        const Confirmation first = stage.confirm(plan);
        QCOMPARE(first.outcome, Confirmation::Outcome::LookAgain);
        QVERIFY(first.plan.items.constFirst().added.testFlag(RiskFlag::Unknown));
        QCOMPARE(stage.confirm(first.plan).outcome, Confirmation::Outcome::Armed);
    }

    void nothingLeft()
    {
        Stage stage;
        const Plan plan = stage.plan(Verb::Delete, {key("one", 1)});
        stage.one.clusters.clear();
        QCOMPARE(stage.confirm(plan).outcome, Confirmation::Outcome::NothingLeft);
    }

    void locksHoldForEveryVerbAndForRenaming()
    {
        Stage stage;
        (void)stage.plan(Verb::Stop, {key("one", 1)});
        Locks locks;
        locks.clusters = {key("one", 1)};
        locks.namePatterns = {QStringLiteral("*ehpc-2")};
        QVERIFY(stage.operationService->setLocks(locks));
        for (const Verb verb : {Verb::Delete, Verb::Stop})
            QCOMPARE(stage.plan(verb, {key("one", 1), key("one", 2), key("one", 3)}).items.size(),
                     1);
        // Locked between the dialog and the confirmation.
        const Plan plan = stage.plan(Verb::Delete, {key("one", 3)});
        locks.clusters.insert(key("one", 3));
        QVERIFY(stage.operationService->setLocks(locks));
        QCOMPARE(stage.confirm(plan).outcome, Confirmation::Outcome::NothingLeft);

        std::optional<Result<Accepted>> answer;
        QObject context;
        stage.operationService->rename(key("one", 1), {.name = QStringLiteral("new")}, &context,
                                       [&](const Result<Accepted> &result) { answer = result; });
        stage.clock.advance(1s);
        QVERIFY(!answer->has_value());
        QCOMPARE(answer->error().outcome, Outcome::NotSent);
        stage.operationService->rename(key("one", 0), {.name = QStringLiteral("new")}, &context,
                                       [&](const Result<Accepted> &result) { answer = result; });
        stage.clock.advance(1s);
        QVERIFY(answer->has_value());
        QCOMPARE(stage.one.find(idOf(0))->name, QStringLiteral("new"));
    }

    /// Another instance has taken over the journal: nothing is sent in any way.
    void takenOver()
    {
        const QTemporaryDir folder;
        Stage stage(folder.path());
        const Plan plan = stage.plan(Verb::Delete, {key("one", 0)});
        QCOMPARE(plan.items.size(), 1);
        LockOwner owner = thisProcess();
        owner.host = QStringLiteral("login2");
        QFile lock(folder.filePath(QStringLiteral("journal.lock")));
        QVERIFY(lock.open(QIODevice::WriteOnly) && lock.write(lockFileText(owner)) > 0);
        lock.close();
        QVERIFY(stage.operationService->canOperate()); // the instance does not know it yet
        std::optional<Result<Accepted>> answer;
        QObject context;
        stage.operationService->rename(key("one", 0), {.name = QStringLiteral("new")}, &context,
                                       [&](const Result<Accepted> &result) { answer = result; });
        stage.clock.advance(1s);
        QCOMPARE(answer->error().outcome, Outcome::NotSent);
        QVERIFY(stage.one.find(idOf(0))->name != u"new");
        QVERIFY(!stage.operationService->canOperate());
        const Confirmation confirmation = stage.confirm(plan);
        QCOMPARE(confirmation.outcome, Confirmation::Outcome::OtherCopy);
        QCOMPARE(int(confirmation.refusal->kind), int(WriteRefusal::Kind::LockLost));
        QCOMPARE(confirmation.refusal->owner.host, owner.host);
        QVERIFY(stage.one.ledger.isEmpty());
    }

    /// The reason is stored in the batch and the journal; an account can require one.
    void aReasonOnRecord()
    {
        const QTemporaryDir folder(memoryFolder());
        Stage stage(folder.path());
        Plan plan = stage.plan(Verb::Stop, {key("one", 0), key("two", 0)});
        QVERIFY(!plan.requiresReason());
        OperationAccount strict = Stage::account("two");
        strict.reasonRequired = true;
        stage.operationService->updateAccount(strict); // after the plan was shown
        QCOMPARE(stage.begin(plan).outcome, Confirmation::Outcome::NoReason);
        plan.givenReason = QStringLiteral("a\u202Eb");
        QCOMPARE(stage.begin(plan).outcome, Confirmation::Outcome::NoReason);
        QVERIFY(stage.operationService->batches().isEmpty() && stage.journal.history().isEmpty());
        // A plan without a cluster of that account needs no reason.
        QVERIFY(stage.plan(Verb::Stop, {key("two", 0)}).requiresReason());
        QVERIFY(!stage.plan(Verb::Stop, {key("one", 0)}).requiresReason());

        plan.givenReason = QStringLiteral("CR-4711 end of project");
        QCOMPARE(stage.confirm(plan).outcome, Confirmation::Outcome::Armed);
        QCOMPARE(stage.journal.history().size(), 2);
        for (const Batch &batch : stage.journal.history())
            QCOMPARE(batch.givenReason, plan.givenReason);
    }

    /// A larger batch needs a higher tier.
    void largerThanEverBefore()
    {
        Stage stage;
        const auto levelOf = [&](int count) {
            QList<ClusterKey> keys;
            for (int cluster = 0; cluster < count; ++cluster)
                keys.append(key("two", cluster));
            return stage.plan(Verb::Delete, keys).confirmationLevel().tier;
        };
        QCOMPARE(levelOf(2), 2); // there is nothing to compare with
        QCOMPARE(stage.confirm(stage.plan(Verb::Delete, {key("one", 0)})).outcome,
                 Confirmation::Outcome::Armed);
        QCOMPARE(levelOf(2), 2); // not finished yet
        stage.clock.advance(10min);
        QCOMPARE(levelOf(2), 3);
        QCOMPARE(stage.confirm(stage.plan(Verb::Delete, {key("one", 1), key("one", 2)})).outcome,
                 Confirmation::Outcome::Armed);
        stage.clock.advance(10min);
        QCOMPARE(levelOf(2), 2);
        QCOMPARE(levelOf(3), 3);
    }

    /// A cluster that was certainly deleted and is listed again is reported once, in this run and
    /// after it.
    void listedAgain_data()
    {
        QTest::addColumn<bool>("restarted");
        QTest::addColumn<int>("deletedLater"); ///< other clusters
        QTest::newRow("in this run") << false << 0;
        QTest::newRow("in the next") << true << 0;
        QTest::newRow("after many others") << true << 2000;
    }

    void listedAgain()
    {
        QFETCH(const bool, restarted);
        QFETCH(const int, deletedLater);
        const QTemporaryDir folder(memoryFolder());
        Stage stage(folder.path());
        const ClusterRecord before = *stage.one.find(idOf(1));
        (void)stage.confirm(stage.plan(Verb::Delete, {key("one", 1)}));
        stage.clock.advance(10min);
        QCOMPARE(stage.operationService->latestItem(key("one", 1))->state, ItemState::Done);
        const QString batch = stage.journal.history().constFirst().id;
        const auto events = stage.journal.events(batch).size();
        Batch others = stage.journal.history().constFirst();
        others.id = QStringLiteral("others");
        others.items.resize(deletedLater, others.items.constFirst());
        for (int i = 0; i < deletedLater; ++i) {
            others.items[i].position = i;
            others.items[i].key.id = QStringLiteral("other-%1").arg(i);
        }
        if (deletedLater > 0)
            QVERIFY(stage.journal.add(others));
        if (restarted)
            QVERIFY(stage.startAgain().isEmpty());
        OperationService &service = *stage.operationService;
        connect(&service, &OperationService::listed, &stage.clusters, &ClusterModel::apply);
        connect(&service, &OperationService::listed, &service, &OperationService::findListedAgain);
        QList<Cluster> found;
        connect(&service, &OperationService::listedAgain, this,
                [&](const QList<Cluster> &clusters) { found += clusters; });
        (void)stage.plan(Verb::Stop, {key("one", 0)}); // reads all clusters
        QVERIFY(found.isEmpty());

        stage.one.clusters.append(before);
        (void)stage.plan(Verb::Stop, {key("one", 0)});
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.constFirst().key(), key("one", 1));
        const BatchItem item = stage.journal.history().constLast().items.constFirst();
        QCOMPARE(item.state, ItemState::Done);
        QCOMPARE(item.reason, ItemReason::ListedAgain);
        QCOMPARE(stage.journal.events(batch).size(), events + 1);
        QCOMPARE(stage.journal.events(batch).constLast().event, QStringLiteral("listed-again"));
        if (!restarted)
            QCOMPARE(service.latestItem(key("one", 1))->reason, ItemReason::ListedAgain);
        (void)stage.plan(Verb::Stop, {key("one", 0)});
        QCOMPARE(found.size(), 1);
        // The cluster can be deleted again.
        QCOMPARE(stage.plan(Verb::Delete, {key("one", 1)}).items.size(), 1);
    }

    /// A cluster that is locked during the countdown, or while the batch is on hold, is not sent.
    void protectedAfterTheConfirmation()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("locks.json"));
        Stage stage({}, path);
        const auto reasonOf = [&](int cluster) {
            return stage.operationService->latestItem(key("one", cluster))->reason;
        };
        const Confirmation first =
            stage.begin(stage.plan(Verb::Delete, {key("one", 0), key("one", 1), key("one", 2)}));
        QCOMPARE(first.outcome, Confirmation::Outcome::Armed);
        QVERIFY(stage.one.ledger.isEmpty());
        QVERIFY(LockStore(path).change({{key("one", 1)}, {}, {}, {}}));
        stage.clock.advance(10min);
        QVERIFY(!stage.one.find(idOf(0)) && stage.one.find(idOf(1)) && !stage.one.find(idOf(2)));
        QCOMPARE(stage.operationService->latestItem(key("one", 1))->state, ItemState::Cancelled);
        QCOMPARE(reasonOf(1), ItemReason::ProtectedSince);

        // All remaining items are protected: the batch ends, and nothing is sent.
        const Confirmation second =
            stage.begin(stage.plan(Verb::Stop, {key("one", 3), key("one", 4)}));
        QCOMPARE(second.outcome, Confirmation::Outcome::Armed);
        BatchRunner *runner = stage.operationService->batches().constLast();
        runner->hold(HoldReason::ScreenLocked);
        QVERIFY(LockStore(path).change({{}, {}, {stage.one.find(idOf(3))->name}, {}}));
        connect(stage.operationService.get(), &OperationService::protectionWanted, this, [&] {
            OperationAccount account = Stage::account("one");
            account.readOnly = true;
            stage.operationService->updateAccount(account);
        });
        const qsizetype sent = stage.one.ledger.size();
        QSignalSpy finished(runner, &BatchRunner::finished);
        runner->resume();
        QCOMPARE(finished.size(), 1);
        stage.clock.advance(10min);
        QCOMPARE(stage.one.ledger.size(), sent);
        QCOMPARE(reasonOf(3), ItemReason::ProtectedSince);
        QCOMPARE(reasonOf(4), ItemReason::ProtectedSince);
    }

    /// Another user sets a keep mark during the countdown, and a listing shows it in time.
    void markedAfterTheConfirmation()
    {
        Stage stage;
        const auto mark = [&](int cluster) {
            stage.one.find(idOf(cluster))->description = QStringLiteral("[keep]");
        };
        const Plan plan = stage.plan(Verb::Delete, {key("one", 0), key("one", 1), key("one", 2)});
        mark(0); // before the second reading
        const Confirmation confirmation = stage.begin(plan);
        QCOMPARE(confirmation.outcome, Confirmation::Outcome::Armed);
        QCOMPARE(confirmation.droppedOut.constFirst().reason, Exclusion::Kept);
        mark(1);
        (void)stage.plan(Verb::Stop, {key("one", 1)}); // reads the cluster
        stage.clock.advance(10min);
        QVERIFY(stage.one.find(idOf(0)) && stage.one.find(idOf(1)) && !stage.one.find(idOf(2)));
        QCOMPARE(stage.operationService->latestItem(key("one", 1))->reason,
                 ItemReason::ProtectedSince);
    }

    /// A lock set by another instance or in an editor applies without a restart: to the next plan,
    /// to the second reading and to renaming.
    void locksOfAnotherCopyHoldAtTheGate()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("locks.json"));
        Stage stage({}, path);
        const auto lockElsewhere = [&](int cluster) {
            return LockStore(path).change({{key("one", cluster)}, {}, {}, {}});
        };
        QSignalSpy changed(stage.operationService.get(), &OperationService::locksChanged);
        QVERIFY(lockElsewhere(1));
        QCOMPARE(stage.plan(Verb::Delete, {key("one", 1), key("one", 2)}).items.size(), 1);
        QCOMPARE(changed.size(), 1);

        // Between the dialog and the confirmation.
        const Plan plan = stage.plan(Verb::Delete, {key("one", 2), key("one", 3)});
        QVERIFY(lockElsewhere(2));
        const Confirmation confirmation = stage.confirm(plan);
        QCOMPARE(confirmation.outcome, Confirmation::Outcome::Armed);
        QCOMPARE(confirmation.droppedOut.size(), 1);
        QCOMPARE(confirmation.droppedOut.constFirst().reason, Exclusion::Locked);
        stage.clock.advance(10min);
        QVERIFY(stage.one.find(idOf(2)) && !stage.one.find(idOf(3)));

        // During the second reading.
        const Plan last = stage.plan(Verb::Delete, {key("one", 4)});
        std::optional<Confirmation> second;
        stage.operationService->confirm(last, QString(), &stage.window,
                                        [&](const Confirmation &made) { second = made; });
        QVERIFY(!second && lockElsewhere(4));
        stage.clock.advance(10min);
        QCOMPARE(second->outcome, Confirmation::Outcome::NothingLeft);
        QVERIFY(stage.one.find(idOf(4)));

        QVERIFY(LockStore(path).change({{key("one", 0)}, {}, {}, {}}));
        std::optional<Result<Accepted>> answer;
        stage.operationService->rename(key("one", 0), {.name = QStringLiteral("new")},
                                       &stage.window,
                                       [&](const Result<Accepted> &result) { answer = result; });
        stage.clock.advance(1s);
        QVERIFY(answer && !answer->has_value());
        QCOMPARE(answer->error().outcome, Outcome::NotSent);

        // An unreadable lock file locks every cluster.
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{") == 1);
        file.close();
        QVERIFY(stage.plan(Verb::Delete, {key("two", 0)}).items.isEmpty());
        // Locks of this instance are added to those of others.
        QVERIFY(stage.operationService->setLocks({{key("two", 1)}, {}}));
        QVERIFY(lockElsewhere(1));
        QVERIFY(stage.operationService->changeLocks({{key("two", 2)}, {}, {}, {}}));
        QCOMPARE(LockStore(path).locks().clusters,
                 (QSet{key("two", 1), key("one", 1), key("two", 2)}));
    }

    void aNameThatOnlyLooksLockedRaisesTheRisk()
    {
        Stage stage;
        QVERIFY(stage.operationService->changeLocks({{}, {}, {QStringLiteral("prod-*")}, {}}));
        stage.one.find(idOf(1))->name = QStringLiteral("рrоd-a"); // Cyrillic letters
        const Plan plan = stage.plan(Verb::Delete, {key("one", 1), key("one", 2)});
        QCOMPARE(plan.items.size(), 2);
        QCOMPARE(plan.count(RiskFlag::LooksLocked), 1);
        QVERIFY(plan.items.constFirst().flags.testFlag(RiskFlag::LooksLocked));
        stage.one.find(idOf(1))->name = QStringLiteral("prod\u2011a"); // the pattern matches it
        QCOMPARE(stage.plan(Verb::Delete, {key("one", 1)}).excluded.constFirst().reason,
                 Exclusion::Locked);
    }

    /// The program crashes with items in several states; the next start continues from the journal.
    void afterACrash()
    {
        Stage stage;
        stage.one.latency = 2s;
        const Plan plan =
            stage.plan(Verb::Delete, {key("one", 0), key("one", 1), key("one", 2), key("one", 3)});
        (void)stage.begin(plan, 3s);
        stage.operationService->batches().constFirst()->sendNow();
        stage.clock.advance(2500ms); // two accepted, two under way
        stage.operationService.reset();
        stage.clock.advance(1min);
        const qsizetype sent = stage.one.ledger.size();
        QCOMPARE(sent, 4);

        const Recovery recovery = stage.startAgain();
        QCOMPARE(recovery.batches, 1);
        QCOMPARE(recovery.running, 2);
        QCOMPARE(recovery.unknown, 2);
        QCOMPARE(recovery.neverSent, 0);
        stage.clock.advance(5min);
        QCOMPARE(stage.one.ledger.size(), sent);
        QCOMPARE(stage.operationService->openItems(), 0);
        QVERIFY(stage.journal.unfinished()->isEmpty());
    }

    /// The log is read together with the second reading of facts, and is stored for use after a
    /// crash.
    void theLogIsReadBeforeSending()
    {
        Stage stage;
        stage.one.jobFails = [](const QString &) { return true; };
        QVERIFY(stage.one.begin(Verb::Delete, idOf(1), QStringLiteral("usr-me")));
        stage.clock.advance(1min); // the operation has failed
        const Plan plan = stage.plan(Verb::Delete, {key("one", 1), key("two", 1)});
        (void)stage.begin(plan);
        const LogBefore &one = stage.operationService->batches().at(0)->batch().logBefore;
        QVERIFY(one.read && one.whole);
        QCOMPARE(one.operations.keys(), QStringList{"j-1"});
        const LogBefore &two = stage.operationService->batches().at(1)->batch().logBefore;
        QVERIFY(two.read && two.whole && two.operations.isEmpty());
        QCOMPARE(stage.journal.unfinished()->constFirst().logBefore, one);

        // The answer and the request are lost: the old failure is not taken for this request.
        stage.one.fateOfSend = [](Verb, const QString &) {
            return SimCloud::Fate{false, lostAnswer()};
        };
        stage.operationService->batches().constFirst()->sendNow();
        stage.clock.advance(10s);
        (void)stage.startAgain();
        stage.clock.advance(5min);
        QCOMPARE(stage.operationService->latestItem(key("one", 1))->state, ItemState::Unknown);
        QCOMPARE(stage.operationService->latestItem(key("one", 1))->reason, ItemReason::LogMayLag);
    }

    /// When the log was not read before sending, an old failure is no evidence.
    void whatWasNotReadBeforeReconcilesNothing()
    {
        Stage stage;
        stage.one.faultOfLog = [] { return std::optional(lostAnswer()); };
        stage.one.jobFails = [](const QString &) { return true; };
        QVERIFY(stage.one.begin(Verb::Delete, idOf(1), QStringLiteral("usr-me")));
        stage.clock.advance(1min);
        (void)stage.begin(stage.plan(Verb::Delete, {key("one", 1)}), 6s);
        QVERIFY(!stage.operationService->batches().constFirst()->batch().logBefore.read);
        stage.one.faultOfLog = [] { return std::nullopt; };
        stage.one.fateOfSend = [](Verb, const QString &) {
            return SimCloud::Fate{false, lostAnswer()};
        };
        stage.clock.advance(10min);
        QCOMPARE(stage.operationService->latestItem(key("one", 1))->state, ItemState::Unknown);
        QCOMPARE(stage.operationService->latestItem(key("one", 1))->reason, ItemReason::LogNotRead);
        QCOMPARE(stage.one.sends, 1);
    }

    /// A slow log delays sending no longer than the listing does.
    void aLogThatDoesNotComeIsNotWaitedFor()
    {
        Stage stage;
        int reads = 0;
        stage.one.faultOfLog = [&]() -> std::optional<ApiError> {
            ++reads;
            return lostAnswer();
        };
        const Plan plan = stage.plan(Verb::Delete, {key("one", 1)});
        QCOMPARE(reads, 0); // read only before sending
        QCOMPARE(stage.begin(plan).outcome, Confirmation::Outcome::Armed);
        QCOMPARE(reads, 1);
    }

    /// A cluster with the same id but another creation time is not the one that was shown.
    void anotherClusterWithTheSameIdComesBackToThePerson()
    {
        Stage stage;
        stage.one.find(idOf(1))->created = utc(QDate(2026, 1, 1), QTime(0, 0));
        const Plan plan = stage.plan(Verb::Delete, {key("one", 1)});
        stage.one.find(idOf(1))->created = utc(QDate(2026, 1, 1), QTime(0, 1));
        const Confirmation first = stage.confirm(plan);
        QCOMPARE(first.outcome, Confirmation::Outcome::LookAgain);
        QVERIFY(first.plan.items.constFirst().changed);
    }

    /// Items with unknown words in the journal are not changed, and no operation starts on their
    /// clusters.
    void whatIsNotUnderstoodIsLeftAlone()
    {
        const QTemporaryDir folder(memoryFolder());
        {
            Journal journal(folder.path());
            for (const char *id : {"state", "verb"}) {
                Batch batch;
                batch.id = QLatin1String(id);
                batch.account = QStringLiteral("one");
                const int first = batch.id == QLatin1String("state") ? 0 : 2;
                for (int i = 0; i < 2; ++i) {
                    BatchItem &item = batch.items.emplace_back();
                    item.position = i;
                    item.key = key("one", first + i);
                    item.state = ItemState::Queued;
                }
                QVERIFY(journal.add(batch));
            }
        }
        {
            QSqlDatabase database =
                QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("tamper"));
            database.setDatabaseName(folder.filePath(QStringLiteral("journal.sqlite")));
            QVERIFY(database.open());
            QVERIFY(QSqlQuery(database).exec(QStringLiteral(
                "UPDATE item SET state = 'paused' WHERE batch = 'state' AND position = 0")));
            QVERIFY(QSqlQuery(database).exec(
                QStringLiteral("UPDATE batch SET verb = 'suspend' WHERE id = 'verb'")));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("tamper"));
        Stage stage;
        CheckedJournal journal(folder.path());
        stage.operationService =
            std::make_unique<OperationService>(stage.clusters, stage.clock, journal, stage.locks);
        const Recovery recovery = stage.operationService->recover();
        QCOMPARE(recovery.neverSent, 1); // the other item of "state"
        QCOMPARE(recovery.notUnderstood, 3);
        stage.operationService->addAccount(Stage::account("one"), stage.one);
        const int reads = stage.one.reads;
        stage.clock.advance(60min);
        QCOMPARE(stage.one.reads, reads);
        QCOMPARE(stage.one.sends, 0);
        const BatchItem &item =
            stage.operationService->batches().constFirst()->batch().items.constFirst();
        QCOMPARE(item.state, ItemState::NotUnderstood);
        QVERIFY(item.needsAttention);
        QCOMPARE(stage.operationService->openItems(), 0); // no polling for it
        QList<ClusterKey> all;
        for (int i = 0; i < 5; ++i)
            all.append(key("one", i));
        const Plan plan = stage.plan(Verb::Delete, all);
        QCOMPARE(plan.items.size(), 2); // 1 was cancelled, 4 is new
        for (const ExcludedItem &excluded : plan.excluded)
            QCOMPARE(excluded.reason, Exclusion::UnderWay);
        stage.operationService.reset();
        // The words in the file are unchanged.
        Journal again(folder.path());
        QCOMPARE(again.unfinished()->constFirst().items.constFirst().state,
                 ItemState::NotUnderstood);
    }

    void afterACrashInTheCountdown()
    {
        Stage stage;
        (void)stage.begin(stage.plan(Verb::Delete, {key("one", 0), key("one", 1)}));
        QCOMPARE(stage.startAgain().neverSent, 2);
        stage.clock.advance(60min);
        QVERIFY(stage.one.ledger.isEmpty());
        QVERIFY(stage.journal.unfinished()->isEmpty());
        QVERIFY(stage.operationService->recover().isEmpty());
    }

    void aLockedScreenHoldsCountdownsOnly()
    {
        Stage stage;
        stage.one.jobTime = 1min;
        (void)stage.confirm(stage.plan(Verb::Delete, {key("one", 0), key("one", 1)}));
        const Plan plan = stage.plan(Verb::Delete, {key("two", 0)});
        (void)stage.begin(plan);
        stage.operationService->setScreenLocked(true);
        stage.clock.advance(10min);
        QCOMPARE(stage.operationService->batches().at(0)->batch().counts().value(ItemState::Done),
                 2);
        QCOMPARE(stage.operationService->batches().at(1)->batch().hold, HoldReason::ScreenLocked);
        QVERIFY(stage.two.ledger.isEmpty());
    }

    /// The screen was locked, and perhaps unlocked again, between the confirmation and the
    /// countdown: the user did not see its start.
    void aScreenLockedDuringTheSecondReadingHolds_data()
    {
        QTest::addColumn<bool>("unlocked");
        QTest::newRow("still locked") << false;
        QTest::newRow("unlocked again") << true;
    }

    void aScreenLockedDuringTheSecondReadingHolds()
    {
        QFETCH(bool, unlocked);
        Stage stage;
        const Plan plan = stage.plan(Verb::Delete, {key("one", 0)});
        (void)stage.begin(plan, 0s);
        stage.operationService->setScreenLocked(true);
        if (unlocked)
            stage.operationService->setScreenLocked(false);
        stage.clock.advance(10min);
        QCOMPARE(stage.operationService->batches().constFirst()->batch().hold,
                 HoldReason::ScreenLocked);
        QVERIFY(stage.one.ledger.isEmpty());
    }

    void anotherNameComesBackToThePerson()
    {
        Stage stage;
        const Plan plan = stage.plan(Verb::Delete, {key("one", 1)});
        stage.one.find(idOf(1))->name = QStringLiteral("prod-DO-NOT-DELETE");
        const Confirmation first = stage.confirm(plan);
        QCOMPARE(first.outcome, Confirmation::Outcome::LookAgain);
        QVERIFY(first.plan.items.constFirst().changed);
    }

    /// Five were shown, four are left: tier and countdown stay as shown.
    void theTierNeverFalls()
    {
        Stage stage;
        QList<ClusterKey> keys;
        for (int i = 0; i < 5; ++i)
            keys.append(key("one", i));
        const Plan plan = stage.plan(Verb::Delete, keys);
        stage.one.clusters.removeFirst();
        stage.one.find(idOf(1))->runningJobs = 0;
        (void)stage.confirm(plan);
        const Batch &batch = stage.operationService->batches().constFirst()->batch();
        QCOMPARE(batch.items.size(), 4);
        QCOMPARE(batch.tier, 3);
        QCOMPARE(batch.undoWindow, 20s);
    }

    void aLockedNameMayHoldAnything()
    {
        Locks locks;
        locks.namePatterns = {QStringLiteral("prod-*"), QStringLiteral("[x]?")};
        const auto covers = [&](const QString &name) {
            Cluster cluster;
            cluster.record.name = name;
            return locks.covers(cluster);
        };
        QVERIFY(covers(QStringLiteral("prod-lab/cfd")));
        QVERIFY(covers(QStringLiteral("PROD-\nline")));
        QVERIFY(covers(QStringLiteral("[x]/")));
        QVERIFY(!covers(QStringLiteral("x1")));
        QVERIFY(!covers(QStringLiteral("my prod-lab")));
        locks.namePatterns = {QStringLiteral("*")};
        QVERIFY(covers(QString()) && covers(QStringLiteral("a/b\nc")));
    }

    void theClockAndTheQuotaAreSaid()
    {
        Stage stage;
        stage.one.ahead = 31s;
        stage.one.left = 5;
        const Plan plan = stage.plan(Verb::Delete, {key("one", 0), key("two", 0)});
        QCOMPARE(plan.checks.size(), 2);
        for (const AccountCheck &check : plan.checks) {
            QCOMPARE(check.clockIsOff(), check.account == QLatin1String("one"));
            QCOMPARE(check.callsAreShort(), check.account == QLatin1String("one"));
            QCOMPARE(check.callsNeeded, callsToTheEnd(1, 1));
        }
    }

    void unknownAccountsAndIdsAreLeftOut()
    {
        Stage stage;
        const Plan plan = stage.plan(Verb::Delete, {key("three", 1), key("one", 77)});
        QCOMPARE(plan.items.size(), 0);
        QCOMPARE(plan.excluded.size(), 2);
        (void)stage.confirm(plan);
        QVERIFY(stage.operationService->batches().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestOperationService)
#include "tst_operationservice.moc"

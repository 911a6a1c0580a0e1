// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/settlement.h"
#include "tests/support/utc.h"

#include <QTest>

using namespace clusterdeck;
using namespace std::chrono_literals;

using Log = Sighting::Log;
using Listed = Sighting::Listed;

namespace
{

const QDateTime Sent = utc(QDate(2026, 1, 2), QTime(3, 4, 5));
const QString Me = QStringLiteral("usr-me");

BatchItem item(ItemState state, const QString &jobId = {})
{
    BatchItem item;
    item.key = {QStringLiteral("a"), QStringLiteral("ehpc-1")};
    item.state = state;
    item.jobId = jobId;
    item.sentAt = Sent;
    item.sentAwake = 1000ms;
    return item;
}

OperationRecord operation(const QString &status,
                          const QString &action = QStringLiteral("HpcClusterDeleteCluster"))
{
    OperationRecord record;
    record.jobId = QStringLiteral("j-1");
    record.action = action;
    record.status = status;
    record.owner = Me;
    record.resourceIds = {QStringLiteral("ehpc-0"), QStringLiteral("ehpc-1")};
    record.created = Sent;
    return record;
}

struct Step {
    Log log;
    Listed listed;
    std::chrono::milliseconds at;
    bool together = false; ///< the operation names other clusters too
};

/// Shows the steps to the item one after the other, as looks do; the last verdict.
Verdict after(BatchItem target, const QList<Step> &steps, Verb verb = Verb::Delete,
              const QString &owner = Me)
{
    Verdict verdict;
    for (const Step &step : steps) {
        Sighting sighting{step.log, operation(QString()), step.listed, step.at};
        sighting.operation.owner = owner;
        if (!step.together)
            sighting.operation.resourceIds.removeFirst();
        collect(target.evidence, sighting);
        verdict = settle(target, verb, sighting, Me);
        if (verdict.event)
            break;
    }
    return verdict;
}

} // namespace

Q_DECLARE_METATYPE(Step)

class TestSettlement : public QObject
{
    Q_OBJECT

private slots:
    void table_data()
    {
        QTest::addColumn<ItemState>("state");
        QTest::addColumn<QString>("jobId");
        QTest::addColumn<Verb>("verb");
        QTest::addColumn<QList<Step>>("steps");
        QTest::addColumn<int>("event"); // -1: stays
        QTest::addColumn<ItemReason>("reason");

        const QString job = QStringLiteral("j-1");
        const auto row = [](const char *name, ItemState state, const QString &jobId, Verb verb,
                            const QList<Step> &steps, int event,
                            ItemReason reason = ItemReason::None) {
            QTest::newRow(name) << state << jobId << verb << steps << event << reason;
        };
        const auto stays = -1;
        const auto done = int(ItemEvent::Completed);
        const auto failed = int(ItemEvent::OperationFailed);
        const auto nothing = int(ItemEvent::NotCarriedOut);
        const auto found = int(ItemEvent::JobFound);

        // Running: the log and the listing must agree.
        row("running, job runs", ItemState::Running, job, Verb::Delete,
            {{Log::Running, Listed::Transition, 2s}}, stays);
        row("running, successful but still listed", ItemState::Running, job, Verb::Delete,
            {{Log::Successful, Listed::Unchanged, 2s}, {Log::Successful, Listed::Unchanged, 20s}},
            stays);
        row("running, absent once", ItemState::Running, job, Verb::Delete,
            {{Log::Successful, Listed::AsWanted, 2s}}, stays);
        row("running, absent twice too close", ItemState::Running, job, Verb::Delete,
            {{Log::Successful, Listed::AsWanted, 2s}, {Log::Successful, Listed::AsWanted, 6999ms}},
            stays);
        row("running, absent twice", ItemState::Running, job, Verb::Delete,
            {{Log::Successful, Listed::AsWanted, 2s}, {Log::Successful, Listed::AsWanted, 7s}},
            done);
        row("running, absent twice, log unread the second time", ItemState::Running, job,
            Verb::Delete,
            {{Log::Successful, Listed::AsWanted, 2s}, {Log::NotRead, Listed::AsWanted, 7s}}, done);
        row("running, absent twice but the job still runs", ItemState::Running, job, Verb::Delete,
            {{Log::Running, Listed::AsWanted, 2s}, {Log::Running, Listed::AsWanted, 9s}}, stays);
        row("running, absent twice but the job is not in the log", ItemState::Running, job,
            Verb::Delete, {{Log::None, Listed::AsWanted, 2s}, {Log::None, Listed::AsWanted, 9s}},
            stays);
        row("running, back again in between", ItemState::Running, job, Verb::Delete,
            {{Log::Successful, Listed::AsWanted, 2s},
             {Log::Successful, Listed::Unchanged, 5s},
             {Log::Successful, Listed::AsWanted, 8s}},
            stays);
        row("running, a failed listing in between breaks nothing", ItemState::Running, job,
            Verb::Delete,
            {{Log::Successful, Listed::AsWanted, 2s},
             {Log::Successful, Listed::NotRead, 5s},
             {Log::Successful, Listed::AsWanted, 8s}},
            done);
        row("running, unreadable listings are no absence", ItemState::Running, job, Verb::Delete,
            {{Log::Successful, Listed::NotRead, 2s}, {Log::Successful, Listed::NotRead, 9s}},
            stays);
        row("running, job failed", ItemState::Running, job, Verb::Delete,
            {{Log::Failed, Listed::NotRead, 2s}}, failed, ItemReason::OperationFailed);
        row("running, job of several failed, not listed yet", ItemState::Running, job, Verb::Delete,
            {{Log::Failed, Listed::NotRead, 2s, true}}, stays);
        row("running, job of several failed, unchanged", ItemState::Running, job, Verb::Delete,
            {{Log::Failed, Listed::Unchanged, 2s, true}}, failed, ItemReason::OperationFailed);
        row("running, job of several failed, under way", ItemState::Running, job, Verb::Delete,
            {{Log::Failed, Listed::Transition, 2s, true}}, stays);
        row("running, job of several failed, absent once", ItemState::Running, job, Verb::Delete,
            {{Log::Failed, Listed::AsWanted, 2s, true}}, stays);
        row("running, job of several failed, absent twice", ItemState::Running, job, Verb::Delete,
            {{Log::Failed, Listed::AsWanted, 2s, true}, {Log::Failed, Listed::AsWanted, 7s, true}},
            done, ItemReason::HowIsNotKnown);
        row("stop: job of several failed, gone", ItemState::Running, job, Verb::Stop,
            {{Log::Failed, Listed::Vanished, 2s, true}, {Log::Failed, Listed::Vanished, 8s, true}},
            failed, ItemReason::Vanished);
        row("stop: successful and stopped, one reading", ItemState::Running, job, Verb::Stop,
            {{Log::Successful, Listed::AsWanted, 2s}}, done);
        row("stop: successful but still active", ItemState::Running, job, Verb::Stop,
            {{Log::Successful, Listed::Unchanged, 2s}}, stays);
        row("stop: gone instead", ItemState::Running, job, Verb::Stop,
            {{Log::Successful, Listed::Vanished, 2s}, {Log::Successful, Listed::Vanished, 8s}},
            failed, ItemReason::Vanished);

        // Unknown: each thing that reading can find, line by line.
        row("unknown, operation found", ItemState::Unknown, {}, Verb::Delete,
            {{Log::Running, Listed::Transition, 2s}}, found);
        row("unknown, operation found, listing unread", ItemState::Unknown, {}, Verb::Delete,
            {{Log::Running, Listed::NotRead, 2s}}, found);
        row("unknown, listed with a transition", ItemState::Unknown, {}, Verb::Delete,
            {{Log::None, Listed::Transition, 2s}}, found, ItemReason::TransitionSeen);
        row("unknown, absent twice and successful: adopted first", ItemState::Unknown, {},
            Verb::Delete, {{Log::Successful, Listed::AsWanted, 2s}}, found);
        row("unknown, absent twice, no operation", ItemState::Unknown, {}, Verb::Delete,
            {{Log::None, Listed::AsWanted, 2s}, {Log::None, Listed::AsWanted, 7s}}, done,
            ItemReason::HowIsNotKnown);
        row("unknown, absent twice, log never read", ItemState::Unknown, {}, Verb::Delete,
            {{Log::NotRead, Listed::AsWanted, 2s}, {Log::NotRead, Listed::AsWanted, 9s}}, stays);
        row("unknown, unchanged three times over 90 s", ItemState::Unknown, {}, Verb::Delete,
            {{Log::None, Listed::Unchanged, 2s},
             {Log::None, Listed::Unchanged, 40s},
             {Log::None, Listed::Unchanged, 92s}},
            nothing, ItemReason::NotCarriedOut);
        row("unknown, unchanged three times in too short a time", ItemState::Unknown, {},
            Verb::Delete,
            {{Log::None, Listed::Unchanged, 2s},
             {Log::None, Listed::Unchanged, 40s},
             {Log::None, Listed::Unchanged, 91s}},
            stays);
        row("unknown, unchanged twice over a long time", ItemState::Unknown, {}, Verb::Delete,
            {{Log::None, Listed::Unchanged, 2s}, {Log::None, Listed::Unchanged, 200s}}, stays);
        row("unknown, unchanged but the log was not read", ItemState::Unknown, {}, Verb::Delete,
            {{Log::NotRead, Listed::Unchanged, 2s},
             {Log::NotRead, Listed::Unchanged, 60s},
             {Log::NotRead, Listed::Unchanged, 120s}},
            stays);
        row("unknown, nothing can be read", ItemState::Unknown, {}, Verb::Delete,
            {{Log::NotRead, Listed::NotRead, 2s}, {Log::NotRead, Listed::NotRead, 600s}}, stays);
        row("running by a transition alone, which ends without trace", ItemState::Running, {},
            Verb::Delete,
            {{Log::None, Listed::Transition, 2s},
             {Log::None, Listed::Unchanged, 5s},
             {Log::None, Listed::Unchanged, 50s},
             {Log::None, Listed::Unchanged, 95s}},
            nothing, ItemReason::NotCarriedOut);
        row("running by a transition alone, the operation appears", ItemState::Running, {},
            Verb::Delete,
            {{Log::None, Listed::Transition, 2s}, {Log::Running, Listed::Transition, 5s}}, found);
        row("unknown stop, seen stopped, no operation", ItemState::Unknown, {}, Verb::Stop,
            {{Log::None, Listed::AsWanted, 2s}}, done, ItemReason::HowIsNotKnown);
    }

    void table()
    {
        QFETCH(ItemState, state);
        QFETCH(QString, jobId);
        QFETCH(Verb, verb);
        QFETCH(QList<Step>, steps);
        QFETCH(int, event);
        QFETCH(ItemReason, reason);
        const Verdict verdict = after(item(state, jobId), steps, verb);
        QCOMPARE(verdict.event ? int(*verdict.event) : -1, event);
        QCOMPARE(verdict.reason, reason);
    }

    void anotherUsersOperationIsAdoptedAndSaid()
    {
        const Verdict verdict =
            after(item(ItemState::Unknown), {{Log::Running, Listed::Transition, 2s}}, Verb::Delete,
                  QStringLiteral("usr-other"));
        QCOMPARE(verdict.event, ItemEvent::JobFound);
        QCOMPARE(verdict.reason, ItemReason::StartedByAnotherUser);
        QCOMPARE(verdict.jobId, QStringLiteral("j-1"));
    }

    void sightOfTheLog_data()
    {
        QTest::addColumn<QString>("jobId");
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("status");
        QTest::addColumn<int>("secondsAfterSend"); // 9999: unreadable
        QTest::addColumn<Log>("log");
        const QString del = QStringLiteral("HpcClusterDeleteCluster");
        const QString pending = QStringLiteral("pending");
        QTest::newRow("by resource") << QString() << del << pending << 0 << Log::Running;
        QTest::newRow("clock tolerance") << QString() << del << pending << -5 << Log::Running;
        QTest::newRow("older") << QString() << del << pending << -6 << Log::None;
        QTest::newRow("older, but asked by id")
            << QStringLiteral("j-1") << del << pending << -600 << Log::Running;
        QTest::newRow("another job of mine")
            << QStringLiteral("j-2") << del << pending << 0 << Log::None;
        QTest::newRow("another kind")
            << QString() << QStringLiteral("HpcClusterStopCluster") << pending << 0 << Log::None;
        QTest::newRow("no time, running")
            << QString() << del << QStringLiteral("working") << 9999 << Log::Running;
        QTest::newRow("no time, over")
            << QString() << del << QStringLiteral("successful") << 9999 << Log::None;
        QTest::newRow("unknown status runs")
            << QString() << del << QStringLiteral("odd") << 0 << Log::Running;
        QTest::newRow("successful")
            << QString() << del << QStringLiteral("successful") << 3 << Log::Successful;
        QTest::newRow("failed") << QString() << del << QStringLiteral("failed") << 3 << Log::Failed;
    }

    void sightOfTheLog()
    {
        QFETCH(QString, jobId);
        QFETCH(QString, action);
        QFETCH(QString, status);
        QFETCH(int, secondsAfterSend);
        QFETCH(Log, log);
        OperationRecord record = operation(status, action);
        record.created = secondsAfterSend == 9999 ? QDateTime() : Sent.addSecs(secondsAfterSend);
        Look look;
        look.operations = QList<OperationRecord>{record};
        QCOMPARE(sight(item(ItemState::Unknown, jobId), Verb::Delete, look).log, log);
        look.operations.reset();
        QCOMPARE(sight(item(ItemState::Unknown, jobId), Verb::Delete, look).log, Log::NotRead);
    }

    void sightOfTheListing_data()
    {
        QTest::addColumn<Verb>("verb");
        QTest::addColumn<QString>("status"); // "-": absent
        QTest::addColumn<QString>("transition");
        QTest::addColumn<bool>("complete");
        QTest::addColumn<int>("begun"); // ms
        QTest::addColumn<Listed>("listed");
        const QString active = QStringLiteral("active");
        const QString stopped = QStringLiteral("stopped");
        const QString absent = QStringLiteral("-");
        const QString none;
        QTest::newRow("absent") << Verb::Delete << absent << none << true << 2000
                                << Listed::AsWanted;
        QTest::newRow("absent, incomplete")
            << Verb::Delete << absent << none << false << 2000 << Listed::NotRead;
        QTest::newRow("absent, read before the send")
            << Verb::Delete << absent << none << true << 999 << Listed::NotRead;
        QTest::newRow("there") << Verb::Delete << active << none << true << 2000
                               << Listed::Unchanged;
        QTest::newRow("there, incomplete")
            << Verb::Delete << active << none << false << 2000 << Listed::Unchanged;
        QTest::newRow("deleting") << Verb::Delete << active << QStringLiteral("deleting") << true
                                  << 2000 << Listed::Transition;
        QTest::newRow("odd status") << Verb::Delete << QStringLiteral("ceasing") << none << true
                                    << 2000 << Listed::Transition;
        QTest::newRow("stop: stopped")
            << Verb::Stop << stopped << none << true << 2000 << Listed::AsWanted;
        QTest::newRow("stop: active")
            << Verb::Stop << active << none << true << 2000 << Listed::Unchanged;
        QTest::newRow("start: active")
            << Verb::Start << active << none << true << 2000 << Listed::AsWanted;
        QTest::newRow("start: absent")
            << Verb::Start << absent << none << true << 2000 << Listed::Vanished;
    }

    void sightOfTheListing()
    {
        QFETCH(Verb, verb);
        QFETCH(QString, status);
        QFETCH(QString, transition);
        QFETCH(bool, complete);
        QFETCH(int, begun);
        QFETCH(Listed, listed);
        ClusterListing listing;
        listing.complete = complete;
        listing.begun = std::chrono::milliseconds(begun);
        if (status != QLatin1String("-")) {
            ClusterRecord record;
            record.id = QStringLiteral("ehpc-1");
            record.status = status;
            record.transition = transition;
            listing.clusters = {record};
        }
        Look look;
        look.listing = listing;
        QCOMPARE(sight(item(ItemState::Running), verb, look).listed, listed);
    }
};

QTEST_APPLESS_MAIN(TestSettlement)
#include "tst_settlement.moc"

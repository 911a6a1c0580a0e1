// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batch/reconciliation.h"
#include "tests/support/utc.h"

#include <QTest>

using namespace clusterdeck;
using namespace std::chrono_literals;

using Log = Observation::Log;
using Listed = Observation::Listed;

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
    item.sentAwake = item.evidenceSince = 1000ms;
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
    LogClock clock = LogClock::Agrees;
    bool readBefore = true; ///< the log was read before sending
    bool past = true;       ///< the log shows a later operation of this program
};

/// A page, which is the whole log if `whole`.
LogBefore knownBefore(const QList<OperationRecord> &operations, bool whole = true)
{
    Page<OperationRecord> page;
    page.records = operations;
    page.rows = int(operations.size());
    page.total = page.rows + (whole ? 0 : 500);
    return logBefore(page);
}

/// Shows the steps to the item in order, as polls do; returns the last verdict.
Verdict after(BatchItem target, const QList<Step> &steps, Verb verb = Verb::Delete,
              const QString &owner = Me)
{
    Verdict verdict;
    for (const Step &step : steps) {
        Observation observation{step.log,   operation(QString()), step.listed, step.at,
                                step.clock, step.readBefore,      step.past};
        observation.operation.owner = owner;
        observation.undone = Observation::Undone::No;
        if (!step.together)
            observation.operation.resourceIds.removeFirst();
        collect(target.evidence, observation);
        verdict = reconcile(target, verb, observation, Me);
        if (verdict.event)
            break;
    }
    return verdict;
}

} // namespace

class TestReconciliation : public QObject
{
    Q_OBJECT

private slots:
    /// A later operation by another user hides whether a failed operation on several clusters
    /// changed this one, except for deletion.
    void undoneSince()
    {
        OperationRecord theirs =
            operation(QStringLiteral("successful"), QStringLiteral("HpcClusterStopCluster"));
        theirs.jobId = QStringLiteral("j-2");
        // The first `seen` operations of the log are without a gap.
        const auto verdictOf = [](Verb verb, const QList<OperationRecord> &log,
                                  const QList<OperationRecord> &before, int seen) {
            BatchItem target = item(ItemState::Running, QStringLiteral("j-1"));
            CloudSnapshot snapshot;
            snapshot.operations = log;
            snapshot.inARow = seen;
            const LogBefore known = knownBefore(before);
            const SnapshotIndex index(snapshot, known, Me);
            Observation observation = observe(target, verb, index);
            observation.listed = Listed::Unchanged;
            Verdict verdict;
            for (const auto at : {2s, 50s, 100s, 1000s}) {
                observation.at = at;
                collect(target.evidence, observation);
                verdict = reconcile(target, verb, observation, Me);
            }
            return verdict;
        };
        const OperationRecord start =
            operation(QStringLiteral("failed"), QStringLiteral("HpcClusterStartCluster"));
        const auto failed = std::optional(ItemEvent::OperationFailed);
        QCOMPARE(verdictOf(Verb::Start, {start}, {}, 1).event, failed);
        const Verdict hidden = verdictOf(Verb::Start, {theirs, start}, {}, 2);
        QCOMPARE(hidden.event, ItemEvent::Unproven);
        QCOMPARE(hidden.reason, ItemReason::UndoneSince);
        QCOMPARE(hidden.jobId, QStringLiteral("j-1"));
        QCOMPARE(verdictOf(Verb::Start, {start, theirs}, {theirs}, 2).event, failed);
        QCOMPARE(
            verdictOf(Verb::Delete, {theirs, operation(QStringLiteral("failed"))}, {}, 2).event,
            failed);
        theirs.status = QStringLiteral("failed");
        QCOMPARE(verdictOf(Verb::Start, {theirs, start}, {}, 2).event, failed);
        // The operation was found by its job id: later operations are unknown.
        QVERIFY(!verdictOf(Verb::Start, {start}, {}, 0).event);
        QVERIFY(!verdictOf(Verb::Start, {theirs, start}, {}, 1).event);
    }

    /// Stated once while the log shows it; otherwise the operation's status counts again.
    void undoneSinceIsSaidOnce()
    {
        BatchItem told = item(ItemState::Unknown, QStringLiteral("j-1"));
        told.reason = ItemReason::UndoneSince;
        told.evidence.unchanged = {3, 2s, 100s};
        told.evidence.undone = true;
        Observation observation;
        observation.log = Log::Failed;
        observation.operation = operation(QStringLiteral("failed"));
        observation.listed = Listed::Unchanged;
        observation.undone = Observation::Undone::Yes;
        QVERIFY(!reconcile(told, Verb::Start, observation, Me).event);
        told.evidence.vanished = {2, 2s, 100s};
        QCOMPARE(reconcile(told, Verb::Start, observation, Me).event, ItemEvent::OperationFailed);
        QVERIFY(told.apply(ItemEvent::OperationFailed, Sent));
        told = item(ItemState::Unknown, QStringLiteral("j-1"));
        told.reason = ItemReason::UndoneSince;
        QCOMPARE(reconcile(told, Verb::Start, observation, Me).event, ItemEvent::JobFound);
        // The provider retried the operation.
        told.evidence.undone = true;
        observation.log = Log::Running;
        QCOMPARE(reconcile(told, Verb::Start, observation, Me).event, ItemEvent::JobFound);
    }

    /// Unknown keeps the earlier value; a failure of the other operation resets it.
    void undoneIsKept()
    {
        Evidence evidence;
        Observation observation;
        observation.log = Log::Failed;
        observation.listed = Listed::Unchanged;
        using Undone = Observation::Undone;
        for (const auto &[seen, kept] :
             {std::pair(Undone::NotKnown, false), std::pair(Undone::Yes, true),
              std::pair(Undone::NotKnown, true), std::pair(Undone::No, false)}) {
            observation.undone = seen;
            collect(evidence, observation);
            QCOMPARE(evidence.undone, kept);
        }
        QCOMPARE(evidence.leftOver.length, 1);
    }

    /// A late log shows an earlier operation with the same job id after the request. The submitter
    /// decides whose operation it is, not the cluster's owner.
    void aJobIdOfSomebodyElse()
    {
        const auto seen = [](const QString &owner, const QString &submitter) {
            OperationRecord record = operation(QStringLiteral("failed"));
            record.owner = owner;
            record.submitter = submitter;
            CloudSnapshot snapshot;
            snapshot.operations = {record};
            const LogBefore known = knownBefore({});
            const SnapshotIndex index(snapshot, known, Me);
            return observe(item(ItemState::Running, QStringLiteral("j-1")), Verb::Delete, index)
                .log;
        };
        const QString other = QStringLiteral("usr-other");
        QCOMPARE(seen(Me, {}), Log::Failed);
        QCOMPARE(seen(other, Me), Log::Failed);
        QCOMPARE(seen(other, {}), Log::None);
        QCOMPARE(seen(Me, other), Log::None);
    }

    void actions_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<int>("verb"); // -1: none
        const auto row = [](const char *action, int verb) {
            QTest::newRow(action) << QString::fromLatin1(action) << verb;
        };
        row("HpcClusterDeleteCluster", int(Verb::Delete));
        row("DeleteCluster", int(Verb::Delete));
        row("hpcclusterstopcluster", int(Verb::Stop));
        row("HpcClusterStartCluster", int(Verb::Start));
        row("startCluster", int(Verb::Start));
        row("SoftwareStartCluster", int(Verb::Start));
        row("HpcClusterRestartCluster", -1);
        row("RESTARTCLUSTER", -1);
        row("restart_cluster", -1);
        row("HpcClusterResizeCluster", -1);
        row("", -1);
    }

    void actions()
    {
        QFETCH(const QString, action);
        QFETCH(const int, verb);
        const OperationRecord record = operation(QStringLiteral("successful"), action);
        const auto found = verbOf(record);
        QCOMPARE(found ? int(*found) : -1, verb);
        // A known job id does not make a similar action one of ours.
        const bool isLike = action.contains(QLatin1String("cluster"), Qt::CaseInsensitive) &&
                            !action.contains(QLatin1String("resize"), Qt::CaseInsensitive) &&
                            !action.contains(u'_');
        for (const Verb other : allVerbs())
            QCOMPARE(isOfAnotherVerb(record, other), isLike && int(other) != verb);
    }

    void table_data()
    {
        QTest::addColumn<ItemState>("state");
        QTest::addColumn<QString>("jobId");
        QTest::addColumn<Verb>("verb");
        QTest::addColumn<QList<Step>>("steps");
        QTest::addColumn<int>("event"); // -1: no change
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
        const auto unproven = int(ItemEvent::Unproven);
        const auto unchanged = [](Log log, LogClock clock, bool readBefore) {
            return QList<Step>{{log, Listed::Unchanged, 2s, false, clock, readBefore},
                               {log, Listed::Unchanged, 40s, false, clock, readBefore},
                               {log, Listed::Unchanged, 92s, false, clock, readBefore}};
        };

        // Running: log and listing must agree.
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
            {{Log::Failed, Listed::Unchanged, 2s, true},
             {Log::Failed, Listed::Unchanged, 40s, true},
             {Log::Failed, Listed::Unchanged, 92s, true}},
            failed, ItemReason::OperationFailed);
        row("running, job of several failed, unchanged in a listing that may lag",
            ItemState::Running, job, Verb::Delete,
            {{Log::Running, Listed::Unchanged, 2s, true},
             {Log::Failed, Listed::Unchanged, 40s, true},
             {Log::Failed, Listed::Unchanged, 92s, true}},
            stays);
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

        // Unknown: each result of reading, line by line.
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
        // "Not carried out" needs a log that is complete, was read before sending, and is up to
        // date.
        row("unknown, unchanged but the log was not read", ItemState::Unknown, {}, Verb::Delete,
            unchanged(Log::NotRead, LogClock::Agrees, true), unproven, ItemReason::LogNotRead);
        row("unknown, unchanged but the log was not read before", ItemState::Unknown, {},
            Verb::Delete, unchanged(Log::None, LogClock::Agrees, false), unproven,
            ItemReason::LogNotRead);
        row("unknown, unchanged but the log's clock was not measured", ItemState::Unknown, {},
            Verb::Delete, unchanged(Log::None, LogClock::NotMeasured, true), unproven,
            ItemReason::LogMayLag);
        row("unknown, unchanged but the log's clock disagrees", ItemState::Unknown, {},
            Verb::Delete, unchanged(Log::None, LogClock::Disagrees, true), unproven,
            ItemReason::LogMayLag);
        row("unknown, unchanged but an operation may be ours", ItemState::Unknown, {}, Verb::Delete,
            unchanged(Log::Unclear, LogClock::Agrees, true), unproven, ItemReason::LogMayLag);
        row("unknown, unchanged, the log may show it minutes later", ItemState::Unknown, {},
            Verb::Delete,
            {{Log::None, Listed::Unchanged, 2s, false, LogClock::Agrees, true, false},
             {Log::None, Listed::Unchanged, 40s, false, LogClock::Agrees, true, false},
             {Log::None, Listed::Unchanged, 92s, false, LogClock::Agrees, true, false}},
            unproven, ItemReason::LogMayLag);
        row("unknown, unchanged, measured too late", ItemState::Unknown, {}, Verb::Delete,
            {{Log::None, Listed::Unchanged, 2s, false, LogClock::NotMeasured},
             {Log::None, Listed::Unchanged, 40s},
             {Log::None, Listed::Unchanged, 60s},
             {Log::None, Listed::Unchanged, 91s}},
            stays);
        row("unknown, another cluster has the ID, no operation", ItemState::Unknown, {},
            Verb::Delete,
            {{Log::None, Listed::Another, 2s},
             {Log::None, Listed::Another, 60s},
             {Log::None, Listed::Another, 120s}},
            stays);
        row("running, another cluster has the ID", ItemState::Running, job, Verb::Delete,
            {{Log::Successful, Listed::Another, 2s}, {Log::Successful, Listed::Another, 7s}}, done);
        row("running, another cluster has the ID, the job runs", ItemState::Running, job,
            Verb::Delete,
            {{Log::Running, Listed::Another, 2s}, {Log::Running, Listed::Another, 7s}}, stays);
        row("unknown, absent twice, an operation may be ours", ItemState::Unknown, {}, Verb::Delete,
            {{Log::Unclear, Listed::AsWanted, 2s}, {Log::Unclear, Listed::AsWanted, 7s}}, done,
            ItemReason::HowIsNotKnown);
        row("running by a transition alone, which ends and proves nothing", ItemState::Running, {},
            Verb::Delete, unchanged(Log::None, LogClock::NotMeasured, true), unproven,
            ItemReason::LogMayLag);
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

    /// After success the log is not read any more.
    void anotherUsersOperationIsFollowedToItsEnd()
    {
        BatchItem adopted = item(ItemState::Running, QStringLiteral("j-1"));
        adopted.reason = ItemReason::StartedByAnotherUser;
        Observation observation;
        observation.log = Log::Successful;
        observation.operation.jobId = adopted.jobId;
        observation.operation.owner = QStringLiteral("usr-other");
        observation.listed = Listed::AsWanted;
        observation.at = 2s;
        collect(adopted.evidence, observation);
        QVERIFY(!reconcile(adopted, Verb::Delete, observation, Me).event);
        observation = {};
        observation.listed = Listed::AsWanted;
        observation.at = 8s;
        collect(adopted.evidence, observation);
        QCOMPARE(reconcile(adopted, Verb::Delete, observation, Me).event, ItemEvent::Completed);
    }

    /// Stated once. A refusal needs no measured clock, because the answer states that nothing was
    /// done.
    void whatIsUnprovenIsSaidOnce()
    {
        const QList<Step> steps{{Log::None, Listed::Unchanged, 2s, false, LogClock::NotMeasured},
                                {Log::None, Listed::Unchanged, 40s, false, LogClock::NotMeasured},
                                {Log::None, Listed::Unchanged, 92s, false, LogClock::NotMeasured}};
        BatchItem told = item(ItemState::Unknown);
        told.reason = ItemReason::LogMayLag;
        QVERIFY(!after(told, steps).event);
        BatchItem refused = item(ItemState::Unknown);
        refused.error = errorForCode(2100);
        QCOMPARE(after(refused, steps).event, ItemEvent::NotCarriedOut);
        QCOMPARE(after(refused, steps).reason, ItemReason::Refused);
        const QList<Step> lagging{{Log::None, Listed::Unchanged, 2s, false, LogClock::Disagrees},
                                  {Log::None, Listed::Unchanged, 40s, false, LogClock::Disagrees},
                                  {Log::None, Listed::Unchanged, 92s, false, LogClock::Disagrees}};
        QCOMPARE(after(refused, lagging).event, ItemEvent::Unproven);
    }

    /// An operation that was in the log before sending is no evidence; a new operation is, whatever
    /// its time.
    void observationOfTheLog_data()
    {
        QTest::addColumn<QString>("jobId");
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("status");
        QTest::addColumn<int>("secondsAfterSend"); // 9999: unreadable
        QTest::addColumn<QString>("before");       // see below
        QTest::addColumn<Log>("log");
        const QString del = QStringLiteral("HpcClusterDeleteCluster");
        const QString pending = QStringLiteral("pending");
        const QString successful = QStringLiteral("successful");
        const QString failed = QStringLiteral("failed");
        const QString none = QStringLiteral("empty");
        const QString known = QStringLiteral("known");
        const QString notRefreshed = QStringLiteral("unread");
        const QString other = QStringLiteral("same job ID, another operation");
        const QString newest = QStringLiteral("only the newest page, older than it");
        const QString older = QStringLiteral("only the newest page, newer than it");
        const auto row = [](const char *name, const QString &jobId, const QString &action,
                            const QString &status, int seconds, const QString &before, Log log) {
            QTest::newRow(name) << jobId << action << status << seconds << before << log;
        };
        const QString noJob;
        row("by resource", noJob, del, pending, 0, none, Log::Running);
        row("a clock that lags", noJob, del, pending, -12, none, Log::Running);
        row("a clock that lags, over", noJob, del, failed, -12, none, Log::Failed);
        row("local time behind", noJob, del, successful, -8 * 3600, none, Log::Successful);
        row("local time ahead", noJob, del, successful, 8 * 3600, none, Log::Successful);
        row("no time, running", noJob, del, QStringLiteral("working"), 9999, none, Log::Running);
        row("no time, over", noJob, del, successful, 9999, none, Log::Successful);
        row("known before", noJob, del, failed, -600, known, Log::None);
        row("known before, a clock that is ahead", noJob, del, failed, 60, known, Log::None);
        row("known before, no time", noJob, del, failed, 9999, known, Log::None);
        row("job ID used again, over", noJob, del, failed, 5, other, Log::Unclear);
        row("job ID used again, running", noJob, del, pending, 5, other, Log::Running);
        row("not read before, running", noJob, del, pending, 0, notRefreshed, Log::Running);
        row("not read before, over", noJob, del, failed, 0, notRefreshed, Log::Unclear);
        row("not read before, successful", noJob, del, successful, 5, notRefreshed, Log::Unclear);
        row("above what was known", noJob, del, failed, -99, newest, Log::Failed);
        row("below what was known", noJob, del, failed, 5, older, Log::Unclear);
        row("asked by id", QStringLiteral("j-1"), del, pending, -600, none, Log::Running);
        row("asked by id, known before", QStringLiteral("j-1"), del, failed, 5, known, Log::None);
        row("asked by id, used again", QStringLiteral("j-1"), del, failed, 5, other, Log::Failed);
        row("asked by id, of another kind", QStringLiteral("j-1"),
            QStringLiteral("HpcClusterStopCluster"), failed, 5, none, Log::None);
        row("asked by id, of no known kind", QStringLiteral("j-1"), QStringLiteral("Remove"),
            failed, 5, none, Log::Failed);
        row("another job of mine", QStringLiteral("j-2"), del, pending, 0, none, Log::None);
        row("another kind", noJob, QStringLiteral("HpcClusterStopCluster"), pending, 0, none,
            Log::None);
        row("unknown status runs", noJob, del, QStringLiteral("odd"), 0, none, Log::Running);
        row("successful", noJob, del, successful, 3, none, Log::Successful);
        row("failed", noJob, del, failed, 3, none, Log::Failed);
    }

    void observationOfTheLog()
    {
        QFETCH(QString, jobId);
        QFETCH(QString, action);
        QFETCH(QString, status);
        QFETCH(int, secondsAfterSend);
        QFETCH(QString, before);
        QFETCH(Log, log);
        OperationRecord record = operation(status, action);
        record.created = secondsAfterSend == 9999 ? QDateTime() : Sent.addSecs(secondsAfterSend);
        OperationRecord elsewhere = operation(QStringLiteral("successful"));
        elsewhere.jobId = QStringLiteral("j-0");
        elsewhere.resourceIds = {QStringLiteral("ehpc-9")};
        CloudSnapshot snapshot;
        snapshot.operations = QList<OperationRecord>{record};
        LogBefore known = knownBefore({});
        if (before == QLatin1String("known")) {
            known = knownBefore({record});
        } else if (before == QLatin1String("unread")) {
            known = {};
        } else if (before.startsWith(QLatin1String("same job"))) {
            OperationRecord another = record;
            another.created = Sent.addDays(-1);
            known = knownBefore({another});
        } else if (before.startsWith(QLatin1String("only"))) {
            known = knownBefore({elsewhere}, false);
            const bool above = before.endsWith(QLatin1String("older than it"));
            snapshot.operations = above ? QList{record, elsewhere} : QList{elsewhere, record};
        }
        const auto seen = [&] {
            return observe(item(ItemState::Unknown, jobId), Verb::Delete,
                           SnapshotIndex(snapshot, known));
        };
        QCOMPARE(seen().log, log);
        snapshot.logComplete = false;
        QCOMPARE(seen().log, log == Log::None ? Log::NotRead : log);
        snapshot.operations.reset();
        QCOMPARE(seen().log, Log::NotRead);
    }

    /// The answer named a job of another cluster: the answer belongs to another request, or the id
    /// was used twice. Operations on this cluster count, except failures.
    void aJobOfAnotherCluster_data()
    {
        QTest::addColumn<QStringList>("others"); // statuses of operations on this cluster
        QTest::addColumn<Log>("log");
        QTest::newRow("alone") << QStringList{} << Log::None;
        QTest::newRow("ours runs") << QStringList{"pending"} << Log::Running;
        QTest::newRow("ours was successful") << QStringList{"successful"} << Log::Successful;
        QTest::newRow("one has failed") << QStringList{"failed"} << Log::None;
    }

    void aJobOfAnotherCluster()
    {
        QFETCH(const QStringList, others);
        QFETCH(const Log, log);
        OperationRecord elsewhere = operation(QStringLiteral("failed"));
        elsewhere.resourceIds = {QStringLiteral("ehpc-9")};
        CloudSnapshot snapshot;
        snapshot.operations = QList{elsewhere};
        for (const QString &status : others) {
            OperationRecord own = operation(status);
            own.jobId = QStringLiteral("j-2");
            snapshot.operations->append(own);
        }
        const LogBefore known = knownBefore({});
        const SnapshotIndex index(snapshot, known, Me);
        const BatchItem asked = item(ItemState::Running, QStringLiteral("j-1"));
        QCOMPARE(observe(asked, Verb::Delete, index).log, log);
        // With the same job id, newer and older than the other.
        for (const bool newer : {true, false}) {
            const OperationRecord own = operation(QStringLiteral("successful"));
            snapshot.operations = newer ? QList{own, elsewhere} : QList{elsewhere, own};
            QCOMPARE(observe(asked, Verb::Delete, SnapshotIndex(snapshot, known, Me)).log,
                     Log::Successful);
        }
    }

    /// Among several, a successful operation counts most, then a running one. Another user's
    /// failure proves nothing.
    void severalOperations_data()
    {
        QTest::addColumn<QStringList>("statuses"); // "other:" marks another user
        QTest::addColumn<Log>("log");
        QTest::newRow("ours failed, another runs")
            << QStringList{"failed", "other:pending"} << Log::Running;
        QTest::newRow("ours failed, another was successful")
            << QStringList{"failed", "other:successful"} << Log::Successful;
        QTest::newRow("one runs, one was successful")
            << QStringList{"pending", "successful"} << Log::Successful;
        QTest::newRow("another's failed") << QStringList{"other:failed"} << Log::None;
        QTest::newRow("another's and ours failed")
            << QStringList{"other:failed", "failed"} << Log::Failed;
    }

    void severalOperations()
    {
        QFETCH(QStringList, statuses);
        QFETCH(Log, log);
        CloudSnapshot snapshot;
        snapshot.operations.emplace();
        for (QString status : statuses) {
            OperationRecord record = operation(QString());
            record.jobId = QStringLiteral("j-%1").arg(snapshot.operations->size());
            record.owner =
                status.startsWith(QLatin1String("other:")) ? QStringLiteral("usr-other") : Me;
            record.status = status.remove(QStringLiteral("other:"));
            snapshot.operations->append(record);
        }
        const LogBefore known = knownBefore({});
        const SnapshotIndex index(snapshot, known, Me);
        QCOMPARE(observe(item(ItemState::Unknown), Verb::Delete, index).log, log);
    }

    /// The adopted operation has failed: this says nothing about our own request.
    void anotherUsersOperationThatFailsReconcilesNothing()
    {
        OperationRecord record = operation(QStringLiteral("failed"));
        record.owner = QStringLiteral("usr-other");
        CloudSnapshot snapshot;
        snapshot.operations = QList<OperationRecord>{record};
        const LogBefore known = knownBefore({});
        const SnapshotIndex index(snapshot, known, Me);
        BatchItem adopted = item(ItemState::Running, record.jobId);
        adopted.reason = ItemReason::StartedByAnotherUser;
        Observation observation = observe(adopted, Verb::Delete, index);
        QCOMPARE(observation.log, Log::None);
        observation.listed = Listed::Unchanged;
        for (const auto at : {2s, 40s, 92s}) {
            QVERIFY(!reconcile(adopted, Verb::Delete, observation, Me).event);
            observation.at = at;
            collect(adopted.evidence, observation);
        }
        const Verdict verdict = reconcile(adopted, Verb::Delete, observation, Me);
        QCOMPARE(verdict.event, ItemEvent::Unproven);
        QVERIFY(verdict.jobId.isEmpty());
    }

    void observationOfTheListing_data()
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
        for (const char *word : {"deleted", "ceased", "terminated", "Ceased"}) {
            const QString deleted = QString::fromLatin1(word);
            QTest::addRow("%s", word)
                << Verb::Delete << deleted << none << true << 2000 << Listed::AsWanted;
            QTest::addRow("%s, incomplete", word)
                << Verb::Delete << deleted << none << false << 2000 << Listed::NotRead;
            QTest::addRow("%s, something under way", word)
                << Verb::Delete << deleted << QStringLiteral("recovering") << true << 2000
                << Listed::Transition;
            QTest::addRow("stop: %s", word)
                << Verb::Stop << deleted << none << true << 2000 << Listed::Vanished;
        }
        QTest::newRow("stop: stopped")
            << Verb::Stop << stopped << none << true << 2000 << Listed::AsWanted;
        QTest::newRow("stop: active")
            << Verb::Stop << active << none << true << 2000 << Listed::Unchanged;
        QTest::newRow("start: active")
            << Verb::Start << active << none << true << 2000 << Listed::AsWanted;
        QTest::newRow("start: absent")
            << Verb::Start << absent << none << true << 2000 << Listed::Vanished;
    }

    void observationOfTheListing()
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
        CloudSnapshot snapshot;
        snapshot.listing = listing;
        const LogBefore known;
        QCOMPARE(observe(item(ItemState::Running), verb, SnapshotIndex(snapshot, known)).listed,
                 listed);
    }

    /// A cloud may reuse an id: the same id with another creation time is another cluster.
    void anIdThatIsUsedAgain()
    {
        ClusterRecord record;
        record.id = QStringLiteral("ehpc-1");
        record.status = QStringLiteral("active");
        record.created = Sent;
        ClusterListing listing;
        listing.complete = true;
        listing.begun = 2s;
        listing.clusters = {record};
        CloudSnapshot snapshot;
        snapshot.listing = listing;
        BatchItem target = item(ItemState::Running);
        const auto listed = [&](Verb verb) {
            const LogBefore known;
            return observe(target, verb, SnapshotIndex(snapshot, known)).listed;
        };
        QCOMPARE(listed(Verb::Delete), Listed::Unchanged); // creation time not shown
        target.shown.created = Sent;
        QCOMPARE(listed(Verb::Delete), Listed::Unchanged);
        target.shown.created = Sent.addDays(-1);
        QCOMPARE(listed(Verb::Delete), Listed::Another);
        QCOMPARE(listed(Verb::Stop), Listed::NotRead);
        snapshot.listing->complete = false;
        QCOMPARE(listed(Verb::Delete), Listed::NotRead);
    }
};

QTEST_APPLESS_MAIN(TestReconciliation)
#include "tst_reconciliation.moc"

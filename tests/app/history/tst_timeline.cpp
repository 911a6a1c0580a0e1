// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/logreader.h"
#include "tests/app/operations/simcloud.h"
#include "tests/support/manualclock.h"
#include "tests/support/utc.h"

#include <QTest>

#include <ctime>

using namespace clusterdeck;
using namespace std::chrono_literals;

namespace
{

const QDateTime Noon = utc(QDate(2026, 1, 2), QTime(12, 0));

QDateTime at(int minutes)
{
    return Noon.addSecs(60LL * minutes);
}

struct Op {
    const char *job;
    const char *ids;
    int minutes = 0; ///< -1: not in the log
    const char *status = "successful";
    const char *action = "HpcClusterDeleteCluster";
    const char *submitter = "usr-other";
    const char *owner = "usr-other";

    operator OperationRecord() const
    {
        OperationRecord record;
        record.jobId = QLatin1String(job);
        record.action = QLatin1String(action);
        record.status = QLatin1String(status);
        record.submitter = QLatin1String(submitter);
        record.owner = QLatin1String(owner);
        record.resourceIds = QString(QLatin1String(ids)).split(u' ', Qt::SkipEmptyParts);
        if (minutes >= 0)
            record.created = at(minutes);
        return record;
    }
};

struct Item {
    const char *id;
    const char *job = "";
    ItemState state = ItemState::Done;
    int sent = 0; ///< minutes; -1: not sent
    int ended = 1;
};

Batch batchOf(const char *id, int minutes, std::initializer_list<Item> items,
              Verb verb = Verb::Delete)
{
    Batch batch;
    batch.id = QLatin1String(id);
    batch.verb = verb;
    batch.account = QStringLiteral("a");
    batch.accountName = QStringLiteral("lab");
    batch.zone = QStringLiteral("z1");
    batch.user = QStringLiteral("usr-me");
    batch.confirmedAt = at(minutes);
    for (const Item &given : items) {
        BatchItem &item = batch.items.emplace_back();
        item.position = int(batch.items.size()) - 1;
        item.key = {batch.account, QLatin1String(given.id)};
        item.shown.id = item.key.id;
        item.shown.name = QStringLiteral("name of ") + item.key.id;
        item.jobId = QLatin1String(given.job);
        item.state = given.state;
        if (given.sent >= 0)
            item.sentAt = at(given.sent);
        if (isEnd(given.state))
            item.endedAt = at(given.ended);
    }
    return batch;
}

AccountLog logOf(const QList<OperationRecord> &operations, const QString &account = "a",
                 const QString &cloud = "c")
{
    return {account, QStringLiteral("lab"), QStringLiteral("z1"), cloud, operations};
}

TimelineFilter filterOf(const QString &cluster = {},
                        TimelineFilter::Who who = TimelineFilter::Who::Anyone,
                        const QString &person = {}, TimelineOutcomes outcomes = {},
                        const QDateTime &since = {}, const QDateTime &until = {})
{
    return {cluster, who, person, outcomes, since, until};
}

/// One line each: "ours b1 (j-1)", "elsewhere j-2", "perhaps b1 j-3".
QStringList told(const QList<TimelineLine> &timeline)
{
    QStringList lines;
    for (const TimelineLine &line : timeline) {
        QStringList jobs;
        for (const OperationRecord &operation : line.operations)
            jobs.append(operation.jobId);
        switch (line.source) {
        case TimelineSource::Ours:
            lines.append(QStringLiteral("ours %1 (%2)").arg(line.batch->id, jobs.join(u' ')));
            break;
        case TimelineSource::PerhapsOurs:
            lines.append(QStringLiteral("perhaps %1 %2").arg(line.batch->id, jobs.join(u' ')));
            break;
        case TimelineSource::Elsewhere:
            lines.append(QStringLiteral("elsewhere ") + jobs.join(u' '));
            break;
        }
    }
    return lines;
}

/// "job|source|user" of each line, in order.
QString toldLog(const QList<TimelineLine> &lines, const LogReach &reach)
{
    static const QMap<LogSource, QString> Words{{LogSource::Here, QStringLiteral("here")},
                                                {LogSource::OnlyHere, QStringLiteral("only")},
                                                {LogSource::HereUnread, QStringLiteral("unread")},
                                                {LogSource::NotSent, QStringLiteral("not sent")},
                                                {LogSource::Elsewhere, QStringLiteral("else")}};
    QStringList parts;
    for (const TimelineLine &line : lines) {
        const QString job = line.operations.isEmpty() ? line.items.constFirst().jobId
                                                      : line.operations.constFirst().jobId;
        parts.append(
            QStringList{job, Words.value(logSourceOf(line, reach)), authorOf(line)}.join(u'|'));
    }
    return parts.join(u' ');
}

QStringList idsOf(const TimelineLine &line)
{
    QStringList ids;
    for (const TimelineCluster &cluster : line.clusters)
        ids.append(cluster.id);
    return ids;
}

const LogReach ReadToTheEnd{true};

} // namespace

class TestTimeline : public QObject
{
    Q_OBJECT

private slots:
    void merged_data();
    void merged();
    void theFresherReadingCounts();
    void namesAreFound();
    void listedAgain();
    void whoRequestedIt();
    void tenThousandLines();
    void filtered_data();
    void filtered();
    void batchesOfThisRunAndOfTheJournal_data();
    void batchesOfThisRunAndOfTheJournal();
    void people();
    void days();
    void readPageByPage();
    void newOnesAreAddedInFront();
    void aGapIsNotPassedOver();
    void whatWasReadStaysWhenReadingFails();
    void stopped();
    void notWhenFewCallsAreLeft();
    void requestByRequest_data();
    void requestByRequest();
    void whatARequestHolds();
    void severalClustersOfOneJob();
    void whatHasNoJobStandsTogether();
    void timesOfRequests();
    void reach_data();
    void reach();
};

void TestTimeline::reach_data()
{
    using Operations = QList<OperationRecord>;
    QTest::addColumn<Operations>("operations");
    QTest::addColumn<bool>("complete");
    QTest::addColumn<int>("first"); // the earliest minute that is covered
    QTest::newRow("empty") << Operations() << true << 0;
    QTest::newRow("whole") << Operations{Op{"a", "x", 15}} << true << 0;
    QTest::newRow("part") << Operations{Op{"a", "x", 15}, Op{"b", "x", 11}} << false << 11;
    QTest::newRow("not in order") << Operations{Op{"a", "x", 11}, Op{"b", "x", 15}} << false << 11;
    QTest::newRow("part without times") << Operations{Op{"a", "x", -1}} << false << 20;
}

/// The time at which the log was read, and later, is not covered.
void TestTimeline::reach()
{
    QFETCH(const QList<OperationRecord>, operations);
    QFETCH(bool, complete);
    QFETCH(int, first);
    const LogReach reach = reachOf(operations, at(20), complete);
    QVERIFY(reach.read);
    for (int minute = 0; minute < 30; ++minute)
        QCOMPARE(reach.covers(at(minute)), minute >= first && minute < 20);
}

void TestTimeline::merged_data()
{
    QTest::addColumn<QList<Batch>>("batches");
    QTest::addColumn<QList<AccountLog>>("logs");
    QTest::addColumn<QStringList>("lines");
    using Batches = QList<Batch>;
    using Logs = QList<AccountLog>;
    const auto row = [](const char *name, const Batches &batches, const Logs &logs,
                        const QStringList &lines) {
        QTest::newRow(name) << batches << logs << lines;
    };
    const Batch one = batchOf("b1", 0, {{"e-1", "j-1"}});
    const Batch lost = batchOf("b1", 0, {{"e-1", "", ItemState::Unknown, 1}});

    row("nothing", {}, {}, {});
    row("only batches, newest first", {one, batchOf("b2", 5, {{"e-2"}})}, {},
        {"ours b2 ()", "ours b1 ()"});
    row("only others", {}, {logOf({Op{"j-9", "e-9", 3}, Op{"j-8", "e-8", 7}})},
        {"elsewhere j-8", "elsewhere j-9"});
    row("our job is a part of our batch", {one}, {logOf({Op{"j-1", "e-1", 1}})}, {"ours b1 (j-1)"});
    row("between ours", {one, batchOf("b2", 5, {{"e-2", "j-2"}})},
        {logOf({Op{"j-2", "e-2", 5}, Op{"j-9", "e-9", 3}, Op{"j-1", "e-1", 1}})},
        {"ours b2 (j-2)", "elsewhere j-9", "ours b1 (j-1)"});
    row("a grouped request: one job, several items",
        {batchOf("b1", 0, {{"e-1", "j-1"}, {"e-2", "j-1"}, {"e-3", "j-3"}})},
        {logOf({Op{"j-3", "e-3", 2}, Op{"j-1", "e-1 e-2", 1}})}, {"ours b1 (j-3 j-1)"});
    row("a job that two batches took up", {one, batchOf("b2", 5, {{"e-1", "j-1"}})},
        {logOf({Op{"j-1", "e-1", 1}})}, {"ours b2 (j-1)", "ours b1 (j-1)"});
    row("the log read twice", {one},
        {logOf({Op{"j-1", "e-1", 1}, Op{"j-9", "e-9", 3}, Op{"j-1", "e-1", 1}}),
         logOf({Op{"j-9", "e-9", 3}, Op{"j-1", "e-1", 1}})},
        {"elsewhere j-9", "ours b1 (j-1)"});
    row("two accounts of one cloud", {one},
        {logOf({Op{"j-9", "e-9", 3}, Op{"j-1", "e-1", 1}}),
         logOf({Op{"j-9", "e-9", 3}, Op{"j-1", "e-1", 1}}, "b")},
        {"elsewhere j-9", "ours b1 (j-1)"});
    row("the same number in another cloud is another job", {one},
        {logOf({Op{"j-1", "e-1", 1}}), logOf({Op{"j-1", "x-1", 3}}, "b", "other")},
        {"elsewhere j-1", "ours b1 (j-1)"});
    row("the batch's account is closed", {one}, {logOf({Op{"j-1", "e-1", 1}}, "b", "other")},
        {"ours b1 (j-1)"});
    row("without times: last, in their order", {one},
        {logOf({Op{"j-8", "e-8", -1}, Op{"j-9", "e-9", -1}, Op{"j-7", "e-7", 3}})},
        {"elsewhere j-7", "ours b1 ()", "elsewhere j-8", "elsewhere j-9"});
    row("job not known: perhaps ours", {lost}, {logOf({Op{"j-9", "e-1", 1}})},
        {"perhaps b1 j-9", "ours b1 ()"});
    row("job not known, of another kind", {lost},
        {logOf({Op{"j-9", "e-1", 1, "successful", "HpcClusterStopCluster"}})},
        {"elsewhere j-9", "ours b1 ()"});
    row("job not known, of another cluster", {lost}, {logOf({Op{"j-9", "e-2", 1}})},
        {"elsewhere j-9", "ours b1 ()"});
    row("job not known, but it began before",
        {batchOf("b1", 0, {{"e-1", "", ItemState::Unknown, 5}})}, {logOf({Op{"j-9", "e-1", 3}})},
        {"elsewhere j-9", "ours b1 ()"});
    row("job not known, but it ended before",
        {batchOf("b1", 0, {{"e-1", "", ItemState::Done, 1, 2}})}, {logOf({Op{"j-9", "e-1", 9}})},
        {"elsewhere j-9", "ours b1 ()"});
    row("job not known, the log has no time", {lost}, {logOf({Op{"j-9", "e-1", -1}})},
        {"ours b1 ()", "perhaps b1 j-9"});
    row("refused: not ours", {batchOf("b1", 0, {{"e-1", "", ItemState::Failed, 1}})},
        {logOf({Op{"j-9", "e-1", 1}})}, {"elsewhere j-9", "ours b1 ()"});
    row("never sent: not ours", {batchOf("b1", 0, {{"e-1", "", ItemState::Cancelled, -1}})},
        {logOf({Op{"j-9", "e-1", 1}})}, {"elsewhere j-9", "ours b1 ()"});
}

void TestTimeline::merged()
{
    QFETCH(const QList<Batch>, batches);
    QFETCH(const QList<AccountLog>, logs);
    QFETCH(const QStringList, lines);
    const QList<TimelineLine> timeline = timelineOf(batches, logs);
    QCOMPARE(told(timeline), lines);
    QSet<QString> identities;
    for (const TimelineLine &line : timeline)
        identities.insert(identityOf(line));
    QCOMPARE(identities.size(), lines.size());
}

void TestTimeline::theFresherReadingCounts()
{
    OperationRecord before = Op{"j-1", "e-1", 1, "pending"};
    OperationRecord after = Op{"j-1", "e-1", 1, "successful"};
    const auto outcome = [&](const QList<OperationRecord> &read) {
        return timelineOf({}, {logOf(read)}).constFirst().outcomes;
    };
    QVERIFY(outcome({before, after}) == TimelineOutcome::Done);
    QVERIFY(outcome({after, before}) == TimelineOutcome::Done);
    before.changed = at(1);
    after.changed = at(2);
    QVERIFY(outcome({before, after}) == TimelineOutcome::Done);
    QVERIFY(outcome({after, before}) == TimelineOutcome::Done);
}

void TestTimeline::namesAreFound()
{
    const QList<Batch> batches{batchOf("b1", 0, {{"e-1", "j-1"}})};
    const AccountLog log = logOf({Op{"j-9", "e-1 e-2 e-3", 3}});
    const QList<TimelineLine> timeline = timelineOf(batches, {log}, [](const ClusterKey &key) {
        return key == ClusterKey{"a", "e-2"} ? QStringLiteral("two") : QString();
    });
    const QList<TimelineCluster> &clusters = timeline.constFirst().clusters;
    QCOMPARE(clusters.at(0).name, QStringLiteral("name of e-1"));
    QCOMPARE(clusters.at(1).name, QStringLiteral("two"));
    QCOMPARE(clusters.at(2), (TimelineCluster{"e-3", {}}));
}

/// A cluster that is listed again is not done: its line counts as unknown.
void TestTimeline::listedAgain()
{
    Batch batch = batchOf("b", 0, {{"ehpc-1"}, {"ehpc-2"}});
    QCOMPARE(timelineOf(QList<Batch>{batch}, {}).constFirst().outcomes,
             TimelineOutcomes(TimelineOutcome::Done));
    batch.items[1].reason = ItemReason::ListedAgain;
    QCOMPARE(timelineOf(QList<Batch>{batch}, {}).constFirst().outcomes,
             TimelineOutcomes(TimelineOutcome::Done | TimelineOutcome::Unknown));
}

void TestTimeline::whoRequestedIt()
{
    const QList<OperationRecord> log{
        Op{"j-5", "ehpc-2", 5, "failed", "HpcClusterStopCluster", "usr-fails"},
        Op{"j-4", "ehpc-2", 4, "successful", "HpcClusterStartCluster", "usr-other"},
        Op{"j-3", "ehpc-1", 3, "successful", "HpcClusterStopCluster", "usr-stops"},
        Op{"j-2", "ehpc-3 ehpc-1", 2, "successful", "HpcClusterStartCluster", "", "usr-owner"},
        Op{"j-1", "ehpc-1", 1, "successful", "HpcClusterStartCluster", "usr-earlier"}};
    QCOMPARE(latestRequester(log, Verb::Start, QStringLiteral("ehpc-1")), QString());
    QCOMPARE(latestRequester(log, Verb::Start, QStringLiteral("ehpc-3")),
             QStringLiteral("usr-owner"));
    QCOMPARE(latestRequester(log, Verb::Start, QStringLiteral("ehpc-2")),
             QStringLiteral("usr-other"));
    QCOMPARE(latestRequester(log, Verb::Start, QStringLiteral("ehpc-4")), QString());
    QCOMPARE(latestRequester({}, Verb::Start, QStringLiteral("ehpc-1")), QString());
}

void TestTimeline::tenThousandLines()
{
    QList<OperationRecord> operations;
    QList<Batch> batches;
    for (int i = 0; i < 10000; ++i) {
        OperationRecord operation = Op{"", "", i};
        operation.jobId = QStringLiteral("j-%1").arg(i);
        operation.resourceIds = {QStringLiteral("ehpc-%1").arg(i)};
        operations.prepend(operation);
        if (i % 20 == 0) {
            Batch batch = batchOf("", i, {{"", ""}});
            batch.id = operation.jobId;
            batch.items[0].key.id = operation.resourceIds.constFirst();
            batch.items[0].jobId = i % 40 == 0 ? operation.jobId : QString();
            batches.prepend(batch);
        }
    }
    const QList<AccountLog> logs{logOf(operations)};
    // Processor time: elapsed time depends on the machine's load.
    const auto msSince = [](std::clock_t begun) {
        return 1000.0 * double(std::clock() - begun) / CLOCKS_PER_SEC;
    };
    std::clock_t begun = std::clock();
    const QList<TimelineLine> timeline = timelineOf(batches, logs);
    const double merged = msSince(begun);
    QCOMPARE(timeline.size(), 10000 + 500 - 250);
    TimelineFilter filter;
    filter.cluster = QStringLiteral("999");
    filter.outcomes = TimelineOutcome::Done;
    filter.since = at(0);
    begun = std::clock();
    QVERIFY(matching(timeline, filter).size() >= 19);
    const double found = msSince(begun);
    begun = std::clock();
    QCOMPARE(peopleIn(timeline).size(), 2);
    qInfo("10,000 lines: merged in %.1f ms, filtered in %.1f ms, people in %.1f ms", merged, found,
          msSince(begun));
    QVERIFY2(merged < 5000, "quadratic?"); // tolerates slow machines and sanitizers
}

void TestTimeline::filtered_data()
{
    QTest::addColumn<TimelineFilter>("filter");
    QTest::addColumn<QStringList>("lines");
    const auto row = [](const char *name, const TimelineFilter &filter, const QStringList &lines) {
        QTest::newRow(name) << filter << lines;
    };
    using Who = TimelineFilter::Who;
    const QString cluster = QStringLiteral("e-1");
    row("all", filterOf(),
        {"elsewhere j-9", "perhaps b2 j-8", "ours b2 ()", "ours b1 (j-1)", "elsewhere j-7"});
    row("id", filterOf(QStringLiteral("E-1")), {"ours b1 (j-1)", "elsewhere j-7"});
    row("name", filterOf(QStringLiteral("OF e-2")), {"perhaps b2 j-8", "ours b2 ()"});
    row("no such", filterOf(QStringLiteral("%")), {});
    row("this program", filterOf({}, Who::ThisProgram),
        {"perhaps b2 j-8", "ours b2 ()", "ours b1 (j-1)"});
    row("elsewhere", filterOf({}, Who::Elsewhere),
        {"elsewhere j-9", "perhaps b2 j-8", "elsewhere j-7"});
    row("whose key", filterOf({}, Who::Person, "usr-me"), {"ours b2 ()", "ours b1 (j-1)"});
    row("submitter", filterOf({}, Who::Person, "usr-sub"), {"elsewhere j-9"});
    row("owner", filterOf({}, Who::Person, "usr-own"), {"elsewhere j-9"});
    row("submitter of our job", filterOf({}, Who::Person, "usr-mine"), {"ours b1 (j-1)"});
    row("nobody", filterOf({}, Who::Person, "usr"), {});
    row("done", filterOf({}, Who::Anyone, {}, TimelineOutcome::Done),
        {"perhaps b2 j-8", "ours b1 (j-1)", "elsewhere j-7"});
    row("failed", filterOf({}, Who::Anyone, {}, TimelineOutcome::Failed),
        {"elsewhere j-9", "ours b1 (j-1)"});
    row("unknown", filterOf({}, Who::Anyone, {}, TimelineOutcome::Unknown), {"ours b2 ()"});
    row("running", filterOf({}, Who::Anyone, {}, TimelineOutcome::Running), {"ours b1 (j-1)"});
    row("cancelled", filterOf({}, Who::Anyone, {}, TimelineOutcome::Cancelled), {"ours b1 (j-1)"});
    row("since", filterOf({}, Who::Anyone, {}, {}, at(10)),
        {"elsewhere j-9", "perhaps b2 j-8", "ours b2 ()"});
    row("until is not in it", filterOf({}, Who::Anyone, {}, {}, {}, at(10)), {"ours b1 (j-1)"});
    row("from and to", filterOf({}, Who::Anyone, {}, {}, at(10), at(20)),
        {"perhaps b2 j-8", "ours b2 ()"});
    row("all at once",
        filterOf(cluster, Who::ThisProgram, {}, TimelineOutcome::Failed, at(0), at(1)),
        {"ours b1 (j-1)"});
    row("all but one", filterOf(cluster, Who::Elsewhere, {}, TimelineOutcome::Failed, at(0), at(1)),
        {});
}

void TestTimeline::filtered()
{
    QFETCH(const TimelineFilter, filter);
    QFETCH(const QStringList, lines);
    const QList<Batch> batches{batchOf("b1", 0,
                                       {{"e-1", "j-1"},
                                        {"e-4", "", ItemState::Failed},
                                        {"e-5", "", ItemState::Cancelled},
                                        {"e-6", "", ItemState::Held}}),
                               batchOf("b2", 10, {{"e-2", "", ItemState::Unknown, 10}})};
    const OperationRecord failed =
        Op{"j-9", "e-9", 20, "failed", "HpcClusterStartCluster", "usr-sub", "usr-own"};
    const QList<TimelineLine> timeline = timelineOf(
        batches, {logOf({failed, Op{"j-8", "e-2", 11},
                         Op{"j-1", "e-1", 0, "successful", "HpcClusterDeleteCluster", "usr-mine"},
                         Op{"j-7", "e-1", -1}})});
    QStringList found;
    const QStringList all = told(timeline);
    for (const qsizetype line : matching(timeline, filter))
        found.append(all.at(line));
    QCOMPARE(found, lines);
}

void TestTimeline::batchesOfThisRunAndOfTheJournal_data()
{
    QTest::addColumn<QStringList>("ofThisRun");
    QTest::addColumn<QStringList>("journalled");
    QTest::addColumn<QStringList>("expected");
    const QStringList none;
    QTest::newRow("none") << none << none << none;
    QTest::newRow("of the journal") << none << QStringList{"b2", "b1"} << QStringList{"b2", "b1"};
    QTest::newRow("not in the journal yet")
        << QStringList{"b3", "b4"} << QStringList{"b1"} << QStringList{"b4*", "b3*", "b1"};
    QTest::newRow("in both") << QStringList{"b2"} << QStringList{"b2", "b1"}
                             << QStringList{"b2*", "b1"};
    QTest::newRow("read twice") << none << QStringList{"b2", "b1", "b1", "b0"}
                                << QStringList{"b2", "b1", "b0"};
}

void TestTimeline::batchesOfThisRunAndOfTheJournal()
{
    QFETCH(const QStringList, ofThisRun);
    QFETCH(const QStringList, journalled);
    const auto batches = [](const QStringList &ids, ItemState state) {
        QList<Batch> list;
        for (const QString &id : ids)
            list.append(batchOf(id.toLatin1().constData(), 0, {{"e-1", "", state}}));
        return list;
    };
    QStringList found;
    for (const Batch &batch :
         batchesOf(batches(ofThisRun, ItemState::Running), batches(journalled, ItemState::Done))) {
        const bool now = batch.items.constFirst().state == ItemState::Running;
        found.append(batch.id + (now ? QStringLiteral("*") : QString()));
    }
    QTEST(found, "expected");
}

void TestTimeline::people()
{
    const QList<TimelineLine> timeline =
        timelineOf({batchOf("b1", 0, {{"e-1"}})},
                   {logOf({Op{"j-9", "e-9", 1, "failed", "", "usr-sub", "usr-own"},
                           Op{"j-8", "", 1, "", "", "", ""}})});
    QCOMPARE(peopleIn(timeline), (QStringList{"usr-me", "usr-own", "usr-sub"}));
}

void TestTimeline::days()
{
    const QDateTime now = QDateTime(QDate(2026, 3, 1), QTime(0, 30));
    QCOMPARE(dayBefore(now.toUTC(), 0), QDate(2026, 3, 1).startOfDay().toUTC());
    QCOMPARE(dayBefore(now.toUTC(), 6), QDate(2026, 2, 23).startOfDay().toUTC());
}

namespace
{

/// A simulated cloud's log with `count` operations, and its reader.
struct Logged {
    ManualClock clock;
    SimCloud cloud{clock};
    LogReader log{{"a", "lab", "z1", "c", &cloud}, clock};

    explicit Logged(int count)
    {
        for (int i = 0; i < count; ++i)
            add();
    }
    void add()
    {
        OperationRecord record = Op{"", "e-1", int(cloud.jobs.size())};
        record.jobId = QStringLiteral("j-%1").arg(cloud.jobs.size());
        SimCloud::Job job;
        job.record = record;
        job.over = true;
        cloud.jobs.append(job);
    }
};

} // namespace

void TestTimeline::readPageByPage()
{
    Logged logged(750);
    LogReader &log = logged.log;
    int changes = 0;
    connect(&log, &LogReader::changed, this, [&] { ++changes; });
    QVERIFY(!log.asOf().isValid());
    log.readNewest();
    QCOMPARE(changes, 0); // signals come from the event loop
    QCOMPARE(log.status(), LogReader::Status::Reading);
    log.readOlder(); // ignored while reading
    logged.clock.advance(1s);
    QCOMPARE(log.status(), LogReader::Status::Idle);
    QCOMPARE(logged.cloud.reads, LogReader::PagesAtOnce);
    QCOMPARE(log.operations().size(), 300);
    QCOMPARE(log.operations().constFirst().jobId, QStringLiteral("j-749"));
    QCOMPARE(log.total().value_or(0), 750);
    QVERIFY(log.asOf().isValid() && !log.reachesBeginning());
    log.readOlder();
    logged.clock.advance(1s);
    QCOMPARE(log.operations().size(), 600);
    log.readOlder();
    logged.clock.advance(1s);
    QCOMPARE(log.operations().size(), 750);
    QVERIFY(log.reachesBeginning());
    const int reads = logged.cloud.reads;
    log.readOlder();
    logged.clock.advance(1s);
    QCOMPARE(logged.cloud.reads, reads);
    QVERIFY(changes >= 6);
}

void TestTimeline::newOnesAreAddedInFront()
{
    Logged logged(450);
    logged.log.readNewest();
    logged.clock.advance(1s);
    for (int i = 0; i < 130; ++i)
        logged.add();
    logged.log.readNewest();
    logged.clock.advance(1s);
    QCOMPARE(logged.cloud.reads, 3 + 2); // the second page reached known operations
    // The second page also contained some older operations.
    QCOMPARE(logged.log.operations().size(), 430);
    logged.log.readOlder();
    logged.clock.advance(1s);
    QCOMPARE(logged.log.operations().size(), 580);
    QVERIFY(logged.log.reachesBeginning());
}

void TestTimeline::aGapIsNotPassedOver()
{
    Logged logged(400);
    logged.log.readNewest();
    logged.clock.advance(1s);
    for (int i = 0; i < 500; ++i)
        logged.add();
    logged.log.readNewest();
    logged.clock.advance(1s);
    QCOMPARE(logged.log.operations().size(), 300);
    QCOMPARE(logged.log.operations().constLast().jobId, QStringLiteral("j-600"));
    for (int i = 0; i < 2; ++i) {
        logged.log.readOlder();
        logged.clock.advance(1s);
    }
    QCOMPARE(logged.log.operations().size(), 900);
    // The same when the second page of new operations cannot be read.
    for (int i = 0; i < 500; ++i)
        logged.add();
    int asked = 0;
    logged.cloud.faultOfLog = [&]() -> std::optional<ApiError> {
        return ++asked > 1 ? std::optional(refusal(5000)) : std::nullopt;
    };
    logged.log.readNewest();
    logged.clock.advance(1s);
    QCOMPARE(logged.log.status(), LogReader::Status::Failed);
    QCOMPARE(logged.log.operations().size(), 100);
    QVERIFY(!logged.log.reachesBeginning());
}

void TestTimeline::whatWasReadStaysWhenReadingFails()
{
    Logged logged(450);
    int asked = 0;
    logged.cloud.faultOfLog = [&]() -> std::optional<ApiError> {
        return ++asked > 1 ? std::optional(refusal(5300)) : std::nullopt;
    };
    logged.log.readNewest();
    logged.clock.advance(1s);
    QCOMPARE(logged.log.status(), LogReader::Status::Failed);
    QCOMPARE(logged.log.error().kind, ErrorKind::Maintenance);
    QCOMPARE(logged.log.operations().size(), 100);
    logged.cloud.faultOfLog = [] { return std::nullopt; };
    logged.log.readOlder();
    logged.clock.advance(1s);
    QCOMPARE(logged.log.status(), LogReader::Status::Idle);
    QCOMPARE(logged.log.operations().size(), 400);
}

void TestTimeline::stopped()
{
    Logged logged(450);
    logged.log.readNewest();
    logged.clock.advance(60ms);
    logged.log.stop();
    QCOMPARE(logged.log.status(), LogReader::Status::Stopped);
    const auto read = logged.log.operations().size();
    QVERIFY(read < 300);
    logged.clock.advance(1min);
    QCOMPARE(logged.log.operations().size(), read);
    QCOMPARE(logged.log.status(), LogReader::Status::Stopped);
    logged.log.readOlder();
    logged.clock.advance(1s);
    QVERIFY(logged.log.operations().size() > read);
}

void TestTimeline::notWhenFewCallsAreLeft()
{
    Logged logged(450);
    logged.cloud.left = sharesOf(DocumentedCallsAnHour).keptFromDetails - 1;
    logged.log.readNewest();
    logged.clock.advance(1s);
    QCOMPARE(logged.log.status(), LogReader::Status::QuotaLow);
    QCOMPARE(logged.cloud.reads, 0);
    logged.cloud.left = sharesOf(DocumentedCallsAnHour).keptFromDetails;
    logged.log.readNewest();
    logged.clock.advance(1s);
    QCOMPARE(logged.log.status(), LogReader::Status::Idle);
}

void TestTimeline::requestByRequest_data()
{
    using Operations = QList<OperationRecord>;
    QTest::addColumn<Operations>("operations");
    QTest::addColumn<LogReach>("reach");
    QTest::addColumn<QList<Batch>>("batches");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const Operations &operations, const LogReach &reach,
                        std::initializer_list<Item> items, const char *expected) {
        QList<Batch> batches;
        if (items.size() > 0)
            batches.append(batchOf("b", -1, items, Verb::Stop));
        QTest::newRow(name) << operations << reach << batches << expected;
    };
    const LogReach &all = ReadToTheEnd;
    const auto op = [](const char *job, int minute, const char *by = "usr-them") {
        return Op{job, "e-1", minute, "successful", "HpcClusterStopCluster", by, "usr-owner"};
    };
    const Item ours{"e-1", "j-1", ItemState::Done, 5};
    row("nothing", {}, all, {}, "");
    row("done elsewhere", {op("j-1", 5)}, all, {}, "j-1|else|usr-them");
    row("no submitter: its owner", {op("j-1", 5, "")}, all, {}, "j-1|else|usr-owner");
    row("ours, in both", {op("j-1", 5, "usr-me")}, all, {ours}, "j-1|here|usr-me");
    row("ours, not in the log", {}, all, {ours}, "j-1|only|usr-me");
    row("ours, log not read", {}, {}, {ours}, "j-1|unread|usr-me");
    row("ours, log read back to just then", {}, {true, at(5)}, {ours}, "j-1|only|usr-me");
    row("ours, older than what was read", {op("j-2", 6)}, {true, at(6)}, {ours},
        "j-2|else|usr-them j-1|unread|usr-me");
    row("ours, newer than the reading", {}, {true, {}, at(5)}, {ours}, "j-1|unread|usr-me");
    row("ours, just before the reading", {}, {true, {}, at(6)}, {ours}, "j-1|only|usr-me");
    row("never sent", {}, all, {{"e-1", "", ItemState::Cancelled, -1}}, "|not sent|usr-me");
    row("on its way: it may have left", {}, all, {{"e-1", "", ItemState::Sending, -1}},
        "|only|usr-me");
    row("other clusters of the batch are not told", {}, all,
        {{"e-11", "j-2", ItemState::Done, 5}, {"e-1", "j-1", ItemState::Done, 6}},
        "j-1|only|usr-me");
    row("newest first, across both", {op("j-9", 9), op("j-3", 3)}, all,
        {{"e-1", "j-6", ItemState::Done, 6}},
        "j-9|else|usr-them j-6|only|usr-me j-3|else|usr-them");
    row("at the same time: as the log stands, ours in their job's place, then others of ours",
        {op("j-9", 5), op("j-1", 5), op("j-3", 5)}, all, {ours, {"e-1", "j-6", ItemState::Done, 5}},
        "j-9|else|usr-them j-1|here|usr-them j-3|else|usr-them j-6|only|usr-me");
    row("another job of the same verb is not ours", {op("j-2", 5)}, all, {ours},
        "j-2|else|usr-them j-1|only|usr-me");
    row("nor is one that may be ours", {op("j-2", 5)}, all, {{"e-1", "", ItemState::Unknown, 5}},
        "j-2|else|usr-them |only|usr-me");
}

void TestTimeline::requestByRequest()
{
    QFETCH(const QList<OperationRecord>, operations);
    QFETCH(const LogReach, reach);
    QFETCH(const QList<Batch>, batches);
    QTEST(toldLog(operationLog(operations, batches, QStringLiteral("e-1")), reach), "expected");
}

void TestTimeline::whatARequestHolds()
{
    OperationRecord failed = Op{"j-1", "e-1", 5, "failed"};
    failed.changed = at(6);
    failed.errorCodes = QStringLiteral("5000");
    const QList<TimelineLine> lines =
        operationLog({failed}, {batchOf("b", 0, {{"e-1", "j-1", ItemState::Done, 4}})});
    QCOMPARE(lines.size(), 1);
    const TimelineLine &line = lines.constFirst();
    QCOMPARE(line.at, at(5)); // by the provider's clock
    QCOMPARE(line.ended, at(6));
    QCOMPARE(line.operations.constFirst().errorCodes, QStringLiteral("5000"));
    QCOMPARE(line.batch->id, QStringLiteral("b"));
    QCOMPARE(line.items.size(), 1);
    QCOMPARE(idsOf(line), QStringList{"e-1"});
    QVERIFY(verbOf(line) == Verb::Delete);
    // An operation that this program never sends has no verb.
    const Op resize{"j-2", "e-1", 5, "successful", "HpcClusterResizeCluster"};
    QVERIFY(!verbOf(operationLog({resize}, {}).constFirst()));
}

void TestTimeline::severalClustersOfOneJob()
{
    const QList<Batch> together{batchOf("b", 0,
                                        {{"x", "j-1", ItemState::Done, 5, 7},
                                         {"y", "j-1", ItemState::Done, 6, 8},
                                         {"z", "", ItemState::Cancelled, -1}})};
    QList<TimelineLine> lines = operationLog({}, together);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(idsOf(lines.at(0)), (QStringList{"x", "y"}));
    QCOMPARE(lines.at(0).at, at(5));                       // the first of them
    QCOMPARE(lines.at(0).ended, at(8));                    // the last of them
    lines = operationLog({Op{"j-1", "y w", 5}}, together); // the log may omit some clusters
    QCOMPARE(lines.size(), 2);
    QCOMPARE(idsOf(lines.at(0)), (QStringList{"y", "w", "x"}));
}

void TestTimeline::whatHasNoJobStandsTogether()
{
    const Batch cancelled = batchOf("b", 0,
                                    {{"x", "", ItemState::Cancelled, -1},
                                     {"y", "", ItemState::Cancelled, -1},
                                     {"z", "", ItemState::Failed, 5}});
    const QList<TimelineLine> lines = operationLog({}, {cancelled});
    QCOMPARE(toldLog(lines, ReadToTheEnd), QStringLiteral("|only|usr-me |not sent|usr-me"));
    QCOMPARE(lines.at(1).items.size(), 2);
    QCOMPARE(lines.at(1).at, cancelled.confirmedAt);
}

void TestTimeline::timesOfRequests()
{
    const Op timeless{"j-1", "e-1", -1};
    OperationRecord running = Op{"j-2", "e-1", 1, "working"};
    running.changed = at(2);
    const QList<TimelineLine> lines = operationLog({timeless, running}, {});
    QCOMPARE(toldLog(lines, {}), QStringLiteral("j-2|else|usr-other j-1|else|usr-other"));
    QVERIFY(!lines.at(0).ended.isValid()); // status_time of a running operation is not its end
    // The journal has the times that the provider does not report.
    const QList<TimelineLine> known =
        operationLog({timeless}, {batchOf("b", 0, {{"e-1", "j-1", ItemState::Done, 7, 9}})});
    QCOMPARE(known.constFirst().at, at(7));
    QCOMPARE(known.constFirst().ended, at(9));
}

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"

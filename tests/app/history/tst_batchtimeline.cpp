// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/batchtimeline.h"
#include "app/history/cleanup.h"
#include "tests/app/operations/builders.h"
#include "tests/support/utc.h"
#include "tests/ui/stage.h"

#include <QTest>

using namespace clusterdeck;
using namespace std::chrono_literals;

namespace
{

constexpr qint64 Begin = 1'700'000'000'000;

QDateTime at(qint64 seconds)
{
    return utc(Begin + seconds * 1000);
}

/// A batch of clusters with three nodes each.
Batch confirmed(const QList<ItemState> &states)
{
    Batch batch = batchOf(states);
    batch.confirmedAt = at(0);
    for (BatchItem &item : batch.items)
        item.shown.nodes = 3;
    return batch;
}

JournalEvent told(qint64 seconds, int item, const char *state)
{
    return {at(seconds), item, QStringLiteral("something"), QString::fromLatin1(state), {}};
}

/// "armed 0-10, queued 10-12, ended 15", in seconds.
QString story(const TimelineItem &item)
{
    static const QStringList words{"armed",   "queued",  "held",      "awaiting readback",
                                   "sending", "running", "unknown",   "done",
                                   "gone",    "failed",  "cancelled", "not understood"};
    const auto seconds = [](qint64 time) { return QString::number((time - Begin) / 1000); };
    QStringList parts;
    for (const TimelineSpan &span : item.spans)
        parts.append(words.at(int(span.state)) + u' ' + seconds(span.from) + u'-' +
                     (span.to ? seconds(*span.to) : QString()));
    if (item.ended)
        parts.append(QStringLiteral("ended ") + seconds(*item.ended));
    return parts.join(QStringLiteral(", "));
}

} // namespace

class TestBatchTimeline : public QObject
{
    Q_OBJECT

private slots:
    void stories_data();
    void stories();
    void numbersOfADamagedJournal();
    void times();
    void follows();
    void overview();
    void ticks_data();
    void ticks();
    void asTheJournalTellsIt();
    void cleanUp();
    void forecast();
    void cleanUpOfAClosedAccount();
    void doneAndStillListed();
};

void TestBatchTimeline::stories_data()
{
    using Events = QList<JournalEvent>;
    QTest::addColumn<ItemState>("state");
    QTest::addColumn<Events>("events");
    QTest::addColumn<QDateTime>("endedAt");
    QTest::addColumn<QString>("expected");
    const Events sent{told(10, 0, "queued"), told(12, 0, "sending"), told(13, 0, "running")};
    QTest::newRow("counting down") << ItemState::Armed << Events{} << QDateTime() << "armed 0-";
    QTest::newRow("running") << ItemState::Running << sent << QDateTime()
                             << "armed 0-10, queued 10-12, sending 12-13, running 13-";
    QTest::newRow("done") << ItemState::Done << (sent + Events{told(40, 0, "done")}) << at(40)
                          << "armed 0-10, queued 10-12, sending 12-13, running 13-40, ended 40";
    QTest::newRow("spared") << ItemState::Cancelled << Events{told(4, 0, "cancelled")} << at(4)
                            << "armed 0-4, ended 4";
    QTest::newRow("answer lost, settled")
        << ItemState::Done
        << Events{told(10, 0, "queued"), told(11, 0, "sending"), told(21, 0, "unknown"),
                  told(30, 0, "running"), told(50, 0, "done")}
        << at(50)
        << "armed 0-10, queued 10-11, sending 11-21, unknown 21-30, running 30-50, ended 50";
    QTest::newRow("held and refused with others")
        << ItemState::Held
        << Events{told(10, 0, "queued"), told(11, 0, "sending"), told(12, 0, "queued"),
                  told(13, 0, "queued"), told(14, 0, "held")}
        << QDateTime() << "armed 0-10, queued 10-11, sending 11-12, queued 12-14, held 14-";
    QTest::newRow("the job was found: still running")
        << ItemState::Running << (sent + Events{told(20, 0, "running")}) << QDateTime()
        << "armed 0-10, queued 10-12, sending 12-13, running 13-";
    QTest::newRow("the clock went back")
        << ItemState::Running
        << Events{told(10, 0, "queued"), told(7, 0, "sending"), told(8, 0, "running")}
        << QDateTime() << "armed 0-10, queued 10-10, sending 10-10, running 10-";
    QTest::newRow("a state of a newer version")
        << ItemState::NotUnderstood << (sent + Events{told(20, 0, "teleported")}) << QDateTime()
        << "armed 0-10, queued 10-12, sending 12-13, running 13-20, not understood 20-";
    QTest::newRow("its end was lost") << ItemState::Failed << sent << at(33)
                                      << "armed 0-10, queued 10-12, sending 12-13, "
                                         "running 13-33, ended 33";
    QTest::newRow("all of it was lost")
        << ItemState::Done << Events{} << at(33) << "armed 0-33, ended 33";
    QTest::newRow("something after the end")
        << ItemState::Done << Events{told(9, 0, "done"), told(11, 0, "running")} << at(9)
        << "armed 0-9, ended 9";
    QTest::newRow("of another item")
        << ItemState::Armed << Events{told(9, 7, "queued")} << QDateTime() << "armed 0-";
    QTest::newRow("at no time") << ItemState::Armed
                                << Events{{QDateTime(), 0, {}, QStringLiteral("queued"), {}}}
                                << QDateTime() << "armed 0-";
}

void TestBatchTimeline::stories()
{
    QFETCH(ItemState, state);
    QFETCH(QList<JournalEvent>, events);
    QFETCH(QDateTime, endedAt);
    Batch batch = confirmed({state});
    batch.items.first().endedAt = endedAt;
    const BatchTimeline timeline = timelineOf(batch, events);
    QCOMPARE(timeline.begin, Begin);
    QCOMPARE(timeline.items.size(), 1);
    QTEST(story(timeline.items.first()), "expected");
    QCOMPARE(timeline.isFinished(), isEnd(state));
    QCOMPARE(timeline.items.first().state, state);
}

void TestBatchTimeline::numbersOfADamagedJournal()
{
    Batch batch = confirmed({ItemState::Queued, ItemState::Running});
    batch.items[0].position = 4;
    batch.items[1].position = 9;
    const BatchTimeline timeline =
        timelineOf(batch, {told(3, 4, "queued"), told(4, 9, "queued"), told(5, 9, "sending"),
                           told(6, 9, "running"), told(7, 1, "done")});
    QCOMPARE(story(timeline.items.at(0)), QStringLiteral("armed 0-3, queued 3-"));
    QCOMPARE(story(timeline.items.at(1)),
             QStringLiteral("armed 0-4, queued 4-5, sending 5-6, running 6-"));
}

void TestBatchTimeline::times()
{
    const Batch batch = confirmed({ItemState::Running, ItemState::Done});
    const BatchTimeline timeline =
        timelineOf(batch, {told(10, 0, "queued"), told(12, 0, "held"), told(14, 0, "queued"),
                           told(15, 0, "running"), told(11, 1, "done")});
    const TimelineItem &item = timeline.items.first();
    QCOMPARE(item.spent(ItemState::Queued, Begin + 60000), 3000);
    QCOMPARE(item.spent(ItemState::Running, Begin + 60000), 45000);
    QCOMPARE(item.spent(ItemState::Running, Begin), 0); // the clock went back
    QCOMPARE(item.spent(ItemState::Sending, Begin + 60000), 0);
    QCOMPARE(item.began(ItemState::Queued), std::optional<qint64>(Begin + 10000));
    QVERIFY(!item.began(ItemState::Unknown));
    QCOMPARE(timeline.end(Begin + 60000), Begin + 60000);
    QVERIFY(!timeline.isFinished());
    BatchTimeline ended = timeline;
    ended.items.removeFirst();
    QVERIFY(ended.isFinished());
    QCOMPARE(ended.end(Begin + 60000), Begin + 11000);
    QCOMPARE(BatchTimeline().end(5), 0);
}

void TestBatchTimeline::follows()
{
    Batch batch = confirmed({ItemState::Armed, ItemState::Armed});
    BatchTimeline timeline = timelineOf(batch, {});
    BatchItem &item = batch.items[1];
    for (const auto &[state, second] :
         {std::pair(ItemState::Queued, 10), std::pair(ItemState::Sending, 11),
          std::pair(ItemState::Running, 12)}) {
        item.state = state;
        follow(timeline, 1, item, Begin + second * 1000);
    }
    item.needsAttention = true; // the only change
    follow(timeline, 1, item, Begin + 20000);
    QVERIFY(timeline.items.at(1).needsAttention);
    item.state = ItemState::Done;
    follow(timeline, 1, item, Begin + 30000);
    QCOMPARE(story(timeline.items.at(1)),
             QStringLiteral("armed 0-10, queued 10-11, sending 11-12, running 12-30, ended 30"));
    QCOMPARE(story(timeline.items.at(0)), QStringLiteral("armed 0-"));
    follow(timeline, 2, item, Begin); // no such item
    follow(timeline, -1, item, Begin);
}

void TestBatchTimeline::overview()
{
    const Batch batch = confirmed({ItemState::Done, ItemState::Running, ItemState::Cancelled});
    const BatchTimeline timeline =
        timelineOf(batch, {told(10, 0, "running"), told(10, 1, "running"), told(5, 2, "cancelled"),
                           told(20, 0, "done")});
    const auto columns = overviewOf(timeline, Begin, Begin + 40000, 4); // middles: 5, 15, 25, 35
    QCOMPARE(columns.size(), 4);
    const auto in = [&](int column, ItemState state) { return columns[column].at(size_t(state)); };
    QCOMPARE(in(0, ItemState::Armed), 2);
    QCOMPARE(in(0, ItemState::Cancelled), 1);
    QCOMPARE(in(1, ItemState::Running), 2);
    QCOMPARE(in(2, ItemState::Running), 1);
    QCOMPARE(in(2, ItemState::Done), 1);
    QCOMPARE(in(3, ItemState::Done), 1);
    for (const auto &column : columns)
        QCOMPARE(std::accumulate(column.begin(), column.end(), 0), 3);
    QVERIFY(overviewOf(timeline, Begin, Begin, 4).size() == 4);
    QVERIFY(overviewOf(timeline, Begin, Begin + 1, 0).isEmpty());
}

void TestBatchTimeline::ticks_data()
{
    QTest::addColumn<qint64>("span");
    QTest::addColumn<qint64>("step");
    QTest::newRow("nothing") << qint64(0) << qint64(1000);
    QTest::newRow("8 s") << qint64(8000) << qint64(1000);
    QTest::newRow("9 s") << qint64(9000) << qint64(2000);
    QTest::newRow("a minute") << qint64(60000) << qint64(10000);
    QTest::newRow("an hour") << qint64(3600000) << qint64(600000);
    QTest::newRow("a day") << qint64(86400000) << qint64(3 * 3600000);
    QTest::newRow("20 days") << qint64(20 * 86400000LL) << qint64(3 * 86400000LL);
}

void TestBatchTimeline::ticks()
{
    QFETCH(qint64, span);
    QTEST(tickStep(span, 8), "step");
}

/// The timeline functions with a real batch and its real journal.
void TestBatchTimeline::asTheJournalTellsIt()
{
    Stage stage(6);
    stage.cloud.jobFails = [](const QString &id) { return id == u"ehpc-1"; };
    BatchRunner *runner = stage.arm(Verb::Delete, 3);
    BatchTimeline live = timelineOf(runner->batch(), stage.journal.events(runner->batch().id));
    QObject context;
    QObject::connect(runner, &BatchRunner::itemChanged, &context, [&](int item) {
        follow(live, item, runner->batch().items.at(item),
               stage.clock.utcNow().toMSecsSinceEpoch());
    });
    runner->removeFromBatch(2);
    runner->sendNow();
    stage.clock.advance(5min);
    QVERIFY(runner->isFinished());
    const BatchTimeline read =
        timelineOf(runner->batch(), stage.journal.events(runner->batch().id));
    QVERIFY(read.isFinished());
    for (int i = 0; i < 3; ++i) {
        QVERIFY(!read.items.at(i).spans.isEmpty());
        QCOMPARE(read.items.at(i).spans.first().state, ItemState::Armed);
        QCOMPARE(story(live.items.at(i)), story(read.items.at(i)));
    }
    QVERIFY(read.items.at(0).began(ItemState::Running));
    QVERIFY(!read.items.at(2).began(ItemState::Sending));
    QCOMPARE(read.items.at(1).state, ItemState::Failed);
}

void TestBatchTimeline::cleanUp()
{
    Stage stage(6);
    stage.cloud.jobFails = [](const QString &id) { return id == u"ehpc-1"; };
    BatchRunner *runner = stage.arm(Verb::Delete, 3);
    const qint64 each = stage.clusters.clusterAt(0).record.nodes.value_or(0);
    QVERIFY(each > 0);
    CleanUp now = cleanUpBy(runner->batch(), stage.clusters);
    QCOMPARE(now.before(), (NodeCount{6, 6 * each, 0}));
    QCOMPARE(now.going, (NodeCount{3, 3 * each, 0}));
    QCOMPARE(now.left, (NodeCount{3, 3 * each, 0}));
    runner->sendNow();
    stage.clock.advance(5min);
    now = cleanUpBy(runner->batch(), stage.clusters);
    QCOMPARE(now.removed, (NodeCount{2, 2 * each, 0}));
    QCOMPARE(now.going, NodeCount{});
    QCOMPARE(now.kept, (NodeCount{1, each, 0}));
    QCOMPARE(now.left, (NodeCount{4, 4 * each, 0}));
    QCOMPARE(now.before(), (NodeCount{6, 6 * each, 0}));
    QCOMPARE(now.now(), now.left);
    QVERIFY(now.isListed);
}

void TestBatchTimeline::forecast()
{
    Stage stage(6);
    (void)stage.plan(Verb::Delete, Stage::keys(1)); // reads the list
    const qint64 each = stage.clusters.clusterAt(0).record.nodes.value_or(0);
    Locks locks;
    locks.clusters.insert(Stage::key(1));
    QVERIFY(stage.operationService.setLocks(locks));
    const ClusterKey gone{QStringLiteral("a"), QStringLiteral("ehpc-never")};
    const CleanUp cleanUp =
        forecastOf(Stage::keys(3) << gone, stage.clusters, stage.operationService);
    QCOMPARE(cleanUp.going, (NodeCount{2, 2 * each, 0}));
    QCOMPARE(cleanUp.kept, (NodeCount{1, each, 0}));
    QCOMPARE(cleanUp.left, (NodeCount{4, 4 * each, 0}));
    QCOMPARE(cleanUp.removed, NodeCount{});
    QCOMPARE(forecastOf({}, stage.clusters, stage.operationService).left,
             (NodeCount{6, 6 * each, 0}));
    // A cluster with a running operation is not counted again.
    BatchRunner *runner = stage.arm(Verb::Stop, 1);
    QVERIFY(runner);
    QCOMPARE(forecastOf(Stage::keys(3), stage.clusters, stage.operationService).going,
             (NodeCount{1, each, 0}));
}

void TestBatchTimeline::cleanUpOfAClosedAccount()
{
    Batch batch = confirmed({ItemState::Done, ItemState::Done, ItemState::Failed});
    batch.items[1].shown.nodes = std::nullopt;
    const CleanUp cleanUp = cleanUpBy(batch, ClusterModel());
    QVERIFY(!cleanUp.isListed);
    QCOMPARE(cleanUp.removed, (NodeCount{2, 3, 1}));
    QCOMPARE(cleanUp.left, NodeCount{});
}

/// A deleted cluster is counted once, although its row stays until the next listing.
void TestBatchTimeline::doneAndStillListed()
{
    ClusterListing listing;
    listing.account = QStringLiteral("a");
    listing.complete = true;
    for (const char *id : {"ehpc-0", "ehpc-1"}) {
        ClusterRecord record;
        record.id = QString::fromLatin1(id);
        record.nodes = 3;
        listing.clusters.append(record);
    }
    ClusterModel clusters;
    clusters.apply(listing);
    const CleanUp cleanUp = cleanUpBy(confirmed({ItemState::Done}), clusters);
    QCOMPARE(cleanUp.removed, (NodeCount{1, 3, 0}));
    QCOMPARE(cleanUp.left, (NodeCount{1, 3, 0}));
    QCOMPARE(cleanUp.before(), (NodeCount{2, 6, 0}));
}

QTEST_GUILESS_MAIN(TestBatchTimeline)
#include "tst_batchtimeline.moc"

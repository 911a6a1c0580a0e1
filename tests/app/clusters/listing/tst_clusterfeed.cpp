// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/listing/clusterfeed.h"
#include "app/clusters/table/clustermodel.h"
#include "tests/app/operations/simcloud.h"
#include "tests/support/manualclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace clusterdeck;
using namespace std::chrono_literals;

namespace
{

const QString AccountId = QStringLiteral("a");

QString id(int number)
{
    return QStringLiteral("ehpc-%1").arg(number);
}

/// An account with `clusters` clusters, a cloud with pages of 10, and a feed into a table.
struct Stage {
    ManualClock clock;
    SimCloud cloud{clock};
    ClusterModel table;
    ClusterFeed feed{AccountId, cloud, clock};
    QSignalSpy listed{&feed, &ClusterFeed::listed};

    explicit Stage(int clusters, int callsAnHour = 100)
    {
        cloud.pageLimit = 10;
        cloud.quota.emplace(clock, callsAnHour);
        for (int i = 0; i < clusters; ++i)
            cloud.add(id(i));
        QObject::connect(&feed, &ClusterFeed::arrived, &table, &ClusterModel::apply);
        QObject::connect(&feed, &ClusterFeed::listed, &table, &ClusterModel::apply);
        feed.setMissed([this](std::chrono::milliseconds begun) {
            return table.notReadSince(AccountId, begun);
        });
    }

    [[nodiscard]] bool shows(const QString &cluster) const
    {
        return table.rowOf({AccountId, cluster}).has_value();
    }
    [[nodiscard]] bool isFromEarlierRun(const QString &cluster) const
    {
        return table.isFromEarlierRun(*table.rowOf({AccountId, cluster}));
    }
    /// Adds rows of an earlier run to the table.
    void showKept(const QStringList &ids)
    {
        ClusterListing kept;
        kept.account = AccountId;
        kept.fromEarlierRun = true;
        for (const QString &each : ids) {
            ClusterRecord record;
            record.id = each;
            kept.clusters.append(record);
        }
        table.apply(kept);
    }
    /// Until the listing ends or pauses.
    void readOn() { clock.advance(1min); }
    [[nodiscard]] QDateTime in(std::chrono::milliseconds span) const
    {
        return clock.utcNow().addMSecs(span.count());
    }
};

QStringList idsFrom(int first, int count)
{
    QStringList ids;
    for (int i = first; i < first + count; ++i)
        ids.append(id(i));
    return ids;
}

} // namespace

/// The reading of an account's list, and its calls.
class TestClusterFeed : public QObject
{
    Q_OBJECT

private slots:
    /// Nearly half of an hour's calls stays free for other purposes; reading continues when the
    /// first calls are an hour old. Meanwhile clusters may appear and disappear unseen, so the list
    /// is incomplete.
    void aLongListIsReadInPortions()
    {
        Stage stage(700); // 70 pages
        stage.feed.refresh();
        stage.readOn();
        const int firstPortion = stage.cloud.reads;
        QVERIFY2(firstPortion > 50 - 12 && firstPortion <= 50,
                 qPrintable(QString::number(firstPortion)));
        QVERIFY(stage.feed.isRefreshing());
        QCOMPARE(stage.table.rowCount(), firstPortion * 10);
        const std::optional<ReadingProgress> progress = stage.feed.progress();
        QCOMPARE(progress->read, firstPortion);
        QCOMPARE(progress->pages, 70);
        // By then the first calls are an hour old.
        QVERIFY(progress->doneAt > stage.in(58min) && progress->doneAt < stage.in(60min));
        stage.clock.advance(57min);
        QCOMPARE(stage.cloud.reads, firstPortion);
        stage.clock.advance(3min);
        QCOMPARE(stage.cloud.reads, 70);
        QCOMPARE(stage.table.rowCount(), 700);
        QVERIFY(!stage.feed.isRefreshing() && !stage.feed.isComplete());
        QVERIFY(stage.feed.readAsOf().isValid());
        QCOMPARE(stage.listed.count(), 1);
        QVERIFY(!stage.feed.progress());
        QCOMPARE(stage.cloud.refusedByQuota, 0);
    }

    /// A list that needs at most 5 % of an hour's calls never waits, however many calls were used.
    void aShortListDoesNotWait()
    {
        Stage stage(50);
        for (int call = 0; call < 90; ++call)
            stage.cloud.quota->count();
        stage.feed.refresh();
        stage.readOn();
        QVERIFY(stage.feed.isComplete());
        QCOMPARE(stage.cloud.reads, 5);
    }

    /// Works also when an hour has fewer calls than a portion, and several hours are needed.
    void aSmallQuota()
    {
        Stage stage(400, 30);
        stage.feed.refresh();
        stage.readOn();
        const auto expected = stage.feed.progress();
        QVERIFY(expected && expected->doneAt > stage.in(1h));
        stage.clock.advance(6h);
        QVERIFY(stage.feed.readAsOf().isValid());
        QCOMPARE(stage.table.rowCount(), 400);
        QCOMPARE(stage.cloud.refusedByQuota, 0);
    }

    void progressBySpeed()
    {
        Stage stage(10'000, 1'000'000);
        stage.cloud.latency = 1s;
        stage.feed.refresh();
        stage.clock.advance(1001ms); // one page is read alone, then 12 at a time
        QCOMPARE(stage.feed.progress()->read, 1);
        stage.clock.advance(25s);
        const ReadingProgress progress = *stage.feed.progress();
        QCOMPARE(progress.read, 1 + 25 * 12);
        QCOMPARE(progress.pages, 1000);
        const auto left = progress.doneAt - stage.clock.utcNow();
        QVERIFY(left > 58s && left < 65s);
        stage.clock.advance(1min);
        QVERIFY(stage.feed.isComplete());
    }

    /// A cluster that disappears during a long reading, and others that therefore appear on no
    /// page, are read by their ids: deleted clusters leave the table, the others stay.
    void whatALongReadingMissed()
    {
        Stage stage(400, 120); // 40 pages: too few calls for a second reading
        stage.showKept(idsFrom(0, 400));
        stage.feed.refresh();
        stage.clock.advance(60ms); // the first page
        QVERIFY(!stage.isFromEarlierRun(id(9)) && stage.isFromEarlierRun(id(10)));
        stage.cloud.clusters.removeAt(0);
        stage.cloud.clusters.removeAt(10); // ehpc-11: its page is not read yet
        stage.readOn();
        QCOMPARE(stage.listed.count(), 1);
        QVERIFY(!stage.feed.isComplete() && !stage.feed.error());
        QVERIFY(stage.feed.readAsOf().isValid() && !stage.feed.asOf().isValid());
        QVERIFY(stage.shows(id(10)) && stage.shows(id(399)));
        QCOMPARE(stage.table.notReadSince(AccountId, {}).size(), 0);
        QVERIFY(!stage.shows(id(11)));
        QCOMPARE(stage.table.rowCount(), 399); // ehpc-0 was read before it disappeared
        QCOMPARE(stage.cloud.reads, 40 + 3);   // ehpc-10, ehpc-11 and one that exists
    }

    /// When the filter finds nothing or everything, a missing cluster is not treated as deleted.
    void aFilterThatCannotBeReliedOn_data()
    {
        QTest::addColumn<bool>("ignores");
        QTest::newRow("ignored") << true;
        QTest::newRow("of another kind of id") << false;
    }
    void aFilterThatCannotBeReliedOn()
    {
        QFETCH(const bool, ignores);
        Stage stage(400, 120);
        stage.cloud.behaviour.ignoresFilters = ignores;
        stage.cloud.behaviour.filtersOtherIds = !ignores;
        stage.showKept(idsFrom(0, 400));
        stage.feed.refresh();
        stage.clock.advance(60ms);
        stage.cloud.clusters.removeAt(0);
        stage.readOn();
        QCOMPARE(stage.listed.count(), 1);
        QVERIFY(stage.shows(id(10)));
        QCOMPARE(stage.table.notReadSince(AccountId, {}).size(), 1);
    }

    /// The visible clusters are read first, but not when the list is short.
    void readFirst_data()
    {
        QTest::addColumn<int>("clusters");
        QTest::addColumn<int>("used"); ///< calls in this hour
        QTest::addColumn<bool>("isRead");
        QTest::newRow("far fewer than pages") << 400 << 50 << true;
        QTest::newRow("a short list") << 30 << 50 << false;
        QTest::newRow("too few calls are left") << 400 << 75 << false;
    }
    void readFirst()
    {
        QFETCH(const int, clusters);
        QFETCH(const int, used);
        QFETCH(const bool, isRead);
        Stage stage(clusters);
        stage.feed.readFirstPage();
        stage.readOn();
        while (stage.cloud.quota->left() > 100 - used)
            stage.cloud.quota->count();
        const int before = stage.cloud.reads;
        stage.feed.readFirst({id(clusters - 1)});
        stage.feed.readFirst({id(clusters - 2)}); // one such reading at a time
        stage.readOn();
        QCOMPARE(stage.cloud.reads - before, isRead ? 1 : 0);
        QCOMPARE(stage.shows(id(clusters - 1)), isRead);
        QVERIFY(!stage.shows(id(clusters - 2)));
        stage.cloud.find(id(clusters - 1))->name = QStringLiteral("later");
        if (!isRead)
            return;
        stage.feed.readFirst({id(clusters - 1)});
        stage.readOn();
        QCOMPARE(stage.table.find({AccountId, id(clusters - 1)})->record.name,
                 QStringLiteral("later"));
    }

    /// Of a long list the clusters that matter are read by their ids before the other pages: also
    /// when an account is opened, and by the automatic listings.
    void whatMattersFirst()
    {
        Stage stage(700);
        stage.showKept({id(650), id(651)});
        stage.feed.setReadFirst([] { return QStringList{id(650), id(651)}; });
        stage.feed.keepFresh(1min);
        stage.feed.refresh(); // how long the list is, is not known yet
        stage.clock.advance(1s);
        QCOMPARE(stage.cloud.readsById, 2);
        QVERIFY(!stage.isFromEarlierRun(id(650)) && !stage.isFromEarlierRun(id(651)));
        QVERIFY(stage.feed.isRefreshing());

        stage.cloud.find(id(650))->name = QStringLiteral("later");
        stage.feed.refresh(); // the listing pauses, and these are read now
        stage.clock.advance(1s);
        QCOMPARE(stage.cloud.readsById, 4);
        QCOMPARE(stage.table.find({AccountId, id(650)})->record.name, QStringLiteral("later"));

        while (stage.feed.isRefreshing())
            stage.clock.advance(10min);
        stage.cloud.readsById = 0;
        while (!stage.feed.isRefreshing())
            stage.clock.advance(10s);
        stage.clock.advance(1s);
        QCOMPARE(stage.cloud.readsById, 2);
        QCOMPARE(stage.cloud.refusedByQuota, 0);
    }

    /// A list without pauses is read in seconds: then the automatic listings make no other calls.
    void aShortListIsOnlyListed()
    {
        Stage stage(400, 2000); // 40 of at most 100 pages
        stage.feed.setReadFirst([] { return QStringList{id(1)}; });
        stage.feed.keepFresh(1min);
        stage.feed.refresh();
        stage.readOn();
        QVERIFY(stage.feed.isComplete());
        stage.clock.advance(1h);
        QVERIFY(stage.listed.count() > 2);
        QCOMPARE(stage.cloud.readsById, 0);
        stage.feed.refresh(); // by the user
        stage.clock.advance(1s);
        QCOMPARE(stage.cloud.readsById, 1);
    }

    /// A cluster read by its id during a pause is newer than the pages: a deleted cluster does not
    /// come back, and a changed cluster does not change back.
    void readByIdInAPause()
    {
        Stage stage(700);
        stage.feed.refresh();
        stage.readOn();
        QVERIFY(stage.feed.isRefreshing());
        stage.cloud.find(id(5))->name = QStringLiteral("later");
        stage.feed.readFirst({id(5), id(5), id(6)});
        stage.clock.advance(1s);
        QCOMPARE(stage.table.find({AccountId, id(5)})->record.name, QStringLiteral("later"));
        stage.cloud.clusters.removeIf(
            [](const ClusterRecord &cluster) { return cluster.id == id(6); });
        stage.feed.readFirst({id(6)});
        stage.clock.advance(1s);
        QVERIFY(!stage.shows(id(6)));
        stage.clock.advance(2h);
        QVERIFY(!stage.feed.isRefreshing() && stage.feed.readAsOf().isValid());
        QVERIFY(!stage.shows(id(6)));
        QCOMPARE(stage.table.find({AccountId, id(5)})->record.name, QStringLiteral("later"));
        // The row that moved across a page boundary was on neither page.
        QCOMPARE(stage.table.rowCount(), 698);
        QVERIFY(!stage.feed.isComplete());
    }

    /// Operations may use all calls during a pause: then the pause becomes longer.
    void callsUsedInAPause()
    {
        Stage stage(700);
        stage.feed.refresh();
        stage.readOn();
        stage.clock.advance(30min);
        while (stage.cloud.quota->left() > 0)
            stage.cloud.quota->count();
        stage.clock.advance(5h);
        QCOMPARE(stage.cloud.refusedByQuota, 0);
        QVERIFY(!stage.feed.isRefreshing() && !stage.feed.error());
        QCOMPARE(stage.table.rowCount(), 700);
    }

    /// Changed settings restart a paused reading.
    void restartedWhileItPauses()
    {
        Stage stage(700);
        stage.feed.refresh();
        stage.readOn();
        QVERIFY(stage.feed.isRefreshing());
        stage.feed.restart();
        stage.clock.advance(5h);
        QVERIFY(stage.feed.readAsOf().isValid());
        QCOMPARE(stage.cloud.refusedByQuota, 0);
        QCOMPARE(stage.listed.count(), 1);
        QCOMPARE(stage.table.rowCount(), 700);
    }
};

QTEST_GUILESS_MAIN(TestClusterFeed)
#include "tst_clusterfeed.moc"

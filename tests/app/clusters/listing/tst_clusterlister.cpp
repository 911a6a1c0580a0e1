// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/listing/clusterfeed.h"
#include "app/clusters/listing/clusterlister.h"
#include "tests/support/manualclock.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace clusterdeck;
using namespace std::chrono_literals;

namespace
{

/// Serves pages computed from the offset and the number of earlier calls.
class PagedApi : public CloudApi
{
public:
    explicit PagedApi(Clock &clock)
        : m_clock(clock)
    {
    }

    std::function<Result<Page<ClusterRecord>>(int offset, int call)> page;
    QList<int> offsets;
    int inFlight = 0;
    int mostInFlight = 0;

    void listAny(const ReadCall &, int offset, QObject *context, Then<AnyPage> then) override
    {
        const int call = int(offsets.size());
        offsets.append(offset);
        mostInFlight = std::max(mostInFlight, ++inFlight);
        m_clock.callLater(10ms, context, [this, offset, call, then = std::move(then)] {
            --inFlight;
            then(page(offset, call));
        });
    }
    void modify(const QString &, const ClusterChange &, QObject *, Then<Accepted>) override {}
    void send(Verb, const QStringList &, QObject *, Then<Accepted>) override {}
    [[nodiscard]] QDateTime serverNow() const override { return m_clock.utcNow(); }

private:
    Clock &m_clock;
};

Page<ClusterRecord> rows(int from, int count, std::optional<int> total)
{
    Page<ClusterRecord> page;
    for (int i = from; i < from + count; ++i) {
        ClusterRecord record;
        record.id = QStringLiteral("ehpc-%1").arg(i);
        page.records.append(record);
    }
    page.rows = count;
    page.total = total;
    return page;
}

Page<ClusterRecord> pageOf(int total, int offset, int size = 100)
{
    return rows(offset, std::clamp(total - offset, 0, size), total);
}

struct Stage {
    ManualClock clock;
    PagedApi api{clock};
    QObject context;
    std::optional<ClusterListing> listing;

    void list()
    {
        listAllClusters(QStringLiteral("a"), api, clock, &context,
                        [this](const ClusterListing &made) { listing = made; });
        clock.advance(1min);
    }
};

} // namespace

class TestClusterLister : public QObject
{
    Q_OBJECT

private slots:
    void allPages_data()
    {
        QTest::addColumn<int>("total");
        QTest::addColumn<int>("calls");
        QTest::newRow("none") << 0 << 1;
        QTest::newRow("one") << 1 << 1;
        QTest::newRow("a full page") << 100 << 1;
        QTest::newRow("one more") << 101 << 2;
        QTest::newRow("1000") << 1000 << 10;
        QTest::newRow("1234") << 1234 << 13;
        QTest::newRow("10000") << 10000 << 100;
    }

    /// All rows are shown, even two whose ids differ only in unreadable bytes. Each of them may be
    /// a cluster that is searched for, so no cluster counts as absent.
    void damagedIds()
    {
        Stage stage;
        stage.api.page = [](int offset, int) {
            Page<ClusterRecord> page = rows(offset, 100, 200);
            page.records[7].id = page.records[8].id = QStringLiteral("ehpc-\uFFFD");
            return page;
        };
        stage.list();
        QVERIFY(stage.listing && !stage.listing->complete);
        QCOMPARE(stage.listing->clusters.size(), 200);
        QSet<QString> ids;
        for (const ClusterRow &row : stage.listing->clusters)
            ids.insert(row.text(&ClusterRecord::id));
        QCOMPARE(ids.size(), 200);
        QCOMPARE(stage.api.offsets.size(), 2); // a second reading would give the same rows
    }

    void allPages()
    {
        QFETCH(int, total);
        QFETCH(int, calls);
        Stage stage;
        stage.api.page = [&](int offset, int) { return pageOf(total, offset); };
        stage.list();
        QVERIFY(stage.listing && stage.listing->complete);
        QCOMPARE(stage.listing->clusters.size(), total);
        QCOMPARE(stage.api.offsets.size(), calls);
        // Six requests run at a time, six more wait in the queue: see ApiClient.
        QCOMPARE(stage.api.mostInFlight, std::clamp(calls - 1, 1, 12));
        for (int i = 0; i < total; ++i)
            QCOMPARE(stage.listing->clusters.at(i).text(&ClusterRecord::id),
                     QStringLiteral("ehpc-%1").arg(i));
    }

    /// Each page is reported when it arrives, and proves nothing about the rest.
    void tellsOfItsParts()
    {
        Stage stage;
        stage.api.page = [](int offset, int) { return pageOf(250, offset); };
        QList<ClusterListing> parts;
        listAllClusters(QStringLiteral("a"), stage.api, stage.clock, &stage.context,
                        [&](const ClusterListing &made) { stage.listing = made; },
                        {.part = [&](const ClusterListing &part) {
                            QVERIFY(!stage.listing);
                            parts.append(part);
                        }});
        stage.clock.advance(1min);
        QVERIFY(stage.listing && stage.listing->complete);
        QCOMPARE(parts.size(), 3);
        QSet<QByteArray> told;
        for (const ClusterListing &part : std::as_const(parts)) {
            QVERIFY(!part.complete);
            QCOMPARE(part.account, QStringLiteral("a"));
            QCOMPARE(part.asOf, stage.listing->asOf);
            for (const ClusterRow &cluster : part.clusters)
                told.insert(cluster.idBytes().toByteArray());
        }
        QCOMPARE(told.size(), 250);
    }

    void theFirstPageGoesAlone()
    {
        Stage stage;
        stage.api.page = [](int offset, int) { return pageOf(1000, offset); };
        listAllClusters(QStringLiteral("a"), stage.api, stage.clock, &stage.context,
                        [](const auto &) {});
        stage.clock.advance(5ms);
        QCOMPARE(stage.api.inFlight, 1);
        stage.clock.advance(6ms);
        QCOMPARE(stage.api.inFlight, 9);
    }

    void smallerPagesThanAsked()
    {
        Stage stage;
        stage.api.page = [](int offset, int) { return pageOf(170, offset, 50); };
        stage.list();
        QVERIFY(stage.listing->complete);
        QCOMPARE(stage.listing->clusters.size(), 170);
        QCOMPARE(stage.api.offsets, (QList<int>{0, 50, 100, 150}));
    }

    void withoutATotal()
    {
        Stage stage;
        stage.api.page = [](int offset, int) {
            Page<ClusterRecord> page = pageOf(230, offset);
            page.total.reset();
            return page;
        };
        stage.list();
        QVERIFY(stage.listing->complete);
        QCOMPARE(stage.listing->clusters.size(), 230);
    }

    void aFailedPage_data()
    {
        QTest::addColumn<int>("failing");
        QTest::newRow("first") << 0;
        QTest::newRow("second") << 100;
        QTest::newRow("last") << 900;
    }

    void aFailedPage()
    {
        QFETCH(int, failing);
        Stage stage;
        stage.api.page = [&](int offset, int) -> Result<Page<ClusterRecord>> {
            if (offset == failing)
                return errorForCode(5000);
            return pageOf(1000, offset);
        };
        stage.list();
        QVERIFY(!stage.listing->complete);
        QCOMPARE(stage.listing->error->kind, ErrorKind::ServerFault);
        if (failing > 0)
            QVERIFY(stage.listing->clusters.size() >= 100);
    }

    /// When a cluster disappears between two pages, the rows after it move up and one row is never
    /// shown. Only a second reading without contradiction counts as complete.
    void pagesThatShifted()
    {
        Stage stage;
        stage.api.page = [](int offset, int call) {
            if (call == 0)
                return pageOf(150, 0);
            if (call == 1)
                return rows(101, 49, 149); // ehpc-100 is on neither page
            return pageOf(149, offset);
        };
        stage.list();
        QVERIFY(stage.listing->complete);
        QCOMPARE(stage.api.offsets.size(), 4);
        QCOMPARE(stage.listing->clusters.size(), 149);
    }

    void duplicatesAreMergedAndDistrusted()
    {
        Stage stage;
        stage.api.page = [](int offset, int call) {
            if (call == 1)
                return rows(99, 50, 150); // one row twice
            return pageOf(150, offset);
        };
        stage.list();
        QVERIFY(stage.listing->complete);
        QCOMPARE(stage.listing->clusters.size(), 150);
        QCOMPARE(stage.api.offsets.size(), 4);
    }

    /// A server that always shows a row twice on a page is trusted after two equal readings.
    void standingDuplicates()
    {
        Stage stage;
        stage.api.page = [](int offset, int) {
            Page<ClusterRecord> page = pageOf(149, offset);
            page.total = 150;
            if (offset == 0)
                return page;
            page.records.append(page.records.constLast());
            ++page.rows;
            return page;
        };
        stage.list();
        QVERIFY(stage.listing->complete);
        QCOMPARE(stage.listing->clusters.size(), 149);
        QSet<QString> ids;
        for (const ClusterRow &cluster : std::as_const(stage.listing->clusters))
            ids.insert(cluster.text(&ClusterRecord::id));
        QCOMPARE(ids.size(), 149);
    }

    /// Servers with several copies of the list answer each page from another copy, in the same way
    /// each time: a missing row may exist.
    void standingShift_data()
    {
        QTest::addColumn<int>("from"); // first row of the second page
        QTest::addColumn<int>("total");
        QTest::newRow("a row on both pages") << 99 << 150;
        QTest::newRow("another total") << 101 << 149;
    }

    void standingShift()
    {
        QFETCH(const int, from);
        QFETCH(const int, total);
        Stage stage;
        stage.api.page = [=](int offset, int) {
            return offset == 0 ? pageOf(150, 0) : rows(from, total - 100, total);
        };
        stage.list();
        QVERIFY(!stage.listing->complete && !stage.listing->error);
        QCOMPARE(stage.listing->clusters.size(), 149);
        QCOMPARE(stage.api.offsets.size(), 6); // three readings, no more
    }

    /// A total on the first page only is no contradiction. A row on two pages hides no other row
    /// when the number of rows equals the total.
    void standingOverlap_data()
    {
        QTest::addColumn<bool>("counts"); // a total on each page
        QTest::addColumn<int>("from");
        QTest::newRow("a total on the first page alone") << false << 100;
        QTest::newRow("the last page begins earlier") << true << 90;
    }

    void standingOverlap()
    {
        QFETCH(const bool, counts);
        QFETCH(const int, from);
        Stage stage;
        stage.api.page = [=](int offset, int) {
            Page<ClusterRecord> page =
                offset == 0 ? pageOf(150, 0) : rows(from, 150 - from, std::nullopt);
            if (counts)
                page.total = 150;
            return page;
        };
        stage.list();
        QVERIFY(stage.listing->complete);
        QCOMPARE(stage.listing->clusters.size(), 150);
    }

    /// A server whose total is too large is trusted after two equal readings.
    void standingCount()
    {
        Stage stage;
        stage.api.page = [](int offset, int) {
            Page<ClusterRecord> page = pageOf(149, offset);
            page.total = 152;
            return page;
        };
        stage.list();
        QVERIFY(stage.listing->complete);
        QCOMPARE(stage.listing->clusters.size(), 149);
        QCOMPARE(stage.api.offsets.size(), 4);
    }

    void neverAgreeing()
    {
        Stage stage;
        stage.api.page = [](int offset, int call) {
            return offset == 0 ? pageOf(150, 0) : rows(100 + call, 50, 150 - call);
        };
        stage.list();
        QVERIFY(!stage.listing->complete);
        QVERIFY(!stage.listing->error);
        QCOMPARE(stage.api.offsets.size(), 6); // three readings, no more
    }

    void aRowWithoutAnIdMakesItIncomplete()
    {
        Stage stage;
        stage.api.page = [](int, int) {
            Page<ClusterRecord> page = rows(0, 3, 4);
            page.rows = 4;
            return page;
        };
        stage.list();
        QVERIFY(!stage.listing->complete);
        QCOMPARE(stage.listing->clusters.size(), 3);
    }

    void aListWithoutEndIsLeft()
    {
        Stage stage;
        stage.api.page = [](int offset, int) {
            Page<ClusterRecord> page = rows(offset, 100, std::nullopt);
            return page;
        };
        stage.list();
        QVERIFY(stage.listing);
        QVERIFY(!stage.listing->complete);
    }

    /// The first page is reported at once, because the table is still empty; later pages are
    /// combined.
    void theFeedTellsByHandfuls()
    {
        Stage stage;
        stage.api.page = [](int offset, int) { return pageOf(40000, offset); };
        ClusterFeed feed(QStringLiteral("a"), stage.api, stage.clock);
        QSignalSpy listed(&feed, &ClusterFeed::listed);
        QList<qsizetype> parts;
        QSet<QByteArray> told;
        connect(&feed, &ClusterFeed::arrived, this, [&](const ClusterListing &part) {
            QVERIFY(!part.complete && part.account == QStringLiteral("a"));
            parts.append(part.clusters.size());
            for (const ClusterRow &row : part.clusters) {
                QVERIFY(!told.contains(row.idBytes().toByteArray())); // not twice
                told.insert(row.idBytes().toByteArray());
            }
        });
        for (int round = 0; round < 2; ++round) {
            parts.clear();
            told.clear();
            feed.refresh();
            // Twelve pages arrive every 10 ms.
            stage.clock.advance(1s);
            QCOMPARE(listed.count(), round + 1);
            QCOMPARE(parts.value(0), 100);
            QCOMPARE(parts.size(), 4); // at once, after 150 ms, after 300 ms, and the rest
        }
    }

    /// Reading ten thousand clusters every minute would take 6,000 calls an hour; only 2,000 are
    /// allowed.
    void theFeedLivesWithinItsMeans()
    {
        Stage stage;
        stage.api.page = [](int offset, int) { return pageOf(10000, offset); };
        ClusterFeed feed(QStringLiteral("a"), stage.api, stage.clock);
        feed.keepFresh(60s);
        QCOMPARE(feed.interval(), 60s);
        feed.refresh();
        for (int minute = 0; minute < 60; ++minute)
            stage.clock.advance(1min);
        const int most = sharesOf(DocumentedCallsAnHour).listings;
        QVERIFY(stage.api.offsets.size() > most / 2);
        QVERIFY(stage.api.offsets.size() <= most + 100);
        QVERIFY(feed.interval() > 9min);
    }

    void theFeedKeepsFresh()
    {
        Stage stage;
        stage.api.page = [](int offset, int) { return pageOf(3, offset); };
        ClusterFeed feed(QStringLiteral("a"), stage.api, stage.clock);
        QSignalSpy listed(&feed, &ClusterFeed::listed);
        feed.keepFresh(60s);
        feed.refresh();
        feed.refresh(); // a refresh is already under way
        stage.clock.advance(1s);
        QCOMPARE(listed.count(), 1);
        QVERIFY(feed.isComplete() && feed.asOf().isValid());
        stage.clock.advance(60s);
        QCOMPARE(listed.count(), 2);

        const QDateTime good = feed.asOf();
        stage.api.page = [](int, int) -> Result<Page<ClusterRecord>> { return errorForCode(1200); };
        stage.clock.advance(60s);
        QCOMPARE(listed.count(), 3);
        QCOMPARE(feed.asOf(), good);
        QCOMPARE(feed.error()->kind, ErrorKind::Unauthorized);
    }
};

QTEST_GUILESS_MAIN(TestClusterLister)
#include "tst_clusterlister.moc"

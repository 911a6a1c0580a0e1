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

/// Serves pages as a function of offset and of how many calls came before.
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
    void modify(const QString &, const QString &, const QString &, QObject *,
                Then<Accepted>) override
    {
    }
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

    /// They are all shown, also two that differ only where they cannot be read; but whatever one of
    /// them is, it may be the one that is missed, so that nothing counts as absent.
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
        QCOMPARE(stage.api.offsets.size(), 2); // to read it again would bring the same
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
        // Six are on their way at a time, as many more wait for their turn: see ApiClient.
        QCOMPARE(stage.api.mostInFlight, std::clamp(calls - 1, 1, 12));
        for (int i = 0; i < total; ++i)
            QCOMPARE(stage.listing->clusters.at(i).text(&ClusterRecord::id),
                     QStringLiteral("ehpc-%1").arg(i));
    }

    /// Every page is told of as it comes, and proves nothing about the rest.
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

    /// A cluster goes between two pages: everything behind it moves up, and one is never shown.
    /// Only a second reading that agrees with itself may be called complete.
    void pagesThatShifted()
    {
        Stage stage;
        stage.api.page = [](int offset, int call) {
            if (call == 0)
                return pageOf(150, 0);
            if (call == 1)
                return rows(101, 49, 149); // ehpc-100 slipped through
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

    /// A server that always shows a row twice on one page is believed once it has shown the same
    /// twice.
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

    /// Servers with several copies of the list answer each page from another one, again and again
    /// in the same way: what is missing may be there.
    void standingShift_data()
    {
        QTest::addColumn<int>("from"); // row at which the second page begins
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

    /// A total on the first page alone is no other total; rows on two pages hide nothing where all
    /// that are counted are there.
    void standingOverlap_data()
    {
        QTest::addColumn<bool>("counts"); // on each page
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

    /// One that counts what it does not show is believed once it has shown the same twice.
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

    /// The first page at once, since somebody looks at an empty table; then by handfuls.
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
            // Twelve pages come every 10 ms.
            stage.clock.advance(1s);
            QCOMPARE(listed.count(), round + 1);
            QCOMPARE(parts.value(0), 100);
            QCOMPARE(parts.size(), 4); // at once, after 150 ms, after 300 ms, and the rest
        }
    }

    /// Ten thousand clusters a minute would be 6,000 calls an hour, of 2,000 that there are.
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
        feed.refresh(); // one is under way already
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/listing/clusterreader.h"
#include "tests/app/operations/simcloud.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace clusterdeck;
using namespace std::chrono_literals;

namespace
{

QString id(int number)
{
    return QStringLiteral("ehpc-%1").arg(number);
}

/// A cloud with the clusters 0 to `clusters` - 1 in pages of 100, and its reader.
struct Stage {
    ManualClock clock;
    SimCloud cloud{clock};
    ClusterReader reader{QStringLiteral("a"), cloud, clock};
    std::unique_ptr<QObject> context = std::make_unique<QObject>();
    int answers = 0;

    explicit Stage(int clusters)
    {
        for (int i = 0; i < clusters; ++i)
            cloud.add(id(i));
    }

    ClusterListing read(const QStringList &ids)
    {
        ClusterListing read;
        answers = 0;
        cloud.reads = 0;
        reader.read(ids, context.get(), [&](const ClusterListing &listing) {
            ++answers;
            read = listing;
        });
        clock.advance(1min);
        return read;
    }
};

QStringList idsIn(const ClusterListing &listing)
{
    QStringList ids;
    for (const ClusterRow &row : listing.clusters)
        ids.append(row.text(&ClusterRecord::id));
    ids.sort();
    return ids;
}

Page<ClusterRecord> page(const QStringList &ids, int rows, std::optional<int> total)
{
    Page<ClusterRecord> page;
    for (const QString &each : ids) {
        ClusterRecord record;
        record.id = each;
        page.records.append(record);
    }
    page.rows = rows;
    page.total = total;
    return page;
}

} // namespace

class TestClusterReader : public QObject
{
    Q_OBJECT

private slots:
    void oneAnswer_data()
    {
        QTest::addColumn<QStringList>("ids");
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("total"); ///< -1: none
        QTest::addColumn<FoundById>("found");
        const auto row = [](const char *name, const QStringList &ids, int rows, int total,
                            FoundById found) {
            QTest::newRow(name) << ids << rows << total << found;
        };
        row("it", {id(1)}, 1, 1, FoundById::Yes);
        row("it, no total", {id(1)}, 1, -1, FoundById::Yes);
        row("nothing", {}, 0, 0, FoundById::No);
        row("nothing, no total", {}, 0, -1, FoundById::No);
        row("nothing of one", {}, 0, 1, FoundById::Unclear);
        row("it of many", {id(1)}, 1, 400, FoundById::Unclear);
        row("it twice", {id(1), id(1)}, 2, 2, FoundById::Unclear);
        row("a row that cannot be read", {}, 1, 1, FoundById::Unclear);
        row("it and a row that cannot be read", {id(1)}, 2, 2, FoundById::Unclear);
        row("another", {id(2)}, 1, 1, FoundById::Ignored);
        row("in another case", {id(1).toUpper()}, 1, 1, FoundById::Ignored);
        row("it and another", {id(1), id(10)}, 2, 2, FoundById::Ignored);
        row("the first page", {id(2), id(3)}, 2, 400, FoundById::Ignored);
    }

    void oneAnswer()
    {
        QFETCH(const QStringList, ids);
        QFETCH(const int, rows);
        QFETCH(const int, total);
        QFETCH(const FoundById, found);
        const auto answer = page(ids, rows, total < 0 ? std::nullopt : std::optional(total));
        QCOMPARE(foundById(id(1), answer), found);
    }

    void fewestCalls_data()
    {
        QTest::addColumn<int>("clusters");
        QTest::addColumn<int>("asked");
        QTest::addColumn<int>("first"); ///< calls of the first reading
        QTest::addColumn<int>("later");
        QTest::newRow("1 of 0") << 0 << 1 << 1 << 1;
        QTest::newRow("1 of 60") << 60 << 1 << 1 << 1;
        QTest::newRow("1 of 150") << 150 << 1 << 2 << 1;
        QTest::newRow("1 of 5,000") << 5000 << 1 << 2 << 1;
        QTest::newRow("10 of 10,000") << 10000 << 10 << 11 << 10;
        QTest::newRow("20 of 2,000") << 2000 << 20 << 20 << 20;
        QTest::newRow("200 of 2,000") << 2000 << 200 << 20 << 20;
    }

    void fewestCalls()
    {
        QFETCH(const int, clusters);
        QFETCH(const int, asked);
        QFETCH(const int, first);
        QFETCH(const int, later);
        Stage stage(clusters);
        QStringList ids;
        for (int i = 0; i < asked; ++i)
            ids.append(id(i * 7));
        for (const int calls : {first, later, later}) {
            const ClusterListing listing = stage.read(ids);
            QCOMPARE(stage.answers, 1);
            QCOMPARE(stage.cloud.reads, calls);
            QCOMPARE(stage.reader.callsFor(asked), later);
            QVERIFY(listing.byId != listing.complete);
            QVERIFY(clusters == 0 || idsIn(listing).contains(ids.constFirst()));
        }
    }

    /// A cluster that the filter returned earlier and does not return now is gone. For other
    /// clusters nothing is stated.
    void whatIsMissing()
    {
        Stage stage(500);
        const ClusterListing first = stage.read({id(1), QStringLiteral("ehpc-other")});
        QVERIFY(!first.complete);
        QVERIFY(first.hasReturnedById({id(1)}) && !first.hasReturnedById({id(1), id(2)}));
        stage.cloud.clusters.removeIf([](const auto &cluster) { return cluster.id == id(1); });
        const ClusterListing listing = stage.read({id(1), id(2), QStringLiteral("ehpc-other")});
        QCOMPARE(idsIn(listing), QStringList{id(2)});
        QCOMPARE(listing.absent, QSet<QString>{id(1)});
        QCOMPARE(listing.notFound, QSet<QString>{QStringLiteral("ehpc-other")});
        QVERIFY(listing.lacks(id(1)) && !listing.lacks(QStringLiteral("ehpc-other")));
    }

    void knownOfAnEarlierRun()
    {
        Stage stage(500);
        stage.reader.noteReturned({QStringLiteral("ehpc-gone")});
        (void)stage.read({id(1)}); // learns the number of pages
        QVERIFY(stage.read({QStringLiteral("ehpc-gone")}).lacks(QStringLiteral("ehpc-gone")));
    }

    /// Then all pages are read, and the next reading does so at once.
    void theFilterIsIgnored()
    {
        Stage stage(500);
        stage.cloud.behaviour.ignoresFilters = true;
        const ClusterListing listing = stage.read({id(1), id(2)});
        QCOMPARE(stage.answers, 1);
        QVERIFY(listing.complete && !listing.byId);
        QCOMPARE(listing.clusters.size(), 500);
        QVERIFY(!listing.hasReturnedById({id(1)}));
        QVERIFY(stage.read({id(1), id(2)}).complete);
        QCOMPARE(stage.cloud.reads, 5);
        QCOMPARE(stage.reader.callsFor(1), 5);
    }

    /// The service answers that there is no such cluster.
    void refusedAsUnknown()
    {
        Stage stage(500);
        (void)stage.read({id(1)});
        stage.cloud.faultOfList = [] { return std::optional(refusal(2100)); };
        const ClusterListing listing = stage.read({id(1), id(2)});
        QCOMPARE(listing.absent, QSet<QString>{id(1)});
        QCOMPARE(listing.notFound, QSet<QString>{id(2)});
    }

    /// A filter that has never returned a cluster may use other ids than the list.
    void nothingIsFound()
    {
        Stage stage(500);
        const ClusterListing nothing = stage.read({QStringLiteral("ehpc-other")});
        QVERIFY(nothing.complete && nothing.lacks(QStringLiteral("ehpc-other")));
        QCOMPARE(stage.cloud.reads, 1 + 1 + 5);
        stage.cloud.behaviour.filtersOtherIds = true;
        QVERIFY(stage.read({id(1), id(2)}).complete);
        QCOMPARE(stage.answers, 1);
        (void)stage.read({id(1), id(2)});
        QCOMPARE(stage.cloud.reads, 5); // the filter is not used again
    }

    /// The other clusters are read.
    void oneFails()
    {
        Stage stage(500);
        (void)stage.read({id(1)});
        int asked = 0;
        stage.cloud.faultOfList = [&]() -> std::optional<ApiError> {
            return ++asked == 2 ? std::optional(refusal(5000)) : std::nullopt;
        };
        const ClusterListing listing = stage.read({id(1), id(2), id(3)});
        QCOMPARE(stage.answers, 1);
        QCOMPARE(idsIn(listing), (QStringList{id(1), id(3)}));
        QVERIFY(listing.error && listing.error->retCode == 5000);
        QVERIFY(listing.absent.isEmpty() && listing.notFound.isEmpty());
    }

    void endsWithItsContext()
    {
        Stage stage(500);
        (void)stage.read({id(1)});
        int answers = 0;
        stage.reader.read({id(1), id(2)}, stage.context.get(), [&](const auto &) { ++answers; });
        stage.context.reset();
        stage.clock.advance(1min);
        QCOMPARE(answers, 0);
    }
};

QTEST_GUILESS_MAIN(TestClusterReader)
#include "tst_clusterreader.moc"

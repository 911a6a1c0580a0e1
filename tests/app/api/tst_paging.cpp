// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/paging.h"

#include <QTest>

using namespace clusterdeck;

namespace
{

constexpr auto More = PageEnd::More;
constexpr auto Last = PageEnd::Last;
constexpr auto Missing = PageEnd::Missing;

/// The rows of a server and its paging.
struct Server {
    int rows = 0;
    int pageSize = 100;
    bool countsAll = true;
    int claimsMore = 0; ///< rows in the total that no page contains
};

/// The requests and the result of reading everything, with the oldest request answered first.
struct Asked {
    QList<int> offsets;
    int mostAtOnce = 0;
    PageEnd end = More;
    bool consistent = false;

    bool operator==(const Asked &) const = default;
};

Asked readAll(const Server &server, Paging paging)
{
    Asked asked;
    QList<int> underWay;
    do {
        while (const auto offset = paging.next()) {
            underWay += *offset;
            asked.offsets += *offset;
        }
        asked.mostAtOnce = std::max(asked.mostAtOnce, int(underWay.size()));
        const int offset = underWay.takeFirst();
        paging.came(offset, std::clamp(server.rows - offset, 0, server.pageSize),
                    server.countsAll ? std::optional(server.rows + server.claimsMore)
                                     : std::nullopt);
    } while (!paging.isOver());
    asked.end = paging.end();
    asked.consistent = paging.isConsistent();
    return asked;
}

} // namespace

class TestPaging : public QObject
{
    Q_OBJECT

private slots:
    void ends_data()
    {
        QTest::addColumn<int>("read");
        QTest::addColumn<int>("rows");
        QTest::addColumn<std::optional<int>>("total");
        QTest::addColumn<PageEnd>("end");
        const auto row = [](const char *name, int read, int rows, std::optional<int> total,
                            PageEnd end) { QTest::newRow(name) << read << rows << total << end; };
        row("nothing", 0, 0, 0, Last);
        row("all", 3, 3, 3, Last);
        row("more than counted", 4, 4, 3, Last);
        row("some", 50, 50, 51, More);
        row("the end", 250, 50, 250, Last);
        row("empty before the end", 100, 0, 250, Missing);
        row("empty at once", 0, 0, 1, Missing);
        row("empty behind the end", 300, 0, 250, Last);
        row("no total, full", 100, 100, {}, More);
        row("no total, over-full", 150, 150, {}, More);
        row("no total, not full", 199, 99, {}, Last);
        row("no total, empty", 100, 0, {}, Last);
    }

    void ends()
    {
        QFETCH(int, read);
        QFETCH(int, rows);
        QFETCH(std::optional<int>, total);
        QTEST(endOf(read, rows, total), "end");
    }

    void wholeLists_data()
    {
        QTest::addColumn<Server>("server");
        QTest::addColumn<Asked>("oneByOne");
        QTest::addColumn<Asked>("together"); // three at a time
        const auto row = [](const char *name, const Server &server, const Asked &oneByOne,
                            const Asked &together) {
            QTest::newRow(name) << server << oneByOne << together;
        };
        const auto both = [&](const char *name, const Server &server, const Asked &asked) {
            row(name, server, asked, asked);
        };
        both("nothing", {0}, {{0}, 1, Last, true});
        both("one page", {100}, {{0}, 1, Last, true});
        both("one row more", {101}, {{0, 100}, 1, Last, true});
        row("five pages", {430}, {{0, 100, 200, 300, 400}, 1, Last, true},
            {{0, 100, 200, 300, 400}, 3, Last, true});
        row("small pages", {170, 50}, {{0, 50, 100, 150}, 1, Last, true},
            {{0, 50, 100, 150}, 3, Last, true});
        both("no total", {230, 100, false}, {{0, 100, 200}, 1, Last, true});
        both("no total, full pages", {200, 100, false}, {{0, 100, 200}, 1, Last, true});
        // One by one, the missing rows are searched for; in parallel, the totals contradict each
        // other.
        row("counts too many", {150, 100, true, 40}, {{0, 100, 150}, 1, Missing, false},
            {{0, 100}, 1, Last, false});
        row("counts and gives none", {0, 100, true, 150}, {{0}, 1, Missing, false},
            {{0, 100}, 1, Last, false});
    }

    void wholeLists()
    {
        QFETCH(Server, server);
        QFETCH(Asked, oneByOne);
        QFETCH(Asked, together);
        constexpr int Enough = 2000;
        for (const auto &[asked, expected] :
             {std::pair(readAll(server, Paging()), oneByOne),
              std::pair(readAll(server, Paging(0, Enough, 3)), together)}) {
            QCOMPARE(asked.offsets, expected.offsets);
            QCOMPARE(asked.mostAtOnce, expected.mostAtOnce);
            QCOMPARE(asked.end, expected.end);
            QCOMPARE(asked.consistent, expected.consistent);
        }
    }

    void fromARowOn()
    {
        Paging paging(130);
        QCOMPARE(paging.next(), 130);
        QVERIFY(!paging.hasNext() && !paging.isOver()); // one is under way
        paging.came(130, 70, 250);
        QCOMPARE(paging.read(), 200);
        QCOMPARE(paging.next(), 200);
        paging.came(200, 50, 250);
        QVERIFY(paging.isOver());
    }

    void noMorePagesThanSaid()
    {
        for (const int atOnce : {1, 3}) {
            const Asked asked = readAll({1000}, Paging(0, 4, atOnce));
            QCOMPARE(asked.offsets, (QList<int>{0, 100, 200, 300}));
            QCOMPARE(asked.end, More);
            QVERIFY(!asked.consistent);
        }
    }

    void aTotalThatChanges()
    {
        Paging paging;
        (void)paging.next();
        paging.came(0, 100, 150);
        (void)paging.next();
        paging.came(100, 49, 149);
        QCOMPARE(paging.end(), Last);
        QVERIFY(!paging.isConsistent());
    }

    /// Requests under way are awaited, and no further request is made. The rows read so far stay
    /// known.
    void aPageThatFails()
    {
        Paging paging(0, 10, 2);
        (void)paging.next();
        paging.came(0, 100, 1000);
        QCOMPARE(paging.next(), 100);
        QCOMPARE(paging.next(), 200);
        paging.failed();
        QVERIFY(!paging.hasNext() && !paging.isOver());
        paging.came(200, 100, 1000);
        QVERIFY(paging.isOver());

        Paging oneByOne;
        (void)oneByOne.next();
        oneByOne.came(0, 100, 1000);
        (void)oneByOne.next();
        oneByOne.failed();
        QVERIFY(oneByOne.isOver());
        QCOMPARE(oneByOne.read(), 100);
    }
};

QTEST_APPLESS_MAIN(TestPaging)
#include "tst_paging.moc"

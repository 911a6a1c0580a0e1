// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/listing/readingorder.h"

#include <QTest>

using namespace clusterdeck;

class TestReadingOrder : public QObject
{
    Q_OBJECT

private slots:
    void order_data();
    void order();
};

void TestReadingOrder::order_data()
{
    // Ids of the account "a", and of "b" if they begin with "b".
    QTest::addColumn<QStringList>("underWay");
    QTest::addColumn<QStringList>("selected");
    QTest::addColumn<QStringList>("shown");
    QTest::addColumn<int>("most");
    QTest::addColumn<QStringList>("expected");
    using L = QStringList;
    const auto row = [](const char *name, const L &underWay, const L &selected, const L &shown,
                        int most, const L &expected) {
        QTest::newRow(name) << underWay << selected << shown << most << expected;
    };
    row("none", {}, {}, {}, 100, {});
    row("under way, selected, shown", {"9"}, {"5"}, {"3", "4"}, 100, {"9", "5", "3", "4"});
    row("each once", {"4", "5"}, {"5", "6"}, {"3", "4", "6"}, 100, {"4", "5", "6", "3"});
    row("under way by id", {"3", "1", "2"}, {}, {}, 100, {"1", "2", "3"});
    row("rows from top to bottom", {}, {}, {"3", "1", "2"}, 100, {"3", "1", "2"});
    row("selected before shown", {}, {"4", "3", "1"}, {"7", "4", "3"}, 100, {"4", "3", "1", "7"});
    row("of this account only", {"b1", "2"}, {"b2", "3"}, {"b3", "4"}, 100, {"2", "3", "4"});
    row("at most so many", {"1"}, {"2", "3"}, {"4"}, 2, {"1", "2"});
    row("others take no place", {"b1"}, {"b2"}, {"4", "b3", "5"}, 2, {"4", "5"});
    row("no call is left", {"1"}, {"2"}, {"3"}, 0, {});
}

void TestReadingOrder::order()
{
    QFETCH(const QStringList, underWay);
    QFETCH(const QStringList, selected);
    QFETCH(const QStringList, shown);
    QFETCH(const int, most);
    const auto keysOf = [](const QStringList &ids) {
        QList<ClusterKey> keys;
        for (const QString &id : ids)
            keys.append({id.startsWith(u'b') ? QStringLiteral("b") : QStringLiteral("a"), id});
        return keys;
    };
    const QList<ClusterKey> keys = keysOf(underWay);
    const AttendedClusters attended{{keys.begin(), keys.end()}, keysOf(selected), keysOf(shown)};
    QTEST(readingOrder(attended, QStringLiteral("a"), most), "expected");
}

QTEST_APPLESS_MAIN(TestReadingOrder)
#include "tst_readingorder.moc"

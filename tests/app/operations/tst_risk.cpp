// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/risk.h"

#include <QTest>

using namespace clusterdeck;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(RiskFacts)

namespace
{

RiskFacts plain(bool stopped = true, std::optional<int> nodes = 1)
{
    return {{}, stopped, nodes};
}

RiskFacts flagged(RiskFlag flag)
{
    return {flag, true, 1};
}

QList<RiskFacts> times(int count, const RiskFacts &facts)
{
    return QList<RiskFacts>(count, facts);
}

} // namespace

/// The table of product.md §4, row by row.
class TestRisk : public QObject
{
    Q_OBJECT

private slots:
    void table_data()
    {
        QTest::addColumn<QList<RiskFacts>>("items");
        QTest::addColumn<int>("tier");
        QTest::addColumn<int>("grace");
        QTest::newRow("one stopped") << times(1, plain()) << 0 << 5;
        QTest::newRow("one active") << times(1, plain(false)) << 1 << 10;
        QTest::newRow("one with jobs") << times(1, flagged(RiskFlag::HasJobs)) << 2 << 10;
        QTest::newRow("one prepaid") << times(1, flagged(RiskFlag::Prepaid)) << 2 << 10;
        QTest::newRow("one shared") << times(1, flagged(RiskFlag::Shared)) << 2 << 10;
        QTest::newRow("one of somebody else") << times(1, flagged(RiskFlag::NotMine)) << 2 << 10;
        QTest::newRow("one last on its mount")
            << times(1, flagged(RiskFlag::LastOnMount)) << 2 << 10;
        QTest::newRow("one with an unknown fact")
            << times(1, flagged(RiskFlag::Unknown)) << 2 << 10;
        QTest::newRow("two") << times(2, plain()) << 2 << 10;
        QTest::newRow("four") << times(4, plain(false)) << 2 << 10;
        QTest::newRow("four, one flagged")
            << times(3, plain()) + times(1, flagged(RiskFlag::Prepaid)) << 2 << 10;
        QTest::newRow("two flagged") << times(2, flagged(RiskFlag::Shared)) << 3 << 20;
        QTest::newRow("five") << times(5, plain()) << 3 << 20;
        QTest::newRow("nineteen") << times(19, plain()) << 3 << 20;
        QTest::newRow("twenty") << times(20, plain()) << 3 << 30;
        QTest::newRow("50 nodes") << times(1, plain(true, 50)) << 0 << 5;
        QTest::newRow("51 nodes") << times(1, plain(true, 51)) << 3 << 20;
        QTest::newRow("51 nodes in two") << QList{plain(true, 50), plain(true, 1)} << 3 << 20;
    }

    void table()
    {
        QFETCH(QList<RiskFacts>, items);
        QFETCH(int, tier);
        QFETCH(int, grace);
        const Friction friction = frictionFor(Verb::Delete, items);
        QCOMPARE(friction.tier, tier);
        QCOMPARE(friction.typed, tier >= 2);
        QCOMPARE(friction.tick, tier == 3);
        QCOMPARE(friction.grace, std::chrono::seconds(grace));
    }

    /// More items and more flags never ask for less.
    void neverFalls()
    {
        for (int count = 1; count <= 25; ++count) {
            for (int marked = 0; marked <= count; ++marked) {
                const QList<RiskFacts> items =
                    times(marked, flagged(RiskFlag::HasJobs)) + times(count - marked, plain());
                const Friction friction = frictionFor(Verb::Delete, items);
                const Friction more = frictionFor(Verb::Delete, items + times(1, plain()));
                QVERIFY(more.tier >= friction.tier);
                QVERIFY(more.grace >= friction.grace);
            }
        }
    }

    void stopAndStartStayLow()
    {
        QCOMPARE(frictionFor(Verb::Stop, times(1, plain(false))).tier, 0);
        QCOMPARE(frictionFor(Verb::Start, times(1, plain())).tier, 0);
        QCOMPARE(frictionFor(Verb::Stop, times(200, flagged(RiskFlag::HasJobs))).tier, 1);
        QVERIFY(!frictionFor(Verb::Stop, times(200, plain())).typed);
    }
};

QTEST_APPLESS_MAIN(TestRisk)
#include "tst_risk.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/plan/risk.h"

#include <QTest>

using namespace clusterdeck;
using namespace std::chrono_literals;

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

/// What each tier asks for, and which facts lead to it, row by row.
class TestRisk : public QObject
{
    Q_OBJECT

private slots:
    void table_data()
    {
        QTest::addColumn<QList<RiskFacts>>("items");
        QTest::addColumn<int>("tier");
        QTest::addColumn<int>("undoWindow");
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
        constexpr int Most = std::numeric_limits<int>::max();
        QTest::newRow("two whose nodes are more than an int holds")
            << times(2, plain(true, 1'500'000'000)) << 3 << 20;
        QTest::newRow("four that wrap around to few")
            << QList{plain(true, Most), plain(true, Most), plain(true, 2), plain(true, 1)} << 3
            << 20;
        QTest::newRow("one of fewer than none") << times(1, plain(true, -1)) << 3 << 20;
        QTest::newRow("fewer than none beside many")
            << QList{plain(true, 60), plain(true, -60)} << 3 << 20;
        QTest::newRow("one of more than there can be")
            << times(1, plain(true, 1'000'001)) << 3 << 20;
        QTest::newRow("one that looks locked")
            << times(1, flagged(RiskFlag::LooksLocked)) << 2 << 10;
    }

    void table()
    {
        QFETCH(QList<RiskFacts>, items);
        QFETCH(int, tier);
        QFETCH(int, undoWindow);
        const ConfirmationLevel confirmationLevel = confirmationLevelFor(Verb::Delete, items);
        QCOMPARE(confirmationLevel.tier, tier);
        QCOMPARE(confirmationLevel.typed, tier >= 2);
        QCOMPARE(confirmationLevel.tick, tier == 3);
        QCOMPARE(confirmationLevel.undoWindow, std::chrono::seconds(undoWindow));
    }

    /// A batch larger than all earlier ones needs the next tier.
    void largerThanBefore_data()
    {
        QTest::addColumn<Verb>("verb");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("tier");
        QTest::addColumn<int>("undoWindow");
        QTest::newRow("one") << Verb::Delete << 1 << 0 << 5;
        QTest::newRow("two") << Verb::Delete << 2 << 3 << 20;
        QTest::newRow("four") << Verb::Delete << 4 << 3 << 20;
        QTest::newRow("five") << Verb::Delete << 5 << 3 << 30;
        QTest::newRow("twenty") << Verb::Delete << 20 << 3 << 30;
        QTest::newRow("stop") << Verb::Stop << 200 << 1 << 10;
    }

    void largerThanBefore()
    {
        QFETCH(Verb, verb);
        QFETCH(int, count);
        const ConfirmationLevel level = confirmationLevelFor(verb, times(count, plain()), {}, true);
        QTEST(level.tier, "tier");
        QTEST(int(level.undoWindow.count()), "undoWindow");
        const ConfirmationLevel usual = confirmationLevelFor(verb, times(count, plain()));
        QVERIFY(level.tier >= usual.tier && level.undoWindow >= usual.undoWindow);
    }

    /// More items and more flags never lower the tier.
    void neverFalls()
    {
        for (int count = 1; count <= 25; ++count) {
            for (int marked = 0; marked <= count; ++marked) {
                const QList<RiskFacts> items =
                    times(marked, flagged(RiskFlag::HasJobs)) + times(count - marked, plain());
                const ConfirmationLevel confirmationLevel =
                    confirmationLevelFor(Verb::Delete, items);
                const ConfirmationLevel more =
                    confirmationLevelFor(Verb::Delete, items + times(1, plain()));
                QVERIFY(more.tier >= confirmationLevel.tier);
                QVERIFY(more.undoWindow >= confirmationLevel.undoWindow);
            }
        }
    }

    void settingsRaise_data()
    {
        QTest::addColumn<Verb>("verb");
        QTest::addColumn<int>("count");
        QTest::addColumn<SafetySettings>("safety");
        QTest::addColumn<ConfirmationLevel>("confirmationLevel");
        const auto del = Verb::Delete;
        QTest::newRow("nothing set")
            << del << 1 << SafetySettings{} << ConfirmationLevel{0, false, false, 5s};
        QTest::newRow("always typed")
            << del << 1 << SafetySettings{2, 0s} << ConfirmationLevel{2, true, false, 10s};
        QTest::newRow("and ticked")
            << del << 1 << SafetySettings{3, 0s} << ConfirmationLevel{3, true, true, 20s};
        QTest::newRow("many") << del << 20 << SafetySettings{2, 0s}
                              << ConfirmationLevel{3, true, true, 30s};
        QTest::newRow("longer") << del << 1 << SafetySettings{0, 60s}
                                << ConfirmationLevel{0, false, false, 60s};
        QTest::newRow("shorter is no setting")
            << del << 20 << SafetySettings{0, 1s} << ConfirmationLevel{3, true, true, 30s};
        QTest::newRow("less than nothing")
            << del << 20 << SafetySettings{-5, -60s} << ConfirmationLevel{3, true, true, 30s};
        QTest::newRow("more than there is") << del << 20 << SafetySettings{99, 100000s}
                                            << ConfirmationLevel{3, true, true, LongestUndoWindow};
        QTest::newRow("both") << del << 2 << SafetySettings{3, 60s}
                              << ConfirmationLevel{3, true, true, 60s};
        QTest::newRow("stop is not typed")
            << Verb::Stop << 3 << SafetySettings{3, 60s} << ConfirmationLevel{1, false, false, 60s};
    }

    void settingsRaise()
    {
        QFETCH(Verb, verb);
        QFETCH(int, count);
        QFETCH(SafetySettings, safety);
        QFETCH(ConfirmationLevel, confirmationLevel);
        QCOMPARE(confirmationLevelFor(verb, times(count, plain()), safety), confirmationLevel);
    }

    /// No setting lowers what the tier asks for.
    void settingsNeverLower()
    {
        for (const Verb verb : allVerbs()) {
            for (int count = 1; count <= 21; ++count) {
                for (int tier = -1; tier <= 4; ++tier) {
                    for (const auto undoWindow : {-1s, 0s, 7s, 15s, 25s, 60s, 3600s}) {
                        const QList<RiskFacts> items = times(count, plain(count % 2 == 0));
                        const ConfirmationLevel asked = confirmationLevelFor(verb, items);
                        const ConfirmationLevel more =
                            confirmationLevelFor(verb, items, {tier, undoWindow});
                        QVERIFY(more.tier >= asked.tier && more.undoWindow >= asked.undoWindow);
                        QVERIFY(more.typed >= asked.typed && more.tick >= asked.tick);
                    }
                }
            }
        }
    }

    void stopAndStartStayLow()
    {
        QCOMPARE(confirmationLevelFor(Verb::Stop, times(1, plain(false))).tier, 0);
        QCOMPARE(confirmationLevelFor(Verb::Start, times(1, plain())).tier, 0);
        QCOMPARE(confirmationLevelFor(Verb::Stop, times(200, flagged(RiskFlag::HasJobs))).tier, 1);
        QVERIFY(!confirmationLevelFor(Verb::Stop, times(200, plain())).typed);
    }
};

QTEST_APPLESS_MAIN(TestRisk)
#include "tst_risk.moc"

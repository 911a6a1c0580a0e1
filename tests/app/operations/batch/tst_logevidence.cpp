// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batch/logevidence.h"
#include "tests/support/utc.h"

#include <QTest>

using namespace clusterdeck;

namespace
{

using namespace std::chrono_literals;

const QDateTime Sent = utc(QDate(2026, 1, 2), QTime(3, 4, 5));

OperationRecord operation(const QString &job, const QDateTime &created = Sent)
{
    OperationRecord record;
    record.jobId = job;
    record.action = QStringLiteral("HpcClusterDeleteCluster");
    record.resourceIds = {QStringLiteral("ehpc-1")};
    record.created = created;
    return record;
}

Page<OperationRecord> page(int operations, int rows, std::optional<int> total)
{
    Page<OperationRecord> page;
    for (int i = 0; i < operations; ++i)
        page.records.append(operation(QStringLiteral("j-%1").arg(i)));
    page.rows = rows;
    page.total = total;
    return page;
}

} // namespace

class TestLogEvidence : public QObject
{
    Q_OBJECT

private slots:
    void whole_data()
    {
        QTest::addColumn<int>("operations");
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("total"); // -1: no total
        QTest::addColumn<bool>("whole");
        QTest::newRow("empty") << 0 << 0 << 0 << true;
        QTest::newRow("empty, no total") << 0 << 0 << -1 << true;
        QTest::newRow("all") << 3 << 3 << 3 << true;
        QTest::newRow("the newest") << 3 << 3 << 4 << false;
        QTest::newRow("no total") << 3 << 3 << -1 << false;
        QTest::newRow("an unreadable row") << 2 << 3 << 3 << false;
    }

    void whole()
    {
        QFETCH(int, operations);
        QFETCH(int, rows);
        QFETCH(int, total);
        const LogBefore before =
            logBefore(page(operations, rows, total < 0 ? std::nullopt : std::optional(total)));
        QVERIFY(before.read);
        QTEST(before.whole, "whole");
        QCOMPARE(before.operations.size(), operations);
    }

    /// Only the program's own operations measure the clock; any contradiction means that the log
    /// lags.
    void clock_data()
    {
        QTest::addColumn<int>("created");  // seconds after the send; 9999: no time
        QTest::addColumn<int>("answered"); // the same; -1: unknown
        QTest::addColumn<bool>("listed");
        QTest::addColumn<bool>("complete");
        QTest::addColumn<bool>("must");
        QTest::addColumn<LogClock>("clock");
        const auto row = [](const char *name, int created, int answered, LogClock clock) {
            QTest::newRow(name) << created << answered << true << true << true << clock;
        };
        row("agrees", 0, 1, LogClock::Agrees);
        row("of an earlier run", 3, -1, LogClock::Agrees);
        row("a second behind", -1, 1, LogClock::Agrees);
        row("just within", -5, 0, LogClock::Agrees);
        row("behind", -6, 1, LogClock::Disagrees);
        row("12 s behind", -12, 1, LogClock::Disagrees);
        row("hours behind", -8 * 3600, 1, LogClock::Disagrees);
        row("ahead", 8, 1, LogClock::Disagrees);
        row("hours ahead", 8 * 3600, 1, LogClock::Disagrees);
        row("no time", 9999, 1, LogClock::Disagrees);
        row("a slow request measures nothing", 20, 51, LogClock::NotMeasured);
        row("not that slow", 20, 50, LogClock::Agrees);
        row("a slow request, begun at its end", 38, 40, LogClock::Agrees);
        row("a slow request, behind all the same", -6, 40, LogClock::Disagrees);
        QTest::newRow("missing") << 0 << 1 << false << true << true << LogClock::Disagrees;
        QTest::newRow("missing from an incomplete log")
            << 0 << 1 << false << false << true << LogClock::NotMeasured;
        QTest::newRow("further back than was read")
            << 0 << 1 << false << true << false << LogClock::NotMeasured;
    }

    void clock()
    {
        QFETCH(int, created);
        QFETCH(int, answered);
        QFETCH(bool, listed);
        QFETCH(bool, complete);
        QFETCH(bool, must);
        const QDateTime time = created == 9999 ? QDateTime() : Sent.addSecs(created);
        const QList<OperationRecord> log{
            operation(listed ? QStringLiteral("j-1") : QString("j-2"), time)};
        const QDateTime answer = answered < 0 ? QDateTime() : Sent.addSecs(answered);
        QTEST(measureLog(log, complete, {{QStringLiteral("j-1"), Sent, answer, {}, must}}),
              "clock");
        QCOMPARE(measureLog(log, complete, {}), LogClock::NotMeasured);
    }

    void oneThatDisagreesIsEnough()
    {
        const QList<OperationRecord> log{operation("j-1"), operation("j-2", Sent.addSecs(-60))};
        const QList<OwnOperation> own{{"j-1", Sent, Sent, {}, true}, {"j-2", Sent, Sent, {}, true}};
        QCOMPARE(measureLog(log, true, own), LogClock::Disagrees);
        QCOMPARE(measureLog(log, true, own.first(1)), LogClock::Agrees);
    }

    void whatIsShown()
    {
        const QList<OperationRecord> log{operation("j-1"), operation("j-2"), operation("j-0")};
        // The wall clock was set back meanwhile, and "j-0" belongs to an earlier run.
        const QList<OwnOperation> own{{"j-1", Sent.addSecs(99), Sent, 1s, true},
                                      {"j-2", Sent, Sent, 7s, true},
                                      {"j-3", Sent, Sent, 9s, true},
                                      {"j-0", Sent, {}, 8s, true}};
        QCOMPARE(latestShown(log, own), 7000ms);
        QVERIFY(!latestShown(log, own.last(2)));
        QVERIFY(!latestShown({}, own));
    }

    void howMuchIsKnown()
    {
        const QList<OperationRecord> log{operation("j-9"), operation("j-0"), operation("j-1"),
                                         operation("j-8")};
        const LogBefore before = logBefore(page(3, 3, 500));
        const LogComparison comparison(log, before);
        QCOMPARE(comparison.known(), 2);
        QCOMPARE(comparison.newness(0), Newness::Since);
        QCOMPARE(comparison.newness(1), Newness::Before);
        QCOMPARE(comparison.newness(3), Newness::Unclear);
        const LogBefore whole = logBefore(page(3, 3, 3));
        QCOMPARE(LogComparison(log, whole).newness(3), Newness::Since);
        const LogBefore notRefreshed;
        QCOMPARE(LogComparison(log, notRefreshed).newness(0), Newness::Unclear);
    }
};

QTEST_APPLESS_MAIN(TestLogEvidence)
#include "tst_logevidence.moc"

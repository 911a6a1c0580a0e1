// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/quotapolicy.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace clusterdeck;
using namespace std::chrono_literals;

class TestQuotaPolicy : public QObject
{
    Q_OBJECT

private slots:
    void shares_data()
    {
        QTest::addColumn<int>("quota");
        QTest::addColumn<QList<int>>("shares"); ///< polls, listings, kept from details and records
        QTest::newRow("documented") << 2000 << QList<int>{600, 600, 300, 500};
        QTest::newRow("large") << 100'000 << QList<int>{30'000, 30'000, 15'000, 25'000};
        QTest::newRow("small") << 10 << QList<int>{3, 3, 1, 2};
        QTest::newRow("smallest") << 1 << QList<int>{1, 1, 1, 1}; // never 0: divisors
    }

    void shares()
    {
        QFETCH(const int, quota);
        const QuotaShares shares = sharesOf(quota);
        const QList<int> all{shares.polls, shares.listings, shares.keptFromDetails,
                             shares.keptFromRecords};
        QTEST(all, "shares");
    }

    void anHour()
    {
        ManualClock clock;
        QuotaPolicy quota(clock, 3);
        QCOMPARE(quota.left(), 3);
        for (int left : {2, 1, 0, 0}) {
            quota.count();
            QCOMPARE(quota.left(), left);
            clock.advance(10min);
        }
        QVERIFY(!quota.until(4));
        QCOMPARE(*quota.until(1), 30min); // four calls, two of which must be older than an hour
        QCOMPARE(*quota.until(3), 50min);
        clock.advance(30min);
        QCOMPARE(quota.left(), 1);
        QCOMPARE(*quota.until(1), 0ms);
        quota.setCallsAnHour(5);
        QCOMPARE(quota.left(), 3);
    }

    void anEarlierRun()
    {
        ManualClock clock;
        QuotaPolicy quota(clock, 5);
        quota.count();
        const QDateTime now = clock.utcNow();
        quota.remember({now.addSecs(-3700), now.addSecs(-3000), now.addSecs(600)});
        QCOMPARE(quota.left(), 2);
        QCOMPARE(*quota.until(3), 600s);
        QCOMPARE(*quota.until(5), 1h); // a call in the future counts as a call now
    }

    /// After a change of the wall clock, the age of the calls stays the same.
    void theWallClockIsSet()
    {
        ManualClock clock;
        QuotaPolicy quota(clock, 5);
        quota.count();
        clock.jumpWall(48h);
        QCOMPARE(quota.left(), 4);
        clock.jumpWall(-240h);
        QCOMPARE(quota.left(), 4);
        QCOMPARE(*quota.until(5), 1h);
    }
};

QTEST_APPLESS_MAIN(TestQuotaPolicy)
#include "tst_quotapolicy.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manualclock.h"

#include <QTest>

#include <memory>

using namespace clusterdeck;
using namespace std::chrono_literals;

class TestClock : public QObject
{
    Q_OBJECT

private slots:
    void firesOnce()
    {
        ManualClock clock;
        ClockTimer timer(clock);
        int fired = 0;
        QVERIFY(!timer.isActive());
        timer.start(10s, [&] {
            ++fired;
            QVERIFY(!timer.isActive());
        });
        QVERIFY(timer.isActive());
        clock.advance(9s);
        QCOMPARE(fired, 0);
        clock.advance(1min);
        QCOMPARE(fired, 1);
        QVERIFY(!timer.isActive());
    }

    void stoppedItNeverRuns()
    {
        ManualClock clock;
        auto timer = std::make_unique<ClockTimer>(clock);
        const auto never = [] { QFAIL("was called off"); };
        timer->start(10s, never);
        timer->stop();
        QVERIFY(!timer->isActive());
        timer->start(20s, never);
        timer.reset();
        QCOMPARE(clock.waiting(), 0);
        clock.advance(1min);
    }

    void aNewStartReplacesTheOneBefore()
    {
        ManualClock clock;
        ClockTimer timer(clock);
        QString fired;
        timer.start(10s, [&] { fired += u'a'; });
        timer.start(5s, [&] { fired += u'b'; });
        QCOMPARE(clock.dueIn(), QList<std::chrono::milliseconds>{5s});
        clock.advance(1min);
        QCOMPARE(fired, QStringLiteral("b"));
    }

    /// With the machine's clock, at once and later: the action starts its timer again, and destroys
    /// it.
    void fromWithinItsAction_data()
    {
        QTest::addColumn<int>("delay");
        QTest::newRow("at once") << 0;
        QTest::newRow("later") << 1;
    }

    void fromWithinItsAction()
    {
        QFETCH(int, delay);
        const std::chrono::milliseconds soon(delay);
        SystemClock clock;
        auto timer = std::make_unique<ClockTimer>(clock);
        int fired = 0;
        timer->start(soon, [&] {
            ++fired;
            timer->start(soon, [&] {
                ++fired;
                timer.reset();
            });
        });
        QTRY_VERIFY(!timer);
        QCOMPARE(fired, 2);
    }
};

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"

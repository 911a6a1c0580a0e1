// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/benchmarks/tst_benchmarks_smoke.h"

#include <QElapsedTimer>
#include <QTimer>

#include <ctime>

namespace clusterdeck
{

/// A blocked event loop appears as a gap between two beats. On a shared machine the thread may also
/// wait for a processor, so its own processor time is measured as well. All in milliseconds.
class Heart : public QTimer
{
public:
    Heart()
    {
        setTimerType(Qt::PreciseTimer);
        connect(this, &QTimer::timeout, this, &Heart::beat);
        m_clock.start();
        start(1);
    }
    void reset()
    {
        beat();
        gap = ownWork = 0;
    }
    void beat()
    {
        timespec used{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
        const double cpu = double(used.tv_sec) * 1e3 + double(used.tv_nsec) / 1e6;
        const double now = double(m_clock.nsecsElapsed()) / 1e6;
        gap = qMax(gap, now - std::exchange(m_last, now));
        ownWork = qMax(ownWork, cpu - std::exchange(m_lastCpu, cpu));
    }

    double gap = 0;
    double ownWork = 0;

private:
    QElapsedTimer m_clock;
    double m_last = 0;
    double m_lastCpu = 0;
};

/// Not QTest::qWait(), which sleeps in between.
inline void turnFor(int milliseconds)
{
    QElapsedTimer turned;
    turned.start();
    (void)turnUntil([&] { return turned.hasExpired(milliseconds); });
}

} // namespace clusterdeck

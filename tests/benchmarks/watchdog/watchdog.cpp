// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/watchdog/watchdog.h"

#include <ctime>

namespace clusterdeck
{

namespace
{

/// Nanoseconds of processor time that this thread has used.
qint64 threadCpu()
{
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return qint64(used.tv_sec) * 1'000'000'000 + used.tv_nsec;
}

double milliseconds(qint64 nanoseconds)
{
    return double(nanoseconds) / 1e6;
}

} // namespace

Watchdog::Watchdog(QObject *parent)
    : QObject(parent)
{
    m_heart.setTimerType(Qt::PreciseTimer);
    m_heart.setInterval(1);
    connect(&m_heart, &QTimer::timeout, this, &Watchdog::beat);
}

void Watchdog::start()
{
    m_clock.start();
    m_lastBeat = m_clock.nsecsElapsed();
    m_lastCpu = threadCpu();
    m_heart.start();
}

void Watchdog::enter(const QString &phase)
{
    beat();
    close();
    m_reports.append(PhaseReport{.name = phase});
    m_phaseBegan = m_lastBeat;
}

void Watchdog::stop()
{
    beat();
    close();
    m_heart.stop();
}

void Watchdog::close()
{
    if (!m_reports.isEmpty())
        m_reports.last().duration = milliseconds(m_lastBeat - m_phaseBegan);
}

void Watchdog::beat()
{
    const qint64 now = m_clock.nsecsElapsed();
    const qint64 cpuNow = threadCpu();
    const double gap = milliseconds(now - std::exchange(m_lastBeat, now));
    const double cpu = milliseconds(cpuNow - std::exchange(m_lastCpu, cpuNow));
    if (m_reports.isEmpty())
        return;
    PhaseReport &phase = m_reports.last();
    phase.longest = qMax(phase.longest, gap);
    phase.longestCpu = qMax(phase.longestCpu, cpu);
    phase.overFrame += gap > Frame ? 1 : 0;
    phase.overFrameCpu += cpu > Frame ? 1 : 0;
}

} // namespace clusterdeck

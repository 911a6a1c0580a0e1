// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSemaphore>
#include <QThread>
#include <QThreadPool>

namespace clusterdeck
{

/// Calls `work(begin, end)` for consecutive parts of 0 to `count`, in threads of the global pool
/// that are free and in this one, and returns when all have ended. `work` must not throw; it reads
/// only what nobody changes meanwhile, and writes only to places of its own part.
template <class Work>
void inParallel(int count, const Work &work)
{
    constexpr int FewestInThread = 20'000; // fewer are done before another thread begins
    const int parts = qBound(1, count / FewestInThread, QThread::idealThreadCount());
    const auto beginOf = [&](int part) { return int(qint64(count) * part / parts); };
    QSemaphore ended;
    for (int part = 1; part < parts; ++part) {
        const auto run = [&, part] {
            work(beginOf(part), beginOf(part + 1));
            ended.release();
        };
        if (!QThreadPool::globalInstance()->tryStart(run))
            run();
    }
    work(0, beginOf(1));
    ended.acquire(parts - 1);
}

} // namespace clusterdeck

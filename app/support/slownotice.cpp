// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/slownotice.h"

#include <condition_variable>
#include <mutex>
#include <utility>

namespace clusterdeck
{

namespace
{

void runSteps(const std::stop_token &stop, const std::vector<SlowNotice::Step> &steps)
{
    const auto begin = std::chrono::steady_clock::now();
    std::mutex mutex;
    std::condition_variable_any condition;
    std::unique_lock lock(mutex);
    for (const SlowNotice::Step &step : steps) {
        condition.wait_until(lock, stop, begin + step.after, [] { return false; });
        if (stop.stop_requested())
            return;
        step.action();
    }
}

} // namespace

SlowNotice::SlowNotice(std::vector<Step> steps)
    : m_thread([steps = std::move(steps)](const std::stop_token &stop) { runSteps(stop, steps); })
{
}

} // namespace clusterdeck

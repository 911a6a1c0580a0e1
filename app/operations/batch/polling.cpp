// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batch/polling.h"

#include "app/operations/batch/reconciliation.h"

#include <algorithm>
#include <array>
#include <utility>

namespace clusterdeck
{

namespace
{

using namespace std::chrono_literals;
using std::chrono::milliseconds;

constexpr std::array<milliseconds, 4> Intervals{3s, 5s, 10s, 30s};
constexpr milliseconds AfterFailure = 30s;
constexpr milliseconds AfterManyFailures = 5min;
constexpr int ManyFailures = 5;
constexpr milliseconds WhileSending = 10s;
constexpr int CheapCalls = 2; ///< a page of the log and one of the listing
constexpr milliseconds ForEachCall = 2s;

} // namespace

milliseconds pauseBeforePoll(const PollFacts &facts)
{
    if (facts.failures > 0)
        return facts.failures < ManyFailures ? AfterFailure : AfterManyFailures;
    const size_t step = std::min<size_t>(size_t(std::max(facts.polls, 0)), Intervals.size() - 1);
    const milliseconds pause =
        facts.secondReading ? milliseconds(BetweenReadings) : Intervals.at(step);
    if (facts.urgent)
        return pause;
    const milliseconds price =
        std::min(Intervals.back(), ForEachCall * std::max(facts.calls - CheapCalls, 0));
    return std::max({pause, price, facts.sending ? WhileSending : 0ms});
}

bool isWorthReading(const ReadingFacts &facts)
{
    return facts.urgent || facts.calls <= CheapCalls || facts.running == 0 ||
           facts.waited >= Intervals.back();
}

void PollBudget::spend(std::chrono::milliseconds now, int calls)
{
    m_spent.removeIf([now](const Spent &spent) { return now - spent.at >= 1h; });
    m_spent.append({now, calls});
    m_poll += calls;
}

void PollBudget::pollEnds()
{
    m_lastPoll = std::exchange(m_poll, 0);
}

std::chrono::milliseconds PollBudget::pause(std::chrono::milliseconds now, int callsAnHour) const
{
    int used = 0;
    std::chrono::milliseconds oldest = now;
    for (const Spent &spent : m_spent) {
        if (now - spent.at >= 1h)
            continue;
        if (used == 0)
            oldest = spent.at;
        used += spent.calls;
    }
    if (used >= callsAnHour)
        return oldest + 1h - now;
    // After half of the budget: at the rate that uses no more than the budget in an hour.
    if (used >= callsAnHour / 2)
        return std::max<std::chrono::milliseconds>(10s, m_lastPoll * (3600s / callsAnHour));
    return 0ms;
}

} // namespace clusterdeck

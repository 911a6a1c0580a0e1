// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batch/pollbudget.h"

#include <algorithm>
#include <utility>

namespace clusterdeck
{

using namespace std::chrono_literals;

void PollBudget::spend(std::chrono::milliseconds now, int calls)
{
    m_spent.removeIf([now](const Spent &spent) { return now - spent.at >= 1h; });
    m_spent.append({now, calls});
    m_look += calls;
}

void PollBudget::lookEnds()
{
    m_lastLook = std::exchange(m_look, 0);
}

std::chrono::milliseconds PollBudget::pause(std::chrono::milliseconds now) const
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
    if (used >= CallsAnHour)
        return oldest + 1h - now;
    // From half of it on, at the pace that would last for ever.
    if (used >= CallsAnHour / 2)
        return std::max<std::chrono::milliseconds>(10s, m_lastLook * (3600s / CallsAnHour));
    return 0ms;
}

} // namespace clusterdeck

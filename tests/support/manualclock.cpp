// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manualclock.h"

#include <algorithm>
#include <utility>

namespace clusterdeck
{

void ManualClock::callLater(std::chrono::milliseconds delay, QObject *context, Action action)
{
    const auto wait = std::max(delay, std::chrono::milliseconds(0));
    m_alarms.append({m_awake + wait, context, context != nullptr, std::move(action)});
}

void ManualClock::advance(std::chrono::milliseconds span)
{
    const auto end = m_awake + span;
    for (auto next = firstDue(end); next >= 0; next = firstDue(end)) {
        const Alarm alarm = m_alarms.takeAt(next);
        move(alarm.due - m_awake);
        if (!alarm.hasContext || alarm.context)
            alarm.action();
    }
    move(end - m_awake);
}

void ManualClock::sleepFor(std::chrono::milliseconds span)
{
    m_sinceBoot += span;
    m_utc = m_utc.addMSecs(span.count());
}

void ManualClock::jumpWall(std::chrono::milliseconds span)
{
    m_utc = m_utc.addMSecs(span.count());
}

int ManualClock::waiting() const
{
    return int(std::count_if(m_alarms.cbegin(), m_alarms.cend(), [](const Alarm &alarm) {
        return !alarm.hasContext || alarm.context;
    }));
}

QList<std::chrono::milliseconds> ManualClock::dueIn() const
{
    QList<std::chrono::milliseconds> spans;
    for (const Alarm &alarm : m_alarms) {
        if (!alarm.hasContext || alarm.context)
            spans.append(alarm.due - m_awake);
    }
    std::sort(spans.begin(), spans.end());
    return spans;
}

void ManualClock::move(std::chrono::milliseconds span)
{
    m_awake += span;
    m_sinceBoot += span;
    m_utc = m_utc.addMSecs(span.count());
}

qsizetype ManualClock::firstDue(std::chrono::milliseconds end) const
{
    qsizetype first = -1;
    for (qsizetype i = 0; i < m_alarms.size(); ++i) {
        if (m_alarms.at(i).due <= end && (first < 0 || m_alarms.at(i).due < m_alarms.at(first).due))
            first = i;
    }
    return first;
}

} // namespace clusterdeck

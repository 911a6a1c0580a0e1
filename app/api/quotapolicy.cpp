// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/quotapolicy.h"

namespace clusterdeck
{

using namespace std::chrono_literals;

void QuotaPolicy::count()
{
    const auto now = m_clock.sinceBoot();
    m_calls.removeIf([now](std::chrono::milliseconds call) { return call <= now - 1h; });
    m_calls.append(now);
}

void QuotaPolicy::remember(const QList<QDateTime> &calls)
{
    const QDateTime utcNow = m_clock.utcNow();
    for (const QDateTime &call : calls) {
        const std::chrono::milliseconds age(std::max<qint64>(0, call.msecsTo(utcNow)));
        m_calls.append(m_clock.sinceBoot() - age);
    }
    std::sort(m_calls.begin(), m_calls.end());
}

int QuotaPolicy::left() const
{
    const auto hourAgo = m_clock.sinceBoot() - 1h;
    const auto counts =
        std::count_if(m_calls.begin(), m_calls.end(), [=](auto call) { return call > hourAgo; });
    return std::max(0, m_callsAnHour - int(counts));
}

std::optional<std::chrono::milliseconds> QuotaPolicy::until(int calls) const
{
    if (calls > m_callsAnHour)
        return {};
    // All calls but the newest m_callsAnHour - calls must be an hour old.
    const qsizetype older = m_calls.size() - (m_callsAnHour - calls);
    if (older <= 0)
        return 0ms;
    return std::max<std::chrono::milliseconds>(0ms,
                                               m_calls.at(older - 1) + 1h - m_clock.sinceBoot());
}

} // namespace clusterdeck

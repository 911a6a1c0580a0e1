// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/timemark.h"

namespace clusterdeck
{

TimeMark::TimeMark(const Clock &clock)
    : m_awake(clock.awake())
    , m_sinceBoot(clock.sinceBoot())
    , m_utc(clock.utcNow())
{
}

bool TimeMark::sleptOrJumped(const Clock &clock) const
{
    const auto awake = clock.awake() - m_awake;
    const auto sinceBoot = clock.sinceBoot() - m_sinceBoot;
    const std::chrono::milliseconds wall(m_utc.msecsTo(clock.utcNow()));
    return std::chrono::abs(sinceBoot - awake) > SleepTolerance ||
           std::chrono::abs(wall - sinceBoot) > JumpTolerance;
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/clock.h"

namespace clusterdeck
{

/// Where the three clocks stood at a moment, to tell later whether the machine slept or somebody
/// set the time: both mean that what was confirmed then must not be acted on now without asking.
class TimeMark
{
public:
    static constexpr std::chrono::seconds SleepTolerance{2};
    static constexpr std::chrono::seconds JumpTolerance{30};

    TimeMark() = default;
    explicit TimeMark(const Clock &clock);

    /// Whether, since then, the clock that counts sleep has drifted from the one that does not, or
    /// the wall clock from both.
    [[nodiscard]] bool sleptOrJumped(const Clock &clock) const;

private:
    std::chrono::milliseconds m_awake{0};
    std::chrono::milliseconds m_sinceBoot{0};
    QDateTime m_utc;
};

} // namespace clusterdeck

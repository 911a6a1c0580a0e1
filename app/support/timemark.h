// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/clock.h"

namespace clusterdeck
{

/// The times of all three clocks at one moment. Shows later whether the machine has slept or the
/// time was set since: then a confirmation that was given at that moment must be asked for again.
class TimeMark
{
public:
    static constexpr std::chrono::seconds SleepTolerance{2};
    static constexpr std::chrono::seconds JumpTolerance{30};

    TimeMark() = default;
    explicit TimeMark(const Clock &clock);

    /// Whether sinceBoot() and awake() differ by more than SleepTolerance since then, or the wall
    /// clock and sinceBoot() by more than JumpTolerance.
    [[nodiscard]] bool sleptOrJumped(const Clock &clock) const;

private:
    std::chrono::milliseconds m_awake{0};
    std::chrono::milliseconds m_sinceBoot{0};
    QDateTime m_utc;
};

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <thread>
#include <vector>

namespace clusterdeck
{

/// Says that something takes long while the thread that does it is blocked. Each step runs once, on
/// a thread of its own, when this object has lived so long; none after it is gone.
class SlowNotice
{
public:
    struct Step {
        std::chrono::milliseconds after; ///< since the object was made; rising
        std::function<void()> action;
    };

    explicit SlowNotice(std::vector<Step> steps);
    ~SlowNotice() = default;
    SlowNotice(const SlowNotice &) = delete;
    SlowNotice &operator=(const SlowNotice &) = delete;

private:
    std::jthread m_thread; ///< its end is waited for
};

} // namespace clusterdeck

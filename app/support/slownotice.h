// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <thread>
#include <vector>

namespace clusterdeck
{

/// Reports that a blocking call takes long, from another thread. Each step runs once on that thread
/// when this object has existed for Step::after. The destructor waits for a running step; no step
/// starts after it.
class SlowNotice
{
public:
    struct Step {
        std::chrono::milliseconds after; ///< since the object's construction; ascending
        std::function<void()> action;
    };

    explicit SlowNotice(std::vector<Step> steps);
    ~SlowNotice() = default;
    SlowNotice(const SlowNotice &) = delete;
    SlowNotice &operator=(const SlowNotice &) = delete;

private:
    std::jthread m_thread; ///< joined by the destructor
};

} // namespace clusterdeck

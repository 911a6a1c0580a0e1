// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ctime>

namespace clusterdeck
{

/// Processor time of this process so far, all threads, in milliseconds.
[[nodiscard]] inline double processCpuMs()
{
    timespec time{};
    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

} // namespace clusterdeck

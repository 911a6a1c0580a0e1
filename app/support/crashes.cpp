// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/crashes.h"

#include <QtGlobal>

#include <algorithm>
#include <exception>
#include <sys/resource.h>

namespace clusterdeck
{

namespace
{

/// The library's own handler would write what() to stderr as it is.
[[noreturn]] void terminated()
{
    if (const std::exception_ptr thrown = std::current_exception()) {
        try {
            std::rethrow_exception(thrown);
        } catch (const std::exception &exception) {
            qFatal("an exception that nobody caught: %s", exception.what());
        } catch (...) {
            qFatal("an exception that nobody caught");
        }
    }
    qFatal("terminated");
}

} // namespace

void keepSecretsOutOfCrashes()
{
    std::set_terminate(terminated);
    rlimit limit = {};
    if (getrlimit(RLIMIT_CORE, &limit) != 0)
        return;
    // Not 0: where the kernel hands dumps to a program (core_pattern begins with a pipe) it does so
    // at a limit of 0 too. One byte is too little for a file, and stops the pipe as well.
    limit.rlim_cur = std::min(limit.rlim_max, rlim_t{1});
    (void)setrlimit(RLIMIT_CORE, &limit);
}

} // namespace clusterdeck

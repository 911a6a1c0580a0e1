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

/// The default handler would write what() to stderr without redaction.
[[noreturn]] void terminated()
{
    if (const std::exception_ptr thrown = std::current_exception()) {
        try {
            std::rethrow_exception(thrown);
        } catch (const std::exception &exception) {
            qFatal("an uncaught exception: %s", exception.what());
        } catch (...) {
            qFatal("an uncaught exception");
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
    // Not 0: if core_pattern names a program, the kernel pipes dumps to it even with a limit of 0.
    // A limit of 1 byte disables both the file and the pipe.
    limit.rlim_cur = std::min(limit.rlim_max, rlim_t{1});
    (void)setrlimit(RLIMIT_CORE, &limit);
}

} // namespace clusterdeck

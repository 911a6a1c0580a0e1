// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <cstdlib>

/// What must be so for any input. Stays in every build, and ends the run so that libFuzzer keeps
/// the input.
inline void holds(bool truth, const char *what)
{
    if (truth)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

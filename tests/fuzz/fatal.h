// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// Ends the run when a rule is broken, so that libFuzzer saves the input.
inline int endRunIf(const char *broken)
{
    if (broken) {
        std::fprintf(stderr, "does not hold: %s\n", broken);
        std::abort();
    }
    return 0;
}

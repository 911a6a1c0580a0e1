// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace clusterdeck
{

/// How often a long test repeats its work: `full` times when the environment variable
/// CLUSTERDECK_LONG is above 0, as set by `packaging/test.sh --long`, otherwise `usual` times.
inline int runs(int usual, int full)
{
    return qEnvironmentVariableIntValue("CLUSTERDECK_LONG") > 0 ? full : usual;
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace clusterdeck
{

/// How often a test that is long by nature repeats its work: `full` times if the environment
/// variable CLUSTERDECK_LONG is above 0, as `packaging/test.sh --long` sets it, else `usual` times.
inline int runs(int usual, int full)
{
    return qEnvironmentVariableIntValue("CLUSTERDECK_LONG") > 0 ? full : usual;
}

} // namespace clusterdeck

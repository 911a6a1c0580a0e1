// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace clusterdeck
{

/// The hint for a person who is new to the practice cloud.
enum class FirstStep {
    None,   ///< no hint
    Select, ///< select clusters
    Delete, ///< delete the selected clusters
};

/// What the next step depends on.
struct FirstStepFacts {
    bool practice = false; ///< the window shows the practice cloud
    bool done = false;     ///< a deletion was confirmed there, or the hint was closed
    bool busy = false;     ///< operations are not finished
    int clusters = 0;      ///< in the table, including those that a filter hides
    int deletable = 0;     ///< selected clusters that can be deleted
};

/// Pure.
[[nodiscard]] FirstStep firstStepOf(const FirstStepFacts &facts);

} // namespace clusterdeck

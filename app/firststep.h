// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace clusterdeck
{

/// What a person who is new to the practice cloud can do next.
enum class FirstStep {
    None,   ///< nothing is said
    Select, ///< select clusters
    Delete, ///< delete those that are selected
};

/// What the next step depends on.
struct FirstStepFacts {
    bool practice = false; ///< the window shows the practice cloud
    bool done = false;     ///< a deletion was confirmed there, or the hint was closed
    bool busy = false;     ///< operations are not finished
    int clusters = 0;      ///< in the table, shown or not
    int deletable = 0;     ///< of the selected ones
};

/// Pure.
[[nodiscard]] FirstStep firstStepOf(const FirstStepFacts &facts);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/benchmarks/room/paintclock.h"

namespace clusterdeck
{

/// What one section of the table's benchmark is run with.
struct TableRun {
    PaintClock &clock;
    int rows;
    int rounds;     ///< measured ones; a step of each kind is done before them and discarded
    bool withPeers; ///< without, only ours is measured, which is what a profiler wants
};

// Each prints its figures and ends the program when what is shown is not what it should be.
void measureFilter(const TableRun &run);    ///< a key stroke in the filter → painted
void measureSort(const TableRun &run);      ///< each column, both orders → painted
void measureScroll(const TableRun &run);    ///< pages by key, lines by wheel, jumps → painted
void measureRefresh(const TableRun &run);   ///< one cluster in a hundred has changed
void measureRestatus(const TableRun &run);  ///< one in ten has another status, sorted by it
void measureSelection(const TableRun &run); ///< 5,000 scattered rows
void measureMemory(const TableRun &run);    ///< heap bytes a cluster; `rows` is not looked at

} // namespace clusterdeck

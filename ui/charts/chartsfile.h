// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/charts.h"

namespace clusterdeck
{

/// Where this copy of the program keeps what it loads at need.
[[nodiscard]] QStringList pluginFolders();

/// What draws the charts, or why there is nothing that does.
struct LoadedCharts {
    ChartMaker *maker = nullptr; ///< as long as the program runs
    QString problem;             ///< one sentence, when there is none
};

/// Loads it from the first of `folders` that has it. Loading it again costs nothing.
[[nodiscard]] LoadedCharts loadCharts(const QStringList &folders);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/details/overview.h"

namespace clusterdeck
{

/// "12 clusters".
[[nodiscard]] QString clustersText(int clusters);

/// "340 nodes"; "at least 340 nodes" when some are not known; "an unknown number of nodes" when
/// none is.
[[nodiscard]] QString nodesText(const NodeCount &count);

/// The number alone, for a cell or a bar: "340", "≥ 340", "–".
[[nodiscard]] QString nodesCell(const NodeCount &count);

/// "31 %" of `all`; empty when there is nothing to be a share of.
[[nodiscard]] QString shareText(double part, double all);

/// A share in percent, for a bar.
[[nodiscard]] double shareOf(double part, double all);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/selectionsummary.h"

namespace clusterdeck
{

/// "12 selected · 9 can be deleted · 2 busy · 1 locked · 3 hidden by the filter".
[[nodiscard]] QString summaryText(const SelectionSummary &summary);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/operations/verbtext.h"
#include "ui/reports/sheet.h"

namespace clusterdeck
{

/// The consequence sheet: what would be done and what it means, for approval on paper before
/// anything is sent. `reduced`: what the ticks have left of `plan`. `now` stands at its foot.
[[nodiscard]] Sheet planSheet(const Plan &plan, const Plan &reduced, const AccountLabels &labels,
                              bool demo, const QDateTime &now);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/operations/verbtext.h"
#include "ui/reports/report.h"

namespace clusterdeck
{

/// The consequence report: what would be done and what it means, for approval on paper before
/// anything is sent. `reduced`: `plan` without the clusters that were unticked. `now`: when the
/// report is made.
[[nodiscard]] Report reportOfPlan(const Plan &plan, const Plan &reduced,
                                  const AccountLabels &labels, bool demo, const QDateTime &now);

} // namespace clusterdeck

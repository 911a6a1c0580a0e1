// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/datakind.h"
#include "ui/reports/report.h"
#include "ui/words/verbtext.h"

namespace clusterdeck
{

/// The impact report: the planned operation and its effects, for approval on paper before anything
/// is sent. `reduced`: `plan` without the clusters that the user unchecked. `now`: the time of the
/// report, UTC.
[[nodiscard]] Report reportOfPlan(const Plan &plan, const Plan &reduced,
                                  const AccountLabels &labels, DataKind dataKind,
                                  const QDateTime &now);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/clustermodel.h"
#include "app/operations/batch.h"
#include "app/operations/plan.h"

#include <QHash>

namespace clusterdeck
{

/// What the dialog and the panes say about a verb and a set, in words and numbers. Plain text.

using AccountLabels = QHash<QString, AccountLabel>; ///< by account id

/// "Delete 12 clusters in prod-lab / jn1a?"
[[nodiscard]] QString planTitle(const Plan &plan, const AccountLabels &labels);

/// What it means: "This cannot be undone. 37 running and 12 queued jobs end."
[[nodiscard]] QString consequenceText(const Plan &plan);

/// What stays, may cost, or is not known; empty when there is nothing to say.
[[nodiscard]] QString afterwardsText(const Plan &plan);

/// The button that does it: "&Delete 12 clusters".
[[nodiscard]] QString goText(const Plan &plan);

/// The button that does not: "Keep them".
[[nodiscard]] QString stayText(Verb verb);

/// "Reading fresh facts for 12 clusters…"
[[nodiscard]] QString readingText(int clusters);

/// "Delete 12 clusters", of a batch under way or done.
[[nodiscard]] QString batchTitle(const Batch &batch);

/// "41 done · 6 running · 2 failed · 1 unknown".
[[nodiscard]] QString countsText(const Batch &batch);

} // namespace clusterdeck

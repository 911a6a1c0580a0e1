// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batch/batch.h"

namespace clusterdeck
{

/// What a batch has to say to somebody who looks elsewhere.
enum class BatchNotification {
    None,           ///< it is on its way, or was called off by the person
    CountingDown,   ///< what was confirmed is about to leave
    WaitsForPerson, ///< held
    NeedsAttention, ///< something takes unusually long, or is still unknown
    EndedWell,
    EndedBadly, ///< something failed
};

/// `countingDown`: its undo window runs.
[[nodiscard]] BatchNotification notificationOf(const Batch &batch, bool countingDown);

/// It must not go away by itself: somebody has to look.
[[nodiscard]] bool mustBeSeen(BatchNotification notification);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batch/batch.h"

namespace clusterdeck
{

/// What the desktop shows about a batch outside the window.
enum class BatchNotification {
    None,           ///< running without problems, or cancelled by the user
    CountingDown,   ///< the undo window runs
    WaitsForPerson, ///< held
    NeedsAttention, ///< an item takes unusually long, or is not understood
    EndedWell,
    EndedBadly, ///< something failed
};

/// `countingDown`: the batch's undo window runs.
[[nodiscard]] BatchNotification notificationOf(const Batch &batch, bool countingDown);

/// The notification stays until the user has seen it.
[[nodiscard]] bool mustBeSeen(BatchNotification notification);

} // namespace clusterdeck

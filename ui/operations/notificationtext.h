// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktopnotifier.h"
#include "app/operations/batch/batchnotification.h"

namespace clusterdeck
{

/// The desktop notification about a batch. `leavesAt`: with CountingDown, when its first request is
/// sent. Not for None.
[[nodiscard]] DesktopNotice noticeOf(const Batch &batch, BatchNotification notification, bool demo,
                                     const QDateTime &leavesAt = {});

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktopnotifier.h"
#include "app/operations/batch/batchnotification.h"
#include "app/support/datakind.h"

namespace clusterdeck
{

/// The desktop notification about a batch. `notification` is not None. `leavesAt`: only for
/// CountingDown, the time at which the first request is sent, UTC.
[[nodiscard]] DesktopNotice noticeOf(const Batch &batch, BatchNotification notification,
                                     DataKind dataKind, const QDateTime &leavesAt = {});

} // namespace clusterdeck

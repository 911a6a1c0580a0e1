// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktopnotifier.h"
#include "app/operations/batch/batchnotification.h"

namespace clusterdeck
{

/// What the desktop tells of a batch to somebody who looks elsewhere. `leavesAt`: with
/// CountingDown, when its first request leaves. Not for None.
[[nodiscard]] DesktopNotice noticeOf(const Batch &batch, BatchNotification notification, bool demo,
                                     const QDateTime &leavesAt = {});

} // namespace clusterdeck

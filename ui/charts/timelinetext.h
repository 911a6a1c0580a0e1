// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/batchtimeline.h"

namespace clusterdeck
{

/// All states that are no end state, in the order of ItemState.
[[nodiscard]] QList<ItemState> unfinishedStates();

/// "0.4 s", "0:12", "1:02:03": tenths of a second below 10 s.
[[nodiscard]] QString spanText(qint64 msecs);

/// The item in one line: its name and ID, the time in each state, and the end state with its time
/// or that it needs attention. `now`: in milliseconds since 1970, UTC.
[[nodiscard]] QString lineText(const TimelineItem &item, qint64 now);

/// The name of the cluster, or its ID when it has none; for display (see shownLine()).
[[nodiscard]] QString nameOf(const TimelineItem &item);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/batchtimeline.h"

namespace clusterdeck
{

/// The states before the end of an item, in the order in which it goes through them.
[[nodiscard]] QList<ItemState> unfinishedStates();

/// "0.4 s", "0:12", "1:02:03".
[[nodiscard]] QString spanText(qint64 msecs);

/// The item in one line: its name and ID, the time in each state, the present state.
[[nodiscard]] QString lineText(const TimelineItem &item, qint64 now);

/// The name of the cluster, or its ID when it has none; ready to be shown.
[[nodiscard]] QString nameOf(const TimelineItem &item);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/batchtimeline.h"

#include <QPalette>

class QPainter;
class QRectF;

namespace clusterdeck
{

/// The states that are no end, in the order in which an item goes through them.
[[nodiscard]] QList<ItemState> phasesToTell();

/// Fills `box` as a stretch in `state`.
void fillPhase(QPainter &painter, const QRectF &box, ItemState state, const QPalette &palette);

/// "0.4 s", "12 s", "1:02:03".
[[nodiscard]] QString spanText(qint64 msecs);

/// The item in one line: what it is, how long each stretch was, where it stands.
[[nodiscard]] QString lineText(const TimelineItem &item, qint64 now);

/// The name to show: the cluster's, or its id.
[[nodiscard]] QString nameOf(const TimelineItem &item);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batch/batch.h"
#include "ui/theme/chartcolors.h"
#include "ui/theme/glyphs.h"

namespace clusterdeck
{

/// How a state is shown. The word and the glyph each say which state it is; the colour only
/// repeats it.
struct StateLook {
    QString word; ///< plain text; of a state that is not documented the cloud's own word
    Glyph glyph = Glyph::Question;
    StatusColor statusColor = StatusColor::Neutral;
};

/// A cluster's state as the cloud reported it.
[[nodiscard]] StateLook lookOf(const ClusterRecord &cluster);

/// An item's state, as the Activity pane shows it.
[[nodiscard]] StateLook lookOf(ItemState state);

/// The word of a state after a number or within a sentence. Languages differ in what they write in
/// lower case there, so it has a translation of its own.
[[nodiscard]] QString wordWithin(ItemState state);

/// The name of the time that an item spends in a state, such as "Countdown", "Waiting", "Request";
/// alone, and within a sentence.
[[nodiscard]] QString phaseWord(ItemState state);
[[nodiscard]] QString phaseWithin(ItemState state);

/// How that time is drawn in a time line. No two states have the same pattern and colour, and their
/// patterns differ enough in grey.
[[nodiscard]] BarStyle barStyleOf(ItemState state);

/// All states in the order in which counts are listed: successful ends, states under way, states
/// that need attention.
[[nodiscard]] QList<ItemState> statesToTell();

/// The item's state, marked when it needs attention.
[[nodiscard]] StateLook lookOf(const BatchItem &item);

/// A cluster's state in the table together with the operation on it ("Deleting – running"). `verb`
/// is the operation of `item`.
[[nodiscard]] StateLook lookOf(const ClusterRecord &cluster, Verb verb, const BatchItem &item);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batch/batch.h"
#include "ui/theme/chartcolors.h"
#include "ui/theme/glyphs.h"

namespace clusterdeck
{

/// How a state is shown: the word is enough by itself, the glyph too, the colour never.
struct StateLook {
    QString word; ///< plain text; for an unpublished state what the cloud said
    Glyph glyph = Glyph::Question;
    StatusColor statusColor = StatusColor::Neutral;
};

/// A cluster as the cloud tells it.
[[nodiscard]] StateLook lookOf(const ClusterRecord &cluster);

/// A state of an item, as the Activity pane says it.
[[nodiscard]] StateLook lookOf(ItemState state);

/// The word of a state behind a number or within a sentence. What is written small there differs
/// between languages, so that it is translated by itself.
[[nodiscard]] QString wordWithin(ItemState state);

/// What the time that an item spends in a state is called: "Countdown", "Waiting", "Request" and
/// the like; by itself, and within a sentence.
[[nodiscard]] QString phaseWord(ItemState state);
[[nodiscard]] QString phaseWithin(ItemState state);

/// How that time is drawn. No two states have the same pattern and colour, and their patterns
/// differ enough in grey.
[[nodiscard]] BarStyle barStyleOf(ItemState state);

/// All states, in the order in which they are told: what ended well, what is on its way, what wants
/// attention.
[[nodiscard]] QList<ItemState> statesToTell();

/// An item, marked when it needs attention.
[[nodiscard]] StateLook lookOf(const BatchItem &item);

/// A cluster in the table, with what we are doing to it ("Deleting – running"); `verb` is the
/// item's.
[[nodiscard]] StateLook lookOf(const ClusterRecord &cluster, Verb verb, const BatchItem &item);

} // namespace clusterdeck

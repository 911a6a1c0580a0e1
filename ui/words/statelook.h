// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batch/batch.h"
#include "ui/theme/chartcolors.h"
#include "ui/theme/glyphs.h"

namespace clusterdeck
{

/// How a state is shown. The word and the glyph each identify the state; the colour only repeats
/// it.
struct StateLook {
    QString word; ///< plain text; for an undocumented state the cloud's own word, made visible
    Glyph glyph = Glyph::Question;
    StatusColor statusColor = StatusColor::Neutral;
};

/// How a documented state of a cluster is shown; Unknown as unknownWord().
[[nodiscard]] StateLook lookOf(ClusterState state);

/// The state of a cluster or a node as the cloud reported it, with its transition, if any. The
/// provider uses the same words for both.
[[nodiscard]] StateLook lookOf(const QString &status, const QString &transition = {});
[[nodiscard]] StateLook lookOf(const ClusterRecord &cluster);

/// An item's state, without the mark of an item that needs attention.
[[nodiscard]] StateLook lookOf(ItemState state);

/// The word of a state after a number or within a sentence. It has its own translation, because
/// not all languages write such a word in lower case.
[[nodiscard]] QString wordWithin(ItemState state);

/// The name of the time that an item spends in a state, such as "Countdown", "Waiting", "Request":
/// standing alone, and within a sentence.
[[nodiscard]] QString phaseWord(ItemState state);
[[nodiscard]] QString phaseWithin(ItemState state);

/// How that time is drawn in a timeline. No two states have the same pattern and colour, and the
/// patterns can be told apart in grey.
[[nodiscard]] BarStyle barStyleOf(ItemState state);

/// All states in the order in which counts are listed: successful ends, states in progress, then
/// cancelled, failed and unknown outcomes.
[[nodiscard]] QList<ItemState> statesToTell();

/// The item's state, marked when it needs attention.
[[nodiscard]] StateLook lookOf(const BatchItem &item);

/// A cluster's state in the table, with the newest operation on it: "Deleting – running" for an
/// unfinished item, "Active – not deleted" for a failed one. `verb` is the operation of `item`.
[[nodiscard]] StateLook lookOf(const ClusterRecord &cluster, Verb verb, const BatchItem &item);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/export.h"
#include "app/operations/journal/tombstone.h"

namespace clusterdeck
{

/// Clusters that are gone for others to read, in the form of export.h: a row, or an object, each,
/// with all that was known of it.
[[nodiscard]] QByteArray csv(const QList<Tombstone> &tombstones, const CsvOptions &options = {});
[[nodiscard]] QByteArray json(const QList<Tombstone> &tombstones, bool demo = false);

/// "2 × compute: 24 CPU, 98304 MB, 1 GPU, Xeon", in the words of the API; empty when none is known.
[[nodiscard]] QString groupText(const NodeGroup &group);

} // namespace clusterdeck

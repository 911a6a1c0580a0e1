// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/journal/deletedcluster.h"

#include <QString>

namespace clusterdeck
{

/// Texts about a deleted cluster. Plain text, to be shown and copied; texts of others are uncut,
/// with hidden characters made visible.

/// "1 × controller (4 CPU, 8 GB), 2 × compute (24 CPU, 96 GB, 1 GPU)"; the number alone where the
/// nodes were not read; empty when not even that is known.
[[nodiscard]] QString nodesText(const DeletedCluster &deletedCluster);

/// All that is known, a line for each fact, and the evidence of its deletion.
[[nodiscard]] QString detailText(const DeletedCluster &deletedCluster, bool demo);

/// One paragraph for a paper or a ticket; dates in ISO 8601, UTC.
[[nodiscard]] QString citationText(const DeletedCluster &deletedCluster, bool demo);

} // namespace clusterdeck

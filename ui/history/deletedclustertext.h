// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/journal/deletedcluster.h"
#include "app/support/datakind.h"

#include <QString>

namespace clusterdeck
{

/// Texts about a deleted cluster. Plain text, to be shown and copied; texts from the cloud are not
/// cut, and their hidden characters are made visible. `demo`: the text says that it is sample data.

/// "1 × controller (4 CPU, 8 GB), 2 × compute (24 CPU, 96 GB, 1 GPU)", with "at least" if not all
/// nodes were read; only the number if none were read; empty if that is not known either.
[[nodiscard]] QString nodesText(const DeletedCluster &deletedCluster);

/// All that is known, one line per fact, and the evidence of the deletion.
[[nodiscard]] QString detailText(const DeletedCluster &deletedCluster, DataKind dataKind);

/// One paragraph for a paper or a ticket; dates in ISO 8601, UTC.
[[nodiscard]] QString citationText(const DeletedCluster &deletedCluster, DataKind dataKind);

} // namespace clusterdeck

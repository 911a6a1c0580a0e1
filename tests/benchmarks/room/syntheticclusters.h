// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/records.h"

#include <QJsonObject>

namespace clusterdeck
{

/// As many clusters as asked for, as a large site has them, always the same for the same seed: two
/// hundred owners, one name in twenty Chinese, no id twice. Every text is a string of its own, as
/// it is when it was read from an answer.
[[nodiscard]] QList<ClusterRecord> syntheticClusters(int count, quint64 seed = 1);

/// The same clusters as syntheticClusters() makes, but owned by `owner` and at rest, so that each
/// can be deleted.
[[nodiscard]] QList<ClusterRecord> deletableClusters(int count, const QString &owner);

/// One row of a list answer (app/api/README.md §5).
[[nodiscard]] QJsonObject asListed(const ClusterRecord &record);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/world.h"

namespace clusterdeck::demo
{

/// The clusters of a site of that size, newest first: with English and Chinese names, most of them
/// owned by the user and active or stopped. From 40 clusters on, some are suspended, in transition,
/// pending, or of other users. Up to 14 clusters are all owned by the user, and up to 6 are all
/// active. Clusters of WorldOptions::given replace these.
[[nodiscard]] std::vector<Cluster> seededClusters(const WorldOptions &options);

/// Earlier operations on them, oldest first, and a running one for each cluster in transition.
[[nodiscard]] std::vector<Operation> seededOperations(const WorldOptions &options,
                                                      const std::vector<Cluster> &clusters);

} // namespace clusterdeck::demo

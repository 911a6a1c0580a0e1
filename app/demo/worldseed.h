// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/world.h"

namespace clusterdeck::demo
{

/// The clusters a site of that size would have, newest first: research groups with English and
/// Chinese names, most of them the user's own and active or stopped. From 40 on there are also
/// suspended, busy and pending ones, and some of other users; fewer than 10 are all the user's own
/// and active.
[[nodiscard]] std::vector<Cluster> seededClusters(const WorldOptions &options);

/// What was done to them before, oldest first, and what still runs on the busy ones.
[[nodiscard]] std::vector<Operation> seededOperations(const WorldOptions &options,
                                                      const std::vector<Cluster> &clusters);

} // namespace clusterdeck::demo

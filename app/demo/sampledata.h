// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/world.h"

namespace clusterdeck::demo
{

/// A name that a research group could choose.
[[nodiscard]] QString clusterName(SeededRandom &random);
/// " " for most clusters, as the provider sends it for no description.
[[nodiscard]] QString clusterDescription(SeededRandom &random);
/// All software the cloud offers.
[[nodiscard]] const QList<Software> &softwareCatalogue();
/// One to four of them.
[[nodiscard]] QList<Software> clusterSoftware(SeededRandom &random);
/// A name for a scheduler job.
[[nodiscard]] QString schedulerJobName(SeededRandom &random);
/// Login names on a cluster, the first of them its root user.
[[nodiscard]] QStringList loginNames(SeededRandom &random);
/// The other users of the site, usr-….
[[nodiscard]] const QStringList &colleagues();

} // namespace clusterdeck::demo

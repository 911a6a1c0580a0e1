// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/world.h"

namespace clusterdeck::demo
{

/// A name as one of a site's groups would give it.
[[nodiscard]] QString clusterName(SeededRandom &random);
/// " " for most: the provider's way to say that there is none.
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

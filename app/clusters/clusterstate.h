// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/cloudapi.h"
#include "app/clusters/clusterrow.h"

namespace clusterdeck
{

/// The published states of app/api/README.md §8, and one for every text that is not published.
enum class ClusterState { Pending, Active, Stopped, Suspended, Unknown };

[[nodiscard]] ClusterState stateOf(const ClusterRecord &cluster);
[[nodiscard]] ClusterState stateOf(const ClusterRow &cluster);

/// Something is under way on it, or its status says nothing we know: no operation would be
/// accepted.
[[nodiscard]] bool isBusy(const ClusterRecord &cluster);
[[nodiscard]] bool isBusy(const ClusterRow &cluster);

/// Whether `verb` makes sense for it as it stands: Stop an active one, Start a stopped one, Delete
/// any that is not busy.
[[nodiscard]] bool allows(const ClusterRecord &cluster, Verb verb);
[[nodiscard]] bool allows(const ClusterRow &cluster, Verb verb);

} // namespace clusterdeck

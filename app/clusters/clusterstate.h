// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/verbs.h"
#include "app/clusters/clusterrow.h"

namespace clusterdeck
{

inline constexpr int ClusterStateCount = int(enumCount<ClusterState>());

[[nodiscard]] ClusterState stateOf(const ClusterRecord &cluster);
[[nodiscard]] ClusterState stateOf(const ClusterRow &cluster);

/// It was deleted and nothing is under way on it: nobody misses it in a list.
[[nodiscard]] bool isDeleted(const ClusterRecord &cluster);
[[nodiscard]] bool isDeleted(const ClusterRow &cluster);

/// Something is under way on it, it is deleted, or its status says nothing we know: no operation
/// would be accepted.
[[nodiscard]] bool isBusy(const ClusterRecord &cluster);
[[nodiscard]] bool isBusy(const ClusterRow &cluster);

/// Whether all of an id can be read and seen. Nothing is sent about another: it may name a cluster
/// that it does not look like. (An empty id is somebody else's business.)
[[nodiscard]] bool isWholeId(const QString &id);

/// Whether `verb` makes sense for it as it stands: it is in a state of VerbSpec::allowedIn and not
/// busy, and its id is whole.
[[nodiscard]] bool allows(const ClusterRecord &cluster, Verb verb);
[[nodiscard]] bool allows(const ClusterRow &cluster, Verb verb);

/// Numbers beyond these are no facts about a cluster, but somebody's error: they count as unknown.
inline constexpr int MostNodes = 1'000'000;
inline constexpr int MostJobs = 100'000'000;
inline constexpr double MostHours = 1e12;
[[nodiscard]] std::optional<int> plausible(std::optional<int> number, int most);

} // namespace clusterdeck

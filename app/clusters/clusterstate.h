// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/verbs.h"
#include "app/clusters/clusterrow.h"

namespace clusterdeck
{

inline constexpr int ClusterStateCount = int(enumCount<ClusterState>());

/// The state that the status names, also in a transition.
[[nodiscard]] ClusterState stateOf(const QString &status);
[[nodiscard]] ClusterState stateOf(const ClusterRecord &cluster);
[[nodiscard]] ClusterState stateOf(const ClusterRow &cluster);

/// Whether the cluster is listed as deleted and in no transition.
[[nodiscard]] bool isDeleted(const ClusterRecord &cluster);
[[nodiscard]] bool isDeleted(const ClusterRow &cluster);

/// Whether the cloud would refuse every operation: the cluster is in a transition, pending,
/// deleted, or in an unknown state.
[[nodiscard]] bool isBusy(const ClusterRecord &cluster);
[[nodiscard]] bool isBusy(const ClusterRow &cluster);

/// Whether all characters of an id are readable and visible. Nothing is sent for any other id: it
/// may belong to a different cluster than a reader would think. (An empty id is not checked here.)
[[nodiscard]] bool isWholeId(const QString &id);

/// Whether `verb` is possible now: the state is in VerbSpec::allowedIn, the cluster is not busy,
/// and its id is whole.
[[nodiscard]] bool allows(const ClusterRecord &cluster, Verb verb);
/// For each verb, in the order of Verb. Faster than asking for each, for selections of thousands.
[[nodiscard]] std::array<bool, VerbCount> allowedVerbs(const ClusterRow &cluster);

/// Larger numbers are errors of the server, and count as unknown.
inline constexpr int MostNodes = 1'000'000;
inline constexpr int MostJobs = 100'000'000;
inline constexpr double MostHours = 1e12;
[[nodiscard]] std::optional<int> plausible(std::optional<int> number, int most);

} // namespace clusterdeck

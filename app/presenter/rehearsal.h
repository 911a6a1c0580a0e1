// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/records.h"
#include "app/operations/plan/risk.h"

namespace clusterdeck
{

/// How the practice cloud names clusters that it copies from the table.
enum class RehearsedNames {
    Real,
    Invented, ///< for an audience: nothing shown identifies the clusters
};

/// The facts of a cluster that the practice cloud copies: its state, type, billing, numbers and
/// age, its name with RehearsedNames::Real, and from `flags` whether it is shared (sharedStatus is
/// not empty) and owned by another user (projectRole is "member"). No id, owner, path, description,
/// or anything else. Pure.
[[nodiscard]] ClusterRecord rehearsalOf(const ClusterRecord &cluster, RiskFlags flags,
                                        RehearsedNames names);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/records.h"
#include "app/operations/plan/risk.h"

namespace clusterdeck
{

/// How the practice cloud names clusters that it takes over from the table.
enum class RehearsedNames {
    Real,
    Invented, ///< for an audience: nothing that is shown tells which clusters they are
};

/// What the practice cloud takes over of a cluster: its state, type, billing, numbers and age, its
/// name with RehearsedNames::Real, and of `flags` whether it is shared (sharedStatus is not empty)
/// and somebody else's (projectRole is "member"). No id, owner, path, description, or anything
/// else. Pure.
[[nodiscard]] ClusterRecord rehearsalOf(const ClusterRecord &cluster, RiskFlags flags,
                                        RehearsedNames names);

} // namespace clusterdeck

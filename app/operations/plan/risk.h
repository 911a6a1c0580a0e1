// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/cloudapi.h"
#include "app/support/enumcount.h"

#include <QFlags>
#include <QList>

#include <array>
#include <chrono>
#include <optional>

namespace clusterdeck
{

/// Why the deletion of a cluster is riskier than routine. An unreadable fact is a flag too: unknown
/// raises the risk, it never lowers it.
enum class RiskFlag {
    HasJobs = 0x01,      ///< running or pending
    Prepaid = 0x02,      ///< prepaid time is not refunded
    Shared = 0x04,       ///< with the members of a project
    NotMine = 0x08,      ///< owned and run by another user
    LastOnMount = 0x10,  ///< the last cluster on its mount point
    Unknown = 0x20,      ///< a fact above, or the number of nodes, could not be read
    LooksLocked = 0x40,  ///< see Locks::looksCovered()
    MountUnknown = 0x80, ///< whether other clusters use its mount point was not read
};
/// In the order in which they are listed.
inline constexpr std::array AllRiskFlags{
    RiskFlag::HasJobs,     RiskFlag::NotMine, RiskFlag::Prepaid,     RiskFlag::Shared,
    RiskFlag::LastOnMount, RiskFlag::Unknown, RiskFlag::LooksLocked, RiskFlag::MountUnknown};
static_assert(!isEnumerator<RiskFlag(1U << AllRiskFlags.size())>(), "each flag, and no gaps");
Q_DECLARE_FLAGS(RiskFlags, RiskFlag)
Q_DECLARE_OPERATORS_FOR_FLAGS(RiskFlags)

/// The facts of one item that the tier depends on.
struct RiskFacts {
    RiskFlags flags;
    bool stopped = false;
    std::optional<int> nodes;
};

/// What the user must do to confirm, and how long the confirmation can be undone.
struct ConfirmationLevel {
    int tier = 0;       ///< 0 to 3
    bool typed = false; ///< textToType() must be typed
    bool tick = false;  ///< "data is saved or not needed" must be ticked
    std::chrono::seconds undoWindow{0};

    bool operator==(const ConfirmationLevel &) const = default;
};

/// Settings that raise the confirmation level. They never lower it.
struct SafetySettings {
    int lowestTier = 0; ///< for destructive verbs. 2: always type; 3: always type and tick
    std::chrono::seconds leastUndoWindow{0}; ///< for all verbs, up to LongestUndoWindow

    bool operator==(const SafetySettings &) const = default;
};
inline constexpr std::chrono::seconds LongestUndoWindow{600};

/// The highest tier that applies. Verbs that are not destructive have tier 0 or 1. `safety` raises
/// the tier of destructive verbs only, the undo window of all. `largerThanBefore`: see
/// Plan::isLargerThanBefore().
[[nodiscard]] ConfirmationLevel confirmationLevelFor(Verb verb, const QList<RiskFacts> &items,
                                                     const SafetySettings &safety = {},
                                                     bool largerThanBefore = false);

} // namespace clusterdeck

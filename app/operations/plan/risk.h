// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/cloudapi.h"

#include <QFlags>
#include <QList>

#include <chrono>
#include <optional>

namespace clusterdeck
{

/// What makes one cluster more than a routine deletion. A fact that could not be read is a
/// flag of its own: unknown raises the risk, it never lowers it.
enum class RiskFlag {
    HasJobs = 0x01,     ///< running or pending
    Prepaid = 0x02,     ///< the time that is paid for is not refunded
    Shared = 0x04,      ///< with the members of a project
    NotMine = 0x08,     ///< somebody else owns and runs it
    LastOnMount = 0x10, ///< the last cluster on its mount point
    Unknown = 0x20,     ///< a fact above, or the number of nodes, could not be read
    LooksLocked = 0x40, ///< not locked, but its name looks like one that is
};
Q_DECLARE_FLAGS(RiskFlags, RiskFlag)
Q_DECLARE_OPERATORS_FOR_FLAGS(RiskFlags)

/// What the tier depends on, of one item.
struct RiskFacts {
    RiskFlags flags;
    bool stopped = false;
    std::optional<int> nodes;
};

/// What is asked of the person before anything is armed, and how long it can still be called back.
struct ConfirmationLevel {
    int tier = 0;       ///< 0 to 3
    bool typed = false; ///< the count must be typed; of one cluster, the last 4 of its id
    bool tick = false;  ///< "data is saved or not needed" must be ticked
    std::chrono::seconds undoWindow{0};

    bool operator==(const ConfirmationLevel &) const = default;
};

/// What a person has set: more than the table asks for, never less.
struct SafetySettings {
    int lowestTier =
        0; ///< of what is destructive. 2: the number is always typed; 3: the box is ticked, too
    std::chrono::seconds leastUndoWindow{0}; ///< of whatever counts down, up to LongestUndoWindow

    bool operator==(const SafetySettings &) const = default;
};
inline constexpr std::chrono::seconds LongestUndoWindow{600};

/// What a tier asks for, when a setting raises it: never less than confirmationLevelFor() says for
/// that tier.
[[nodiscard]] ConfirmationLevel confirmationLevelOfTier(int tier, int items);

/// What is asked before it is done: of the tiers that apply, the highest. What is not destructive
/// loses nothing: it stays at tiers 0 and 1.
[[nodiscard]] ConfirmationLevel confirmationLevelFor(Verb verb, const QList<RiskFacts> &items);

/// What the table asks for, or more where `safety` does: it is never less in anything. Of
/// what is not destructive only the countdown gets longer.
[[nodiscard]] ConfirmationLevel confirmationLevelFor(Verb verb, const QList<RiskFacts> &items,
                                                     const SafetySettings &safety);

} // namespace clusterdeck

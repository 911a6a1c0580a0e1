// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/plan/risk.h"

#include "app/clusters/clusterstate.h"

#include <algorithm>
#include <array>

namespace clusterdeck
{

namespace
{

using namespace std::chrono_literals;

/// The facts of all items that the table of tiers depends on.
struct Set {
    qsizetype count = 0;
    qsizetype flagged = 0; ///< items with at least one flag
    bool allStopped = true;
    qint64 nodes = 0;    ///< known nodes; unknown ones are flagged
    bool larger = false; ///< than any finished batch
};

Set summed(const QList<RiskFacts> &items, bool larger)
{
    Set set;
    set.larger = larger;
    set.count = items.size();
    for (const RiskFacts &item : items) {
        const auto nodes = plausible(item.nodes, MostNodes);
        set.flagged += item.flags || nodes != item.nodes ? 1 : 0;
        set.allStopped = set.allStopped && item.stopped;
        // An impossible number counts as the maximum.
        set.nodes += item.nodes && !nodes ? MostNodes : nodes.value_or(0);
    }
    return set;
}

struct Tier {
    bool (*applies)(const Set &);
    ConfirmationLevel level;
};

/// The highest first; the first that applies counts.
constexpr std::array Tiers{
    Tier{[](const Set &set) { return set.count >= 20 || (set.larger && set.count >= 5); },
         {3, true, true, 30s}},
    Tier{[](const Set &set) {
             return set.count >= 5 || set.flagged >= 2 || set.nodes > 50 ||
                    (set.larger && set.count >= 2);
         },
         {3, true, true, 20s}},
    Tier{[](const Set &set) { return set.count >= 2 || set.flagged >= 1; }, {2, true, false, 10s}},
    Tier{[](const Set &set) { return !set.allStopped; }, {1, false, false, 10s}},
    Tier{[](const Set &) { return true; }, {0, false, false, 5s}},
};

/// For a tier that a setting demands. Not less than the table's level of that tier.
ConfirmationLevel levelOfTier(int tier, qsizetype items)
{
    const auto *row = std::find_if(Tiers.begin(), Tiers.end(), [&](const Tier &entry) {
        const bool forMany = entry.level.undoWindow == 30s;
        return entry.level.tier == std::clamp(tier, 0, 3) && (!forMany || items >= 20);
    });
    return row->level;
}

ConfirmationLevel levelFor(Verb verb, const Set &set)
{
    if (specOf(verb).destructive) {
        const auto *tier = std::find_if(Tiers.begin(), Tiers.end(),
                                        [&](const Tier &row) { return row.applies(set); });
        return tier->level;
    }
    const bool routine = set.count <= 1 && set.flagged == 0;
    return routine ? ConfirmationLevel{0, false, false, 5s}
                   : ConfirmationLevel{1, false, false, 10s};
}

} // namespace

ConfirmationLevel confirmationLevelFor(Verb verb, const QList<RiskFacts> &items,
                                       const SafetySettings &safety, bool largerThanBefore)
{
    ConfirmationLevel level = levelFor(verb, summed(items, largerThanBefore));
    if (specOf(verb).destructive && level.tier < safety.lowestTier)
        level = levelOfTier(safety.lowestTier, items.size());
    level.undoWindow =
        std::max(level.undoWindow, std::min(safety.leastUndoWindow, LongestUndoWindow));
    return level;
}

} // namespace clusterdeck

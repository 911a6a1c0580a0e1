// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/plan/risk.h"

#include "app/clusters/clusterstate.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace clusterdeck
{

namespace
{

using namespace std::chrono_literals;

/// The set as a whole, as the table asks about it.
struct Set {
    qsizetype count = 0;
    qsizetype flagged = 0; ///< items with at least one flag
    bool allStopped = true;
    qint64 nodes = 0; ///< that are known of; what is not known is flagged
};

Set summed(const QList<RiskFacts> &items)
{
    Set set;
    set.count = items.size();
    for (const RiskFacts &item : items) {
        const auto nodes = plausible(item.nodes, MostNodes);
        set.flagged += item.flags || nodes != item.nodes ? 1 : 0;
        set.allStopped = set.allStopped && item.stopped;
        // As many as there can be rather than none: 10^12 items would not overflow.
        set.nodes += item.nodes && !nodes ? MostNodes : nodes.value_or(0);
    }
    return set;
}

struct Tier {
    bool (*applies)(const Set &);
    ConfirmationLevel confirmationLevel;
};

/// Highest first; the first that applies is the one.
constexpr std::array Tiers{
    Tier{[](const Set &set) { return set.count >= 20; }, {3, true, true, 30s}},
    Tier{[](const Set &set) { return set.count >= 5 || set.flagged >= 2 || set.nodes > 50; },
         {3, true, true, 20s}},
    Tier{[](const Set &set) { return set.count >= 2 || set.flagged >= 1; }, {2, true, false, 10s}},
    Tier{[](const Set &set) { return !set.allStopped; }, {1, false, false, 10s}},
    Tier{[](const Set &) { return true; }, {0, false, false, 5s}},
};

} // namespace

ConfirmationLevel confirmationLevelOfTier(int tier, int items)
{
    const auto *row = std::find_if(Tiers.begin(), Tiers.end(), [&](const Tier &entry) {
        const bool forMany = entry.confirmationLevel.undoWindow == 30s;
        return entry.confirmationLevel.tier == std::clamp(tier, 0, 3) && (!forMany || items >= 20);
    });
    return row->confirmationLevel;
}

ConfirmationLevel confirmationLevelFor(Verb verb, const QList<RiskFacts> &items)
{
    const Set set = summed(items);
    if (specOf(verb).destructive) {
        const auto *tier = std::find_if(Tiers.begin(), Tiers.end(),
                                        [&](const Tier &row) { return row.applies(set); });
        return tier->confirmationLevel;
    }
    const bool routine = set.count <= 1 && set.flagged == 0;
    return routine ? ConfirmationLevel{0, false, false, 5s}
                   : ConfirmationLevel{1, false, false, 10s};
}

ConfirmationLevel confirmationLevelFor(Verb verb, const QList<RiskFacts> &items,
                                       const SafetySettings &safety)
{
    ConfirmationLevel confirmationLevel = confirmationLevelFor(verb, items);
    if (specOf(verb).destructive && confirmationLevel.tier < safety.lowestTier)
        confirmationLevel = confirmationLevelOfTier(safety.lowestTier, int(items.size()));
    confirmationLevel.undoWindow =
        std::max(confirmationLevel.undoWindow, std::min(safety.leastUndoWindow, LongestUndoWindow));
    return confirmationLevel;
}

} // namespace clusterdeck

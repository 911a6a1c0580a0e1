// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/plan/plan.h"

namespace clusterdeck
{

/// A fact in which a few items of a plan differ from the others: perhaps they were selected by
/// mistake.
struct Deviation {
    enum class Fact {
        Owner,
        Billing,
        NameFamily, ///< the letters at the beginning of the name
        Age,        ///< less than a tenth of the median, which is at least a day
    };
    Fact fact = Fact::Owner;
    QList<qsizetype> items; ///< places in the list, at least one and at most a fifth of it

    bool operator==(const Deviation &) const = default;
};

/// At most one for each fact, in the order of Deviation::Fact. At least four fifths of `items` have
/// the same value, or an age that is not far below the median; an unknown value never differs.
/// `now`: UTC. Pure.
[[nodiscard]] QList<Deviation> deviationsOf(const QList<PlanItem> &items, const QDateTime &now);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batch/batch.h"

namespace clusterdeck
{

/// What the user may do with a batch now.
struct BatchOffers {
    bool countdown = false;      ///< cancel all, or send now
    bool held = false;           ///< continue, or cancel the rest
    bool stopTheRest = false;    ///< items wait to be sent, without a countdown or a hold
    int retry = 0;               ///< so many failed items again; only when all have ended
    bool report = false;         ///< all have ended
    bool explainUnknown = false; ///< the outcome of an item is not known

    bool operator==(const BatchOffers &) const = default;
};
/// `inUndoWindow`: BatchRunner::undoWindowLeft() has a value. Pure.
[[nodiscard]] BatchOffers offersOf(const Batch &batch, bool inUndoWindow);

} // namespace clusterdeck

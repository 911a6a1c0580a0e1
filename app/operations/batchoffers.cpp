// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batchoffers.h"

#include <algorithm>

namespace clusterdeck
{

BatchOffers offersOf(const Batch &batch, bool inUndoWindow)
{
    const bool waits = std::any_of(batch.items.begin(), batch.items.end(),
                                   [](const BatchItem &item) { return isUnsent(item.state); });
    const bool ended = batch.isFinished();
    const QMap<ItemState, int> counts = batch.counts();
    BatchOffers offers;
    offers.countdown = waits && inUndoWindow;
    offers.held = waits && batch.hold != HoldReason::None;
    offers.stopTheRest = waits && !offers.countdown && !offers.held;
    offers.retry = ended ? counts.value(ItemState::Failed) : 0;
    offers.report = ended;
    offers.explainUnknown = counts.value(ItemState::Unknown) > 0;
    return offers;
}

} // namespace clusterdeck

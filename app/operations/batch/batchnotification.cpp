// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batch/batchnotification.h"

#include <algorithm>

namespace clusterdeck
{

BatchNotification notificationOf(const Batch &batch, bool countingDown)
{
    const auto any = [&batch](auto isSo) {
        return std::any_of(batch.items.begin(), batch.items.end(), isSo);
    };
    const auto counts = [](ItemOutcome as) {
        return [as](const BatchItem &item) { return specOf(item.state).outcome == as; };
    };
    if (batch.isFinished()) {
        if (any(counts(ItemOutcome::Failed)))
            return BatchNotification::EndedBadly;
        // A user who cancelled the whole batch knows about it.
        return any(counts(ItemOutcome::Done)) ? BatchNotification::EndedWell
                                              : BatchNotification::None;
    }
    const bool unsent = any([](const BatchItem &item) { return isUnsent(item.state); });
    if (unsent && batch.hold != HoldReason::None)
        return BatchNotification::WaitsForPerson;
    if (unsent && countingDown)
        return BatchNotification::CountingDown;
    const bool late =
        any([](const BatchItem &item) { return item.needsAttention && !isEnd(item.state); });
    return late ? BatchNotification::NeedsAttention : BatchNotification::None;
}

bool mustBeSeen(BatchNotification notification)
{
    switch (notification) {
    case BatchNotification::None:
    case BatchNotification::CountingDown:
    case BatchNotification::EndedWell:
        return false;
    case BatchNotification::WaitsForPerson:
    case BatchNotification::NeedsAttention:
    case BatchNotification::EndedBadly:
        return true;
    }
    Q_UNREACHABLE();
}

} // namespace clusterdeck

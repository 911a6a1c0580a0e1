// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batch/batchnews.h"

#include <algorithm>

namespace clusterdeck
{

BatchNews newsOf(const Batch &batch, bool countingDown)
{
    const auto any = [&batch](auto isSo) {
        return std::any_of(batch.items.begin(), batch.items.end(), isSo);
    };
    const auto stands = [](ItemState state) {
        return [state](const BatchItem &item) { return item.state == state; };
    };
    if (batch.isFinished()) {
        if (any(stands(ItemState::Failed)))
            return BatchNews::EndedBadly;
        // What was cancelled as a whole was cancelled by somebody who looked.
        return any(stands(ItemState::Done)) || any(stands(ItemState::AlreadyGone))
                   ? BatchNews::EndedWell
                   : BatchNews::None;
    }
    const bool unsent = any([](const BatchItem &item) { return isUnsent(item.state); });
    if (unsent && batch.hold != HoldReason::None)
        return BatchNews::WaitsForPerson;
    if (unsent && countingDown)
        return BatchNews::CountingDown;
    const bool late =
        any([](const BatchItem &item) { return item.needsAttention && !isEnd(item.state); });
    return late ? BatchNews::NeedsAttention : BatchNews::None;
}

bool mustBeSeen(BatchNews news)
{
    switch (news) {
    case BatchNews::None:
    case BatchNews::CountingDown:
    case BatchNews::EndedWell:
        return false;
    case BatchNews::WaitsForPerson:
    case BatchNews::NeedsAttention:
    case BatchNews::EndedBadly:
        return true;
    }
    Q_UNREACHABLE();
}

} // namespace clusterdeck

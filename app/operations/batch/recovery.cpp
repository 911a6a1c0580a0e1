// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batch/recovery.h"

#include "app/operations/batch/grouping.h"

namespace clusterdeck
{

std::optional<ItemEvent> eventAfterCrash(const BatchItem &item)
{
    switch (item.state) {
    case ItemState::Armed:
    case ItemState::Queued:
    case ItemState::Held:
        // "Never sent" would be a claim about what was refused with others and not read back yet.
        return isUnread(item) ? ItemEvent::LeftInDoubt : ItemEvent::Cancel;
    case ItemState::Sending:
        return ItemEvent::AnswerLost;
    case ItemState::Running:
    case ItemState::Unknown:
    case ItemState::Done:
    case ItemState::AlreadyGone:
    case ItemState::Failed:
    case ItemState::Cancelled:
    case ItemState::NotUnderstood:
        return {};
    }
    return {};
}

} // namespace clusterdeck

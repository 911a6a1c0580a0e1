// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/recovery.h"

namespace clusterdeck
{

std::optional<ItemEvent> eventAfterCrash(ItemState state)
{
    switch (state) {
    case ItemState::Armed:
    case ItemState::Queued:
    case ItemState::Held:
        return ItemEvent::Cancel;
    case ItemState::Sending:
        return ItemEvent::AnswerLost;
    case ItemState::Running:
    case ItemState::Unknown:
    case ItemState::Done:
    case ItemState::AlreadyGone:
    case ItemState::Failed:
    case ItemState::Cancelled:
        return {};
    }
    return {};
}

} // namespace clusterdeck

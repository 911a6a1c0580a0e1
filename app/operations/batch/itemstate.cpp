// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batch/itemstate.h"

#include <algorithm>
#include <array>

namespace clusterdeck
{

namespace
{

struct Transition {
    ItemState from;
    ItemEvent event;
    ItemState to;
};

using S = ItemState;
using E = ItemEvent;

/// Everything that may happen. What is not here cannot.
constexpr std::array Transitions{
    Transition{S::Armed, E::GraceOver, S::Queued},
    Transition{S::Armed, E::Cancel, S::Cancelled},
    Transition{S::Armed, E::Hold, S::Held},

    Transition{S::Queued, E::SendStarted, S::Sending},
    Transition{S::Queued, E::Cancel, S::Cancelled},
    Transition{S::Queued, E::Hold, S::Held},
    Transition{S::Queued, E::FoundUntouched, S::Queued},
    Transition{S::Queued, E::LeftInDoubt, S::Unknown},

    Transition{S::Held, E::Resume, S::Queued},
    Transition{S::Held, E::Cancel, S::Cancelled},
    Transition{S::Held, E::FoundUntouched, S::Held},
    Transition{S::Held, E::LeftInDoubt, S::Unknown},

    Transition{S::Sending, E::Accepted, S::Running},
    Transition{S::Sending, E::Refused, S::Failed},
    Transition{S::Sending, E::RefusedAndHolding, S::Held},
    Transition{S::Sending, E::RefusedTogether, S::Queued},
    Transition{S::Sending, E::AnswerLost, S::Unknown},

    Transition{S::Running, E::JobFound, S::Running},
    Transition{S::Running, E::OperationFailed, S::Failed},
    Transition{S::Running, E::NotCarriedOut, S::Failed},
    Transition{S::Running, E::Completed, S::Done},
    Transition{S::Running, E::Unproven, S::Unknown},

    Transition{S::Unknown, E::JobFound, S::Running},
    Transition{S::Unknown, E::FoundGone, S::AlreadyGone},
    Transition{S::Unknown, E::NotCarriedOut, S::Failed},
    Transition{S::Unknown, E::Completed, S::Done},
    Transition{S::Unknown, E::Unproven, S::Unknown},
};

} // namespace

std::optional<ItemState> next(ItemState state, ItemEvent event)
{
    const auto *found =
        std::find_if(Transitions.begin(), Transitions.end(), [&](const Transition &transition) {
            return transition.from == state && transition.event == event;
        });
    return found == Transitions.end() ? std::nullopt : std::optional(found->to);
}

bool isEnd(ItemState state)
{
    return state == S::Done || state == S::AlreadyGone || state == S::Failed ||
           state == S::Cancelled;
}

bool isUnsent(ItemState state)
{
    return state == S::Armed || state == S::Queued || state == S::Held;
}

} // namespace clusterdeck

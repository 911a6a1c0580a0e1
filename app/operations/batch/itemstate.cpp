// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batch/itemstate.h"

#include "app/support/wordtable.h"

#include <algorithm>
#include <array>
#include <utility>

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

/// All allowed transitions.
constexpr std::array Transitions{
    Transition{S::Armed, E::UndoWindowOver, S::Queued},
    Transition{S::Armed, E::Cancel, S::Cancelled},
    Transition{S::Armed, E::Hold, S::Held},

    Transition{S::Queued, E::SendStarted, S::Sending},
    Transition{S::Queued, E::Cancel, S::Cancelled},
    Transition{S::Queued, E::Hold, S::Held},

    Transition{S::Held, E::Resume, S::Queued},
    Transition{S::Held, E::Cancel, S::Cancelled},

    Transition{S::AwaitingReadback, E::FoundUntouched, S::Queued},
    Transition{S::AwaitingReadback, E::LeftInDoubt, S::Unknown},

    Transition{S::Sending, E::Accepted, S::Running},
    Transition{S::Sending, E::Refused, S::Failed},
    Transition{S::Sending, E::RefusedAndHolding, S::Held},
    Transition{S::Sending, E::RefusedTogether, S::AwaitingReadback},
    Transition{S::Sending, E::NotSentTogether, S::Queued},
    Transition{S::Sending, E::AnswerLost, S::Unknown},

    Transition{S::Running, E::JobFound, S::Running},
    Transition{S::Running, E::OperationFailed, S::Failed},
    Transition{S::Running, E::NotCarriedOut, S::Failed},
    Transition{S::Running, E::Completed, S::Done},
    Transition{S::Running, E::Unproven, S::Unknown},

    Transition{S::Unknown, E::JobFound, S::Running},
    Transition{S::Unknown, E::OperationFailed, S::Failed},
    Transition{S::Unknown, E::FoundGone, S::AlreadyGone},
    Transition{S::Unknown, E::NotCarriedOut, S::Failed},
    Transition{S::Unknown, E::Completed, S::Done},
    Transition{S::Unknown, E::Unproven, S::Unknown},
};

constexpr std::array<Word<E>, ItemEventCount> EventWords{{
    {E::UndoWindowOver, "grace-over"},
    {E::Cancel, "cancel"},
    {E::Hold, "hold"},
    {E::Resume, "resume"},
    {E::SendStarted, "send-started"},
    {E::Accepted, "accepted"},
    {E::Refused, "refused"},
    {E::RefusedAndHolding, "refused-and-holding"},
    {E::RefusedTogether, "refused-together"},
    {E::NotSentTogether, "not-sent-together"},
    {E::FoundUntouched, "found-untouched"},
    {E::LeftInDoubt, "left-in-doubt"},
    {E::FoundGone, "found-gone"},
    {E::AnswerLost, "answer-lost"},
    {E::JobFound, "job-found"},
    {E::OperationFailed, "operation-failed"},
    {E::NotCarriedOut, "not-carried-out"},
    {E::Unproven, "unproven"},
    {E::Completed, "completed"},
}};

/// Each event has a word, in the order of the enum, and a transition.
constexpr bool isEventComplete(int event)
{
    const auto &[described, word] = EventWords[size_t(event)];
    return described == E(event) && word &&
           std::any_of(Transitions.begin(), Transitions.end(),
                       [&](const Transition &each) { return each.event == E(event); });
}
static_assert(
    [] {
        for (int event = 0; event < ItemEventCount; ++event) {
            if (!isEventComplete(event))
                return false;
        }
        return true;
    }(),
    "a word and a transition for each event");

constexpr std::optional<ItemState> after(ItemState state, ItemEvent event)
{
    for (const Transition &transition : Transitions) {
        if (transition.from == state && transition.event == event)
            return transition.to;
    }
    return {};
}

/// Transitions lead to each state except the first, and out of each state except the final ones.
/// Unsent and Sending states have an afterCrash event.
constexpr bool isComplete(const StateSpec &spec)
{
    bool reached = spec.state == S::Armed;
    bool left = false;
    for (const Transition &transition : Transitions) {
        reached = reached || transition.to == spec.state;
        left = left || transition.from == spec.state;
    }
    if (spec.phase == ItemPhase::NotUnderstood)
        return !reached && !left && !spec.afterCrash;
    if (!reached || left == (spec.phase == ItemPhase::End))
        return false;
    const bool mayStay = spec.phase == ItemPhase::Open || spec.phase == ItemPhase::End;
    return spec.afterCrash ? after(spec.state, *spec.afterCrash).has_value() : mayStay;
}

static_assert(std::all_of(StateSpecs.begin(), StateSpecs.end(), isComplete),
              "transitions to and from each state");

} // namespace

std::optional<ItemState> next(ItemState state, ItemEvent event)
{
    return after(state, event);
}

const char *wordOf(ItemEvent event)
{
    return EventWords[size_t(event)].second;
}

std::optional<ItemEvent> eventFrom(const QString &word)
{
    return valueIn(EventWords, word);
}

} // namespace clusterdeck

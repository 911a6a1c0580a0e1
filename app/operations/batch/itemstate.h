// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/enumcount.h"

#include <QString>

#include <array>
#include <cstddef>
#include <optional>

namespace clusterdeck
{

/// The state of one item of a batch. NotUnderstood stays the last.
enum class ItemState {
    Armed,            ///< confirmed, in the undo window
    Queued,           ///< waiting for its turn
    Held,             ///< waiting for the user
    AwaitingReadback, ///< refused in one request with others; a reading must show whether anything
                      ///< was done to it. Until then it is not sent, and its outcome is not known
    Sending,          ///< intent recorded, request in flight
    Running,          ///< accepted, job id known, operation pending
    Unknown,          ///< no reliable answer; being reconciled
    Done,             ///< the listing shows the requested result; with a successful operation,
                      ///< unless the reason is HowIsNotKnown
    AlreadyGone,      ///< was absent before the request
    Failed,           ///< the provider refused, the operation failed, or nothing was carried out
    Cancelled,        ///< without an effect: its request was not sent, or was certainly refused
    NotUnderstood,    ///< an unknown word in the journal: it is never sent, never changes, and its
                      ///< outcome is not known
};
inline constexpr int ItemStateCount = int(enumCount<ItemState>());

/// The events of an item.
enum class ItemEvent {
    UndoWindowOver,    ///< the countdown ran out, or "Send now"
    Cancel,            ///< removed from the batch, stopped, or the program ended before it was sent
    Hold,              ///< the batch waits for the user
    Resume,            ///< the user resumes the batch
    SendStarted,       ///< the intent is recorded
    Accepted,          ///< ret_code 0 with a job id
    Refused,           ///< certainly not carried out, for a reason of this item
    RefusedAndHolding, ///< certainly not carried out, for a reason of the whole batch
    RefusedTogether,   ///< refused in one request with others: the refused cluster is not known
    NotSentTogether,   ///< a request for several clusters was not sent at all
    FoundUntouched,    ///< readings after RefusedTogether show that nothing was done to it
    LeftInDoubt,       ///< after RefusedTogether, not found untouched: reconciled, never sent again
    FoundGone,         ///< error 2100 for a deletion, and absent without an operation of ours
    AnswerLost,        ///< it is not known whether the request was carried out
    JobFound,          ///< reconciliation found the operation
    OperationFailed,   ///< by the operation log
    NotCarriedOut,     ///< reconciliation: listed unchanged, no operation
    Unproven,  ///< reconciliation: listed unchanged, but the log does not prove that nothing was
               ///< done
    Completed, ///< the listing shows the requested result
};
inline constexpr int ItemEventCount = int(enumCount<ItemEvent>());

/// The event's word in the journal. Words never change.
[[nodiscard]] const char *wordOf(ItemEvent event);
/// Nothing for a word of a later version.
[[nodiscard]] std::optional<ItemEvent> eventFrom(const QString &word);

/// Groups of states.
enum class ItemPhase {
    Unsent,        ///< not sent, or sent and refused: it can be removed from the batch
    Sending,       ///< its request is in flight
    Open,          ///< sent; the outcome is not known yet
    End,           ///< final
    NotUnderstood, ///< see ItemState::NotUnderstood
};
inline constexpr int ItemPhaseCount = int(enumCount<ItemPhase>());

/// How a state counts in lists, exports and the exit status. A batch can have several of them,
/// since its items differ.
enum class ItemOutcome {
    Done = 0x1, ///< AlreadyGone too
    Failed = 0x2,
    Unknown = 0x4,
    Running = 0x8, ///< not final
    Cancelled = 0x10,
};

/// The properties of a state. Its glyph and colour are in ui/words/statelook.
struct StateSpec {
    ItemState state;
    const char *word; ///< in the journal and in exports; never changes
    ItemPhase phase;
    ItemOutcome outcome;
    bool isRead;     ///< only a reading of the cloud can change it: it is polled
    bool mayHaveJob; ///< the provider may have a job for it although no job id is known
    /// The event for an item that a start finds in this state, and for an unsent item that is taken
    /// out of its batch: what was never sent is cancelled, what has an unknown outcome is
    /// reconciled. Nothing: it keeps its state.
    std::optional<ItemEvent> afterCrash;
};

// clang-format off
inline constexpr std::array<StateSpec, ItemStateCount> StateSpecs{{
    // state                       word                 phase                     outcome                 read   job
    {ItemState::Armed,            "armed",             ItemPhase::Unsent,        ItemOutcome::Running,   false, false, ItemEvent::Cancel},
    {ItemState::Queued,           "queued",            ItemPhase::Unsent,        ItemOutcome::Running,   false, false, ItemEvent::Cancel},
    {ItemState::Held,             "held",              ItemPhase::Unsent,        ItemOutcome::Running,   false, false, ItemEvent::Cancel},
    // Not Cancel, which claims that nothing was sent.
    {ItemState::AwaitingReadback, "awaiting-readback", ItemPhase::Unsent,        ItemOutcome::Running,   true,  false, ItemEvent::LeftInDoubt},
    {ItemState::Sending,          "sending",           ItemPhase::Sending,       ItemOutcome::Running,   false, true,  ItemEvent::AnswerLost},
    {ItemState::Running,          "running",           ItemPhase::Open,          ItemOutcome::Running,   true,  true,  {}},
    {ItemState::Unknown,          "unknown",           ItemPhase::Open,          ItemOutcome::Unknown,   true,  true,  {}},
    {ItemState::Done,             "done",              ItemPhase::End,           ItemOutcome::Done,      false, true,  {}},
    {ItemState::AlreadyGone,      "already-gone",      ItemPhase::End,           ItemOutcome::Done,      false, false, {}},
    {ItemState::Failed,           "failed",            ItemPhase::End,           ItemOutcome::Failed,    false, false, {}},
    {ItemState::Cancelled,        "cancelled",         ItemPhase::End,           ItemOutcome::Cancelled, false, false, {}},
    {ItemState::NotUnderstood,    "not-understood",    ItemPhase::NotUnderstood, ItemOutcome::Unknown,   false, false, {}},
}};
// clang-format on
static_assert(
    [] {
        for (int row = 0; row < ItemStateCount; ++row) {
            const StateSpec &spec = StateSpecs[size_t(row)];
            if (int(spec.state) != row || !spec.word)
                return false;
        }
        return true;
    }(),
    "a row for each state, in their order");

[[nodiscard]] constexpr const StateSpec &specOf(ItemState state)
{
    return StateSpecs[size_t(state)];
}

[[nodiscard]] constexpr ItemPhase phaseOf(ItemState state)
{
    return specOf(state).phase;
}
[[nodiscard]] constexpr bool isUnsent(ItemState state)
{
    return phaseOf(state) == ItemPhase::Unsent;
}
[[nodiscard]] constexpr bool isOpen(ItemState state)
{
    return phaseOf(state) == ItemPhase::Open;
}
[[nodiscard]] constexpr bool isEnd(ItemState state)
{
    return phaseOf(state) == ItemPhase::End;
}
[[nodiscard]] constexpr bool isRead(ItemState state)
{
    return specOf(state).isRead;
}

/// The state after `event`; nothing when `state` has no such transition, which is a programming
/// error.
[[nodiscard]] std::optional<ItemState> next(ItemState state, ItemEvent event);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>

namespace clusterdeck
{

/// Where one item of a batch stands. NotUnderstood stays the last.
enum class ItemState {
    Armed,            ///< confirmed, in the undo window
    Queued,           ///< waiting for its turn
    Held,             ///< waiting for a person
    AwaitingReadback, ///< refused in one request with others, and not read back yet that nothing
                      ///< was done to it: it is not sent, and nothing is claimed of it
    Sending,          ///< intent recorded, request on its way
    Running,          ///< accepted, job id held, operation pending
    Unknown,          ///< no trustworthy answer; being reconciled
    Done,             ///< operation successful and the cluster read back as wanted
    AlreadyGone,      ///< was absent before we sent
    Failed,           ///< the provider refused, or the operation failed
    Cancelled,        ///< never sent
    NotUnderstood,    ///< recorded in a way that this version does not know: never sent, nothing is
                      ///< claimed, and nothing happens to it any more
};
inline constexpr int ItemStateCount = int(ItemState::NotUnderstood) + 1;

/// What can happen to an item.
enum class ItemEvent {
    UndoWindowOver,    ///< the countdown ran out, or "Send now"
    Cancel,            ///< removed from the batch, stopped, or the program ended before it was sent
    Hold,              ///< the batch waits for a person
    Resume,            ///< the person has spoken
    SendStarted,       ///< the intent is recorded
    Accepted,          ///< ret_code 0 with a job id
    Refused,           ///< proven not carried out, for a reason of this item
    RefusedAndHolding, ///< proven not carried out, for a reason of the whole batch
    RefusedTogether,   ///< refused in one request with others: which of them is meant is not known
    NotSentTogether,   ///< no byte of one request with others left this machine
    FoundUntouched,    ///< read back after such a refusal: nothing was done to it
    LeftInDoubt,       ///< in such a refusal, and not found untouched: never sent again, reconciled
    FoundGone,         ///< 2100 on a deletion, and absent without an operation of ours
    AnswerLost,        ///< neither carried out nor refused is proven
    JobFound,          ///< reconciliation found the operation
    OperationFailed,   ///< the operation log says so
    NotCarriedOut,     ///< reconciliation: listed unchanged, no operation
    Unproven,  ///< reconciliation: listed unchanged, but the log does not prove that nothing was
               ///< done
    Completed, ///< read back as wanted
};
inline constexpr int ItemEventCount = int(ItemEvent::Completed) + 1;

/// The event's word in the journal, for good.
[[nodiscard]] const char *wordOf(ItemEvent event);

/// What holds of an item in a state, however it came there.
enum class ItemPhase {
    Unsent,        ///< nothing has left this machine for it, or what has was refused: it can be
                   ///< taken out of the batch
    Sending,       ///< its request is on its way
    Open,          ///< sent; what became of it is being found out
    End,           ///< nothing more will happen
    NotUnderstood, ///< nothing is known of it
};
inline constexpr int ItemPhaseCount = int(ItemPhase::NotUnderstood) + 1;

/// How a state counts in lists, exports and the exit status. A batch has as many of them as its
/// items.
enum class ItemOutcome {
    Done = 0x1, ///< also what was gone already
    Failed = 0x2,
    Unknown = 0x4,
    Running = 0x8, ///< not at an end
    Cancelled = 0x10,
};

/// All there is to say about a state, but for how it is shown: ui/look/statelook has that.
struct StateSpec {
    ItemState state;
    const char *word; ///< in the journal and in exports, for good
    ItemPhase phase;
    ItemOutcome outcome;
    /// What happens to an item that a start finds so in the journal, before anything else: nothing
    /// unsent is ever sent by itself, nothing sent is forgotten. Nothing: it stays as it is.
    std::optional<ItemEvent> afterCrash;
};

// clang-format off
inline constexpr std::array<StateSpec, ItemStateCount> StateSpecs{{
    {ItemState::Armed,            "armed",             ItemPhase::Unsent,        ItemOutcome::Running,   ItemEvent::Cancel},
    {ItemState::Queued,           "queued",            ItemPhase::Unsent,        ItemOutcome::Running,   ItemEvent::Cancel},
    {ItemState::Held,             "held",              ItemPhase::Unsent,        ItemOutcome::Running,   ItemEvent::Cancel},
    // "Never sent" would be a claim.
    {ItemState::AwaitingReadback, "awaiting-readback", ItemPhase::Unsent,        ItemOutcome::Running,   ItemEvent::LeftInDoubt},
    {ItemState::Sending,          "sending",           ItemPhase::Sending,       ItemOutcome::Running,   ItemEvent::AnswerLost},
    {ItemState::Running,          "running",           ItemPhase::Open,          ItemOutcome::Running,   {}},
    {ItemState::Unknown,          "unknown",           ItemPhase::Open,          ItemOutcome::Unknown,   {}},
    {ItemState::Done,             "done",              ItemPhase::End,           ItemOutcome::Done,      {}},
    {ItemState::AlreadyGone,      "already-gone",      ItemPhase::End,           ItemOutcome::Done,      {}},
    {ItemState::Failed,           "failed",            ItemPhase::End,           ItemOutcome::Failed,    {}},
    {ItemState::Cancelled,        "cancelled",         ItemPhase::End,           ItemOutcome::Cancelled, {}},
    {ItemState::NotUnderstood,    "not-understood",    ItemPhase::NotUnderstood, ItemOutcome::Unknown,   {}},
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

/// The state after `event`; nothing when that event cannot happen in that state: a fault of the
/// program, never of the cloud.
[[nodiscard]] std::optional<ItemState> next(ItemState state, ItemEvent event);

} // namespace clusterdeck

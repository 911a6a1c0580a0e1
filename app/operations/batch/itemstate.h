// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace clusterdeck
{

/// Where one item of a batch stands.
enum class ItemState {
    Armed,         ///< confirmed, in grace
    Queued,        ///< waiting for its turn
    Held,          ///< waiting for a person
    Sending,       ///< intent recorded, request on its way
    Running,       ///< accepted, job id held, operation pending
    Unknown,       ///< no trustworthy answer; being settled
    Done,          ///< operation successful and the cluster read back as wanted
    AlreadyGone,   ///< was absent before we sent
    Failed,        ///< the provider refused, or the operation failed
    Cancelled,     ///< never sent
    NotUnderstood, ///< recorded in a way that this version does not know: never sent, nothing is
                   ///< claimed, and nothing happens to it any more
};
inline constexpr int ItemStateCount = int(ItemState::NotUnderstood) + 1;

/// What can happen to an item.
enum class ItemEvent {
    GraceOver,         ///< the countdown ran out, or "Send now"
    Cancel,            ///< spared, stopped, or the program ended before it was sent
    Hold,              ///< the batch waits for a person
    Resume,            ///< the person has spoken
    SendStarted,       ///< the intent is recorded
    Accepted,          ///< ret_code 0 with a job id
    Refused,           ///< proven not carried out, for a reason of this item
    RefusedAndHolding, ///< proven not carried out, for a reason of the whole batch
    RefusedTogether,   ///< refused in one request with others: which of them is meant is not known
    FoundUntouched,    ///< read back after such a refusal: nothing was done to it
    LeftInDoubt,       ///< in such a refusal, and not found untouched: never sent again, settled
    FoundGone,         ///< 2100 on a deletion, and absent without an operation of ours
    AnswerLost,        ///< neither carried out nor refused is proven
    JobFound,          ///< settlement found the operation
    OperationFailed,   ///< the operation log says so
    NotCarriedOut,     ///< settlement: listed unchanged, no operation
    Unproven,  ///< settlement: listed unchanged, but the log does not prove that nothing was
               ///< done
    Completed, ///< read back as wanted
};

/// The state after `event`; nothing when that event cannot happen in that state: a fault of the
/// program, never of the cloud.
[[nodiscard]] std::optional<ItemState> next(ItemState state, ItemEvent event);

/// Done, AlreadyGone, Failed, Cancelled: nothing more will happen.
[[nodiscard]] bool isEnd(ItemState state);

/// Nothing has left this machine for the item yet, or what has was refused: it can still be
/// cancelled.
[[nodiscard]] bool isUnsent(ItemState state);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/cluster.h"
#include "app/operations/batch/itemstate.h"
#include "app/operations/batch/logevidence.h"
#include "app/operations/batch/operation.h"
#include "app/support/enumcount.h"

#include <QMap>

#include <array>
#include <chrono>

namespace clusterdeck
{

/// Whether a cluster that was created at `now` is another one than that with the same id which was
/// created at `then`: clouds reuse ids. False when one of the times is not known.
[[nodiscard]] inline bool isMadeAgain(const QDateTime &then, const QDateTime &now)
{
    return then.isValid() && now.isValid() && then != now;
}

/// Why an item is in its state, where the state alone does not say so.
enum class ItemReason {
    None,
    Refused,         ///< see error
    RefusedTogether, ///< see error; refused in one request with others, waits for the next request
    OperationFailed, ///< see operationErrors
    AnswerLost,      ///< see error
    NoSuchCluster,   ///< error 2100: deleted already, or not visible to this user; being reconciled
    NoJobId,         ///< accepted, but the answer held no job id
    TransitionSeen,  ///< no job id known, but the cluster is listed in transition
    NotCarriedOut,   ///< listed unchanged, no operation: the request had no effect
    HowIsNotKnown,   ///< in the requested state, but no operation of ours was found
    StartedByAnotherUser, ///< the operation that was found has another owner
    Vanished,             ///< it should be stopped or started, and is absent from the listing
    StoppedByPerson,      ///< "Stop the rest", removed from the batch, or cancelled
    ProgramEnded,         ///< the program ended before it was sent
    LogNotRead,     ///< unchanged, but the log was not read before sending, or not completely since
    LogMayLag,      ///< unchanged, but nothing shows that the log is up to date
    UndoneSince,    ///< the operation failed for some of several clusters, and a later operation of
                    ///< somebody else hides for which of them
    ProtectedSince, ///< never sent: locked, or its account made read-only, since the confirmation
    ListedAgain, ///< of a deletion that was Done: its cluster is listed again, see isListedAgain()
    NotUnderstood, ///< written by another version of the program, or damaged
};

/// The last value, for loops over all of them.
inline constexpr ItemReason LastItemReason = ItemReason(enumCount<ItemReason>() - 1);

/// Consecutive readings with the same result.
struct Streak {
    int length = 0;                     ///< number of readings
    std::chrono::milliseconds first{0}; ///< Clock::awake()
    std::chrono::milliseconds last{0};

    /// Adds a reading: it continues the streak when `shows`, and else resets it.
    void add(bool shows, std::chrono::milliseconds at);
    /// At least `readings` readings, the first and the last at least `apart` apart.
    [[nodiscard]] bool spans(int readings, std::chrono::milliseconds apart) const;

    bool operator==(const Streak &) const = default;
};

/// What the readings since the send have shown about an item.
struct Evidence {
    bool operationSuccessful = false; ///< by the log
    bool undone = false; ///< the operation failed for several clusters, and another one followed
    Streak asWanted;     ///< deletion: absent by ClusterListing::lacks(); else: in the wanted state
    Streak vanished;     ///< absent, though it should only be stopped or started
    Streak unchanged;    ///< listed in the state before the request, whatever the log says
    Streak leftOver;     ///< unchanged, after the operation has failed
    Streak withoutTrace; ///< unchanged, and no operation in a log that is not known to lag
    Streak notDone;      ///< unchanged, and no operation in a log that is known to be up to date

    bool operator==(const Evidence &) const = default;
};

/// One cluster of a batch: the facts that were confirmed, and its state.
struct BatchItem {
    ClusterKey key;
    int position = 0;    ///< in the journal; has gaps after items were lost in a damaged file
    ClusterRecord shown; ///< the facts that the user confirmed
    ItemState state = ItemState::Queued;
    ItemReason reason = ItemReason::None;
    std::optional<ApiError> error; ///< the last answer that was an error
    QString jobId;
    QString operationErrors; ///< error_codes of a failed operation, the provider's text
    QDateTime sentAt;        ///< UTC by the server's clock; of unsent items only AwaitingReadback
                             ///< has it
    QDateTime endedAt;       ///< UTC; invalid until an end state
    QDateTime answeredAt;    ///< UTC by the server's clock, with a job id; not saved
    std::chrono::milliseconds sentAwake{0};     ///< Clock::awake() at the send, or at the recovery
    std::chrono::milliseconds evidenceSince{0}; ///< sentAwake, or the time of a refusal together
                                                ///< with others: readings begun before do not count
    Evidence evidence;
    bool needsAttention = false; ///< Running, Unknown or AwaitingReadback for at least
                                 ///< BatchRunner::AttentionAfter, or NotUnderstood

    /// Changes the state by `event`, at the time `at`, UTC. False, and nothing changed, when this
    /// state has no such transition, see next().
    [[nodiscard]] bool apply(ItemEvent event, const QDateTime &at);
    /// How the item leaves its batch unsent or without an answer, see StateSpec::afterCrash;
    /// nothing when it stays. `neverSent`: the reason if its request was not sent.
    struct Leaving {
        ItemEvent event;
        ItemReason reason;
    };
    [[nodiscard]] std::optional<Leaving> leaving(ItemReason neverSent) const;
    /// How the item counts: as its state does, and as not known once it is listed again.
    [[nodiscard]] ItemOutcome outcome() const
    {
        return reason == ItemReason::ListedAgain ? ItemOutcome::Unknown : specOf(state).outcome;
    }
};

/// Why the unsent part of a batch waits for the user.
enum class HoldReason {
    None,
    Unauthorized,  ///< the key or its signature was not accepted
    ClockSkew,     ///< the server did not accept the time of the signature
    RateLimited,   ///< the hourly quota is used up
    Maintenance,   ///< the service is in maintenance
    Unreachable,   ///< no connection: nothing was sent
    Suspended,     ///< the machine slept, or its clock jumped, since the batch was confirmed
    ScreenLocked,  ///< nobody can see the countdown
    RefusedInARow, ///< see RefusalsInARow
    JournalFailed, ///< the intent could not be recorded, so nothing is sent
    AnswersLost,   ///< see LostInARow
    LockLost,      ///< another process writes the journal now
    FirstUnknown,  ///< tier 3: the outcome of the first request cannot be found out
};
inline constexpr HoldReason LastHoldReason = HoldReason(enumCount<HoldReason>() - 1);

/// A confirmed set of clusters, fixed by their ids: nothing is ever added to it.
struct Batch {
    QString id; ///< a UUID
    Verb verb = Verb::Delete;
    QString account;
    QString accountName; ///< as shown when it was confirmed
    QString zone;
    QString user;          ///< usr-…, the owner of the key that signs; empty when not known
    QDateTime confirmedAt; ///< UTC
    int tier = 0;
    std::chrono::seconds undoWindow{0};
    QString shown;        ///< the text of the dialog that was confirmed
    QString givenReason;  ///< Plan::givenReason
    QString approvalCode; ///< of Plan::approval
    int inFlight = 2;     ///< requests in flight at the same time, 1 to 4
    int together = 1;     ///< most clusters in one request
    HoldReason hold = HoldReason::None;
    LogBefore logBefore;    ///< of unfinished batches only
    bool foundById = false; ///< the second reading returned each item by its id, so that a
                            ///< reading by id can show that it is gone
    QList<BatchItem> items;

    [[nodiscard]] QMap<ItemState, int> counts() const;
    [[nodiscard]] int ended() const; ///< items in an end state
    [[nodiscard]] bool isFinished() const { return ended() == items.size(); }
    /// The clusters that can be tried again: those that failed.
    [[nodiscard]] QList<ClusterKey> failed() const;
};

/// The number of items in each state, updated at each change: counting thousands of items after
/// every change would be slow.
class BatchTally
{
public:
    BatchTally() = default;
    explicit BatchTally(const QList<BatchItem> &items);

    /// An item changed from `before` to `now`.
    void moved(const BatchItem &before, const BatchItem &now);

    [[nodiscard]] int in(ItemState state) const { return m_states.at(size_t(state)); }
    [[nodiscard]] int in(ItemPhase phase) const { return m_phases.at(size_t(phase)); }
    [[nodiscard]] int ended() const { return in(ItemPhase::End); }
    [[nodiscard]] int unsent() const { return in(ItemPhase::Unsent); }
    [[nodiscard]] int open() const { return in(ItemPhase::Open); }
    /// Items that only a reading can change, see StateSpec::isRead.
    [[nodiscard]] int read() const { return m_read; }
    /// Those of read() without a job id: they are reconciled without delay.
    [[nodiscard]] int withoutJob() const { return m_withoutJob; }

    bool operator==(const BatchTally &) const = default;

private:
    void count(const BatchItem &item, int by);

    std::array<int, ItemStateCount> m_states{};
    std::array<int, ItemPhaseCount> m_phases{};
    int m_read = 0;
    int m_withoutJob = 0;
};

} // namespace clusterdeck

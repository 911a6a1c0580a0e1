// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/cluster.h"
#include "app/operations/batch/itemstate.h"
#include "app/operations/batch/logevidence.h"
#include "app/operations/batch/operation.h"

#include <QMap>

#include <array>
#include <chrono>

namespace clusterdeck
{

/// Why an item is where it is, where its state alone does not say it.
enum class ItemReason {
    None,
    Refused,         ///< see error
    RefusedTogether, ///< see error; it was one of several in the request, and waits for the next
    OperationFailed, ///< see operationErrors
    AnswerLost,      ///< see error
    NoSuchCluster,   ///< 2100: gone already, or never there for this user; being looked into
    NoJobId,         ///< accepted, but the answer held no job id
    TransitionSeen,  ///< no job id known, but something is under way on the cluster
    NotCarriedOut,   ///< listed unchanged, no operation: the request did nothing
    HowIsNotKnown,   ///< read back as wanted, but no operation of ours was found
    StartedByAnotherUser, ///< the operation that was found has another owner
    Vanished,             ///< it was to be stopped or started, and is gone
    StoppedByPerson,      ///< "Stop the rest", removed from the batch, or cancelled
    ProgramEnded,         ///< the program ended before it was sent
    LogNotRead,  ///< unchanged, but the log was not read before sending, or not all of it since
    LogMayLag,   ///< unchanged, but nothing shows that the log is up to date
    UndoneSince, ///< its operation failed for several, and what somebody did since hides for whom
    ProtectedSince, ///< never sent: locked, or its account made read-only, since the confirmation
    NotUnderstood,  ///< written by another version of the program, or damaged
};

/// Of the last one, for whoever goes through them all.
inline constexpr ItemReason LastItemReason = ItemReason::NotUnderstood;

/// Readings in a row that showed the same thing.
struct Streak {
    int length = 0;
    std::chrono::milliseconds first{0}; ///< Clock::awake()
    std::chrono::milliseconds last{0};

    /// One more reading: it continues the row, or breaks it.
    void add(bool shows, std::chrono::milliseconds at);
    /// At least `readings` of it, the first and the last at least `apart` apart.
    [[nodiscard]] bool spans(int readings, std::chrono::milliseconds apart) const;

    bool operator==(const Streak &) const = default;
};

/// What was read back about an item since it was sent.
struct Evidence {
    bool operationSuccessful = false;
    bool undone = false; ///< its operation failed for several, and another one came since
    Streak asWanted;     ///< gone from complete listings; stop and start: in the wanted state
    Streak vanished;     ///< absent, though it was only to be stopped or started
    Streak unchanged;    ///< listed as if nothing had been asked, whatever the log says
    Streak leftOver;     ///< the same, after the operation has failed
    Streak withoutTrace; ///< the same, and no operation in a log that is not known to lag
    Streak notDone;      ///< the same, and the log is known to be up to date

    bool operator==(const Evidence &) const = default;
};

/// One cluster of a confirmed set: what was shown of it, and what has become of it.
struct BatchItem {
    ClusterKey key;
    int position = 0;    ///< its number in the journal, which survives a damaged file with gaps
    ClusterRecord shown; ///< the facts that the person confirmed
    ItemState state = ItemState::Queued;
    ItemReason reason = ItemReason::None;
    std::optional<ApiError> error; ///< the last answer that was not the wanted one
    QString jobId;
    QString operationErrors; ///< error_codes of a failed operation, the provider's text
    QDateTime sentAt;        ///< UTC by the server's clock; invalid while unsent, but for
                             ///< AwaitingReadback
    QDateTime endedAt;       ///< UTC; invalid until an end state
    QDateTime answeredAt;    ///< UTC by the server's clock, with a job id; not kept over a restart
    std::chrono::milliseconds sentAwake{0}; ///< Clock::awake() when it was sent, or taken up again
    std::chrono::milliseconds evidenceSince{0}; ///< the same, or when it was refused with others:
                                                ///< what was begun to be read before is no news
    Evidence evidence;
    bool needsAttention = false; ///< Running or Unknown for more than 20 minutes, or NotUnderstood

    /// Brings it to the state after `event`, which happens at `at`, UTC. False, and nothing is
    /// changed, when it cannot happen in this state, see next().
    [[nodiscard]] bool apply(ItemEvent event, const QDateTime &at);
    /// What a start that finds it so in the journal makes of it, see StateSpec::afterCrash. Returns
    /// the event to be recorded; nothing: it stays as it is.
    std::optional<ItemEvent> recover(const QDateTime &at);
};

/// Why the unsent part of a batch waits for a person.
enum class HoldReason {
    None,
    Unauthorized,  ///< the key or its signature was not accepted
    ClockSkew,     ///< the server did not accept the time of the signature
    RateLimited,   ///< the hourly quota is used up
    Maintenance,   ///< the service is being updated
    Unreachable,   ///< no connection: provably nothing left this machine
    Suspended,     ///< the machine slept, or its clock jumped, since the batch was confirmed
    ScreenLocked,  ///< nobody can see the countdown
    RefusedInARow, ///< three refusals one after the other
    JournalFailed, ///< an intent could not be written down, so it may not be acted on
    AnswersLost,   ///< three answers lost one after the other
    LockLost,      ///< another copy of the program writes the journal now
    FirstUnknown,  ///< tier 3: what became of the one that goes first cannot be told
};
inline constexpr HoldReason LastHoldReason = HoldReason::FirstUnknown;

/// One confirmed set, frozen by id: nothing is ever added to it.
struct Batch {
    QString id; ///< a UUID
    Verb verb = Verb::Delete;
    QString account;
    QString accountName; ///< as shown when it was confirmed
    QString zone;
    QString user;          ///< usr-…, whose key signs; empty when not known
    QDateTime confirmedAt; ///< UTC
    int tier = 0;
    std::chrono::seconds undoWindow{0};
    QString shown;    ///< the words of the dialog that was confirmed
    int inFlight = 2; ///< requests on their way at a time, 1 to 4
    int together = 1; ///< clusters in one request at the most
    HoldReason hold = HoldReason::None;
    LogBefore logBefore; ///< of a batch that is not finished
    QList<BatchItem> items;

    [[nodiscard]] QMap<ItemState, int> counts() const;
    [[nodiscard]] int ended() const; ///< items in an end state
    [[nodiscard]] bool isFinished() const { return ended() == items.size(); }
    /// What can be tried again: the clusters that failed, and no others.
    [[nodiscard]] QList<ClusterKey> failed() const;
};

/// How the items of a batch stand, kept up to date change by change: a batch of thousands is asked
/// after every one of them.
class BatchTally
{
public:
    BatchTally() = default;
    explicit BatchTally(const QList<BatchItem> &items);

    /// An item stands as `now`, and no longer as `before`.
    void moved(const BatchItem &before, const BatchItem &now);

    [[nodiscard]] int in(ItemState state) const { return m_states.at(size_t(state)); }
    [[nodiscard]] int in(ItemPhase phase) const { return m_phases.at(size_t(phase)); }
    [[nodiscard]] int ended() const { return in(ItemPhase::End); }
    [[nodiscard]] int unsent() const { return in(ItemPhase::Unsent); }
    [[nodiscard]] int open() const { return in(ItemPhase::Open); }
    /// Open, and nobody knows the operation: what is reconciled without delay.
    [[nodiscard]] int withoutJob() const { return m_withoutJob; }

    bool operator==(const BatchTally &) const = default;

private:
    void count(const BatchItem &item, int by);

    std::array<int, ItemStateCount> m_states{};
    std::array<int, ItemPhaseCount> m_phases{};
    int m_withoutJob = 0;
};

} // namespace clusterdeck

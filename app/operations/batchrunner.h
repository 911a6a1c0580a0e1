// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batch/batch.h"
#include "app/operations/batch/grouping.h"
#include "app/operations/batch/operation.h"
#include "app/support/clock.h"
#include "app/support/timemark.h"

#include <QObject>

#include <functional>

namespace clusterdeck
{

class Journal;
struct SnapshotIndex;
struct Observation;

/// Sends the requests of one batch and follows its items to their end. No other class sends
/// requests that stop, start or delete. Every change of an item goes through next() (itemstate.h)
/// and is recorded in the journal before it is signalled; a request whose intent could not be
/// recorded is not sent. Readings of the cloud come in through handleSnapshot().
class BatchRunner : public QObject
{
    Q_OBJECT

public:
    static constexpr int MostInFlight = 4;
    static constexpr std::chrono::minutes AttentionAfter{20};

    /// `journal` and `api` outlive the runner.
    BatchRunner(Batch batch, CloudApi &api, Clock &clock, Journal &journal,
                QObject *parent = nullptr);
    /// For an unfinished batch that a start found in the journal: call recover(). Nothing of it is
    /// sent any more.
    BatchRunner(Batch batch, Clock &clock, Journal &journal, QObject *parent = nullptr);

    /// Cancels what was never sent; what has no answer becomes Unknown and is reconciled.
    void recover();

    [[nodiscard]] const Batch &batch() const { return m_batch; }
    [[nodiscard]] const Journal &journal() const { return m_journal; }

    /// The number of items in each state.
    [[nodiscard]] const BatchTally &tally() const { return m_tally; }
    [[nodiscard]] bool isFinished() const { return m_tally.ended() == m_batch.items.size(); }

    /// There are items that only a poll can change, see StateSpec::isRead.
    [[nodiscard]] bool needsPolling() const { return m_tally.read() > 0; }
    /// See PollFacts::urgent.
    [[nodiscard]] bool isUrgent() const { return m_tally.withoutJob() > 0; }
    /// Requests are in flight, or about to be sent.
    [[nodiscard]] bool isSending() const;
    /// See PollFacts::secondReading.
    [[nodiscard]] bool awaitsSecondReading() const { return m_awaitsSecond && needsPolling(); }
    /// An item needs the operation log. Items with a successful operation need only the listing.
    [[nodiscard]] bool needsLog() const;
    /// Whether `log`, the newest operations first, reaches back to the operations that were known
    /// before sending. If the log was not read then: to a day before the earliest send, which is
    /// more than most clocks differ.
    [[nodiscard]] bool isReadFarEnough(const QList<OperationRecord> &log) const;
    /// The operations whose job ids were answers to requests of this batch.
    [[nodiscard]] QList<OwnOperation> ownOperations() const;
    /// The job ids of unfinished items.
    [[nodiscard]] QStringList openJobs() const;
    /// The ids of the clusters of which a listing could change the item, after the log of
    /// `snapshot` was read.
    [[nodiscard]] QStringList clustersToRead(const CloudSnapshot &snapshot) const;

    /// Called for every item right before it would be sent. A protected item is cancelled, with
    /// ItemReason::ProtectedSince. Without this function no item is protected.
    using IsProtected = std::function<bool(const BatchItem &)>;
    void setProtection(IsProtected isProtected) { m_isProtected = std::move(isProtected); }

    /// Starts the countdown of an Armed batch, which is in the journal already. `confirmed`: the
    /// time of the confirmation; if the machine has slept since, the countdown ends in a hold. Call
    /// once.
    void arm(const TimeMark &confirmed);
    /// Time until the first request is sent; std::nullopt when no countdown runs.
    [[nodiscard]] std::optional<std::chrono::milliseconds> undoWindowLeft() const;
    /// Ends the countdown now.
    void sendNow();
    /// Cancels one unsent item. An item in AwaitingReadback is reconciled instead, because it was
    /// sent once.
    void removeFromBatch(int item);

    /// Calls removeFromBatch() for all unsent items. Items that were sent are followed to their
    /// end.
    void stopTheRest();

    /// Holds all unsent items until resume() or stopTheRest().
    void hold(HoldReason reason);
    /// Resumes a held batch, on the user's request.
    void resume();

    /// Records that the cluster of an item that is Done is listed again.
    void noteListedAgain(int item);

    /// Reconciles every item that only a reading can change with the snapshot.
    void handleSnapshot(const CloudSnapshot &snapshot);

signals:
    /// batch().items[item] has changed.
    void itemChanged(int item);
    /// batch().hold has changed, or the countdown has started or ended.
    void holdChanged();
    /// All items are in an end state. Emitted exactly once.
    void finished();

private:
    void undoWindowOver();
    [[nodiscard]] bool slept() const;
    void pump();
    [[nodiscard]] HoldReason unwrittenReason() const;
    [[nodiscard]] bool mustBeAlone() const;
    [[nodiscard]] int mayBeInFlight() const;
    bool sendTogether(const QList<int> &items);
    void answered(int request, const QList<int> &items, const Result<Accepted> &answer);
    void accepted(const QList<int> &items, const Accepted &answer);
    void notAccepted(const QList<int> &items, const ApiError &error);
    void judge(int item, const SnapshotIndex &snapshot);
    void judgeReadback(int item, const SnapshotIndex &snapshot);
    void holdWithTheOthers(int item);
    void reconcileBy(const Observation &observation, int item);
    void noteAttention(int item);
    void holdForFirst();
    bool apply(const QList<int> &items, ItemEvent event, QList<BatchItem> changed);
    bool apply(int item, ItemEvent event, BatchItem changed);
    bool apply(int item, ItemEvent event, ItemReason reason = ItemReason::None);
    void applyToUnsent(ItemEvent event, ItemReason reason = ItemReason::None);
    bool takeOutProtected(const QList<int> &items);
    void takeOut(int item);
    void reportIfFinished();

    Batch m_batch;
    CloudApi *m_api = nullptr; ///< null: nothing is sent
    Clock &m_clock;
    Journal &m_journal;
    IsProtected m_isProtected;
    TimeMark m_mark; ///< the clocks when the user last confirmed
    std::optional<std::chrono::milliseconds> m_undoWindowEnds; ///< Clock::awake()
    ClockTimer m_countdown{m_clock};
    int m_inFlight = 0;
    BatchTally m_tally;
    RetryGroups m_retryGroups;
    int m_firstFresh = 0;        ///< all unsent items before this index are in a retry group
    int m_refusals = 0;          ///< consecutive refusals of single items, see RefusalsInARow
    int m_refusedRequests = 0;   ///< since the last accepted request
    bool m_awaitsSecond = false; ///< see awaitsSecondReading(), by the last snapshot
    bool m_unwritten = false;    ///< an outcome could not be recorded: hold before the next send
    bool m_accepted = false;     ///< at least one item, which tier 3 waits for
    LostAnswers m_lost;          ///< since the last resume()
    int m_requests = 0;          ///< sent so far
    bool m_goOn = false;         ///< the user allows one request although the first item is Unknown
    bool m_stopped = false;  ///< stopTheRest() was called: refused items are cancelled, not held
    bool m_reported = false; ///< finished() was emitted
};

} // namespace clusterdeck

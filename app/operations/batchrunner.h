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

/// Takes one batch through: the only place that sends writes. Every change of an item goes through
/// next() (itemstate.h) and is in the journal before anyone hears of it; a send whose intent could
/// not be written does not happen. What the cloud is found to hold comes in through look().
class BatchRunner : public QObject
{
    Q_OBJECT

public:
    static constexpr int MostInFlight = 4;
    static constexpr std::chrono::minutes AttentionAfter{20};

    /// `journal` and `api` outlive the runner.
    BatchRunner(Batch batch, CloudApi &api, Clock &clock, Journal &journal,
                QObject *parent = nullptr);

    [[nodiscard]] const Batch &batch() const { return m_batch; }
    [[nodiscard]] const Journal &journal() const { return m_journal; }

    /// How its items stand, without counting them.
    [[nodiscard]] const BatchTally &tally() const { return m_tally; }
    [[nodiscard]] bool isFinished() const { return m_tally.ended() == m_batch.items.size(); }

    /// Items of which only looking can tell more: Running, Unknown and AwaitingReadback.
    [[nodiscard]] bool needsPolling() const
    {
        return m_tally.open() > 0 || m_tally.in(ItemState::AwaitingReadback) > 0;
    }
    /// Something waits for the next snapshot itself, see PollFacts.
    [[nodiscard]] bool isUrgent() const
    {
        return m_tally.withoutJob() > 0 || m_tally.in(ItemState::AwaitingReadback) > 0;
    }
    /// Requests leave, or are about to.
    [[nodiscard]] bool isSending() const;
    /// Something was read back once and waits for its second reading.
    [[nodiscard]] bool awaitsSecondReading() const { return m_awaitsSecond && needsPolling(); }
    /// An item needs the operation log: not one whose operation was successful, which waits for the
    /// listing alone.
    [[nodiscard]] bool needsLog() const;
    /// Whether `log`, the newest operations first, goes back to what was known before sending. Of a
    /// log that was not read then: to a day before the earliest send. That proves nothing, but few
    /// clocks differ by more.
    [[nodiscard]] bool isReadFarEnough(const QList<OperationRecord> &log) const;
    /// The operations whose job ids were answers to requests of this batch.
    [[nodiscard]] QList<OwnOperation> ownOperations() const;
    /// The job ids that are waited for.
    [[nodiscard]] QStringList openJobs() const;
    /// Whether, with the log of `snapshot` read, a listing too could tell more about any of them.
    [[nodiscard]] bool needsListing(const CloudSnapshot &snapshot) const;

    /// Asked about every item right before it would be sent. One that is protected leaves the batch
    /// for good, with ItemReason::ProtectedSince. Without it nothing is.
    using IsProtected = std::function<bool(const BatchItem &)>;
    void setProtection(IsProtected isProtected) { m_isProtected = std::move(isProtected); }

    /// Begins the countdown of an Armed batch; the journal holds it already. `confirmed` is when
    /// the person said so: when the machine has slept since, the countdown ends in a hold. Call
    /// once.
    void arm(const TimeMark &confirmed);
    /// Time until the first request leaves; nothing when no countdown runs.
    [[nodiscard]] std::optional<std::chrono::milliseconds> undoWindowLeft() const;
    /// Ends the countdown now.
    void sendNow();
    /// Takes one item that was not sent out of the batch, for good. One that was refused with
    /// others and not read back yet is reconciled instead: "never sent" would be a claim.
    void removeFromBatch(int item);

    /// Cancels everything that was not sent, as removeFromBatch() does. What was sent goes on and
    /// is watched to its end.
    void stopTheRest();

    /// Everything unsent waits for a person.
    void hold(HoldReason reason);
    /// The person has spoken: goes on after a hold.
    void resume();

    /// Judges every Running and Unknown item by what was just read.
    void handleSnapshot(const CloudSnapshot &snapshot);

signals:
    /// batch().items[item] has changed.
    void itemChanged(int item);
    /// batch().hold or undoWindowLeft()'s being there has changed.
    void holdChanged();
    /// Exactly once: every item has reached an end.
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
    void refused(const QList<int> &items, const ApiError &error);
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
    CloudApi &m_api;
    Clock &m_clock;
    Journal &m_journal;
    IsProtected m_isProtected;
    TimeMark m_mark; ///< the clocks when a person last said go
    std::optional<std::chrono::milliseconds> m_undoWindowEnds; ///< Clock::awake()
    ClockTimer m_countdown{m_clock};
    int m_inFlight = 0;
    BatchTally m_tally;
    RetryGroups m_retryGroups;   ///< of what was refused together
    int m_firstFresh = 0;        ///< nothing before it is unsent, but for what is in a retry group
    int m_refusals = 0;          ///< of single ones, in a row: see RefusalsInARow
    int m_refusedRequests = 0;   ///< single or not, since the last that was accepted
    bool m_awaitsSecond = false; ///< by the last snapshot
    bool m_unwritten =
        false;               ///< an outcome could not be written down: nothing more is sent unasked
    bool m_accepted = false; ///< one at least: what tier 3 waits for
    LostAnswers m_lost;      ///< since a person last let it go on
    int m_requests = 0;      ///< sent so far
    bool m_goOn = false;     ///< a person said so, though the first is Unknown: for one request
    bool m_stopped = false;  ///< by a person: what comes back unsent is cancelled, not held
    bool m_reported = false;
};

} // namespace clusterdeck

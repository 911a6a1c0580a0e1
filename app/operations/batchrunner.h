// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clock.h"
#include "app/operations/batch.h"
#include "app/timemark.h"

#include <QObject>

namespace clusterdeck
{

class Journal;

/// Takes one batch through: the only place that sends writes. Every change of an item goes through
/// next() (itemstate.h) and is in the journal before anyone hears of it; a send whose intent could
/// not be written does not happen. What the cloud is found to hold comes in through look().
class BatchRunner : public QObject
{
    Q_OBJECT

public:
    static constexpr int MostInFlight = 4;
    static constexpr int RefusalsInARow = 3;
    static constexpr std::chrono::minutes AttentionAfter{20};

    /// `journal` and `api` outlive the runner.
    BatchRunner(Batch batch, CloudApi &api, Clock &clock, Journal &journal,
                QObject *parent = nullptr);

    [[nodiscard]] const Batch &batch() const { return m_batch; }

    /// Items whose end only looking can tell: Running and Unknown.
    [[nodiscard]] bool needsLooks() const;
    /// Whether, with `operations` read, a listing too could tell more about any of them.
    [[nodiscard]] bool needsListing(const std::optional<QList<OperationRecord>> &operations) const;
    /// Something was read back once and waits for its second reading.
    [[nodiscard]] bool awaitsSecondReading() const;
    /// The earliest send among the open items, by the server's clock; invalid when there is none.
    [[nodiscard]] QDateTime oldestOpenSend() const;
    /// The job ids that are waited for.
    [[nodiscard]] QStringList openJobs() const;

    /// Begins the countdown of an Armed batch; the journal holds it already. `confirmed` is when
    /// the person said so: when the machine has slept since, the countdown ends in a hold. Call
    /// once.
    void arm(const TimeMark &confirmed);
    /// Time until the first request leaves; nothing when no countdown runs.
    [[nodiscard]] std::optional<std::chrono::milliseconds> graceLeft() const;
    /// Ends the countdown now.
    void sendNow();
    /// Takes one item that was not sent out of the batch, for good.
    void spare(int item);

    /// Cancels everything that was not sent. What was sent goes on and is watched to its end.
    void stopTheRest();

    /// Everything unsent waits for a person.
    void hold(HoldReason reason);
    /// The person has spoken: goes on after a hold.
    void resume();

    /// Judges every Running and Unknown item by what was just read.
    void look(const Look &look);

signals:
    /// batch().items[item] has changed.
    void itemChanged(int item);
    /// batch().hold or graceLeft()'s being there has changed.
    void holdChanged();
    /// Exactly once: every item has reached an end.
    void finished();

private:
    void graceOver();
    [[nodiscard]] bool slept() const;
    void pump();
    [[nodiscard]] int mayBeInFlight() const;
    bool sendItem(int item);
    void answered(int item, const Result<Accepted> &answer);
    void refused(int item, const ApiError &error);
    void judge(int item, const Look &look);
    void noteAttention(int item);
    bool apply(int item, ItemEvent event, BatchItem changed);
    bool apply(int item, ItemEvent event, ItemReason reason = ItemReason::None);
    void applyToUnsent(ItemEvent event, ItemReason reason = ItemReason::None);
    void reportIfFinished();

    Batch m_batch;
    CloudApi &m_api;
    Clock &m_clock;
    Journal &m_journal;
    TimeMark m_mark;                                      ///< the clocks when a person last said go
    std::optional<std::chrono::milliseconds> m_graceEnds; ///< Clock::awake()
    int m_timer = 0;
    int m_inFlight = 0;
    int m_refusals = 0; ///< in a row
    bool m_unwritten =
        false;               ///< an outcome could not be written down: nothing more is sent unasked
    bool m_accepted = false; ///< one at least: what tier 3 waits for
    bool m_stopped = false;  ///< by a person: what comes back unsent is cancelled, not held
    bool m_reported = false;
};

} // namespace clusterdeck

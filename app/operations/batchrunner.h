// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clock.h"
#include "app/operations/batch.h"

#include <QObject>

namespace clusterdeck
{

/// Takes one batch through: the only place that sends writes. Every change of an item goes through
/// next() (itemstate.h); what the cloud is found to hold comes in through look().
class BatchRunner : public QObject
{
    Q_OBJECT

public:
    static constexpr int InFlight = 2;
    static constexpr std::chrono::minutes AttentionAfter{20};

    BatchRunner(Batch batch, CloudApi &api, Clock &clock, QObject *parent = nullptr);

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

    /// Begins to send. Call once.
    void start();

    /// Cancels everything that was not sent. What was sent goes on and is watched to its end.
    void stopTheRest();

    /// Goes on after a hold.
    void resume();

    /// Judges every Running and Unknown item by what was just read.
    void look(const Look &look);

signals:
    /// batch().items[item] has changed.
    void itemChanged(int item);
    /// batch().hold has changed.
    void holdChanged();
    /// Exactly once: every item has reached an end.
    void finished();

private:
    void pump();
    void sendItem(int item);
    void answered(int item, const Result<Accepted> &answer);
    void refused(int item, const ApiError &error);
    void judge(int item, const Look &look);
    void noteAttention(int item);
    void apply(int item, ItemEvent event, ItemReason reason = ItemReason::None);
    void hold(HoldReason reason);
    void reportIfFinished();

    Batch m_batch;
    CloudApi &m_api;
    Clock &m_clock;
    int m_inFlight = 0;
    bool m_reported = false;
};

} // namespace clusterdeck

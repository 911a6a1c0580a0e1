// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batchrunner.h"

#include "app/operations/journal/journal.h"
#include "app/operations/journal/journalforms.h"
#include "app/support/log.h"

#include <algorithm>
#include <utility>

namespace clusterdeck
{

BatchRunner::BatchRunner(Batch batch, CloudApi &api, Clock &clock, Journal &journal,
                         QObject *parent)
    : QObject(parent)
    , m_batch(std::move(batch))
    , m_api(api)
    , m_clock(clock)
    , m_journal(journal)
    , m_mark(clock)
    , m_tally(m_batch.items)
{
}

void BatchRunner::arm(const TimeMark &confirmed)
{
    m_mark = confirmed;
    m_graceEnds = m_clock.awake() + m_batch.grace;
    m_countdown.start(m_batch.grace, [this] { graceOver(); });
    emit holdChanged();
    reportIfFinished();
}

std::optional<std::chrono::milliseconds> BatchRunner::graceLeft() const
{
    if (!m_graceEnds)
        return {};
    return std::max(*m_graceEnds - m_clock.awake(), std::chrono::milliseconds(0));
}

void BatchRunner::sendNow()
{
    if (!m_graceEnds)
        return;
    m_mark = TimeMark(m_clock); // a person is here
    graceOver();
}

void BatchRunner::graceOver()
{
    m_countdown.stop();
    m_graceEnds.reset();
    applyToUnsent(ItemEvent::GraceOver);
    emit holdChanged();
    pump();
    reportIfFinished();
}

bool BatchRunner::slept() const
{
    return m_mark.sleptOrJumped(m_clock);
}

void BatchRunner::spare(int item)
{
    takeOut(item);
    reportIfFinished();
}

void BatchRunner::takeOut(int item)
{
    if (!isUnsent(m_batch.items.at(item).state))
        return;
    if (m_batch.items.at(item).state == ItemState::AwaitingReadback)
        apply(item, ItemEvent::LeftInDoubt, ItemReason::RefusedTogether);
    else
        apply(item, ItemEvent::Cancel, ItemReason::StoppedByPerson);
}

void BatchRunner::stopTheRest()
{
    m_stopped = true;
    m_countdown.stop();
    m_graceEnds.reset();
    const bool grouped = m_journal.begin();
    for (int item = 0; item < m_batch.items.size(); ++item)
        takeOut(item);
    if (grouped)
        (void)m_journal.end(); // none of these is an intent to send: see apply()
    m_batch.hold = HoldReason::None;
    emit holdChanged();
    reportIfFinished();
}

void BatchRunner::hold(HoldReason reason)
{
    if (m_tally.unsent() == 0)
        return;
    m_countdown.stop();
    m_graceEnds.reset();
    m_batch.hold = reason;
    applyToUnsent(ItemEvent::Hold);
    emit holdChanged();
}

/// What comes back to the queue while the batch waits for a person waits too.
void BatchRunner::holdWithTheOthers(int item)
{
    const BatchItem &queued = m_batch.items.at(item);
    if (m_batch.hold != HoldReason::None && queued.state == ItemState::Queued)
        apply(item, ItemEvent::Hold, queued.reason);
}

void BatchRunner::resume()
{
    m_mark = TimeMark(m_clock);
    m_refusals = 0;
    m_refusedRequests = 0;
    m_lost.beginAfter(m_requests);
    m_goOn = m_batch.hold == HoldReason::FirstUnknown;
    m_batch.hold = HoldReason::None;
    applyToUnsent(ItemEvent::Resume);
    emit holdChanged();
    pump();
    reportIfFinished();
}

/// Writes the change of all of `items` down in one go, then makes it. Only an intent to send needs
/// the writing to succeed: what has already happened is true whether or not it could be written,
/// and after a restart it is settled anew.
bool BatchRunner::apply(const QList<int> &items, ItemEvent event, QList<BatchItem> changed)
{
    const QDateTime now = m_clock.utcNow();
    for (BatchItem &item : changed) {
        const bool possible = item.apply(event, now);
        Q_ASSERT_X(possible, "BatchRunner", "an event that cannot happen in this state");
        if (!possible)
            return false;
    }
    const bool written = m_journal.record(m_batch.id, changed, event, now);
    if (!written && event == ItemEvent::SendStarted)
        return false;
    m_unwritten = m_unwritten || !written;
    for (qsizetype i = 0; i < items.size(); ++i) {
        BatchItem &item = m_batch.items[items.at(i)];
        m_tally.moved(item, changed.at(i));
        item = std::move(changed[i]);
        if (isUnsent(item.state))
            m_firstFresh = std::min(m_firstFresh, items.at(i));
        qCDebug(operationsLog).noquote() << m_batch.id << item.key.id << journalforms::word(event)
                                         << "->" << journalforms::word(item.state);
    }
    for (const int item : items)
        emit itemChanged(item);
    return true;
}

bool BatchRunner::apply(int item, ItemEvent event, BatchItem changed)
{
    return apply(QList<int>{item}, event, QList<BatchItem>{std::move(changed)});
}

bool BatchRunner::apply(int item, ItemEvent event, ItemReason reason)
{
    BatchItem changed = m_batch.items.at(item);
    changed.reason = reason;
    return apply(item, event, std::move(changed));
}

/// One event for everything that has not left yet and can take it, written in one go.
void BatchRunner::applyToUnsent(ItemEvent event, ItemReason reason)
{
    const bool grouped = m_journal.begin();
    for (int item = 0; item < m_batch.items.size(); ++item) {
        const BatchItem &unsent = m_batch.items.at(item);
        if (isUnsent(unsent.state) && next(unsent.state, event))
            apply(item, event, reason);
    }
    if (grouped)
        (void)m_journal.end(); // none of these is an intent to send: see apply()
}

void BatchRunner::reportIfFinished()
{
    if (m_reported || !isFinished())
        return;
    m_reported = true;
    emit finished();
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batchrunner.h"

#include "app/log.h"
#include "app/operations/journal.h"
#include "app/operations/journalforms.h"
#include "app/operations/settlement.h"

#include <algorithm>
#include <utility>

namespace clusterdeck
{

namespace
{

bool isOpen(const BatchItem &item)
{
    return item.state == ItemState::Running || item.state == ItemState::Unknown;
}

/// Answers that say nothing about the one cluster: the next one would get the same.
HoldReason holdFor(const ApiError &error)
{
    switch (error.kind) {
    case ErrorKind::Unauthorized:
        return HoldReason::Unauthorized;
    case ErrorKind::ClockSkew:
        return HoldReason::ClockSkew;
    case ErrorKind::RateLimited:
        return HoldReason::RateLimited;
    case ErrorKind::Maintenance:
        return HoldReason::Maintenance;
    case ErrorKind::Network:
    case ErrorKind::HostNotFound:
    case ErrorKind::ConnectionRefused:
    case ErrorKind::Proxy:
    case ErrorKind::Timeout:
    case ErrorKind::Tls:
    case ErrorKind::Cancelled:
        return error.outcome == Outcome::NotSent ? HoldReason::Unreachable : HoldReason::None;
    case ErrorKind::Redirected:
    case ErrorKind::Protocol:
    case ErrorKind::Rejected:
    case ErrorKind::Forbidden:
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
    case ErrorKind::ServerFault:
        return HoldReason::None;
    }
    return HoldReason::None;
}

} // namespace

BatchRunner::BatchRunner(Batch batch, CloudApi &api, Clock &clock, Journal &journal,
                         QObject *parent)
    : QObject(parent)
    , m_batch(std::move(batch))
    , m_api(api)
    , m_clock(clock)
    , m_journal(journal)
    , m_mark(clock)
{
}

bool BatchRunner::needsLooks() const
{
    return std::any_of(m_batch.items.begin(), m_batch.items.end(), isOpen);
}

bool BatchRunner::needsListing(const std::optional<QList<OperationRecord>> &operations) const
{
    const Look look{operations, true, {}};
    return std::any_of(m_batch.items.begin(), m_batch.items.end(), [&](const BatchItem &item) {
        if (!isOpen(item))
            return false;
        return item.jobId.isEmpty() || item.evidence.operationSuccessful ||
               sight(item, m_batch.verb, look).log == Sighting::Log::Successful;
    });
}

bool BatchRunner::awaitsSecondReading() const
{
    return std::any_of(m_batch.items.begin(), m_batch.items.end(), [](const BatchItem &item) {
        const Evidence &evidence = item.evidence;
        const bool readOnce = evidence.asWanted.length > 0 || evidence.vanished.length > 0;
        return isOpen(item) && readOnce && (item.jobId.isEmpty() || evidence.operationSuccessful);
    });
}

QDateTime BatchRunner::oldestOpenSend() const
{
    QDateTime oldest;
    for (const BatchItem &item : m_batch.items) {
        if (isOpen(item) && (!oldest.isValid() || item.sentAt < oldest))
            oldest = item.sentAt;
    }
    return oldest;
}

QStringList BatchRunner::openJobs() const
{
    QStringList jobs;
    for (const BatchItem &item : m_batch.items) {
        if (isOpen(item) && !item.jobId.isEmpty())
            jobs.append(item.jobId);
    }
    return jobs;
}

void BatchRunner::arm(const TimeMark &confirmed)
{
    m_mark = confirmed;
    m_graceEnds = m_clock.awake() + m_batch.grace;
    const int timer = ++m_timer;
    m_clock.callLater(m_batch.grace, this, [this, timer] {
        if (timer == m_timer)
            graceOver();
    });
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
    ++m_timer;
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
    if (isUnsent(m_batch.items.at(item).state))
        apply(item, ItemEvent::Cancel, ItemReason::StoppedByPerson);
    reportIfFinished();
}

void BatchRunner::stopTheRest()
{
    m_stopped = true;
    ++m_timer;
    m_graceEnds.reset();
    applyToUnsent(ItemEvent::Cancel, ItemReason::StoppedByPerson);
    m_batch.hold = HoldReason::None;
    emit holdChanged();
    reportIfFinished();
}

void BatchRunner::hold(HoldReason reason)
{
    const auto isWaiting = [](const BatchItem &item) { return isUnsent(item.state); };
    if (!std::any_of(m_batch.items.begin(), m_batch.items.end(), isWaiting))
        return;
    ++m_timer;
    m_graceEnds.reset();
    m_batch.hold = reason;
    applyToUnsent(ItemEvent::Hold);
    emit holdChanged();
}

void BatchRunner::resume()
{
    m_mark = TimeMark(m_clock);
    m_refusals = 0;
    m_batch.hold = HoldReason::None;
    applyToUnsent(ItemEvent::Resume);
    emit holdChanged();
    pump();
}

void BatchRunner::look(const Look &look)
{
    const bool grouped = m_journal.begin();
    for (int item = 0; item < m_batch.items.size(); ++item) {
        if (isOpen(m_batch.items.at(item)))
            judge(item, look);
        noteAttention(item);
    }
    if (grouped && !m_journal.end())
        hold(HoldReason::JournalFailed);
    pump();
    reportIfFinished();
}

void BatchRunner::pump()
{
    for (int item = 0; item < m_batch.items.size(); ++item) {
        if (m_inFlight >= mayBeInFlight() || m_batch.hold != HoldReason::None)
            return;
        if (m_batch.items.at(item).state != ItemState::Queued)
            continue;
        if (slept())
            hold(HoldReason::Suspended);
        else if (std::exchange(m_unwritten, false) || !sendItem(item))
            hold(HoldReason::JournalFailed);
    }
}

/// A large or risky batch sends one alone first, and goes on when that was accepted, or is known
/// not to have been carried out. An answer that was lost is neither.
int BatchRunner::mayBeInFlight() const
{
    if (m_batch.tier < 3 || m_accepted)
        return std::clamp(m_batch.inFlight, 1, MostInFlight);
    const bool open = std::any_of(m_batch.items.begin(), m_batch.items.end(), isOpen);
    return open ? 0 : 1;
}

bool BatchRunner::sendItem(int item)
{
    BatchItem sending = m_batch.items.at(item);
    sending.sentAt = m_api.serverNow();
    sending.sentAwake = m_clock.awake();
    sending.error.reset();
    if (!apply(item, ItemEvent::SendStarted, sending))
        return false;
    ++m_inFlight;
    m_api.send(m_batch.verb, sending.key.id, this, [this, item](const Result<Accepted> &answer) {
        --m_inFlight;
        answered(item, answer);
        pump();
        reportIfFinished();
    });
    return true;
}

void BatchRunner::answered(int item, const Result<Accepted> &answer)
{
    if (!answer) {
        refused(item, answer.error());
        return;
    }
    m_refusals = 0;
    BatchItem accepted = m_batch.items.at(item);
    accepted.jobId = answer->jobId;
    m_accepted = m_accepted || !accepted.jobId.isEmpty();
    accepted.reason = accepted.jobId.isEmpty() ? ItemReason::NoJobId : ItemReason::None;
    apply(item, accepted.jobId.isEmpty() ? ItemEvent::AnswerLost : ItemEvent::Accepted, accepted);
}

void BatchRunner::refused(int item, const ApiError &error)
{
    BatchItem changed = m_batch.items.at(item);
    changed.error = error;
    if (error.outcome == Outcome::Unknown) {
        changed.reason = ItemReason::AnswerLost;
        apply(item, ItemEvent::AnswerLost, changed);
        return;
    }
    const HoldReason reason = holdFor(error);
    if (reason != HoldReason::None) {
        changed.sentAt = {};
        apply(item, ItemEvent::RefusedAndHolding, changed);
        if (m_stopped)
            apply(item, ItemEvent::Cancel, ItemReason::StoppedByPerson);
        else
            hold(reason);
        return;
    }
    if (error.kind == ErrorKind::NotFound && m_batch.verb == Verb::Delete) {
        // It may be gone, or be another's, or have gone by our own request that somebody repeated.
        changed.reason = ItemReason::NoSuchCluster;
        apply(item, ItemEvent::AnswerLost, changed);
        return;
    }
    changed.reason = ItemReason::Refused;
    apply(item, ItemEvent::Refused, changed);
    m_refusals = error.kind == ErrorKind::Forbidden ? m_refusals + 1 : 0;
    if (m_refusals >= RefusalsInARow)
        hold(HoldReason::RefusedInARow);
}

void BatchRunner::judge(int item, const Look &look)
{
    const Sighting sighting = sight(m_batch.items.at(item), m_batch.verb, look);
    collect(m_batch.items[item].evidence, sighting);
    // A found job makes the item Running, and the same look may already tell how it ended.
    while (isOpen(m_batch.items.at(item))) {
        BatchItem judged = m_batch.items.at(item);
        const Verdict verdict = settle(judged, m_batch.verb, sighting, m_batch.user);
        if (!verdict.event)
            return;
        judged.reason = verdict.reason;
        // Whose operation it was stays said when it is over.
        if (judged.reason == ItemReason::None &&
            m_batch.items.at(item).reason == ItemReason::StartedByAnotherUser)
            judged.reason = ItemReason::StartedByAnotherUser;
        m_accepted = m_accepted || *verdict.event == ItemEvent::JobFound ||
                     *verdict.event == ItemEvent::Completed;
        if (*verdict.event == ItemEvent::JobFound)
            judged.jobId = verdict.jobId;
        if (*verdict.event == ItemEvent::OperationFailed)
            judged.operationErrors = sighting.operation.errorCodes;
        apply(item, *verdict.event, judged);
        if (judged.jobId.isEmpty())
            return;
    }
}

void BatchRunner::noteAttention(int item)
{
    BatchItem &target = m_batch.items[item];
    const bool needed = isOpen(target) && m_clock.awake() - target.sentAwake >= AttentionAfter;
    if (needed == target.needsAttention)
        return;
    target.needsAttention = needed;
    emit itemChanged(item);
}

/// Writes the change down, then makes it. Only an intent to send needs the writing to succeed: what
/// has already happened is true whether or not it could be written, and after a restart it is
/// settled anew.
bool BatchRunner::apply(int item, ItemEvent event, BatchItem changed)
{
    const auto state = next(m_batch.items.at(item).state, event);
    Q_ASSERT_X(state, "BatchRunner", "an event that cannot happen in this state");
    if (!state)
        return false;
    changed.state = *state;
    if (isEnd(*state))
        changed.endedAt = m_clock.utcNow();
    const bool written =
        m_journal.record(m_batch.id, changed.position, changed, event, m_clock.utcNow());
    if (!written && event == ItemEvent::SendStarted)
        return false;
    qCDebug(operationsLog).noquote() << m_batch.id << changed.key.id << journalforms::word(event)
                                     << "->" << journalforms::word(*state);
    m_batch.items[item] = std::move(changed);
    m_unwritten = m_unwritten || !written;
    emit itemChanged(item);
    return true;
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
        const ItemState state = m_batch.items.at(item).state;
        if (isUnsent(state) && next(state, event))
            apply(item, event, reason);
    }
    if (grouped)
        (void)m_journal.end(); // none of these is an intent to send: see apply()
}

void BatchRunner::reportIfFinished()
{
    if (m_reported || !m_batch.isFinished())
        return;
    m_reported = true;
    emit finished();
}

} // namespace clusterdeck

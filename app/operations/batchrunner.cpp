// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batchrunner.h"

#include "app/operations/settlement.h"

#include <algorithm>

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

BatchRunner::BatchRunner(Batch batch, CloudApi &api, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_batch(std::move(batch))
    , m_api(api)
    , m_clock(clock)
{
}

bool BatchRunner::needsLooks() const
{
    return std::any_of(m_batch.items.begin(), m_batch.items.end(), isOpen);
}

bool BatchRunner::needsListing(const std::optional<QList<OperationRecord>> &operations) const
{
    const Look look{operations, {}};
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
        return isOpen(item) &&
               (item.evidence.asWanted.length > 0 || item.evidence.vanished.length > 0);
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

void BatchRunner::start()
{
    pump();
    reportIfFinished();
}

void BatchRunner::stopTheRest()
{
    for (int item = 0; item < m_batch.items.size(); ++item) {
        if (isUnsent(m_batch.items.at(item).state))
            apply(item, ItemEvent::Cancel, ItemReason::StoppedByPerson);
    }
    hold(HoldReason::None);
    reportIfFinished();
}

void BatchRunner::resume()
{
    hold(HoldReason::None);
    for (int item = 0; item < m_batch.items.size(); ++item) {
        if (m_batch.items.at(item).state == ItemState::Held)
            apply(item, ItemEvent::Resume);
    }
    pump();
}

void BatchRunner::look(const Look &look)
{
    for (int item = 0; item < m_batch.items.size(); ++item) {
        if (isOpen(m_batch.items.at(item)))
            judge(item, look);
        noteAttention(item);
    }
    reportIfFinished();
}

void BatchRunner::pump()
{
    for (int item = 0; item < m_batch.items.size(); ++item) {
        if (m_inFlight >= InFlight || m_batch.hold != HoldReason::None)
            return;
        if (m_batch.items.at(item).state == ItemState::Queued)
            sendItem(item);
    }
}

void BatchRunner::sendItem(int item)
{
    BatchItem &target = m_batch.items[item];
    target.sentAt = m_api.serverNow();
    target.sentAwake = m_clock.awake();
    target.error.reset();
    apply(item, ItemEvent::SendStarted);
    ++m_inFlight;
    m_api.send(m_batch.verb, target.key.id, this, [this, item](const Result<Accepted> &answer) {
        --m_inFlight;
        answered(item, answer);
        pump();
        reportIfFinished();
    });
}

void BatchRunner::answered(int item, const Result<Accepted> &answer)
{
    if (!answer) {
        refused(item, answer.error());
        return;
    }
    m_batch.items[item].jobId = answer->jobId;
    if (answer->jobId.isEmpty())
        apply(item, ItemEvent::AnswerLost, ItemReason::NoJobId);
    else
        apply(item, ItemEvent::Accepted);
}

void BatchRunner::refused(int item, const ApiError &error)
{
    m_batch.items[item].error = error;
    if (error.outcome == Outcome::Unknown) {
        apply(item, ItemEvent::AnswerLost, ItemReason::AnswerLost);
        return;
    }
    const HoldReason reason = holdFor(error);
    if (reason != HoldReason::None) {
        m_batch.items[item].sentAt = {};
        apply(item, ItemEvent::RefusedAndHolding);
        hold(reason);
    } else if (error.kind == ErrorKind::NotFound && m_batch.verb == Verb::Delete) {
        apply(item, ItemEvent::FoundGone);
    } else {
        apply(item, ItemEvent::Refused, ItemReason::Refused);
    }
}

void BatchRunner::judge(int item, const Look &look)
{
    BatchItem &target = m_batch.items[item];
    Sighting sighting = sight(target, m_batch.verb, look);
    collect(target.evidence, sighting);
    // A found job makes the item Running, and the same look may already tell how it ended.
    while (isOpen(target)) {
        const Verdict verdict = settle(target, m_batch.verb, sighting, m_batch.user);
        if (!verdict.event)
            return;
        if (*verdict.event == ItemEvent::JobFound)
            target.jobId = verdict.jobId;
        if (*verdict.event == ItemEvent::OperationFailed)
            target.operationErrors = sighting.operation.errorCodes;
        apply(item, *verdict.event, verdict.reason);
        if (target.jobId.isEmpty())
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

void BatchRunner::apply(int item, ItemEvent event, ItemReason reason)
{
    BatchItem &target = m_batch.items[item];
    const auto state = next(target.state, event);
    Q_ASSERT_X(state, "BatchRunner", "an event that cannot happen in this state");
    if (!state)
        return;
    target.state = *state;
    target.reason = reason;
    if (isEnd(*state))
        target.endedAt = m_clock.utcNow();
    emit itemChanged(item);
}

void BatchRunner::hold(HoldReason reason)
{
    if (reason != HoldReason::None) {
        for (int item = 0; item < m_batch.items.size(); ++item) {
            if (m_batch.items.at(item).state == ItemState::Queued)
                apply(item, ItemEvent::Hold);
        }
    }
    if (reason == m_batch.hold)
        return;
    m_batch.hold = reason;
    emit holdChanged();
}

void BatchRunner::reportIfFinished()
{
    if (m_reported || !m_batch.isFinished())
        return;
    m_reported = true;
    emit finished();
}

} // namespace clusterdeck

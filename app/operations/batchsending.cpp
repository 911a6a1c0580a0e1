// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batchrunner.h"
#include "app/operations/journal/journal.h"

#include <algorithm>
#include <utility>

namespace clusterdeck
{

namespace
{

QList<BatchItem> itemsAt(const QList<BatchItem> &items, const QList<int> &places)
{
    QList<BatchItem> picked;
    picked.reserve(places.size());
    for (const int place : places)
        picked.append(items.at(place));
    return picked;
}

} // namespace

bool BatchRunner::isSending() const
{
    return m_tally.in(ItemState::Sending) > 0 ||
           (m_batch.hold == HoldReason::None &&
            m_tally.in(ItemState::Queued) + m_tally.in(ItemState::AwaitingReadback) > 0);
}

void BatchRunner::pump()
{
    while (m_batch.hold == HoldReason::None && m_tally.in(ItemState::Queued) > 0 &&
           m_inFlight < mayBeInFlight()) {
        while (!isUnsent(m_batch.items.at(m_firstFresh).state))
            ++m_firstFresh; // one is Queued, so this ends
        TakeLimits limits;
        limits.together =
            mustBeAlone() ? 1 : std::clamp(m_batch.together, 1, CloudApi::MostTogether);
        limits.firstFresh = m_firstFresh;
        limits.freshAllowed = mayBeginFresh(m_refusedRequests);
        Portions left = m_portions;
        const QList<int> items = takeNext(m_batch.items, left, limits);
        if (items.isEmpty())
            return;
        if (slept()) {
            hold(HoldReason::Suspended);
        } else if (takeOutProtected(items)) {
            continue; // another choice, without them
        } else if (std::exchange(m_unwritten, false) || !sendTogether(items)) {
            hold(unwrittenReason());
        } else {
            m_portions = std::move(left);
        }
    }
}

/// Locks and read-only accounts may have changed since the confirmation, or while the batch waited
/// for a person. True when one of `items` had to go.
bool BatchRunner::takeOutProtected(const QList<int> &items)
{
    bool any = false;
    for (const int item : items) {
        if (m_isProtected && m_isProtected(m_batch.items.at(item)))
            any = apply(item, ItemEvent::Cancel, ItemReason::ProtectedSince) || any;
    }
    return any;
}

/// Why what had to be written down could not be.
HoldReason BatchRunner::unwrittenReason() const
{
    return m_journal.access() == Journal::Access::Writable ? HoldReason::JournalFailed
                                                           : HoldReason::LockLost;
}

bool BatchRunner::mustBeAlone() const
{
    return m_batch.tier >= 3 && !m_accepted;
}

/// A large or risky batch sends one alone first, and goes on when that was accepted, or is known
/// not to have been carried out. An answer that was lost is neither: when nothing can be known of
/// it a person decides, see holdForFirst().
int BatchRunner::mayBeInFlight() const
{
    if (!mustBeAlone())
        return std::clamp(m_batch.inFlight, 1, MostInFlight);
    return m_tally.open() > 0 && !m_goOn ? 0 : 1;
}

/// The intents of all of them are on disk, in one commit, before the one request leaves.
bool BatchRunner::sendTogether(const QList<int> &items)
{
    QList<BatchItem> sending = itemsAt(m_batch.items, items);
    QStringList ids;
    for (BatchItem &item : sending) {
        item.sentAt = m_api.serverNow();
        item.sentAwake = m_clock.awake();
        item.error.reset();
        item.reason = ItemReason::None;
        ids.append(item.key.id);
    }
    if (!apply(items, ItemEvent::SendStarted, std::move(sending)))
        return false;
    ++m_inFlight;
    m_goOn = false;
    const int request = m_requests++;
    m_api.send(m_batch.verb, ids, this, [this, request, items](const Result<Accepted> &answer) {
        --m_inFlight;
        answered(request, items, answer);
        pump();
        reportIfFinished();
    });
    return true;
}

void BatchRunner::answered(int request, const QList<int> &items, const Result<Accepted> &answer)
{
    const bool isLost = !answer && answer.error().outcome == Outcome::Unknown;
    const int lostInARow = m_lost.ended(request, isLost);
    if (answer)
        accepted(items, *answer);
    else
        refused(items, answer.error());
    if (lostInARow >= LostInARow && m_batch.hold == HoldReason::None)
        hold(HoldReason::AnswersLost);
}

void BatchRunner::accepted(const QList<int> &items, const Accepted &answer)
{
    m_refusals = 0;
    m_refusedRequests = 0;
    // One job carries out the whole request. Of several nobody knows which is whose.
    const QString job = items.size() == 1 || answer.oneJob ? answer.jobId : QString();
    m_accepted = m_accepted || !job.isEmpty();
    QList<BatchItem> changed = itemsAt(m_batch.items, items);
    for (BatchItem &item : changed) {
        item.jobId = job;
        item.answeredAt = job.isEmpty() ? QDateTime() : m_api.serverNow();
        item.reason = job.isEmpty() ? ItemReason::NoJobId : ItemReason::None;
    }
    apply(items, job.isEmpty() ? ItemEvent::AnswerLost : ItemEvent::Accepted, std::move(changed));
}

void BatchRunner::refused(const QList<int> &items, const ApiError &error)
{
    const Consequence follows = consequenceOf(error, m_batch.verb, int(items.size()));
    QList<BatchItem> changed = itemsAt(m_batch.items, items);
    for (BatchItem &item : changed) {
        item.error = error;
        item.reason = follows.reason;
        const auto after = next(item.state, follows.event);
        if (after == ItemState::AwaitingReadback) {
            item.sentAwake = m_clock.awake(); // what was begun to be read before is no news
            item.evidence = {};
        } else if (after && isUnsent(*after)) {
            item.sentAt = {};
        }
    }
    apply(items, follows.event, std::move(changed));
    const bool inHalves =
        follows.event == ItemEvent::NotSentTogether ||
        (follows.event == ItemEvent::RefusedTogether && follows.hold == HoldReason::None);
    if (follows.event == ItemEvent::Refused || inHalves)
        ++m_refusedRequests;
    if (follows.event == ItemEvent::Refused)
        m_refusals = follows.counts ? m_refusals + 1 : 0;
    if (m_stopped) {
        for (const int item : items)
            takeOut(item);
        return;
    }
    if (inHalves)
        m_portions += halvesOf(items);
    for (const int item : items)
        holdWithTheOthers(item);
    if (follows.hold != HoldReason::None)
        hold(follows.hold);
    else if (m_refusals >= RefusalsInARow)
        hold(HoldReason::RefusedInARow);
}

} // namespace clusterdeck

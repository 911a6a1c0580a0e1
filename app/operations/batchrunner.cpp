// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batchrunner.h"

#include "app/operations/batch/reconciliation.h"
#include "app/operations/journal/journal.h"
#include "app/operations/journal/journalcodec.h"
#include "app/support/log.h"

#include <algorithm>
#include <utility>

namespace clusterdeck
{

BatchRunner::BatchRunner(Batch batch, CloudApi &api, Clock &clock, Journal &journal,
                         QObject *parent)
    : BatchRunner(std::move(batch), clock, journal, parent)
{
    m_api = &api;
}

BatchRunner::BatchRunner(Batch batch, Clock &clock, Journal &journal, QObject *parent)
    : QObject(parent)
    , m_batch(std::move(batch))
    , m_clock(clock)
    , m_journal(journal)
    , m_mark(clock)
    , m_tally(m_batch.items)
{
}

void BatchRunner::recover()
{
    for (int item = 0; item < m_batch.items.size(); ++item) {
        BatchItem &found = m_batch.items[item];
        // Clock::awake() of an earlier run has no meaning in this one.
        found.sentAwake = found.evidenceSince = m_clock.awake();
        if (const auto leaving = found.leaving(ItemReason::ProgramEnded))
            apply(item, leaving->event, leaving->reason);
    }
}

void BatchRunner::arm(const TimeMark &confirmed)
{
    m_mark = confirmed;
    m_undoWindowEnds = m_clock.awake() + m_batch.undoWindow;
    m_countdown.start(m_batch.undoWindow, [this] { undoWindowOver(); });
    emit holdChanged();
    reportIfFinished();
}

std::optional<std::chrono::milliseconds> BatchRunner::undoWindowLeft() const
{
    if (!m_undoWindowEnds)
        return {};
    return std::max(*m_undoWindowEnds - m_clock.awake(), std::chrono::milliseconds(0));
}

void BatchRunner::sendNow()
{
    if (!m_undoWindowEnds)
        return;
    m_mark = TimeMark(m_clock); // the user confirms again
    undoWindowOver();
}

void BatchRunner::undoWindowOver()
{
    m_countdown.stop();
    m_undoWindowEnds.reset();
    applyToUnsent(ItemEvent::UndoWindowOver);
    emit holdChanged();
    pump();
    reportIfFinished();
}

bool BatchRunner::slept() const
{
    return m_mark.sleptOrJumped(m_clock);
}

void BatchRunner::removeFromBatch(int item)
{
    takeOut(item);
    reportIfFinished();
}

void BatchRunner::takeOut(int item)
{
    const BatchItem &unsent = m_batch.items.at(item);
    if (!isUnsent(unsent.state))
        return;
    if (const auto leaving = unsent.leaving(ItemReason::StoppedByPerson))
        apply(item, leaving->event, leaving->reason);
}

void BatchRunner::stopTheRest()
{
    m_stopped = true;
    m_countdown.stop();
    m_undoWindowEnds.reset();
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
    m_undoWindowEnds.reset();
    m_batch.hold = reason;
    applyToUnsent(ItemEvent::Hold);
    emit holdChanged();
}

/// Holds an item that returns to the queue while the batch is held.
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

/// Records the change of all `items` in one transaction, then makes it. Only SendStarted depends on
/// the record: other events have happened already, recorded or not, and a restart reconciles again.
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
        qCDebug(operationsLog).noquote() << m_batch.id << item.key.id << journalcodec::word(event)
                                         << "->" << journalcodec::word(item.state);
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

void BatchRunner::noteListedAgain(int item)
{
    BatchItem &noted = m_batch.items[item];
    noted.reason = ItemReason::ListedAgain;
    // If it cannot be recorded, the next start finds it again.
    (void)m_journal.recordListedAgain(m_batch.id, noted.position, m_clock.utcNow());
    emit itemChanged(item);
}

/// Applies an event to all unsent items whose state allows it, in one transaction.
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
    if (!m_api)
        return;
    while (m_batch.hold == HoldReason::None && m_tally.in(ItemState::Queued) > 0 &&
           m_inFlight < mayBeInFlight()) {
        while (!isUnsent(m_batch.items.at(m_firstFresh).state))
            ++m_firstFresh; // ends, because at least one item is Queued
        TakeLimits limits;
        limits.together =
            mustBeAlone() ? 1 : std::clamp(m_batch.together, 1, CloudApi::MostTogether);
        limits.firstFresh = m_firstFresh;
        limits.freshAllowed = mayBeginFresh(m_refusedRequests);
        RetryGroups left = m_retryGroups;
        const QList<int> items = nextGroup(m_batch.items, left, limits);
        if (items.isEmpty())
            return;
        if (slept()) {
            hold(HoldReason::Suspended);
        } else if (takeOutProtected(items)) {
            continue; // chooses again without the protected items
        } else if (std::exchange(m_unwritten, false) || !sendTogether(items)) {
            hold(unwrittenReason());
        } else {
            m_retryGroups = std::move(left);
        }
    }
}

/// Cancels protected items: locks and accounts may have changed since the confirmation. True when
/// any of `items` was cancelled.
bool BatchRunner::takeOutProtected(const QList<int> &items)
{
    bool any = false;
    for (const int item : items) {
        if (m_isProtected && m_isProtected(m_batch.items.at(item)))
            any = apply(item, ItemEvent::Cancel, ItemReason::ProtectedSince) || any;
    }
    return any;
}

/// Why a change could not be recorded.
HoldReason BatchRunner::unwrittenReason() const
{
    return m_journal.access() == Journal::Access::Writable ? HoldReason::JournalFailed
                                                           : HoldReason::LockLost;
}

bool BatchRunner::mustBeAlone() const
{
    return m_batch.tier >= 3 && !m_accepted;
}

/// A large or risky batch first sends a single item, and continues when that item was accepted or
/// certainly not carried out. If its outcome cannot be determined, the user decides, see
/// holdForFirst().
int BatchRunner::mayBeInFlight() const
{
    if (!mustBeAlone())
        return std::clamp(m_batch.inFlight, 1, MostInFlight);
    return m_tally.open() > 0 && !m_goOn ? 0 : 1;
}

/// Sends one request for `items`, after their intents were recorded in one transaction. False, and
/// nothing was sent, when they could not be recorded.
bool BatchRunner::sendTogether(const QList<int> &items)
{
    QList<BatchItem> sending = itemsAt(m_batch.items, items);
    QStringList ids;
    for (BatchItem &item : sending) {
        item.sentAt = m_api->serverNow();
        item.sentAwake = item.evidenceSince = m_clock.awake();
        item.error.reset();
        item.reason = ItemReason::None;
        ids.append(item.key.id);
    }
    if (!apply(items, ItemEvent::SendStarted, std::move(sending)))
        return false;
    ++m_inFlight;
    m_goOn = false;
    const int request = m_requests++;
    m_api->send(m_batch.verb, ids, this, [this, request, items](const Result<Accepted> &answer) {
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
        notAccepted(items, answer.error());
    if (lostInARow >= LostInARow && m_batch.hold == HoldReason::None)
        hold(HoldReason::AnswersLost);
}

void BatchRunner::accepted(const QList<int> &items, const Accepted &answer)
{
    m_refusals = 0;
    m_refusedRequests = 0;
    // Of several jobs it is not known which belongs to which item.
    const QString job = items.size() == 1 || answer.oneJob ? answer.jobId : QString();
    m_accepted = m_accepted || !job.isEmpty();
    QList<BatchItem> changed = itemsAt(m_batch.items, items);
    for (BatchItem &item : changed) {
        item.jobId = job;
        item.answeredAt = job.isEmpty() ? QDateTime() : m_api->serverNow();
        item.reason = job.isEmpty() ? ItemReason::NoJobId : ItemReason::None;
    }
    apply(items, job.isEmpty() ? ItemEvent::AnswerLost : ItemEvent::Accepted, std::move(changed));
}

/// The answer was a refusal or was lost, or nothing was sent: consequenceOf() tells them apart.
void BatchRunner::notAccepted(const QList<int> &items, const ApiError &error)
{
    const Consequence follows = consequenceOf(error, m_batch.verb, int(items.size()));
    QList<BatchItem> changed = itemsAt(m_batch.items, items);
    for (BatchItem &item : changed) {
        item.error = error;
        item.reason = follows.reason;
        const auto after = next(item.state, follows.event);
        if (follows.event == ItemEvent::RefusedTogether) {
            item.evidenceSince = m_clock.awake();
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
        m_retryGroups += halvesOf(items);
    for (const int item : items)
        holdWithTheOthers(item);
    if (follows.hold != HoldReason::None)
        hold(follows.hold);
    else if (m_refusals >= RefusalsInARow)
        hold(HoldReason::RefusedInARow);
}

namespace
{

/// Its operation was successful: the log contains no further information about it.
bool waitsForListingAlone(const BatchItem &item)
{
    return !item.jobId.isEmpty() && item.evidence.operationSuccessful;
}

bool needsTheLog(const BatchItem &item)
{
    return isRead(item.state) && !waitsForListingAlone(item);
}

/// Its job id was the answer to our request. For an item of an earlier run this is a guess.
bool isOwn(const BatchItem &item)
{
    return !item.jobId.isEmpty() && item.sentAt.isValid() &&
           (item.answeredAt.isValid() || (!item.error && item.reason == ItemReason::None));
}

bool isReadOnce(const BatchItem &item)
{
    const Evidence &evidence = item.evidence;
    const bool readOnce = evidence.asWanted.length > 0 || evidence.vanished.length > 0;
    return isOpen(item.state) && readOnce && (item.jobId.isEmpty() || evidence.operationSuccessful);
}

} // namespace

bool BatchRunner::needsLog() const
{
    return std::any_of(m_batch.items.begin(), m_batch.items.end(), needsTheLog);
}

bool BatchRunner::isReadFarEnough(const QList<OperationRecord> &log) const
{
    const LogBefore &before = m_batch.logBefore;
    // All operations known before sending were found again. If the whole log was known, it is read
    // to its end instead.
    const int known = LogComparison(log, before).known();
    const bool all = !before.whole && known > 0 && known == before.operations.size();
    if (before.read)
        return all || known >= LogComparison::KnownEnough;
    QDateTime oldest;
    for (const BatchItem &item : m_batch.items) {
        if (needsTheLog(item) && (!oldest.isValid() || item.sentAt < oldest))
            oldest = item.sentAt;
    }
    return std::any_of(log.begin(), log.end(), [&](const OperationRecord &operation) {
        return operation.created.isValid() && operation.created < oldest.addDays(-1);
    });
}

QList<OwnOperation> BatchRunner::ownOperations() const
{
    QList<OwnOperation> own;
    for (const BatchItem &item : m_batch.items) {
        // Items of one request have the same job.
        if (isOwn(item) && (own.isEmpty() || own.constLast().jobId != item.jobId))
            own.append(
                {item.jobId, item.sentAt, item.answeredAt, item.sentAwake, needsTheLog(item)});
    }
    return own;
}

QStringList BatchRunner::openJobs() const
{
    QStringList jobs;
    for (const BatchItem &item : m_batch.items) {
        // Items of one request have the same job.
        if (isOpen(item.state) && needsTheLog(item) && !item.jobId.isEmpty() &&
            (jobs.isEmpty() || jobs.constLast() != item.jobId))
            jobs.append(item.jobId);
    }
    jobs.removeDuplicates();
    return jobs;
}

QStringList BatchRunner::clustersToRead(const CloudSnapshot &snapshot) const
{
    const SnapshotIndex index(snapshot, m_batch.logBefore, m_batch.user);
    const auto needsListing = [&](const BatchItem &item) {
        if (!isRead(item.state) || item.jobId.isEmpty() || item.evidence.operationSuccessful)
            return isRead(item.state);
        const Observation seen = observe(item, m_batch.verb, index);
        // A failed operation on several clusters does not show for which of them it failed, and a
        // failed operation of another user shows nothing about our request.
        return seen.log == Observation::Log::Successful ||
               (seen.log == Observation::Log::Failed && seen.operation.resourceIds.size() > 1) ||
               (seen.log == Observation::Log::None &&
                item.reason == ItemReason::StartedByAnotherUser);
    };
    QStringList ids;
    for (const BatchItem &item : m_batch.items) {
        if (needsListing(item))
            ids.append(item.key.id);
    }
    return ids;
}

void BatchRunner::handleSnapshot(const CloudSnapshot &snapshot)
{
    const SnapshotIndex index(snapshot, m_batch.logBefore, m_batch.user);
    const bool grouped = m_journal.begin();
    for (int item = 0; item < m_batch.items.size(); ++item) {
        const ItemState state = m_batch.items.at(item).state;
        if (state == ItemState::AwaitingReadback)
            judgeReadback(item, index);
        else if (isOpen(state))
            judge(item, index);
        noteAttention(item);
    }
    if (grouped && !m_journal.end())
        hold(unwrittenReason());
    m_awaitsSecond = std::any_of(m_batch.items.begin(), m_batch.items.end(), isReadOnce);
    holdForFirst();
    pump();
    reportIfFinished();
}

void BatchRunner::judge(int item, const SnapshotIndex &snapshot)
{
    const Observation observation = observe(m_batch.items.at(item), m_batch.verb, snapshot);
    collect(m_batch.items[item].evidence, observation);
    reconcileBy(observation, item);
}

/// For an item in AwaitingReadback. It is sent again only if readings after the refusal show it
/// untouched; else it is reconciled.
void BatchRunner::judgeReadback(int item, const SnapshotIndex &snapshot)
{
    BatchItem read = m_batch.items.at(item);
    if (snapshot.snapshot.begun < read.evidenceSince)
        return;
    const Observation observation = observe(read, m_batch.verb, snapshot);
    collect(read.evidence, observation);
    switch (afterRefusal(observation, read.evidence)) {
    case AfterRefusal::LookAgain:
        m_batch.items[item].evidence = read.evidence;
        return;
    case AfterRefusal::Untouched:
        read.sentAt = {};
        read.evidence = {};
        apply(item, ItemEvent::FoundUntouched, std::move(read));
        holdWithTheOthers(item);
        return;
    case AfterRefusal::Touched:
        break;
    }
    const bool saidGone = read.error && read.error->kind == ErrorKind::NotFound &&
                          specOf(m_batch.verb).isProvenByAbsence() &&
                          observation.listed == Observation::Listed::AsWanted;
    read.reason = saidGone ? ItemReason::NoSuchCluster : ItemReason::RefusedTogether;
    apply(item, ItemEvent::LeftInDoubt, std::move(read));
    reconcileBy(observation, item);
}

void BatchRunner::reconcileBy(const Observation &observation, int item)
{
    // A found job makes the item Running, and the same snapshot may already contain its end.
    while (isOpen(m_batch.items.at(item).state)) {
        BatchItem judged = m_batch.items.at(item);
        const Verdict verdict = reconcile(judged, m_batch.verb, observation, m_batch.user);
        if (!verdict.event)
            return;
        judged.reason = verdict.reason;
        // The final state keeps the reason that the operation belongs to another user.
        if (judged.reason == ItemReason::None &&
            m_batch.items.at(item).reason == ItemReason::StartedByAnotherUser)
            judged.reason = ItemReason::StartedByAnotherUser;
        m_accepted = m_accepted || *verdict.event == ItemEvent::JobFound ||
                     *verdict.event == ItemEvent::Completed;
        if (*verdict.event == ItemEvent::JobFound || *verdict.event == ItemEvent::Unproven)
            judged.jobId = verdict.jobId;
        if (*verdict.event == ItemEvent::OperationFailed)
            judged.operationErrors = observation.operation.errorCodes;
        if (!apply(item, *verdict.event, judged) || judged.jobId.isEmpty())
            return;
    }
}

/// Holds the batch when the outcome of the first item cannot be found out: the others would wait
/// forever.
void BatchRunner::holdForFirst()
{
    const auto cannotBeTold = [](const BatchItem &item) {
        return item.state == ItemState::Unknown &&
               (item.reason == ItemReason::LogNotRead || item.reason == ItemReason::LogMayLag);
    };
    if (mustBeAlone() && !m_goOn && m_batch.hold == HoldReason::None && m_inFlight == 0 &&
        m_tally.in(ItemState::Queued) > 0 &&
        std::any_of(m_batch.items.begin(), m_batch.items.end(), cannotBeTold))
        hold(HoldReason::FirstUnknown);
}

void BatchRunner::noteAttention(int item)
{
    BatchItem &target = m_batch.items[item];
    if (target.state == ItemState::NotUnderstood)
        return; // needs attention always
    const bool needed =
        isRead(target.state) && m_clock.awake() - target.evidenceSince >= AttentionAfter;
    if (needed == target.needsAttention)
        return;
    target.needsAttention = needed;
    emit itemChanged(item);
}

} // namespace clusterdeck

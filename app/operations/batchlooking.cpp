// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batch/settlement.h"
#include "app/operations/batchrunner.h"
#include "app/operations/journal/journal.h"

#include <algorithm>

namespace clusterdeck
{

namespace
{

/// Its operation is known to have been successful: the log has nothing more to say about it.
bool waitsForListingAlone(const BatchItem &item)
{
    return !item.jobId.isEmpty() && item.evidence.operationSuccessful;
}

bool needsTheLog(const BatchItem &item)
{
    return item.state == ItemState::AwaitingReadback ||
           (isOpen(item.state) && !waitsForListingAlone(item));
}

/// Its job id came as the answer to our request; of an earlier run, as far as can be told.
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
    // What was whole is read to its end again, while it is short.
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
        // Neighbours that went in one request have the same job.
        if (isOwn(item) && (own.isEmpty() || own.constLast().jobId != item.jobId))
            own.append({item.jobId, item.sentAt, item.answeredAt, needsTheLog(item)});
    }
    return own;
}

QStringList BatchRunner::openJobs() const
{
    QStringList jobs;
    for (const BatchItem &item : m_batch.items) {
        // Neighbours that went in one request wait for the same job.
        if (isOpen(item.state) && needsTheLog(item) && !item.jobId.isEmpty() &&
            (jobs.isEmpty() || jobs.constLast() != item.jobId))
            jobs.append(item.jobId);
    }
    jobs.removeDuplicates();
    return jobs;
}

bool BatchRunner::needsListing(const Look &look) const
{
    if (isUrgent())
        return true;
    const LookIndex index(look, m_batch.logBefore, m_batch.user);
    return std::any_of(m_batch.items.begin(), m_batch.items.end(), [&](const BatchItem &item) {
        if (!isOpen(item.state) || item.evidence.operationSuccessful)
            return isOpen(item.state);
        const Sighting seen = sight(item, m_batch.verb, index);
        // One that failed for several does not say for which of them.
        return seen.log == Sighting::Log::Successful ||
               (seen.log == Sighting::Log::Failed && seen.operation.resourceIds.size() > 1);
    });
}

void BatchRunner::look(const Look &look)
{
    const LookIndex index(look, m_batch.logBefore, m_batch.user);
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

void BatchRunner::judge(int item, const LookIndex &look)
{
    const Sighting sighting = sight(m_batch.items.at(item), m_batch.verb, look);
    collect(m_batch.items[item].evidence, sighting);
    settleBy(sighting, item);
}

/// It was refused with others. Only what a reading made since then shows to be as it was may go
/// again; anything else is settled, and never sent again.
void BatchRunner::judgeReadback(int item, const LookIndex &look)
{
    BatchItem read = m_batch.items.at(item);
    if (look.look.begun < read.sentAwake)
        return;
    const Sighting sighting = sight(read, m_batch.verb, look);
    collect(read.evidence, sighting);
    switch (afterRefusal(sighting, read.evidence)) {
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
                          sighting.listed == Sighting::Listed::AsWanted;
    read.reason = saidGone ? ItemReason::NoSuchCluster : ItemReason::RefusedTogether;
    apply(item, ItemEvent::LeftInDoubt, std::move(read));
    settleBy(sighting, item);
}

void BatchRunner::settleBy(const Sighting &sighting, int item)
{
    // A found job makes the item Running, and the same look may already tell how it ended.
    while (isOpen(m_batch.items.at(item).state)) {
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
        if (*verdict.event == ItemEvent::JobFound || *verdict.event == ItemEvent::Unproven)
            judged.jobId = verdict.jobId;
        if (*verdict.event == ItemEvent::OperationFailed)
            judged.operationErrors = sighting.operation.errorCodes;
        if (!apply(item, *verdict.event, judged) || judged.jobId.isEmpty())
            return;
    }
}

/// The others would wait for ever for one of which nothing can be known.
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
        return; // it always does
    const bool waits = isOpen(target.state) || target.state == ItemState::AwaitingReadback;
    const bool needed = waits && m_clock.awake() - target.sentAwake >= AttentionAfter;
    if (needed == target.needsAttention)
        return;
    target.needsAttention = needed;
    emit itemChanged(item);
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batch/reconciliation.h"

#include "app/clusters/clusterstate.h"

#include <algorithm>

namespace clusterdeck
{

namespace
{

Observation::Log logOf(const OperationRecord &operation)
{
    switch (progressOf(operation)) {
    case OperationProgress::Running:
        return Observation::Log::Running;
    case OperationProgress::Successful:
        return Observation::Log::Successful;
    case OperationProgress::Failed:
        return Observation::Log::Failed;
    }
    return Observation::Log::NotRead;
}

bool isForeign(const OperationRecord &operation, const QString &user)
{
    const QString &requester = requesterOf(operation);
    return !user.isEmpty() && !requester.isEmpty() && requester != user;
}

/// What an operation shows about a request without a known job.
Observation::Log logOfCandidate(const OperationRecord &operation, Newness newness,
                                const QString &user)
{
    using Log = Observation::Log;
    const Log log = logOf(operation);
    switch (newness) {
    case Newness::Before:
        return Log::None;
    case Newness::Since:
        return log == Log::Failed && isForeign(operation, user) ? Log::None : log;
    case Newness::Unclear:
        return log == Log::Running ? log : Log::Unclear;
    }
    return Log::NotRead;
}

/// Of two operations that could be ours, the one with the higher weight counts.
int weight(Observation::Log log)
{
    switch (log) {
    case Observation::Log::NotRead:
    case Observation::Log::None:
        return 0;
    case Observation::Log::Unclear:
        return 1;
    case Observation::Log::Failed:
        return 2;
    case Observation::Log::Running:
        return 3;
    case Observation::Log::Successful:
        return 4;
    }
    return 0;
}

void observeWithoutJob(Observation &observation, const BatchItem &item, Verb verb,
                       const SnapshotIndex &index)
{
    const auto [first, last] = index.byResource.equal_range(item.key.id);
    for (auto found = first; found != last; ++found) {
        const OperationRecord &operation = index.snapshot.operations->at(*found);
        if (!isOfVerb(operation, verb))
            continue;
        const Observation::Log log =
            logOfCandidate(operation, index.comparison.newness(*found), index.user);
        if (weight(log) > weight(observation.log)) {
            observation.log = log;
            observation.operation = operation;
        }
    }
}

/// The operation whose job id was in the answer. Services reuse job ids, and a gateway may mix up
/// answers. So an operation on other clusters, of another verb, or from before the request is not
/// ours; nor is a failed operation of another user.
const OperationRecord *answeredOperation(const BatchItem &item, Verb verb,
                                         const SnapshotIndex &index)
{
    const auto [first, last] = index.byJob.equal_range(item.jobId);
    const auto found = std::find_if(first, last, [&](qsizetype place) {
        const OperationRecord &operation = index.snapshot.operations->at(place);
        const QStringList &clusters = operation.resourceIds;
        return (clusters.isEmpty() || clusters.contains(item.key.id)) &&
               !isOfAnotherVerb(operation, verb) &&
               !(isForeign(operation, index.user) &&
                 progressOf(operation) == OperationProgress::Failed) &&
               index.comparison.newness(place) != Newness::Before;
    });
    return found == last ? nullptr : &index.snapshot.operations->at(*found);
}

void observeInLog(Observation &observation, const BatchItem &item, Verb verb,
                  const SnapshotIndex &index)
{
    if (item.jobId.isEmpty()) {
        observeWithoutJob(observation, item, verb, index);
        return;
    }
    if (const OperationRecord *operation = answeredOperation(item, verb, index)) {
        observation.operation = *operation;
        observation.log = logOf(*operation);
    } else if (index.byJob.contains(item.jobId)) {
        // The job id was not ours. A failed operation that is found instead may belong to another
        // user.
        Observation ours = observation;
        observeWithoutJob(ours, item, verb, index);
        if (ours.log != Observation::Log::Failed)
            observation = ours;
    }
    // The failed operation belongs to another user and was taken for ours: look for ours again.
    if (observation.log == Observation::Log::Failed &&
        item.reason == ItemReason::StartedByAnotherUser) {
        observation.log =
            index.snapshot.logComplete ? Observation::Log::None : Observation::Log::NotRead;
        observeWithoutJob(observation, item, verb, index);
    }
}

/// Whether a later operation may have undone ours, such as a stop after a start. A deletion cannot
/// be undone.
Observation::Undone undoneIn(const SnapshotIndex &index, const Observation &observation,
                             const BatchItem &item, Verb verb)
{
    using Undone = Observation::Undone;
    if (specOf(verb).isProvenByAbsence())
        return Undone::No;
    const QList<OperationRecord> &log = *index.snapshot.operations;
    const auto [first, last] = index.byResource.equal_range(item.key.id);
    // Known only when all operations from the newest back to ours were read.
    Undone undone = std::any_of(log.begin(), log.begin() + index.snapshot.inARow,
                                [&](const OperationRecord &operation) {
                                    return operation.jobId == observation.operation.jobId;
                                })
                        ? Undone::No
                        : Undone::NotKnown;
    for (auto place = first; place != last; ++place) {
        const OperationRecord &operation = log.at(*place);
        const Newness newness = index.comparison.newness(*place);
        if (operation.jobId == observation.operation.jobId || newness == Newness::Before ||
            progressOf(operation) == OperationProgress::Failed)
            continue;
        if (newness == Newness::Since)
            return Undone::Yes;
        undone = Undone::NotKnown;
    }
    return undone;
}

Observation::Listed listedAs(const ClusterRow &cluster, Verb verb)
{
    if (isBusy(cluster))
        return Observation::Listed::Transition;
    return stateOf(cluster) == specOf(verb).proof ? Observation::Listed::AsWanted
                                                  : Observation::Listed::Unchanged;
}

Observation::Listed listedIn(const SnapshotIndex &index, const BatchItem &item, Verb verb)
{
    const ClusterListing &listing = *index.snapshot.listing;
    if (listing.begun < item.evidenceSince)
        return Observation::Listed::NotRead;
    const ClusterRow *found = index.rows.value(ClusterRow::idBytes(item.key.id));
    const bool another = found && !isDeleted(*found) &&
                         isMadeAgain(item.shown.created, found->time(&ClusterRecord::created));
    if (found && !another && !isDeleted(*found))
        return listedAs(*found, verb);
    if (!listing.lacks(item.key.id) && !(found && listing.byId))
        return Observation::Listed::NotRead;
    const bool toBeAbsent = specOf(verb).isProvenByAbsence();
    if (another)
        return toBeAbsent ? Observation::Listed::Another : Observation::Listed::NotRead;
    return toBeAbsent ? Observation::Listed::AsWanted : Observation::Listed::Vanished;
}

} // namespace

SnapshotIndex::SnapshotIndex(const CloudSnapshot &cloud, const LogBefore &logBefore, QString signer)
    : snapshot(cloud)
    , before(logBefore)
    , user(std::move(signer))
{
    if (snapshot.operations) {
        comparison = LogComparison(*snapshot.operations, before);
        // Backwards, because QMultiHash returns the value inserted last first.
        for (qsizetype place = snapshot.operations->size() - 1; place >= 0; --place) {
            const OperationRecord &operation = snapshot.operations->at(place);
            byJob.insert(operation.jobId, place);
            for (const QString &id : operation.resourceIds)
                byResource.insert(id, place);
        }
    }
    if (snapshot.listing) {
        for (const ClusterRow &row : snapshot.listing->clusters)
            rows.insert(row.idBytes(), &row);
    }
}

Observation observe(const BatchItem &item, Verb verb, const SnapshotIndex &index)
{
    const CloudSnapshot &snapshot = index.snapshot;
    Observation observation;
    observation.logClock = snapshot.logClock;
    observation.logReadBefore = index.before.read;
    observation.logIsPast = snapshot.logShows && *snapshot.logShows >= item.sentAwake;
    if (snapshot.operations) {
        observation.log = snapshot.logComplete ? Observation::Log::None : Observation::Log::NotRead;
        observeInLog(observation, item, verb, index);
        if (observation.log == Observation::Log::Failed)
            observation.undone = undoneIn(index, observation, item, verb);
    }
    if (snapshot.listing) {
        observation.listed = listedIn(index, item, verb);
        observation.at = snapshot.listing->begun;
    }
    return observation;
}

void collect(Evidence &evidence, const Observation &observation)
{
    if (observation.log == Observation::Log::Successful)
        evidence.operationSuccessful = true;
    if (observation.listed == Observation::Listed::NotRead)
        return; // no reading: the streaks stay as they are
    // Another cluster with the same ID proves the deletion only if the log shows its success.
    const bool replaced =
        observation.listed == Observation::Listed::Another && evidence.operationSuccessful;
    const bool unchanged = observation.listed == Observation::Listed::Unchanged;
    evidence.asWanted.add(observation.listed == Observation::Listed::AsWanted || replaced,
                          observation.at);
    evidence.vanished.add(observation.listed == Observation::Listed::Vanished, observation.at);
    evidence.unchanged.add(unchanged, observation.at);
    const bool failed = unchanged && observation.log == Observation::Log::Failed;
    if (failed && observation.undone != Observation::Undone::NotKnown)
        evidence.undone = observation.undone == Observation::Undone::Yes;
    evidence.leftOver.add(failed && observation.undone == Observation::Undone::No &&
                              !evidence.undone,
                          observation.at);
    if (observation.log == Observation::Log::NotRead)
        return;
    const bool withoutTrace = unchanged && observation.log == Observation::Log::None &&
                              observation.logClock != LogClock::Disagrees;
    evidence.withoutTrace.add(withoutTrace, observation.at);
    evidence.notDone.add(withoutTrace && observation.logReadBefore && observation.logIsPast &&
                             observation.logClock == LogClock::Agrees,
                         observation.at);
}

namespace
{

bool isReadBack(const Streak &asWanted, Verb verb)
{
    return specOf(verb).isProvenByAbsence() ? asWanted.spans(2, BetweenReadings)
                                            : asWanted.spans(1, {});
}

bool longEnough(const Streak &streak)
{
    return streak.spans(SnapshotsWithoutTrace, TimeWithoutTrace);
}

/// An operation on several clusters failed. Only the listing shows for which of them.
Verdict reconcileFailedTogether(const BatchItem &item, Verb verb)
{
    const Evidence &evidence = item.evidence;
    if (isReadBack(evidence.asWanted, verb))
        return {ItemEvent::Completed, ItemReason::HowIsNotKnown, {}};
    if (evidence.vanished.spans(2, BetweenReadings))
        return {ItemEvent::OperationFailed, ItemReason::Vanished, {}};
    // A listing may lag behind the operation.
    if (longEnough(evidence.leftOver))
        return {ItemEvent::OperationFailed, ItemReason::OperationFailed, {}};
    // It may have succeeded for this cluster, and another user may have undone it.
    if (evidence.undone && longEnough(evidence.unchanged) && item.reason != ItemReason::UndoneSince)
        return {ItemEvent::Unproven, ItemReason::UndoneSince, item.jobId};
    return {};
}

/// For an item with a known operation: log and listing must agree.
Verdict reconcileKnown(const BatchItem &item, Verb verb, const Observation &observation)
{
    const Evidence &evidence = item.evidence;
    if (observation.log == Observation::Log::Failed && observation.operation.resourceIds.size() > 1)
        return reconcileFailedTogether(item, verb);
    if (observation.log == Observation::Log::Failed)
        return {ItemEvent::OperationFailed, ItemReason::OperationFailed, {}};
    if (evidence.operationSuccessful && isReadBack(evidence.asWanted, verb))
        return {ItemEvent::Completed, ItemReason::None, {}};
    if (evidence.operationSuccessful && evidence.vanished.spans(2, BetweenReadings))
        return {ItemEvent::OperationFailed, ItemReason::Vanished, {}};
    return {};
}

/// For an item that is listed unchanged and has no operation.
Verdict reconcileUnchanged(const BatchItem &item, const Observation &observation)
{
    const Evidence &evidence = item.evidence;
    // After a refusal a log that may lag is enough; after a lost answer it must be up to date.
    const bool refused = item.error && item.error->outcome == Outcome::Refused;
    if (longEnough(refused ? evidence.withoutTrace : evidence.notDone))
        return {ItemEvent::NotCarriedOut,
                refused ? ItemReason::Refused : ItemReason::NotCarriedOut,
                {}};
    if (!longEnough(evidence.unchanged))
        return {};
    const bool logRead = observation.logReadBefore && observation.log != Observation::Log::NotRead;
    const ItemReason reason = logRead ? ItemReason::LogMayLag : ItemReason::LogNotRead;
    if (item.state == ItemState::Unknown && item.reason == reason)
        return {};
    return {ItemEvent::Unproven, reason, {}};
}

/// For an item without a known operation.
Verdict reconcileTraceless(const BatchItem &item, Verb verb, const Observation &observation)
{
    // The provider answered that there is no such cluster.
    const bool saidGone = item.state == ItemState::Unknown && specOf(verb).isProvenByAbsence() &&
                          item.error && item.error->kind == ErrorKind::NotFound;
    const bool nothingFound =
        observation.log == Observation::Log::None || observation.log == Observation::Log::Unclear;
    const Evidence &evidence = item.evidence;
    // The cluster is in the requested state, by our operation or by another.
    if (isReadBack(evidence.asWanted, verb) && nothingFound)
        return saidGone && observation.log == Observation::Log::None
                   ? Verdict{ItemEvent::FoundGone, ItemReason::None, {}}
                   : Verdict{ItemEvent::Completed, ItemReason::HowIsNotKnown, {}};
    if (evidence.vanished.spans(2, BetweenReadings) && nothingFound)
        return {ItemEvent::NotCarriedOut, ItemReason::Vanished, {}};
    if (item.state == ItemState::Unknown && observation.listed == Observation::Listed::Transition)
        return {ItemEvent::JobFound, ItemReason::TransitionSeen, {}};
    return reconcileUnchanged(item, observation);
}

bool isOperation(Observation::Log log)
{
    return log == Observation::Log::Running || log == Observation::Log::Successful ||
           log == Observation::Log::Failed;
}

} // namespace

bool isWithoutTrace(const Evidence &evidence)
{
    return longEnough(evidence.withoutTrace);
}

Verdict reconcile(const BatchItem &item, Verb verb, const Observation &observation,
                  const QString &user)
{
    const QString job = observation.operation.jobId;
    const bool undone = item.reason == ItemReason::UndoneSince && item.evidence.undone &&
                        observation.log == Observation::Log::Failed;
    if (isOperation(observation.log) &&
        ((item.state == ItemState::Unknown && !undone) || item.jobId != job)) {
        return {ItemEvent::JobFound,
                isForeign(observation.operation, user) ? ItemReason::StartedByAnotherUser
                                                       : ItemReason::None,
                job};
    }
    // After a successful operation only the listing is awaited; the log is not read again.
    const bool othersFailed = item.reason == ItemReason::StartedByAnotherUser &&
                              !item.evidence.operationSuccessful && !isOperation(observation.log);
    return item.jobId.isEmpty() || othersFailed ? reconcileTraceless(item, verb, observation)
                                                : reconcileKnown(item, verb, observation);
}

} // namespace clusterdeck

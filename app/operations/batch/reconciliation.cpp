// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batch/reconciliation.h"

#include "app/clusters/clusterstate.h"

#include <algorithm>
#include <array>

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

/// What an operation says about a request of which no job is known.
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

/// Which of two that could be ours counts.
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

/// The operation whose job id was the answer. Services give a job id again, and a gateway may hand
/// over the answer to another request: what is about other clusters, of another verb, or was there
/// before sending is not ours, and that somebody else's failed says nothing about ours.
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
        // The answer was not ours. That ours failed is not to be told from what others do.
        Observation ours = observation;
        observeWithoutJob(ours, item, verb, index);
        if (ours.log != Observation::Log::Failed)
            observation = ours;
    }
    // The operation of somebody else that was taken for ours has failed: ours is not known again.
    if (observation.log == Observation::Log::Failed &&
        item.reason == ItemReason::StartedByAnotherUser) {
        observation.log =
            index.snapshot.logComplete ? Observation::Log::None : Observation::Log::NotRead;
        observeWithoutJob(observation, item, verb, index);
    }
}

/// Whether somebody stopped what was started, or the other way round. Nobody undoes a deletion.
Observation::Undone undoneIn(const SnapshotIndex &index, const Observation &observation,
                             const BatchItem &item, Verb verb)
{
    using Undone = Observation::Undone;
    if (specOf(verb).isProvenByAbsence())
        return Undone::No;
    const QList<OperationRecord> &log = *index.snapshot.operations;
    const auto [first, last] = index.byResource.equal_range(item.key.id);
    // What happened since is known from the newest operation back to ours.
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

/// Clouds use an ID again: then it is another cluster than the one that was shown.
bool isAnother(const ClusterRow &cluster, const ClusterRecord &shown)
{
    return cluster.time(&ClusterRecord::created).isValid() && shown.created.isValid() &&
           cluster.time(&ClusterRecord::created) != shown.created;
}

Observation::Listed listedIn(const SnapshotIndex &index, const BatchItem &item, Verb verb)
{
    const ClusterListing &listing = *index.snapshot.listing;
    if (listing.begun < item.evidenceSince)
        return Observation::Listed::NotRead;
    const ClusterRow *found = index.rows.value(ClusterRow::idBytes(item.key.id));
    const bool another = found && !isDeleted(*found) && isAnother(*found, item.shown);
    if (found && !another && !isDeleted(*found))
        return listedAs(*found, verb);
    if (!listing.complete)
        return Observation::Listed::NotRead;
    const bool toBeAbsent = specOf(verb).isProvenByAbsence();
    if (another)
        return toBeAbsent ? Observation::Listed::Another : Observation::Listed::NotRead;
    // A cluster that vanished was deleted, which is nobody's wish who stops or starts it.
    return toBeAbsent ? Observation::Listed::AsWanted : Observation::Listed::Vanished;
}

} // namespace

SnapshotIndex::SnapshotIndex(const CloudSnapshot &looked, const LogBefore &known, QString signer)
    : snapshot(looked)
    , before(known)
    , user(std::move(signer))
{
    if (snapshot.operations) {
        comparison = LogComparison(*snapshot.operations, before);
        // Backwards, since what comes later goes before what is there.
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
        return; // says nothing, so it breaks no row either
    // That another cluster has its ID proves the deletion together with the operation's word.
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

bool isReadBack(const Streak &row, Verb verb)
{
    return specOf(verb).isProvenByAbsence() ? row.spans(2, BetweenReadings) : row.spans(1, {});
}

bool longEnough(const Streak &row)
{
    return row.spans(SnapshotsWithoutTrace, TimeWithoutTrace);
}

/// One operation on several clusters failed: for which of them the listing tells.
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
    // It may have been done, and undone by somebody else.
    if (evidence.undone && longEnough(evidence.unchanged) && item.reason != ItemReason::UndoneSince)
        return {ItemEvent::Unproven, ItemReason::UndoneSince, item.jobId};
    return {};
}

/// For an item whose operation is known: the operation's word and the listing's must agree.
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

/// It is as it was, as long as it takes to believe that.
Verdict reconcileUnchanged(const BatchItem &item, const Observation &observation)
{
    const Evidence &evidence = item.evidence;
    // A refusal says already that nothing was done; a lost answer needs the log to say so.
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

/// For an item without one: nobody has told us that anything was done.
Verdict reconcileTraceless(const BatchItem &item, Verb verb, const Observation &observation)
{
    // The provider's own word for it: no such resource.
    const bool saidGone = item.state == ItemState::Unknown && specOf(verb).isProvenByAbsence() &&
                          item.error && item.error->kind == ErrorKind::NotFound;
    const bool nothingFound =
        observation.log == Observation::Log::None || observation.log == Observation::Log::Unclear;
    const Evidence &evidence = item.evidence;
    // Absence proves itself; a stopped or started state could be the doing of anyone at any time,
    // but it is what was wanted.
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
    // What was successful waits for the listing alone, and its log is not read again.
    const bool othersFailed = item.reason == ItemReason::StartedByAnotherUser &&
                              !item.evidence.operationSuccessful && !isOperation(observation.log);
    return item.jobId.isEmpty() || othersFailed ? reconcileTraceless(item, verb, observation)
                                                : reconcileKnown(item, verb, observation);
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batch/settlement.h"

#include "app/clusters/clusterstate.h"

#include <algorithm>
#include <array>

namespace clusterdeck
{

namespace
{

Sighting::Log logOf(const OperationRecord &operation)
{
    switch (progressOf(operation)) {
    case OperationProgress::Running:
        return Sighting::Log::Running;
    case OperationProgress::Successful:
        return Sighting::Log::Successful;
    case OperationProgress::Failed:
        return Sighting::Log::Failed;
    }
    return Sighting::Log::NotRead;
}

bool isForeign(const OperationRecord &operation, const QString &user)
{
    return !user.isEmpty() && !operation.owner.isEmpty() && operation.owner != user;
}

/// What an operation says about a request of which no job is known.
Sighting::Log logOfCandidate(const OperationRecord &operation, Newness newness, const QString &user)
{
    using Log = Sighting::Log;
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
int weight(Sighting::Log log)
{
    switch (log) {
    case Sighting::Log::NotRead:
    case Sighting::Log::None:
        return 0;
    case Sighting::Log::Unclear:
        return 1;
    case Sighting::Log::Failed:
        return 2;
    case Sighting::Log::Running:
        return 3;
    case Sighting::Log::Successful:
        return 4;
    }
    return 0;
}

void sightWithoutJob(Sighting &sighting, const BatchItem &item, Verb verb, const LookIndex &index)
{
    const auto [first, last] = index.byResource.equal_range(item.key.id);
    for (auto found = first; found != last; ++found) {
        const OperationRecord &operation = index.look.operations->at(*found);
        if (!isOfVerb(operation, verb))
            continue;
        const Sighting::Log log =
            logOfCandidate(operation, index.comparison.newness(*found), index.user);
        if (weight(log) > weight(sighting.log)) {
            sighting.log = log;
            sighting.operation = operation;
        }
    }
}

bool isOfAnotherVerb(const OperationRecord &operation, Verb verb)
{
    constexpr std::array Verbs = allVerbs();
    return std::any_of(Verbs.begin(), Verbs.end(),
                       [&](Verb other) { return other != verb && isOfVerb(operation, other); });
}

/// The operation whose job id was the answer. Services give a job id again, and a gateway may hand
/// over the answer to another request: what is about other clusters, of another verb, or was there
/// before sending is not ours.
const OperationRecord *answeredOperation(const BatchItem &item, Verb verb, const LookIndex &index)
{
    const auto [first, last] = index.byJob.equal_range(item.jobId);
    const auto found = std::find_if(first, last, [&](qsizetype place) {
        const OperationRecord &operation = index.look.operations->at(place);
        const QStringList &clusters = operation.resourceIds;
        return (clusters.isEmpty() || clusters.contains(item.key.id)) &&
               !isOfAnotherVerb(operation, verb) &&
               index.comparison.newness(place) != Newness::Before;
    });
    return found == last ? nullptr : &index.look.operations->at(*found);
}

void sightInLog(Sighting &sighting, const BatchItem &item, Verb verb, const LookIndex &index)
{
    if (item.jobId.isEmpty()) {
        sightWithoutJob(sighting, item, verb, index);
        return;
    }
    if (const OperationRecord *operation = answeredOperation(item, verb, index)) {
        sighting.operation = *operation;
        sighting.log = logOf(*operation);
    } else if (index.byJob.contains(item.jobId)) {
        // The answer was not ours. That ours failed is not to be told from what others do.
        Sighting ours = sighting;
        sightWithoutJob(ours, item, verb, index);
        if (ours.log != Sighting::Log::Failed)
            sighting = ours;
    }
    // The operation of somebody else that was taken for ours has failed: ours is not known again.
    if (sighting.log == Sighting::Log::Failed && item.reason == ItemReason::StartedByAnotherUser) {
        sighting.log = index.look.logComplete ? Sighting::Log::None : Sighting::Log::NotRead;
        sightWithoutJob(sighting, item, verb, index);
    }
}

/// Somebody stopped what was started, or the other way round. Nobody undoes a deletion.
bool mayBeUndone(const Sighting &sighting, const BatchItem &item, Verb verb, const LookIndex &index)
{
    const auto [first, last] = index.byResource.equal_range(item.key.id);
    return !specOf(verb).isProvenByAbsence() && std::any_of(first, last, [&](qsizetype place) {
        const OperationRecord &operation = index.look.operations->at(place);
        return operation.jobId != sighting.operation.jobId &&
               progressOf(operation) != OperationProgress::Failed &&
               index.comparison.newness(place) != Newness::Before;
    });
}

Sighting::Listed listedAs(const ClusterRow &cluster, Verb verb)
{
    if (isBusy(cluster))
        return Sighting::Listed::Transition;
    return stateOf(cluster) == specOf(verb).proof ? Sighting::Listed::AsWanted
                                                  : Sighting::Listed::Unchanged;
}

/// Clouds use an ID again: then it is another cluster than the one that was shown.
bool isAnother(const ClusterRow &cluster, const ClusterRecord &shown)
{
    return cluster.time(&ClusterRecord::created).isValid() && shown.created.isValid() &&
           cluster.time(&ClusterRecord::created) != shown.created;
}

Sighting::Listed listedIn(const LookIndex &index, const BatchItem &item, Verb verb)
{
    const ClusterListing &listing = *index.look.listing;
    if (listing.begun < item.newsSince)
        return Sighting::Listed::NotRead;
    const ClusterRow *found = index.rows.value(ClusterRow::idBytes(item.key.id));
    const bool another = found && !isDeleted(*found) && isAnother(*found, item.shown);
    if (found && !another && !isDeleted(*found))
        return listedAs(*found, verb);
    if (!listing.complete)
        return Sighting::Listed::NotRead;
    const bool toBeAbsent = specOf(verb).isProvenByAbsence();
    if (another)
        return toBeAbsent ? Sighting::Listed::Another : Sighting::Listed::NotRead;
    // A cluster that vanished was deleted, which is nobody's wish who stops or starts it.
    return toBeAbsent ? Sighting::Listed::AsWanted : Sighting::Listed::Vanished;
}

} // namespace

LookIndex::LookIndex(const Look &looked, const LogBefore &known, QString signer)
    : look(looked)
    , before(known)
    , user(std::move(signer))
{
    if (look.operations) {
        comparison = LogComparison(*look.operations, before);
        // Backwards, since what comes later goes before what is there.
        for (qsizetype place = look.operations->size() - 1; place >= 0; --place) {
            const OperationRecord &operation = look.operations->at(place);
            byJob.insert(operation.jobId, place);
            for (const QString &id : operation.resourceIds)
                byResource.insert(id, place);
        }
    }
    if (look.listing) {
        for (const ClusterRow &row : look.listing->clusters)
            rows.insert(row.idBytes(), &row);
    }
}

Sighting sight(const BatchItem &item, Verb verb, const LookIndex &index)
{
    const Look &look = index.look;
    Sighting sighting;
    sighting.logClock = look.logClock;
    sighting.logReadBefore = index.before.read;
    sighting.logIsPast = look.logShows && *look.logShows >= item.sentAwake;
    if (look.operations) {
        sighting.log = look.logComplete ? Sighting::Log::None : Sighting::Log::NotRead;
        sightInLog(sighting, item, verb, index);
        sighting.undone = mayBeUndone(sighting, item, verb, index);
    }
    if (look.listing) {
        sighting.listed = listedIn(index, item, verb);
        sighting.at = look.listing->begun;
    }
    return sighting;
}

void collect(Evidence &evidence, const Sighting &sighting)
{
    if (sighting.log == Sighting::Log::Successful)
        evidence.operationSuccessful = true;
    if (sighting.listed == Sighting::Listed::NotRead)
        return; // says nothing, so it breaks no row either
    // That another cluster has its ID proves the deletion together with the operation's word.
    const bool replaced =
        sighting.listed == Sighting::Listed::Another && evidence.operationSuccessful;
    const bool unchanged = sighting.listed == Sighting::Listed::Unchanged;
    evidence.asWanted.add(sighting.listed == Sighting::Listed::AsWanted || replaced, sighting.at);
    evidence.vanished.add(sighting.listed == Sighting::Listed::Vanished, sighting.at);
    evidence.unchanged.add(unchanged, sighting.at);
    evidence.leftOver.add(unchanged && sighting.log == Sighting::Log::Failed && !sighting.undone,
                          sighting.at);
    if (sighting.log == Sighting::Log::NotRead)
        return;
    const bool withoutTrace = unchanged && sighting.log == Sighting::Log::None &&
                              sighting.logClock != LogClock::Disagrees;
    evidence.withoutTrace.add(withoutTrace, sighting.at);
    evidence.notDone.add(withoutTrace && sighting.logReadBefore && sighting.logIsPast &&
                             sighting.logClock == LogClock::Agrees,
                         sighting.at);
}

namespace
{

bool isReadBack(const Row &row, Verb verb)
{
    return specOf(verb).isProvenByAbsence() ? row.spans(2, BetweenReadings) : row.spans(1, {});
}

bool longEnough(const Row &row)
{
    return row.spans(LooksWithoutTrace, TimeWithoutTrace);
}

/// One operation on several clusters failed: for which of them the listing tells.
Verdict settleFailedTogether(const BatchItem &item, Verb verb, const Sighting &sighting)
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
    if (sighting.undone && longEnough(evidence.unchanged) && item.reason != ItemReason::UndoneSince)
        return {ItemEvent::Unproven, ItemReason::UndoneSince, item.jobId};
    return {};
}

/// For an item whose operation is known: the operation's word and the listing's must agree.
Verdict settleKnown(const BatchItem &item, Verb verb, const Sighting &sighting)
{
    const Evidence &evidence = item.evidence;
    if (sighting.log == Sighting::Log::Failed && sighting.operation.resourceIds.size() > 1)
        return settleFailedTogether(item, verb, sighting);
    if (sighting.log == Sighting::Log::Failed)
        return {ItemEvent::OperationFailed, ItemReason::OperationFailed, {}};
    if (evidence.operationSuccessful && isReadBack(evidence.asWanted, verb))
        return {ItemEvent::Completed, ItemReason::None, {}};
    if (evidence.operationSuccessful && evidence.vanished.spans(2, BetweenReadings))
        return {ItemEvent::OperationFailed, ItemReason::Vanished, {}};
    return {};
}

/// It is as it was, as long as it takes to believe that.
Verdict settleUnchanged(const BatchItem &item, const Sighting &sighting)
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
    const bool logRead = sighting.logReadBefore && sighting.log != Sighting::Log::NotRead;
    const ItemReason reason = logRead ? ItemReason::LogMayLag : ItemReason::LogNotRead;
    if (item.state == ItemState::Unknown && item.reason == reason)
        return {};
    return {ItemEvent::Unproven, reason, {}};
}

/// For an item without one: nobody has told us that anything was done.
Verdict settleTraceless(const BatchItem &item, Verb verb, const Sighting &sighting)
{
    // The provider's own word for it: no such resource.
    const bool saidGone = item.state == ItemState::Unknown && specOf(verb).isProvenByAbsence() &&
                          item.error && item.error->kind == ErrorKind::NotFound;
    const bool nothingFound =
        sighting.log == Sighting::Log::None || sighting.log == Sighting::Log::Unclear;
    const Evidence &evidence = item.evidence;
    // Absence proves itself; a stopped or started state could be the doing of anyone at any time,
    // but it is what was wanted.
    if (isReadBack(evidence.asWanted, verb) && nothingFound)
        return saidGone && sighting.log == Sighting::Log::None
                   ? Verdict{ItemEvent::FoundGone, ItemReason::None, {}}
                   : Verdict{ItemEvent::Completed, ItemReason::HowIsNotKnown, {}};
    if (evidence.vanished.spans(2, BetweenReadings) && nothingFound)
        return {ItemEvent::NotCarriedOut, ItemReason::Vanished, {}};
    if (item.state == ItemState::Unknown && sighting.listed == Sighting::Listed::Transition)
        return {ItemEvent::JobFound, ItemReason::TransitionSeen, {}};
    return settleUnchanged(item, sighting);
}

bool isOperation(Sighting::Log log)
{
    return log == Sighting::Log::Running || log == Sighting::Log::Successful ||
           log == Sighting::Log::Failed;
}

} // namespace

bool isWithoutTrace(const Evidence &evidence)
{
    return longEnough(evidence.withoutTrace);
}

Verdict settle(const BatchItem &item, Verb verb, const Sighting &sighting, const QString &user)
{
    const QString job = sighting.operation.jobId;
    const bool undone = item.reason == ItemReason::UndoneSince && sighting.undone;
    if (isOperation(sighting.log) &&
        ((item.state == ItemState::Unknown && !undone) || item.jobId != job)) {
        return {ItemEvent::JobFound,
                isForeign(sighting.operation, user) ? ItemReason::StartedByAnotherUser
                                                    : ItemReason::None,
                job};
    }
    // What was successful waits for the listing alone, and its log is not read again.
    const bool othersFailed = item.reason == ItemReason::StartedByAnotherUser &&
                              !item.evidence.operationSuccessful && !isOperation(sighting.log);
    return item.jobId.isEmpty() || othersFailed ? settleTraceless(item, verb, sighting)
                                                : settleKnown(item, verb, sighting);
}

} // namespace clusterdeck

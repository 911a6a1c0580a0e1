// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/settlement.h"

#include "app/clusters/clusterstate.h"

#include <algorithm>

namespace clusterdeck
{

namespace
{

bool isSinceSend(const OperationRecord &operation, const BatchItem &item)
{
    // Without a readable time only an operation that still runs is surely not an old one.
    if (!operation.created.isValid())
        return progressOf(operation) == OperationProgress::Running;
    return operation.created.addMSecs(std::chrono::milliseconds(ClockTolerance).count()) >=
           item.sentAt;
}

const OperationRecord *findOperation(const BatchItem &item, Verb verb, const LookIndex &index)
{
    if (!item.jobId.isEmpty())
        return index.byJob.value(item.jobId);
    const auto [first, last] = index.byResource.equal_range(item.key.id);
    const auto found = std::find_if(first, last, [&](const OperationRecord *operation) {
        return isOfVerb(*operation, verb) && isSinceSend(*operation, item);
    });
    return found == last ? nullptr : *found;
}

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

Sighting::Listed listedAs(const ClusterRow &cluster, Verb verb)
{
    if (isBusy(cluster))
        return Sighting::Listed::Transition;
    const ClusterState state = stateOf(cluster);
    const bool wanted = (verb == Verb::Stop && state == ClusterState::Stopped) ||
                        (verb == Verb::Start && state == ClusterState::Active);
    return wanted ? Sighting::Listed::AsWanted : Sighting::Listed::Unchanged;
}

Sighting::Listed listedIn(const LookIndex &index, const BatchItem &item, Verb verb)
{
    const ClusterListing &listing = *index.look.listing;
    if (listing.begun < item.sentAwake)
        return Sighting::Listed::NotRead;
    const auto found = index.rows.constFind(ClusterRow::idBytes(item.key.id));
    if (found != index.rows.cend())
        return listedAs(**found, verb);
    if (!listing.complete)
        return Sighting::Listed::NotRead;
    // A cluster that vanished was deleted, which is nobody's wish who stops or starts it.
    return verb == Verb::Delete ? Sighting::Listed::AsWanted : Sighting::Listed::Vanished;
}

} // namespace

LookIndex::LookIndex(const Look &looked)
    : look(looked)
{
    if (look.operations) {
        // Backwards, since what comes later goes before what is there.
        for (auto it = look.operations->crbegin(); it != look.operations->crend(); ++it) {
            byJob.insert(it->jobId, &*it);
            for (const QString &id : it->resourceIds)
                byResource.insert(id, &*it);
        }
    }
    if (look.listing) {
        for (const ClusterRow &row : look.listing->clusters)
            rows.insert(row.idBytes(), &row);
    }
}

Sighting sight(const BatchItem &item, Verb verb, const Look &look)
{
    return sight(item, verb, LookIndex(look));
}

Sighting sight(const BatchItem &item, Verb verb, const LookIndex &index)
{
    const Look &look = index.look;
    Sighting sighting;
    if (look.operations) {
        sighting.log = look.logComplete ? Sighting::Log::None : Sighting::Log::NotRead;
        if (const OperationRecord *operation = findOperation(item, verb, index)) {
            sighting.operation = *operation;
            sighting.log = logOf(*operation);
        }
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
    evidence.asWanted.add(sighting.listed == Sighting::Listed::AsWanted, sighting.at);
    evidence.vanished.add(sighting.listed == Sighting::Listed::Vanished, sighting.at);
    if (sighting.log != Sighting::Log::NotRead) {
        evidence.withoutTrace.add(sighting.listed == Sighting::Listed::Unchanged &&
                                      sighting.log == Sighting::Log::None,
                                  sighting.at);
    }
}

namespace
{

bool isReadBack(const Row &row, Verb verb)
{
    return verb == Verb::Delete ? row.spans(2, BetweenReadings) : row.spans(1, {});
}

/// One operation on several clusters failed: for which of them the listing tells.
Verdict settleFailedTogether(const Evidence &evidence, Verb verb, const Sighting &sighting)
{
    if (isReadBack(evidence.asWanted, verb))
        return {ItemEvent::Completed, ItemReason::HowIsNotKnown, {}};
    if (evidence.vanished.spans(2, BetweenReadings))
        return {ItemEvent::OperationFailed, ItemReason::Vanished, {}};
    if (sighting.listed == Sighting::Listed::Unchanged)
        return {ItemEvent::OperationFailed, ItemReason::OperationFailed, {}};
    return {};
}

/// For an item whose operation is known: the operation's word and the listing's must agree.
Verdict settleKnown(const BatchItem &item, Verb verb, const Sighting &sighting)
{
    const Evidence &evidence = item.evidence;
    if (sighting.log == Sighting::Log::Failed && sighting.operation.resourceIds.size() > 1)
        return settleFailedTogether(evidence, verb, sighting);
    if (sighting.log == Sighting::Log::Failed)
        return {ItemEvent::OperationFailed, ItemReason::OperationFailed, {}};
    if (evidence.operationSuccessful && isReadBack(evidence.asWanted, verb))
        return {ItemEvent::Completed, ItemReason::None, {}};
    if (evidence.operationSuccessful && evidence.vanished.spans(2, BetweenReadings))
        return {ItemEvent::OperationFailed, ItemReason::Vanished, {}};
    return {};
}

/// For an item without one: nobody has told us that anything was done.
Verdict settleTraceless(const BatchItem &item, Verb verb, const Sighting &sighting)
{
    // The provider's own word for it: no such resource.
    const bool saidGone =
        item.state == ItemState::Unknown && item.reason == ItemReason::NoSuchCluster;
    const bool saidNo = saidGone || (item.state == ItemState::Unknown &&
                                     item.reason == ItemReason::RefusedTogether);
    const Evidence &evidence = item.evidence;
    // Absence proves itself; a stopped or started state could be the doing of anyone at any time,
    // but it is what was wanted.
    if (isReadBack(evidence.asWanted, verb) && sighting.log == Sighting::Log::None)
        return saidGone ? Verdict{ItemEvent::FoundGone, ItemReason::None, {}}
                        : Verdict{ItemEvent::Completed, ItemReason::HowIsNotKnown, {}};
    if (evidence.vanished.spans(2, BetweenReadings) && sighting.log == Sighting::Log::None)
        return {ItemEvent::NotCarriedOut, ItemReason::Vanished, {}};
    if (evidence.withoutTrace.spans(LooksWithoutTrace, TimeWithoutTrace))
        return {
            ItemEvent::NotCarriedOut, saidNo ? ItemReason::Refused : ItemReason::NotCarriedOut, {}};
    if (item.state == ItemState::Unknown && sighting.listed == Sighting::Listed::Transition)
        return {ItemEvent::JobFound, ItemReason::TransitionSeen, {}};
    return {};
}

} // namespace

Verdict settle(const BatchItem &item, Verb verb, const Sighting &sighting, const QString &user)
{
    const bool inLog =
        sighting.log != Sighting::Log::NotRead && sighting.log != Sighting::Log::None;
    if (inLog && (item.state == ItemState::Unknown || item.jobId.isEmpty())) {
        const QString owner = sighting.operation.owner;
        const bool foreign = !user.isEmpty() && !owner.isEmpty() && owner != user;
        return {ItemEvent::JobFound, foreign ? ItemReason::StartedByAnotherUser : ItemReason::None,
                sighting.operation.jobId};
    }
    return item.jobId.isEmpty() ? settleTraceless(item, verb, sighting)
                                : settleKnown(item, verb, sighting);
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/parking/parking.h"

#include "app/clusters/clusterstate.h"
#include "app/clusters/marks.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace clusterdeck
{

ParkingRole parkingRoleOf(const ClusterRecord &cluster)
{
    if (cluster.billing == QLatin1String("Reserved"))
        return ParkingRole::Prepaid;
    if (isBusy(cluster))
        return ParkingRole::Busy;
    return allows(cluster, Verb::Stop) ? ParkingRole::Stop : ParkingRole::Mark;
}

ParkingChoice parkingChoice(const QList<Cluster> &clusters)
{
    ParkingChoice choice;
    for (const Cluster &cluster : clusters) {
        const bool billingKnown = cluster.record.billing == QLatin1String("PayForUsed");
        switch (parkingRoleOf(cluster.record)) {
        case ParkingRole::Stop:
            choice.stop.append(cluster);
            choice.billingUnknown += billingKnown ? 0 : 1;
            break;
        case ParkingRole::Mark:
            choice.mark.append(cluster);
            choice.billingUnknown += billingKnown ? 0 : 1;
            break;
        case ParkingRole::Prepaid:
            choice.prepaid.append(cluster);
            break;
        case ParkingRole::Busy:
            choice.busy.append(cluster);
            break;
        }
    }
    return choice;
}

ParkingRequest ParkingRequest::reducedTo(const QList<ClusterKey> &keys) const
{
    const QSet<ClusterKey> kept(keys.begin(), keys.end());
    const auto dropped = [&](const ClusterKey &key) { return !kept.contains(key); };
    ParkingRequest rest = *this;
    rest.stop.removeIf(dropped);
    rest.mark.removeIf(dropped);
    return rest;
}

ParkingRequest requestOf(const ParkingChoice &choice)
{
    ParkingRequest request;
    for (const Cluster &cluster : choice.stop)
        request.stop.append(cluster.key());
    for (const Cluster &cluster : choice.mark)
        request.mark.append(cluster.key());
    return request;
}

ParkingStep nextStep(const ParkingRequest &request, int hidden)
{
    if (request.stop.isEmpty() && request.mark.isEmpty())
        return ParkingStep::None;
    if (hidden > 0)
        return ParkingStep::AskHidden;
    return request.stop.isEmpty() ? ParkingStep::Mark : ParkingStep::Stop;
}

QList<ClusterKey> markedWith(const ParkingRequest &request, Verb verb,
                             const QList<ClusterKey> &confirmed)
{
    const QSet<ClusterKey> stops(request.stop.begin(), request.stop.end());
    const bool its = verb == Verb::Stop && !confirmed.isEmpty() &&
                     std::all_of(confirmed.begin(), confirmed.end(),
                                 [&](const ClusterKey &key) { return stops.contains(key); });
    return its ? confirmed + request.mark : QList<ClusterKey>();
}

ParkedState parkedStateOf(const ParkedCluster &parked, bool read,
                          const std::optional<ClusterRecord> &now)
{
    if (!read)
        return ParkedState::NotRead;
    if (!now || isDeleted(*now))
        return parked.deletedHere ? ParkedState::DeletedHere : ParkedState::Gone;
    if (isBusy(*now))
        return ParkedState::Changing;
    switch (stateOf(*now)) {
    case ClusterState::Stopped:
        return ParkedState::Stopped;
    case ClusterState::Suspended:
        return ParkedState::Suspended;
    case ClusterState::Active:
        return parked.stoppedAt.isValid() ? ParkedState::RunningAgain : ParkedState::Running;
    case ClusterState::Pending:
    case ClusterState::Unknown:
    case ClusterState::Deleted:
        return ParkedState::Changing;
    }
    Q_UNREACHABLE();
}

bool isSuspended(const ParkedCluster &parked, ParkedState state)
{
    return state == ParkedState::RunningAgain || parked.startedAgainAt.isValid();
}

bool awaitsDeletion(const ParkedCluster &parked, ParkedState state, const QDate &today)
{
    switch (state) {
    case ParkedState::NotRead:
    case ParkedState::DeletedHere:
    case ParkedState::Gone:
        return false;
    case ParkedState::Stopped:
    case ParkedState::Running:
    case ParkedState::RunningAgain:
    case ParkedState::Changing:
    case ParkedState::Suspended:
        return parked.due <= today && !isSuspended(parked, state);
    }
    Q_UNREACHABLE();
}

QList<ParkedNow> parkedNow(const QList<ParkedCluster> &parked, const ParkedFactsOf &factsOf)
{
    QList<ParkedNow> all;
    for (const ParkedCluster &mark : parked) {
        const ParkedFacts facts = factsOf(mark.key);
        all.append({mark, parkedStateOf(mark, facts.read, facts.now), facts.now});
    }
    std::stable_sort(all.begin(), all.end(), [](const ParkedNow &left, const ParkedNow &right) {
        return left.mark.due < right.mark.due;
    });
    return all;
}

DueList dueList(const QList<ParkedNow> &parked, const QDate &today)
{
    DueList due;
    const QDateTime begin = today.startOfDay(QTimeZone::utc());
    for (const ParkedNow &each : parked) {
        if (each.now && isKept(marksIn(each.now->description), begin))
            continue;
        if (awaitsDeletion(each.mark, each.state, today))
            due.clusters.append({.key = each.mark.key,
                                 .name = each.now ? each.now->name : each.mark.name,
                                 .day = each.mark.due,
                                 .note = each.mark.note});
        else if (each.state == ParkedState::NotRead && each.mark.due <= today &&
                 !isSuspended(each.mark, each.state))
            ++due.notRead;
    }
    return due;
}

DueList withExpired(DueList due, const QList<Cluster> &clusters, const QDateTime &now)
{
    QSet<ClusterKey> listed;
    for (const DueCluster &each : std::as_const(due.clusters))
        listed.insert(each.key);
    for (const Cluster &cluster : clusters) {
        const Marks marks = marksIn(cluster.record.description);
        if (isExpired(marks, now) && !isKept(marks, now) && !isDeleted(cluster.record) &&
            !listed.contains(cluster.key()))
            due.clusters.append({.key = cluster.key(),
                                 .name = cluster.record.name,
                                 .day = marks.expires,
                                 .why = "expired"});
    }
    std::stable_sort(due.clusters.begin(), due.clusters.end(),
                     [](const DueCluster &a, const DueCluster &b) { return a.day < b.day; });
    return due;
}

QList<ClusterKey> dueAmong(const QList<ParkedNow> &parked, const QDate &today)
{
    QList<ClusterKey> keys;
    for (const DueCluster &due : dueList(parked, today).clusters)
        keys.append(due.key);
    return keys;
}

StarterSearch starterSearch(const QList<ParkedNow> &parked, const Starters &known,
                            const std::function<bool(const ClusterKey &)> &startedHere)
{
    StarterSearch search;
    for (const ParkedNow &each : parked) {
        const ClusterKey &key = each.mark.key;
        if (each.state != ParkedState::RunningAgain)
            continue;
        if (!known.contains(key) && !startedHere(key))
            search.wanted[key.account].append(key);
        search.known.insert(key, known.value(key));
    }
    return search;
}

bool note(ParkedCluster &parked, const ParkedFacts &facts, const QDateTime &utc)
{
    if (!facts.read)
        return false;
    const ParkedCluster before = parked;
    if (!facts.now || isDeleted(*facts.now)) {
        if (!parked.goneAt.isValid())
            parked.goneAt = utc;
        parked.deletedHere = parked.deletedHere || facts.deletedHere;
        return parked != before;
    }
    parked.goneAt = {};
    parked.deletedHere = false;
    const ParkedState state = parkedStateOf(parked, true, facts.now);
    if (state == ParkedState::Stopped && !parked.stoppedAt.isValid())
        parked.stoppedAt = utc;
    if (state == ParkedState::RunningAgain && !parked.startedAgainAt.isValid())
        parked.startedAgainAt = utc;
    return parked != before;
}

QList<ParkedCluster> withFacts(QList<ParkedCluster> parked, const ParkedFactsOf &factsOf,
                               const QDateTime &utc)
{
    for (ParkedCluster &mark : parked)
        note(mark, factsOf(mark.key), utc);
    return parked;
}

DueStep dueStep(const DueReminder &last, const QDate &today, int count, bool shown)
{
    if (count == 0)
        return DueStep::Hide;
    if (shown)
        return DueStep::Update;
    return last.day != today || count > last.count ? DueStep::Show : DueStep::Leave;
}

QList<ParkedCluster> withDay(QList<ParkedCluster> parked, const QList<ClusterKey> &keys,
                             const QDate &due, const QString &note)
{
    for (ParkedCluster &mark : parked) {
        if (!keys.contains(mark.key))
            continue;
        mark.due = due;
        if (mark.startedAgainAt.isValid()) // a start is observed again only after another stop
            mark.startedAgainAt = mark.stoppedAt = {};
        if (keys.size() == 1 || !note.isEmpty())
            mark.note = note;
    }
    return parked;
}

QList<ParkedCluster> withoutParked(QList<ParkedCluster> parked, const QList<ClusterKey> &keys)
{
    parked.removeIf([&](const ParkedCluster &mark) { return keys.contains(mark.key); });
    return parked;
}

QList<ParkedCluster> withParked(QList<ParkedCluster> parked, const QList<ParkedCluster> &added)
{
    QHash<ClusterKey, qsizetype> places;
    for (qsizetype i = 0; i < parked.size(); ++i)
        places.insert(parked.at(i).key, i);
    for (const ParkedCluster &cluster : added) {
        const auto place = places.constFind(cluster.key);
        if (place != places.cend()) {
            parked[*place] = cluster;
            continue;
        }
        places.insert(cluster.key, parked.size());
        parked.append(cluster);
    }
    return parked;
}

QDate dayAt(const QDateTime &utc, const QTimeZone &zone)
{
    return utc.toTimeZone(zone).date();
}

std::chrono::milliseconds untilNextDay(const QDateTime &utc, const QTimeZone &zone)
{
    const QDateTime next = dayAt(utc, zone).addDays(1).startOfDay(zone);
    return std::chrono::milliseconds(utc.msecsTo(next));
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batch/grouping.h"

#include "app/operations/batch/settlement.h"

#include <QSet>

#include <algorithm>

namespace clusterdeck
{

namespace
{

/// Answers that say nothing about any one cluster: the next request would get the same.
HoldReason holdFor(const ApiError &error)
{
    switch (specOf(error.kind).obstacle) {
    case Obstacle::None:
        return HoldReason::None;
    case Obstacle::Key:
        return HoldReason::Unauthorized;
    case Obstacle::Clock:
        return HoldReason::ClockSkew;
    case Obstacle::Quota:
        return HoldReason::RateLimited;
    case Obstacle::Maintenance:
        return HoldReason::Maintenance;
    case Obstacle::Connection:
        return error.outcome == Outcome::NotSent ? HoldReason::Unreachable : HoldReason::None;
    }
    return HoldReason::None;
}

bool mayGo(const BatchItem &item)
{
    return item.state == ItemState::Queued;
}

/// The first portion that can go, without what has left the queue; portions nobody of whom is left
/// are dropped.
QList<int> takePortion(const QList<BatchItem> &items, Portions &portions, int together)
{
    for (qsizetype i = 0; i < portions.size();) {
        QList<int> &portion = portions[i];
        portion.removeIf([&](int item) { return !isUnsent(items.at(item).state); });
        if (portion.isEmpty()) {
            portions.removeAt(i);
            continue;
        }
        const bool ready = std::all_of(portion.begin(), portion.end(),
                                       [&](int item) { return mayGo(items.at(item)); });
        if (ready) {
            const QList<int> taken = portion.first(std::min<qsizetype>(together, portion.size()));
            portion.remove(0, taken.size());
            if (portion.isEmpty())
                portions.removeAt(i);
            return taken;
        }
        ++i;
    }
    return {};
}

} // namespace

QList<int> takeNext(const QList<BatchItem> &items, Portions &portions, const TakeLimits &limits)
{
    QList<int> taken = takePortion(items, portions, limits.together);
    if (!taken.isEmpty() || (!limits.freshAllowed && !portions.isEmpty()))
        return taken;
    QSet<int> spokenFor;
    for (const QList<int> &portion : std::as_const(portions))
        spokenFor.unite(QSet<int>(portion.begin(), portion.end()));
    for (int item = limits.firstFresh; item < items.size() && taken.size() < limits.together;
         ++item) {
        if (mayGo(items.at(item)) && !spokenFor.contains(item))
            taken.append(item);
    }
    return taken;
}

Portions halvesOf(const QList<int> &items)
{
    if (items.size() < 2)
        return {};
    const qsizetype half = (items.size() + 1) / 2;
    return {items.first(half), items.sliced(half)};
}

bool mayBeginFresh(int refusedRequests)
{
    return refusedRequests < RefusalsInARow;
}

int LostAnswers::ended(int request, bool lost)
{
    if (request < m_first)
        return 0;
    m_ended.insert(request, lost);
    if (!lost)
        return 0;
    const auto place = m_ended.constFind(request);
    int inARow = 1;
    for (auto before = place; before != m_ended.cbegin() && *--before;)
        ++inARow;
    for (auto after = std::next(place); after != m_ended.cend() && *after; ++after)
        ++inARow;
    return inARow;
}

void LostAnswers::beginAfter(int request)
{
    m_first = request;
    m_ended.clear();
}

Consequence consequenceOf(const ApiError &error, Verb verb, int together)
{
    if (error.outcome == Outcome::Unknown)
        return {};
    const HoldReason hold = holdFor(error);
    // The refusal of one request for several does not say of which of them nothing was done.
    if (together > 1 && error.outcome == Outcome::Refused)
        return {ItemEvent::RefusedTogether, ItemReason::RefusedTogether, hold};
    if (hold != HoldReason::None)
        return {ItemEvent::RefusedAndHolding, ItemReason::None, hold};
    if (together > 1)
        return {ItemEvent::NotSentTogether, ItemReason::RefusedTogether};
    // It may be gone, or be another's, or have gone by our own request that somebody repeated.
    if (error.kind == ErrorKind::NotFound && specOf(verb).isProvenByAbsence())
        return {ItemEvent::AnswerLost, ItemReason::NoSuchCluster};
    return {ItemEvent::Refused, ItemReason::Refused, HoldReason::None,
            error.kind == ErrorKind::Forbidden};
}

AfterRefusal afterRefusal(const Sighting &sighting, const Evidence &evidence)
{
    if (sighting.log == Sighting::Log::NotRead || sighting.listed == Sighting::Listed::NotRead)
        return AfterRefusal::LookAgain;
    if (sighting.log != Sighting::Log::None)
        return AfterRefusal::Touched;
    // A log that lags does not show yet what was done before the refusal.
    if (sighting.logClock == LogClock::Disagrees)
        return AfterRefusal::LookAgain;
    if (sighting.listed != Sighting::Listed::Unchanged)
        return AfterRefusal::Touched;
    const bool upToDate = sighting.logClock == LogClock::Agrees && sighting.logIsPast;
    return upToDate || isWithoutTrace(evidence) ? AfterRefusal::Untouched : AfterRefusal::LookAgain;
}

} // namespace clusterdeck

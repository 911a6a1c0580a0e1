// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batch/grouping.h"

#include "app/operations/batch/reconciliation.h"

#include <QSet>

#include <algorithm>

namespace clusterdeck
{

namespace
{

/// For errors that are not about a cluster: the next request would get the same answer.
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

/// Takes the first retry group that can be sent. Removes cancelled items and empty groups.
QList<int> takeRetryGroup(const QList<BatchItem> &items, RetryGroups &retryGroups, int together)
{
    for (qsizetype i = 0; i < retryGroups.size();) {
        QList<int> &group = retryGroups[i];
        group.removeIf([&](int item) { return !isUnsent(items.at(item).state); });
        if (group.isEmpty()) {
            retryGroups.removeAt(i);
            continue;
        }
        const bool ready = std::all_of(group.begin(), group.end(),
                                       [&](int item) { return mayGo(items.at(item)); });
        if (ready) {
            const QList<int> taken = group.first(std::min<qsizetype>(together, group.size()));
            group.remove(0, taken.size());
            if (group.isEmpty())
                retryGroups.removeAt(i);
            return taken;
        }
        ++i;
    }
    return {};
}

} // namespace

QList<int> nextGroup(const QList<BatchItem> &items, RetryGroups &retryGroups,
                     const TakeLimits &limits)
{
    QList<int> taken = takeRetryGroup(items, retryGroups, limits.together);
    if (!taken.isEmpty() || (!limits.freshAllowed && !retryGroups.isEmpty()))
        return taken;
    QSet<int> grouped;
    for (const QList<int> &group : std::as_const(retryGroups))
        grouped.unite(QSet<int>(group.begin(), group.end()));
    for (int item = limits.firstFresh; item < items.size() && taken.size() < limits.together;
         ++item) {
        if (mayGo(items.at(item)) && !grouped.contains(item))
            taken.append(item);
    }
    return taken;
}

RetryGroups halvesOf(const QList<int> &items)
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
        return {ItemEvent::AnswerLost, ItemReason::AnswerLost};
    const HoldReason hold = holdFor(error);
    // The refusal of a group does not say for which of its clusters nothing was done.
    if (together > 1 && error.outcome == Outcome::Refused)
        return {ItemEvent::RefusedTogether, ItemReason::RefusedTogether, hold};
    if (hold != HoldReason::None)
        return {ItemEvent::RefusedAndHolding, ItemReason::None, hold};
    if (together > 1)
        return {ItemEvent::NotSentTogether, ItemReason::RefusedTogether};
    // "Not found": deleted, not visible to this user, or deleted by a copy of our own request.
    if (error.kind == ErrorKind::NotFound && specOf(verb).isProvenByAbsence())
        return {ItemEvent::AnswerLost, ItemReason::NoSuchCluster};
    return {ItemEvent::Refused, ItemReason::Refused, HoldReason::None,
            error.kind == ErrorKind::Forbidden};
}

AfterRefusal afterRefusal(const Observation &observation, const Evidence &evidence)
{
    if (observation.log == Observation::Log::NotRead ||
        observation.listed == Observation::Listed::NotRead)
        return AfterRefusal::LookAgain;
    if (observation.log != Observation::Log::None)
        return AfterRefusal::Touched;
    // A log that lags may not show yet what was done before the refusal.
    if (observation.logClock == LogClock::Disagrees)
        return AfterRefusal::LookAgain;
    if (observation.listed != Observation::Listed::Unchanged)
        return AfterRefusal::Touched;
    const bool upToDate = observation.logClock == LogClock::Agrees && observation.logIsPast;
    return upToDate || isWithoutTrace(evidence) ? AfterRefusal::Untouched : AfterRefusal::LookAgain;
}

} // namespace clusterdeck

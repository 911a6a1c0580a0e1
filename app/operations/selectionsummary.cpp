// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/selectionsummary.h"

#include "app/clusters/clusterstate.h"

#include <algorithm>

namespace clusterdeck
{

void SelectionSummary::add(const ClusterKey &key, const ClusterRow &cluster,
                           std::optional<ItemState> latest, const Locks &locks,
                           const QDateTime &now)
{
    const bool underWay = latest && !isEnd(*latest);
    const bool isLocked = locks.covers(key, cluster.text(&ClusterRecord::name));
    const bool free = !underWay && !isLocked;
    const Marks marks = marksOf(cluster);
    ++selected;
    kept += isKept(marks, now) ? 1 : 0;
    locked += isLocked ? 1 : 0;
    lockedByThemselves += locks.clusters.contains(key) ? 1 : 0;
    busy += underWay || isBusy(cluster) ? 1 : 0;
    if (!free)
        return;
    const auto possible = allowedVerbs(cluster);
    for (const Verb verb : allVerbs()) {
        const bool goes = possible.at(std::size_t(verb)) && !isKeptFrom(verb, marks, now);
        allowed.at(std::size_t(verb)) += goes ? 1 : 0;
    }
}

void SelectionSummary::add(const ClusterKey &key, const ClusterRow &cluster,
                           const OperationService &operationService)
{
    const LatestItem item = operationService.latestItem(key);
    add(key, cluster, item ? std::optional(item->state) : std::nullopt, operationService.locks(),
        operationService.utcNow());
}

std::optional<Exclusion> SelectionSummary::reasonAgainst(Verb verb) const
{
    if (!isComplete || selected == 0 || allowing(verb) > 0)
        return {};
    if (kept == selected && specOf(verb).destructive)
        return Exclusion::Kept;
    if (locked == selected)
        return Exclusion::Locked;
    if (busy == selected)
        return Exclusion::Busy;
    // The others differ: any of these may be the reason against one of them.
    const bool others = busy > 0 || locked > 0 || (kept > 0 && specOf(verb).destructive);
    return others ? std::nullopt : std::optional(Exclusion::WrongState);
}

std::optional<QList<ClusterKey>> selectionAfter(const Batch &ended,
                                                const QList<ClusterKey> &selected)
{
    QSet<ClusterKey> batch;
    QList<ClusterKey> left;
    for (const BatchItem &item : ended.items) {
        batch.insert(item.key);
        if (item.state == ItemState::Failed || item.state == ItemState::Unknown)
            left.append(item.key);
    }
    const bool elsewhere = std::any_of(selected.begin(), selected.end(),
                                       [&](const ClusterKey &key) { return !batch.contains(key); });
    return left.isEmpty() || elsewhere ? std::nullopt : std::optional(left);
}

void SelectionSummarizer::begin(const QList<int> &rows)
{
    m_rows = rows;
    m_next = 0;
    m_counted = {};
}

void SelectionSummarizer::goOn(const ClusterModel &clusters,
                               const OperationService &operationService)
{
    constexpr qsizetype Portion = 2'000;
    for (const qsizetype end = qMin(m_next + Portion, m_rows.size()); m_next < end; ++m_next) {
        const int row = m_rows.at(m_next);
        m_counted.add(clusters.keyAt(row), clusters.rowAt(row), operationService);
    }
}

SelectionSummary SelectionSummarizer::summary() const
{
    SelectionSummary summary = m_counted;
    summary.isComplete = isComplete();
    if (!summary.isComplete)
        summary.selected = int(m_rows.size());
    return summary;
}

} // namespace clusterdeck

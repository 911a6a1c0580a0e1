// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batch/batch.h"

#include <algorithm>

namespace clusterdeck
{

void Streak::add(bool shows, std::chrono::milliseconds at)
{
    if (!shows) {
        *this = {};
        return;
    }
    if (length == 0)
        first = at;
    last = at;
    ++length;
}

bool Streak::spans(int readings, std::chrono::milliseconds apart) const
{
    return length >= readings && last - first >= apart;
}

bool BatchItem::apply(ItemEvent event, const QDateTime &at)
{
    const auto after = next(state, event);
    if (!after)
        return false;
    state = *after;
    if (isEnd(state))
        endedAt = at;
    return true;
}

std::optional<BatchItem::Leaving> BatchItem::leaving(ItemReason neverSent) const
{
    const auto event = specOf(state).afterCrash;
    if (!event)
        return {};
    if (*event == ItemEvent::Cancel)
        return Leaving{*event, neverSent};
    // After a refusal together with others, that stays the reason.
    return Leaving{*event, *event == ItemEvent::LeftInDoubt ? reason : ItemReason::AnswerLost};
}

QMap<ItemState, int> Batch::counts() const
{
    QMap<ItemState, int> counts;
    for (const BatchItem &item : items)
        ++counts[item.state];
    return counts;
}

int Batch::ended() const
{
    return int(std::count_if(items.begin(), items.end(),
                             [](const BatchItem &item) { return isEnd(item.state); }));
}

QList<ClusterKey> Batch::failed() const
{
    QList<ClusterKey> keys;
    for (const BatchItem &item : items) {
        if (item.state == ItemState::Failed)
            keys.append(item.key);
    }
    return keys;
}

BatchTally::BatchTally(const QList<BatchItem> &items)
{
    for (const BatchItem &item : items)
        count(item, 1);
}

void BatchTally::moved(const BatchItem &before, const BatchItem &now)
{
    count(before, -1);
    count(now, 1);
}

void BatchTally::count(const BatchItem &item, int by)
{
    m_states.at(size_t(item.state)) += by;
    m_phases.at(size_t(phaseOf(item.state))) += by;
    m_read += isRead(item.state) ? by : 0;
    m_withoutJob += isRead(item.state) && item.jobId.isEmpty() ? by : 0;
}

} // namespace clusterdeck

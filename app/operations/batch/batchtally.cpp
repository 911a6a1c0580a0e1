// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batch/batchtally.h"

#include "app/operations/batch/grouping.h"

namespace clusterdeck
{

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
    const bool open = item.state == ItemState::Running || item.state == ItemState::Unknown;
    m_states.at(size_t(item.state)) += by;
    m_withoutJob += open && item.jobId.isEmpty() ? by : 0;
    m_unread += isUnread(item) ? by : 0;
}

int BatchTally::ended() const
{
    return in(ItemState::Done) + in(ItemState::AlreadyGone) + in(ItemState::Failed) +
           in(ItemState::Cancelled);
}

int BatchTally::unsent() const
{
    return in(ItemState::Armed) + in(ItemState::Queued) + in(ItemState::Held);
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batch/batchtally.h"

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
    m_states.at(size_t(item.state)) += by;
    m_phases.at(size_t(phaseOf(item.state))) += by;
    m_withoutJob += isOpen(item.state) && item.jobId.isEmpty() ? by : 0;
}

} // namespace clusterdeck

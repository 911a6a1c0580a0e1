// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/outcome.h"

namespace clusterdeck
{

int statusOf(const Plan &plan)
{
    return plan.excluded.isEmpty() && !plan.items.isEmpty() ? exitstatus::Done : exitstatus::NotAll;
}

int statusOf(const QList<Batch> &batches, bool someLeftOut)
{
    bool all = !someLeftOut && !batches.isEmpty();
    for (const Batch &batch : batches) {
        for (const BatchItem &item : batch.items) {
            switch (specOf(item.state).outcome) {
            case ItemOutcome::Done:
                break;
            case ItemOutcome::Failed:
            case ItemOutcome::Cancelled:
                all = false;
                break;
            case ItemOutcome::Running:
            case ItemOutcome::Unknown:
                return exitstatus::Unknown;
            }
        }
    }
    return all ? exitstatus::Done : exitstatus::NotAll;
}

int statusOfList(bool complete)
{
    return complete ? exitstatus::Done : exitstatus::NotAll;
}

int statusOfDue(qsizetype due, bool complete)
{
    if (due > 0)
        return exitstatus::NotAll;
    return complete ? exitstatus::Done : exitstatus::Unknown;
}

Missing missingFor(const Plan &counted, const Plan &fresh, std::optional<int> typed, bool dataSaved)
{
    if (!typed)
        return Missing::Count;
    if (*typed != counted.items.size())
        return Missing::WrongCount;
    const bool tick = counted.confirmationLevel().tick || fresh.confirmationLevel().tick;
    return tick && !dataSaved ? Missing::DataSaved : Missing::None;
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/outcome.h"

#include <algorithm>

namespace clusterdeck
{

int statusOf(const Plan &plan)
{
    return plan.excluded.isEmpty() && !plan.items.isEmpty() ? exitstatus::Done : exitstatus::NotAll;
}

namespace
{

/// Whether the reason is that the cloud, the keychain or the journal could not be used.
bool isNotReached(HoldReason reason)
{
    switch (reason) {
    case HoldReason::Unauthorized:
    case HoldReason::ClockSkew:
    case HoldReason::RateLimited:
    case HoldReason::Maintenance:
    case HoldReason::Unreachable:
    case HoldReason::JournalFailed:
    case HoldReason::LockLost:
        return true;
    case HoldReason::None:
    case HoldReason::Suspended:
    case HoldReason::ScreenLocked:
    case HoldReason::RefusedInARow:
    case HoldReason::AnswersLost:
    case HoldReason::FirstUnknown:
        return false;
    }
    Q_UNREACHABLE();
}

bool wasAnySent(const QList<Batch> &batches)
{
    return std::any_of(batches.begin(), batches.end(), [](const Batch &batch) {
        return std::any_of(batch.items.begin(), batch.items.end(),
                           [](const BatchItem &item) { return item.sentAt.isValid(); });
    });
}

} // namespace

int statusOf(const QList<Batch> &batches, const CommandEvents &events)
{
    bool all = !events.someLeftOut && !batches.isEmpty();
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
    if (all)
        return exitstatus::Done;
    if (!batches.isEmpty() && !wasAnySent(batches)) {
        if (events.interrupted)
            return exitstatus::Interrupted;
        if (isNotReached(events.heldBy))
            return exitstatus::NotReached;
    }
    return exitstatus::NotAll;
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

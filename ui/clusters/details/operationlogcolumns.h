// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/timeline.h"
#include "ui/widgets/recordmodel.h"

namespace clusterdeck
{

/// A line of operationLog() and its source.
struct LoggedOperation {
    TimelineLine line;
    LogSource source;
};

/// `reach`: the time for which the provider's log was read; it decides about the sources.
[[nodiscard]] QList<LoggedOperation> loggedOperations(const QList<TimelineLine> &lines,
                                                      const LogReach &reach);
/// The key of a row: the job ID, otherwise the batch ID. Stays the same when the log is read again.
[[nodiscard]] QString identityOf(const LoggedOperation &operation);
/// The columns of a table of the provider's operation log and this program's journal.
[[nodiscard]] QList<RecordColumn<LoggedOperation>> operationColumns();

} // namespace clusterdeck

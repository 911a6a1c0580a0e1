// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/timeline.h"
#include "ui/widgets/recordmodel.h"

namespace clusterdeck
{

/// A line of operationLog(), and who is behind it.
struct LoggedOperation {
    TimelineLine line;
    LogSource source;
};

/// `reach`: of the log that the lines are from.
[[nodiscard]] QList<LoggedOperation> loggedOperations(const QList<TimelineLine> &lines,
                                                      const LogReach &reach);
/// Stays the same when the log is read again.
[[nodiscard]] QString identityOf(const LoggedOperation &operation);
/// The provider's operation log and our own journal as one table.
[[nodiscard]] QList<RecordColumn<LoggedOperation>> operationColumns();

} // namespace clusterdeck

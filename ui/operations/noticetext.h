// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/operationservice.h"

#include <QString>

namespace clusterdeck
{

/// The texts of the message bars, about the start and about the result of a confirmation. Plain
/// text; empty if there is nothing to report.

/// "The last run did not end properly: 4 never sent, 1 being checked, 3 still running.", and what
/// the user should do.
[[nodiscard]] QString recoveryText(const Recovery &recovery);

/// Why the journal cannot be written; empty if it can. `now`: UTC.
[[nodiscard]] QString journalText(const Journal &journal, const QDateTime &now);

/// journalText() with the consequences; empty if the journal can be written. `now`: UTC.
[[nodiscard]] QString accessText(const Journal &journal, const QDateTime &now);

/// Why the batch is on hold, with the journal's error if that is the reason. `now`: UTC.
[[nodiscard]] QString holdCauseText(const BatchRunner &runner, const QDateTime &now);

/// holdCauseText(), and what to do before the batch is continued.
[[nodiscard]] QString holdText(const BatchRunner &runner, const QDateTime &now);

/// That the journal was damaged, where the damaged file is, and how many batches were recovered.
/// Empty without a path in `setAside`.
[[nodiscard]] QString damageText(const QString &setAside, int batches);

/// The problem of the lock file and its consequence; empty without a problem.
[[nodiscard]] QString locksProblemText(const LockStore &locks);
/// That a change of the locks could not be saved, and which locks are in force now.
[[nodiscard]] QString locksNotWrittenText(const LockStore &locks);
/// That the lock file was not valid and was kept as `path`.
[[nodiscard]] QString locksSetAsideText(const QString &path);

/// Why nothing was sent, or which clusters are no longer in the batch. `now`: UTC.
[[nodiscard]] QString confirmationText(const Confirmation &confirmation, const QDateTime &now);

/// About deleted clusters that are listed again.
[[nodiscard]] QString listedAgainText(const QList<Cluster> &clusters);

} // namespace clusterdeck

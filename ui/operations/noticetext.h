// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/operationservice.h"

#include <QString>

namespace clusterdeck
{

/// The texts of the message bars: about the start, and about the result of a confirmation. Plain
/// text; empty when there is nothing to say.

/// "The last run did not end properly: 4 never sent, 1 being checked, 3 still running."
[[nodiscard]] QString recoveryText(const Recovery &recovery);

/// Why the journal cannot be written; empty when it can. `now`: UTC.
[[nodiscard]] QString journalText(const Journal &journal, const QDateTime &now);

/// The same with its consequences.
[[nodiscard]] QString accessText(const Journal &journal, const QDateTime &now);

/// Why the batch is on hold, with the journal's error when that is the reason.
[[nodiscard]] QString holdText(const BatchRunner &runner, const QDateTime &now);

/// That the journal was damaged, where it is now, and how many batches were saved from it.
[[nodiscard]] QString damageText(const QString &setAside, int batches);

/// The problem of the lock file and its consequence; empty without a problem.
[[nodiscard]] QString locksProblemText(const LockStore &locks);
/// That a change of the locks could not be written, and what holds now.
[[nodiscard]] QString locksNotWrittenText(const LockStore &locks);
/// Where the file was kept that could not be understood.
[[nodiscard]] QString locksSetAsideText(const QString &path);

/// Why nothing was sent, or which clusters dropped out of the batch. `now`: UTC.
[[nodiscard]] QString confirmationText(const Confirmation &confirmation, const QDateTime &now);

/// About deleted clusters that are listed again.
[[nodiscard]] QString listedAgainText(const QList<Cluster> &clusters);

} // namespace clusterdeck

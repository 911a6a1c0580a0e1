// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/operationservice.h"

#include <QString>

namespace clusterdeck
{

/// What the window says across its top: about the start, and about what a confirmation came to.
/// Plain text; empty where there is nothing to say.

/// "The last run ended early: 4 never sent, 1 being settled, 3 still running."
[[nodiscard]] QString recoveryText(const Recovery &recovery);

/// Why the journal cannot be written; empty when it can. `now`: UTC.
[[nodiscard]] QString journalText(const Journal &journal, const QDateTime &now);

/// The same for the window, with what follows from it.
[[nodiscard]] QString accessText(const Journal &journal, const QDateTime &now);

/// Why the batch waits for a person, with what the journal says when that is the reason.
[[nodiscard]] QString holdText(const BatchRunner &runner, const QDateTime &now);

/// That the journal was damaged, where it is now, and how many batches were saved from it.
[[nodiscard]] QString damageText(const QString &setAside, int batches);

/// What is wrong with the file of the locks, and what that means; empty when nothing is.
[[nodiscard]] QString locksProblemText(const LockStore &locks);
/// That a change of the locks could not be written, and what holds now.
[[nodiscard]] QString locksNotWrittenText(const LockStore &locks);
/// Where the file was kept that could not be understood.
[[nodiscard]] QString locksSetAsideText(const QString &path);

/// Why nothing was sent, or what dropped out of what is armed now. `now`: UTC.
[[nodiscard]] QString confirmationText(const Confirmation &confirmation, const QDateTime &now);

} // namespace clusterdeck

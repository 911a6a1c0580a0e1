// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/operationsdesk.h"

#include <QString>

namespace clusterdeck
{

/// What the window says across its top: about the start, and about what a confirmation came to.
/// Plain text; empty where there is nothing to say.

/// "The last run ended early: 4 never sent, 1 being settled, 3 still running."
[[nodiscard]] QString recoveryText(const Recovery &recovery);

/// Why one can look but not operate; empty when one can.
[[nodiscard]] QString accessText(const Journal &journal);

/// That the journal was damaged, where it is now, and how many batches were saved from it.
[[nodiscard]] QString damageText(const QString &setAside, int batches);

[[nodiscard]] QString locksUnreadableText();
[[nodiscard]] QString locksNotWrittenText();

/// Why nothing was sent, or what dropped out of what is armed now.
[[nodiscard]] QString confirmationText(const Confirmation &confirmation);

} // namespace clusterdeck

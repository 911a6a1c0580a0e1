// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/checkfindings.h"
#include "ui/words/statelook.h"

namespace clusterdeck
{

/// The connection check in words. All results are plain text; none holds a secret.

[[nodiscard]] QString stepText(CheckStep step);

/// One sentence: what was found and what to do. Empty for a step that a running check has not
/// reached.
[[nodiscard]] QString findingText(const CheckFinding &finding, bool running = false);

[[nodiscard]] StateLook lookOf(const CheckFinding &finding, bool running = false);

/// The result of the whole check: the steps that have the worst verdict, or that all is in order.
[[nodiscard]] QString summaryText(const QList<CheckFinding> &findings);
[[nodiscard]] StateLook summaryLook(const QList<CheckFinding> &findings);

} // namespace clusterdeck

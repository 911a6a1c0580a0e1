// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/checkfindings.h"
#include "ui/theme/statelook.h"

namespace clusterdeck
{

/// The connection check in words. All results are plain text; none holds a secret.

[[nodiscard]] QString stepText(CheckStep step);

/// One sentence: what was found and what to do. While the check runs, a step that has not come up
/// yet has none.
[[nodiscard]] QString findingText(const CheckFinding &finding, bool running = false);

[[nodiscard]] StateLook lookOf(const CheckFinding &finding, bool running = false);

/// What it all comes to: the steps that are in the way, or that nothing is.
[[nodiscard]] QString summaryText(const QList<CheckFinding> &findings);
[[nodiscard]] StateLook summaryLook(const QList<CheckFinding> &findings);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batch/batch.h"
#include "app/operations/plan/plan.h"

#include <QString>

namespace clusterdeck
{

/// Errors and reasons in words: one plain sentence that says what happened and what to do. The only
/// place where that is done. All results are plain text; none holds a secret.

[[nodiscard]] QString errorText(const ApiError &error);

/// What the provider said, in quotes, with its code; empty when it said nothing.
[[nodiscard]] QString providerText(const ApiError &error);

/// Why a batch waits, and what to do before it is tried again; empty for None.
[[nodiscard]] QString holdText(HoldReason reason);

/// Why an item is where it is; empty when its state says it all.
[[nodiscard]] QString reasonText(const BatchItem &item);

/// It is open, and has been for so long that a person should look.
[[nodiscard]] bool needsAttention(const BatchItem &item);

[[nodiscard]] QString exclusionText(Exclusion reason, Verb verb);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batch/batch.h"
#include "app/operations/plan/plan.h"

#include <QString>

namespace clusterdeck
{

/// Errors and reasons as sentences: what happened, and what to do. All sentences about errors are
/// made here. They are plain text and hold no secrets.

[[nodiscard]] QString errorText(const ApiError &error);

/// What the provider said, in quotes, with its code; empty when it said nothing.
[[nodiscard]] QString providerText(const ApiError &error);

/// Why a batch waits, and what to do before it is tried again; empty for None.
[[nodiscard]] QString holdText(HoldReason reason);

/// Why an item is in its state; empty when the state needs no explanation.
[[nodiscard]] QString reasonText(const BatchItem &item);

/// Whether the item has been open for so long that the user should check it.
[[nodiscard]] bool needsAttention(const BatchItem &item);

[[nodiscard]] QString exclusionText(const ExcludedItem &item, Verb verb);

} // namespace clusterdeck

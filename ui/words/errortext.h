// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batch/batch.h"
#include "app/operations/plan/plan.h"
#include "ui/text/format.h"

#include <QString>

namespace clusterdeck
{

/// Errors and reasons of operations as sentences: what happened, and what to do. Plain text without
/// secrets; texts from the cloud are cut and made visible. For problems with files see filetext.h
/// and refusaltext.h.

/// Without the provider's own text, see providerText().
[[nodiscard]] QString errorText(const ApiError &error);

/// The provider's text in quotation marks, cut after `longest`, with its code if there is one;
/// empty without a text.
[[nodiscard]] QString providerText(const ApiError &error, int longest = LongestQuote);

/// Why a batch is on hold; empty for None.
[[nodiscard]] QString holdCauseText(HoldReason reason);

/// What to do before a batch on hold is continued; empty for None.
[[nodiscard]] QString holdAdviceText(HoldReason reason);

/// Both of these.
[[nodiscard]] QString holdText(HoldReason reason);

/// Why an item is in its state, and what to do if it needs attention; empty if there is nothing to
/// explain. The provider's text in it is cut after `longest`.
[[nodiscard]] QString reasonText(const BatchItem &item, int longest = LongestQuote);

/// What the readings show of an item: "operation successful, missing in 2 readings"; empty without
/// a reading.
[[nodiscard]] QString evidenceText(Verb verb, const Evidence &evidence);

/// Whether the user should check the item: it takes unusually long, or its record was not
/// understood.
[[nodiscard]] bool needsAttention(const BatchItem &item);

/// Why a cluster is excluded from a plan; without a full stop.
[[nodiscard]] QString exclusionText(const ExcludedItem &item, Verb verb);

/// Why an operation is not offered for the selected clusters, and what to do; see
/// SelectionSummary::reasonAgainst().
[[nodiscard]] QString reasonAgainstText(Exclusion reason, Verb verb);

} // namespace clusterdeck

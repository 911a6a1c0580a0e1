// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/outcome.h"
#include "app/commandline/planmatch.h"
#include "app/commandline/standardinput.h"
#include "app/commandline/waiting.h"
#include "app/operations/journal/journal.h"
#include "app/operations/operationservice.h"
#include "ui/operations/verbtext.h"

namespace clusterdeck
{

/// What commands print. Plain text; lines are separated by line feeds.

/// The whole plan: what goes, what is left out and why, what it costs in calls.
[[nodiscard]] QString planReport(const Plan &plan, const AccountLabels &labels);

/// What cannot go, a line each, with the reason.
[[nodiscard]] QString leftOutLines(const QList<ExcludedItem> &items, Verb verb);

/// An item that has changed: "done  ehpc-h15dp0b1  test cluster".
[[nodiscard]] QString itemLine(const BatchItem &item);

/// One batch of the history: when, what, where, and what it came to.
[[nodiscard]] QString historyLine(const Batch &batch);

/// Why nothing was armed, and what to do; empty for Armed. `now`: UTC.
[[nodiscard]] QString notArmedText(const Confirmation &confirmation, const QDateTime &now);

[[nodiscard]] QString missingText(Missing missing, const Plan &plan);

/// What a written plan says that is not so, a line each, and that nothing was sent.
[[nodiscard]] QString differencesText(const QList<PlanDifference> &differences);

/// "Reading the clusters of lab."; empty for Nothing.
[[nodiscard]] QString waitingText(const Waiting &waiting);

/// Why standard input could not be taken.
[[nodiscard]] QString inputProblemText(StandardInput::Problem problem);

/// A command line that plans what a dialog is about to do, for a script or a ticket. Every word of
/// others is quoted for a POSIX shell.
[[nodiscard]] QString planCommand(const Plan &plan, const AccountLabels &labels);

} // namespace clusterdeck

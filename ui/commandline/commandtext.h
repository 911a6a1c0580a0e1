// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/viewmemory.h"
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

/// The whole plan: the clusters, the excluded ones with reasons, the number of calls.
[[nodiscard]] QString planReport(const Plan &plan, const AccountLabels &labels);

/// The excluded clusters, a line each, with the reason.
[[nodiscard]] QString leftOutLines(const QList<ExcludedItem> &items, Verb verb);

/// An item that has changed: "done  ehpc-h15dp0b1  test cluster".
[[nodiscard]] QString itemLine(const BatchItem &item);

/// One batch of the history: time, operation, account, outcome.
[[nodiscard]] QString historyLine(const Batch &batch);

/// Why nothing was armed, and what to do; empty for Armed. `now`: UTC.
[[nodiscard]] QString notArmedText(const Confirmation &confirmation, const QDateTime &now);

[[nodiscard]] QString missingText(Missing missing, const Plan &plan);

/// The differences between a plan file and the cloud, a line each, and that nothing was sent.
[[nodiscard]] QString differencesText(const QList<PlanDifference> &differences);

/// "Reading the clusters of lab."; empty for Nothing.
[[nodiscard]] QString waitingText(const Waiting &waiting);

/// Why standard input could not be used.
[[nodiscard]] QString inputProblemText(StandardInput::Problem problem);

/// That there is no such filter, and which there are.
[[nodiscard]] QString noFilterText(const QString &name, const QList<NamedFilter> &saved);

/// A command line that makes the plan of a dialog, for a script or a ticket. Every text from
/// outside is quoted for a POSIX shell.
[[nodiscard]] QString planCommand(const Plan &plan, const AccountLabels &labels);

} // namespace clusterdeck

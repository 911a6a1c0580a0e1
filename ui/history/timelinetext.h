// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/logreader.h"
#include "ui/words/statelook.h"

namespace clusterdeck
{

/// Texts about the lines of a timeline. Plain text, to be shown; texts from the cloud are cut and
/// made visible.

/// Local date and time; empty if `time` is invalid.
[[nodiscard]] QString dateTimeOrNothing(const QDateTime &time);

/// "Delete 12 clusters", "Deleted elsewhere", "Resized – elsewhere".
[[nodiscard]] QString whatText(const TimelineLine &line);

/// The names of the first three clusters, or their ids if they have no name: "a, b, c and 9 more".
[[nodiscard]] QString clustersText(const TimelineLine &line);

/// "This program (usr-…)", or the user in the log.
[[nodiscard]] QString whoText(const TimelineLine &line);

/// "41 done · 2 failed"; for a log entry the outcome and its error codes: "Done", "Failed: 5000".
[[nodiscard]] QString outcomeText(const TimelineLine &line);

/// For several outcomes the look of the most important one, in the order Unknown, Failed, Running,
/// Done, Cancelled.
[[nodiscard]] StateLook lookOf(TimelineOutcomes outcomes);
[[nodiscard]] StateLook lookOf(TimelineOutcome outcome);

/// The facts of a log entry, one per line. Only for lines whose source is not Ours.
[[nodiscard]] QString factsText(const TimelineLine &line);

/// How far the log of an account was read, and why not farther: one or two sentences.
[[nodiscard]] QString logText(const LogReader &log);

} // namespace clusterdeck

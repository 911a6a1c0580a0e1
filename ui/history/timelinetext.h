// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/logreader.h"
#include "ui/theme/statelook.h"

namespace clusterdeck
{

/// Texts about the lines of a time line. Plain text, to be shown.

/// Local date and time; empty when it is not known.
[[nodiscard]] QString dateTimeOrNothing(const QDateTime &time);

/// "Delete 12 clusters", "Deleted elsewhere", "Resized – elsewhere".
[[nodiscard]] QString whatText(const TimelineLine &line);

/// The clusters' names, their ids where they have none: "a, b, c and 9 more".
[[nodiscard]] QString clustersText(const TimelineLine &line);

/// "This program (usr-…)", or the name in the log.
[[nodiscard]] QString whoText(const TimelineLine &line);

/// "41 done · 2 failed"; of a line of the log "Successful", "Failed: 5000".
[[nodiscard]] QString outcomeText(const TimelineLine &line);

/// Of several outcomes the most important.
[[nodiscard]] StateLook lookOf(TimelineOutcomes outcomes);
[[nodiscard]] StateLook lookOf(TimelineOutcome outcome);

/// The log's facts about a line that is not a batch's, one per line.
[[nodiscard]] QString factsText(const TimelineLine &line);

/// How far an account's log was read, and why not farther: one sentence.
[[nodiscard]] QString logText(const LogReader &log);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/timeline.h"

namespace clusterdeck
{

/// Which lines of a time line are wanted; everything that is asked for has to hold.
struct TimelineFilter {
    enum class Who {
        Anyone,
        ThisProgram, ///< a batch of ours, or a line that may be one
        Elsewhere,   ///< what we have not sent, or may not have
        Person,      ///< `person`, whether as whose key signed, as submitter or as owner
    };

    QString cluster; ///< a part of an id or of a name, in either case; empty: any
    Who who = Who::Anyone;
    QString person;
    TimelineOutcomes outcomes; ///< one of them; none: any
    QDateTime since;           ///< UTC, with it; invalid: from the beginning
    QDateTime until;           ///< UTC, without it; invalid: to the end

    [[nodiscard]] bool isEmpty() const { return *this == TimelineFilter(); }
    bool operator==(const TimelineFilter &) const = default;
};

/// A line without a time is in no span of time.
[[nodiscard]] bool matches(const TimelineLine &line, const TimelineFilter &filter);

/// The numbers of the lines that match, in their order.
[[nodiscard]] QList<qsizetype> matching(const QList<TimelineLine> &lines,
                                        const TimelineFilter &filter);

/// Everybody whom the lines name, sorted.
[[nodiscard]] QStringList peopleIn(const QList<TimelineLine> &lines);

/// The beginning of the local day that lies `days` before that of `now`: 0 is today's.
[[nodiscard]] QDateTime dayBefore(const QDateTime &now, int days);

} // namespace clusterdeck

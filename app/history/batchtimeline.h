// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/journal/journal.h"

#include <array>

namespace clusterdeck
{

/// A stretch of time that an item was in one state. Milliseconds since 1970, UTC.
struct TimelineSpan {
    ItemState state = ItemState::Armed;
    qint64 from = 0;
    std::optional<qint64> to; ///< nothing: it is in it still

    bool operator==(const TimelineSpan &) const = default;
};

/// One item's way from confirmed to its end.
struct TimelineItem {
    ClusterKey key;
    QString name;                       ///< as it was shown when it was confirmed; as it came
    ItemState state = ItemState::Armed; ///< where it stands
    bool needsAttention = false;
    QList<TimelineSpan> spans; ///< in order, without gaps; no end state among them
    std::optional<qint64> ended;

    /// When it was first in `state`; nothing: never.
    [[nodiscard]] std::optional<qint64> began(ItemState state) const;
    /// How long it was in `state`, all times together; what lasts counts up to `now`.
    [[nodiscard]] qint64 spent(ItemState state, qint64 now) const;
};

/// A batch as bars over time, by this machine's clock.
struct BatchTimeline {
    qint64 begin = 0;          ///< when it was confirmed
    QList<TimelineItem> items; ///< as in the batch

    [[nodiscard]] bool isFinished() const;
    /// When the last item ended; `now` while one has not.
    [[nodiscard]] qint64 end(qint64 now) const;
};

/// `events`: the journal's, of this batch, in their order. A clock that went back while they were
/// written makes short bars, never negative ones.
[[nodiscard]] BatchTimeline timelineOf(const Batch &batch, const QList<JournalEvent> &events);

/// Item number `index` stands as `item` does, from `at` on. For a batch that is being watched.
void follow(BatchTimeline &timeline, int index, const BatchItem &item, qint64 at);

/// A number for each ItemState.
using StateCounts = std::array<int, ItemStateCount>;

/// How many items were in each state (by its number) at the middle of each of `columns` equal parts
/// of the time from `from` to `to`. What has ended counts in the state it ended in.
[[nodiscard]] QList<StateCounts> overviewOf(const BatchTimeline &timeline, qint64 from, qint64 to,
                                            int columns);

/// A round step, in milliseconds, that divides `span` into at most `most` parts.
[[nodiscard]] qint64 tickStep(qint64 span, int most);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/journal/journal.h"

#include <array>

namespace clusterdeck
{

/// A span of time in one state. Milliseconds since 1970, UTC.
struct TimelineSpan {
    ItemState state = ItemState::Armed;
    qint64 from = 0;
    std::optional<qint64> to; ///< nothing: the item is still in this state

    bool operator==(const TimelineSpan &) const = default;
};

/// The states of one item from the confirmation to its end.
struct TimelineItem {
    ClusterKey key;
    QString name;                       ///< at the confirmation; may contain hidden characters
    ItemState state = ItemState::Armed; ///< the current state
    bool needsAttention = false;
    QList<TimelineSpan> spans; ///< in order, without gaps; no end state among them
    std::optional<qint64> ended;

    /// When the item was first in `state`; nothing: never.
    [[nodiscard]] std::optional<qint64> began(ItemState state) const;
    /// The total time in `state`, in ms; an unfinished span counts up to `now`.
    [[nodiscard]] qint64 spent(ItemState state, qint64 now) const;
};

/// A batch as bars over time, by this machine's clock.
struct BatchTimeline {
    qint64 begin = 0;          ///< when it was confirmed
    QList<TimelineItem> items; ///< as in the batch

    [[nodiscard]] bool isFinished() const;
    /// When the last item ended; `now` while an item is unfinished.
    [[nodiscard]] qint64 end(qint64 now) const;
};

/// `events`: of this batch, see Journal::events(). If the clock was set back meanwhile, spans
/// become shorter, never negative.
[[nodiscard]] BatchTimeline timelineOf(const Batch &batch, const QList<JournalEvent> &events);

/// Updates the item at `index` to the state of `item`, at the time `at`, in milliseconds since
/// 1970. For a running batch. An invalid index is ignored.
void follow(BatchTimeline &timeline, int index, const BatchItem &item, qint64 at);

/// A number for each ItemState.
using StateCounts = std::array<int, ItemStateCount>;

/// The number of items in each state (the index) at the middle of each of `columns` equal parts of
/// the time from `from` to `to`. Ended items count in their end state.
[[nodiscard]] QList<StateCounts> overviewOf(const BatchTimeline &timeline, qint64 from, qint64 to,
                                            int columns);

/// A round step that divides `span` into at most `most` parts. Both in milliseconds.
[[nodiscard]] qint64 tickStep(qint64 span, int most);

} // namespace clusterdeck

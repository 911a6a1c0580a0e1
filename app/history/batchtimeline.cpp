// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/batchtimeline.h"

#include "app/operations/journal/journalcodec.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace clusterdeck
{

namespace
{

/// The last known time of an item.
qint64 latest(const TimelineItem &item, qint64 begin)
{
    if (item.ended)
        return *item.ended;
    return item.spans.isEmpty() ? begin : item.spans.last().to.value_or(item.spans.last().from);
}

void enter(TimelineItem &item, ItemState state, qint64 at)
{
    if (item.ended)
        return; // no state follows an end state
    const qint64 when = item.spans.isEmpty() ? at : std::max(at, item.spans.last().from);
    if (!isEnd(state) && !item.spans.isEmpty() && item.spans.last().state == state)
        return;
    if (!item.spans.isEmpty())
        item.spans.last().to = when;
    if (isEnd(state))
        item.ended = when;
    else
        item.spans.append({state, when, std::nullopt});
}

} // namespace

std::optional<qint64> TimelineItem::began(ItemState which) const
{
    for (const TimelineSpan &span : spans) {
        if (span.state == which)
            return span.from;
    }
    return std::nullopt;
}

qint64 TimelineItem::spent(ItemState which, qint64 now) const
{
    qint64 sum = 0;
    for (const TimelineSpan &span : spans) {
        if (span.state == which)
            sum += std::max<qint64>(0, span.to.value_or(now) - span.from);
    }
    return sum;
}

bool BatchTimeline::isFinished() const
{
    return std::all_of(items.begin(), items.end(),
                       [](const TimelineItem &item) { return item.ended.has_value(); });
}

qint64 BatchTimeline::end(qint64 now) const
{
    qint64 last = begin;
    for (const TimelineItem &item : items)
        last = std::max({last, latest(item, begin), item.ended ? begin : now});
    return last;
}

BatchTimeline timelineOf(const Batch &batch, const QList<JournalEvent> &events)
{
    BatchTimeline timeline;
    timeline.begin = batch.confirmedAt.toMSecsSinceEpoch();
    QHash<int, int> indexes; // by BatchItem::position
    for (int i = 0; i < batch.items.size(); ++i) {
        const BatchItem &item = batch.items.at(i);
        indexes.insert(item.position, i);
        TimelineItem &line = timeline.items.emplace_back();
        line.key = item.key;
        line.name = item.shown.name;
        line.state = item.state;
        line.needsAttention = item.needsAttention;
        enter(line, ItemState::Armed, timeline.begin);
    }
    for (const JournalEvent &event : events) {
        const int index = indexes.value(event.item, -1);
        if (index >= 0 && event.at.isValid())
            enter(timeline.items[index], journalcodec::stateFrom(event.state),
                  event.at.toMSecsSinceEpoch());
    }
    // A damaged journal may have lost the last event, but not the item's state.
    for (int i = 0; i < batch.items.size(); ++i) {
        const BatchItem &item = batch.items.at(i);
        TimelineItem &line = timeline.items[i];
        const qint64 known = latest(line, timeline.begin);
        enter(line, item.state, item.endedAt.isValid() ? item.endedAt.toMSecsSinceEpoch() : known);
    }
    return timeline;
}

void follow(BatchTimeline &timeline, int index, const BatchItem &item, qint64 at)
{
    if (index < 0 || index >= timeline.items.size())
        return;
    TimelineItem &line = timeline.items[index];
    line.state = item.state;
    line.needsAttention = item.needsAttention;
    enter(line, item.state, at);
}

QList<StateCounts> overviewOf(const BatchTimeline &timeline, qint64 from, qint64 to, int columns)
{
    QList<StateCounts> counts(columns);
    if (columns <= 0 || to <= from)
        return counts;
    // The first column whose middle is at or after `at`.
    const auto columnAt = [&](qint64 at) {
        const double part = double(at - from) / double(to - from) * columns;
        return std::clamp(int(std::ceil(part - 0.5)), 0, columns);
    };
    // Changes of the counts, summed up below: faster than a loop over the columns of each span.
    QList<StateCounts> steps(columns + 1);
    const auto add = [&](ItemState state, int first, int behind) {
        ++steps[first].at(size_t(state));
        --steps[behind].at(size_t(state));
    };
    for (const TimelineItem &item : timeline.items) {
        for (const TimelineSpan &span : item.spans)
            add(span.state, columnAt(span.from), columnAt(span.to.value_or(to)));
        if (item.ended)
            add(item.state, columnAt(*item.ended), columns);
    }
    StateCounts sum{};
    for (int column = 0; column < columns; ++column) {
        for (size_t state = 0; state < sum.size(); ++state)
            counts[column].at(state) = sum.at(state) += steps.at(column).at(state);
    }
    return counts;
}

qint64 tickStep(qint64 span, int most)
{
    constexpr qint64 Second = 1000;
    constexpr qint64 Minute = 60 * Second;
    constexpr qint64 Hour = 60 * Minute;
    constexpr qint64 Day = 24 * Hour;
    constexpr std::array Steps{Second,      2 * Second,  5 * Second, 10 * Second, 15 * Second,
                               30 * Second, Minute,      2 * Minute, 5 * Minute,  10 * Minute,
                               15 * Minute, 30 * Minute, Hour,       2 * Hour,    3 * Hour,
                               6 * Hour,    12 * Hour,   Day};
    for (const qint64 step : Steps) {
        if (span <= step * most)
            return step;
    }
    const qint64 days = (span + Day * most - 1) / (Day * most);
    return days * Day;
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/timelinepainter.h"

#include "ui/charts/timelinetext.h"
#include "ui/text/format.h"
#include "ui/theme/metrics.h"
#include "ui/words/statelook.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>

namespace clusterdeck
{

namespace
{

struct TimeLinePainterWords {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::TimeLine)
};

constexpr int BandStep = 2; ///< in pixels: the states are counted once for each step

QList<ItemState> ends()
{
    QList<ItemState> states;
    for (const StateSpec &spec : StateSpecs) {
        if (spec.phase == ItemPhase::End)
            states.append(spec.state);
    }
    return states;
}

/// From the bottom up: the ends, the states before them in reverse order, NotUnderstood.
QList<ItemState> bandOrder()
{
    QList<ItemState> states = unfinishedStates();
    states.removeOne(ItemState::NotUnderstood);
    std::reverse(states.begin(), states.end());
    return ends() + states + QList<ItemState>{ItemState::NotUnderstood};
}

} // namespace

TimelinePainter::TimelinePainter(const BatchTimeline &timeline, qint64 now, const QPalette &palette,
                                 const QFont &font)
    : m_timeline(timeline)
    , m_now(now)
    , m_end(std::max(timeline.end(now), timeline.begin + 1000))
    , m_palette(palette)
    , m_font(font)
{
}

double TimelinePainter::line() const
{
    return QFontMetricsF(m_font).height();
}

int TimelinePainter::rowHeight() const
{
    return int(line()) + space::Small;
}

/// The entries for the states that occur: those before the end, then the ends.
QList<LegendEntry> TimelinePainter::legend() const
{
    std::array<bool, ItemStateCount> occurs{};
    for (const TimelineItem &item : m_timeline.items) {
        for (const TimelineSpan &span : item.spans)
            occurs.at(size_t(span.state)) = true;
        if (item.ended)
            occurs.at(size_t(item.state)) = true;
    }
    QList<LegendEntry> entries;
    for (const ItemState state : unfinishedStates() + ends()) {
        if (occurs.at(size_t(state)))
            entries.append({phaseWord(state), barStyleOf(state)});
    }
    return entries;
}

int TimelinePainter::headHeight(int width) const
{
    return int(legendHeight(legend(), m_font, width) + space::Medium + bandHeight() + space::Small +
               line() + space::Medium);
}

double TimelinePainter::bandHeight() const
{
    return 3 * line();
}

QRectF TimelinePainter::barsIn(const QRectF &box) const
{
    // A fixed width: the bars must not move sideways while the durations grow.
    const double label = QFontMetricsF(m_font).horizontalAdvance(QStringLiteral("00:00:00"));
    return barArea(box, m_font, GlyphSize + 3 * space::Small + label);
}

double TimelinePainter::xOf(qint64 at, const QRectF &bars) const
{
    const double part = double(at - m_timeline.begin) / double(m_end - m_timeline.begin);
    return bars.left() + std::clamp(part, 0.0, 1.0) * bars.width();
}

void TimelinePainter::paintHead(QPainter &painter, const QRectF &box) const
{
    painter.setFont(m_font);
    const QList<LegendEntry> entries = legend();
    paintLegend(painter, box, entries, m_palette);
    const double top = box.top() + legendHeight(entries, m_font, box.width()) + space::Medium;
    const QRectF band(box.left(), top, box.width(), bandHeight());
    paintBand(painter, band);
    paintTickLabels(painter, band.bottom() + space::Small, ticks(barsIn(box)), m_palette);
}

/// How many items were in each state, over time.
void TimelinePainter::paintBand(QPainter &painter, const QRectF &box) const
{
    const QRectF bars = barsIn(box);
    paintName(painter, box, bars,
              TimeLinePainterWords::tr("All %Ln together", nullptr, int(m_timeline.items.size())),
              m_palette);
    const int columns = std::max(1, int(bars.width()) / BandStep);
    const auto counts = overviewOf(m_timeline, m_timeline.begin, m_end, columns);
    const QList<ItemState> order = bandOrder();
    const double each = box.height() / double(std::max<qsizetype>(1, m_timeline.items.size()));
    // Equal columns are filled as one box, so that the pattern has no seams.
    for (int first = 0; first < columns;) {
        int end = first + 1;
        while (end < columns && counts.at(end) == counts.at(first))
            ++end;
        double bottom = box.bottom();
        for (const ItemState state : order) {
            const double height = each * counts.at(first).at(size_t(state));
            if (height > 0)
                fillBar(painter,
                        QRectF(bars.left() + first * BandStep, bottom - height,
                               (end - first) * BandStep, height),
                        barStyleOf(state), m_palette);
            bottom -= height;
        }
        first = end;
    }
}

/// The first label is the time of day when the batch began; the others are the time since then.
QList<Tick> TimelinePainter::ticks(const QRectF &bars) const
{
    const QString begin = timeText(QDateTime::fromMSecsSinceEpoch(m_timeline.begin).toUTC());
    const double width = QFontMetricsF(m_font).horizontalAdvance(begin) + space::Huge;
    const qint64 step = tickStep(m_end - m_timeline.begin, std::max(1, int(bars.width() / width)));
    QList<Tick> ticks{{bars.left(), begin}};
    for (qint64 at = step; m_timeline.begin + at <= m_end; at += step)
        ticks.append(
            {xOf(m_timeline.begin + at, bars), u'+' + durationText(std::chrono::milliseconds(at))});
    return ticks;
}

void TimelinePainter::paintGrid(QPainter &painter, const QRectF &box) const
{
    paintTickLines(painter, box, ticks(barsIn(box)), m_palette);
}

void TimelinePainter::paintRow(QPainter &painter, const QRectF &box, int item) const
{
    const TimelineItem &line = m_timeline.items.at(item);
    const QRectF bars = barsIn(box);
    painter.setFont(m_font);
    paintName(painter, box, bars, nameOf(line), m_palette);
    paintBar(painter, bars.adjusted(0, 3, 0, -3), line);
    paintEnd(painter, box, line);
}

void TimelinePainter::paintBar(QPainter &painter, const QRectF &box, const TimelineItem &item) const
{
    for (const TimelineSpan &span : item.spans) {
        const double from = xOf(span.from, box);
        const double to = xOf(span.to.value_or(std::max(m_now, span.from)), box);
        fillBar(painter, QRectF(from, box.top(), std::max(LeastBarWidth, to - from), box.height()),
                barStyleOf(span.state), m_palette);
    }
}

/// To the right of the bar: the glyph of the item's state, and the time from the beginning of the
/// batch to the item's end, or to now.
void TimelinePainter::paintEnd(QPainter &painter, const QRectF &box, const TimelineItem &item) const
{
    const QRectF bars = barsIn(box);
    const qint64 last = item.ended.value_or(m_now);
    const double x = xOf(last, bars) + space::Small;
    BatchItem shown;
    shown.state = item.state;
    shown.needsAttention = item.needsAttention;
    const StateLook look = lookOf(shown);
    const double side = std::min(double(GlyphSize), box.height() - space::Hair);
    painter.save();
    paintGlyph(&painter, QRectF(x, box.center().y() - side / 2, side, side), look.glyph,
               colorForStatus(look.statusColor, m_palette));
    painter.restore();
    painter.setPen(m_palette.color(QPalette::Text));
    painter.drawText(QRectF(x + side + space::Small, box.top(), bars.width(), box.height()),
                     int(Qt::AlignVCenter | Qt::AlignLeft),
                     spanText(std::max<qint64>(0, last - m_timeline.begin)));
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/timelinepainter.h"

#include "ui/charts/timelinelook.h"
#include "ui/text/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/statelook.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>

namespace clusterdeck
{

namespace
{

struct PainterWords {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::TimeLine)
};

constexpr double BandHeight = 44;
constexpr double Swatch = 22;    ///< of the legend
constexpr double AfterBar = 84;  ///< what stands behind the longest bar
constexpr double LeastWidth = 2; ///< a stretch that took no time is seen all the same
constexpr double TickWidth = 90;
constexpr int BandStep = 2; ///< device pixels are too many to count for

QList<ItemState> ends()
{
    QList<ItemState> states;
    for (const StateSpec &spec : StateSpecs) {
        if (spec.phase == ItemPhase::End)
            states.append(spec.state);
    }
    return states;
}

/// From the bottom up: what has ended, then what is nearest to its end.
QList<ItemState> bandOrder()
{
    QList<ItemState> phases = phasesToTell();
    phases.removeOne(ItemState::NotUnderstood);
    std::reverse(phases.begin(), phases.end());
    return ends() + phases + QList<ItemState>{ItemState::NotUnderstood};
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

/// The states that the legend has to explain; in the order of the bars, then the ends.
QList<ItemState> TimelinePainter::statesSeen() const
{
    std::array<bool, ItemStateCount> seen{};
    for (const TimelineItem &item : m_timeline.items) {
        for (const TimelineSpan &span : item.spans)
            seen.at(size_t(span.state)) = true;
        if (item.ended)
            seen.at(size_t(item.state)) = true;
    }
    QList<ItemState> states = phasesToTell() + ends();
    states.removeIf([&](ItemState state) { return !seen.at(size_t(state)); });
    return states;
}

/// Where each entry of the legend stands, line by line.
QList<std::pair<ItemState, QRectF>> TimelinePainter::legendBoxes(double width) const
{
    QList<std::pair<ItemState, QRectF>> boxes;
    const QFontMetricsF metrics(m_font);
    double x = 0;
    double y = 0;
    for (const ItemState state : statesSeen()) {
        const double entry =
            Swatch + space::Small + metrics.horizontalAdvance(phaseWord(state)) + space::Huge;
        if (x > 0 && x + entry > width) {
            x = 0;
            y += line() + space::Small;
        }
        boxes.append({state, QRectF(x, y, entry, line())});
        x += entry;
    }
    return boxes;
}

int TimelinePainter::headHeight(int width) const
{
    const auto boxes = legendBoxes(width);
    const double legend = boxes.isEmpty() ? 0 : boxes.last().second.bottom();
    return int(legend + space::Medium + BandHeight + space::Small + line() + space::Medium);
}

QRectF TimelinePainter::barsIn(const QRectF &box) const
{
    const double names = std::min(210.0, box.width() * 0.3);
    return {box.left() + names, box.top(), std::max(10.0, box.width() - names - AfterBar),
            box.height()};
}

double TimelinePainter::xOf(qint64 at, const QRectF &bars) const
{
    const double part = double(at - m_timeline.begin) / double(m_end - m_timeline.begin);
    return bars.left() + std::clamp(part, 0.0, 1.0) * bars.width();
}

void TimelinePainter::paintHead(QPainter &painter, const QRectF &box) const
{
    painter.setFont(m_font);
    paintLegend(painter, box);
    const auto boxes = legendBoxes(box.width());
    const double legend = boxes.isEmpty() ? 0 : boxes.last().second.bottom();
    const double top = box.top() + legend + space::Medium;
    paintBand(painter, QRectF(box.left(), top, box.width(), BandHeight));
    paintAxis(painter, QRectF(box.left(), top + BandHeight + space::Small, box.width(), line()));
}

void TimelinePainter::paintLegend(QPainter &painter, const QRectF &box) const
{
    for (const auto &[state, place] : legendBoxes(box.width())) {
        const QRectF entry = place.translated(box.topLeft());
        fillPhase(painter, QRectF(entry.left(), entry.center().y() - 6, Swatch, 12).toAlignedRect(),
                  state, m_palette);
        painter.setPen(m_palette.color(QPalette::Text));
        painter.drawText(entry.adjusted(Swatch + space::Small, 0, 0, 0),
                         int(Qt::AlignVCenter | Qt::AlignLeft), phaseWord(state));
    }
}

/// All items over one another: how many are where at each moment.
void TimelinePainter::paintBand(QPainter &painter, const QRectF &box) const
{
    const QRectF bars = barsIn(box);
    painter.setPen(m_palette.color(QPalette::Text));
    painter.drawText(
        QRectF(box.left(), box.top(), bars.left() - box.left() - space::Medium, box.height()),
        int(Qt::AlignVCenter | Qt::AlignRight),
        PainterWords::tr("All %Ln together", nullptr, int(m_timeline.items.size())));
    const int columns = std::max(1, int(bars.width()) / BandStep);
    const auto counts = overviewOf(m_timeline, m_timeline.begin, m_end, columns);
    const QList<ItemState> order = bandOrder();
    const double each = box.height() / double(std::max<qsizetype>(1, m_timeline.items.size()));
    // Columns that are the same are one box: its pattern goes through.
    for (int first = 0; first < columns;) {
        int behind = first + 1;
        while (behind < columns && counts.at(behind) == counts.at(first))
            ++behind;
        double bottom = box.bottom();
        for (const ItemState state : order) {
            const double height = each * counts.at(first).at(size_t(state));
            if (height > 0)
                fillPhase(painter,
                          QRectF(bars.left() + first * BandStep, bottom - height,
                                 (behind - first) * BandStep, height),
                          state, m_palette);
            bottom -= height;
        }
        first = behind;
    }
}

void TimelinePainter::paintAxis(QPainter &painter, const QRectF &box) const
{
    const QRectF bars = barsIn(box);
    const int most = std::max(1, int(bars.width() / TickWidth));
    const qint64 step = tickStep(m_end - m_timeline.begin, most);
    painter.setPen(m_palette.color(QPalette::Text));
    for (qint64 at = 0; m_timeline.begin + at <= m_end; at += step) {
        const double x = xOf(m_timeline.begin + at, bars);
        painter.drawText(QRectF(x - TickWidth / 2, box.top(), TickWidth, box.height()),
                         int(Qt::AlignVCenter | Qt::AlignHCenter),
                         at == 0
                             ? timeText(QDateTime::fromMSecsSinceEpoch(m_timeline.begin).toUTC())
                             : u'+' + durationText(std::chrono::milliseconds(at)));
    }
}

void TimelinePainter::paintGrid(QPainter &painter, const QRectF &box) const
{
    const QRectF bars = barsIn(box);
    const qint64 step =
        tickStep(m_end - m_timeline.begin, std::max(1, int(bars.width() / TickWidth)));
    painter.setPen(QPen(m_palette.color(QPalette::Midlight), 1));
    for (qint64 at = 0; m_timeline.begin + at <= m_end; at += step) {
        const double x = xOf(m_timeline.begin + at, bars);
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()));
    }
}

void TimelinePainter::paintRow(QPainter &painter, const QRectF &box, int item) const
{
    const TimelineItem &line = m_timeline.items.at(item);
    const QRectF bars = barsIn(box);
    painter.setFont(m_font);
    painter.setPen(m_palette.color(QPalette::Text));
    const QRectF name(box.left() + space::Small, box.top(),
                      bars.left() - box.left() - space::Medium - space::Small, box.height());
    painter.drawText(name, int(Qt::AlignVCenter | Qt::AlignRight) | int(Qt::TextSingleLine),
                     QFontMetricsF(m_font).elidedText(nameOf(line), Qt::ElideMiddle, name.width()));
    paintBar(painter, bars.adjusted(0, 3, 0, -3), line);
    paintEnd(painter, box, line);
}

void TimelinePainter::paintBar(QPainter &painter, const QRectF &box, const TimelineItem &item) const
{
    for (const TimelineSpan &span : item.spans) {
        const double from = xOf(span.from, box);
        const double to = xOf(span.to.value_or(std::max(m_now, span.from)), box);
        fillPhase(painter, QRectF(from, box.top(), std::max(LeastWidth, to - from), box.height()),
                  span.state, m_palette);
    }
}

/// Behind the bar: how it ended and after how long; while it has not, where it is.
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
    painter.drawText(QRectF(x + side + space::Small, box.top(), AfterBar, box.height()),
                     int(Qt::AlignVCenter | Qt::AlignLeft),
                     spanText(std::max<qint64>(0, last - m_timeline.begin)));
}

} // namespace clusterdeck

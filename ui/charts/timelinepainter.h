// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/batchtimeline.h"
#include "ui/charts/chartparts.h"

#include <QPalette>
#include <QRectF>

class QPainter;

namespace clusterdeck
{

/// Paints the parts of a timeline: the legend, a band for the whole batch, the axis, and a bar for
/// each item. A batch can have thousands of items, so the caller paints only the visible rows.
class TimelinePainter
{
public:
    /// `timeline` outlives the painter. `now`: in milliseconds since 1970, UTC.
    TimelinePainter(const BatchTimeline &timeline, qint64 now, const QPalette &palette,
                    const QFont &font);

    [[nodiscard]] int rowHeight() const;
    /// The height of the legend, the band and the axis, which are above the rows.
    [[nodiscard]] int headHeight(int width) const;

    void paintHead(QPainter &painter, const QRectF &box) const;
    /// The vertical lines of the axis, behind the rows in `box`.
    void paintGrid(QPainter &painter, const QRectF &box) const;
    void paintRow(QPainter &painter, const QRectF &box, int item) const;

private:
    void paintBand(QPainter &painter, const QRectF &box) const;
    void paintBar(QPainter &painter, const QRectF &box, const TimelineItem &item) const;
    void paintEnd(QPainter &painter, const QRectF &box, const TimelineItem &item) const;
    [[nodiscard]] QRectF barsIn(const QRectF &box) const;
    [[nodiscard]] double xOf(qint64 at, const QRectF &bars) const;
    [[nodiscard]] QList<Tick> ticks(const QRectF &bars) const;
    [[nodiscard]] QList<LegendEntry> legend() const;
    [[nodiscard]] double line() const;
    [[nodiscard]] double bandHeight() const;

    const BatchTimeline &m_timeline;
    qint64 m_now;
    qint64 m_end;
    QPalette m_palette;
    QFont m_font;
};

} // namespace clusterdeck

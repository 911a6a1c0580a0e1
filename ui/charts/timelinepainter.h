// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/batchtimeline.h"

#include <QFont>
#include <QPalette>
#include <QRectF>

class QPainter;

namespace clusterdeck
{

/// Paints the parts of a time line: the legend, the whole batch as one band, the axis, and a bar
/// an item. Painted by hand, because a chart library has no bars that begin anywhere, and would
/// make an object of each of thousands; here only what is in view is touched.
class TimelinePainter
{
public:
    TimelinePainter(const BatchTimeline &timeline, qint64 now, const QPalette &palette,
                    const QFont &font);

    [[nodiscard]] int rowHeight() const;
    /// Of the legend, the band and the axis, which stand above the rows; `width`: what there is.
    [[nodiscard]] int headHeight(int width) const;

    void paintHead(QPainter &painter, const QRectF &box) const;
    /// The lines of the axis behind rows in `box`.
    void paintGrid(QPainter &painter, const QRectF &box) const;
    void paintRow(QPainter &painter, const QRectF &box, int item) const;

private:
    void paintLegend(QPainter &painter, const QRectF &box) const;
    void paintBand(QPainter &painter, const QRectF &box) const;
    void paintAxis(QPainter &painter, const QRectF &box) const;
    void paintBar(QPainter &painter, const QRectF &box, const TimelineItem &item) const;
    void paintEnd(QPainter &painter, const QRectF &box, const TimelineItem &item) const;
    [[nodiscard]] QRectF barsIn(const QRectF &box) const;
    [[nodiscard]] double xOf(qint64 at, const QRectF &bars) const;
    [[nodiscard]] QList<ItemState> statesSeen() const;
    [[nodiscard]] QList<std::pair<ItemState, QRectF>> legendBoxes(double width) const;
    [[nodiscard]] double line() const;

    const BatchTimeline &m_timeline;
    qint64 m_now;
    qint64 m_end;
    QPalette m_palette;
    QFont m_font;
};

} // namespace clusterdeck

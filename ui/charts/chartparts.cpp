// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartparts.h"

#include "ui/theme/metrics.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace clusterdeck
{

namespace
{

constexpr double SwatchWidth = 22;
constexpr double SwatchHeight = 12;

/// The box of each entry in a legend at (0, 0).
QList<QRectF> entryBoxes(const QList<LegendEntry> &entries, const QFont &font, double width)
{
    QList<QRectF> boxes;
    const QFontMetricsF metrics(font);
    QPointF corner;
    for (const LegendEntry &entry : entries) {
        const QSizeF size(SwatchWidth + space::Small + metrics.horizontalAdvance(entry.name) +
                              space::Huge,
                          metrics.height());
        if (corner.x() > 0 && corner.x() + size.width() > width)
            corner = {0, corner.y() + size.height() + space::Small};
        boxes.append(QRectF(corner, size));
        corner.rx() += size.width();
    }
    return boxes;
}

} // namespace

void fillBar(QPainter &painter, const QRectF &box, BarStyle style, const QPalette &palette)
{
    const QColor color = colorForChart(style.color, palette);
    painter.fillRect(box, palette.color(QPalette::Base));
    painter.fillRect(box, QBrush(color, style.pattern));
    if (style.pattern == Qt::SolidPattern || box.width() < 3)
        return;
    painter.setPen(QPen(color, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
}

QRectF barArea(const QRectF &box, const QFont &font, double labelWidth, bool hasNames)
{
    const double names =
        hasNames ? std::min<double>(widthOfLetters(QFontMetrics(font), 30), box.width() * 0.3)
                 : space::Medium;
    const double width = box.width() - names - labelWidth - space::Small;
    return {box.left() + names, box.top(), std::max(10.0, width), box.height()};
}

void paintName(QPainter &painter, const QRectF &row, const QRectF &area, const QString &name,
               const QPalette &palette)
{
    const QRectF box(row.left(), row.top(), area.left() - row.left() - space::Medium, row.height());
    painter.setPen(palette.color(QPalette::Text));
    painter.drawText(box, int(Qt::AlignVCenter | Qt::AlignRight) | OneLine,
                     QFontMetricsF(painter.font()).elidedText(name, Qt::ElideMiddle, box.width()));
}

void paintTickLines(QPainter &painter, const QRectF &box, const QList<Tick> &ticks,
                    const QPalette &palette)
{
    painter.setPen(QPen(palette.color(QPalette::Midlight), 1));
    for (const Tick &tick : ticks) {
        const double x = std::floor(tick.x) + 0.5; // a sharp line
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()));
    }
}

void paintTickLabels(QPainter &painter, double top, const QList<Tick> &ticks,
                     const QPalette &palette)
{
    painter.setPen(palette.color(QPalette::Text));
    const QFontMetricsF metrics(painter.font());
    for (const Tick &tick : ticks) {
        const double width = metrics.horizontalAdvance(tick.label) + space::Small;
        painter.drawText(QRectF(tick.x - width / 2, top, width, metrics.height()),
                         int(Qt::AlignCenter) | OneLine, tick.label);
    }
}

double legendHeight(const QList<LegendEntry> &entries, const QFont &font, double width)
{
    return entries.isEmpty() ? 0 : entryBoxes(entries, font, width).last().bottom();
}

void paintLegend(QPainter &painter, const QRectF &box, const QList<LegendEntry> &entries,
                 const QPalette &palette)
{
    const QList<QRectF> boxes = entryBoxes(entries, painter.font(), box.width());
    for (int i = 0; i < entries.size(); ++i) {
        const QRectF place = boxes.at(i).translated(box.topLeft());
        const QRectF swatch(place.left(), place.center().y() - SwatchHeight / 2, SwatchWidth,
                            SwatchHeight);
        fillBar(painter, swatch.toAlignedRect(), entries.at(i).style, palette);
        painter.setPen(palette.color(QPalette::Text));
        painter.drawText(place.adjusted(SwatchWidth + space::Small, 0, 0, 0),
                         int(Qt::AlignVCenter | Qt::AlignLeft) | OneLine, entries.at(i).name);
    }
}

} // namespace clusterdeck

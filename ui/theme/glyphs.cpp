// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/glyphs.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

namespace clusterdeck
{

namespace
{

// The coordinates of all shapes are in a box of 16 × 16 units.

void stroke(QPainter *painter, const QColor &color, const QPainterPath &path, qreal width = 1.8)
{
    painter->setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(path);
}

void fill(QPainter *painter, const QColor &color, const QPainterPath &path)
{
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawPath(path);
}

QPainterPath lines(std::initializer_list<QPointF> points)
{
    QPainterPath path(*points.begin());
    for (const QPointF &point : points)
        path.lineTo(point);
    return path;
}

QPainterPath circle(qreal x, qreal y, qreal radius)
{
    QPainterPath path;
    path.addEllipse(QPointF(x, y), radius, radius);
    return path;
}

QPainterPath rounded(qreal x, qreal y, qreal width, qreal height, qreal radius)
{
    QPainterPath path;
    path.addRoundedRect(QRectF(x, y, width, height), radius, radius);
    return path;
}

QPainterPath question()
{
    QPainterPath path;
    path.moveTo(5.9, 6.2);
    path.cubicTo(6, 3.9, 10.2, 3.9, 10.2, 6.3);
    path.cubicTo(10.2, 7.9, 8, 8, 8, 9.6);
    return path;
}

QPainterPath arc()
{
    QPainterPath path;
    path.arcMoveTo(QRectF(2.5, 2.5, 11, 11), 60);
    path.arcTo(QRectF(2.5, 2.5, 11, 11), 60, 290);
    return path;
}

QPainterPath shackle()
{
    QPainterPath path;
    path.moveTo(5, 7.4);
    path.lineTo(5, 5);
    path.arcTo(QRectF(5, 2, 6, 6), 180, -180);
    path.lineTo(11, 7.4);
    return path;
}

void draw(QPainter *p, Glyph glyph, const QColor &c)
{
    switch (glyph) {
    case Glyph::Dot:
        return fill(p, c, circle(8, 8, 5));
    case Glyph::Square:
        return fill(p, c, rounded(3, 3, 10, 10, 0.5));
    case Glyph::Dots:
        fill(p, c, circle(3.2, 8, 1.6));
        fill(p, c, circle(8, 8, 1.6));
        return fill(p, c, circle(12.8, 8, 1.6));
    case Glyph::Pause:
        fill(p, c, rounded(3.8, 3, 3, 10, 0.8));
        return fill(p, c, rounded(9.2, 3, 3, 10, 0.8));
    case Glyph::Question:
        stroke(p, c, circle(8, 8, 6.4), 1.4);
        stroke(p, c, question(), 1.5);
        return fill(p, c, circle(8, 11.8, 0.95));
    case Glyph::Arc:
        stroke(p, c, arc(), 2);
        return fill(p, c, lines({{9.6, 0.6}, {14.2, 3.2}, {9.6, 5.9}}));
    case Glyph::Clock:
        stroke(p, c, circle(8, 8, 6), 1.5);
        return stroke(p, c, lines({{8, 4.6}, {8, 8}, {10.6, 9.4}}), 1.5);
    case Glyph::ArrowUp:
        stroke(p, c, lines({{8, 13}, {8, 3.4}}), 2);
        return stroke(p, c, lines({{4, 7.2}, {8, 3.2}, {12, 7.2}}), 2);
    case Glyph::Check:
        return stroke(p, c, lines({{2.8, 8.6}, {6.4, 12.2}, {13.2, 4.4}}), 2.4);
    case Glyph::RingCheck:
        stroke(p, c, circle(8, 8, 6.4), 1.3);
        return stroke(p, c, lines({{5, 8.3}, {7.2, 10.5}, {11, 5.8}}), 1.5);
    case Glyph::Cross:
        stroke(p, c, lines({{3.8, 3.8}, {12.2, 12.2}}), 2.4);
        return stroke(p, c, lines({{12.2, 3.8}, {3.8, 12.2}}), 2.4);
    case Glyph::Minus:
        stroke(p, c, circle(8, 8, 6), 1.4);
        return stroke(p, c, lines({{5, 8}, {11, 8}}), 1.6);
    case Glyph::Warning:
        stroke(p, c, lines({{8, 2.2}, {14.4, 13.4}, {1.6, 13.4}, {8, 2.2}}), 1.5);
        stroke(p, c, lines({{8, 6.4}, {8, 9.2}}), 1.6);
        return fill(p, c, circle(8, 11.4, 0.95));
    case Glyph::Info:
        stroke(p, c, circle(8, 8, 6.4), 1.3);
        stroke(p, c, lines({{8, 7.4}, {8, 11.4}}), 1.6);
        return fill(p, c, circle(8, 4.8, 1));
    case Glyph::Flag:
        stroke(p, c, lines({{4, 14}, {4, 2.4}}), 1.6);
        return fill(p, c, lines({{4.6, 2.4}, {13.4, 5.4}, {4.6, 8.6}}));
    case Glyph::Star:
        return fill(p, c,
                    lines({{8, 1.4},
                           {9.9, 5.8},
                           {14.7, 6.2},
                           {11.1, 9.3},
                           {12.2, 14},
                           {8, 11.5},
                           {3.8, 14},
                           {4.9, 9.3},
                           {1.3, 6.2},
                           {6.1, 5.8}}));
    case Glyph::Lock:
        fill(p, c, rounded(3, 7, 10, 7, 1.4));
        return stroke(p, c, shackle(), 1.7);
    }
}

class PaintedEngine : public QIconEngine
{
public:
    explicit PaintedEngine(IconPainter paint)
        : m_paint(std::move(paint))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        m_paint(painter, rect, mode);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new PaintedEngine(m_paint); }

private:
    IconPainter m_paint;
};

} // namespace

void paintGlyph(QPainter *painter, const QRectF &box, Glyph glyph, const QColor &color)
{
    const qreal side = qMin(box.width(), box.height());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(box.center() - QPointF(side, side) / 2);
    painter->scale(side / 16, side / 16);
    draw(painter, glyph, color);
    painter->restore();
}

QIcon paintedIcon(IconPainter paint)
{
    return QIcon(new PaintedEngine(std::move(paint)));
}

QIcon glyphIcon(Glyph glyph, StatusColor statusColor)
{
    return paintedIcon(
        [glyph, statusColor](QPainter *painter, const QRect &rect, QIcon::Mode mode) {
            const QPalette palette = QGuiApplication::palette();
            QColor color = colorForStatus(statusColor, palette);
            if (mode == QIcon::Selected)
                color = palette.color(QPalette::HighlightedText);
            if (mode == QIcon::Disabled)
                color = palette.color(QPalette::Disabled, QPalette::Text);
            paintGlyph(painter, rect, glyph, color);
        });
}

} // namespace clusterdeck

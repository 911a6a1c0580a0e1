// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/clearstyle.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace clusterdeck
{

namespace
{

QColor outlineOf(const QStyleOption &option)
{
    const QPalette &palette = option.palette;
    if (!option.state.testFlag(QStyle::State_Enabled))
        return palette.color(QPalette::Disabled, QPalette::WindowText);
    // Slightly transparent, so that it fits a selected row as well.
    QColor outline = palette.color(QPalette::WindowText);
    outline.setAlphaF(0.85F);
    return outline;
}

QPen markPen(const QColor &color, const QRectF &box)
{
    return {color, box.width() / 7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

/// Paints the background of a check box or radio button; returns the colour of its mark.
QColor paintGround(const QStyleOption &option, QPainter *painter)
{
    const auto group =
        option.state.testFlag(QStyle::State_Enabled) ? QPalette::Active : QPalette::Disabled;
    const bool marked =
        (option.state & (QStyle::State_On | QStyle::State_NoChange)) && group == QPalette::Active;
    const auto ground = marked ? QPalette::Highlight : QPalette::Base;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(outlineOf(option), 1));
    painter->setBrush(option.palette.color(group, ground));
    return marked ? option.palette.color(QPalette::HighlightedText) : outlineOf(option);
}

void paintBox(const QStyleOption &option, QPainter *painter)
{
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const QColor mark = paintGround(option, painter);
    painter->drawRoundedRect(box, 2, 2);
    painter->setPen(markPen(mark, box));
    painter->setBrush(Qt::NoBrush);
    const auto at = [&box](qreal x, qreal y) {
        return box.topLeft() + QPointF(box.width() * x, box.height() * y);
    };
    if (option.state & QStyle::State_On) {
        QPainterPath tick(at(0.24, 0.53));
        tick.lineTo(at(0.43, 0.72));
        tick.lineTo(at(0.77, 0.30));
        painter->drawPath(tick);
    } else if (option.state & QStyle::State_NoChange) {
        painter->drawLine(at(0.27, 0.5), at(0.73, 0.5));
    }
}

void paintRing(const QStyleOption &option, QPainter *painter)
{
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const qreal side = qMin(box.width(), box.height());
    const QColor mark = paintGround(option, painter);
    painter->drawEllipse(box.center(), side / 2, side / 2);
    if (option.state & QStyle::State_On) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(mark);
        painter->drawEllipse(box.center(), side / 4, side / 4);
    }
}

} // namespace

ClearStyle::ClearStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
    setObjectName(QStringLiteral("fusion"));
}

void ClearStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const
{
    if (element != PE_IndicatorCheckBox && element != PE_IndicatorRadioButton) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    painter->save();
    if (element == PE_IndicatorCheckBox)
        paintBox(*option, painter);
    else
        paintRing(*option, painter);
    painter->restore();
}

void useClearStyle()
{
    const QStyle *style = QApplication::style();
    if (style->objectName().compare(u"fusion", Qt::CaseInsensitive) == 0 &&
        !qobject_cast<const ClearStyle *>(style))
        QApplication::setStyle(new ClearStyle);
}

} // namespace clusterdeck

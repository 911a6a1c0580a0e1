// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/badge.h"

#include "ui/look/metrics.h"

#include <QPainter>

namespace clusterdeck
{

DemoBadge::DemoBadge(QWidget *parent)
    : QLabel(tr("DEMO"), parent)
{
    setObjectName(QStringLiteral("Demo"));
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignCenter);
    setContentsMargins(space::Medium, space::Hair, space::Medium, space::Hair);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setToolTip(tr("An embedded practice cloud: no real cluster is touched."));
    QFont bold = font();
    bold.setBold(true);
    setFont(bold);
}

void DemoBadge::paintEvent(QPaintEvent *)
{
    // The one colour that does not follow the palette: it must look the same, and alien,
    // everywhere.
    const QColor color(0xf5b82e);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(rect(), 4, 4);
    painter.setPen(QColor(0x2b2000));
    painter.setFont(font());
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace clusterdeck

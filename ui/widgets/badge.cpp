// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/badge.h"

#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

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
    setToolTip(tr("The built-in practice cloud: no real cluster is affected."));
    QFont bold = font();
    bold.setBold(true);
    setFont(bold);
}

void DemoBadge::paintEvent(QPaintEvent *)
{
    const BadgeColors colors = badgeColors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.background);
    painter.drawRoundedRect(rect(), 4, 4);
    painter.setPen(colors.text);
    painter.setFont(font());
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/badge.h"

#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

#include <QPainter>

namespace clusterdeck
{

ModeBadge::ModeBadge(const QString &name, const QString &word, const QString &meaning,
                     QWidget *parent)
    : QLabel(word, parent)
{
    setObjectName(name);
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignCenter);
    setContentsMargins(space::Medium, space::Hair, space::Medium, space::Hair);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setToolTip(meaning);
    QFont bold = font();
    bold.setBold(true);
    setFont(bold);
}

DemoBadge::DemoBadge(QWidget *parent)
    : ModeBadge(QStringLiteral("Demo"), tr("DEMO"),
                tr("The built-in practice cloud: no real cluster is affected."), parent)
{
}

PresenterBadge::PresenterBadge(QWidget *parent)
    : ModeBadge(QStringLiteral("Presenter badge"), tr("PRESENTER"),
                tr("Names, IDs and owners are invented, and every account is read-only in this window."), parent)
{
}

void ModeBadge::paintEvent(QPaintEvent *)
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/timelinelook.h"

#include "ui/text/format.h"
#include "ui/theme/statelook.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

namespace clusterdeck
{

namespace
{

struct PhaseWords {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::TimeLine)
};

} // namespace

QList<ItemState> phasesToTell()
{
    QList<ItemState> phases;
    for (const StateSpec &spec : StateSpecs) {
        if (spec.phase != ItemPhase::End)
            phases.append(spec.state);
    }
    return phases;
}

void fillPhase(QPainter &painter, const QRectF &box, ItemState state, const QPalette &palette)
{
    const BarLook look = barLookOf(state);
    const QColor color = colorForChart(look.hue, palette);
    painter.fillRect(box, palette.color(QPalette::Base));
    painter.fillRect(box, QBrush(color, look.pattern));
    if (look.pattern == Qt::SolidPattern || box.width() < 3)
        return;
    painter.setPen(QPen(color, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
}

QString spanText(qint64 msecs)
{
    constexpr qint64 Short = 10000;
    if (msecs < Short)
        return PhaseWords::tr("%1 s", "seconds")
            .arg(QLocale().toString(double(msecs) / 1000, 'f', 1));
    return durationText(std::chrono::milliseconds(msecs));
}

QString nameOf(const TimelineItem &item)
{
    return shownLine(item.name.isEmpty() ? item.key.id : item.name, LongestNameShown);
}

QString lineText(const TimelineItem &item, qint64 now)
{
    QStringList parts{shownLine(item.key.id, LongestNameShown)};
    for (const ItemState state : phasesToTell()) {
        if (item.began(state))
            parts.append(PhaseWords::tr("%1 %2", "phase, duration")
                             .arg(phaseWithin(state), spanText(item.spent(state, now))));
    }
    if (item.ended)
        parts.append(PhaseWords::tr("%1 at %2", "state, time")
                         .arg(wordWithin(item.state),
                              timeText(QDateTime::fromMSecsSinceEpoch(*item.ended).toUTC())));
    else if (item.needsAttention)
        parts.append(PhaseWords::tr("needs attention"));
    return nameOf(item) + QStringLiteral("  –  ") + parts.join(QStringLiteral("  ·  "));
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pictures/timelinelook.h"

#include "ui/look/format.h"
#include "ui/look/hues.h"
#include "ui/look/statelook.h"

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

struct PhaseLook {
    Hue hue;
    Qt::BrushStyle pattern;
};

PhaseLook lookFor(ItemState state)
{
    switch (state) {
    case ItemState::Armed:
        return {Hue::Grey, Qt::BDiagPattern};
    case ItemState::Queued:
        return {Hue::Grey, Qt::Dense6Pattern};
    case ItemState::Held:
        return {Hue::Orange, Qt::VerPattern};
    case ItemState::Sending:
        return {Hue::Purple, Qt::Dense4Pattern};
    case ItemState::Running:
        return {Hue::Blue, Qt::SolidPattern};
    case ItemState::Unknown:
        return {Hue::Vermilion, Qt::DiagCrossPattern};
    case ItemState::Done:
        return {Hue::Green, Qt::FDiagPattern};
    case ItemState::AlreadyGone:
        return {Hue::Green, Qt::CrossPattern};
    case ItemState::Failed:
        return {Hue::Vermilion, Qt::Dense3Pattern};
    case ItemState::Cancelled:
        return {Hue::Grey, Qt::HorPattern};
    case ItemState::NotUnderstood:
        return {Hue::Grey, Qt::CrossPattern};
    }
    Q_UNREACHABLE();
}

} // namespace

QList<ItemState> phasesToTell()
{
    return {ItemState::Armed,   ItemState::Queued,  ItemState::Held,         ItemState::Sending,
            ItemState::Running, ItemState::Unknown, ItemState::NotUnderstood};
}

QString phaseWord(ItemState state)
{
    switch (state) {
    case ItemState::Armed:
        return PhaseWords::tr("Countdown");
    case ItemState::Queued:
        return PhaseWords::tr("Waiting");
    case ItemState::Sending:
        return PhaseWords::tr("Request");
    case ItemState::Running:
        return PhaseWords::tr("Operation");
    case ItemState::Held:
    case ItemState::Unknown:
    case ItemState::Done:
    case ItemState::AlreadyGone:
    case ItemState::Failed:
    case ItemState::Cancelled:
    case ItemState::NotUnderstood:
        return lookOf(state).word;
    }
    Q_UNREACHABLE();
}

void fillPhase(QPainter &painter, const QRectF &box, ItemState state, const QPalette &palette)
{
    const PhaseLook look = lookFor(state);
    const QColor color = hueColor(look.hue, palette);
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

/// Languages differ in what is written small within a sentence.
static QString phaseWithin(ItemState state)
{
    switch (state) {
    case ItemState::Armed:
        return PhaseWords::tr("countdown", "within a sentence");
    case ItemState::Queued:
        return PhaseWords::tr("waiting", "within a sentence");
    case ItemState::Sending:
        return PhaseWords::tr("request", "within a sentence");
    case ItemState::Running:
        return PhaseWords::tr("operation", "within a sentence");
    case ItemState::Held:
    case ItemState::Unknown:
    case ItemState::Done:
    case ItemState::AlreadyGone:
    case ItemState::Failed:
    case ItemState::Cancelled:
    case ItemState::NotUnderstood:
        return wordWithin(state);
    }
    Q_UNREACHABLE();
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/timelinetext.h"

#include "ui/text/format.h"
#include "ui/words/statelook.h"

#include <QCoreApplication>
#include <QLocale>

namespace clusterdeck
{

namespace
{

struct TimeLineWords {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::TimeLine)
};

} // namespace

QList<ItemState> unfinishedStates()
{
    QList<ItemState> states;
    for (const StateSpec &spec : StateSpecs) {
        if (spec.phase != ItemPhase::End)
            states.append(spec.state);
    }
    return states;
}

QString spanText(qint64 msecs)
{
    constexpr qint64 Short = 10000;
    if (msecs < Short)
        return TimeLineWords::tr("%1 s", "seconds")
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
    for (const ItemState state : unfinishedStates()) {
        if (item.began(state))
            parts.append(TimeLineWords::tr("%1 %2", "phase, duration")
                             .arg(phaseWithin(state), spanText(item.spent(state, now))));
    }
    if (item.ended)
        parts.append(TimeLineWords::tr("%1 at %2", "state, time")
                         .arg(wordWithin(item.state),
                              timeText(QDateTime::fromMSecsSinceEpoch(*item.ended).toUTC())));
    else if (item.needsAttention)
        parts.append(TimeLineWords::tr("needs attention"));
    return nameOf(item) + QStringLiteral("  –  ") + parts.join(QStringLiteral("  ·  "));
}

} // namespace clusterdeck

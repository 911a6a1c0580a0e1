// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/timelinefilter.h"

#include <QSet>

#include <algorithm>

namespace clusterdeck
{

namespace
{

bool isBy(const TimelineLine &line, const TimelineFilter &filter)
{
    switch (filter.who) {
    case TimelineFilter::Who::Anyone:
        return true;
    case TimelineFilter::Who::ThisProgram:
        return line.source != TimelineSource::Elsewhere;
    case TimelineFilter::Who::Elsewhere:
        return line.source != TimelineSource::Ours;
    case TimelineFilter::Who::Person:
        return line.people.contains(filter.person);
    }
    Q_UNREACHABLE();
}

bool isAbout(const TimelineLine &line, const QString &cluster)
{
    return cluster.isEmpty() ||
           std::any_of(line.clusters.begin(), line.clusters.end(),
                       [&](const TimelineCluster &each) {
                           return each.id.contains(cluster, Qt::CaseInsensitive) ||
                                  each.name.contains(cluster, Qt::CaseInsensitive);
                       });
}

bool isWithin(const QDateTime &at, const TimelineFilter &filter)
{
    if (!filter.since.isValid() && !filter.until.isValid())
        return true;
    return at.isValid() && (!filter.since.isValid() || at >= filter.since) &&
           (!filter.until.isValid() || at < filter.until);
}

} // namespace

bool matches(const TimelineLine &line, const TimelineFilter &filter)
{
    return (!filter.outcomes || (line.outcomes & filter.outcomes)) && isBy(line, filter) &&
           isWithin(line.at, filter) && isAbout(line, filter.cluster);
}

QList<qsizetype> matching(const QList<TimelineLine> &lines, const TimelineFilter &filter)
{
    QList<qsizetype> found;
    for (qsizetype line = 0; line < lines.size(); ++line) {
        if (matches(lines.at(line), filter))
            found.append(line);
    }
    return found;
}

QStringList peopleIn(const QList<TimelineLine> &lines)
{
    QSet<QString> people;
    for (const TimelineLine &line : lines) {
        for (const QString &person : line.people)
            people.insert(person);
    }
    QStringList sorted(people.begin(), people.end());
    sorted.sort();
    return sorted;
}

QDateTime dayBefore(const QDateTime &now, int days)
{
    return now.toLocalTime().date().addDays(-days).startOfDay().toUTC();
}

} // namespace clusterdeck

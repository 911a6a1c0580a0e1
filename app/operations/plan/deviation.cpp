// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/plan/deviation.h"

#include <algorithm>

namespace clusterdeck
{

namespace
{

using Fact = Deviation::Fact;

QString ownerOf(const ClusterRecord &record)
{
    return record.owner.isEmpty() ? record.runUser : record.owner;
}

QString billingOf(const ClusterRecord &record)
{
    return record.billing;
}

QString nameFamilyOf(const ClusterRecord &record)
{
    const auto end = std::find_if_not(record.name.begin(), record.name.end(),
                                      [](QChar unit) { return unit.isLetter(); });
    return record.name.left(end - record.name.begin()).toCaseFolded();
}

bool isMost(qsizetype count, const QList<PlanItem> &items)
{
    return count * 5 >= items.size() * 4;
}

/// The items with another value than most; empty values are unknown.
QList<qsizetype> others(const QList<PlanItem> &items, QString (*valueOf)(const ClusterRecord &))
{
    QHash<QString, QList<qsizetype>> places;
    for (qsizetype place = 0; place < items.size(); ++place)
        places[valueOf(items.at(place).cluster.record)].append(place);
    places.remove(QString());
    const auto most =
        std::max_element(places.begin(), places.end(), [](const auto &left, const auto &right) {
            return left.size() < right.size();
        });
    if (most == places.end() || !isMost(most->size(), items))
        return {};
    places.erase(most);
    QList<qsizetype> few;
    for (const QList<qsizetype> &each : std::as_const(places))
        few += each;
    std::sort(few.begin(), few.end());
    return few;
}

QList<qsizetype> young(const QList<PlanItem> &items, const QDateTime &now)
{
    constexpr qint64 Day = 24 * 60 * 60;
    QList<std::pair<qint64, qsizetype>> ages; // in seconds, and places
    for (qsizetype place = 0; place < items.size(); ++place) {
        const QDateTime &created = items.at(place).cluster.record.created;
        if (created.isValid())
            ages.append({created.secsTo(now), place});
    }
    std::sort(ages.begin(), ages.end());
    const qint64 median = ages.isEmpty() ? 0 : ages.at(ages.size() / 2).first;
    QList<qsizetype> few;
    for (const auto &[age, place] : std::as_const(ages)) {
        if (age < median / 10)
            few.append(place);
    }
    std::sort(few.begin(), few.end());
    return median >= Day && isMost(ages.size() - few.size(), items) ? few : QList<qsizetype>();
}

} // namespace

QList<Deviation> deviationsOf(const QList<PlanItem> &items, const QDateTime &now)
{
    QList<Deviation> found{{Fact::Owner, others(items, ownerOf)},
                           {Fact::Billing, others(items, billingOf)},
                           {Fact::NameFamily, others(items, nameFamilyOf)},
                           {Fact::Age, young(items, now)}};
    found.removeIf([](const Deviation &deviation) { return deviation.items.isEmpty(); });
    return found;
}

} // namespace clusterdeck

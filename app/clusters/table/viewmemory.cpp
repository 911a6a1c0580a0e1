// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/table/viewmemory.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace clusterdeck
{

namespace
{

/// By FilterField.
constexpr std::array FieldKeys{"status", "type", "billing", "owner", "account"};
static_assert(FieldKeys.size() == FilterFieldCount);

QString keyOf(size_t field)
{
    return QLatin1String(FieldKeys.at(field));
}

QJsonObject jsonOf(const FilterCriteria &criteria)
{
    QJsonObject object;
    for (size_t field = 0; field < FieldKeys.size(); ++field) {
        if (!criteria.values.at(field).isEmpty())
            object.insert(keyOf(field), QJsonArray::fromStringList(criteria.values.at(field)));
    }
    if (criteria.noJobs)
        object.insert(QStringLiteral("noJobs"), true);
    if (criteria.olderThanDays > 0)
        object.insert(QStringLiteral("olderThanDays"), criteria.olderThanDays);
    if (criteria.unusedDays > 0)
        object.insert(QStringLiteral("unusedDays"), criteria.unusedDays);
    for (const FilterFlagSpec &spec : FilterFlags) {
        if (const auto &flag = criteria.*spec.member)
            object.insert(QLatin1String(spec.key), *flag);
    }
    return object;
}

FilterCriteria criteriaFrom(const QJsonObject &object)
{
    FilterCriteria criteria;
    for (size_t field = 0; field < FieldKeys.size(); ++field) {
        for (const QJsonValue &value : object.value(keyOf(field)).toArray()) {
            if (value.isString() && !criteria.values.at(field).contains(value.toString()))
                criteria.values.at(field).append(value.toString());
        }
    }
    criteria.noJobs = object.value(QStringLiteral("noJobs")).toBool();
    criteria.olderThanDays =
        std::clamp(object.value(QStringLiteral("olderThanDays")).toInt(), 0, OldestDays);
    criteria.unusedDays =
        std::clamp(object.value(QStringLiteral("unusedDays")).toInt(), 0, OldestDays);
    for (const FilterFlagSpec &spec : FilterFlags) {
        if (const QJsonValue flag = object.value(QLatin1String(spec.key)); flag.isBool())
            criteria.*spec.member = flag.toBool();
    }
    return criteria;
}

QJsonObject jsonOf(const NamedFilter &filter)
{
    return {{QStringLiteral("name"), filter.name},
            {QStringLiteral("text"), filter.text},
            {QStringLiteral("criteria"), jsonOf(filter.criteria)}};
}

NamedFilter filterFrom(const QJsonObject &object)
{
    return {object.value(QStringLiteral("name")).toString(),
            object.value(QStringLiteral("text")).toString(),
            criteriaFrom(object.value(QStringLiteral("criteria")).toObject())};
}

std::optional<SortLevel> levelFrom(const QJsonObject &object)
{
    const QString column = object.value(QStringLiteral("column")).toString();
    const auto found =
        std::find_if(ClusterColumns.begin(), ClusterColumns.end(),
                     [&](const ColumnSpec &spec) { return column == QLatin1String(spec.key); });
    if (found == ClusterColumns.end())
        return {};
    const bool descending = object.value(QStringLiteral("falling")).toBool();
    return SortLevel{found->column, descending ? Qt::DescendingOrder : Qt::AscendingOrder};
}

} // namespace

FilterCriteria idleCriteria()
{
    FilterCriteria idle;
    idle.of(FilterField::Status) = {QStringLiteral("active")};
    idle.noJobs = true;
    idle.olderThanDays = 7;
    return idle;
}

FilterCriteria expiredCriteria()
{
    FilterCriteria expired;
    expired.expired = true;
    return expired;
}

void keepFilter(QList<NamedFilter> &filters, const NamedFilter &filter)
{
    const auto same = std::find_if(filters.begin(), filters.end(), [&](const NamedFilter &other) {
        return other.name.compare(filter.name, Qt::CaseInsensitive) == 0;
    });
    if (same == filters.end())
        filters.append(filter);
    else
        *same = filter;
}

QByteArray toBytes(const ViewMemory &memory)
{
    QJsonArray filters;
    for (const NamedFilter &filter : memory.filters)
        filters.append(jsonOf(filter));
    QJsonObject object{{QStringLiteral("text"), memory.text},
                       {QStringLiteral("criteria"), jsonOf(memory.criteria)},
                       {QStringLiteral("filters"), filters},
                       {QStringLiteral("chipsHidden"), memory.chipsHidden}};
    if (memory.second) {
        object.insert(
            QStringLiteral("second"),
            QJsonObject{
                {QStringLiteral("column"), QLatin1String(specOf(memory.second->column).key)},
                {QStringLiteral("falling"), memory.second->order == Qt::DescendingOrder}});
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

ViewMemory viewMemoryFrom(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    ViewMemory memory;
    memory.text = object.value(QStringLiteral("text")).toString();
    memory.criteria = criteriaFrom(object.value(QStringLiteral("criteria")).toObject());
    memory.second = levelFrom(object.value(QStringLiteral("second")).toObject());
    memory.chipsHidden = object.value(QStringLiteral("chipsHidden")).toBool();
    for (const QJsonValue &value : object.value(QStringLiteral("filters")).toArray()) {
        const NamedFilter filter = filterFrom(value.toObject());
        if (!filter.name.isEmpty())
            keepFilter(memory.filters, filter);
    }
    return memory;
}

} // namespace clusterdeck

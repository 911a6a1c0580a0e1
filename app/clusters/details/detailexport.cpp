// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/details/detailexport.h"

#include "app/api/clusterfields.h"
#include "app/support/jsontext.h"

#include <type_traits>

namespace clusterdeck
{

namespace
{

QJsonValue of(const QString &text)
{
    return textOrNull(text);
}

template <class Number>
QJsonValue of(const std::optional<Number> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonValue of(const QStringList &list)
{
    return QJsonArray::fromStringList(list);
}

QJsonValue of(const QDateTime &time, const QString &original = {})
{
    return of(time.isValid() ? time.toUTC().toString(Qt::ISODate) : original);
}

} // namespace

template <class Record>
QJsonArray detailJson(const QList<Record> &records)
{
    QJsonArray rows;
    for (const Record &record : records) {
        QJsonObject row;
        for (const RecordField<Record> &field : RecordFields<Record>)
            std::visit(
                [&](auto member) { row.insert(QLatin1String(field.name), of(record.*member)); },
                field.member);
        if constexpr (std::is_same_v<Record, NodeRecord>)
            row.insert(QStringLiteral("create_time"), of(record.created, record.createdText));
        rows.append(row);
    }
    return rows;
}
template QJsonArray detailJson(const QList<NodeRecord> &);
template QJsonArray detailJson(const QList<SchedulerJobRecord> &);
template QJsonArray detailJson(const QList<LoginRecord> &);
template QJsonArray detailJson(const QList<SoftwareRecord> &);

QJsonObject detailJson(const ClusterRecord &cluster)
{
    QJsonObject object;
    forEachField(cluster, [&](const ClusterField &field, const auto &value) {
        object.insert(QLatin1String(field.key), of(value));
    });
    object.remove(QStringLiteral("create_time_text"));
    object.insert(QStringLiteral("create_time"), of(cluster.created, cluster.createdText));
    return object;
}

QByteArray detailDocument(const DetailHead &head, const QJsonArray &rows)
{
    const SectionStatus &status = head.status;
    return jsonText({{QStringLiteral("cluster_id"), of(head.cluster.id)},
                     {QStringLiteral("cluster_name"), of(head.cluster.name)},
                     {QStringLiteral("as_of"), of(status.asOf, {})},
                     {QStringLiteral("rows_in_the_cloud"), of(status.total)},
                     {QStringLiteral("rows_read"), status.sent},
                     {QStringLiteral("rows_here"), rows.size()},
                     {head.section, rows}},
                    head.dataKind);
}

QByteArray overviewDocument(const ClusterRecord &cluster, DataKind dataKind)
{
    return jsonText(detailJson(cluster), dataKind);
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/details/detailexport.h"

#include "app/api/clusterfields.h"
#include "app/support/jsontext.h"

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

QJsonValue of(const QDateTime &time, const QString &asItCame = {})
{
    return of(time.isValid() ? time.toUTC().toString(Qt::ISODate) : asItCame);
}

QJsonObject objectOf(const NodeRecord &node)
{
    return {{QStringLiteral("node_id"), of(node.id)},
            {QStringLiteral("name"), of(node.name)},
            {QStringLiteral("role"), of(node.role)},
            {QStringLiteral("status"), of(node.status)},
            {QStringLiteral("transition_status"), of(node.transition)},
            {QStringLiteral("health_status"), of(node.health)},
            {QStringLiteral("private_ip"), of(node.privateIp)},
            {QStringLiteral("eip"), of(node.publicIp)},
            {QStringLiteral("cpu"), of(node.cpu)},
            {QStringLiteral("memory"), of(node.memoryMb)},
            {QStringLiteral("gpu"), of(node.gpu)},
            {QStringLiteral("cpu_model"), of(node.cpuModel)},
            {QStringLiteral("create_time"), of(node.created, node.createdText)}};
}

QJsonObject objectOf(const SchedulerJobRecord &job)
{
    return {{QStringLiteral("hpcjob_uuid"), of(job.uuid)},
            {QStringLiteral("job_id"), of(job.id)},
            {QStringLiteral("job_name"), of(job.name)},
            {QStringLiteral("job_status"), of(job.status)},
            {QStringLiteral("queue_name"), of(job.queue)},
            {QStringLiteral("run_user"), of(job.runUser)},
            {QStringLiteral("submit_time"), of(job.submitted)},
            {QStringLiteral("start_time"), of(job.started)},
            {QStringLiteral("end_time"), of(job.ended)}};
}

QJsonObject objectOf(const LoginRecord &login)
{
    return {{QStringLiteral("user_id"), of(login.id)},
            {QStringLiteral("username"), of(login.name)},
            {QStringLiteral("role"), of(login.role)}};
}

QJsonObject objectOf(const SoftwareRecord &software)
{
    return {{QStringLiteral("hpcsw_id"), of(software.id)},
            {QStringLiteral("sw_name"), of(software.name)},
            {QStringLiteral("sw_ver"), of(software.version)},
            {QStringLiteral("description"), of(software.description)}};
}

template <class Record>
QJsonArray arrayOf(const QList<Record> &records)
{
    QJsonArray rows;
    for (const Record &record : records)
        rows.append(objectOf(record));
    return rows;
}

} // namespace

QJsonArray detailJson(const QList<NodeRecord> &nodes)
{
    return arrayOf(nodes);
}

QJsonArray detailJson(const QList<SchedulerJobRecord> &jobs)
{
    return arrayOf(jobs);
}

QJsonArray detailJson(const QList<LoginRecord> &users)
{
    return arrayOf(users);
}

QJsonArray detailJson(const QList<SoftwareRecord> &software)
{
    return arrayOf(software);
}

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
                    head.demo);
}

QByteArray overviewDocument(const ClusterRecord &cluster, bool demo)
{
    return jsonText(detailJson(cluster), demo);
}

} // namespace clusterdeck

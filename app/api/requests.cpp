// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/requests.h"

#include "app/api/pythonjson.h"

#include <QJsonArray>

namespace clusterdeck::requests
{

namespace
{

Parameters zoned(const ApiSettings &settings)
{
    return {{QStringLiteral("zone"), settings.zone}};
}

ApiRequest page(const ApiSettings &settings, const char *path, int offset)
{
    ApiRequest request;
    request.path = path;
    request.parameters = zoned(settings);
    request.parameters[QStringLiteral("limit")] = QString::number(CloudApi::PageSize);
    request.parameters[QStringLiteral("offset")] = QString::number(offset);
    return request;
}

/// A page of what is inside one cluster.
ApiRequest pageOf(const ApiSettings &settings, const char *path, const QString &clusterId,
                  int offset)
{
    ApiRequest request = page(settings, path, offset);
    request.parameters[QStringLiteral("cluster_id")] = clusterId;
    return request;
}

} // namespace

ApiRequest clusters(const ApiSettings &settings, int offset)
{
    ApiRequest request = page(settings, "/api/cluster/list", offset);
    request.parameters[QStringLiteral("owner")] = settings.owner;
    return request;
}

ApiRequest operations(const ApiSettings &settings, const OperationQuery &query)
{
    ApiRequest request = page(settings, "/api/operation", query.offset);
    request.parameters[QStringLiteral("reverse")] = QStringLiteral("1");
    request.parameters[QStringLiteral("job_ids")] = query.jobIds.join(u',');
    if (query.since.isValid()) {
        request.parameters[QStringLiteral("start_time")] =
            query.since.toUTC().toString(Qt::ISODate);
    }
    if (query.until.isValid())
        request.parameters[QStringLiteral("end_time")] = query.until.toUTC().toString(Qt::ISODate);
    request.parameters[QStringLiteral("resource_ids")] = query.resourceId;
    return request;
}

ApiRequest nodes(const ApiSettings &settings, const QString &clusterId, int offset)
{
    return pageOf(settings, "/api/cluster/listNodes", clusterId, offset);
}

ApiRequest schedulerJobs(const ApiSettings &settings, const QString &clusterId,
                         const QString &status, int offset)
{
    ApiRequest request = pageOf(settings, "/api/job/list", clusterId, offset);
    request.parameters[QStringLiteral("jobs_status")] = status;
    return request;
}

ApiRequest logins(const ApiSettings &settings, const QString &clusterId, int offset)
{
    return pageOf(settings, "/api/user", clusterId, offset);
}

ApiRequest software(const ApiSettings &settings, int offset)
{
    return page(settings, "/api/software/list", offset);
}

ApiRequest write(const ApiSettings &settings, Verb verb, const QStringList &clusterIds)
{
    const VerbSpec &spec = specOf(verb);
    const RequestSettings &asked = spec.settings;
    ApiRequest request;
    request.method = Method::Post;
    request.path = asked.path ? settings.*asked.path : QByteArray(spec.path);
    request.parameters = zoned(settings);
    QJsonObject body{{QStringLiteral("zone"), settings.zone}};
    if (asked.runUser)
        body[QStringLiteral("run_user")] =
            settings.runUser.isEmpty() ? settings.owner : settings.runUser;
    if (asked.unlease && !settings.unlease.isEmpty())
        body[QStringLiteral("unlease")] = settings.unlease;
    body[asked.idsKey ? settings.*asked.idsKey : QStringLiteral("cluster_ids")] =
        QJsonArray::fromStringList(clusterIds);
    request.body = pythonJson(body);
    return request;
}

ApiRequest modify(const ApiSettings &settings, const QString &clusterId, const QString &name,
                  const QString &description)
{
    ApiRequest request;
    request.method = Method::Post;
    request.path = "/api/cluster/modifyCluster";
    request.parameters = zoned(settings);
    request.body = pythonJson({{QStringLiteral("cluster_id"), clusterId},
                               {QStringLiteral("cluster_name"), name},
                               {QStringLiteral("description"), description},
                               {QStringLiteral("zone"), settings.zone}});
    return request;
}

} // namespace clusterdeck::requests

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/requests.h"

#include "app/api/canonicaljson.h"

#include <QJsonArray>

namespace clusterdeck::requests
{

namespace
{

Parameters zoned(const ApiSettings &settings)
{
    return {{QStringLiteral("zone"), settings.zone}};
}

} // namespace

ApiRequest page(const ApiSettings &settings, const ReadCall &call, int offset)
{
    const ReadSpec &spec = specOf(call.read);
    ApiRequest request;
    request.path = spec.path;
    request.parameters = call.parameters;
    request.parameters.insert(zoned(settings));
    request.parameters[QStringLiteral("limit")] = QString::number(CloudApi::PageSize);
    request.parameters[QStringLiteral("offset")] = QString::number(offset);
    if (spec.sendsOwner)
        request.parameters[QStringLiteral("owner")] = settings.owner;
    return request;
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
    request.body = canonicalJson(body);
    return request;
}

ApiRequest modify(const ApiSettings &settings, const QString &clusterId,
                  const ClusterChange &change)
{
    ApiRequest request;
    request.method = Method::Post;
    request.path = "/api/cluster/modifyCluster";
    request.parameters = zoned(settings);
    QJsonObject body{{QStringLiteral("cluster_id"), clusterId},
                     {QStringLiteral("zone"), settings.zone}};
    if (change.description)
        body[QStringLiteral("description")] = *change.description;
    if (change.name)
        body[QStringLiteral("cluster_name")] = *change.name;
    request.body = canonicalJson(body);
    return request;
}

} // namespace clusterdeck::requests

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/calls.h"

#include "app/demo/jsonencoding.h"
#include "app/demo/sampledata.h"

#include <QJsonDocument>
#include <QJsonParseError>

#include <algorithm>

namespace clusterdeck::demo
{

namespace
{

QJsonObject refused(const Refusal &refusal)
{
    return {{QStringLiteral("ret_code"), refusal.code},
            {QStringLiteral("message"), refusal.message}};
}

QJsonObject refused(int code, const QString &message)
{
    return refused(Refusal{code, message});
}

QJsonObject done()
{
    return {{QStringLiteral("ret_code"), 0}};
}

QJsonObject list(const QString &name, const QJsonArray &rows, int total)
{
    QJsonObject answer = done();
    answer.insert(name, rows);
    answer.insert(QStringLiteral("total_count"), total);
    return answer;
}

/// One page of `all`.
QJsonArray part(const QJsonArray &all, const Paging &paging)
{
    QJsonArray rows;
    const qsizetype end = std::min<qint64>(all.size(), qint64(paging.offset) + paging.limit);
    for (qsizetype i = paging.offset; i < end; ++i)
        rows.append(all.at(i));
    return rows;
}

/// For listOfOne(): makes all rows with `encode`, and returns a page of them and their number.
auto partOf(QJsonArray (*encode)(const Cluster &))
{
    return [encode](const Cluster &cluster, const Paging &paging) {
        const QJsonArray all = encode(cluster);
        return std::pair(part(all, paging), static_cast<int>(all.size()));
    };
}

/// Whether the content type is JSON; a charset after it is ignored.
bool isJson(const QByteArray &contentType)
{
    return contentType.split(';').constFirst().trimmed().toLower() == "application/json";
}

std::optional<qint64> earlier(std::optional<qint64> second, qint64 skewMs)
{
    return second ? std::optional(*second - skewMs / 1000) : std::nullopt;
}

QJsonObject listClusters(const World &world, qint64 skewMs, Arguments &arguments)
{
    ClusterQuery query;
    query.owner = arguments.text(QStringLiteral("owner"));
    query.id = arguments.text(QStringLiteral("cluster_id"));
    query.type = arguments.text(QStringLiteral("cluster_type"));
    query.status = arguments.text(QStringLiteral("status"));
    query.runUser = arguments.text(QStringLiteral("run_user"));
    query.searchWord = arguments.text(QStringLiteral("search_word"));
    query.sharedStatus = arguments.text(QStringLiteral("shared_status"));
    query.paging = arguments.paging();
    const bool verbose = arguments.flag(QStringLiteral("verbose"), true);
    if (arguments.refusal())
        return refused(*arguments.refusal());
    const Page<Cluster> page = world.clusters(query);
    QJsonArray rows;
    for (const Cluster &cluster : page.rows)
        rows.append(jsonencoding::cluster(cluster, verbose, skewMs));
    return list(QStringLiteral("cluster_set"), rows, page.total);
}

QJsonObject listOperations(const World &world, qint64 skewMs, Arguments &arguments)
{
    OperationQuery query;
    query.jobIds =
        arguments.idList(QStringLiteral("job_ids")) + arguments.idList(QStringLiteral("jobs"));
    query.resourceIds = arguments.idList(QStringLiteral("resource_ids"));
    query.action = arguments.text(QStringLiteral("job_action"));
    query.status = arguments.text(QStringLiteral("status"));
    query.owner = arguments.text(QStringLiteral("owner"));
    query.from = earlier(arguments.time(QStringLiteral("start_time")), skewMs);
    query.to = earlier(arguments.time(QStringLiteral("end_time")), skewMs);
    query.paging = arguments.paging();
    if (arguments.refusal())
        return refused(*arguments.refusal());
    const Page<Operation> page = world.operations(query);
    QJsonArray rows;
    for (const Operation &operation : page.rows)
        rows.append(jsonencoding::operation(operation, skewMs));
    return list(QStringLiteral("job_set"), rows, page.total);
}

/// A list of the cluster `cluster_id`. `encode` returns the rows of the page and the number of all.
template <class Encode>
QJsonObject listOfOne(const World &world, Arguments &arguments, const QString &name, Encode encode)
{
    const QString id = arguments.requiredText(QStringLiteral("cluster_id"));
    const Paging paging = arguments.paging();
    if (arguments.refusal())
        return refused(*arguments.refusal());
    const Cluster *cluster = world.cluster(id);
    if (!cluster)
        return refused(2100, QStringLiteral("ResourceNotFound, resource [%1] not found").arg(id));
    const auto [rows, total] = encode(*cluster, paging);
    return list(name, rows, total);
}

QJsonObject listNodes(const World &world, qint64 skewMs, Arguments &arguments)
{
    return listOfOne(world, arguments, QStringLiteral("hpc_app_nodes_set"),
                     [skewMs](const Cluster &cluster, const Paging &paging) {
                         return std::pair(jsonencoding::nodes(cluster, skewMs, paging),
                                          cluster.nodes);
                     });
}

QJsonObject listJobs(const World &world, qint64, Arguments &arguments)
{
    const QString status = arguments.text(QStringLiteral("jobs_status"));
    return listOfOne(world, arguments, QStringLiteral("hpc_job_set"),
                     [&](const Cluster &cluster, const Paging &paging) {
                         return std::pair(jsonencoding::schedulerJobs(cluster, status, paging),
                                          jsonencoding::schedulerJobCount(cluster, status));
                     });
}

QJsonObject listUsers(const World &world, qint64, Arguments &arguments)
{
    return listOfOne(world, arguments, QStringLiteral("user_set"), partOf(jsonencoding::users));
}

QJsonObject listSoftware(const World &, qint64, Arguments &arguments)
{
    const Paging paging = arguments.paging();
    if (arguments.refusal())
        return refused(*arguments.refusal());
    QJsonArray rows;
    for (const Software &one : softwareCatalogue())
        rows.append(jsonencoding::software(one));
    return list(QStringLiteral("software_set"), part(rows, paging), static_cast<int>(rows.size()));
}

QJsonObject describeQueues(const World &world, qint64, Arguments &arguments)
{
    return listOfOne(world, arguments, QStringLiteral("queue_set"), partOf(jsonencoding::queues));
}

} // namespace

Calls::Calls(Gatekeeper gate, const WorldOptions &world)
    : m_gate(std::move(gate))
    , m_world(world)
    , m_dice(world.seed)
{
}

void Calls::setFaults(const Faults &faults)
{
    if (faults.callsLeft != m_faults.callsLeft)
        m_gate.setCallsLeft(faults.callsLeft);
    m_faults = faults;
}

const Calls::Route *Calls::routeOf(const QByteArray &path)
{
    // The provider's example has /api/deleteCluster; the call's reference page has the longer path.
    static constexpr Route Routes[] = {
        {"/api/cluster/list", "HpcListClusterResponse", listClusters},
        {"/api/cluster/deleteCluster", "HpcDeleteClusterResponse", nullptr, &Calls::deleteClusters},
        {"/api/deleteCluster", "HpcClusterDeleteClusterResponse", nullptr, &Calls::deleteClusters},
        {"/api/cluster/startCluster", "HpcStartClusterResponse", nullptr, &Calls::startClusters},
        {"/api/cluster/stopCluster", "HpcStopClusterResponse", nullptr, &Calls::stopClusters},
        {"/api/cluster/modifyCluster", "HpcModifyClusterResponse", nullptr, &Calls::modifyCluster},
        {"/api/cluster/listNodes", "HpcListNodesResponse", listNodes},
        {"/api/operation", "HpcDescribeOperationResponse", listOperations},
        {"/api/job/list", "HpcListJobResponse", listJobs},
        {"/api/user", "HpcDescribeUserResponse", listUsers},
        {"/api/software/list", "HpcListSoftwareResponse", listSoftware},
        {"/api/queue/describeQueue", "HpcDescribeQueueResponse", describeQueues},
    };
    const QByteArrayView bare =
        path.endsWith('/') ? QByteArrayView(path).chopped(1) : QByteArrayView(path);
    const auto found =
        std::find_if(std::begin(Routes), std::end(Routes),
                     [bare](const Route &route) { return bare == QByteArrayView(route.path); });
    return found == std::end(Routes) ? nullptr : found;
}

QJsonObject Calls::answer(const WireRequest &request, qint64 now)
{
    const Route *route = routeOf(request.path);
    if (!route)
        return refused(1101, QStringLiteral("UnsupportedAction, there is no such call"));
    if (request.method != (route->writer ? "POST" : "GET"))
        return refused(1101, QStringLiteral("UnsupportedAction, this call does not take [%1]")
                                 .arg(QString::fromLatin1(request.method)));
    m_world.advance(now);
    const auto refusal = m_gate.check(request, now + skewMs());
    QJsonObject answer = refusal ? refused(*refusal) : carryOut(*route, request);
    answer.insert(QStringLiteral("action"), QLatin1String(route->action));
    return answer;
}

QJsonObject Calls::carryOut(const Route &route, const WireRequest &request)
{
    if (route.writer)
        return write(route, request);
    if (m_dice.failsRead(m_faults, request.path))
        return refused(5000, QStringLiteral("InternalError, failed by the fault dial"));
    Arguments arguments(decodedQuery(request.query));
    return route.reader(m_world, skewMs(), arguments);
}

QJsonObject Calls::write(const Route &route, const WireRequest &request)
{
    if (!isJson(request.contentType))
        return refused(
            1100, QStringLiteral("InvalidRequestFormat, Content-Type must be application/json"));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
    if (!document.isObject())
        return refused(1100, QStringLiteral("InvalidRequestFormat, the body is no JSON object: %1")
                                 .arg(error.errorString()));
    const QString zone = QString::fromUtf8(valueOf(decodedQuery(request.query), "zone"));
    if (document.object().value(QStringLiteral("zone")) != zone)
        return refused(1100,
                       QStringLiteral("InvalidRequestFormat, parameter [zone] is missing in the "
                                      "body or differs from the query's"));
    if (m_dice.refuses(m_faults))
        return refused(1400, QStringLiteral("PermissionDenied, refused by the fault dial"));
    Arguments arguments(document.object());
    QJsonObject answer = (this->*route.writer)(arguments);
    if (answer.value(QStringLiteral("ret_code")) == 0 && m_dice.loses(m_faults))
        return refused(5000, QStringLiteral("InternalError, something went wrong on our side"));
    return answer;
}

QJsonObject Calls::change(Change change, Arguments &arguments)
{
    const QStringList ids = arguments.requiredTexts(QStringLiteral("cluster_ids"));
    if (arguments.refusal())
        return refused(*arguments.refusal());
    const Verdict verdict = m_world.apply(change, ids);
    if (verdict.refusal)
        return refused(*verdict.refusal);
    QJsonObject answer = done();
    answer.insert(QStringLiteral("job_id"), verdict.jobId);
    answer.insert(QStringLiteral("hpc_cluster_id"), QJsonArray::fromStringList(ids));
    return answer;
}

QJsonObject Calls::deleteClusters(Arguments &arguments)
{
    // The documentation requires run_user, but not that it is the cluster's current run user.
    (void)arguments.requiredText(QStringLiteral("run_user"));
    (void)arguments.text(QStringLiteral("unlease"));
    return change(Change::Delete, arguments);
}

QJsonObject Calls::startClusters(Arguments &arguments)
{
    return change(Change::Start, arguments);
}

QJsonObject Calls::stopClusters(Arguments &arguments)
{
    return change(Change::Stop, arguments);
}

QJsonObject Calls::modifyCluster(Arguments &arguments)
{
    const QString id = arguments.requiredText(QStringLiteral("cluster_id"));
    const auto name = arguments.optionalText(QStringLiteral("cluster_name"));
    const auto description = arguments.optionalText(QStringLiteral("description"));
    if (arguments.refusal())
        return refused(*arguments.refusal());
    if (name && name->trimmed().isEmpty())
        return refused(1100,
                       QStringLiteral("InvalidRequestFormat, parameter [cluster_name] is empty"));
    const auto refusal = m_world.modify(id, name, description);
    return refusal ? refused(*refusal) : done();
}

} // namespace clusterdeck::demo

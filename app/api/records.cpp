// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/records.h"

#include "app/api/answerfields.h"
#include "app/api/replies.h"
#include "app/support/redaction.h"
#include "app/support/visibletext.h"

#include <algorithm>
#include <iterator>
#include <type_traits>
#include <utility>

namespace clusterdeck
{

namespace
{

/// Ids that one page of the operation log may name, and codes that one operation may.
constexpr qsizetype MaxIds = 100'000;
constexpr qsizetype MaxCodes = 100;

using answer::Fields;
using answer::message;
using answer::textOf;
using answer::timeOf;
using answer::wordsOf;

/// One with an id that is damaged has none. `idsLeft`: that the rest of the page may name.
OperationRecord operationOf(const Fields &row, qsizetype &idsLeft)
{
    OperationRecord operation;
    operation.jobId = row.text({QLatin1String("job_id")});
    operation.action = row.text({QLatin1String("job_action")});
    operation.status = row.text({QLatin1String("status")});
    operation.owner = row.text({QLatin1String("owner")});
    operation.submitter = row.text({QLatin1String("submitter")});
    const QJsonValue codes = row.field({QLatin1String("error_codes")});
    // Only ever shown and kept, like an error's message.
    operation.errorCodes = Redactor().redacted(
        message(codes.isArray() ? wordsOf(codes, MaxCodes).join(QLatin1String(", "))
                                : textOf(codes).trimmed()));
    operation.resourceIds = wordsOf(row.field({QLatin1String("resource_ids")}), idsLeft);
    idsLeft -= operation.resourceIds.size();
    operation.description =
        Redactor().redacted(message(row.text({QLatin1String("action_describe")})));
    operation.created = timeOf(row.text({QLatin1String("create_time")}));
    operation.changed = timeOf(row.text({QLatin1String("status_time")}));
    const QStringList &ids = operation.resourceIds;
    if (std::any_of(ids.cbegin(), ids.cend(), isDamaged) || isDamaged(operation.jobId))
        operation.jobId.clear();
    return operation;
}

/// Field by field, and no more than these: a node's `env` holds a password.
NodeRecord nodeOf(const Fields &row)
{
    NodeRecord node;
    node.id = row.text({QLatin1String("node_id")});
    node.name = row.text({QLatin1String("name"), QLatin1String("node_name")});
    node.role = row.text({QLatin1String("role"), QLatin1String("node_role")});
    node.status = row.text({QLatin1String("status")});
    node.transition = row.text({QLatin1String("transition_status")});
    node.health = row.text({QLatin1String("health_status")});
    node.privateIp = row.text({QLatin1String("private_ip")});
    node.publicIp = row.text({QLatin1String("eip")});
    node.cpuModel = row.text({QLatin1String("cpu_model")});
    node.createdText = row.text({QLatin1String("create_time")});
    node.created = timeOf(node.createdText);
    node.cpu = row.count({QLatin1String("cpu")});
    node.memoryMb = row.count({QLatin1String("memory")});
    node.gpu = row.count({QLatin1String("gpu")});
    return node;
}

SchedulerJobRecord schedulerJobOf(const Fields &row)
{
    SchedulerJobRecord job;
    job.uuid = row.text({QLatin1String("hpcjob_uuid")});
    job.id = row.text({QLatin1String("job_id")});
    job.name = row.text({QLatin1String("job_name")});
    job.status = row.text({QLatin1String("job_status"), QLatin1String("status")});
    job.queue = row.text({QLatin1String("queue_name")});
    job.runUser = row.text({QLatin1String("run_user")});
    job.submitted = row.text({QLatin1String("submit_time"), QLatin1String("create_time")});
    job.started = row.text({QLatin1String("start_time")});
    job.ended = row.text({QLatin1String("end_time")});
    return job;
}

LoginRecord loginOf(const Fields &row)
{
    LoginRecord login;
    login.id = row.text({QLatin1String("user_id")});
    login.name = row.text({QLatin1String("username"), QLatin1String("user_name")});
    login.role = row.text({QLatin1String("role")});
    return login;
}

SoftwareRecord offeredOf(const Fields &row)
{
    SoftwareRecord software;
    software.id = row.text({QLatin1String("hpcsw_id")});
    software.name = row.text({QLatin1String("sw_name")});
    software.version = row.text({QLatin1String("sw_ver"), QLatin1String("sw_version")});
    software.description = row.text({QLatin1String("description")});
    return software;
}

template <class Record, auto RecordOf>
AnyPage pageOf(const ReadSpec &spec, const QJsonObject &answer)
{
    Page<Record> page;
    page.total = answer::countOf(answer::valueOf(answer, QLatin1String("total_count")));
    [[maybe_unused]] qsizetype idsLeft = MaxIds;
    for (const QJsonValue value : answer::rowsOf(answer, spec.lists, spec.id)) {
        ++page.rows;
        Record record;
        if constexpr (std::is_invocable_v<decltype(RecordOf), Fields, qsizetype &>)
            record = RecordOf(Fields(value), idsLeft);
        else
            record = RecordOf(Fields(value));
        if (!record.key().isEmpty())
            page.records += std::move(record);
    }
    return page;
}

using L1 = QLatin1String;

/// In the order of Read.
const ReadSpec Specs[] = {
    {"/api/cluster/list",
     {L1("cluster_set")},
     L1("cluster_id"),
     pageOf<ClusterRecord, replies::cluster>,
     true},
    {"/api/operation", {L1("job_set")}, L1("job_id"), pageOf<OperationRecord, operationOf>},
    {"/api/cluster/listNodes",
     {L1("hpc_app_nodes_set"), L1("hpc_app_node_set"), L1("node_set")},
     L1("node_id"),
     pageOf<NodeRecord, nodeOf>},
    {"/api/job/list",
     {L1("hpc_job_set"), L1("hpcjob_set"), L1("job_set")},
     L1("job_id"),
     pageOf<SchedulerJobRecord, schedulerJobOf>},
    {"/api/user", {L1("user_set"), L1("users_set")}, L1("user_id"), pageOf<LoginRecord, loginOf>},
    {"/api/software/list",
     {L1("software_set"), L1("hpcsw_set"), L1("sw_set")},
     L1("hpcsw_id"),
     pageOf<SoftwareRecord, offeredOf>},
};
static_assert(std::size(Specs) == ReadCount);

Parameters ofCluster(const QString &id)
{
    return {{QStringLiteral("cluster_id"), id}};
}

PageCall<OperationRecord> newestFirst(Parameters filter)
{
    filter[QStringLiteral("reverse")] = QStringLiteral("1");
    return {{Read::Operations, std::move(filter)}};
}

} // namespace

const ReadSpec &specOf(Read read)
{
    return Specs[int(read)];
}

namespace reads
{

PageCall<ClusterRecord> clusters()
{
    return {{Read::Clusters, {}}};
}

PageCall<OperationRecord> operations()
{
    return newestFirst({});
}

PageCall<OperationRecord> operationsAbout(const QString &clusterId)
{
    return newestFirst({{QStringLiteral("resource_ids"), clusterId}});
}

PageCall<OperationRecord> operation(const QString &jobId)
{
    return newestFirst({{QStringLiteral("job_ids"), jobId}});
}

PageCall<NodeRecord> nodes(const QString &clusterId)
{
    return {{Read::Nodes, ofCluster(clusterId)}};
}

PageCall<SchedulerJobRecord> schedulerJobs(const QString &clusterId)
{
    return {{Read::SchedulerJobs, ofCluster(clusterId)}};
}

PageCall<LoginRecord> logins(const QString &clusterId)
{
    return {{Read::Logins, ofCluster(clusterId)}};
}

PageCall<SoftwareRecord> software()
{
    return {{Read::Software, {}}};
}

} // namespace reads

OperationProgress progressOf(const OperationRecord &operation)
{
    if (operation.status.compare(QLatin1String("successful"), Qt::CaseInsensitive) == 0)
        return OperationProgress::Successful;
    if (operation.status.compare(QLatin1String("failed"), Qt::CaseInsensitive) == 0)
        return OperationProgress::Failed;
    return OperationProgress::Running;
}

} // namespace clusterdeck

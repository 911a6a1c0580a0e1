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

/// The most ids that are read from one page of the operation log, and the most error codes of one
/// operation.
constexpr qsizetype MaxIds = 100'000;
constexpr qsizetype MaxCodes = 100;

using answer::Fields;
using answer::message;
using answer::textOf;
using answer::timeOf;
using answer::wordsOf;

/// An operation with a damaged id gets no job id. `idsLeft`: how many ids may still be read.
OperationRecord operationOf(const Fields &row, qsizetype &idsLeft)
{
    OperationRecord operation;
    operation.jobId = row.text({QLatin1String("job_id")});
    operation.action = row.text({QLatin1String("job_action")});
    operation.status = row.text({QLatin1String("status")});
    operation.owner = row.text({QLatin1String("owner")});
    operation.submitter = row.text({QLatin1String("submitter")});
    const QJsonValue codes = row.field({QLatin1String("error_codes")});
    // Text that is only shown and stored, like the message of an error.
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

template <class Record>
Record detailOf(const Fields &row)
{
    Record record;
    for (const RecordField<Record> &field : RecordFields<Record>) {
        const answer::Names names = {QLatin1String(field.name), QLatin1String(field.otherName)};
        if (const auto *text = std::get_if<QString Record::*>(&field.member))
            record.**text = row.text(names);
        else
            record.*std::get<std::optional<int> Record::*>(field.member) = row.count(names);
    }
    if constexpr (std::is_same_v<Record, NodeRecord>)
        record.created = timeOf(record.createdText);
    return record;
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
    {Read::Clusters,
     "/api/cluster/list",
     {L1("cluster_set")},
     L1("cluster_id"),
     pageOf<ClusterRecord, replies::cluster>,
     true},
    {Read::Operations,
     "/api/operation",
     {L1("job_set")},
     L1("job_id"),
     pageOf<OperationRecord, operationOf>},
    {Read::Nodes,
     "/api/cluster/listNodes",
     {L1("hpc_app_nodes_set"), L1("hpc_app_node_set"), L1("node_set")},
     L1("node_id"),
     pageOf<NodeRecord, detailOf<NodeRecord>>},
    {Read::SchedulerJobs,
     "/api/job/list",
     {L1("hpc_job_set"), L1("hpcjob_set"), L1("job_set")},
     L1("job_id"),
     pageOf<SchedulerJobRecord, detailOf<SchedulerJobRecord>>},
    {Read::Logins,
     "/api/user",
     {L1("user_set"), L1("users_set")},
     L1("user_id"),
     pageOf<LoginRecord, detailOf<LoginRecord>>},
    {Read::Software,
     "/api/software/list",
     {L1("software_set"), L1("hpcsw_set"), L1("sw_set")},
     L1("hpcsw_id"),
     pageOf<SoftwareRecord, detailOf<SoftwareRecord>>},
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
    Q_ASSERT(Specs[int(read)].read == read);
    return Specs[int(read)];
}

namespace reads
{

PageCall<ClusterRecord> clusters()
{
    return {{Read::Clusters, {}}};
}

PageCall<ClusterRecord> cluster(const QString &clusterId)
{
    return {{Read::Clusters, ofCluster(clusterId)}};
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/replies.h"

#include "app/api/answerfields.h"
#include "app/api/answershape.h"
#include "app/support/redaction.h"
#include "app/support/visibletext.h"

#include <QJsonDocument>
#include <QJsonParseError>

#include <algorithm>
#include <limits>
#include <utility>

namespace clusterdeck
{

namespace
{

using Row = answer::Fields;
using answer::countOf;
using answer::MaxFigure;
using answer::message;
using answer::Names;
using answer::rowsOf;
using answer::textOf;
using answer::timeOf;
using answer::valueOf;
using answer::wordsOf;

ApiError protocolError(int httpStatus, const QString &detail)
{
    ApiError error;
    error.kind = ErrorKind::Protocol;
    error.outcome = Outcome::Unknown;
    error.httpStatus = httpStatus;
    error.detail = detail;
    return error;
}

/// The whole number of a ret_code; nothing when it is none or does not fit.
std::optional<int> wholeNumber(const QJsonValue &value)
{
    if (!value.isDouble())
        return std::nullopt;
    constexpr qint64 No = std::numeric_limits<qint64>::min();
    const qint64 number = value.toInteger(No);
    if (number < std::numeric_limits<int>::min() || number > std::numeric_limits<int>::max())
        return std::nullopt;
    return int(number);
}

QStringList softwareOf(const QJsonValue &value)
{
    QStringList software;
    for (const QJsonValue entry : rowsOf(value, QLatin1String("hpcsw_id"))) {
        const Row row(entry);
        const QString name = row.text({QLatin1String("sw_name")});
        if (!name.isEmpty())
            software += (name + u' ' + row.text({QLatin1String("sw_ver")})).trimmed();
    }
    return software;
}

/// Inside app_cluster a field of that name may hold the id of the application cluster, cl-…, which
/// names another thing.
QString clusterId(const Row &row)
{
    const QString id = row.text({QLatin1String("cluster_id")});
    return id.startsWith(QLatin1String("cl-")) ? QString() : id;
}

void readPlace(const Row &row, ClusterRecord &cluster)
{
    cluster.nasId = row.text({QLatin1String("nas_id")});
    cluster.mountPoint =
        row.text({QLatin1String("nas_mount_point"), QLatin1String("nas_mout_point")});
    cluster.nasPath = row.text({QLatin1String("nas_path")});
    cluster.nasSharedPath = row.text({QLatin1String("nas_shared_path")});
}

void readNumbers(const Row &row, ClusterRecord &cluster)
{
    cluster.nodes =
        row.count({QLatin1String("total_node_count"), QLatin1String("toatl_node_count")});
    cluster.pendingJobs = row.count({QLatin1String("pending_job_count")});
    cluster.runningJobs = row.count({QLatin1String("running_job_count")});
    cluster.finishedJobs = row.count({QLatin1String("finished_job_count")});
    cluster.stoppedJobs = row.count({QLatin1String("stopped_job_count")});
    cluster.deletedJobs = row.count({QLatin1String("deleted_job_count")});
    cluster.cpuHours = row.number({QLatin1String("cpu_hours")});
    cluster.memoryHours = row.number({QLatin1String("mem_hours")});
}

void readSharing(const Row &row, ClusterRecord &cluster)
{
    const Names role = {QLatin1String("project_role"), QLatin1String("projet_role")};
    const Row project = row.inside({QLatin1String("project_info")});
    cluster.sharedStatus = project.text({QLatin1String("shared_status")});
    if (cluster.sharedStatus.isEmpty())
        cluster.sharedStatus = row.text({QLatin1String("shared_status")});
    cluster.projectRole = project.text(role);
    if (cluster.projectRole.isEmpty())
        cluster.projectRole = row.text(role);
}

ClusterRecord clusterOf(const Row &row)
{
    ClusterRecord cluster;
    cluster.id = clusterId(row);
    cluster.name = row.text({QLatin1String("cluster_name")});
    cluster.status = row.text({QLatin1String("cluster_status")});
    cluster.transition = row.text({QLatin1String("transition_status")});
    cluster.type = row.text({QLatin1String("cluster_type")});
    cluster.description = row.text({QLatin1String("description")});
    cluster.owner = row.text({QLatin1String("owner")});
    cluster.runUser = row.text({QLatin1String("run_user")});
    cluster.appClusterId = row.text({QLatin1String("app_cluster_id")});
    cluster.billing = row.text({QLatin1String("paid_type")});
    cluster.scheduler = row.text({QLatin1String("scheduler_type"), QLatin1String("schedule_type")});
    cluster.createdText = row.text({QLatin1String("create_time")});
    cluster.created = timeOf(cluster.createdText);
    cluster.software = softwareOf(row.field({QLatin1String("cluster_sw")}));
    readPlace(row, cluster);
    readNumbers(row, cluster);
    readSharing(row, cluster);
    return cluster;
}

/// The answer's non-zero ret_code, judged. A code sent as text is read too, but no text is a
/// success.
std::optional<int> codeOf(const QJsonObject &answer)
{
    const QJsonValue value = valueOf(answer, QLatin1String("ret_code"));
    if (!value.isString())
        return wholeNumber(value);
    const QString text = value.toString();
    bool ok = false;
    const int code = text.size() <= MaxFigure ? text.trimmed().toInt(&ok) : 0;
    return ok && code != 0 ? std::optional(code) : std::nullopt;
}

Result<QJsonObject> judge(int httpStatus, const QJsonObject &answer)
{
    const std::optional<int> code = codeOf(answer);
    if (!code)
        return protocolError(httpStatus, QStringLiteral("the answer holds no whole ret_code"));
    if (*code != 0) {
        ApiError error = errorForCode(*code);
        error.httpStatus = httpStatus;
        error.serverText = message(valueOf(answer, QLatin1String("message")).toString());
        error.detail = QStringLiteral("ret_code %1, HTTP status %2").arg(*code).arg(httpStatus);
        return error;
    }
    if (httpStatus < 200 || httpStatus > 299)
        return protocolError(httpStatus,
                             QStringLiteral("ret_code 0 with HTTP status %1").arg(httpStatus));
    return answer;
}

} // namespace

namespace replies
{

Result<QJsonObject> classify(int httpStatus, const QByteArray &body)
{
    if (httpStatus >= 300 && httpStatus <= 399) {
        ApiError error = protocolError(
            httpStatus, QStringLiteral("redirect (HTTP status %1), not followed").arg(httpStatus));
        error.kind = ErrorKind::Redirected;
        return error;
    }
    if (const QString fault = shapeFault(body); !fault.isEmpty())
        return protocolError(httpStatus, fault);
    QJsonParseError fault;
    QJsonDocument document = QJsonDocument::fromJson(body, &fault);
    if (document.isNull())
        document = QJsonDocument::fromJson(mendedAnswer(body));
    if (!document.isObject()) {
        return protocolError(httpStatus,
                             QStringLiteral("no JSON object (HTTP status %1, %2 bytes, %3)")
                                 .arg(httpStatus)
                                 .arg(body.size())
                                 .arg(fault.errorString()));
    }
    return judge(httpStatus, document.object());
}

ClusterRecord cluster(const Row &row)
{
    return clusterOf(row);
}

Result<AnyPage> page(Read read, const QJsonObject &answer)
{
    const ReadSpec &spec = specOf(read);
    if (const auto fault = answer::missingRows(answer, spec.lists))
        return *fault;
    return spec.pageOf(spec, answer);
}

Accepted accepted(const QJsonObject &answer)
{
    for (const QLatin1String name : {QLatin1String("job_id"), QLatin1String("job_ids")}) {
        const QStringList ids = wordsOf(valueOf(answer, name), 2);
        if (std::any_of(ids.cbegin(), ids.cend(), isDamaged))
            return {};
        if (!ids.isEmpty())
            return {ids.first(), ids.size() == 1};
    }
    return {};
}

} // namespace replies

} // namespace clusterdeck

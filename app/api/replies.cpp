// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/replies.h"

#include "app/api/answershape.h"
#include "app/redaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonParseError>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <limits>
#include <utility>

namespace clusterdeck
{

namespace
{

/// The longest text that may be a number or a time.
constexpr qsizetype MaxFigure = 64;

/// The longest text that is kept to be shown. A longer one is left out, not cut: half a key is not
/// found any more by what takes keys out of it.
constexpr qsizetype MaxMessage = qsizetype{16} * 1024;

/// Ids that one page of the operation log may name, and codes that one operation may.
constexpr qsizetype MaxIds = 100'000;
constexpr qsizetype MaxCodes = 100;

using Names = std::initializer_list<QLatin1String>;

ApiError protocolError(int httpStatus, const QString &detail)
{
    ApiError error;
    error.kind = ErrorKind::Protocol;
    error.outcome = Outcome::Unknown;
    error.httpStatus = httpStatus;
    error.detail = detail;
    return error;
}

QString message(const QString &text)
{
    return text.size() <= MaxMessage ? text : QString();
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

/// A text as it came, a number as its digits, a list as its first entry; else empty.
QString textOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isDouble()) {
        constexpr qint64 No = std::numeric_limits<qint64>::min();
        const qint64 whole = value.toInteger(No);
        return whole != No ? QString::number(whole)
                           : QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    }
    if (value.isArray())
        return textOf(value.toArray().at(0));
    return {};
}

/// A number, or a text that is one; never negative, since all that is counted here cannot be.
std::optional<double> numberOf(const QJsonValue &value)
{
    bool ok = value.isDouble();
    double number = value.toDouble();
    if (value.isString()) {
        const QString text = value.toString();
        if (text.size() <= MaxFigure)
            number = text.trimmed().toDouble(&ok);
    }
    if (!ok || !std::isfinite(number) || number < 0)
        return std::nullopt;
    return number;
}

std::optional<int> countOf(const QJsonValue &value)
{
    const auto number = numberOf(value);
    if (!number || *number > std::numeric_limits<int>::max() || std::floor(*number) != *number)
        return std::nullopt;
    return int(*number);
}

/// An object, or the first of a list of objects.
QJsonObject objectOf(const QJsonValue &value)
{
    return value.isArray() ? value.toArray().at(0).toObject() : value.toObject();
}

/// A list; an object instead of it is a list of one when it holds `id`, else the list of its
/// values.
QJsonArray rowsOf(const QJsonValue &value, QLatin1String id)
{
    if (!value.isObject())
        return value.toArray();
    const QJsonObject object = value.toObject();
    if (object.contains(id) || object.contains(QLatin1String("app_cluster")))
        return {object};
    QJsonArray rows;
    for (const QJsonValue row : object)
        rows.append(row);
    return rows;
}

void appendWords(QStringView text, qsizetype most, QStringList &words)
{
    const auto isGap = [](QChar c) { return c.isSpace() || c == u',' || c == u';'; };
    const auto end = text.end();
    auto at = text.begin();
    while (words.size() < most) {
        at = std::find_if_not(at, end, isGap);
        if (at == end)
            return;
        const auto begin = std::exchange(at, std::find_if(at, end, isGap));
        words += QStringView(begin, at).toString();
    }
}

/// Words of a text, or of the entries of a list: the first `most` of them.
QStringList wordsOf(const QJsonValue &value, qsizetype most)
{
    QStringList words;
    if (value.isArray()) {
        for (const QJsonValue entry : value.toArray())
            appendWords(textOf(entry), most, words);
    } else {
        appendWords(textOf(value), most, words);
    }
    return words;
}

/// Any of the ISO forms, UTC. A time without a zone is taken as UTC, which is what the service's
/// other times are in.
QDateTime timeOf(const QString &text)
{
    static const QRegularExpression gapBeforeZone(QStringLiteral("\\s+(?=(Z|[+-]\\d\\d:?\\d\\d)$)"),
                                                  QRegularExpression::CaseInsensitiveOption);
    if (text.size() > MaxFigure)
        return {};
    QDateTime time = QDateTime::fromString(text.trimmed().remove(gapBeforeZone), Qt::ISODateWithMs);
    if (time.isValid() && time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.toUTC();
}

/// The fields of one row, flat or nested in app_cluster, under any of their spellings. The outer
/// one wins, unless it is empty.
class Row
{
public:
    explicit Row(const QJsonValue &value)
        : m_outer(objectOf(value))
        , m_inner(objectOf(m_outer.value(QLatin1String("app_cluster"))))
    {
    }

    [[nodiscard]] QJsonValue field(Names names) const
    {
        for (const QJsonObject *level : {&m_outer, &m_inner}) {
            for (const QLatin1String name : names) {
                QJsonValue value = level->value(name);
                if (!isEmpty(value))
                    return value;
            }
        }
        return {};
    }

    [[nodiscard]] QString text(Names names) const { return textOf(field(names)).trimmed(); }
    [[nodiscard]] std::optional<int> count(Names names) const { return countOf(field(names)); }
    [[nodiscard]] std::optional<double> number(Names names) const { return numberOf(field(names)); }
    [[nodiscard]] Row inside(Names names) const { return Row(field(names)); }

private:
    static bool isEmpty(const QJsonValue &value)
    {
        return value.isNull() || value.isUndefined() ||
               (value.isString() && value.toString().trimmed().isEmpty());
    }

    QJsonObject m_outer;
    QJsonObject m_inner;
};

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

OperationRecord operationOf(const Row &row, qsizetype mostIds)
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
    operation.resourceIds = wordsOf(row.field({QLatin1String("resource_ids")}), mostIds);
    operation.description =
        Redactor().redacted(message(row.text({QLatin1String("action_describe")})));
    operation.created = timeOf(row.text({QLatin1String("create_time")}));
    operation.changed = timeOf(row.text({QLatin1String("status_time")}));
    return operation;
}

/// The answer's non-zero ret_code, judged. A code sent as text is read too, but no text is a
/// success.
std::optional<int> codeOf(const QJsonObject &answer)
{
    const QJsonValue value = answer.value(QLatin1String("ret_code"));
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
        error.serverText = message(answer.value(QLatin1String("message")).toString());
        error.detail = QStringLiteral("ret_code %1, HTTP status %2").arg(*code).arg(httpStatus);
        return error;
    }
    if (httpStatus < 200 || httpStatus > 299)
        return protocolError(httpStatus,
                             QStringLiteral("ret_code 0 with HTTP status %1").arg(httpStatus));
    return answer;
}

} // namespace

OperationProgress progressOf(const OperationRecord &operation)
{
    if (operation.status.compare(QLatin1String("successful"), Qt::CaseInsensitive) == 0)
        return OperationProgress::Successful;
    if (operation.status.compare(QLatin1String("failed"), Qt::CaseInsensitive) == 0)
        return OperationProgress::Failed;
    return OperationProgress::Running;
}

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
    const QJsonDocument document = QJsonDocument::fromJson(body, &fault);
    if (!document.isObject()) {
        return protocolError(httpStatus,
                             QStringLiteral("no JSON object (HTTP status %1, %2 bytes, %3)")
                                 .arg(httpStatus)
                                 .arg(body.size())
                                 .arg(fault.errorString()));
    }
    return judge(httpStatus, document.object());
}

ClusterPage clusters(const QJsonObject &answer)
{
    ClusterPage page;
    page.total = countOf(answer.value(QLatin1String("total_count")));
    for (const QJsonValue value :
         rowsOf(answer.value(QLatin1String("cluster_set")), QLatin1String("cluster_id"))) {
        ++page.rows;
        ClusterRecord cluster = clusterOf(Row(value));
        if (!cluster.id.isEmpty())
            page.clusters += std::move(cluster);
    }
    return page;
}

OperationPage operations(const QJsonObject &answer)
{
    OperationPage page;
    page.total = countOf(answer.value(QLatin1String("total_count")));
    qsizetype idsLeft = MaxIds;
    for (const QJsonValue value :
         rowsOf(answer.value(QLatin1String("job_set")), QLatin1String("job_id"))) {
        ++page.rows;
        OperationRecord operation = operationOf(Row(value), idsLeft);
        idsLeft -= operation.resourceIds.size();
        if (!operation.jobId.isEmpty())
            page.operations += std::move(operation);
    }
    return page;
}

Accepted accepted(const QJsonObject &answer)
{
    for (const QLatin1String name : {QLatin1String("job_id"), QLatin1String("job_ids")}) {
        const QStringList ids = wordsOf(answer.value(name), 2);
        if (!ids.isEmpty())
            return {ids.first(), ids.size() == 1};
    }
    return {};
}

} // namespace replies

} // namespace clusterdeck

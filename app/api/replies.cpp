// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/replies.h"

#include "app/api/answerfields.h"
#include "app/api/answershape.h"
#include "app/api/clusterfields.h"
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
    return {.kind = ErrorKind::Protocol,
            .outcome = Outcome::Unknown,
            .httpStatus = httpStatus,
            .detail = detail};
}

/// The ret_code as an int; std::nullopt when it is not a whole number or too large.
std::optional<int> wholeNumber(const QJsonValue &value)
{
    if (!value.isDouble())
        return std::nullopt;
    const qint64 number = value.toInteger(std::numeric_limits<qint64>::min());
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

void readValue(const Row &row, Names names, QString &text)
{
    text = row.text(names);
}

void readValue(const Row &row, Names names, std::optional<int> &count)
{
    count = row.count(names);
}

void readValue(const Row &row, Names names, std::optional<double> &amount)
{
    amount = row.number(names);
}

void readValue(const Row &row, Names names, QDateTime &time)
{
    time = timeOf(row.text(names));
}

void readValue(const Row &row, Names names, QStringList &software)
{
    software = softwareOf(row.field(names));
}

/// The ret_code of an answer. A code sent as text is read too, but the text "0" is not a success.
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
        document = QJsonDocument::fromJson(repairedAnswer(body));
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
    const Row project = row.inside({QLatin1String("project_info")});
    ClusterRecord cluster;
    forEachField(cluster, [&](const ClusterField &field, auto &value) {
        const Names names = {QLatin1String(field.name), QLatin1String(field.otherName)};
        if (field.inProject)
            readValue(project, names, value);
        if (value == std::decay_t<decltype(value)>())
            readValue(row, names, value);
    });
    // A person's own text: when a mark is written into it, its white space must stay.
    cluster.description = row.wholeText({QLatin1String("description")});
    // Inside app_cluster, cluster_id may be the id of the application cluster, which is another
    // object.
    if (cluster.id.startsWith(QLatin1String("cl-")))
        cluster.id.clear();
    return cluster;
}

Result<AnyPage> page(Read read, const QJsonObject &answer)
{
    const ReadSpec &spec = specOf(read);
    if (const auto error = answer::missingRows(answer, spec.lists))
        return *error;
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

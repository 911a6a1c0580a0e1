// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/operationlog.h"

#include "app/operations/batch/operation.h"
#include "app/operations/journal/journalforms.h"

#include <QHash>
#include <QJsonObject>

#include <algorithm>

namespace clusterdeck
{

namespace
{

LogLine lineOf(const OperationRecord &operation)
{
    LogLine line;
    line.operation = operation;
    line.at = operation.created;
    if (progressOf(operation) != OperationProgress::Running)
        line.ended = operation.changed;
    line.verb = verbOf(operation);
    line.clusterIds = operation.resourceIds;
    line.who = operation.submitter.isEmpty() ? operation.owner : operation.submitter;
    return line;
}

bool isTogether(const LogLine &line, const BatchItem &item)
{
    const BatchItem &first = line.items.first();
    if (!item.jobId.isEmpty() || !first.jobId.isEmpty())
        return item.jobId == first.jobId;
    return item.state == first.state && item.sentAt.isValid() == first.sentAt.isValid();
}

void addTo(LogLine &line, const BatchItem &item)
{
    line.items.append(item);
    line.clusterIds.append(item.key.id);
    if (item.sentAt.isValid() && (!line.at.isValid() || item.sentAt < line.at))
        line.at = item.sentAt;
    if (item.endedAt.isValid() && (!line.ended.isValid() || item.endedAt > line.ended))
        line.ended = item.endedAt;
}

/// What the journal says of one batch, an operation a line.
QList<LogLine> linesOf(const Batch &batch, const QString &clusterId)
{
    QList<LogLine> lines;
    for (const BatchItem &item : batch.items) {
        if (!clusterId.isEmpty() && item.key.id != clusterId)
            continue;
        auto line = std::find_if(lines.begin(), lines.end(),
                                 [&](const LogLine &each) { return isTogether(each, item); });
        if (line == lines.end()) {
            LogLine begun;
            begun.verb = batch.verb;
            begun.who = batch.user;
            begun.batch = batch.id;
            line = lines.insert(lines.end(), begun);
        }
        addTo(*line, item);
    }
    for (LogLine &line : lines) {
        if (!line.at.isValid())
            line.at = batch.confirmedAt;
    }
    return lines;
}

/// The provider says what happened and when; the journal, that it was us, and about which clusters.
void unite(LogLine &provider, LogLine &&own)
{
    provider.source = LogSource::Here;
    provider.batch = own.batch;
    provider.verb = own.verb;
    for (const QString &id : std::as_const(own.clusterIds)) {
        if (!provider.clusterIds.contains(id))
            provider.clusterIds.append(id);
    }
    provider.items += std::move(own.items);
    if (!provider.at.isValid())
        provider.at = own.at;
    if (!provider.ended.isValid() && progressOf(*provider.operation) != OperationProgress::Running)
        provider.ended = own.ended;
    if (provider.who.isEmpty())
        provider.who = own.who;
}

LogSource sourceOf(const LogLine &own, const LogReach &reach)
{
    const bool sent = std::any_of(own.items.begin(), own.items.end(), [](const BatchItem &item) {
        return item.sentAt.isValid() || item.state == ItemState::Sending;
    });
    if (!sent)
        return LogSource::NotSent;
    return reach.covers(own.at) ? LogSource::OnlyHere : LogSource::HereUnread;
}

bool isNewer(const LogLine &a, const LogLine &b)
{
    if (a.at.isValid() != b.at.isValid())
        return a.at.isValid();
    return a.at > b.at;
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue timeOrNull(const QDateTime &time)
{
    return textOrNull(journalforms::timeText(time));
}

QString word(LogSource source)
{
    switch (source) {
    case LogSource::Here:
        return QStringLiteral("here");
    case LogSource::OnlyHere:
        return QStringLiteral("only_here");
    case LogSource::HereUnread:
        return QStringLiteral("here_provider_not_read");
    case LogSource::NotSent:
        return QStringLiteral("not_sent");
    case LogSource::Elsewhere:
        return QStringLiteral("elsewhere");
    }
    Q_UNREACHABLE();
}

QJsonObject operationJson(const OperationRecord &operation)
{
    return {{QStringLiteral("job_id"), operation.jobId},
            {QStringLiteral("job_action"), textOrNull(operation.action)},
            {QStringLiteral("action_describe"), textOrNull(operation.description)},
            {QStringLiteral("status"), textOrNull(operation.status)},
            {QStringLiteral("owner"), textOrNull(operation.owner)},
            {QStringLiteral("submitter"), textOrNull(operation.submitter)},
            {QStringLiteral("error_codes"), textOrNull(operation.errorCodes)},
            {QStringLiteral("create_time"), timeOrNull(operation.created)},
            {QStringLiteral("status_time"), timeOrNull(operation.changed)}};
}

QJsonObject lineJson(const LogLine &line)
{
    QJsonArray items;
    for (const BatchItem &item : line.items) {
        items.append(
            QJsonObject{{QStringLiteral("cluster_id"), item.key.id},
                        {QStringLiteral("state"), journalforms::word(item.state)},
                        {QStringLiteral("reason"), textOrNull(journalforms::word(item.reason))},
                        {QStringLiteral("job_id"), textOrNull(item.jobId)},
                        {QStringLiteral("sent_at"), timeOrNull(item.sentAt)},
                        {QStringLiteral("ended_at"), timeOrNull(item.endedAt)}});
    }
    return {{QStringLiteral("at"), timeOrNull(line.at)},
            {QStringLiteral("ended"), timeOrNull(line.ended)},
            {QStringLiteral("verb"), line.verb ? QJsonValue(wordOf(*line.verb)) : QJsonValue()},
            {QStringLiteral("who"), textOrNull(line.who)},
            {QStringLiteral("source"), word(line.source)},
            {QStringLiteral("cluster_ids"), QJsonArray::fromStringList(line.clusterIds)},
            {QStringLiteral("provider"),
             line.operation ? QJsonValue(operationJson(*line.operation)) : QJsonValue()},
            {QStringLiteral("batch"), textOrNull(line.batch)},
            {QStringLiteral("items"), items}};
}

} // namespace

bool LogReach::covers(const QDateTime &at) const
{
    return read && (!back.isValid() || at >= back) && (!until.isValid() || at < until);
}

QList<LogLine> operationLog(const QList<OperationRecord> &operations, const LogReach &reach,
                            const QList<Batch> &batches, const QString &clusterId)
{
    QList<LogLine> lines;
    QHash<QString, qsizetype> byJob;
    for (const OperationRecord &operation : operations) {
        byJob.insert(operation.jobId, lines.size());
        lines.append(lineOf(operation));
    }
    for (const Batch &batch : batches) {
        for (LogLine &own : linesOf(batch, clusterId)) {
            const QString job = own.items.first().jobId;
            const auto known = job.isEmpty() ? byJob.cend() : byJob.constFind(job);
            if (known != byJob.cend()) {
                unite(lines[*known], std::move(own));
                continue;
            }
            own.source = sourceOf(own, reach);
            lines.append(std::move(own));
        }
    }
    std::stable_sort(lines.begin(), lines.end(), isNewer);
    return lines;
}

QJsonArray logJson(const QList<LogLine> &lines)
{
    QJsonArray rows;
    for (const LogLine &line : lines)
        rows.append(lineJson(line));
    return rows;
}

} // namespace clusterdeck

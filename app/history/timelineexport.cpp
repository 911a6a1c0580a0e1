// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/timelineexport.h"

#include "app/operations/journal/journalforms.h"

#include <QJsonArray>

namespace clusterdeck
{

namespace
{

using journalforms::timeText;
using journalforms::word;

const QStringList TimelineColumns{
    QStringLiteral("at"),           QStringLiteral("source"),  QStringLiteral("action"),
    QStringLiteral("account"),      QStringLiteral("zone"),    QStringLiteral("cluster_id"),
    QStringLiteral("cluster_name"), QStringLiteral("outcome"), QStringLiteral("job_id"),
    QStringLiteral("submitter"),    QStringLiteral("owner"),   QStringLiteral("changed_at"),
    QStringLiteral("codes"),        QStringLiteral("text"),    QStringLiteral("batch")};

QString sourceWord(TimelineSource source)
{
    switch (source) {
    case TimelineSource::Ours:
        return QStringLiteral("this program");
    case TimelineSource::PerhapsOurs:
        return QStringLiteral("perhaps this program");
    case TimelineSource::Elsewhere:
        return QStringLiteral("elsewhere");
    }
    Q_UNREACHABLE();
}

QString codesOf(const BatchItem &item)
{
    if (item.error && item.error->retCode != 0)
        return QString::number(item.error->retCode);
    return item.operationErrors;
}

QStringList rowOf(const TimelineLine &line, const Batch &batch, const BatchItem &item)
{
    return {timeText(line.at),
            sourceWord(line.source),
            wordOf(batch.verb),
            line.accountName,
            line.zone,
            item.key.id,
            item.shown.name,
            word(item.state),
            item.jobId,
            batch.user,
            item.shown.owner,
            timeText(item.endedAt),
            codesOf(item),
            item.error ? item.error->serverText : QString(),
            batch.id};
}

QStringList rowOf(const TimelineLine &line, const TimelineCluster &cluster, const Batch *perhaps)
{
    const OperationRecord &operation = line.operations.constFirst();
    return {timeText(line.at),
            sourceWord(line.source),
            operation.action,
            line.accountName,
            line.zone,
            cluster.id,
            cluster.name,
            operation.status,
            operation.jobId,
            operation.submitter,
            operation.owner,
            timeText(operation.changed),
            operation.errorCodes,
            operation.description,
            perhaps ? perhaps->id : QString()};
}

QList<QStringList> rowsOf(const Timeline &timeline, const TimelineLine &line)
{
    QList<QStringList> rows;
    const Batch *batch = timeline.batchOf(line);
    if (line.source == TimelineSource::Ours) {
        for (const BatchItem &item : batch->items)
            rows.append(rowOf(line, *batch, item));
        return rows;
    }
    for (const TimelineCluster &cluster : line.clusters)
        rows.append(rowOf(line, cluster, batch));
    if (rows.isEmpty()) // the log names none
        rows.append(rowOf(line, TimelineCluster(), batch));
    return rows;
}

QJsonObject lineObject(const Timeline &timeline, const TimelineLine &line)
{
    QJsonObject object{{QStringLiteral("at"), timeText(line.at)},
                       {QStringLiteral("source"), sourceWord(line.source)},
                       {QStringLiteral("account"), line.accountName},
                       {QStringLiteral("zone"), line.zone}};
    const Batch *batch = timeline.batchOf(line);
    if (batch)
        object.insert(QStringLiteral("batch"), batch->id);
    if (line.source == TimelineSource::Ours) {
        QJsonArray items;
        for (const BatchItem &item : batch->items)
            items.append(itemObject(item, {}));
        object.insert(QStringLiteral("verb"), wordOf(batch->verb));
        object.insert(QStringLiteral("user"), batch->user);
        object.insert(QStringLiteral("items"), items);
    }
    QJsonArray operations;
    for (const OperationRecord &operation : line.operations)
        operations.append(operationObject(operation));
    object.insert(QStringLiteral("operations"), operations);
    QJsonArray clusters;
    for (const TimelineCluster &cluster : line.clusters) {
        clusters.append(QJsonObject{{QStringLiteral("cluster_id"), cluster.id},
                                    {QStringLiteral("cluster_name"), cluster.name}});
    }
    object.insert(QStringLiteral("clusters"), clusters);
    return object;
}

} // namespace

QByteArray csv(const Timeline &timeline, const QList<qsizetype> &lines, const CsvOptions &options)
{
    QList<QStringList> rows;
    for (const qsizetype line : lines)
        rows += rowsOf(timeline, timeline.lines.at(line));
    return csvTable(TimelineColumns, rows, options);
}

QByteArray json(const Timeline &timeline, const QList<qsizetype> &lines, bool demo)
{
    QJsonArray written;
    for (const qsizetype line : lines)
        written.append(lineObject(timeline, timeline.lines.at(line)));
    return jsonText({{QStringLiteral("lines"), written}}, demo);
}

QJsonObject operationObject(const OperationRecord &operation)
{
    return {{QStringLiteral("job_id"), operation.jobId},
            {QStringLiteral("job_action"), operation.action},
            {QStringLiteral("action_describe"), operation.description},
            {QStringLiteral("status"), operation.status},
            {QStringLiteral("owner"), operation.owner},
            {QStringLiteral("submitter"), operation.submitter},
            {QStringLiteral("error_codes"), operation.errorCodes},
            {QStringLiteral("resource_ids"), QJsonArray::fromStringList(operation.resourceIds)},
            {QStringLiteral("create_time"), timeText(operation.created)},
            {QStringLiteral("status_time"), timeText(operation.changed)}};
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/export.h"

#include "app/clusters/batchcolumns.h"
#include "app/operations/journal/journalcodec.h"
#include "app/support/enumcount.h"
#include "app/support/jsontext.h"
#include "app/support/wordtable.h"

#include <QJsonDocument>

#include <array>

namespace clusterdeck
{

namespace
{

using journalcodec::timeText;
using journalcodec::word;

/// A column of a table and the text of its cells.
template <class Record>
struct Column {
    const char *name;
    QString (*cell)(const Record &record);
};

template <class Record, size_t Count>
QByteArray tableOf(const std::array<Column<Record>, Count> &columns, const QList<Record> &records,
                   const CsvOptions &options)
{
    QStringList names;
    for (const Column<Record> &column : columns)
        names.append(QLatin1String(column.name));
    QList<QStringList> table;
    for (const Record &record : records) {
        QStringList &cells = table.emplace_back();
        for (const Column<Record> &column : columns)
            cells.append(column.cell(record));
    }
    return csvTable(names, table, options);
}

template <class Number>
QString numberCell(const std::optional<Number> &number)
{
    return number ? QString::number(*number) : QString();
}

QJsonDocument parsed(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8());
}

QString eventLine(const JournalEvent &event)
{
    return QStringLiteral("%1 %2 > %3 %4")
        .arg(timeText(event.at), event.event, event.state, event.evidence)
        .trimmed();
}

QStringList rowOf(const Batch &batch, const BatchItem &item, const QString &events)
{
    const ClusterRecord &shown = item.shown;
    const int code = item.error ? item.error->retCode : 0;
    const std::array cells{batch.id,
                           timeText(batch.confirmedAt),
                           wordOf(batch.verb),
                           batch.accountName,
                           batch.zone,
                           batch.user,
                           item.key.id,
                           shown.name,
                           shown.status,
                           numberCell(shown.nodes),
                           numberCell(shown.runningJobs),
                           numberCell(shown.pendingJobs),
                           shown.billing,
                           word(item.state),
                           word(item.reason),
                           item.jobId,
                           timeText(item.sentAt),
                           timeText(item.endedAt),
                           code == 0 ? QString() : QString::number(code),
                           item.error ? item.error->serverText : item.operationErrors,
                           events,
                           batch.givenReason,
                           batch.approvalCode};
    static_assert(std::tuple_size_v<decltype(cells)> == BatchColumns.size());
    return QStringList(cells.begin(), cells.end());
}

QJsonObject eventObject(const JournalEvent &event)
{
    QJsonObject object{{QStringLiteral("at"), timeText(event.at)},
                       {QStringLiteral("event"), event.event},
                       {QStringLiteral("state"), event.state}};
    const QJsonDocument evidence = parsed(event.evidence);
    if (evidence.isObject())
        object.insert(QStringLiteral("evidence"), evidence.object());
    else if (!event.evidence.isEmpty())
        object.insert(QStringLiteral("evidence"), event.evidence);
    return object;
}

QJsonObject outcomeObject(const BatchItem &item)
{
    return {{QStringLiteral("cluster_id"), item.key.id},
            {QStringLiteral("state"), word(item.state)},
            {QStringLiteral("reason"), word(item.reason)},
            {QStringLiteral("job_id"), item.jobId},
            {QStringLiteral("sent_at"), timeText(item.sentAt)},
            {QStringLiteral("ended_at"), timeText(item.endedAt)}};
}

/// An item with all its facts in the journal.
QJsonObject itemObject(const BatchItem &item, const QJsonArray &events)
{
    QJsonObject object = outcomeObject(item);
    object.insert(QStringLiteral("shown"), parsed(journalcodec::clusterText(item.shown)).object());
    object.insert(QStringLiteral("events"), events);
    if (item.error)
        object.insert(QStringLiteral("answer"),
                      parsed(journalcodec::errorText(item.error)).object());
    if (!item.operationErrors.isEmpty())
        object.insert(QStringLiteral("operation_error_codes"), item.operationErrors);
    return object;
}

/// One entry of the provider's log.
QJsonObject operationObject(const OperationRecord &operation)
{
    return {{QStringLiteral("job_id"), operation.jobId},
            {QStringLiteral("job_action"), operation.action},
            {QStringLiteral("action_describe"), operation.description},
            {QStringLiteral("status"), operation.status},
            {QStringLiteral("owner"), operation.owner},
            {QStringLiteral("submitter"), operation.submitter},
            {QStringLiteral("error_codes"), operation.errorCodes},
            {QStringLiteral("create_time"), timeText(operation.created)},
            {QStringLiteral("status_time"), timeText(operation.changed)}};
}

constexpr std::array Sources{
    Word<TimelineSource>{TimelineSource::Ours, "this program"},
    Word<TimelineSource>{TimelineSource::PerhapsOurs, "perhaps this program"},
    Word<TimelineSource>{TimelineSource::Elsewhere, "elsewhere"},
};
static_assert(Sources.size() == enumCount<TimelineSource>());

constexpr std::array LogSources{
    Word<LogSource>{LogSource::Here, "here"},
    Word<LogSource>{LogSource::OnlyHere, "only_here"},
    Word<LogSource>{LogSource::HereUnread, "here_provider_not_read"},
    Word<LogSource>{LogSource::NotSent, "not_sent"},
    Word<LogSource>{LogSource::Elsewhere, "elsewhere"},
};
static_assert(LogSources.size() == enumCount<LogSource>());

QString codesOf(const BatchItem &item)
{
    return item.error && item.error->retCode != 0 ? QString::number(item.error->retCode)
                                                  : item.operationErrors;
}

/// One cluster of a line: an item of ours, or a cluster of a log entry.
struct LineRow {
    const TimelineLine *line;
    const BatchItem *item; ///< null for a log entry
    TimelineCluster cluster;

    [[nodiscard]] const OperationRecord &operation() const { return line->operations.constFirst(); }
};

QList<LineRow> rowsOf(const TimelineLine &line)
{
    QList<LineRow> rows;
    for (const BatchItem &item : line.items)
        rows.append({&line, &item, {item.key.id, item.shown.name}});
    if (line.source == TimelineSource::Ours)
        return rows;
    for (const TimelineCluster &cluster : line.clusters)
        rows.append({&line, nullptr, cluster});
    if (rows.isEmpty()) // an entry without clusters
        rows.append({&line, nullptr, {}});
    return rows;
}

constexpr auto TimelineColumns = std::to_array<Column<LineRow>>({
    {"at", [](const LineRow &row) { return timeText(row.line->at); }},
    {"source", [](const LineRow &row) { return wordIn(Sources, row.line->source); }},
    {"action",
     [](const LineRow &row) {
         return row.item ? wordOf(row.line->batch->verb) : row.operation().action;
     }},
    {"account", [](const LineRow &row) { return row.line->accountName; }},
    {"zone", [](const LineRow &row) { return row.line->zone; }},
    {"cluster_id", [](const LineRow &row) { return row.cluster.id; }},
    {"cluster_name", [](const LineRow &row) { return row.cluster.name; }},
    {"outcome",
     [](const LineRow &row) { return row.item ? word(row.item->state) : row.operation().status; }},
    {"job_id",
     [](const LineRow &row) { return row.item ? row.item->jobId : row.operation().jobId; }},
    {"submitter",
     [](const LineRow &row) {
         return row.item ? row.line->batch->user : row.operation().submitter;
     }},
    {"owner",
     [](const LineRow &row) { return row.item ? row.item->shown.owner : row.operation().owner; }},
    {"changed_at",
     [](const LineRow &row) {
         return timeText(row.item ? row.item->endedAt : row.operation().changed);
     }},
    {"codes",
     [](const LineRow &row) { return row.item ? codesOf(*row.item) : row.operation().errorCodes; }},
    {"text",
     [](const LineRow &row) {
         if (!row.item)
             return row.operation().description;
         return row.item->error ? row.item->error->serverText : QString();
     }},
    {"batch", [](const LineRow &row) { return row.line->batch ? row.line->batch->id : QString(); }},
    {"given_reason",
     [](const LineRow &row) { return row.item ? row.line->batch->givenReason : QString(); }},
    {"approval_code",
     [](const LineRow &row) { return row.item ? row.line->batch->approvalCode : QString(); }},
});

QJsonObject lineObject(const TimelineLine &line)
{
    QJsonObject object{{QStringLiteral("at"), timeText(line.at)},
                       {QStringLiteral("source"), wordIn(Sources, line.source)},
                       {QStringLiteral("account"), line.accountName},
                       {QStringLiteral("zone"), line.zone}};
    if (line.batch)
        object.insert(QStringLiteral("batch"), line.batch->id);
    if (line.source == TimelineSource::Ours) {
        QJsonArray items;
        for (const BatchItem &item : line.items)
            items.append(itemObject(item, {}));
        object.insert(QStringLiteral("verb"), wordOf(line.batch->verb));
        object.insert(QStringLiteral("user"), line.batch->user);
        object.insert(QStringLiteral("given_reason"), line.batch->givenReason);
        object.insert(QStringLiteral("approval_code"), line.batch->approvalCode);
        object.insert(QStringLiteral("items"), items);
    }
    QJsonArray operations;
    for (const OperationRecord &operation : line.operations) {
        QJsonObject written = operationObject(operation);
        written.insert(QStringLiteral("resource_ids"),
                       QJsonArray::fromStringList(operation.resourceIds));
        operations.append(written);
    }
    object.insert(QStringLiteral("operations"), operations);
    QJsonArray clusters;
    for (const TimelineCluster &cluster : line.clusters) {
        clusters.append(QJsonObject{{QStringLiteral("cluster_id"), cluster.id},
                                    {QStringLiteral("cluster_name"), cluster.name}});
    }
    object.insert(QStringLiteral("clusters"), clusters);
    return object;
}

/// Replaces empty texts by null.
QJsonObject withNulls(QJsonObject object)
{
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member->isString())
            *member = textOrNull(member->toString());
    }
    return object;
}

QJsonObject logObject(const TimelineLine &line, const LogReach &reach)
{
    QJsonArray items;
    for (const BatchItem &item : line.items)
        items.append(withNulls(outcomeObject(item)));
    QStringList clusterIds;
    for (const TimelineCluster &cluster : line.clusters)
        clusterIds.append(cluster.id);
    const auto verb = verbOf(line);
    return withNulls(
        {{QStringLiteral("at"), timeText(line.at)},
         {QStringLiteral("ended"), timeText(line.ended)},
         {QStringLiteral("verb"), verb ? wordOf(*verb) : QString()},
         {QStringLiteral("who"), authorOf(line)},
         {QStringLiteral("source"), wordIn(LogSources, logSourceOf(line, reach))},
         {QStringLiteral("cluster_ids"), QJsonArray::fromStringList(clusterIds)},
         {QStringLiteral("provider"),
          line.operations.isEmpty() ? QJsonValue()
                                    : withNulls(operationObject(line.operations.constFirst()))},
         {QStringLiteral("batch"), line.batch ? line.batch->id : QString()},
         {QStringLiteral("given_reason"), line.batch ? line.batch->givenReason : QString()},
         {QStringLiteral("approval_code"), line.batch ? line.batch->approvalCode : QString()},
         {QStringLiteral("items"), items}});
}

/// The evidence for the deletion.
QString evidenceWord(const DeletedCluster &cluster)
{
    if (cluster.reason == ItemReason::ListedAgain)
        return QStringLiteral("absent in two readings, and listed again since");
    return cluster.reason == ItemReason::HowIsNotKnown
               ? QStringLiteral("absent in two readings; no operation of ours was found")
               : QStringLiteral("operation successful, and absent in two readings");
}

QString nodesCell(const DeletedCluster &cluster)
{
    QStringList groups;
    for (const NodeGroup &group : cluster.nodes.groups)
        groups.append(groupText(group));
    return groups.join(u'\n');
}

constexpr auto DeletedColumns = std::to_array<Column<DeletedCluster>>({
    {"cluster_id", [](const DeletedCluster &cluster) { return cluster.record.id; }},
    {"cluster_name", [](const DeletedCluster &cluster) { return cluster.record.name; }},
    {"deleted_at", [](const DeletedCluster &cluster) { return timeText(cluster.deletedAt()); }},
    {"created_at",
     [](const DeletedCluster &cluster) {
         const QDateTime &created = cluster.record.created;
         return created.isValid() ? timeText(created) : cluster.record.createdText;
     }},
    {"account", [](const DeletedCluster &cluster) { return cluster.accountName; }},
    {"zone", [](const DeletedCluster &cluster) { return cluster.zone; }},
    {"deleted_by", [](const DeletedCluster &cluster) { return cluster.user; }},
    {"owner", [](const DeletedCluster &cluster) { return cluster.record.owner; }},
    {"run_user", [](const DeletedCluster &cluster) { return cluster.record.runUser; }},
    {"cluster_type", [](const DeletedCluster &cluster) { return cluster.record.type; }},
    {"scheduler", [](const DeletedCluster &cluster) { return cluster.record.scheduler; }},
    {"billing", [](const DeletedCluster &cluster) { return cluster.record.billing; }},
    {"node_count", [](const DeletedCluster &cluster) { return numberCell(cluster.record.nodes); }},
    {"nodes", nodesCell},
    {"nodes_read", [](const DeletedCluster &cluster) { return word(cluster.nodes.read); }},
    {"cpu_hours",
     [](const DeletedCluster &cluster) { return numberCell(cluster.record.cpuHours); }},
    {"mem_hours",
     [](const DeletedCluster &cluster) { return numberCell(cluster.record.memoryHours); }},
    {"finished_jobs",
     [](const DeletedCluster &cluster) { return numberCell(cluster.record.finishedJobs); }},
    {"software", [](const DeletedCluster &cluster) { return cluster.record.software.join(u'\n'); }},
    {"nas_id", [](const DeletedCluster &cluster) { return cluster.record.nasId; }},
    {"nas_mount_point", [](const DeletedCluster &cluster) { return cluster.record.mountPoint; }},
    {"nas_path", [](const DeletedCluster &cluster) { return cluster.record.nasPath; }},
    {"nas_shared_path", [](const DeletedCluster &cluster) { return cluster.record.nasSharedPath; }},
    {"description", [](const DeletedCluster &cluster) { return cluster.record.description; }},
    {"job_id", [](const DeletedCluster &cluster) { return cluster.jobId; }},
    {"evidence", evidenceWord},
    {"batch", [](const DeletedCluster &cluster) { return cluster.batch; }},
    {"given_reason", [](const DeletedCluster &cluster) { return cluster.givenReason; }},
    {"approval_code", [](const DeletedCluster &cluster) { return cluster.approvalCode; }},
});

QJsonObject objectOf(const DeletedCluster &cluster)
{
    const NodeLayout &layout = cluster.nodes;
    QJsonObject nodes{
        {QStringLiteral("read"), word(layout.read)},
        {QStringLiteral("read_at"), timeText(layout.at)},
        {QStringLiteral("groups"), parsed(journalcodec::nodeGroupsText(layout.groups)).array()}};
    if (layout.error)
        nodes.insert(QStringLiteral("answer"),
                     parsed(journalcodec::errorText(layout.error)).object());
    return {{QStringLiteral("cluster"), parsed(journalcodec::clusterText(cluster.record)).object()},
            {QStringLiteral("nodes"), nodes},
            {QStringLiteral("account"), cluster.accountName},
            {QStringLiteral("zone"), cluster.zone},
            {QStringLiteral("deleted_by"), cluster.user},
            {QStringLiteral("confirmed_at"), timeText(cluster.confirmedAt)},
            {QStringLiteral("sent_at"), timeText(cluster.sentAt)},
            {QStringLiteral("deleted_at"), timeText(cluster.deletedAt())},
            {QStringLiteral("job_id"), cluster.jobId},
            {QStringLiteral("evidence"), evidenceWord(cluster)},
            {QStringLiteral("batch"), cluster.batch},
            {QStringLiteral("given_reason"), cluster.givenReason},
            {QStringLiteral("approval_code"), cluster.approvalCode}};
}

} // namespace

QByteArray csv(const Batch &batch, const QList<JournalEvent> &events, const CsvOptions &options)
{
    QHash<int, QStringList> eventsOf; // by BatchItem::position
    for (const JournalEvent &event : events)
        eventsOf[event.item].append(eventLine(event));
    QStringList names;
    for (const char *name : BatchColumns)
        names.append(QLatin1String(name));
    QList<QStringList> rows;
    for (const BatchItem &item : batch.items)
        rows.append(rowOf(batch, item, eventsOf.value(item.position).join(u'\n')));
    return csvTable(names, rows, options);
}

QByteArray json(const Batch &batch, const QList<JournalEvent> &events, DataKind dataKind)
{
    QHash<int, QJsonArray> eventsOf; // by BatchItem::position
    for (const JournalEvent &event : events)
        eventsOf[event.item].append(eventObject(event));
    QJsonArray items;
    for (const BatchItem &item : batch.items)
        items.append(itemObject(item, eventsOf.value(item.position)));
    return jsonText({{QStringLiteral("batch"), batch.id},
                     {QStringLiteral("verb"), wordOf(batch.verb)},
                     {QStringLiteral("account"), batch.accountName},
                     {QStringLiteral("zone"), batch.zone},
                     {QStringLiteral("user"), batch.user},
                     {QStringLiteral("confirmed_at"), timeText(batch.confirmedAt)},
                     {QStringLiteral("tier"), batch.tier},
                     {QStringLiteral("grace_seconds"), qint64(batch.undoWindow.count())},
                     {QStringLiteral("given_reason"), batch.givenReason},
                     {QStringLiteral("approval_code"), batch.approvalCode},
                     {QStringLiteral("shown"), batch.shown},
                     {QStringLiteral("items"), items}},
                    dataKind);
}

QByteArray csv(const QList<TimelineLine> &lines, const CsvOptions &options)
{
    QList<LineRow> rows;
    for (const TimelineLine &line : lines)
        rows += rowsOf(line);
    return tableOf(TimelineColumns, rows, options);
}

QByteArray json(const QList<TimelineLine> &lines, DataKind dataKind)
{
    QJsonArray written;
    for (const TimelineLine &line : lines)
        written.append(lineObject(line));
    return jsonText({{QStringLiteral("lines"), written}}, dataKind);
}

QByteArray csv(const QList<DeletedCluster> &deletedClusters, const CsvOptions &options)
{
    return tableOf(DeletedColumns, deletedClusters, options);
}

QByteArray json(const QList<DeletedCluster> &deletedClusters, DataKind dataKind)
{
    QJsonArray written;
    for (const DeletedCluster &cluster : deletedClusters)
        written.append(objectOf(cluster));
    return jsonText({{QStringLiteral("tombstones"), written}}, dataKind);
}

QString groupText(const NodeGroup &group)
{
    QStringList each;
    if (group.cpu)
        each.append(QStringLiteral("%1 CPU").arg(*group.cpu));
    if (group.memoryMb)
        each.append(QStringLiteral("%1 MB").arg(*group.memoryMb));
    if (group.gpu.value_or(0) > 0)
        each.append(QStringLiteral("%1 GPU").arg(*group.gpu));
    if (!group.cpuModel.isEmpty())
        each.append(group.cpuModel);
    const QString role = group.role.isEmpty() ? QStringLiteral("node") : group.role;
    const QString count = QString::number(group.count) + QStringLiteral(" × ") + role;
    return each.isEmpty() ? count : count + QStringLiteral(": ") + each.join(QStringLiteral(", "));
}

QJsonArray logJson(const QList<TimelineLine> &lines, const LogReach &reach)
{
    QJsonArray rows;
    for (const TimelineLine &line : lines)
        rows.append(logObject(line, reach));
    return rows;
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/tombstoneexport.h"

#include "app/operations/journal/journalforms.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace clusterdeck
{

namespace
{

using journalforms::timeText;
using journalforms::word;

const QStringList DeletedColumns{QStringLiteral("cluster_id"),
                                 QStringLiteral("cluster_name"),
                                 QStringLiteral("deleted_at"),
                                 QStringLiteral("created_at"),
                                 QStringLiteral("account"),
                                 QStringLiteral("zone"),
                                 QStringLiteral("deleted_by"),
                                 QStringLiteral("owner"),
                                 QStringLiteral("run_user"),
                                 QStringLiteral("cluster_type"),
                                 QStringLiteral("scheduler"),
                                 QStringLiteral("billing"),
                                 QStringLiteral("node_count"),
                                 QStringLiteral("nodes"),
                                 QStringLiteral("nodes_read"),
                                 QStringLiteral("cpu_hours"),
                                 QStringLiteral("mem_hours"),
                                 QStringLiteral("finished_jobs"),
                                 QStringLiteral("software"),
                                 QStringLiteral("nas_id"),
                                 QStringLiteral("nas_mount_point"),
                                 QStringLiteral("nas_path"),
                                 QStringLiteral("nas_shared_path"),
                                 QStringLiteral("description"),
                                 QStringLiteral("job_id"),
                                 QStringLiteral("evidence"),
                                 QStringLiteral("batch")};

template <class Number>
QString cell(const std::optional<Number> &number)
{
    return number ? QString::number(*number) : QString();
}

/// What the deletion's end rests on.
QString evidenceWord(const Tombstone &stone)
{
    return stone.reason == ItemReason::HowIsNotKnown
               ? QStringLiteral("absent from two complete listings; no operation of ours was found")
               : QStringLiteral("operation successful, and absent from two complete listings");
}

QStringList rowOf(const Tombstone &stone)
{
    const ClusterRecord &record = stone.record;
    QStringList nodes;
    for (const NodeGroup &group : stone.nodes.groups)
        nodes.append(groupText(group));
    const QString created =
        record.created.isValid() ? timeText(record.created) : record.createdText;
    return {record.id,
            record.name,
            timeText(stone.deletedAt()),
            created,
            stone.accountName,
            stone.zone,
            stone.user,
            record.owner,
            record.runUser,
            record.type,
            record.scheduler,
            record.billing,
            cell(record.nodes),
            nodes.join(u'\n'),
            word(stone.nodes.read),
            cell(record.cpuHours),
            cell(record.memoryHours),
            cell(record.finishedJobs),
            record.software.join(u'\n'),
            record.nasId,
            record.mountPoint,
            record.nasPath,
            record.nasSharedPath,
            record.description,
            stone.jobId,
            evidenceWord(stone),
            stone.batch};
}

QJsonObject objectOf(const Tombstone &stone)
{
    const auto parsed = [](const QString &text) { return QJsonDocument::fromJson(text.toUtf8()); };
    const NodeLayout &layout = stone.nodes;
    QJsonObject nodes{
        {QStringLiteral("read"), word(layout.read)},
        {QStringLiteral("read_at"), timeText(layout.at)},
        {QStringLiteral("groups"), parsed(journalforms::nodeGroupsText(layout.groups)).array()}};
    if (layout.error)
        nodes.insert(QStringLiteral("answer"),
                     parsed(journalforms::errorText(layout.error)).object());
    return {{QStringLiteral("cluster"), parsed(journalforms::clusterText(stone.record)).object()},
            {QStringLiteral("nodes"), nodes},
            {QStringLiteral("account"), stone.accountName},
            {QStringLiteral("zone"), stone.zone},
            {QStringLiteral("deleted_by"), stone.user},
            {QStringLiteral("confirmed_at"), timeText(stone.confirmedAt)},
            {QStringLiteral("sent_at"), timeText(stone.sentAt)},
            {QStringLiteral("deleted_at"), timeText(stone.deletedAt())},
            {QStringLiteral("job_id"), stone.jobId},
            {QStringLiteral("evidence"), evidenceWord(stone)},
            {QStringLiteral("batch"), stone.batch}};
}

} // namespace

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

QByteArray csv(const QList<Tombstone> &tombstones, const CsvOptions &options)
{
    QList<QStringList> rows;
    for (const Tombstone &stone : tombstones)
        rows.append(rowOf(stone));
    return csvTable(DeletedColumns, rows, options);
}

QByteArray json(const QList<Tombstone> &tombstones, bool demo)
{
    QJsonArray written;
    for (const Tombstone &stone : tombstones)
        written.append(objectOf(stone));
    return jsonText({{QStringLiteral("tombstones"), written}}, demo);
}

} // namespace clusterdeck

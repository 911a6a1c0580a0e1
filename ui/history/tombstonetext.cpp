// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/tombstonetext.h"

#include "app/support/visibletext.h"
#include "ui/look/errortext.h"
#include "ui/look/format.h"
#include "ui/look/joining.h"

#include <QCoreApplication>
#include <QLocale>

namespace clusterdeck
{

namespace
{

struct Stone {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::Stone)
};

constexpr int MbOfOneGb = 1024;

QString memoryText(int mb)
{
    const QLocale locale;
    return mb >= MbOfOneGb && mb % MbOfOneGb == 0
               ? Stone::tr("%1 GB").arg(locale.toString(mb / MbOfOneGb))
               : Stone::tr("%1 MB").arg(locale.toString(mb));
}

QString nodeGroupText(const NodeGroup &group)
{
    QStringList each;
    if (group.cpu)
        each.append(Stone::tr("%Ln CPU(s)", nullptr, *group.cpu));
    if (group.memoryMb)
        each.append(memoryText(*group.memoryMb));
    if (group.gpu.value_or(0) > 0)
        each.append(Stone::tr("%Ln GPU(s)", nullptr, *group.gpu));
    if (!group.cpuModel.isEmpty())
        each.append(visibleLine(group.cpuModel));
    const QString count = QLocale().toString(group.count);
    const QString role =
        group.role.isEmpty() ? Stone::tr("of a role not told", "nodes") : visibleLine(group.role);
    return each.isEmpty() ? Stone::tr("%1 × %2", "number and role").arg(count, role)
                          : Stone::tr("%1 × %2 (%3)", "number, role, what each has")
                                .arg(count, role, enumerated(each));
}

QString unreadText(const NodeLayout &layout)
{
    switch (layout.read) {
    case NodeLayout::Read::Whole:
        return {};
    case NodeLayout::Read::Not:
        return Stone::tr("Its nodes were not read: that is done for up to 20 clusters at once.");
    case NodeLayout::Read::QuotaLow:
        return Stone::tr("Its nodes were not read: too few calls were left of the hour.");
    case NodeLayout::Read::Failed:
        return Stone::tr("Its nodes could not be read: %1")
            .arg(layout.error ? errorText(*layout.error) : unknownWord());
    case NodeLayout::Read::Incomplete:
        return Stone::tr("Not all of its nodes could be read.");
    case NodeLayout::Read::TooLate:
        return Stone::tr("Its nodes were not read: its deletion was sent first.");
    case NodeLayout::Read::NotUnderstood:
        return Stone::tr("Whether its nodes were read is not known: the record is damaged, or was "
                         "made by another version of Clusterdeck.");
    }
    Q_UNREACHABLE();
}

QString evidenceText(const Tombstone &stone)
{
    const QString job = visibleLine(stone.jobId);
    if (stone.reason == ItemReason::HowIsNotKnown)
        return Stone::tr("Evidence: it was absent from two complete listings. How it was deleted "
                         "is not known: no operation of this program was found.");
    if (stone.reason == ItemReason::StartedByAnotherUser)
        return Stone::tr("Evidence: operation %1, which another user had started, was successful, "
                         "and the cluster was absent from two complete listings.")
            .arg(job);
    return Stone::tr("Evidence: operation %1 was successful, and the cluster was absent from two "
                     "complete listings.")
        .arg(job.isEmpty() ? unknownDash() : job);
}

/// One of the facts, unless nothing is known of it.
void add(QStringList &lines, const QString &form, const QString &foreign)
{
    const QString shown = visibleLine(foreign);
    if (!shown.isEmpty())
        lines.append(form.arg(shown));
}

QString numberOf(const std::optional<int> &number)
{
    return number ? numberText(number) : QString();
}

QString hoursOf(const std::optional<double> &hours)
{
    return hours ? hoursText(*hours) : QString();
}

QString timeOf(const QDateTime &time)
{
    return time.isValid() ? dateTimeText(time) : QString();
}

QString dayOf(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-dd"));
}

QString demoText()
{
    return Stone::tr("DEMO – nothing of this was real.");
}

void addStorage(QStringList &lines, const ClusterRecord &record)
{
    add(lines, Stone::tr("NAS: %1"), record.nasId);
    add(lines, Stone::tr("Mount point: %1"), record.mountPoint);
    add(lines, Stone::tr("Path: %1"), record.nasPath);
    add(lines, Stone::tr("Shared path: %1"), record.nasSharedPath);
}

void addJobs(QStringList &lines, const ClusterRecord &record)
{
    add(lines, Stone::tr("Running jobs when it was confirmed: %1"), numberOf(record.runningJobs));
    add(lines, Stone::tr("Queued jobs when it was confirmed: %1"), numberOf(record.pendingJobs));
    add(lines, Stone::tr("Finished jobs: %1"), numberOf(record.finishedJobs));
    add(lines, Stone::tr("CPU hours: %1"), hoursOf(record.cpuHours));
    add(lines, Stone::tr("Memory hours: %1"), hoursOf(record.memoryHours));
}

void addDeletion(QStringList &lines, const Tombstone &stone)
{
    add(lines, Stone::tr("Deleted: %1"), timeOf(stone.deletedAt()));
    add(lines, Stone::tr("Deleted by: %1"), stone.user);
    add(lines, Stone::tr("Confirmed: %1"), timeOf(stone.confirmedAt));
    add(lines, Stone::tr("Sent: %1"), timeOf(stone.sentAt));
    lines.append(evidenceText(stone));
}

} // namespace

QString nodesText(const Tombstone &stone)
{
    QStringList groups;
    for (const NodeGroup &group : stone.nodes.groups)
        groups.append(nodeGroupText(group));
    if (!groups.isEmpty() && stone.nodes.read == NodeLayout::Read::Whole)
        return enumerated(groups);
    if (!groups.isEmpty())
        return Stone::tr("at least %1").arg(enumerated(groups));
    return stone.record.nodes ? Stone::tr("%Ln node(s)", nullptr, *stone.record.nodes) : QString();
}

QString detailText(const Tombstone &stone, bool demo)
{
    const ClusterRecord &record = stone.record;
    QStringList lines;
    if (demo)
        lines.append(demoText());
    add(lines, Stone::tr("Name: %1"), record.name);
    add(lines, Stone::tr("ID: %1"), record.id);
    add(lines, Stone::tr("Description: %1"), record.description);
    add(lines, Stone::tr("Type: %1"), record.type);
    add(lines, Stone::tr("Scheduler: %1"), record.scheduler);
    add(lines, Stone::tr("Billing: %1"), billingText(record.billing));
    add(lines, Stone::tr("Owner: %1"), record.owner);
    add(lines, Stone::tr("Run user: %1"), record.runUser);
    add(lines, Stone::tr("Account: %1"), stone.accountName);
    add(lines, Stone::tr("Zone: %1"), stone.zone);
    add(lines, Stone::tr("Created: %1"),
        record.created.isValid() ? dateTimeText(record.created) : record.createdText);
    lines.append(QString());
    add(lines, Stone::tr("Nodes: %1"), nodesText(stone));
    add(lines, QStringLiteral("%1"), unreadText(stone.nodes));
    for (const QString &software : record.software)
        add(lines, Stone::tr("Software: %1"), software);
    addStorage(lines, record);
    addJobs(lines, record);
    lines.append(QString());
    addDeletion(lines, stone);
    return lines.join(u'\n');
}

QString citationText(const Tombstone &stone, bool demo)
{
    const ClusterRecord &record = stone.record;
    const QString name = record.name.isEmpty() ? unknownDash() : visibleLine(record.name);
    QStringList parts{Stone::tr("Cluster “%1” (%2)").arg(name, visibleLine(record.id))};
    add(parts, Stone::tr("type %1"), record.type);
    add(parts, Stone::tr("zone %1"), stone.zone);
    add(parts, Stone::tr("scheduler %1"), record.scheduler);
    add(parts, Stone::tr("nodes: %1"), nodesText(stone));
    add(parts, Stone::tr("software: %1"), enumerated(record.software));
    if (record.created.isValid())
        parts.append(Stone::tr("created %1").arg(dayOf(record.created)));
    if (stone.deletedAt().isValid())
        parts.append(Stone::tr("deleted %1").arg(dayOf(stone.deletedAt())));
    add(parts, Stone::tr("%1 CPU hours"), hoursOf(record.cpuHours));
    const QString told = Stone::tr("%1.", "the parts of a citation").arg(clauses(parts));
    return demo ? sentences({demoText(), told}) : told;
}

} // namespace clusterdeck

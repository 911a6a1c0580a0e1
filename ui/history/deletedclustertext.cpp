// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/deletedclustertext.h"

#include "app/support/visibletext.h"
#include "ui/history/timelinetext.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"
#include "ui/words/errortext.h"

#include <QCoreApplication>

namespace clusterdeck
{

namespace
{

struct DeletedClusterText {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::DeletedClusterText)
};

QString nodeGroupText(const NodeGroup &group)
{
    QStringList each;
    if (group.cpu)
        each.append(DeletedClusterText::tr("%Ln CPU(s)", nullptr, *group.cpu));
    if (group.memoryMb)
        each.append(memoryText(*group.memoryMb));
    if (group.gpu.value_or(0) > 0)
        each.append(DeletedClusterText::tr("%Ln GPU(s)", nullptr, *group.gpu));
    if (!group.cpuModel.isEmpty())
        each.append(visibleLine(group.cpuModel));
    const QString count = numberText(group.count);
    const QString role = group.role.isEmpty()
                             ? DeletedClusterText::tr("of an unknown role", "nodes")
                             : visibleLine(group.role);
    return each.isEmpty() ? DeletedClusterText::tr("%1 × %2", "number and role").arg(count, role)
                          : DeletedClusterText::tr("%1 × %2 (%3)", "number, role, what each has")
                                .arg(count, role, enumerated(each));
}

QString unreadText(const NodeLayout &layout)
{
    switch (layout.read) {
    case NodeLayout::Read::Whole:
        return {};
    case NodeLayout::Read::Not:
        return DeletedClusterText::tr(
            "Its nodes were not read: this is only done for up to 20 clusters at once.");
    case NodeLayout::Read::QuotaLow:
        return DeletedClusterText::tr(
            "Its nodes were not read: too few calls were left this hour.");
    case NodeLayout::Read::Failed:
        return DeletedClusterText::tr("Its nodes could not be read: %1")
            .arg(layout.error ? errorText(*layout.error) : unknownWord());
    case NodeLayout::Read::Incomplete:
        return DeletedClusterText::tr("Not all of its nodes could be read.");
    case NodeLayout::Read::TooLate:
        return DeletedClusterText::tr("Its nodes were not read: its deletion was sent first.");
    case NodeLayout::Read::NotUnderstood:
        return DeletedClusterText::tr("It is unknown whether its nodes were read: the record is "
                                      "damaged, or was written by another version of Clusterdeck.");
    }
    Q_UNREACHABLE();
}

QString evidenceText(const DeletedCluster &deletedCluster)
{
    const QString job = visibleLine(deletedCluster.jobId);
    if (deletedCluster.reason == ItemReason::ListedAgain)
        return DeletedClusterText::tr("Evidence: the cluster was missing in two readings, but is "
                                      "listed again. Check the provider's console.");
    if (deletedCluster.reason == ItemReason::HowIsNotKnown)
        return DeletedClusterText::tr("Evidence: the cluster was missing in two readings, but no "
                                      "matching operation was found.");
    if (deletedCluster.reason == ItemReason::StartedByAnotherUser)
        return DeletedClusterText::tr("Evidence: operation %1, started by another user, was "
                                      "successful, and the cluster was missing in two readings.")
            .arg(job);
    return DeletedClusterText::
        tr("Evidence: operation %1 was successful, and the cluster was missing in two readings.")
            .arg(job.isEmpty() ? unknownDash() : job);
}

/// Adds `form` with `foreign`, made visible; nothing if `foreign` is empty.
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

QString dayOf(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-dd"));
}

void addStorage(QStringList &lines, const ClusterRecord &record)
{
    add(lines, DeletedClusterText::tr("NAS: %1"), record.nasId);
    add(lines, DeletedClusterText::tr("Mount point: %1"), record.mountPoint);
    add(lines, DeletedClusterText::tr("Path: %1"), record.nasPath);
    add(lines, DeletedClusterText::tr("Shared path: %1"), record.nasSharedPath);
}

void addJobs(QStringList &lines, const ClusterRecord &record)
{
    add(lines, DeletedClusterText::tr("Running jobs at confirmation: %1"),
        numberOf(record.runningJobs));
    add(lines, DeletedClusterText::tr("Queued jobs at confirmation: %1"),
        numberOf(record.pendingJobs));
    add(lines, DeletedClusterText::tr("Finished jobs: %1"), numberOf(record.finishedJobs));
    add(lines, DeletedClusterText::tr("CPU hours: %1"), hoursOf(record.cpuHours));
    add(lines, DeletedClusterText::tr("Memory hours: %1"), hoursOf(record.memoryHours));
}

void addDeletion(QStringList &lines, const DeletedCluster &deletedCluster)
{
    add(lines, DeletedClusterText::tr("Deleted: %1"),
        dateTimeOrNothing(deletedCluster.deletedAt()));
    add(lines, DeletedClusterText::tr("Deleted by: %1"), deletedCluster.user);
    add(lines, DeletedClusterText::tr("Reason: %1"), deletedCluster.givenReason);
    add(lines, DeletedClusterText::tr("Approval code: %1"), deletedCluster.approvalCode);
    add(lines, DeletedClusterText::tr("Confirmed: %1"),
        dateTimeOrNothing(deletedCluster.confirmedAt));
    add(lines, DeletedClusterText::tr("Sent: %1"), dateTimeOrNothing(deletedCluster.sentAt));
    lines.append(evidenceText(deletedCluster));
}

} // namespace

QString nodesText(const DeletedCluster &deletedCluster)
{
    QStringList groups;
    for (const NodeGroup &group : deletedCluster.nodes.groups)
        groups.append(nodeGroupText(group));
    if (!groups.isEmpty() && deletedCluster.nodes.read == NodeLayout::Read::Whole)
        return enumerated(groups);
    if (!groups.isEmpty())
        return DeletedClusterText::tr("at least %1").arg(enumerated(groups));
    return deletedCluster.record.nodes
               ? DeletedClusterText::tr("%Ln node(s)", nullptr, *deletedCluster.record.nodes)
               : QString();
}

QString detailText(const DeletedCluster &deletedCluster, DataKind dataKind)
{
    const ClusterRecord &record = deletedCluster.record;
    QStringList lines;
    if (dataKind != DataKind::Real)
        lines.append(dataKindText(dataKind));
    add(lines, DeletedClusterText::tr("Name: %1"), record.name);
    add(lines, DeletedClusterText::tr("ID: %1"), record.id);
    add(lines, DeletedClusterText::tr("Description: %1"), record.description);
    add(lines, DeletedClusterText::tr("Type: %1"), record.type);
    add(lines, DeletedClusterText::tr("Scheduler: %1"), record.scheduler);
    add(lines, DeletedClusterText::tr("Billing: %1"), billingText(record.billing));
    add(lines, DeletedClusterText::tr("Owner: %1"), record.owner);
    add(lines, DeletedClusterText::tr("Run user: %1"), record.runUser);
    add(lines, DeletedClusterText::tr("Account: %1"), deletedCluster.accountName);
    add(lines, DeletedClusterText::tr("Zone: %1"), deletedCluster.zone);
    add(lines, DeletedClusterText::tr("Created: %1"),
        record.created.isValid() ? dateTimeText(record.created) : record.createdText);
    lines.append(QString());
    add(lines, DeletedClusterText::tr("Nodes: %1"), nodesText(deletedCluster));
    add(lines, QStringLiteral("%1"), unreadText(deletedCluster.nodes));
    for (const QString &software : record.software)
        add(lines, DeletedClusterText::tr("Software: %1"), software);
    addStorage(lines, record);
    addJobs(lines, record);
    lines.append(QString());
    addDeletion(lines, deletedCluster);
    return lines.join(u'\n');
}

QString citationText(const DeletedCluster &deletedCluster, DataKind dataKind)
{
    const ClusterRecord &record = deletedCluster.record;
    const QString name = record.name.isEmpty() ? unknownDash() : visibleLine(record.name);
    QStringList parts{
        DeletedClusterText::tr("Cluster “%1” (%2)").arg(name, visibleLine(record.id))};
    add(parts, DeletedClusterText::tr("type %1"), record.type);
    add(parts, DeletedClusterText::tr("zone %1"), deletedCluster.zone);
    add(parts, DeletedClusterText::tr("scheduler %1"), record.scheduler);
    add(parts, DeletedClusterText::tr("nodes: %1"), nodesText(deletedCluster));
    add(parts, DeletedClusterText::tr("software: %1"), enumerated(record.software));
    if (record.created.isValid())
        parts.append(DeletedClusterText::tr("created %1").arg(dayOf(record.created)));
    if (deletedCluster.deletedAt().isValid())
        parts.append(DeletedClusterText::tr("deleted %1").arg(dayOf(deletedCluster.deletedAt())));
    add(parts, DeletedClusterText::tr("%1 CPU hours"), hoursOf(record.cpuHours));
    const QString told =
        DeletedClusterText::tr("%1.", "the parts of a citation").arg(clauses(parts));
    return dataKind == DataKind::Real ? told : sentences({dataKindText(dataKind), told});
}

} // namespace clusterdeck

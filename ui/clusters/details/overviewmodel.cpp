// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/details/overviewmodel.h"

#include "app/api/clusterfields.h"
#include "app/support/visibletext.h"
#include "ui/clusters/details/detailtext.h"
#include "ui/text/format.h"
#include "ui/theme/environment.h"

namespace clusterdeck
{

namespace
{

QString hours(const std::optional<double> &number)
{
    return number ? hoursText(*number) : QString();
}

QString createdText(const ClusterRecord &record, const QDateTime &now)
{
    if (!record.created.isValid())
        return record.createdText;
    return OverviewModel::tr("%1 (%2 ago)", "date, age")
        .arg(dateTimeText(record.created), ageText(record.created, now));
}

QString sharedText(const QString &status)
{
    if (status == u"shared")
        return OverviewModel::tr("With the members of a project");
    if (status == u"unshared")
        return OverviewModel::tr("Not shared");
    return status;
}

QString valueText(const ClusterFact &line)
{
    if (!shownLine(line.value).isEmpty())
        return line.value;
    const bool isNone = line.value.isEmpty() && !line.value.isNull();
    return isNone ? OverviewModel::tr("none") : OverviewModel::tr("unknown");
}

} // namespace

OverviewModel::OverviewModel(QObject *parent)
    : RecordModel(
          {
              {"fact", tr("Property"), {.digits = 17}, &ClusterFact::fact},
              {"value", tr("Value"), {.digits = 30}, valueText, &ClusterFact::icon},
          },
          &ClusterFact::fact, parent)
{
}

QList<ClusterFact> OverviewModel::factsOf(const ClusterRecord &record, const AccountLabel &label,
                                          const StateLook &look, const QDateTime &now)
{
    const auto lines = std::to_array<ClusterFact>({
        {tr("Status"), look.word, glyphIcon(look.glyph, look.statusColor)},
        {tr("Name"), record.name},
        {tr("ID"), record.id},
        {tr("Description"), record.description},
        {tr("Type"), record.type},
        {tr("Nodes"), numberOrNothing(record.nodes)},
        {tr("Running jobs"), numberOrNothing(record.runningJobs)},
        {tr("Queued jobs"), numberOrNothing(record.pendingJobs)},
        {tr("Finished jobs"), numberOrNothing(record.finishedJobs)},
        {tr("Stopped jobs"), numberOrNothing(record.stoppedJobs)},
        {tr("Deleted jobs"), numberOrNothing(record.deletedJobs)},
        {tr("CPU hours"), hours(record.cpuHours)},
        {tr("Memory hours"), hours(record.memoryHours)},
        {tr("Billing"), record.billing.isEmpty() ? record.billing : billingText(record.billing)},
        {tr("Scheduler"), record.scheduler},
        {tr("Owner"), record.owner},
        {tr("Run user"), record.runUser},
        {tr("Created"), createdText(record, now)},
        {tr("Shared"), sharedText(record.sharedStatus)},
        {tr("Project role"), personRoleText(record.projectRole)},
        {tr("Account"), label.name.isEmpty() ? QString() : accountText(label)},
        {tr("Zone"), label.zone},
        {tr("NAS ID"), record.nasId},
        {tr("Mount point"), record.mountPoint},
        {tr("NAS path"), record.nasPath},
        {tr("Shared path"), record.nasSharedPath},
        {tr("App cluster ID"), record.appClusterId},
    });
    // Not shown here: the transition, which is part of the status, the unparsed creation time, and
    // the software, which has its own tab. Shown in addition: account and zone.
    static_assert(lines.size() == ClusterFields.size() - 3 + 2);
    return {lines.begin(), lines.end()};
}

void OverviewModel::setCluster(const std::optional<ClusterRecord> &record,
                               const AccountLabel &label, const StateLook &look,
                               const QDateTime &now)
{
    setRecords(record ? factsOf(*record, label, look, now) : QList<ClusterFact>());
}

QString OverviewModel::copiedText(const QList<int> &rows) const
{
    if (rows.size() == 1)
        return visibleLines(valueText(at(rows.first())));
    QStringList lines;
    for (const int row : rows)
        lines.append(
            tr("%1: %2", "fact and value").arg(at(row).fact, visibleLines(valueText(at(row)))));
    return lines.join(u'\n');
}

QVariant OverviewModel::data(const QModelIndex &index, int role) const
{
    const QVariant data = RecordModel::data(index, role);
    return role == Qt::DisplayRole && index.column() == Value ? breakable(data.toString()) : data;
}

} // namespace clusterdeck

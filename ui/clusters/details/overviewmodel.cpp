// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/details/overviewmodel.h"

#include "app/api/clusterfields.h"
#include "app/support/visibletext.h"
#include "ui/text/format.h"
#include "ui/theme/environment.h"

#include <QLocale>

namespace clusterdeck
{

namespace
{

QString count(const std::optional<int> &number)
{
    return number ? numberText(number) : QString();
}

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

} // namespace

OverviewModel::OverviewModel(QObject *parent)
    : DetailModel({{tr("Fact"), 17}, {tr("Value"), 30}}, parent)
{
}

QList<OverviewModel::Line> OverviewModel::linesOf(const ClusterRecord &record,
                                                  const AccountLabel &label, const StateLook &look,
                                                  const QDateTime &now)
{
    auto lines = std::to_array<Line>({
        {tr("Status"), look.word},
        {tr("Name"), record.name},
        {tr("ID"), record.id},
        {tr("Description"), record.description},
        {tr("Type"), record.type},
        {tr("Nodes"), count(record.nodes)},
        {tr("Running jobs"), count(record.runningJobs)},
        {tr("Pending jobs"), count(record.pendingJobs)},
        {tr("Finished jobs"), count(record.finishedJobs)},
        {tr("Stopped jobs"), count(record.stoppedJobs)},
        {tr("Deleted jobs"), count(record.deletedJobs)},
        {tr("CPU hours"), hours(record.cpuHours)},
        {tr("Memory hours"), hours(record.memoryHours)},
        {tr("Billing"), record.billing.isEmpty() ? record.billing : billingText(record.billing)},
        {tr("Scheduler"), record.scheduler},
        {tr("Owner"), record.owner},
        {tr("Run by"), record.runUser},
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
    // Not shown here: the transition, which is part of the status, the creation time as it came,
    // and the software, which has its own tab. Shown besides: account and zone.
    static_assert(lines.size() == ClusterFields.size() - 3 + 2);
    for (Line &line : lines)
        line.isNone = line.value.isEmpty() && !line.value.isNull();
    return {lines.begin(), lines.end()};
}

QString OverviewModel::emptyText(int row) const
{
    return m_rows.at(row).isNone ? tr("none") : tr("not known");
}

void OverviewModel::setCluster(const std::optional<ClusterRecord> &record,
                               const AccountLabel &label, const StateLook &look,
                               const QDateTime &now)
{
    const bool otherLook = look.glyph != m_look.glyph || look.statusColor != m_look.statusColor;
    m_look = look;
    replaceRows(m_rows, record ? linesOf(*record, label, look, now) : QList<Line>(),
                [](const Line &line) { return line.fact; });
    if (otherLook && !m_rows.isEmpty())
        emit dataChanged(index(0, Value), index(0, Value));
}

QString OverviewModel::text(const QList<int> &rows) const
{
    const auto value = [this](int row) {
        const QString lines = visibleLines(m_rows.at(row).value);
        return lines.isEmpty() ? emptyText(row) : lines;
    };
    if (rows.size() == 1)
        return value(rows.first());
    QStringList lines;
    for (const int row : rows)
        lines.append(tr("%1: %2", "fact and value").arg(m_rows.at(row).fact, value(row)));
    return lines.join(u'\n');
}

int OverviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant OverviewModel::data(const QModelIndex &index, int role) const
{
    const bool unknown = index.isValid() && index.column() == Value && checkIndex(index) &&
                         shownLine(m_rows.at(index.row()).value).isEmpty();
    if (unknown && (role == Qt::DisplayRole || role == Qt::AccessibleTextRole))
        return emptyText(index.row());
    if (role == Qt::DisplayRole && index.isValid() && index.column() == Value)
        return breakable(DetailModel::data(index, role).toString());
    return DetailModel::data(index, role);
}

QString OverviewModel::cell(int row, int column) const
{
    return column == Fact ? m_rows.at(row).fact : m_rows.at(row).value;
}

std::optional<StateLook> OverviewModel::look(int row, int column) const
{
    return row == 0 && column == Value ? std::optional(m_look) : std::nullopt;
}

} // namespace clusterdeck

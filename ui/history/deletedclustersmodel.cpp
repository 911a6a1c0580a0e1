// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/deletedclustersmodel.h"

#include "ui/history/cells.h"
#include "ui/history/deletedclustertext.h"
#include "ui/text/format.h"
#include "ui/text/joining.h"
#include "ui/widgets/rowtext.h"

namespace clusterdeck
{

QList<DeletedCluster>
DeletedClustersModel::matching(const QList<DeletedCluster> &deletedClusters) const
{
    QList<DeletedCluster> found;
    for (const DeletedCluster &deletedCluster : deletedClusters) {
        if (m_filter.isEmpty() || matches(deletedCluster, m_filter))
            found.append(deletedCluster);
    }
    return found;
}

void DeletedClustersModel::append(const QList<DeletedCluster> &deletedClusters)
{
    m_deletedClusters += deletedClusters;
    const QList<DeletedCluster> found = matching(deletedClusters);
    if (found.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(found.size()) - 1);
    m_shown += found;
    endInsertRows();
}

void DeletedClustersModel::replace(const QList<DeletedCluster> &deletedClusters)
{
    m_deletedClusters = deletedClusters;
    showMatching();
}

void DeletedClustersModel::setFilter(const QString &text)
{
    if (text == m_filter)
        return;
    m_filter = text;
    showMatching();
}

void DeletedClustersModel::showMatching()
{
    replaceRows(m_shown, matching(m_deletedClusters),
                [](const DeletedCluster &deletedCluster) { return deletedCluster.number; });
}

int DeletedClustersModel::rowOf(qint64 number) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (at(row).number == number)
            return row;
    }
    return -1;
}

int DeletedClustersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int DeletedClustersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DeletedClustersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::AccessibleDescriptionRole)
        return rowText(index, {Name, Id, Deleted});
    const DeletedCluster &deletedCluster = at(index.row());
    const ClusterRecord &record = deletedCluster.record;
    switch (Column(index.column())) {
    case Name:
        return foreignCell(role, record.name);
    case Id:
        return foreignCell(role, record.id);
    case Deleted:
        return ownCell(role, dateTimeOrNothing(deletedCluster.deletedAt()));
    case By:
        return foreignCell(role, deletedCluster.user);
    case Type:
        return foreignCell(role, record.type);
    case Nodes:
        return foreignCell(role, nodesText(deletedCluster));
    case CpuHours:
        if (role == Qt::TextAlignmentRole)
            return int(Qt::AlignVCenter | Qt::AlignRight);
        return ownCell(role, record.cpuHours ? hoursText(*record.cpuHours) : QString());
    case Storage:
        return foreignCell(role, record.mountPoint.isEmpty() ? record.nasPath : record.mountPoint);
    case Software:
        return foreignCell(role, enumerated(record.software));
    case Account:
        return foreignCell(role, deletedCluster.accountName);
    }
    return {};
}

QVariant DeletedClustersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section == CpuHours && role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | Qt::AlignRight);
    return headerCell(section, orientation, role,
                      {tr("Name"), tr("ID"), tr("Deleted"), tr("By"), tr("Type"), tr("Nodes"),
                       tr("CPU hours"), tr("Storage"), tr("Software"), tr("Account")});
}

} // namespace clusterdeck

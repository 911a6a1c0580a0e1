// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/tombstonemodel.h"

#include "ui/history/cells.h"
#include "ui/history/tombstonetext.h"
#include "ui/look/format.h"
#include "ui/look/joining.h"
#include "ui/look/rowtext.h"

namespace clusterdeck
{

QList<Tombstone> TombstoneModel::matching(const QList<Tombstone> &tombstones) const
{
    QList<Tombstone> found;
    for (const Tombstone &stone : tombstones) {
        if (m_filter.isEmpty() || matches(stone, m_filter))
            found.append(stone);
    }
    return found;
}

void TombstoneModel::append(const QList<Tombstone> &tombstones)
{
    m_stones += tombstones;
    const QList<Tombstone> found = matching(tombstones);
    if (found.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(found.size()) - 1);
    m_shown += found;
    endInsertRows();
}

void TombstoneModel::replace(const QList<Tombstone> &tombstones)
{
    m_stones = tombstones;
    showMatching();
}

void TombstoneModel::setFilter(const QString &text)
{
    if (text == m_filter)
        return;
    m_filter = text;
    showMatching();
}

void TombstoneModel::showMatching()
{
    replaceRows(m_shown, matching(m_stones), [](const Tombstone &stone) { return stone.number; });
}

int TombstoneModel::rowOf(qint64 number) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (at(row).number == number)
            return row;
    }
    return -1;
}

int TombstoneModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int TombstoneModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TombstoneModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::AccessibleDescriptionRole)
        return rowText(index, {Name, Id, Deleted});
    const Tombstone &stone = at(index.row());
    const ClusterRecord &record = stone.record;
    switch (Column(index.column())) {
    case Name:
        return foreignCell(role, record.name);
    case Id:
        return foreignCell(role, record.id);
    case Deleted:
        return ownCell(role, dateTimeOrNothing(stone.deletedAt()));
    case By:
        return foreignCell(role, stone.user);
    case Type:
        return foreignCell(role, record.type);
    case Nodes:
        return foreignCell(role, nodesText(stone));
    case CpuHours:
        if (role == Qt::TextAlignmentRole)
            return int(Qt::AlignVCenter | Qt::AlignRight);
        return ownCell(role, record.cpuHours ? hoursText(*record.cpuHours) : QString());
    case Storage:
        return foreignCell(role, record.mountPoint.isEmpty() ? record.nasPath : record.mountPoint);
    case Software:
        return foreignCell(role, enumerated(record.software));
    case Account:
        return foreignCell(role, stone.accountName);
    }
    return {};
}

QVariant TombstoneModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section == CpuHours && role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | Qt::AlignRight);
    return headerCell(section, orientation, role,
                      {tr("Name"), tr("ID"), tr("Deleted"), tr("By"), tr("Type"), tr("Nodes"),
                       tr("CPU hours"), tr("Storage"), tr("Software"), tr("Account")});
}

} // namespace clusterdeck

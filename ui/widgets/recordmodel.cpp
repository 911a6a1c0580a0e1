// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/recordmodel.h"

#include <QCollator>

#include <algorithm>
#include <numeric>

namespace clusterdeck
{

RecordModelBase::RecordModelBase(Sorting sorting, QObject *parent)
    : ColumnModel(parent)
    , m_sorting(sorting)
{
}

void RecordModelBase::sort(int column, Qt::SortOrder order)
{
    if (m_sorting == Sorting::None || (column == m_sortColumn && order == m_sortOrder))
        return;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    m_sortColumn = column;
    m_sortOrder = order;
    const QList<int> before = reorder();
    QList<int> now(before.size());
    for (int row = 0; row < int(before.size()); ++row)
        now[before.at(row)] = row;
    const QModelIndexList held = persistentIndexList();
    QModelIndexList moved;
    moved.reserve(held.size());
    for (const QModelIndex &cell : held)
        moved.append(index(now.at(cell.row()), cell.column()));
    changePersistentIndexList(held, moved);
    emit layoutChanged({}, VerticalSortHint);
}

QList<int> RecordModelBase::sorted(const QList<QVariant> &sortKeys) const
{
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    const auto less = [&](int left, int right) {
        const QVariant &a = sortKeys.at(left);
        const QVariant &b = sortKeys.at(right);
        if (a.typeId() == QMetaType::QString && b.typeId() == QMetaType::QString)
            return collator.compare(a.toString(), b.toString()) < 0;
        return QVariant::compare(a, b) == QPartialOrdering::Less;
    };
    QList<int> rows(sortKeys.size());
    std::iota(rows.begin(), rows.end(), 0);
    if (m_sortOrder == Qt::AscendingOrder)
        std::stable_sort(rows.begin(), rows.end(), less);
    else
        std::stable_sort(rows.begin(), rows.end(), [&](int a, int b) { return less(b, a); });
    return rows;
}

void RecordModelBase::readAgain()
{
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

} // namespace clusterdeck

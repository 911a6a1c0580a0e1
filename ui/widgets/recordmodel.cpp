// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/recordmodel.h"

#include "ui/text/format.h"

#include <QCollator>
#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace clusterdeck
{

RecordModelBase::RecordModelBase(Sorting sorting, QObject *parent)
    : QAbstractTableModel(parent)
    , m_sorting(sorting)
{
}

int RecordModelBase::columnOf(const char *key) const
{
    for (int column = 0; column < columnCount(); ++column) {
        if (this->key(column) == QLatin1String(key))
            return column;
    }
    return -1;
}

QVariant RecordModelBase::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const int column = index.column();
    const bool unknown = style(column).empty == EmptyCell::Unknown;
    switch (role) {
    case Qt::DisplayRole: {
        const QString shown = shownLine(text(row, column));
        return shown.isEmpty() && unknown ? unknownDash() : shown;
    }
    case Qt::AccessibleTextRole: {
        const QString shown = shownLine(text(row, column));
        return !shown.isEmpty() ? shown : unknown ? unknownWord() : tr("empty");
    }
    case Qt::AccessibleDescriptionRole: {
        QStringList parts;
        for (int other = 0; other < columnCount(); ++other) {
            if (other == column || !style(other).spoken)
                continue;
            if (const QString part = shownLine(text(row, other)); !part.isEmpty())
                parts.append(part);
        }
        return parts.join(tr(", ", "between the parts of a row that is read out"));
    }
    case Qt::ToolTipRole: {
        const QString whole = text(row, column);
        const QString tip = toolTip(row, column);
        return plainToolTip(tip == whole ? shownLine(whole) : tip); // the text as in the cell
    }
    case Qt::DecorationRole: {
        const QIcon sign = icon(row, column);
        return sign.isNull() ? QVariant() : QVariant(sign);
    }
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (style(column).numeric ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

QVariant RecordModelBase::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (style(section).numeric ? Qt::AlignRight : Qt::AlignLeft));
    return role == Qt::DisplayRole ? QVariant(title(section)) : QVariant();
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

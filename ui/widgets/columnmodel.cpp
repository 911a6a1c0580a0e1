// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/columnmodel.h"

#include "app/support/jsontext.h"
#include "ui/text/format.h"

namespace clusterdeck
{

int ColumnModel::columnOf(const char *key) const
{
    for (int column = 0; column < columnCount(); ++column) {
        if (this->key(column) == QLatin1String(key))
            return column;
    }
    return -1;
}

QVariant ColumnModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int column = index.column();
    const bool unknown = style(column).empty == EmptyCell::Unknown;
    switch (role) {
    case Qt::DisplayRole: {
        const QString shown = shownLine(cellText(index));
        return shown.isEmpty() && unknown ? unknownDash() : shown;
    }
    case Qt::AccessibleTextRole: {
        const QString shown = shownLine(cellText(index));
        return !shown.isEmpty() ? shown : unknown ? unknownWord() : tr("empty");
    }
    case Qt::AccessibleDescriptionRole: {
        QStringList parts;
        for (int other = 0; other < columnCount(); ++other) {
            if (other == column || !style(other).spoken)
                continue;
            const QString part = shownLine(cellText(index.siblingAtColumn(other)));
            if (!part.isEmpty())
                parts.append(part);
        }
        return parts.join(tr(", ", "between the parts of a row that is read out"));
    }
    case Qt::ToolTipRole: {
        const QString whole = cellText(index);
        const QString tip = cellToolTip(index);
        return plainToolTip(tip == whole ? shownLine(whole) : tip); // the text as in the cell
    }
    case Qt::DecorationRole: {
        const QIcon sign = cellIcon(index);
        return sign.isNull() ? QVariant() : QVariant(sign);
    }
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (style(column).numeric ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

QVariant ColumnModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (style(section).numeric ? Qt::AlignRight : Qt::AlignLeft));
    return role == Qt::DisplayRole ? QVariant(title(section)) : QVariant();
}

QString ColumnModel::rowsJson(const QModelIndexList &cells, DataKind dataKind) const
{
    if (cells.isEmpty())
        return {};
    QStringList keys;
    for (int column = 0; column < columnCount(); ++column)
        keys.append(key(column));
    QList<QStringList> table;
    for (const QModelIndex &cell : cells) {
        QStringList &texts = table.emplace_back();
        for (int column = 0; column < columnCount(); ++column)
            texts.append(cellText(cell.siblingAtColumn(column)));
    }
    return QString::fromUtf8(jsonRows(keys, table, dataKind));
}

} // namespace clusterdeck

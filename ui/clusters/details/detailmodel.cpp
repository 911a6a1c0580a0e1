// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/details/detailmodel.h"

#include "app/support/csv.h"
#include "app/support/visibletext.h"
#include "ui/text/format.h"

namespace clusterdeck
{

DetailModel::DetailModel(QList<Column> columns, QObject *parent)
    : RowModel(parent)
    , m_columns(std::move(columns))
{
}

bool DetailModel::hasValues(int column) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (!cell(row, column).isEmpty())
            return true;
    }
    return false;
}

QString DetailModel::text(const QList<int> &rows) const
{
    QStringList titles;
    for (const Column &column : m_columns)
        titles.append(column.title);
    QList<QStringList> table;
    for (const int row : rows) {
        QStringList &cells = table.emplace_back();
        for (int column = 0; column < m_columns.size(); ++column) {
            const QString line = visibleLine(cell(row, column));
            cells.append(line.isEmpty() ? unknownDash() : line);
        }
    }
    return tabbedTable(titles, table);
}

std::optional<StateLook> DetailModel::look(int /*row*/, int /*column*/) const
{
    return {};
}

QString DetailModel::explanation(int row, int column) const
{
    return cell(row, column);
}

int DetailModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant DetailModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole: {
        const QString shown = shownLine(cell(index.row(), index.column()));
        return shown.isEmpty() ? unknownDash() : shown;
    }
    case Qt::AccessibleTextRole: {
        const QString shown = shownLine(cell(index.row(), index.column()));
        return shown.isEmpty() ? unknownWord() : shown;
    }
    case Qt::ToolTipRole:
        return plainToolTip(explanation(index.row(), index.column()));
    case Qt::DecorationRole: {
        const auto sign = look(index.row(), index.column());
        return sign ? QVariant(glyphIcon(sign->glyph, sign->statusColor)) : QVariant();
    }
    case Qt::TextAlignmentRole: {
        const bool numeric = m_columns.at(index.column()).numeric;
        return int(Qt::AlignVCenter | (numeric ? Qt::AlignRight : Qt::AlignLeft));
    }
    default:
        return {};
    }
}

QVariant DetailModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    const Column &column = m_columns.at(section);
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (column.numeric ? Qt::AlignRight : Qt::AlignLeft));
    return role == Qt::DisplayRole ? QVariant(column.title) : QVariant();
}

} // namespace clusterdeck

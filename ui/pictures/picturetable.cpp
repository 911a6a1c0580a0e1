// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pictures/picturetable.h"

#include "ui/look/format.h"

#include <QItemSelectionModel>
#include <QTableView>

namespace clusterdeck
{

void PictureTable::setHeaders(const QStringList &headers, const QSet<int> &wordColumns)
{
    beginResetModel();
    m_headers = headers;
    m_words = wordColumns;
    m_rows.clear();
    endResetModel();
}

void PictureTable::setRows(const QList<QStringList> &rows)
{
    const int before = rowCount();
    const int now = int(rows.size());
    if (now < before) {
        beginRemoveRows({}, now, before - 1);
        m_rows.resize(now);
        endRemoveRows();
    }
    const QList<QStringList> known = m_rows;
    for (int row = 0; row < known.size(); ++row) {
        if (known.at(row) == rows.at(row))
            continue;
        m_rows[row] = rows.at(row);
        emit dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
    if (now > before) {
        beginInsertRows({}, before, now - 1);
        m_rows = rows;
        endInsertRows();
    }
}

int PictureTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PictureTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_headers.size());
}

QVariant PictureTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString text = m_rows.at(index.row()).value(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text;
    case Qt::AccessibleTextRole:
        return text == unknownDash() ? unknownWord() : text.isEmpty() ? tr("nothing") : text;
    case Qt::ToolTipRole:
        return plainToolTip(text);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter |
                   (m_words.contains(index.column()) ? Qt::AlignLeft : Qt::AlignRight));
    default:
        return {};
    }
}

QVariant PictureTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (m_words.contains(section) ? Qt::AlignLeft : Qt::AlignRight));
    return role == Qt::DisplayRole ? QVariant(m_headers.value(section)) : QVariant();
}

QString tabbedText(const QTableView &table)
{
    const QAbstractItemModel *model = table.model();
    const bool chosen = table.selectionModel()->hasSelection();
    QList<int> rows;
    for (int row = 0; row < model->rowCount(); ++row) {
        if (!chosen || table.selectionModel()->isRowSelected(row))
            rows.append(row);
    }
    const auto line = [&](auto cellText) {
        QStringList cells;
        for (int column = 0; column < model->columnCount(); ++column)
            cells.append(QString(cellText(column)).replace(u'\t', u' '));
        return cells.join(u'\t');
    };
    QStringList lines{
        line([&](int column) { return model->headerData(column, Qt::Horizontal).toString(); })};
    for (const int row : std::as_const(rows))
        lines.append(line([&](int column) { return model->index(row, column).data().toString(); }));
    return lines.join(u'\n') + u'\n';
}

} // namespace clusterdeck

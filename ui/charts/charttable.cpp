// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/charttable.h"

#include "ui/text/format.h"

namespace clusterdeck
{

void ChartTable::setHeaders(const QStringList &headers, const QSet<int> &wordColumns)
{
    beginResetModel();
    m_headers = headers;
    m_words = wordColumns;
    m_rows.clear();
    endResetModel();
}

void ChartTable::setRows(const QList<QStringList> &rows)
{
    // The words are the key of a row.
    replaceRows(m_rows, rows, [this](const QStringList &row) {
        QStringList words;
        for (int column = 0; column < int(row.size()); ++column) {
            if (m_words.contains(column))
                words.append(row.at(column));
        }
        return words;
    });
}

int ChartTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ChartTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_headers.size());
}

QVariant ChartTable::data(const QModelIndex &index, int role) const
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

QVariant ChartTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (m_words.contains(section) ? Qt::AlignLeft : Qt::AlignRight));
    return role == Qt::DisplayRole ? QVariant(m_headers.value(section)) : QVariant();
}

} // namespace clusterdeck

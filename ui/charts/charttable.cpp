// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/charttable.h"

#include "ui/text/format.h"

namespace clusterdeck
{

namespace
{

QList<RecordColumn<QStringList>> columnsOf(const QString &name, const QStringList &headers,
                                           const QSet<int> &wordColumns)
{
    QList<RecordColumn<QStringList>> columns;
    for (int column = 0; column < int(headers.size()); ++column) {
        const bool words = wordColumns.contains(column);
        ColumnStyle style;
        style.digits = words ? 20 : 10;
        style.numeric = !words;
        style.fills = column == 0;
        style.spoken = words;
        style.empty = EmptyCell::Nothing;
        columns.append({name.toLatin1() + ' ' + QByteArray::number(column), headers.at(column),
                        style, [column](const QStringList &row) { return row.value(column); }});
    }
    return columns;
}

} // namespace

ChartTable::ChartTable(const QString &name, const QStringList &headers,
                       const QSet<int> &wordColumns, QObject *parent)
    : RecordModel(
          columnsOf(name, headers, wordColumns),
          [wordColumns](const QStringList &row) {
              QStringList words;
              for (int column = 0; column < int(row.size()); ++column) {
                  if (wordColumns.contains(column))
                      words.append(row.at(column));
              }
              return words;
          },
          parent)
{
}

QVariant ChartTable::data(const QModelIndex &index, int role) const
{
    if (role == Qt::AccessibleTextRole && index.data().toString() == unknownDash())
        return unknownWord();
    return RecordModel::data(index, role);
}

} // namespace clusterdeck

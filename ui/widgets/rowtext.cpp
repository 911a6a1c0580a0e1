// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowtext.h"

#include <QCoreApplication>
#include <QStringList>

namespace clusterdeck
{

QString rowText(const QModelIndex &cell, std::initializer_list<int> columns)
{
    QStringList parts;
    for (const int column : columns) {
        if (column == cell.column())
            continue;
        const QModelIndex other = cell.siblingAtColumn(column);
        const QString spoken = other.data(Qt::AccessibleTextRole).toString();
        const QString part = spoken.isEmpty() ? other.data().toString() : spoken;
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(QCoreApplication::translate("clusterdeck::RowText", ", ",
                                                  "between the parts of a row that is read out"));
}

} // namespace clusterdeck

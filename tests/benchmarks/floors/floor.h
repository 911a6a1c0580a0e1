// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QApplication>
#include <QHeaderView>
#include <QTableView>

/// 1,000 rows whose texts are made when they are asked for: nothing to load, nothing to keep.
class FloorModel : public QAbstractTableModel
{
public:
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : 1000;
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : 13;
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        return QStringLiteral("cluster-%1-%2").arg(index.row()).arg(index.column());
    }
};

/// In a window as large as ours.
inline void showFloor(QTableView &table, FloorModel &model)
{
    table.setModel(&model);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.resize(1360, 820);
    table.show();
}

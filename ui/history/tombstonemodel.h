// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/tombstone.h"

#include <QAbstractTableModel>

namespace clusterdeck
{

/// Clusters that are gone, a row each, newest first; of them those that hold a text.
class TombstoneModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Id, Deleted, By, Type, Nodes, CpuHours, Storage, Software, Account };
    static constexpr int ColumnCount = 10;

    using QAbstractTableModel::QAbstractTableModel;

    void clear();
    /// Below what is there.
    void append(const QList<Tombstone> &tombstones);
    /// Shows only those that match; empty: all.
    void setFilter(const QString &text);

    [[nodiscard]] const Tombstone &at(int row) const { return m_stones.at(m_rows.at(row)); }
    /// All, whatever the filter says.
    [[nodiscard]] int total() const { return int(m_stones.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QList<qsizetype> matchingFrom(qsizetype first) const;

    QList<Tombstone> m_stones;
    QList<qsizetype> m_rows; ///< numbers in m_stones
    QString m_filter;
};

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/journal/tombstone.h"
#include "ui/look/rowmodel.h"

namespace clusterdeck
{

/// Clusters that are gone, a row each, newest first; of them those that hold a text.
class TombstoneModel : public RowModel
{
    Q_OBJECT

public:
    enum Column { Name, Id, Deleted, By, Type, Nodes, CpuHours, Storage, Software, Account };
    static constexpr int ColumnCount = 10;

    using RowModel::RowModel;

    /// Below what is there.
    void append(const QList<Tombstone> &tombstones);
    /// In the place of all that is there.
    void replace(const QList<Tombstone> &tombstones);
    /// Shows only those that match; empty: all.
    void setFilter(const QString &text);

    [[nodiscard]] const Tombstone &at(int row) const { return m_shown.at(row); }
    /// The row of that number; -1 when it is not shown.
    [[nodiscard]] int rowOf(qint64 number) const;
    /// All, whatever the filter says.
    [[nodiscard]] int total() const { return int(m_stones.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QList<Tombstone> matching(const QList<Tombstone> &tombstones) const;
    void showMatching();

    QList<Tombstone> m_stones;
    QList<Tombstone> m_shown; ///< of them those that the filter lets through
    QString m_filter;
};

} // namespace clusterdeck

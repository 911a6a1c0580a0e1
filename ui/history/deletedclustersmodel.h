// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/journal/deletedcluster.h"
#include "ui/widgets/rowmodel.h"

namespace clusterdeck
{

/// Clusters that are gone, a row each, newest first; of them those that hold a text.
class DeletedClustersModel : public RowModel
{
    Q_OBJECT

public:
    enum Column { Name, Id, Deleted, By, Type, Nodes, CpuHours, Storage, Software, Account };
    static constexpr int ColumnCount = 10;

    using RowModel::RowModel;

    /// Below what is there.
    void append(const QList<DeletedCluster> &deletedClusters);
    /// In the place of all that is there.
    void replace(const QList<DeletedCluster> &deletedClusters);
    /// Shows only those that match; empty: all.
    void setFilter(const QString &text);

    [[nodiscard]] const DeletedCluster &at(int row) const { return m_shown.at(row); }
    /// The row of that number; -1 when it is not shown.
    [[nodiscard]] int rowOf(qint64 number) const;
    /// All, whatever the filter says.
    [[nodiscard]] int total() const { return int(m_deletedClusters.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QList<DeletedCluster>
    matching(const QList<DeletedCluster> &deletedClusters) const;
    void showMatching();

    QList<DeletedCluster> m_deletedClusters;
    QList<DeletedCluster> m_shown; ///< of them those that the filter lets through
    QString m_filter;
};

} // namespace clusterdeck

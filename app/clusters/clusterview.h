// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/clustermodel.h"

#include <QAbstractProxyModel>

namespace clusterdeck
{

/// Filter and sort over a ClusterModel: a plain vector of its rows, made anew when something
/// changes, and handed to views as one layout change, so that selection and current row follow
/// their clusters. A change that leaves the order as it is repaints the changed rows and nothing
/// else.
class ClusterView : public QAbstractProxyModel
{
    Q_OBJECT

public:
    explicit ClusterView(ClusterModel &model, QObject *parent = nullptr);

    /// Shows the clusters in which every word of `text` occurs somewhere (name, id, owner, any text
    /// column), whatever the case. Empty: all.
    void setFilter(const QString &text);
    [[nodiscard]] const QString &filter() const { return m_filter; }

    /// Texts sort as people read them ("node 9" before "node 10"); unknown values come last either
    /// way.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    [[nodiscard]] const Cluster &clusterAt(int row) const;
    [[nodiscard]] AccountLabel label(const QString &account) const
    {
        return m_model.label(account);
    }
    [[nodiscard]] std::optional<int> rowOf(const ClusterKey &key) const;

    [[nodiscard]] QModelIndex mapToSource(const QModelIndex &proxyIndex) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex &sourceIndex) const override;
    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    /// The same for every row, so that it can be answered while the source is already a step ahead.
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void sourceAboutToUpdate(const ClusterListing &listing);
    void noteChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight);
    void sourceUpdated();
    [[nodiscard]] bool mayRearrange(const ClusterListing &listing) const;
    void beginRearranging();
    void setOrder(QList<int> order);
    void rearrange();
    void repaintChanged();
    [[nodiscard]] QList<int> arrange() const;
    [[nodiscard]] bool matches(const Cluster &cluster, const QStringList &words) const;

    ClusterModel &m_model;
    QString m_filter;
    QList<int> m_order;       ///< view row → model row
    QList<int> m_inverse;     ///< model row → view row, -1 when hidden
    QList<ClusterKey> m_keys; ///< by view row, as they were before the source changed
    QList<int> m_changed;     ///< model rows whose data the source reported as changed
    bool m_rearranging = false;
    int m_column = int(ClusterColumn::Name);
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace clusterdeck

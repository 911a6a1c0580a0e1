// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/clustermodel.h"
#include "app/support/collator.h"

namespace clusterdeck
{

/// All rows of a ClusterModel, sorted by one column. Sorted once and then updated: only changed and
/// new rows are compared again.
///
/// Texts sort with collatorForPeople(), ids by bytes. Equal rows are in the order of the model.
/// Rows without a value, or with an unreadable date, come last.
class SortedRows
{
public:
    explicit SortedRows(ClusterColumn column);

    [[nodiscard]] ClusterColumn column() const { return m_column; }

    void build(const ClusterModel &model);
    /// `model` is in the state after `update`, these rows are in the state before it.
    void applyUpdate(const ClusterModel &model, const ClusterUpdate &update);

    /// Ascending; rows without a value last.
    [[nodiscard]] const QList<int> &rows() const { return m_rows; }
    /// Descending; rows without a value last.
    [[nodiscard]] QList<int> descending() const;

    /// The rows in this `order`; rows that are equal here are in the order of `second`, which has
    /// every row of the model. Compares each pair of neighbours once and sorts nothing.
    [[nodiscard]] QList<int> sortedWith(const ClusterModel &model, Qt::SortOrder order,
                                        const QList<int> &second) const;

private:
    struct Value;
    [[nodiscard]] Value valueOf(const ClusterModel &model, int row) const;
    [[nodiscard]] bool isBefore(const Value &left, const Value &right) const;
    [[nodiscard]] bool isLikeBefore(const ClusterModel &model, int row, int before) const;
    void merge(const ClusterModel &model, const QList<int> &staying,
               const std::vector<Value> &moving);

    ClusterColumn m_column;
    QCollator m_collator;
    QList<int> m_rows;
    int m_known = 0; ///< rows with a value
};

} // namespace clusterdeck

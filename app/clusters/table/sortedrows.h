// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/clustermodel.h"

#include <QCollator>

namespace clusterdeck
{

/// Compares texts as people read them: "node 9" before "node 10", whatever the case.
[[nodiscard]] QCollator collatorForPeople();

/// The rows of a ClusterModel in the order of one column, all of them. Made once, then mended: what
/// changed or arrived is put in its place, the rest is not compared again.
///
/// Texts stand as people read them ("node 9" before "node 10", whatever the case), ids by their
/// letters; rows that are equal there stand in the model's order, and those without a value, or
/// with a date that could not be read, behind all others.
class SortedRows
{
public:
    explicit SortedRows(ClusterColumn column);

    [[nodiscard]] ClusterColumn column() const { return m_column; }

    void build(const ClusterModel &model);
    /// `model` stands as after `update`, these rows as before it.
    void applyUpdate(const ClusterModel &model, const ClusterUpdate &update);

    /// Rising: those with a value, then those without.
    [[nodiscard]] const QList<int> &rows() const { return m_rows; }
    /// The other way round; those without a value stay behind.
    [[nodiscard]] QList<int> descending() const;

    /// The same order, but where this column tells nothing apart `second` decides, every row of the
    /// model in the order wanted there. Costs one look at each pair of neighbours; nothing is
    /// sorted.
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

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowmodel.h"

namespace clusterdeck
{

/// The numbers of a chart, as texts that are ready to be shown. The columns hold numbers, except
/// those that setHeaders() names.
class ChartTable : public RowModel
{
    Q_OBJECT

public:
    using RowModel::RowModel;

    void setHeaders(const QStringList &headers, const QSet<int> &wordColumns = {0});
    /// Each row has as many cells as there are headers. Rows that are kept stay selected.
    void setRows(const QList<QStringList> &rows);
    [[nodiscard]] const QList<QStringList> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    QStringList m_headers;
    QSet<int> m_words;
    QList<QStringList> m_rows;
};

} // namespace clusterdeck

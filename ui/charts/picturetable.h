// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowmodel.h"

namespace clusterdeck
{

/// The table behind a picture: the same numbers as texts that are ready to be shown. The first
/// column names what a row is about; the others hold numbers unless said otherwise.
class PictureTable : public RowModel
{
    Q_OBJECT

public:
    using RowModel::RowModel;

    void setHeaders(const QStringList &headers, const QSet<int> &wordColumns = {0});
    /// As many cells a row as there are headers. Rows that are still there stay selected.
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

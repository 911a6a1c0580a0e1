// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/timeline.h"
#include "ui/widgets/rowmodel.h"

namespace clusterdeck
{

/// The lines of a time line that a filter lets through, a row each.
class TimelineModel : public RowModel
{
    Q_OBJECT

public:
    enum Column { What, Clusters, When, Outcome, Who, Account, Zone };
    static constexpr int ColumnCount = 7;

    using RowModel::RowModel;

    /// Shows those of `all` that have these numbers. Those that were there before stay, whatever
    /// they say now.
    void show(const QList<TimelineLine> &all, const QList<qsizetype> &lines);

    /// How many there are, shown or not.
    [[nodiscard]] int lineCount() const { return int(m_all.size()); }
    /// Those that are shown.
    [[nodiscard]] QList<TimelineLine> lines() const;
    [[nodiscard]] const TimelineLine &lineAt(int row) const
    {
        return m_all.at(m_rows.at(row).line);
    }
    /// See identityOf().
    [[nodiscard]] QString identityAt(int row) const { return m_rows.at(row).identity; }
    /// The row of that line; -1 when it is not shown.
    [[nodiscard]] int rowOf(const QString &identity) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    struct Row {
        QString identity;
        qsizetype line; ///< number in m_all
    };

    QList<TimelineLine> m_all;
    QList<Row> m_rows;
};

} // namespace clusterdeck

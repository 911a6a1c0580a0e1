// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/timelinefilter.h"

#include <QAbstractTableModel>

namespace clusterdeck
{

/// The lines of a time line that a filter lets through, a row each.
class TimelineModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { What, Clusters, When, Outcome, Who, Account, Zone };
    static constexpr int ColumnCount = 7;

    using QAbstractTableModel::QAbstractTableModel;

    /// Shows the lines of these numbers. Where they are the same ones as before, the rows stay and
    /// only what they say changes.
    void show(const Timeline &timeline, const QList<qsizetype> &lines);

    [[nodiscard]] const Timeline &timeline() const { return m_timeline; }
    /// Numbers in timeline().lines, a row each.
    [[nodiscard]] const QList<qsizetype> &lines() const { return m_lines; }
    [[nodiscard]] const TimelineLine &lineAt(int row) const
    {
        return m_timeline.lines.at(m_lines.at(row));
    }
    /// See Timeline::identityOf().
    [[nodiscard]] QString identityAt(int row) const { return m_timeline.identityOf(lineAt(row)); }
    /// The row of that line; -1 when it is not shown.
    [[nodiscard]] int rowOf(const QString &identity) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    Timeline m_timeline;
    QList<qsizetype> m_lines;
};

} // namespace clusterdeck

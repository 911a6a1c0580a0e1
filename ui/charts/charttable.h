// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/recordmodel.h"

#include <QStringList>

namespace clusterdeck
{

/// The numbers of a chart as display texts, with a dash for unknown values. Rows with equal texts
/// in all word columns are the same row.
class ChartTable : public RecordModel<QStringList, QStringList>
{
public:
    /// `name`: the chart's name, for the keys of the columns; ASCII. The columns hold numbers,
    /// except `wordColumns`; the first column takes the width that is left.
    ChartTable(const QString &name, const QStringList &headers, const QSet<int> &wordColumns,
               QObject *parent);

    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
};

} // namespace clusterdeck

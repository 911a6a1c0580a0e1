// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/columns.h"

#include <QVariant>

namespace clusterdeck
{

class ClusterTableModel;

/// How a column of the table looks. What it is: see ColumnSpec.
struct ColumnLook {
    ClusterColumn column;
    int digits;           ///< its first width, in widths of a digit
    bool isWhole = false; ///< never narrower than what its cells in view say: IDs and counts
    bool hiddenFirst = false;
    /// A cell's text, from its value in the ClusterModel; none: by the kind of the value.
    QString (*text)(const ClusterTableModel &model, int row, const QVariant &value) = nullptr;
    /// What a cell's tool tip says; none: the cell's text.
    QString (*toolTip)(const ClusterTableModel &model, int row) = nullptr;
};

[[nodiscard]] const ColumnLook &lookOf(ClusterColumn column);

/// Numbers stand at the right.
[[nodiscard]] Qt::Alignment alignmentOf(ClusterColumn column);

/// A cell's text before it is made one line: see shownLine().
[[nodiscard]] QString cellText(const ClusterTableModel &model, ClusterColumn column, int row,
                               const QVariant &value);

} // namespace clusterdeck

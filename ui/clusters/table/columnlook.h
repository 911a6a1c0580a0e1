// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/columns.h"

#include <QVariant>

namespace clusterdeck
{

class ClusterTableModel;

/// How a column of the table looks. Its key, title and source: see ColumnSpec.
struct ColumnLook {
    ClusterColumn column;
    int digits;           ///< its first width, in widths of a digit
    bool isWhole = false; ///< never narrower than its visible cells: IDs and counts
    bool hiddenFirst = false;
    /// A cell's text, from its value in the ClusterModel; none: by the kind of the value.
    QString (*text)(const ClusterTableModel &model, int row, const QVariant &value) = nullptr;
    /// A cell's tool tip; none: the cell's text.
    QString (*toolTip)(const ClusterTableModel &model, int row) = nullptr;
};

[[nodiscard]] const ColumnLook &lookOf(ClusterColumn column);

/// Vertically centred; numbers to the right, everything else to the left.
[[nodiscard]] Qt::Alignment alignmentOf(ClusterColumn column);

/// A cell's text, to be passed through shownLine(); empty: shown as a dash. `value`: from the
/// ClusterModel.
[[nodiscard]] QString cellText(const ClusterTableModel &model, ClusterColumn column, int row,
                               const QVariant &value);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>
#include <QString>

#include <initializer_list>

namespace clusterdeck
{

/// A screen reader's description of a cell besides its own text, which identifies the row: the
/// texts of `columns` in the cell's row, except its own column. For AccessibleDescriptionRole.
[[nodiscard]] QString rowText(const QModelIndex &cell, std::initializer_list<int> columns);

} // namespace clusterdeck

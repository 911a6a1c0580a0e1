// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>
#include <QString>

#include <initializer_list>

namespace clusterdeck
{

/// The text that identifies the row of a cell for a screen reader, for AccessibleDescriptionRole:
/// the texts of `columns` in that row, without the cell's own column.
[[nodiscard]] QString rowText(const QModelIndex &cell, std::initializer_list<int> columns);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>
#include <QString>

#include <initializer_list>

namespace clusterdeck
{

/// What a screen reader says of a cell beside its own text, so that one knows the row it is in: the
/// texts of `columns` in the cell's row but for its own column. For AccessibleDescriptionRole.
[[nodiscard]] QString rowText(const QModelIndex &cell, std::initializer_list<int> columns);

} // namespace clusterdeck

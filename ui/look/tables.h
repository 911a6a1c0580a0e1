// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>

class QLabel;
class QLineEdit;
class QLineEdit;
class QTableView;
class QWidget;

namespace clusterdeck
{

/// A table to read in, by rows: no grid, no row numbers, padded cells, rows of one line. Call it
/// before setModel().
void makeQuietTable(QTableView *table);

/// The columns' widths in digits, from the left. The first one takes what is left over.
void setWidths(QTableView *table, std::initializer_list<int> digits);

/// The first width of a column: in digits, or what its title needs, if that is more.
[[nodiscard]] int firstWidth(const QTableView *table, int column, int digits);

/// Wide enough for what it says while it is empty, and no less than `letters` of the average.
void fitPlaceholder(QLineEdit *field, int letters);

/// High enough for its rows, up to `most` of them.
[[nodiscard]] int heightFor(const QTableView *table, int most);

/// A label that shows exactly its characters and wraps.
[[nodiscard]] QLabel *plainLabel(QWidget *parent);

/// The sign of a search at the left end of a field. It is nothing to press.
void addSearchSign(QLineEdit *field);

} // namespace clusterdeck

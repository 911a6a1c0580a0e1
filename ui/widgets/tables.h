// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>

class QAbstractItemModel;
class QAction;
class QLabel;
class QLineEdit;
class QString;
class QTableView;
class QWidget;

namespace clusterdeck
{

/// A table to read in, by rows: no grid, no row numbers, padded cells, rows of one line, and
/// addCopying(), unless the owner has its own. Call it before setModel().
enum class Copying { OfRows, ByOwner };
void makeQuietTable(QTableView *table, Copying copying = Copying::OfRows);

/// Lets the keyboard and the table's own context menu copy the selected rows: see rowsText(). The
/// action belongs to the table.
QAction *addCopying(QTableView *table);

/// The selected rows as they stand, with the titles, for spreadsheets: see tabbedTable(). The
/// columns that are shown, in their order.
enum class NoneSelected { Nothing, AllRows };
[[nodiscard]] QString rowsText(const QTableView &table,
                               NoneSelected otherwise = NoneSelected::Nothing);

/// The columns' own widths in digits, from the left. Which of them grow is ColumnFit's.
void setWidths(QTableView *table, std::initializer_list<int> digits);

/// As QTableView::setModel(). While rows come and go above it, the first row in view stays there,
/// unless it is the very first: there what is new is seen.
void setModelInPlace(QTableView *table, QAbstractItemModel *model);

/// The first width of a column: in digits, or what its title needs, if that is more.
[[nodiscard]] int firstWidth(const QTableView *table, int column, int digits);

/// Wide enough for what it says while it is empty, and no less than `letters` of the average.
void fitPlaceholder(QLineEdit *field, int letters);

/// High enough for its rows, up to `most` of them, and a scroll bar below them.
[[nodiscard]] int heightFor(const QTableView *table, int most);

/// A label that shows exactly its characters and wraps.
[[nodiscard]] QLabel *plainLabel(QWidget *parent);

/// The sign of a search at the left end of a field. It is nothing to press.
void addSearchSign(QLineEdit *field);

} // namespace clusterdeck

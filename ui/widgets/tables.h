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

/// A read-only table of rows: no grid, no row numbers, padded cells, one line a row, and
/// addCopying() unless the owner adds its own. Call it before setModel().
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

/// As QTableView::setModel(), and the first visible row stays in place while rows above it are
/// inserted or removed; only at the very top new rows push it down.
void setModelInPlace(QTableView *table, QAbstractItemModel *model);

/// The first width of a column in pixels: so many digits, or its title if that is wider.
[[nodiscard]] int firstWidth(const QTableView *table, int column, int digits);

/// Gives the field the width of its placeholder, at least that of `letters` average letters.
void fitPlaceholder(QLineEdit *field, int letters);

/// The height for its rows, at most `most` of them, with a scroll bar below.
[[nodiscard]] int heightFor(const QTableView *table, int most);

/// A label for plain text that wraps.
[[nodiscard]] QLabel *plainLabel(QWidget *parent);

/// Adds a search icon at the left of a field; it is not a button.
void addSearchSign(QLineEdit *field);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QAction;
class QLabel;
class QLineEdit;
class QString;
class QTableView;
class QWidget;

namespace clusterdeck
{

/// A read-only table of rows: no grid, no row numbers, padded cells, one line a row. Call it before
/// setModel().
void makeQuietTable(QTableView *table);

/// Lets the keyboard and the table's own context menu copy the selected rows: see rowsText(). The
/// action belongs to the table.
QAction *addCopying(QTableView *table);

/// The selected rows as they are shown, with the titles, for spreadsheets: see tabbedTable(). The
/// visible columns in their order.
[[nodiscard]] QString rowsText(const QTableView &table);

/// The numbers of the selected rows, rising; of the visible columns, in their order.
[[nodiscard]] QList<int> selectedRowNumbers(const QTableView &table);
[[nodiscard]] QList<int> shownColumns(const QTableView &table);

/// The first width of a column in pixels: so many digits, or its title if that is wider.
[[nodiscard]] int firstWidth(const QTableView *table, int column, int digits);

/// Gives the field the width of its placeholder, at least that of `letters` average letters.
void fitPlaceholder(QLineEdit *field, int letters);

/// A label for plain text that wraps.
[[nodiscard]] QLabel *plainLabel(QWidget *parent);

/// Adds a search icon at the left of a field; it is not a button.
void addSearchSign(QLineEdit *field);

} // namespace clusterdeck

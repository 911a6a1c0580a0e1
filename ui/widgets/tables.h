// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <functional>

class QAbstractItemView;
class QAction;
class QHeaderView;
class QKeySequence;
class QLabel;
class QLineEdit;
class QString;
class QTableView;
class QWidget;

namespace clusterdeck
{

/// Makes a table read-only and selectable by rows: no grid, no row numbers, padded cells, one line
/// per row. Call it before setModel().
void makeReadOnlyTable(QTableView *table);

/// Adds an action that copies the text of `rows`, if it is not empty, to the keyboard of the view.
/// The view owns the action.
QAction *addCopyAction(QAbstractItemView *view, const QString &name, const QString &text,
                       const QKeySequence &keys, std::function<QString()> rows);

/// The selected rows with the titles, for spreadsheets: see tabbedTable(). The texts are those of
/// the visible columns, as shown and in the order shown. Empty if no row is selected.
[[nodiscard]] QString rowsText(const QTableView &table);

/// The numbers of the selected rows, in ascending order.
[[nodiscard]] QList<int> selectedRowNumbers(const QTableView &table);
/// The numbers of the visible columns, in the order shown.
[[nodiscard]] QList<int> shownColumns(const QTableView &table);

/// The first width of a column of the header's view, in pixels: that of `digits` digits or of its
/// title, whichever is larger.
[[nodiscard]] int firstWidth(const QHeaderView *header, int column, int digits);

/// Gives a field a fixed width: that of its placeholder, or of `letters` average letters if that is
/// larger.
void fitPlaceholder(QLineEdit *field, int letters);

/// A label for plain text that wraps.
[[nodiscard]] QLabel *plainLabel(QWidget *parent);

/// Adds a search icon at the left of a field; it is not a button.
void addSearchIcon(QLineEdit *field);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

class QHeaderView;
class QTableView;

namespace clusterdeck
{

/// Keeps the widths of a table's columns right for the font in use and for the table's own width.
/// Some columns are whole: never narrower than what their cells in view say, which holds for IDs
/// and counts. One column takes what the others leave, and never less than its own width.
class ColumnFit : public QObject
{
    Q_OBJECT

public:
    /// In place of a column's number: the last one that is shown.
    static constexpr int LastShown = -1;
    /// The widest that a whole column becomes by itself, in widths of a digit. No real ID comes
    /// near.
    static constexpr int WidestDigits = 64;

    /// `table` has its model, and its columns have their own widths.
    ColumnFit(QTableView *table, int filling, const QList<int> &whole);

    /// The columns were arranged anew; each has its own width now.
    void restart();
    /// The column that takes what is left; -1 when all are hidden.
    [[nodiscard]] int fillingColumn() const;

signals:
    /// A person or the program gave a column this width, in pixels; fitting is none.
    void ownWidthChanged(int column, int width);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();
    void fitWhole(int column);
    void fill();
    void resized(int column, int before, int now);
    [[nodiscard]] QHeaderView *header() const;

    QTableView *m_table;
    int m_filling;
    QList<int> m_whole;
    int m_filled = -1;  ///< the column that fills now
    int m_ownWidth = 0; ///< its own
    bool m_fitting = false;
    QTimer m_soon;
};

} // namespace clusterdeck

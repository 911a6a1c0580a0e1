// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

class QHeaderView;
class QTableView;

namespace clusterdeck
{

/// Adapts the widths of a table's columns to the font and to the table's width. Whole columns (IDs
/// and counts) are never narrower than their visible cells. One column takes the width that the
/// others leave, but at least its own width.
class ColumnFit : public QObject
{
    Q_OBJECT

public:
    /// In place of a column's number: the last visible column.
    static constexpr int LastShown = -1;
    /// The largest width that fitting gives a whole column, in widths of a digit; far above that of
    /// any real ID.
    static constexpr int WidestDigits = 64;

    /// `table` has its model already, and its columns their own widths.
    ColumnFit(QTableView *table, int filling, const QList<int> &whole);

    /// The columns were reset: each has its own width now.
    void restart();
    /// The column that takes the remaining width; -1 when all are hidden.
    [[nodiscard]] int fillingColumn() const;

signals:
    /// The user or the program set this column's width, in pixels; not emitted for fitting.
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
    int m_filled = -1;  ///< the column that takes the remaining width now
    int m_ownWidth = 0; ///< of that column
    bool m_fitting = false;
    QTimer m_soon;
};

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

class QAbstractItemView;
class QHeaderView;

namespace clusterdeck
{

/// Adapts the widths of the columns of a table or a tree to the font and to the view's width. Whole
/// columns (IDs and counts) are at least as wide as their visible cells, up to WidestDigits. One
/// column takes the width that the others leave, but at least its own width.
class ColumnFit : public QObject
{
    Q_OBJECT

public:
    /// As `filling`: the last visible column.
    static constexpr int LastShown = -1;
    /// The largest width that fitting gives a whole column, in widths of a digit; far above that of
    /// any real ID.
    static constexpr int WidestDigits = 64;

    /// The view of `header` owns this; it already has its model, and its columns have their own
    /// widths. `filling`: the column that takes the remaining width. `whole`: the whole columns.
    ColumnFit(QHeaderView *header, int filling, const QList<int> &whole);

    /// Call it after the columns were reset to their own widths.
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

    QHeaderView *m_header;
    QAbstractItemView *m_view;
    int m_filling;
    QList<int> m_whole;
    int m_filled = -1;  ///< the column that has taken the remaining width; -1: none
    int m_ownWidth = 0; ///< its own width, in pixels
    bool m_fitting = false;
    QTimer m_soon;
};

} // namespace clusterdeck

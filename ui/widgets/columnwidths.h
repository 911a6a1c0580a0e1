// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>

class QAbstractItemView;
class QHeaderView;

namespace clusterdeck
{

class ColumnModel;

/// The widths of the columns of a table or a tree: first as the styles define, then as the user
/// chose them, which is saved when the view is hidden. ColumnFit adapts them to the contents.
class ColumnWidths : public QObject
{
    Q_OBJECT

public:
    /// The view of `header` owns this; it already has its model, and its object name is the key
    /// under which widths are saved. `columns`: the model with the styles, which may be the source
    /// of the view's model; it exists as long as the view.
    ColumnWidths(QHeaderView *header, const ColumnModel &columns);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void restore();
    void save();
    [[nodiscard]] QString key(int column) const;

    QHeaderView *m_header;
    QAbstractItemView *m_view;
    const ColumnModel &m_columns;
    QHash<int, int> m_chosen; ///< by column, in pixels: set by the user since the last save
    bool m_restored = false;  ///< the saved widths were read
};

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>
#include <QStyledItemDelegate>

class QTableView;
class QTreeView;

namespace clusterdeck
{

/// Cells with a margin on all sides of their contents.
class PaddedDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
    /// Paints the background of the whole cell: selection, alternate rows.
    static void paintGround(QPainter *painter, const QStyleOptionViewItem &option);
    /// `option` without the left and right margins of the cell.
    [[nodiscard]] static QStyleOptionViewItem narrowed(QStyleOptionViewItem option);
};

/// A header whose titles line up with the texts of PaddedDelegate.
class PaddedHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit PaddedHeader(QWidget *parent);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int section) const override;
};

/// Gives a view padded cells and a padded horizontal header. The header is replaced, so call this
/// before setModel() and before any setting of the header.
void padCells(QTableView *table);
void padCells(QTreeView *tree);

} // namespace clusterdeck

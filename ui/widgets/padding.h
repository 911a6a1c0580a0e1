// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>
#include <QStyledItemDelegate>

class QTableView;
class QTreeView;

namespace clusterdeck
{

/// A cell with some air at either side of what it shows, and above and below it.
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
    /// The ground that a selection and the like colour, over the whole cell.
    static void paintGround(QPainter *painter, const QStyleOptionViewItem &option);
    [[nodiscard]] static QStyleOptionViewItem narrowed(QStyleOptionViewItem option);
};

/// A header whose titles stand where PaddedDelegate puts the text below them.
class PaddedHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit PaddedHeader(QWidget *parent);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int section) const override;
};

/// Gives a view padded cells and a padded horizontal header. The header is replaced: call this
/// before setModel() and before the header is set up further.
void padCells(QTableView *table);
void padCells(QTreeView *tree);

} // namespace clusterdeck

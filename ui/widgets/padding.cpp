// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/padding.h"

#include "app/support/visibletext.h"
#include "ui/theme/metrics.h"

#include <QApplication>
#include <QTableView>
#include <QTreeView>

namespace clusterdeck
{

PaddedHeader::PaddedHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setHighlightSections(false);
    setTextElideMode(Qt::ElideRight);
}

QSize PaddedHeader::sizeHint() const
{
    return QHeaderView::sizeHint() + QSize(0, space::Small);
}

void PaddedHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int section) const
{
    QHeaderView::initStyleOptionForIndex(option, section);
    // Styles have no option for the margin of a title, so spaces are added.
    const QString air(2, QChar(QChar::Nbsp));
    option->text =
        option->textAlignment.testFlag(Qt::AlignRight) ? option->text + air : air + option->text;
}

void PaddedDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    // Qt lays out the whole text before it elides it, which is slow for long texts. Twice the
    // number of letters that fit is enough to elide at the right place.
    constexpr int Long = 200; // for shorter ones the width of a letter would take longer
    if (option->text.size() <= Long)
        return;
    const int most = 2 * option->rect.width() / qMax(1, widthOfLetters(option->fontMetrics, 1));
    if (most <= 0 || option->text.size() <= most + 1)
        return;
    const QString end =
        option->textElideMode == Qt::ElideMiddle ? option->text.right(most / 2) : QString();
    option->text = beginningOf(option->text, most - end.size()) + u'…' + end;
}

QStyleOptionViewItem PaddedDelegate::narrowed(QStyleOptionViewItem option)
{
    option.rect.adjust(space::Medium - space::Hair, 0, space::Hair - space::Medium, 0);
    return option;
}

void PaddedDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option)
{
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
}

void PaddedDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyleOptionViewItem whole = option;
    initStyleOption(&whole, index);
    paintGround(painter, whole);
    // As QStyledItemDelegate::paint(), which would ask the model for everything again.
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    const QStyleOptionViewItem contents = narrowed(whole);
    style->drawControl(QStyle::CE_ItemViewItem, &contents, painter, option.widget);
}

QSize PaddedDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width() + 2 * space::Medium,
            qMax(size.height(), option.fontMetrics.height() + RowPadding - space::Hair)};
}

bool PaddedDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                                 const QStyleOptionViewItem &option, const QModelIndex &index)
{
    // A check box reacts to clicks where it is painted.
    return QStyledItemDelegate::editorEvent(event, model, narrowed(option), index);
}

void padCells(QTableView *table)
{
    table->setHorizontalHeader(new PaddedHeader(table));
    table->horizontalHeader()->setSectionsClickable(true);
    table->setItemDelegate(new PaddedDelegate(table));
}

void padCells(QTreeView *tree)
{
    tree->setHeader(new PaddedHeader(tree));
    tree->setItemDelegate(new PaddedDelegate(tree));
}

} // namespace clusterdeck

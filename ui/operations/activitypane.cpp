// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/activitypane.h"

#include "ui/look/metrics.h"
#include "ui/look/padding.h"
#include "ui/operations/batchbar.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QTreeView>
#include <QVBoxLayout>

namespace clusterdeck
{

namespace
{

/// Draws a batch's share of ended items as a bar with its numbers; anything else as usual.
class ProgressDelegate : public PaddedDelegate
{
public:
    using PaddedDelegate::PaddedDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const QVariant percent = index.data(ActivityModel::PercentRole);
        if (!percent.isValid()) {
            PaddedDelegate::paint(painter, option, index);
            return;
        }
        paintGround(painter, option);
        const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
        QStyleOptionProgressBar bar;
        bar.state = option.state | QStyle::State_Horizontal;
        bar.direction = option.direction;
        bar.fontMetrics = option.fontMetrics;
        bar.palette = option.palette;
        bar.rect = narrowed(option).rect.adjusted(0, space::Small, 0, -space::Small);
        bar.maximum = 100;
        bar.progress = percent.toInt();
        bar.text = index.data().toString();
        bar.textVisible = true;
        bar.textAlignment = Qt::AlignCenter;
        style->drawControl(QStyle::CE_ProgressBar, &bar, painter, option.widget);
    }
};

/// Asks for a few rows of height, not for Qt's standard 192 pixels.
class FewRowsTree : public QTreeView
{
public:
    using QTreeView::QTreeView;

    [[nodiscard]] QSize sizeHint() const override
    {
        const int row = fontMetrics().height() + RowPadding - space::Hair;
        return {QTreeView::sizeHint().width(), header()->sizeHint().height() + 6 * row};
    }
};

} // namespace

ActivityPane::ActivityPane(OperationsDesk &desk, Clock &clock, QWidget *parent)
    : QDockWidget(tr("Activity"), parent)
    , m_desk(desk)
    , m_model(desk, clock)
    , m_bars(new QWidget(this))
    , m_barColumn(new QVBoxLayout(m_bars))
    , m_tree(new FewRowsTree(this))
    , m_copy(new QAction(tr("Copy for Support"), this))
{
    setObjectName(QStringLiteral("ActivityPane"));
    setAllowedAreas(Qt::BottomDockWidgetArea | Qt::TopDockWidgetArea | Qt::RightDockWidgetArea);
    layOut();
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    m_tree->addAction(m_copy);
    connect(m_copy, &QAction::triggered, this, &ActivityPane::copy);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &ActivityPane::showMenu);
    connect(&desk, &OperationsDesk::batchAdded, this, &ActivityPane::batchAdded);
    connect(this, &QDockWidget::visibilityChanged, &m_model, &ActivityModel::setWatched);
    for (BatchRunner *runner : desk.batches())
        batchAdded(runner);
}

void ActivityPane::layOut()
{
    m_tree->setObjectName(QStringLiteral("Activity"));
    m_tree->setAccessibleName(tr("Activity"));
    padCells(m_tree);
    m_tree->setModel(&m_model);
    m_tree->setItemDelegate(new ProgressDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setSelectionMode(QTreeView::ExtendedSelection);
    m_tree->setEditTriggers(QTreeView::NoEditTriggers);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setIconSize({GlyphSize, GlyphSize});
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    const int digit = m_tree->fontMetrics().horizontalAdvance(u'0');
    const int widths[] = {46, 18, 11, 19};
    for (int column = 0; column < int(std::size(widths)); ++column)
        m_tree->setColumnWidth(column, widths[column] * digit);
    m_tree->header()->setStretchLastSection(true);

    m_barColumn->setContentsMargins(0, 0, 0, 0);
    m_barColumn->setSpacing(0);
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bars);
    column->addWidget(m_tree, 1);
    setWidget(body);
}

void ActivityPane::batchAdded(BatchRunner *runner)
{
    dropFinishedBars();
    m_barColumn->addWidget(new BatchBar(*runner, m_bars));
    m_tree->collapseAll();
    m_tree->expand(m_model.indexOf(runner));
    m_tree->scrollToTop();
    show();
}

void ActivityPane::dropFinishedBars()
{
    // A bar stays while something can be decided or seen on it; the last one stays until the next
    // comes.
    for (BatchBar *bar : m_bars->findChildren<BatchBar *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (bar->runner().batch().isFinished())
            delete bar;
    }
}

void ActivityPane::copy()
{
    QStringList lines;
    QModelIndexList rows = m_tree->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    for (const QModelIndex &row : std::as_const(rows))
        lines.append(m_model.supportText(row));
    if (!lines.isEmpty())
        QApplication::clipboard()->setText(lines.join(u'\n'));
}

void ActivityPane::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_copy->setEnabled(m_tree->selectionModel()->hasSelection());
    menu->addAction(m_copy);
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

} // namespace clusterdeck

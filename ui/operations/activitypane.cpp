// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/activitypane.h"

#include "app/operations/batchoffers.h"
#include "ui/operations/batchbar.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/columnwidths.h"
#include "ui/widgets/padding.h"
#include "ui/widgets/recordtable.h"
#include "ui/widgets/tables.h"
#include "ui/widgets/windowcontext.h"

#include <QAction>
#include <QApplication>
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

protected:
    /// The id follows the name: when space is short, the name is shortened.
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        if (index.column() == ActivityModel::Cluster)
            option->textElideMode = Qt::ElideMiddle;
        PaddedDelegate::initStyleOption(option, index);
    }
};

/// A tree whose size hint is a few rows, not Qt's standard 192 pixels.
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

void ActivityFilter::showOnly(const BatchRunner *runner, ItemState state)
{
    m_runner = runner;
    m_state = state;
    invalidate();
}

bool ActivityFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (!m_runner)
        return true;
    const auto *model = qobject_cast<const ActivityModel *>(sourceModel());
    const QModelIndex index = model->index(row, 0, parent);
    if (model->runnerAt(index) != m_runner)
        return false;
    const BatchItem *item = model->itemAt(index);
    return !item || item->state == m_state;
}

ActivityPane::ActivityPane(OperationService &operationService, Clock &clock, BatchCommands commands,
                           QWidget *parent)
    : QDockWidget(tr("Activity"), parent)
    , m_operationService(operationService)
    , m_clock(clock)
    , m_commands(std::move(commands))
    , m_model(operationService, clock)
    , m_bars(new QWidget(this))
    , m_barColumn(new QVBoxLayout(m_bars))
    , m_tree(new FewRowsTree(this))
    , m_copyActions{addCopyAction(m_tree, QStringLiteral("Copy for support"),
                                  tr("Copy for Support"), QKeySequence::Copy,
                                  [this] { return supportText(); }),
                    addCopyAction(
                        m_tree, QStringLiteral("Copy JSON"), RecordTable::tr("Copy Rows as JSON"),
                        Qt::CTRL | Qt::SHIFT | Qt::Key_C,
                        [this] {
                            return m_model.rowsJson(selectedRows(), windowContextOf(this).dataKind);
                        })}
    , m_timeline(new QAction(tr("Timeline"), this))
{
    setObjectName(QStringLiteral("ActivityPane"));
    m_filter.setSourceModel(&m_model);
    setAllowedAreas(Qt::BottomDockWidgetArea | Qt::TopDockWidgetArea | Qt::RightDockWidgetArea);
    layOut();
    m_timeline->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_T));
    m_timeline->setShortcutContext(Qt::WidgetShortcut);
    m_tree->addAction(m_timeline);
    connect(m_timeline, &QAction::triggered, this, &ActivityPane::showTimeline);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &ActivityPane::showMenu);
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ActivityPane::updateRemovable);
    connect(&operationService, &OperationService::itemChanged, this,
            &ActivityPane::updateRemovable);
    connect(&operationService, &OperationService::batchAdded, this, &ActivityPane::batchAdded);
    connect(this, &QDockWidget::visibilityChanged, &m_model, &ActivityModel::setWatched);
    for (BatchRunner *runner : operationService.batches())
        batchAdded(runner);
}

void ActivityPane::layOut()
{
    m_tree->setObjectName(QStringLiteral("Activity"));
    m_tree->setAccessibleName(tr("Activity"));
    padCells(m_tree);
    m_tree->setModel(&m_filter);
    m_tree->setItemDelegate(new ProgressDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setSelectionMode(QTreeView::ExtendedSelection);
    m_tree->setEditTriggers(QTreeView::NoEditTriggers);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setIconSize({GlyphSize, GlyphSize});
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    new ColumnWidths(m_tree->header(), m_model);

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
    filter(nullptr, {});
    auto *bar = new BatchBar(
        *runner, m_clock, m_commands, [this, runner] { removeFromBatch(runner); }, m_bars);
    m_barColumn->addWidget(bar);
    bar->show(); // a layout would show it only once the event loop turns: too late for the focus
    connect(bar, &BatchBar::stateChosen, this,
            [this, bar](std::optional<ItemState> state) { filter(bar, state); });
    m_tree->collapseAll();
    m_tree->expand(m_filter.mapFromSource(m_model.indexOf(runner)));
    m_tree->scrollToTop();
    show();
}

QList<BatchBar *> ActivityPane::bars() const
{
    return m_bars->findChildren<BatchBar *>(QString(), Qt::FindDirectChildrenOnly);
}

void ActivityPane::dropFinishedBars()
{
    // A bar of a finished batch stays until another batch is added.
    for (BatchBar *bar : bars()) {
        if (bar->runner().batch().isFinished())
            delete bar;
    }
}

void ActivityPane::filter(BatchBar *bar, std::optional<ItemState> state)
{
    for (BatchBar *other : bars()) {
        if (other != bar)
            other->releaseCounts();
    }
    m_filter.showOnly(state ? &bar->runner() : nullptr, state.value_or(ItemState::Failed));
    if (bar)
        m_tree->expand(m_filter.mapFromSource(m_model.indexOf(&bar->runner())));
}

BatchRunner *ActivityPane::runnerAt(const QModelIndex &index) const
{
    return m_model.runnerAt(m_filter.mapToSource(index));
}

/// The selected rows of the model, in the order of the tree.
QModelIndexList ActivityPane::selectedRows() const
{
    QModelIndexList rows;
    for (const QModelIndex &row : m_tree->selectionModel()->selectedRows())
        rows.append(m_filter.mapToSource(row));
    const auto place = [](const QModelIndex &row) {
        return row.parent().isValid() ? std::pair(row.parent().row(), row.row())
                                      : std::pair(row.row(), -1);
    };
    std::sort(rows.begin(), rows.end(),
              [&place](const QModelIndex &left, const QModelIndex &right) {
                  return place(left) < place(right);
              });
    return rows;
}

/// The numbers of the selected items of a batch that are not sent yet.
QList<int> ActivityPane::removable(const BatchRunner *runner) const
{
    QList<int> items;
    for (const QModelIndex &row : selectedRows()) {
        const BatchItem *item = m_model.itemAt(row);
        if (item && isUnsent(item->state) && m_model.runnerAt(row) == runner)
            items.append(row.row());
    }
    return items;
}

void ActivityPane::updateRemovable()
{
    for (BatchBar *bar : bars())
        bar->setRemovable(int(removable(&bar->runner()).size()));
}

void ActivityPane::removeFromBatch(BatchRunner *runner)
{
    // Item numbers, unlike rows, stay valid when the filter removes rows.
    for (const int item : removable(runner))
        runner->removeFromBatch(item);
}

QString ActivityPane::supportText() const
{
    QStringList lines;
    for (const QModelIndex &row : selectedRows())
        lines.append(m_model.supportText(row));
    return lines.join(u'\n');
}

void ActivityPane::showTimeline()
{
    BatchRunner *runner = runnerAt(m_tree->currentIndex());
    if (!runner && !m_operationService.batches().isEmpty())
        runner = m_operationService.batches().last();
    if (runner)
        m_commands.showTimeline(runner);
}

void ActivityPane::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("Activity menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QAction *copy : std::as_const(m_copyActions)) {
        copy->setEnabled(m_tree->selectionModel()->hasSelection());
        connect(menu, &QMenu::aboutToHide, copy, [copy] { copy->setEnabled(true); }); // for its key
    }
    BatchRunner *runner = runnerAt(m_tree->indexAt(position));
    if (const int items = runner ? int(removable(runner).size()) : 0; items > 0) {
        menu->addAction(tr("Remove %Ln from batch", nullptr, items), this,
                        [this, runner] { removeFromBatch(runner); });
    }
    const BatchOffers offers = runner ? offersOf(runner->batch(), false) : BatchOffers();
    if (offers.retry > 0) {
        menu->addAction(tr("Retry %Ln failed", nullptr, offers.retry), this,
                        [this, runner] { m_commands.retry(runner->batch()); });
    }
    if (!menu->isEmpty())
        menu->addSeparator();
    menu->addAction(m_timeline);
    menu->addActions(m_copyActions);
    if (runner) {
        menu->addAction(tr("Save Report…"), this,
                        [this, runner] { m_commands.saveReport(runner->batch()); })
            ->setObjectName(QStringLiteral("Save report"));
    }
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

} // namespace clusterdeck

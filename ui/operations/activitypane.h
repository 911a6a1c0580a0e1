// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/operations/activitymodel.h"
#include "ui/operations/batchcommands.h"

#include <QDockWidget>
#include <QSortFilterProxyModel>

class QAction;
class QTreeView;
class QVBoxLayout;

namespace clusterdeck
{

class BatchBar;

/// Shows everything in the activity model, or only the items of one batch in one state.
class ActivityFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    /// Null: shows everything.
    void showOnly(const BatchRunner *runner, ItemState state);
    [[nodiscard]] const BatchRunner *runner() const { return m_runner; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    const BatchRunner *m_runner = nullptr;
    ItemState m_state = ItemState::Failed;
};

/// The running and finished operations of this run: a bar for each batch, above a tree of all
/// batches and items. Shows itself when a batch is added.
class ActivityPane : public QDockWidget
{
    Q_OBJECT

public:
    ActivityPane(OperationService &operationService, Clock &clock, BatchCommands commands,
                 QWidget *parent = nullptr);

    [[nodiscard]] QTreeView *tree() const { return m_tree; }
    [[nodiscard]] const ActivityModel &model() const { return m_model; }

    /// Shows the timeline of the batch of the current row, or of the newest batch; does nothing if
    /// there is none.
    void showTimeline();

private:
    void layOut();
    void batchAdded(BatchRunner *runner);
    [[nodiscard]] QList<BatchBar *> bars() const;
    void filter(BatchBar *bar, std::optional<ItemState> state);
    void updateRemovable();
    [[nodiscard]] QList<int> removable(const BatchRunner *runner) const;
    void removeFromBatch(BatchRunner *runner);
    [[nodiscard]] BatchRunner *runnerAt(const QModelIndex &index) const;
    void dropFinishedBars();
    [[nodiscard]] QModelIndexList selectedRows() const;
    [[nodiscard]] QString supportText() const;
    void showMenu(const QPoint &position);

    OperationService &m_operationService;
    Clock &m_clock;
    BatchCommands m_commands;
    ActivityModel m_model;
    ActivityFilter m_filter;
    QWidget *m_bars;
    QVBoxLayout *m_barColumn;
    QTreeView *m_tree;
    QList<QAction *> m_copyActions;
    QAction *m_timeline;
};

} // namespace clusterdeck

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

/// The activity, or of one batch only the items in one state.
class ActivityFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    /// No runner: everything.
    void showOnly(const BatchRunner *runner, ItemState state);
    [[nodiscard]] const BatchRunner *runner() const { return m_runner; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    const BatchRunner *m_runner = nullptr;
    ItemState m_state = ItemState::Failed;
};

/// The running and finished operations of this run. Appears with the first batch.
class ActivityPane : public QDockWidget
{
    Q_OBJECT

public:
    ActivityPane(OperationService &operationService, Clock &clock, BatchCommands commands,
                 QWidget *parent = nullptr);

    [[nodiscard]] QTreeView *tree() const { return m_tree; }
    [[nodiscard]] const ActivityModel &model() const { return m_model; }

    /// Shows the time line of the batch of the current row, or of the newest batch.
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
    void copy();
    void showMenu(const QPoint &position);

    OperationService &m_operationService;
    Clock &m_clock;
    BatchCommands m_commands;
    ActivityModel m_model;
    ActivityFilter m_filter;
    QWidget *m_bars;
    QVBoxLayout *m_barColumn;
    QTreeView *m_tree;
    QAction *m_copy;
    QAction *m_timeline;
};

} // namespace clusterdeck

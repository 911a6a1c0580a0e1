// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/operations/activitymodel.h"

#include <QDockWidget>

class QAction;
class QTreeView;
class QVBoxLayout;

namespace clusterdeck
{

/// What is being done and what was done in this run. Comes up by itself with the first batch.
class ActivityPane : public QDockWidget
{
    Q_OBJECT

public:
    ActivityPane(OperationsDesk &desk, Clock &clock, QWidget *parent = nullptr);

    [[nodiscard]] QTreeView *tree() const { return m_tree; }

private:
    void layOut();
    void batchAdded(BatchRunner *runner);
    void dropFinishedBars();
    void copy();
    void showMenu(const QPoint &position);

    OperationsDesk &m_desk;
    ActivityModel m_model;
    QWidget *m_bars;
    QVBoxLayout *m_barColumn;
    QTreeView *m_tree;
    QAction *m_copy;
};

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/history/timelinepage.h"
#include "ui/widgets/window.h"

class QTabWidget;

namespace clusterdeck
{

class Session;
class DeletedClustersPage;

/// Shows the operations of this program and of others, and the deleted clusters. Changes nothing;
/// its contents are updated while it is open.
class HistoryWindow : public Window
{
    Q_OBJECT

public:
    /// `operationService` outlives the window.
    HistoryWindow(OperationService &operationService, QWidget *parent);

    /// Also shows the operation logs of all open accounts, including those opened later. Call once;
    /// `session` outlives the window.
    void followLogs(Session &session);

    [[nodiscard]] TimelinePage *timeline() const { return m_timeline; }

private:
    void readLogs(Session &session);

    QTabWidget *m_pages;
    TimelinePage *m_timeline;
    DeletedClustersPage *m_deletedClusters;
};

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/history/timelinepage.h"

#include <QDialog>

namespace clusterdeck
{

class Session;
class DeletedClustersPage;

/// What was done, by us and by others, and what was deleted for good. Only looks; follows what
/// happens while it is open. Show it with show().
class HistoryWindow : public QDialog
{
    Q_OBJECT

public:
    /// `operationService` outlives the window.
    HistoryWindow(OperationService &operationService, bool demo, QWidget *parent);

    /// Reads the logs of the accounts that are open, and of those that open later, and shows them
    /// too. Call once; `session` outlives the window.
    void followLogs(Session &session);

    [[nodiscard]] TimelinePage *timeline() const { return m_timeline; }

private:
    void readLogs(Session &session);
    void layOut();
    void addReport();
    void addClose(QHBoxLayout *foot);

    bool m_demo;
    QTabWidget *m_pages;
    TimelinePage *m_timeline;
    DeletedClustersPage *m_deletedClusters;
};

} // namespace clusterdeck

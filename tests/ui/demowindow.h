// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/service.h"
#include "app/session.h"
#include "tests/support/skippingclock.h"
#include "tests/ui/confirmdriver.h"
#include "tests/ui/parts.h"
#include "ui/clusters/table/clusterpane.h"
#include "ui/mainwindow.h"

#include <QAction>
#include <QTemporaryDir>

namespace clusterdeck
{

/// The real window with the real session and the practice cloud, over HTTP, and functions that
/// operate the window.
class DemoWindow : public QObject
{
protected:
    static void prepare(); ///< once
    /// Called before each test.
    void begin(bool extremes = false, int clusters = 40);
    void end(); ///< called after each test

    /// The practice cloud's account.
    [[nodiscard]] Account account() const;
    void openDemo();
    /// Triggers the action for the selected clusters.
    void ask(const char *actionName);
    /// Enters everything that the open dialog asks for, and presses its button; returns the batch
    /// in its countdown, or null when there is none.
    [[nodiscard]] BatchRunner *confirm();
    /// Selects exactly the first `count` clusters that can be deleted.
    void selectDeletable(int count);
    /// Selects, asks and confirms for a deletion.
    [[nodiscard]] BatchRunner *deleteSome(int count);
    /// Skips the program's waits until a condition holds; false when it never does.
    template <class Condition>
    [[nodiscard]] bool skipUntil(Condition isSo)
    {
        return QTest::qWaitFor(
            [&] {
                m_clock.skip(std::chrono::milliseconds(500));
                return isSo();
            },
            60000);
    }
    /// Skips waits until no operation is unfinished.
    void skipUntilAllEnded()
    {
        QVERIFY(skipUntil([this] { return m_session->operationService().openItems() == 0; }));
    }
    [[nodiscard]] QAction *action(const char *name) const { return find<QAction>(name); }
    [[nodiscard]] ClusterTable *table() const { return m_window->pane()->table(); }
    [[nodiscard]] QLineEdit *filter() const { return m_window->pane()->filterField(); }
    [[nodiscard]] ConfirmDriver dialog() const { return m_window->findChild<ConfirmDialog *>(); }
    template <class T>
    [[nodiscard]] T *find(const char *name) const
    {
        return part<T>(m_window, name);
    }
    [[nodiscard]] QSet<QString> ids() const;
    [[nodiscard]] QList<int> deletableRows() const;
    void selectRow(int row)
    {
        table()->selectionModel()->select(table()->model()->index(row, 0),
                                          QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }

    SkippingClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder; ///< must outlive the session, which writes there
    std::unique_ptr<demo::Service> m_service;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace clusterdeck

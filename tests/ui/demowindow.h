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

/// The real window over the real session and the embedded cloud, over HTTP, and hands for it.
class DemoWindow : public QObject
{
protected:
    static void prepare(); ///< once
    /// Before each test.
    void begin(bool extremes = false, int clusters = 40);
    void end(); ///< after it

    /// The practice cloud's account.
    [[nodiscard]] Account account() const;
    void openDemo();
    /// Asks for what is selected.
    void ask(const char *actionName);
    /// Gives the open dialog all that it asks for, and presses its button: the batch, counting
    /// down; nothing when there is none.
    [[nodiscard]] BatchRunner *confirm();
    /// Selects the first `count` clusters that can be deleted, alone.
    void selectDeletable(int count);
    /// All of this for a deletion.
    [[nodiscard]] BatchRunner *deleteSome(int count);
    /// Leaves out the pauses of the program until something is so; false when it never is.
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
    /// Until nothing is under way.
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
    std::unique_ptr<QTemporaryDir> m_folder; ///< outlives the session that writes there
    std::unique_ptr<demo::Service> m_service;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace clusterdeck

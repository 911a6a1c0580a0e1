// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/service.h"
#include "app/session.h"
#include "ui/clusters/clusterpane.h"
#include "ui/mainwindow.h"
#include "ui/operations/confirmdialog.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>

namespace clusterdeck
{

/// The real window over the real session and the embedded cloud, over HTTP, and hands for it.
class DemoWindow : public QObject
{
protected:
    static void prepare(); ///< once
    void begin();          ///< before each test
    void end();            ///< after it

    void openDemo();
    void confirmDialog();
    [[nodiscard]] QAction *action(const char *name) const
    {
        return m_window->findChild<QAction *>(QLatin1String(name));
    }
    [[nodiscard]] ClusterTable *table() const { return m_window->pane()->table(); }
    [[nodiscard]] QLineEdit *filter() const { return m_window->pane()->filterField(); }
    [[nodiscard]] ConfirmDialog *dialog() const { return m_window->findChild<ConfirmDialog *>(); }
    [[nodiscard]] QSet<QString> ids() const;
    [[nodiscard]] QList<int> deletableRows() const;
    void selectRow(int row)
    {
        table()->selectionModel()->select(table()->model()->index(row, 0),
                                          QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder; ///< outlives the session that writes there
    std::unique_ptr<demo::Service> m_service;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings.h"

#include <QDialog>
#include <QMainWindow>
#include <QPointer>
#include <QTimer>

namespace clusterdeck
{

class AccountController;
class ActivityPane;
class BatchRunner;
class ClusterActions;
class ClusterPane;
class DemoBadge;
class DesktopPresence;
class OperationController;
class Session;
class StatusLine;
class MessageBarStack;
class ViewMenu;

/// The window: a tool bar, the clusters, the activity below them, and a status bar. Decides nothing
/// about clusters: it asks the session's operation service.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    using Memory = Settings::Memory;

    explicit MainWindow(Session &session, Memory memory = Memory::Kept, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] ClusterPane *pane() const { return m_pane; }
    [[nodiscard]] OperationController *controller() const { return m_controller; }

    void showAccessNotice();
    void showActivity();
    /// Writes down how the window looks; else that is done soon after a change, and at the end.
    void remember();
    /// Closes it without a question and ends the program: the system wants that. What was not sent
    /// is cancelled.
    void end();

signals:
    /// The person wants to see the demo cloud; only while there is no account. It has a window of
    /// its own.
    void demoWanted();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    QAction *newAction(const QString &name, const QString &text, const QString &icon,
                       const QKeySequence &shortcut);
    void createActions();
    void createToolBar();
    void createMenus();
    void connectRooms();
    void accountsChanged();
    void showEnvironments();
    void showNotices();
    void showJournalNotices();
    void showLocksNotice();
    void tell(const QString &name, const QString &sentence);
    void batchFinished(const BatchRunner *runner);
    void askToQuit();
    void stopAndClose();
    void restore();
    void chooseFirstSize();

    Session &m_session;
    Settings *m_settings;
    MessageBarStack *m_notices;
    ClusterPane *m_pane;
    ActivityPane *m_activity;
    OperationController *m_controller;
    ClusterActions *m_actions;
    AccountController *m_accounts;
    DesktopPresence *m_presence;
    StatusLine *m_status;
    ViewMenu *m_view = nullptr;
    QWidget *m_environments = nullptr;
    DemoBadge *m_badge = nullptr;
    QAction *m_badgeAction = nullptr;
    QAction *m_refresh = nullptr;
    QAction *m_selectAll = nullptr;
    QAction *m_find = nullptr;
    QTimer m_saving; ///< gathers what changes in quick succession
    QPointer<QDialog> m_quitDialog;
    bool m_quitting = false;
};

} // namespace clusterdeck

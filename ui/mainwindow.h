// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/presenter/rehearsal.h"
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
struct BatchCommands;
class ClusterActions;
class ClusterPane;
class DemoBadge;
class DesktopPresence;
class OperationController;
class Session;
class MessageBarStack;
class ViewMenu;

/// The main window: a tool bar, the table of clusters, the activity pane and a status bar. It
/// decides nothing about clusters: that is the task of the session's operation service.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    using Memory = Settings::Memory;

    /// `session` outlives the window. With Memory::None nothing is read from or written to the
    /// settings.
    explicit MainWindow(Session &session, Memory memory = Memory::Kept, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] ClusterPane *pane() const { return m_pane; }
    [[nodiscard]] OperationController *controller() const { return m_controller; }
    /// Triggered when the user wants the practice cloud, which replaces this window. Offered only
    /// while there is no account.
    [[nodiscard]] QAction *demo() const { return m_demo; }
    /// Asks how to practise with the clusters of the table; see practiceWanted().
    [[nodiscard]] QAction *practice() const { return m_practice; }
    /// Triggered when the user wants to return from the practice cloud to the accounts, in a window
    /// that replaces this one. Only visible in the practice cloud, and enabled while nothing is
    /// unfinished, so closing this window asks nothing.
    [[nodiscard]] QAction *leavePractice() const { return m_leavePractice; }
    /// Checkable, see presenterWanted().
    [[nodiscard]] QAction *presenter() const { return m_presenter; }

    /// Shows, updates or removes the message that the journal cannot be written.
    void showAccessNotice();
    void showActivity();
    /// Saves size, docks, columns and view in the settings now. Otherwise this happens 500 ms after
    /// a change and when the window closes.
    void remember();
    /// Closes the window without asking and ends the program, because the system requests it.
    /// Unsent items are cancelled.
    void end();

signals:
    /// The user turned presenter mode on or off: a new window should replace this one. The setting
    /// is saved before this is emitted, and nothing is unfinished, so closing this window asks
    /// nothing.
    void presenterWanted(bool on);
    /// The user wants to practise with the table's clusters, in a window that replaces this one.
    /// `options`: command-line options of clusterdeck-demo-service.
    void practiceWanted(clusterdeck::RehearsedNames names, const QStringList &options);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void createToolBar();
    void createMenus();
    void connectParts();
    void accountsChanged();
    void askForPractice();
    void updatePractice();
    void switchPresenter(bool on);
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

    [[nodiscard]] BatchCommands batchCommands();

    Session &m_session;
    QAction *m_refresh;
    QAction *m_demo;
    QAction *m_practice;
    QAction *m_leavePractice;
    QAction *m_presenter;
    QAction *m_showActivity;
    Settings *m_settings;
    MessageBarStack *m_notices;
    OperationController *m_controller;
    AccountController *m_accounts;
    ClusterPane *m_pane;
    ActivityPane *m_activity;
    ClusterActions *m_actions;
    DesktopPresence *m_presence;
    ViewMenu *m_view = nullptr;
    QWidget *m_environments = nullptr;
    DemoBadge *m_badge = nullptr;
    QAction *m_badgeAction = nullptr;
    QTimer m_saving; ///< one save for changes in quick succession
    QPointer<QDialog> m_quitDialog;
    bool m_quitting = false;
};

} // namespace clusterdeck

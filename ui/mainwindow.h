// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/rehearsal.h"
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
    /// The user wants to open the practice cloud; only while there is no account. It opens in its
    /// own window.
    [[nodiscard]] QAction *demo() const { return m_demo; }
    /// Asks how to practise with the clusters of the table; see practiceWanted().
    [[nodiscard]] QAction *practice() const { return m_practice; }
    /// Checkable, see presenterWanted().
    [[nodiscard]] QAction *presenter() const { return m_presenter; }

    void showAccessNotice();
    void showActivity();
    /// Writes down how the window looks; else that is done soon after a change, and at the end.
    void remember();
    /// Closes the window without a question and ends the program, at the request of the system.
    /// Unsent items are cancelled.
    void end();

signals:
    /// The user wants a window in presenter mode, or an ordinary one, in place of this one. The
    /// settings have it by then, and closing the window asks nothing.
    void presenterWanted(bool on);
    /// The user wants to practise with the table's clusters, in a window that replaces this one.
    /// `dials`: options of clusterdeck-demo-service.
    void practiceWanted(clusterdeck::RehearsedNames names, const QStringList &dials);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void refresh();
    void createToolBar();
    void createMenus();
    void connectRooms();
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
    QTimer m_saving; ///< gathers what changes in quick succession
    QPointer<QDialog> m_quitDialog;
    bool m_quitting = false;
};

} // namespace clusterdeck

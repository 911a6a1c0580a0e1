// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QPointer>

namespace clusterdeck
{

class AccountController;
class Session;

/// The Help menu. Makes a window when it is first asked for, and no second one.
class HelpMenu : public QMenu
{
    Q_OBJECT

public:
    /// `window` is the parent of the opened windows, and the window whose shortcuts are listed.
    HelpMenu(Session &session, AccountController &accounts, QWidget *window);

private:
    void fillReports();
    void showShortcuts();
    void showSafetyGuarantees();

    Session &m_session;
    AccountController &m_accounts;
    QWidget *m_window;
    QMenu *m_reports; ///< with several accounts: for which one
    QAction *m_report;
    QPointer<QWidget> m_shortcuts;
    QPointer<QWidget> m_promises;
};

} // namespace clusterdeck

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
    /// `window` is the parent of what is opened, and the one whose shortcuts are listed.
    HelpMenu(Session &session, AccountController &accounts, QWidget *window);

private:
    void fillReports();
    void showShortcuts();
    void showSafetyGuarantees();

    Session &m_session;
    AccountController &m_accounts;
    QWidget *m_window;
    QMenu *m_reports; ///< of several accounts: which one's?
    QAction *m_report;
    QPointer<QWidget> m_shortcuts;
    QPointer<QWidget> m_promises;
};

} // namespace clusterdeck

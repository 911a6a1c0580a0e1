// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QPointer>

namespace clusterdeck
{

class AccountController;
class Session;

/// The Help menu. Each of its windows is created when it is first needed, and exists at most once.
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
    QMenu *m_reports; ///< with several open accounts, in place of m_report
    QAction *m_report;
    QPointer<QWidget> m_shortcuts;
    QPointer<QWidget> m_safetyGuarantees;
};

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/accounts/accountsmodel.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableView;

namespace clusterdeck
{

class AccountController;

/// The saved accounts: which are open, and what can be done with them, by the controller. Show it
/// with open().
class AccountsDialog : public QDialog
{
    Q_OBJECT

public:
    /// Both outlive the dialog.
    AccountsDialog(AccountBook &book, AccountController &accounts, QWidget *parent);

    /// One sentence below the list; empty: none.
    void say(const QString &sentence);

private:
    void createButtons();
    void layOut();
    void update();
    void act(void (AccountController::*what)(const QString &id));
    void openOrClose();
    [[nodiscard]] const AccountEntry *current() const;

    AccountController &m_accounts;
    AccountsModel m_model;
    QTableView *m_table;
    QLabel *m_sentence;
    QPushButton *m_open;
    QPushButton *m_edit;
    QPushButton *m_check;
    QPushButton *m_remove;
};

} // namespace clusterdeck

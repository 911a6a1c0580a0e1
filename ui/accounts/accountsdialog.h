// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/accountbook.h"
#include "ui/widgets/recordmodel.h"
#include "ui/widgets/window.h"

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace clusterdeck
{

class AccountController;
class RecordTable;

/// The saved accounts: which are open, and the actions for them. Shows no secret, and only the last
/// four characters of a key. Its buttons call the controller. Show it with open().
class AccountsDialog : public Dialog
{
    Q_OBJECT

public:
    /// `book` outlives the dialog.
    AccountsDialog(AccountBook &book, AccountController &accounts, QWidget *parent);

    /// Shows and announces one sentence below the list; empty: hides it.
    void say(const QString &sentence);

private:
    QPushButton *addTool(QHBoxLayout *tools, const QString &name, const QString &text);
    void read();
    void update();
    void act(void (AccountController::*what)(const QString &id));
    void openOrClose();
    [[nodiscard]] const AccountEntry *current() const;

    AccountBook &m_book;
    AccountController &m_accounts;
    RecordModel<AccountEntry> m_model;
    RecordTable *m_table;
    QPushButton *m_open;
    QPushButton *m_edit;
    QPushButton *m_check;
    QPushButton *m_remove;
    QLabel *m_sentence;
};

} // namespace clusterdeck

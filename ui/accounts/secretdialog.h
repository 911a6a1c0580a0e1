// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/accountbook.h"
#include "ui/accounts/keychaindialog.h"

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace clusterdeck
{

/// Asks for the secret of a saved account, and opens the account with it. Show it with open().
class SecretDialog : public KeychainDialog
{
    Q_OBJECT

public:
    /// `book` outlives the dialog.
    SecretDialog(AccountBook &book, const AccountEntry &entry, QWidget *parent);

private:
    void openAccount();
    void answered(const AccountChange &change);
    void setSaving(bool saving);

    AccountBook &m_book;
    Account m_account;
    QLineEdit *m_secret;
    QCheckBox *m_remember;
    QPushButton *m_open;
};

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/accountbook.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace clusterdeck
{

/// Asks for the secret of a saved account. Show it with open().
class SecretDialog : public QDialog
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
    QLabel *m_problem;
    QPushButton *m_open;
    QTimer m_slowTimer; ///< a keychain that answers at once is not worth a word
};

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/accountbook.h"
#include "ui/accounts/keychaindialog.h"

class QCheckBox;
class QLabel;
class QPushButton;

namespace clusterdeck
{

class AccountFields;
struct AccountForm;

/// A new account, or the settings of a saved one. If the account cannot be saved, the dialog says
/// why and stays open. Closing the dialog before the keychain has answered undoes the change. Show
/// it with open().
class AccountDialog : public KeychainDialog
{
    Q_OBJECT

public:
    /// `id`: the account to edit; empty: a new one. `form`: the initial values. `book` outlives the
    /// dialog.
    AccountDialog(AccountBook &book, const QString &id, const AccountForm &form, QWidget *parent);
    ~AccountDialog() override;

signals:
    /// The account was saved, and the dialog closes. `note`: a message for the user, or empty.
    void saved(const QString &note);
    /// The user wants to check the connection with the entered values. If no secret was entered,
    /// `account` has that of the open account.
    void checkWanted(const clusterdeck::Account &account);

private:
    void addContents();
    [[nodiscard]] QString saveText() const;
    void update();
    void save(bool remember);
    void answered(const AccountChange &change);
    void setSaving(bool saving);
    [[nodiscard]] Account account() const;

    AccountBook &m_book;
    QString m_id;
    AccountFields *m_fields;
    QCheckBox *m_remember;
    QLabel *m_rememberNote;
    QPushButton *m_save;
    QPushButton *m_sessionOnly;
    QPushButton *m_check;
    QPushButton *m_cancel;
    bool m_saving = false;
    bool m_fieldsRefused = false; ///< and the dialog says so
};

} // namespace clusterdeck

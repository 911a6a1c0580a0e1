// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/accountbook.h"
#include "ui/accounts/keychaindialog.h"

class QPushButton;

namespace clusterdeck
{

/// Asks before an account is removed, and states what is kept. Show it with open().
class RemoveDialog : public KeychainDialog
{
    Q_OBJECT

public:
    /// `book` outlives the dialog.
    RemoveDialog(AccountBook &book, const AccountEntry &entry, QWidget *parent);

private:
    void remove();
    void answered(const AccountChange &change);

    AccountBook &m_book;
    QString m_id;
    QPushButton *m_keep;
    QPushButton *m_remove;
    bool m_evenIfKept = false; ///< the keychain has failed; see AccountBook::remove()
};

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/accountbook.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QPushButton;

namespace clusterdeck
{

/// Asks before an account is removed, and says what stays. Show it with open().
class RemoveDialog : public QDialog
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
    QLabel *m_problem;
    QPushButton *m_keep;
    QPushButton *m_remove;
    QTimer m_slowTimer; ///< a keychain that answers at once is not worth a word
    bool m_evenIfKept = false;
};

} // namespace clusterdeck

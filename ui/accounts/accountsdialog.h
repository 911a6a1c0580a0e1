// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/accounts/accountsmodel.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableView;

namespace clusterdeck
{

/// The saved accounts: which are open, and what can be done with them. Decides nothing: what a
/// person wants is told. Show it with open().
class AccountsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `book` outlives the dialog.
    AccountsDialog(AccountBook &book, QWidget *parent);

    /// One sentence below the list; empty: none.
    void say(const QString &sentence);

signals:
    void addWanted();
    void importWanted();
    void editWanted(const QString &id);
    void removeWanted(const QString &id);
    void checkWanted(const QString &id);
    void openWanted(const QString &id);
    void closeWanted(const QString &id);

private:
    void createButtons();
    void layOut();
    void update();
    void act(void (AccountsDialog::*signal)(const QString &));
    void openOrClose();
    [[nodiscard]] const AccountEntry *current() const;

    AccountsModel m_model;
    QTableView *m_table;
    QLabel *m_sentence;
    QPushButton *m_open;
    QPushButton *m_edit;
    QPushButton *m_check;
    QPushButton *m_remove;
};

} // namespace clusterdeck

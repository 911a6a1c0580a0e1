// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/accountbook.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QLabel;
class QPushButton;
class QScrollArea;

namespace clusterdeck
{

class AccountFields;
struct AccountForm;

/// A new account, or the settings of one. Stays open, and says why, when it could not be saved.
/// Closing it while the keychain has not answered takes everything back. Show it with open().
class AccountDialog : public QDialog
{
    Q_OBJECT

public:
    /// `id`: which account is edited; empty: a new one, filled in as far as `form` goes. `book`
    /// outlives the dialog.
    AccountDialog(AccountBook &book, const QString &id, const AccountForm &form, QWidget *parent);
    ~AccountDialog() override;

signals:
    /// Done. `note`: something about it that the person should know, or nothing. The dialog closes
    /// by itself.
    void saved(const QString &note);
    /// Whether a cloud answers to what is typed; with its secret.
    void checkWanted(const clusterdeck::Account &account);

private:
    void createButtons();
    void layOut();
    void update();
    void save(bool remember);
    void answered(const AccountChange &change);
    void say(const QString &problem);
    void setSaving(bool saving);
    void check();
    [[nodiscard]] Account account() const;

    AccountBook &m_book;
    QString m_id;
    AccountFields *m_fields;
    QScrollArea *m_scroll;
    QCheckBox *m_remember;
    QLabel *m_rememberNote;
    QLabel *m_problem;
    QPushButton *m_check;
    QPushButton *m_sessionOnly;
    QPushButton *m_cancel;
    QPushButton *m_save;
    QTimer m_slowTimer; ///< a keychain that answers at once is not worth a word
    bool m_saving = false;
};

} // namespace clusterdeck

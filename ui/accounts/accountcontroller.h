// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/accountform.h"

#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

class QAction;
class QMenu;
class QWidget;

namespace clusterdeck
{

class AccountsDialog;
class MessageBarStack;
class Session;
class Settings;

/// The accounts of a window: opens their dialogs one after the other, and shows above the table
/// which account needs the user.
class AccountController : public QObject
{
    Q_OBJECT

public:
    /// All outlive this, which is the window's child.
    AccountController(Session &session, const Settings &settings, MessageBarStack &notices,
                      QWidget *window);

    void addTo(QMenu *menu) const;
    /// Whether accounts can be managed. Not in the practice cloud, which is kept apart from them,
    /// nor in presenter mode, where no real name is shown.
    void setAvailable(bool available);

    void manage();
    void add() { askFor({}, newForm()); }
    /// Looks for keys in the provider's own files and in the environment.
    void import();
    void edit(const QString &id);
    void enterSecret(const QString &id);
    void remove(const QString &id);
    /// Uses the secret in the keychain, if there may be one; otherwise the user enters it.
    void open(const QString &id);
    void close(const QString &id);
    /// Whether the cloud of an open account answers.
    void check(const QString &id);
    /// The first open account that has trouble, else the first.
    void checkAny();

private:
    [[nodiscard]] AccountForm newForm() const;
    void askFor(const QString &id, const AccountForm &form);
    void checkAccount(const Account &account, QWidget *parent);
    void say(const QString &sentence);
    [[nodiscard]] QWidget *front() const;
    void showSecretNotices();
    void showKeyNotices();
    void showStoreNotice();
    void showCaFileNotices();

    Session &m_session;
    const Settings &m_settings;
    MessageBarStack &m_notices;
    QWidget *m_window;
    QAction *m_manage;
    QAction *m_add;
    QAction *m_import;
    QPointer<AccountsDialog> m_dialog;
    QTimer m_slowTimer;            ///< no message when the keychain answers at once
    QSet<QString> m_waiting;       ///< accounts for which the keychain was asked
    QSet<QString> m_secretNotices; ///< names of the message bars on show
    QSet<QString> m_keyNotices;
    QSet<QString> m_caFileNotices;
    QString m_storeTrouble; ///< the last message that was shown
    bool m_saidOpen = false;
};

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/accountform.h"
#include "app/support/datakind.h"

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

/// The accounts of a window: opens their dialogs, and shows in message bars above the table which
/// accounts need the user. A function with the `id` of an account does nothing if there is no such
/// account.
class AccountController : public QObject
{
    Q_OBJECT

public:
    /// All outlive the controller, which is a child of `window`.
    AccountController(Session &session, const Settings &settings, MessageBarStack &notices,
                      QWidget *window);

    /// Adds the actions that manage, add and import to a menu.
    void addTo(QMenu *menu) const;
    /// Enables these actions for real data only: the practice cloud is separate from the saved
    /// accounts, and presenter mode shows no real name. Their tool tips say so.
    void setDataKind(DataKind dataKind);

    void manage();
    void add() { askFor({}, newForm()); }
    /// Searches the provider's own files and the environment for keys, and lets the user choose
    /// one.
    void import();
    void edit(const QString &id);
    void enterSecret(const QString &id);
    void remove(const QString &id);
    /// Uses the secret in the keychain, if there may be one; otherwise the user enters it.
    void open(const QString &id);
    /// Shows the reason if the account cannot be closed.
    void close(const QString &id);
    /// Opens the connection check of an open account.
    void check(const QString &id);
    /// Checks the first open account whose listing has an error, else the first open account. Does
    /// nothing when no account is open.
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
    QTimer m_slowTimer;            ///< while it runs, waiting for the keychain is not reported
    QSet<QString> m_waiting;       ///< ids of the accounts that wait for the keychain
    QSet<QString> m_secretNotices; ///< names of the visible message bars
    QSet<QString> m_keyNotices;    ///< the same
    QSet<QString> m_caFileNotices; ///< names of the message bars that were ever shown
    QString m_storeTrouble;        ///< the last text of storeTroubleText()
    bool m_saidOpen = false;       ///< storeWasOpenText() was shown
};

} // namespace clusterdeck

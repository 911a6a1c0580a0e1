// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accountcontroller.h"

#include "app/accounts/accountneeds.h"
#include "app/accounts/providerfiles.h"
#include "app/api/cafile.h"
#include "app/session.h"
#include "app/support/environment.h"
#include "ui/accounts/accountdialog.h"
#include "ui/accounts/accountsdialog.h"
#include "ui/accounts/accounttext.h"
#include "ui/accounts/checkdialog.h"
#include "ui/accounts/importdialog.h"
#include "ui/accounts/removedialog.h"
#include "ui/accounts/secretdialog.h"
#include "ui/settings/settings.h"
#include "ui/text/format.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/messagebar.h"
#include "ui/words/errortext.h"

#include <QAction>
#include <QDir>
#include <QMenu>
#include <QPushButton>

namespace clusterdeck
{

namespace
{

/// A sentence that says why an account's key or connection needs the user; empty when neither does.
QString keyTrouble(Session &session, const QString &account)
{
    AccountTrouble trouble;
    for (const ClusterFeed *feed : session.feeds()) {
        if (feed->account() == account && feed->error())
            trouble.listing = feed->error();
    }
    for (const BatchRunner *runner : session.operationService().batches()) {
        if (runner->batch().account == account && !runner->isFinished())
            trouble.holds.append(runner->batch().hold);
    }
    const KeyTrouble found = keyTroubleOf(trouble);
    return found.error ? errorText(*found.error) : found ? holdText(found.hold) : QString();
}

QSet<QString> waitingIds(const AccountBook &book)
{
    QSet<QString> ids;
    for (const AccountEntry &entry : book.entries()) {
        if (entry.status == AccountStatus::WaitsForKey)
            ids.insert(entry.id());
    }
    return ids;
}

} // namespace

AccountController::AccountController(Session &session, const Settings &settings,
                                     MessageBarStack &notices, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_settings(settings)
    , m_notices(notices)
    , m_window(window)
    , m_manage(newAction(window, QStringLiteral("Accounts"), tr("&Accounts…")))
    , m_add(newAction(window, QStringLiteral("Add account"), tr("A&dd Account…")))
    , m_import(newAction(window, QStringLiteral("Import key"), tr("&Import Key…")))
{
    m_manage->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    connect(m_manage, &QAction::triggered, this, &AccountController::manage);
    connect(m_add, &QAction::triggered, this, &AccountController::add);
    connect(m_import, &QAction::triggered, this, &AccountController::import);
    m_slowTimer.setSingleShot(true);
    m_slowTimer.setInterval(1000);
    connect(&m_slowTimer, &QTimer::timeout, this, &AccountController::showSecretNotices);
    connect(&session.book(), &AccountBook::entriesChanged, this, [this] {
        const QSet<QString> waiting = waitingIds(m_session.book());
        if (!m_waiting.contains(waiting))
            m_slowTimer.start(); // restarts for the new request
        m_waiting = waiting;
        showSecretNotices();
        showStoreNotice();
    });
    connect(&session, &Session::statusChanged, this, &AccountController::showKeyNotices);
    connect(&session.operationService(), &OperationService::itemChanged, this,
            &AccountController::showKeyNotices);
    connect(&session, &Session::accountsChanged, this, &AccountController::showKeyNotices);
    connect(&session, &Session::accountsChanged, this, &AccountController::showCaFileNotices);
    showStoreNotice();
    showSecretNotices();
}

void AccountController::addTo(QMenu *menu) const
{
    menu->addActions({m_manage, m_add, m_import});
}

void AccountController::setDataKind(DataKind dataKind)
{
    const QString why =
        dataKind == DataKind::Demo
            ? tr("The practice cloud has no saved accounts. Leave the practice cloud first.")
        : dataKind == DataKind::Presenter ? tr("Turn off presenter mode first.")
                                          : QString();
    for (QAction *action : {m_manage, m_add, m_import}) {
        action->setEnabled(why.isEmpty());
        action->setToolTip(why);
    }
}

AccountForm AccountController::newForm() const
{
    Account account;
    account.inFlight = m_settings.value(setting::CallsInFlight);
    account.api.baseUrl = QUrl(knownAddresses().constFirst());
    return formFrom(account);
}

/// The window over which a new dialog opens.
QWidget *AccountController::front() const
{
    return m_dialog ? static_cast<QWidget *>(m_dialog) : m_window;
}

void AccountController::manage()
{
    if (m_dialog)
        return;
    m_dialog = new AccountsDialog(m_session.book(), *this, m_window);
    m_dialog->open();
}

void AccountController::import()
{
    auto *dialog =
        new ImportDialog(findProviderKeys(QDir::homePath(), startEnvironment()), front());
    connect(dialog, &ImportDialog::chosen, this, [this](const ProviderKeys &keys) {
        AccountForm form = newForm();
        form.accessKeyId = keys.accessKeyId;
        form.secret = keys.secretAccessKey;
        form.zone = keys.zone;
        askFor({}, form);
    });
    connect(dialog, &ImportDialog::byHandWanted, this, &AccountController::add);
    dialog->open();
}

void AccountController::edit(const QString &id)
{
    const AccountEntry *entry = m_session.book().find(id);
    if (!entry)
        return;
    AccountForm form = formFrom(entry->saved.account);
    const bool known = !entry->saved.account.api.credentials.secretAccessKey.isEmpty();
    if (known || mayBeInKeychain(*entry))
        form.secretIsThereFor = form.accessKeyId;
    askFor(id, form);
}

void AccountController::askFor(const QString &id, const AccountForm &form)
{
    auto *dialog = new AccountDialog(m_session.book(), id, form, front());
    connect(dialog, &AccountDialog::saved, this, &AccountController::say);
    connect(dialog, &AccountDialog::checkWanted, this,
            [this, dialog](const Account &account) { checkAccount(account, dialog); });
    dialog->open();
}

void AccountController::enterSecret(const QString &id)
{
    if (const AccountEntry *entry = m_session.book().find(id))
        (new SecretDialog(m_session.book(), *entry, front()))->open();
}

void AccountController::check(const QString &id)
{
    for (const Account &account : m_session.accounts()) {
        if (account.id == id) {
            checkAccount(account, front());
            return;
        }
    }
}

void AccountController::checkAny()
{
    QStringList accounts;
    for (const Account &account : m_session.accounts())
        accounts.append(account.id);
    QSet<QString> failed;
    for (const ClusterFeed *feed : m_session.feeds()) {
        if (feed->error())
            failed.insert(feed->account());
    }
    check(accountToCheck(accounts, failed));
}

void AccountController::checkAccount(const Account &account, QWidget *parent)
{
    const QString name = account.name.isEmpty() ? tr("New account") : account.name;
    auto *dialog = new CheckDialog(account.api, name, m_session.clock(), parent);
    connect(dialog, &CheckDialog::called, this,
            [this, id = account.id](const QDateTime &utc) { m_session.countCall(id, utc); });
    dialog->open();
}

void AccountController::remove(const QString &id)
{
    if (const AccountEntry *entry = m_session.book().find(id))
        (new RemoveDialog(m_session.book(), *entry, front()))->open();
}

void AccountController::open(const QString &id)
{
    const AccountEntry *entry = m_session.book().find(id);
    if (entry && mayBeInKeychain(*entry))
        m_session.book().open(id);
    else
        enterSecret(id);
}

void AccountController::close(const QString &id)
{
    say(changeText(m_session.book().close(id)));
}

void AccountController::say(const QString &sentence)
{
    if (sentence.isEmpty())
        return;
    if (m_dialog)
        m_dialog->say(sentence);
    else
        m_notices
            .show(QStringLiteral("Account change"), Glyph::Warning, StatusColor::Warning, sentence)
            ->addDismiss();
}

void AccountController::showSecretNotices()
{
    QSet<QString> shown;
    for (const AccountEntry &entry : m_session.book().entries()) {
        const bool waits = entry.status == AccountStatus::WaitsForKey && !m_slowTimer.isActive();
        if (entry.status != AccountStatus::NeedsSecret && !waits)
            continue;
        const QString id = entry.id();
        const QString name = QStringLiteral("Secret ") + id;
        shown.insert(name);
        const QString text = waits ? waitsForKeychainText(entry.saved.account.name)
                                   : secretTroubleText(entry.saved.account.name, entry.trouble);
        if (const MessageBar *messageBar = m_notices.find(name);
            messageBar && messageBar->text() == text)
            continue;
        MessageBar *messageBar = m_notices.show(name, Glyph::Lock, StatusColor::Warning, text);
        if (mayBeInKeychain(entry)) {
            QPushButton *again = messageBar->addButton(tr("Try again"));
            connect(again, &QPushButton::clicked, this, [this, id] { m_session.book().open(id); });
        }
        QPushButton *enter = messageBar->addButton(tr("Enter secret…"));
        connect(enter, &QPushButton::clicked, this, [this, id] { enterSecret(id); });
        QPushButton *notNow = messageBar->addButton(tr("Close account"));
        connect(notNow, &QPushButton::clicked, this, [this, id] { close(id); });
    }
    for (const QString &name : m_secretNotices - shown)
        m_notices.remove(name);
    m_secretNotices = shown;
}

void AccountController::showKeyNotices()
{
    QSet<QString> shown;
    for (const Account &account : m_session.accounts()) {
        const QString trouble = keyTrouble(m_session, account.id);
        if (trouble.isEmpty())
            continue;
        const QString id = account.id;
        const QString name = QStringLiteral("Key ") + id;
        shown.insert(name);
        const QString text = tr("%1: %2", "account: what is wrong")
                                 .arg(shownLine(account.name, LongestNameShown), trouble);
        if (const MessageBar *messageBar = m_notices.find(name);
            messageBar && messageBar->text() == text)
            continue;
        MessageBar *messageBar = m_notices.show(name, Glyph::Warning, StatusColor::Warning, text);
        if (!m_session.isPresenting()) { // the check names the cloud and the key
            QPushButton *check = messageBar->addButton(tr("Check connection…"));
            connect(check, &QPushButton::clicked, this, [this, id] { this->check(id); });
        }
        if (m_session.book().find(id)) {
            QPushButton *edit = messageBar->addButton(tr("Edit account…"));
            connect(edit, &QPushButton::clicked, this, [this, id] { this->edit(id); });
        }
    }
    for (const QString &name : m_keyNotices - shown)
        m_notices.remove(name);
    m_keyNotices = shown;
}

/// One notice for each account and CA file, however often the account changes.
void AccountController::showCaFileNotices()
{
    for (const Account &account : m_session.accounts()) {
        const QString &file = account.api.caFile;
        const QString name = QStringLiteral("CA file ") + account.id + file;
        if (file.isEmpty() || m_caFileNotices.contains(name) || !othersCanChangeCaFile(file))
            continue;
        m_caFileNotices.insert(name);
        m_notices
            .show(name, Glyph::Warning, StatusColor::Warning,
                  tr("%1: %2", "account: what is wrong")
                      .arg(shownLine(account.name, LongestNameShown), caFileOpenText(file)))
            ->addDismiss();
    }
}

void AccountController::showStoreNotice()
{
    const AccountStore &store = m_session.book().store();
    const QString name = QStringLiteral("Accounts unreadable");
    const QString text = storeTroubleText(store);
    if (text != std::exchange(m_storeTrouble, text)) {
        m_notices.remove(name);
        if (!text.isEmpty())
            m_notices.show(name, Glyph::Warning, StatusColor::Bad, text)->addDismiss();
    }
    if (store.wasOpenToOthers() && !std::exchange(m_saidOpen, true))
        m_notices
            .show(QStringLiteral("Accounts were open"), Glyph::Warning, StatusColor::Warning,
                  storeWasOpenText(store))
            ->addDismiss();
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/accountbook.h"

#include "app/support/log.h"

#include <algorithm>
#include <memory>

namespace clusterdeck
{

AccountBook::AccountBook(AccountStore &store, SecretStore &secrets,
                         std::function<bool(const QString &)> mayDisturb, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_secrets(secrets)
    , m_mayDisturb(std::move(mayDisturb))
{
    for (const SavedAccount &saved : store.accounts())
        m_entries.append({saved, AccountStatus::Closed, SecretOutcome::Done, {}});
}

AccountEntry *AccountBook::entry(const QString &id)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const AccountEntry &entry) { return entry.id() == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

const AccountEntry *AccountBook::find(const QString &id) const
{
    return const_cast<AccountBook *>(this)->entry(id);
}

QList<Account> AccountBook::others(const QString &id) const
{
    QList<Account> others;
    for (const AccountEntry &entry : m_entries) {
        if (entry.id() != id)
            others.append(entry.saved.account);
    }
    return others;
}

void AccountBook::openAll()
{
    const QList<AccountEntry> entries = m_entries;
    for (const AccountEntry &entry : entries) {
        if (entry.saved.open && entry.status == AccountStatus::Closed)
            open(entry.id());
    }
}

void AccountBook::open(const QString &id)
{
    AccountEntry *entry = this->entry(id);
    if (!entry || entry->status == AccountStatus::Open)
        return;
    if (!entry->saved.open) {
        entry->saved.open = true;
        (void)saveOpen(id, true); // were it lost, it would only have to be opened again
    }
    if (!entry->saved.remember) {
        entry->status = AccountStatus::NeedsSecret;
        entry->trouble = SecretOutcome::Done;
        emit entriesChanged();
        return;
    }
    entry->status = AccountStatus::WaitsForKey;
    const int question = m_questions[id] = ++m_question;
    m_secrets.read(id, this, [this, id, question](const SecretAnswer &answer) {
        answered(id, question, answer);
    });
    emit entriesChanged();
}

/// Whichever question brings the secret is welcome; only the latest may say that there is none.
void AccountBook::answered(const QString &id, int question, const SecretAnswer &answer)
{
    AccountEntry *entry = this->entry(id);
    if (!entry || entry->status == AccountStatus::Open || entry->status == AccountStatus::Closed)
        return;
    const bool empty = answer.outcome == SecretOutcome::Done && answer.secret.isEmpty();
    if (answer.outcome == SecretOutcome::Done && !empty) {
        openNow(id, answer.secret, true);
        return;
    }
    if (m_questions.value(id) != question)
        return;
    entry->status = AccountStatus::NeedsSecret;
    entry->trouble = empty ? SecretOutcome::NotFound : answer.outcome;
    entry->detail = answer.detail;
    emit entriesChanged();
}

void AccountBook::openWith(const QString &id, const QString &secret)
{
    openNow(id, secret, false);
}

void AccountBook::openNow(const QString &id, const QString &secret, bool kept)
{
    AccountEntry *entry = this->entry(id);
    if (!entry || entry->status == AccountStatus::Open || secret.isEmpty())
        return;
    guardInLog(entry->saved.account.api.credentials.accessKeyId, secret);
    entry->saved.account.api.credentials.secretAccessKey = secret;
    entry->saved.open = true;
    entry->status = AccountStatus::Open;
    entry->kept = kept;
    entry->trouble = SecretOutcome::Done;
    entry->detail.clear();
    const Account account = entry->saved.account;
    emit opened(account);
    emit entriesChanged();
}

AccountChange AccountBook::close(const QString &id)
{
    AccountEntry *entry = this->entry(id);
    if (!entry)
        return {};
    if (!m_mayDisturb(id))
        return {AccountChange::Outcome::UnderWay, {}, {}};
    if (!saveOpen(id, false))
        return notWritten();
    const bool wasOpen = entry->status == AccountStatus::Open;
    entry->saved.open = false;
    entry->saved.account.api.credentials.secretAccessKey.clear();
    entry->status = AccountStatus::Closed;
    emit entriesChanged();
    if (wasOpen)
        emit closed(id);
    return {};
}

void AccountBook::drop(const QString &id)
{
    const AccountEntry *entry = find(id);
    const bool wasOpen = entry && entry->status == AccountStatus::Open;
    m_entries.removeIf([&](const AccountEntry &each) { return each.id() == id; });
    emit entriesChanged();
    if (wasOpen)
        emit closed(id);
}

bool AccountBook::save(const std::function<void(QList<SavedAccount> &)> &edit)
{
    QList<SavedAccount> accounts = m_store.accounts();
    edit(accounts);
    const bool saved = m_store.set(accounts);
    QMetaObject::invokeMethod(this, &AccountBook::takeUpChanges, Qt::QueuedConnection);
    return saved;
}

bool AccountBook::saveOpen(const QString &id, bool open)
{
    return save([&](QList<SavedAccount> &accounts) {
        for (SavedAccount &saved : accounts) {
            if (saved.account.id == id)
                saved.open = open;
        }
    });
}

} // namespace clusterdeck

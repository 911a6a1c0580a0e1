// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/accountbook.h"

#include "app/support/log.h"

#include <QPointer>

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
    const auto found = std::ranges::find(m_entries, id, &AccountEntry::id);
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
        (void)saveOpen(id, true); // on failure the user has to open it again in the next run
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

/// Any answer with a secret opens the account; only the answer to the latest question may report
/// that there is none.
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
        return {AccountChange::Outcome::OperationsRunning, {}, {}};
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

namespace
{

QString secretOf(const AccountEntry &entry)
{
    return entry.saved.account.api.credentials.secretAccessKey;
}

Account withSecret(Account account, const QString &secret)
{
    account.api.credentials.secretAccessKey = secret;
    return account;
}

bool isSameSending(const ApiSettings &one, const ApiSettings &other)
{
    return one.runUser == other.runUser && one.deletePath == other.deletePath &&
           one.deleteIdsKey == other.deleteIdsKey && one.unlease == other.unlease;
}

} // namespace

void AccountBook::takeUpChanges()
{
    bool isChanged = m_store.refresh();
    QList<AccountEntry> entries;
    QList<Account> changedOnes;
    const QList<SavedAccount> &stored = m_store.accounts();
    const auto isStored = [&](const QString &id) {
        return std::any_of(stored.begin(), stored.end(),
                           [&](const SavedAccount &saved) { return saved.account.id == id; });
    };
    // An account that another copy has removed stays open here until it is closed.
    for (const AccountEntry &entry : std::as_const(m_entries)) {
        const bool stays = entry.status == AccountStatus::Open || isStored(entry.id());
        isChanged = isChanged || !stays;
        if (stays)
            entries.append(entry);
    }
    for (const SavedAccount &saved : stored) {
        const auto known = std::ranges::find(entries, saved.account.id, &AccountEntry::id);
        if (known == entries.end()) {
            entries.append({saved, AccountStatus::Closed, SecretOutcome::Done, {}});
            isChanged = true;
            continue;
        }
        SavedAccount taken = saved;
        if (known->status != AccountStatus::Closed)
            taken.open = known->saved.open;
        if (known->status == AccountStatus::Open) {
            const Account &now = known->saved.account;
            if (isSameSending(now.api, taken.account.api) || m_mayDisturb(known->id()))
                taken.account.api.credentials = now.api.credentials;
            else
                taken.account.api = now.api;
        }
        if (isSameSaved(known->saved, taken))
            continue;
        known->saved = taken;
        isChanged = true;
        if (known->status == AccountStatus::Open)
            changedOnes.append(taken.account);
    }
    if (!isChanged)
        return;
    m_entries = entries;
    emit entriesChanged();
    for (const Account &account : std::as_const(changedOnes))
        emit changed(account);
}

/// What a change did in the keychain before the account is saved.
enum class AccountBook::Keeping { Nothing, Written, Moved };

/// One put() or remove() that has not ended.
struct AccountBook::Change {
    QString oldId;                   ///< empty: a new account
    std::optional<AccountEntry> old; ///< before the change
    Account account;                 ///< the new account; unused by remove()
    QString secret;                  ///< of the new account; empty: not known in this run
    bool remember = true;
    Keeping keeping = Keeping::Nothing;
    QPointer<QObject> context;
    Then then;
    int number = 0; ///< a later put() for the same account that was not refused has a higher one

    [[nodiscard]] bool isKept() const
    {
        return old && old->saved.remember && (old->kept || old->status != AccountStatus::Open);
    }
    [[nodiscard]] bool wasRemembered() const { return old && old->saved.remember; }
    [[nodiscard]] bool isRenamed() const { return old && oldId != account.id; }
};

/// A confirmed operation must be sent as it was confirmed. A new key, name or colour does not
/// affect it and may change at any time.
bool AccountBook::mayChange(const Change &change) const
{
    if (!change.old)
        return true;
    const Account &before = change.old->saved.account;
    const bool disturbs =
        before.id != change.account.id || !isSameSending(before.api, change.account.api);
    return !disturbs || m_mayDisturb(change.oldId);
}

void AccountBook::put(const QString &id, const Account &account, bool remember, QObject *context,
                      Then then)
{
    auto change = std::make_shared<Change>();
    change->context = context;
    change->then = std::move(then);
    change->account = account;
    change->remember = remember;
    if (const AccountEntry *old = find(id)) {
        change->old = *old;
        change->oldId = id;
    }
    change->secret = account.api.credentials.secretAccessKey;
    guardInLog(account.api.credentials.accessKeyId, change->secret);
    if (change->secret.isEmpty() && change->old)
        change->secret = secretOf(*change->old);
    if (account.id != id && find(account.id)) {
        finish(change, {AccountChange::Outcome::Exists, {}, {}});
        return;
    }
    if (!mayChange(*change)) {
        finish(change, {AccountChange::Outcome::OperationsRunning, {}, {}});
        return;
    }
    change->number = m_changes[account.id] = ++m_change;
    keepSecret(change);
}

void AccountBook::keepSecret(const std::shared_ptr<Change> &change)
{
    const auto kept = [this, change](const SecretAnswer &answer) {
        if (change->keeping == Keeping::Nothing)
            change->secret = answer.secret;
        if (answer.outcome != SecretOutcome::Done)
            finish(change, {AccountChange::Outcome::Keychain, answer.outcome, answer.detail});
        else if (!change->context) // the caller no longer wants the change
            undo(change, {});
        else if (!mayChange(*change)) // an operation has begun in the meantime
            undo(change, {AccountChange::Outcome::OperationsRunning, {}, {}});
        else
            writeDown(change);
    };
    const bool isNew = !change->account.api.credentials.secretAccessKey.isEmpty();
    if (!change->remember)
        change->keeping = Keeping::Nothing;
    else if (isNew || !change->isKept())
        change->keeping = Keeping::Written;
    else if (change->isRenamed())
        change->keeping = Keeping::Moved;

    switch (change->keeping) {
    case Keeping::Nothing:
        // The keychain's entry is removed later: it may be the only copy of the secret.
        if (!change->remember && change->wasRemembered() && change->secret.isEmpty())
            m_secrets.read(change->oldId, this, kept);
        else
            writeDown(change);
        return;
    case Keeping::Written:
        m_secrets.write(change->account.id, change->secret, this, kept);
        return;
    case Keeping::Moved:
        renameSecret(m_secrets, change->oldId, change->account.id, this, kept);
        return;
    }
}

/// Updates `change` with the present state of the account: an earlier question to the keychain may
/// have been answered since. False when the account was removed.
bool AccountBook::refresh(Change &change) const
{
    if (!change.old)
        return true;
    const AccountEntry *now = find(change.oldId);
    if (!now)
        return false;
    change.old = *now;
    if (change.secret.isEmpty())
        change.secret = secretOf(*now);
    return true;
}

void AccountBook::writeDown(const std::shared_ptr<Change> &change)
{
    if (!refresh(*change)) {
        undo(change, {AccountChange::Outcome::NotWritten, {}, {}});
        return;
    }
    QList<AccountEntry> entries = m_entries;
    AccountEntry changed = change->old.value_or(AccountEntry());
    changed.saved.account = withSecret(change->account, change->secret);
    changed.saved.remember = change->remember;
    changed.kept = change->remember;
    const auto place = std::find_if(entries.begin(), entries.end(), [&](const AccountEntry &entry) {
        return change->old && entry.id() == change->oldId;
    });
    if (place != entries.end())
        *place = changed;
    else
        entries.append(changed);
    const bool saved = save([&](QList<SavedAccount> &accounts) {
        for (SavedAccount &each : accounts) {
            if (change->old && each.account.id == change->oldId) {
                each = changed.saved;
                return;
            }
        }
        accounts.append(changed.saved);
    });
    if (!saved) {
        undo(change, notWritten());
        return;
    }
    m_entries = entries;
    emitChange(*change);
    forgetOldSecret(change);
}

/// Restores the keychain's entry.
void AccountBook::undo(const std::shared_ptr<Change> &change, const AccountChange &result)
{
    const auto undone = [this, change, result](const SecretAnswer &) { finish(change, result); };
    const QString before = change->old ? secretOf(*change->old) : QString();
    // The keychain's entry now belongs to a later put() of the same account.
    if (m_changes.value(change->account.id) != change->number) {
        finish(change, result);
        return;
    }
    switch (change->keeping) {
    case Keeping::Nothing:
        finish(change, result);
        return;
    case Keeping::Moved:
        renameSecret(m_secrets, change->account.id, change->oldId, this, undone);
        return;
    case Keeping::Written:
        if (change->isRenamed() || !change->wasRemembered())
            m_secrets.remove(change->account.id, this, undone);
        else if (!before.isEmpty())
            m_secrets.write(change->account.id, before, this, undone);
        else
            finish(change, result); // the old secret is not known in this run
        return;
    }
}

void AccountBook::forgetOldSecret(const std::shared_ptr<Change> &change)
{
    const bool isLeft =
        change->keeping == Keeping::Written ? change->isRenamed() : !change->remember;
    if (!change->wasRemembered() || !isLeft) {
        finish(change, {});
        return;
    }
    m_secrets.remove(change->oldId, this, [this, change](const SecretAnswer &answer) {
        const bool gone = answer.outcome == SecretOutcome::Done;
        finish(change, gone ? AccountChange()
                            : AccountChange{AccountChange::Outcome::StillLocked, answer.outcome,
                                            answer.detail});
    });
}

void AccountBook::emitChange(const Change &change)
{
    AccountEntry *now = entry(change.account.id);
    const bool wasOpen = change.old && change.old->status == AccountStatus::Open;
    const Account account = now->saved.account;
    if (wasOpen && !change.isRenamed()) {
        emit entriesChanged();
        emit changed(account);
        return;
    }
    if (wasOpen)
        emit closed(change.oldId);
    now = entry(change.account.id); // a slot may have changed the list
    if (!now || !now->saved.open) {
        emit entriesChanged();
        return;
    }
    now->status = AccountStatus::Closed;
    if (change.secret.isEmpty())
        open(change.account.id);
    else
        openNow(change.account.id, change.secret, change.remember);
}

void AccountBook::remove(const QString &id, bool evenIfKept, QObject *context, Then then)
{
    auto change = std::make_shared<Change>();
    change->context = context;
    change->then = std::move(then);
    const AccountEntry *old = find(id);
    if (!old || !m_mayDisturb(id)) {
        finish(change,
               {old ? AccountChange::Outcome::OperationsRunning : AccountChange::Outcome::Done,
                {},
                {}});
        return;
    }
    change->oldId = id;
    change->old = *old;
    if (!change->wasRemembered()) {
        dropAfter(change, {});
        return;
    }
    m_secrets.remove(id, this, [this, change, evenIfKept](const SecretAnswer &answer) {
        if (answer.outcome == SecretOutcome::Done)
            dropAfter(change, {});
        else if (evenIfKept)
            dropAfter(change, {AccountChange::Outcome::StillLocked, answer.outcome, answer.detail});
        else
            finish(change, {AccountChange::Outcome::Keychain, answer.outcome, answer.detail});
    });
}

/// Checks again whether the account may be removed: the keychain's answer may have come late.
void AccountBook::dropAfter(const std::shared_ptr<Change> &change, const AccountChange &result)
{
    AccountChange failed{AccountChange::Outcome::OperationsRunning, {}, {}};
    const bool wanted = change->context && m_mayDisturb(change->oldId);
    if (wanted) {
        const bool saved = save([&](QList<SavedAccount> &accounts) {
            accounts.removeIf(
                [&](const SavedAccount &each) { return each.account.id == change->oldId; });
        });
        if (saved) {
            drop(change->oldId);
            finish(change, result);
            return;
        }
        failed = notWritten();
    }
    (void)refresh(*change);
    const QString secret = secretOf(*change->old);
    if (!change->wasRemembered() || secret.isEmpty())
        finish(change, failed);
    else
        m_secrets.write(change->oldId, secret, this,
                        [this, change, failed](const SecretAnswer &) { finish(change, failed); });
}

AccountChange AccountBook::notWritten() const
{
    return {m_store.isChangedElsewhere() ? AccountChange::Outcome::OtherCopy
                                         : AccountChange::Outcome::NotWritten,
            {},
            {},
            m_store.writeProblem()};
}

/// From the event loop, as put() and remove() promise.
void AccountBook::finish(const std::shared_ptr<Change> &change, const AccountChange &result)
{
    QMetaObject::invokeMethod(
        this,
        [change, result] {
            if (change->context && change->then)
                change->then(result);
        },
        Qt::QueuedConnection);
}

} // namespace clusterdeck

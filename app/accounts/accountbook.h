// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/accountstore.h"
#include "app/accounts/secretstore.h"

#include <QObject>

#include <functional>
#include <optional>

namespace clusterdeck
{

/// The state of a saved account in this run.
enum class AccountStatus {
    Closed,      ///< the user closed it, or it was never opened
    WaitsForKey, ///< the keychain was asked and has not answered
    NeedsSecret, ///< the user must enter the secret; see AccountEntry::trouble
    Open,
};

struct AccountEntry {
    SavedAccount saved;
    AccountStatus status = AccountStatus::Closed;
    /// With NeedsSecret: the keychain's answer. Done: the secret is not saved in the keychain.
    SecretOutcome trouble = SecretOutcome::Done;
    QString detail;    ///< technical words about `trouble`
    bool kept = false; ///< if open: the secret in use is in the keychain

    [[nodiscard]] const QString &id() const { return saved.account.id; }
};

/// The result of a change to the accounts.
struct AccountChange {
    enum class Outcome {
        Done,
        Exists, ///< another saved account has this cloud, zone and owner: nothing changed
        OperationsRunning, ///< operations of this account are still running: nothing changed
        Keychain,          ///< the keychain failed: nothing changed; see `secret`
        OtherCopy,         ///< another running copy has changed the account: nothing changed
        NotWritten,        ///< the accounts could not be saved: nothing changed
        StillLocked,       ///< done, but the keychain still has the old secret; see `secret`
    };
    Outcome outcome = Outcome::Done;
    SecretOutcome secret = SecretOutcome::Done;
    QString detail;                                    ///< technical words, without secrets
    std::optional<FileProblem> problem = std::nullopt; ///< with NotWritten and OtherCopy
};

/// The saved accounts with their secrets: opens, changes and removes them. Sends nothing to a
/// cloud.
///
/// A secret is written to the keychain before its account is saved, and removed before its account
/// is removed, so that there is no account without its secret and no secret without its account.
class AccountBook : public QObject
{
    Q_OBJECT

public:
    using Then = std::function<void(const AccountChange &)>;

    /// `mayDisturb`: whether no operation of this account is running. All three outlive the book.
    AccountBook(AccountStore &store, SecretStore &secrets,
                std::function<bool(const QString &id)> mayDisturb, QObject *parent = nullptr);

    [[nodiscard]] const QList<AccountEntry> &entries() const { return m_entries; }
    [[nodiscard]] const AccountEntry *find(const QString &id) const;
    /// All accounts except `id`, for problemOf().
    [[nodiscard]] QList<Account> others(const QString &id) const;
    [[nodiscard]] const AccountStore &store() const { return m_store; }

    /// Reads the changes that other copies of the program have made to the saved accounts. They
    /// apply at once, with these exceptions for an open account: it keeps the key that it uses, it
    /// stays open when it was removed, and while one of its operations is running it keeps all API
    /// settings if the change would alter how operations are sent.
    void takeUpChanges();

    /// Opens every account that was open when the program last ended.
    void openAll();
    /// Opens an account, or asks the keychain for its secret again, also while an earlier question
    /// has no answer. Does nothing for an open account.
    void open(const QString &id);
    /// Opens an account with this secret, which is not saved. Does nothing if it is empty.
    void openWith(const QString &id, const QString &secret);
    /// Refused while an operation of the account is running.
    [[nodiscard]] AccountChange close(const QString &id);

    /// Adds an account, or replaces the account `id`. An empty secret: the present secret stays.
    /// `remember`: the secret is saved in the keychain; otherwise a saved secret is removed there.
    /// `then` runs exactly once, from the event loop, unless `context` is destroyed first. If
    /// `context` is destroyed before the keychain has answered, the change is undone.
    void put(const QString &id, const Account &account, bool remember, QObject *context, Then then);

    /// Removes the secret, then the account. `then` runs exactly once, from the event loop, unless
    /// `context` is destroyed first. If `context` is destroyed before the keychain has answered,
    /// the account stays, and its secret is written back if this run knows it. With `evenIfKept`
    /// the account is removed even if the keychain does not remove the secret: StillLocked.
    void remove(const QString &id, bool evenIfKept, QObject *context, Then then);

signals:
    /// The account is open now; `account` has its secret. Emitted before entriesChanged() of the
    /// same change, so that every receiver has opened the account by then.
    void opened(const clusterdeck::Account &account);
    /// An open account has other settings or another key; cloud, zone and owner are the same.
    void changed(const clusterdeck::Account &account);
    void closed(const QString &id);
    /// entries() has changed.
    void entriesChanged();

private:
    enum class Keeping;
    struct Change;
    void keepSecret(const std::shared_ptr<Change> &change);
    void writeDown(const std::shared_ptr<Change> &change);
    void undo(const std::shared_ptr<Change> &change, const AccountChange &result);
    void forgetOldSecret(const std::shared_ptr<Change> &change);
    void emitChange(const Change &change);
    void openNow(const QString &id, const QString &secret, bool kept);
    [[nodiscard]] bool refresh(Change &change) const;
    void dropAfter(const std::shared_ptr<Change> &change, const AccountChange &result);
    [[nodiscard]] AccountChange notWritten() const;
    void answered(const QString &id, int question, const SecretAnswer &answer);
    void finish(const std::shared_ptr<Change> &change, const AccountChange &result);
    void drop(const QString &id);
    /// Saves the accounts after `edit`; takeUpChanges() follows from the event loop.
    [[nodiscard]] bool save(const std::function<void(QList<SavedAccount> &)> &edit);
    [[nodiscard]] bool saveOpen(const QString &id, bool open);
    [[nodiscard]] AccountEntry *entry(const QString &id);
    [[nodiscard]] bool mayChange(const Change &change) const;

    AccountStore &m_store;
    SecretStore &m_secrets;
    std::function<bool(const QString &)> m_mayDisturb;
    QList<AccountEntry> m_entries;   ///< with the secrets of the open accounts
    QHash<QString, int> m_questions; ///< by id: the number of the latest question
    int m_question = 0;
    QHash<QString, int> m_changes; ///< by id: the number of the latest put()
    int m_change = 0;
};

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/accountstore.h"
#include "app/accounts/secretstore.h"

#include <QObject>

#include <functional>
#include <optional>

namespace clusterdeck
{

/// How far a saved account has come in this run.
enum class AccountStatus {
    Closed,      ///< a person closed it, or it was never opened
    WaitsForKey, ///< the keychain was asked and has not answered
    NeedsSecret, ///< there is none to be had; see AccountEntry::trouble
    Open,
};

struct AccountEntry {
    SavedAccount saved;
    AccountStatus status = AccountStatus::Closed;
    /// With NeedsSecret: what the keychain said. Done: it was never asked to keep it.
    SecretOutcome trouble = SecretOutcome::Done;
    QString detail;    ///< technical words about `trouble`
    bool kept = false; ///< of an open one: the secret in use is the keychain's

    [[nodiscard]] const QString &id() const { return saved.account.id; }
};

/// What became of a change to the accounts.
struct AccountChange {
    enum class Outcome {
        Done,
        Exists,      ///< another saved account has this cloud, zone and owner: nothing was changed
        UnderWay,    ///< operations of this account are not at an end: nothing was changed
        Keychain,    ///< the keychain did not do its part: nothing was changed; see `secret`
        OtherCopy,   ///< another running copy has changed the accounts: nothing was changed
        NotWritten,  ///< the accounts could not be written down: nothing was changed
        StillLocked, ///< done, but for what the keychain still holds; see `secret`
    };
    Outcome outcome = Outcome::Done;
    SecretOutcome secret = SecretOutcome::Done;
    QString detail;                                    ///< technical words, without secrets
    std::optional<FileProblem> problem = std::nullopt; ///< with NotWritten
};

/// The accounts a person keeps, and where their secrets come from: opens them, changes them, and
/// says what stands in the way. Speaks to no cloud.
///
/// A secret goes into the keychain before an account is written down and leaves it before the
/// account does, so that no account is without its secret, and no secret without its account.
class AccountBook : public QObject
{
    Q_OBJECT

public:
    using Then = std::function<void(const AccountChange &)>;

    /// `mayDisturb`: whether nothing of this account is under way. All three outlive the book.
    AccountBook(AccountStore &store, SecretStore &secrets,
                std::function<bool(const QString &id)> mayDisturb, QObject *parent = nullptr);

    [[nodiscard]] const QList<AccountEntry> &entries() const { return m_entries; }
    [[nodiscard]] const AccountEntry *find(const QString &id) const;
    /// All but `id`, for the form's rules.
    [[nodiscard]] QList<Account> others(const QString &id) const;
    [[nodiscard]] const AccountStore &store() const { return m_store; }

    /// Reads again what other copies of the program have changed in the saved accounts. A changed
    /// read-only flag applies at once. Other changes of an open account apply once none of its
    /// operations is under way. An open account keeps the key that it uses.
    void takeUpChanges();

    /// Opens every account that was open when the program ended.
    void openAll();
    /// Opens one, or asks the keychain about it again, also while an earlier question is
    /// unanswered.
    void open(const QString &id);
    /// Opens it with this secret, which lasts as long as the program.
    void openWith(const QString &id, const QString &secret);
    /// Refused while something of it is under way.
    [[nodiscard]] AccountChange close(const QString &id);

    /// Adds an account, or puts it in the place of `id`. Its secret: empty = the one it has.
    /// `remember`: the secret goes into the keychain; without it a stored one is removed there.
    /// `then` runs exactly once, from the event loop, unless `context` dies first: while the
    /// keychain has not answered by then, all is taken back.
    void put(const QString &id, const Account &account, bool remember, QObject *context, Then then);

    /// Removes the secret, then the account. `then` runs exactly once, from the event loop, unless
    /// `context` dies first: while the keychain has not answered by then, the account stays, and
    /// its secret is put back if this run knows it. With `evenIfKept` an account goes although the
    /// keychain does not give up its secret: StillLocked.
    void remove(const QString &id, bool evenIfKept, QObject *context, Then then);

signals:
    /// To be opened; with its secret. Comes before entriesChanged() of the same change, so that
    /// whoever hears that finds the account open everywhere.
    void opened(const clusterdeck::Account &account);
    /// The same cloud, zone and owner as before, but other settings or another key.
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
    void tellOf(const Change &change);
    void openNow(const QString &id, const QString &secret, bool kept);
    [[nodiscard]] bool refresh(Change &change) const;
    void dropAfter(const std::shared_ptr<Change> &change, const AccountChange &result);
    [[nodiscard]] AccountChange notWritten() const;
    void answered(const QString &id, int question, const SecretAnswer &answer);
    void finish(const std::shared_ptr<Change> &change, const AccountChange &result);
    void drop(const QString &id);
    /// `edit` changes what is saved; takeUpChanges() follows from the event loop.
    [[nodiscard]] bool save(const std::function<void(QList<SavedAccount> &)> &edit);
    [[nodiscard]] bool saveOpen(const QString &id, bool open);
    [[nodiscard]] AccountEntry *entry(const QString &id);
    [[nodiscard]] bool mayChange(const Change &change) const;

    AccountStore &m_store;
    SecretStore &m_secrets;
    std::function<bool(const QString &)> m_mayDisturb;
    QList<AccountEntry> m_entries;   ///< with the secrets of those that are open
    QHash<QString, int> m_questions; ///< by id: the number of the question that counts
    int m_question = 0;
    QHash<QString, int> m_changes; ///< by id: the number of the latest put()
    int m_change = 0;
};

} // namespace clusterdeck

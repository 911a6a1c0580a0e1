// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QString>

#include <functional>

namespace clusterdeck
{

enum class SecretOutcome {
    Done,
    NotFound, ///< the store is open, or could be looked through, and holds nothing under this key
    Denied,   ///< locked and not unlocked: the prompt was dismissed or never came up; try again
    Unavailable, ///< there is no store: no service, no session bus. Only "this session" is left
    Failed,      ///< it broke off half-way: try again. A write or removal may have been carried out
};

struct SecretAnswer {
    SecretOutcome outcome = SecretOutcome::Failed;
    QString secret; ///< of a read that is Done
    QString detail; ///< technical words for support, untranslated, without secrets
};

/// Where secrets live between runs. Keys are account ids; they are no secrets.
///
/// Every call promises: `then` runs exactly once, from the event loop and never before the call has
/// returned, unless `context` or the store is destroyed first; then it never runs. A write or a
/// removal is carried out even if `context` is gone. A locked store waits for its prompt, however
/// long a person takes: whoever waits shows that, and may ask again meanwhile, which is then not
/// held up by the call that waits. Calls for one key take effect in the order they were made.
class SecretStore
{
public:
    using Then = std::function<void(const SecretAnswer &)>;

    virtual ~SecretStore() = default;

    virtual void read(const QString &key, QObject *context, Then then) = 0;
    /// Done only when the secret is in the store. An empty secret is refused with Failed.
    virtual void write(const QString &key, const QString &secret, QObject *context, Then then) = 0;
    /// Done when nothing is there any more, also when there was nothing.
    virtual void remove(const QString &key, QObject *context, Then then) = 0;
};

/// Moves a secret: read, written under the new key, then removed under the old one. Ends with what
/// stopped it; the old entry goes only after the new one is written, so that a break leaves it in
/// one place or in both, and asking again finishes the move. NotFound when there was none. A name
/// that is its own new name is only looked for. Stops where it is when `context` is destroyed. The
/// answer holds no secret. `store` must live as long as `context`.
void renameSecret(SecretStore &store, const QString &from, const QString &to, QObject *context,
                  const SecretStore::Then &then);

/// Secrets that last as long as the program: for a run without accounts of one's own.
class MemoryStore : public SecretStore
{
public:
    void read(const QString &key, QObject *context, Then then) override;
    void write(const QString &key, const QString &secret, QObject *context, Then then) override;
    void remove(const QString &key, QObject *context, Then then) override;

private:
    QHash<QString, QString> m_secrets;
};

} // namespace clusterdeck

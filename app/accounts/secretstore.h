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
    NotFound,    ///< the store could be searched and has no entry for this key
    Denied,      ///< still locked: the prompt was dismissed or never opened; try again
    Unavailable, ///< no store: no service or no session bus
    Failed,      ///< interrupted: try again. A write or removal may have been done
};

struct SecretAnswer {
    SecretOutcome outcome = SecretOutcome::Failed;
    QString secret; ///< of a read that is Done
    QString detail; ///< technical words for support, untranslated, without secrets
};

/// Saves secrets between runs. The keys are account ids, which are not secret.
///
/// For every call: `then` runs exactly once, from the event loop and never before the call has
/// returned, unless `context` or the store is destroyed first; then it never runs. A write or a
/// removal is carried out even if `context` is destroyed. A locked store waits for its prompt
/// without a time limit: the caller shows that it waits, and may call again, which does not wait
/// for the first call. Calls for one key take effect in their order.
class SecretStore
{
public:
    using Then = std::function<void(const SecretAnswer &)>;

    virtual ~SecretStore() = default;

    virtual void read(const QString &key, QObject *context, Then then) = 0;
    /// Done only when the secret is in the store. An empty secret is refused with Failed.
    virtual void write(const QString &key, const QString &secret, QObject *context, Then then) = 0;
    /// Done when there is no entry, also when there was none before.
    virtual void remove(const QString &key, QObject *context, Then then) = 0;
};

/// Moves a secret to another key: reads it, writes it under `to`, then removes it under `from`. The
/// answer is that of the step that failed, or of the last step, without the secret. An interrupted
/// move leaves the secret under one key or both, and a second call completes it. NotFound: there
/// was no secret. With `from` equal to `to` the secret is only read. Stops when `context` is
/// destroyed. `store` must live as long as `context`.
void renameSecret(SecretStore &store, const QString &from, const QString &to, QObject *context,
                  const SecretStore::Then &then);

/// Secrets that are not saved: for a run without saved accounts. Also takes empty secrets.
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

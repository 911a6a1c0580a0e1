// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace clusterdeck
{

enum class SecretOutcome {
    Done,
    NotFound,    ///< the store is open and holds nothing under this key
    Denied,      ///< locked and not unlocked: the prompt was dismissed or never came up; try again
    Unavailable, ///< there is no store: no service, no session bus
    Failed,      ///< it broke off half-way: try again
};

struct SecretAnswer {
    SecretOutcome outcome = SecretOutcome::Failed;
    QString secret; ///< of a read that is Done
    QString detail; ///< technical words for support, untranslated, without secrets
};

/// Where secrets live between runs. Keys are account ids; they are no secrets.
///
/// Every call promises: `then` runs exactly once, from the event loop and never before the call has
/// returned, unless `context` is destroyed first; then it never runs. A locked store waits for its
/// prompt, however long a person takes: whoever waits shows that, and may ask again meanwhile.
class SecretStore
{
public:
    using Then = std::function<void(const SecretAnswer &)>;

    virtual ~SecretStore() = default;

    virtual void read(const QString &key, QObject *context, Then then) = 0;
    /// Done only when the secret is in the store.
    virtual void write(const QString &key, const QString &secret, QObject *context, Then then) = 0;
    /// Done also when there was nothing.
    virtual void remove(const QString &key, QObject *context, Then then) = 0;
};

/// Moves a secret: read, written under the new key, then removed under the old one. Ends with what
/// stopped it; the old entry goes only after the new one is written. NotFound when there was none.
void renameSecret(SecretStore &store, const QString &from, const QString &to, QObject *context,
                  SecretStore::Then then);

} // namespace clusterdeck

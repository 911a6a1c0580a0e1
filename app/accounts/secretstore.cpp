// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/secretstore.h"

namespace clusterdeck
{

void renameSecret(SecretStore &store, const QString &from, const QString &to, QObject *context,
                  const SecretStore::Then &then)
{
    store.read(from, context, [=, &store](const SecretAnswer &found) {
        // With the same key the last step would remove the secret.
        if (found.outcome != SecretOutcome::Done || from == to) {
            then({found.outcome, {}, found.detail});
            return;
        }
        store.write(to, found.secret, context, [=, &store](const SecretAnswer &written) {
            if (written.outcome != SecretOutcome::Done)
                then(written);
            else
                store.remove(from, context, then);
        });
    });
}

namespace
{

/// Runs `then` from the event loop, as SecretStore requires.
void answer(QObject *context, SecretStore::Then then, const SecretAnswer &answer)
{
    QMetaObject::invokeMethod(
        context, [then = std::move(then), answer] { then(answer); }, Qt::QueuedConnection);
}

} // namespace

void MemoryStore::read(const QString &key, QObject *context, Then then)
{
    if (m_secrets.contains(key))
        answer(context, std::move(then), {SecretOutcome::Done, m_secrets.value(key), {}});
    else
        answer(context, std::move(then), {SecretOutcome::NotFound, {}, {}});
}

void MemoryStore::write(const QString &key, const QString &secret, QObject *context, Then then)
{
    m_secrets.insert(key, secret);
    answer(context, std::move(then), {SecretOutcome::Done, {}, {}});
}

void MemoryStore::remove(const QString &key, QObject *context, Then then)
{
    m_secrets.remove(key);
    answer(context, std::move(then), {SecretOutcome::Done, {}, {}});
}

} // namespace clusterdeck

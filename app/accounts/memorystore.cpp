// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/memorystore.h"

namespace clusterdeck
{

namespace
{

/// From the event loop, as every store promises.
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

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/secretstore.h"

#include <memory>

namespace clusterdeck
{

class KeychainLine;

/// The desktop's keychain, through QtKeychain: Secret Service or KWallet.
///
/// Beside what SecretStore promises:
/// - The secret is never put anywhere else; without a keychain the answer is Unavailable.
/// - Done is checked: what was written is read back, what was removed is looked for again.
/// - An empty secret is neither written nor found, since QtKeychain reports some breakages as one;
///   nor is one with a NUL or half a surrogate pair. Such a write is Failed and changes nothing.
/// - Calls are carried out one after the other, so that a locked keychain asks once for all. Who
///   asks again for a key that has no answer yet is not kept waiting: all calls for that key go
///   ahead, in their order, beside whatever hangs. A prompt that was dismissed answers Denied to
///   all who waited behind it.
/// - A write or a removal whose context has died is still carried out.
/// - A keychain service that dies ends its calls with Failed; the next call meets its successor.
///
/// The store belongs to the main thread. Destroyed, it takes its unanswered calls with it.
class KeychainStore final : public SecretStore
{
public:
    /// `service` is the name under which the entries stand in the keychain.
    explicit KeychainStore(const QString &service);
    ~KeychainStore() override;

    void read(const QString &key, QObject *context, Then then) override;
    void write(const QString &key, const QString &secret, QObject *context, Then then) override;
    void remove(const QString &key, QObject *context, Then then) override;

private:
    std::unique_ptr<KeychainLine> m_line;
};

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/keychainjob.h"

#include <QPointer>

namespace clusterdeck
{

/// Where a call stands in the line.
struct QueuedCall {
    KeychainVerb verb = KeychainVerb::Read;
    QString key;
    bool running = false;
    bool urged = false; ///< its key was asked for again while it had no answer
};

/// Whether the call at `index` may begin now. The calls for one key keep their order, but reads
/// need not wait for reads. Apart from that one runs at a time, unless it is urged.
[[nodiscard]] bool mayBegin(const QList<QueuedCall> &line, qsizetype index);

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
class KeychainStore final : public QObject, public SecretStore
{
    Q_OBJECT

public:
    using Step = std::function<void(const SecretAnswer &)>;
    /// Puts one request to the keychain; the step runs once, from the event loop.
    using Ask = std::function<void(const KeychainRequest &request, Step then)>;

    /// `service` is the name under which the entries stand in the keychain; `ask`: in place of
    /// QtKeychain.
    explicit KeychainStore(const QString &service, Ask ask = {});

    void read(const QString &key, QObject *context, Then then) override;
    void write(const QString &key, const QString &secret, QObject *context, Then then) override;
    void remove(const QString &key, QObject *context, Then then) override;

private:
    struct Call {
        int id = 0;
        QueuedCall turn;
        QString secret; ///< of a write
        QPointer<QObject> context;
        Then then;
    };

    void add(Call call);
    void beginWhatMay();
    void begin(const Call &call);
    void find(const QString &key, Step then);
    void keep(int id, const QString &key, const QString &secret);
    void forget(int id, const QString &key);
    void ask(const KeychainRequest &request, Step then);
    void answer(int id, const SecretAnswer &answer);
    QList<Call> takeThoseBehind();
    void dropUnwantedReads();

    QString m_service;
    Ask m_ask;
    SecretServiceProbe m_probe;
    QList<Call> m_calls; ///< that have no answer yet
    int m_lastId = 0;
};

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/keychainjob.h"

#include <QPointer>

namespace clusterdeck
{

/// The state of a call in the queue.
struct QueuedCall {
    KeychainVerb verb = KeychainVerb::Read;
    QString key;
    bool running = false;
    bool urged = false; ///< there was another call for the same key without an answer
};

/// Whether the call at `index` may begin now. Pure. The calls for one key keep their order, but
/// reads do not wait for reads. Only one call runs at a time, except urged calls.
[[nodiscard]] bool mayBegin(const QList<QueuedCall> &queue, qsizetype index);

/// The desktop's keychain, through QtKeychain: Secret Service or KWallet.
///
/// In addition to SecretStore:
/// - The secret is never stored anywhere else; without a keychain the answer is Unavailable.
/// - Done is verified: a written secret is read back, and a removed one is looked for again.
/// - An empty secret is neither written nor found, since QtKeychain reports some errors as an empty
///   secret. The same holds for a secret with NUL or half a surrogate pair. Such a write is Failed
///   and changes nothing.
/// - Calls run one after another, so that a locked keychain prompts only once. When a second call
///   is made for a key without an answer, all calls for that key run now, in their order, also
///   while another call does not answer. A dismissed prompt answers Denied to all other calls that
///   wait.
/// - A write or a removal is carried out even if its context was destroyed.
/// - If the keychain service ends, its calls end with Failed; the next call uses the new service.
///
/// For the main thread only. Destroying the store drops the unanswered calls.
class KeychainStore final : public QObject, public SecretStore
{
    Q_OBJECT

public:
    using Step = std::function<void(const SecretAnswer &)>;
    /// Sends one request to the keychain; `then` runs once, from the event loop.
    using Ask = std::function<void(const KeychainRequest &request, Step then)>;

    /// `service`: the service name of the entries in the keychain. `ask`: replaces QtKeychain in
    /// tests.
    explicit KeychainStore(const QString &service, Ask ask = {});

    void read(const QString &key, QObject *context, Then then) override;
    void write(const QString &key, const QString &secret, QObject *context, Then then) override;
    void remove(const QString &key, QObject *context, Then then) override;

private:
    struct Call {
        int id = 0;
        QueuedCall queued;
        QString secret; ///< of a write
        QPointer<QObject> context;
        Then then;
    };

    void add(Call call);
    void beginCalls();
    void begin(const Call &call);
    void find(const QString &key, Step then);
    void save(int id, const QString &key, const QString &secret);
    void erase(int id, const QString &key);
    void ask(const KeychainRequest &request, Step then);
    void answer(int id, const SecretAnswer &answer);
    QList<Call> takeWaiting();
    void dropUnwantedReads();

    QString m_service;
    Ask m_ask;
    SecretServiceProbe m_probe;
    QList<Call> m_calls; ///< without an answer, in their order
    int m_lastId = 0;
};

} // namespace clusterdeck

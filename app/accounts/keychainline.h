// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/keychainjob.h"
#include "app/accounts/keychainturns.h"
#include "app/accounts/keychainwitness.h"

#include <QPointer>

namespace clusterdeck
{

struct KeychainOrder {
    KeychainVerb verb = KeychainVerb::Read;
    QString key;
    QString secret; ///< of a write
};

/// The calls that have no answer yet, and the steps each of them takes. See KeychainStore.
class KeychainLine : public QObject
{
    Q_OBJECT

public:
    using Step = std::function<void(const SecretAnswer &)>;
    /// Puts one request to the keychain; the step runs once, from the event loop.
    using Ask = std::function<void(const KeychainRequest &request, Step then)>;

    /// `ask`: in place of QtKeychain.
    explicit KeychainLine(const QString &service, Ask ask = {});
    ~KeychainLine() override;

    void add(const KeychainOrder &order, QObject *context, SecretStore::Then then);

private:
    struct Call {
        int id = 0;
        KeychainTurn turn;
        QString secret;
        QPointer<QObject> context;
        SecretStore::Then then;
    };

    void beginWhatMay();
    void begin(const Call &call);
    void read(const QString &key, Step then);
    void write(int id, const QString &key, const QString &secret);
    void remove(int id, const QString &key);
    void ask(const KeychainRequest &request, Step then);
    void answer(int id, const SecretAnswer &answer);
    QList<Call> takeThoseBehind();
    void dropUnwantedReads();

    QString m_service;
    Ask m_ask;
    KeychainWitness m_witness;
    QList<Call> m_calls;
    int m_lastId = 0;
};

} // namespace clusterdeck

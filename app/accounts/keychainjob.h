// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/keychainturns.h"
#include "app/accounts/keychainverdict.h"

#include <QPointer>
#include <QTimer>

namespace QKeychain
{
class Job;
}

namespace clusterdeck
{

class KeychainWitness;

struct KeychainRequest {
    KeychainVerb verb = KeychainVerb::Read;
    QString service;
    QString key;
    QString secret; ///< of a write
};

/// One QtKeychain job, whose word is checked against what the witness sees.
///
/// Jobs run beside each other and beside whatever hangs. A job waits for a prompt as long as that
/// stands; it does not wait for an answer that died with the service. Destroyed before finished(),
/// it gives up silently, and what was sent may still be carried out.
class KeychainJob : public QObject
{
    Q_OBJECT

public:
    KeychainJob(KeychainWitness &witness, KeychainRequest request, QObject *parent);
    ~KeychainJob() override;

    /// Call once.
    void start();

signals:
    /// Exactly once after start(), never from within it. Deletes itself afterwards.
    void finished(const SecretAnswer &answer);

private:
    void ask();
    void letOthersRun(QKeychain::Job *job);
    void jobEnded();
    void checkWord(KeychainFacts facts);
    void checkKeyring(KeychainFacts facts);
    void finish(SecretOutcome outcome, const QString &detail);

    KeychainWitness &m_witness;
    KeychainRequest m_request;
    QPointer<QKeychain::Job> m_job; ///< belongs to itself: libsecret writes into it until it ends
    QTimer m_grace;                 ///< runs when the service is lost
    QString m_secret;
    QString m_detail;
    bool m_serviceLost = false;
    bool m_ended = false;
};

} // namespace clusterdeck

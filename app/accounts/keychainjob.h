// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/secretserviceprobe.h"
#include "app/accounts/secretstore.h"

#include <QPointer>
#include <QTimer>

namespace QKeychain
{
class Job;
}

namespace clusterdeck
{

enum class KeychainVerb { Read, Write, Remove };

/// The result of a QtKeychain job.
enum class KeychainResult { Fine, NoEntry, Refused, NoBackend, Broken };

/// The facts that are known when a keychain job has ended.
struct KeychainFacts {
    KeychainResult result = KeychainResult::Broken;
    KeychainEntry entry = KeychainEntry::Nothing; ///< looked up after NoEntry
    bool serviceThere = true;                     ///< looked up after Broken
    bool keyringThere = true;                     ///< looked up after a write that is Broken
    bool serviceLost = false;                     ///< the service ended while the job ran
    bool libraryLoads = true;                     ///< libsecret; looked up after Broken
};

/// The meaning of the facts. Pure. QtKeychain 0.13 reports "not found" for a locked entry whose
/// prompt was dismissed, and "other error" for a missing service, a missing library, a refused
/// keyring and a broken connection.
[[nodiscard]] SecretOutcome judge(const KeychainFacts &facts);

struct KeychainRequest {
    KeychainVerb verb = KeychainVerb::Read;
    QString service;
    QString key;
    QString secret; ///< of a write
};

/// One QtKeychain job, whose result is checked with SecretServiceProbe.
///
/// Jobs run in parallel, also while another job does not answer. A job waits for a prompt as long
/// as the prompt is open, but not for a service that has ended. If it is destroyed before
/// finished(), no signal is sent, and a request that was sent may still be carried out.
class KeychainJob : public QObject
{
    Q_OBJECT

public:
    KeychainJob(SecretServiceProbe &probe, KeychainRequest request, QObject *parent);
    ~KeychainJob() override;

    /// Call once.
    void start();

signals:
    /// Exactly once after start(), never from within it. The job then deletes itself.
    void finished(const SecretAnswer &answer);

private:
    void ask();
    void letOthersRun(QKeychain::Job *job);
    void jobEnded();
    void checkResult(KeychainFacts facts);
    void checkKeyring(KeychainFacts facts);
    void finish(SecretOutcome outcome, const QString &detail);

    SecretServiceProbe &m_probe;
    KeychainRequest m_request;
    QPointer<QKeychain::Job> m_job; ///< deletes itself: libsecret writes into it until it ends
    QTimer m_lostServiceTimer;      ///< runs after the service was lost
    QString m_secret;
    QString m_detail;
    bool m_serviceLost = false;
    bool m_ended = false;
};

} // namespace clusterdeck

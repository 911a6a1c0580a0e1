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

/// What QtKeychain said.
enum class KeychainResult { Fine, NoEntry, Refused, NoBackend, Broken };

/// What is known when a keychain job is over.
struct KeychainFacts {
    KeychainResult word = KeychainResult::Broken;
    KeychainEntry entry = KeychainEntry::Nothing; ///< looked up after NoEntry
    bool serviceThere = true;                     ///< looked up after Broken
    bool keyringThere =
        true; ///< looked up after a write that is Broken: has it anywhere to write to
    bool serviceLost = false; ///< went away while the job ran
    bool libraryLoads = true; ///< libsecret, asked after Broken
};

/// What it means. QtKeychain 0.13 calls a locked entry whose prompt was dismissed "not found", and
/// a missing service, a missing library, a keyring that was refused and a broken connection all
/// "other error".
[[nodiscard]] SecretOutcome judge(const KeychainFacts &facts);

struct KeychainRequest {
    KeychainVerb verb = KeychainVerb::Read;
    QString service;
    QString key;
    QString secret; ///< of a write
};

/// One QtKeychain job, whose word is checked against what the probe sees.
///
/// Jobs run beside each other and beside whatever hangs. A job waits for a prompt as long as that
/// stands; it does not wait for an answer that died with the service. Destroyed before finished(),
/// it gives up silently, and what was sent may still be carried out.
class KeychainJob : public QObject
{
    Q_OBJECT

public:
    KeychainJob(SecretServiceProbe &probe, KeychainRequest request, QObject *parent);
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

    SecretServiceProbe &m_probe;
    KeychainRequest m_request;
    QPointer<QKeychain::Job> m_job; ///< belongs to itself: libsecret writes into it until it ends
    QTimer m_lostServiceTimer;      ///< runs when the service is lost
    QString m_secret;
    QString m_detail;
    bool m_serviceLost = false;
    bool m_ended = false;
};

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/keychainjob.h"

#include <qt6keychain/keychain.h>

#include <utility>

namespace clusterdeck
{

namespace
{

using namespace std::chrono_literals;

/// How long a job may take to notice that the service has ended.
constexpr auto LostServiceWait = 500ms;

KeychainResult resultOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
        return KeychainResult::Fine;
    case QKeychain::EntryNotFound:
        return KeychainResult::NoEntry;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return KeychainResult::Refused;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return KeychainResult::NoBackend;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        return KeychainResult::Broken;
    }
    return KeychainResult::Broken;
}

QKeychain::Job *jobFor(const KeychainRequest &request)
{
    switch (request.verb) {
    case KeychainVerb::Read:
        return new QKeychain::ReadPasswordJob(request.service);
    case KeychainVerb::Write: {
        auto *job = new QKeychain::WritePasswordJob(request.service);
        job->setTextData(request.secret);
        return job;
    }
    case KeychainVerb::Remove:
        return new QKeychain::DeletePasswordJob(request.service);
    }
    Q_UNREACHABLE();
}

SecretOutcome judgeNoEntry(const KeychainFacts &facts)
{
    switch (facts.entry) {
    case KeychainEntry::Nothing:
        return SecretOutcome::NotFound;
    case KeychainEntry::Locked:
        return SecretOutcome::Denied;
    case KeychainEntry::NoService:
        // Without a Secret Service the job asked KWallet, unless the service has just ended.
        return facts.serviceLost ? SecretOutcome::Failed : SecretOutcome::NotFound;
    case KeychainEntry::Open: // unlocked since, or unreadable: the entry is not missing
    case KeychainEntry::NoAnswer:
        return SecretOutcome::Failed;
    }
    Q_UNREACHABLE();
}

SecretOutcome judgeBroken(const KeychainFacts &facts)
{
    if (!facts.libraryLoads)
        return SecretOutcome::Unavailable;
    if (facts.serviceLost)
        return SecretOutcome::Failed;
    if (!facts.serviceThere)
        return SecretOutcome::Unavailable;
    // The first write asks for the password of a new keyring, and that prompt was dismissed.
    return facts.keyringThere ? SecretOutcome::Failed : SecretOutcome::Denied;
}

} // namespace

SecretOutcome judge(const KeychainFacts &facts)
{
    switch (facts.result) {
    case KeychainResult::Fine:
        return SecretOutcome::Done;
    case KeychainResult::NoEntry:
        return judgeNoEntry(facts);
    case KeychainResult::Refused:
        return SecretOutcome::Denied;
    case KeychainResult::NoBackend:
        return SecretOutcome::Unavailable;
    case KeychainResult::Broken:
        return judgeBroken(facts);
    }
    Q_UNREACHABLE();
}

KeychainJob::KeychainJob(SecretServiceProbe &probe, KeychainRequest request, QObject *parent)
    : QObject(parent)
    , m_probe(probe)
    , m_request(std::move(request))
{
    m_lostServiceTimer.setSingleShot(true);
    m_lostServiceTimer.setInterval(LostServiceWait);
    connect(&m_lostServiceTimer, &QTimer::timeout, this, [this] {
        finish(SecretOutcome::Failed, QStringLiteral("the keychain service went away"));
    });
}

KeychainJob::~KeychainJob() = default;

void KeychainJob::start()
{
    QMetaObject::invokeMethod(this, &KeychainJob::ask, Qt::QueuedConnection);
}

void KeychainJob::ask()
{
    const QString obstacle = m_probe.obstacle();
    if (!obstacle.isEmpty()) {
        finish(SecretOutcome::Unavailable, obstacle);
        return;
    }
    connect(&m_probe, &SecretServiceProbe::serviceLost, this, [this] {
        m_serviceLost = true;
        if (!m_ended)
            m_lostServiceTimer.start();
    });
    m_job = jobFor(m_request);
    m_job->setInsecureFallback(false); // it would write the secret into a readable file
    m_job->setKey(m_request.key);
    connect(m_job, &QKeychain::Job::finished, this, &KeychainJob::jobEnded);
    m_job->start();
    letOthersRun(m_job);
}

/// QtKeychain runs one job at a time in the whole process, so a job that waits for a prompt or
/// never gets an answer would block all later jobs. It starts the next job after finished(), which
/// is therefore emitted early. Deleting the job would let libsecret write into freed memory.
void KeychainJob::letOthersRun(QKeychain::Job *job)
{
    // Job::start() queues the start of the job; this call is queued after it.
    const auto letGo = [job, me = QPointer(this)] {
        if (!me.isNull() && me->m_ended)
            return;
        if (!me.isNull())
            disconnect(job, &QKeychain::Job::finished, me, &KeychainJob::jobEnded);
        emit job->finished(job);
        if (!me.isNull())
            connect(job, &QKeychain::Job::finished, me, &KeychainJob::jobEnded);
    };
    QMetaObject::invokeMethod(job, letGo, Qt::QueuedConnection);
}

void KeychainJob::jobEnded()
{
    m_ended = true;
    m_lostServiceTimer.stop();
    m_detail = m_job->errorString();
    if (const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(m_job.data()))
        m_secret = read->textData();
    KeychainFacts facts;
    facts.result = resultOf(m_job->error());
    checkResult(facts);
}

void KeychainJob::checkResult(KeychainFacts facts)
{
    if (facts.result == KeychainResult::NoEntry) {
        m_probe.findEntry(m_request.service, m_request.key, this,
                          [this, facts](KeychainEntry entry) mutable {
                              facts.entry = entry;
                              facts.serviceLost = m_serviceLost;
                              finish(judge(facts), m_detail);
                          });
    } else if (facts.result == KeychainResult::Broken) {
        SecretServiceProbe::forgetSession();
        facts.libraryLoads = SecretServiceProbe::libraryLoads();
        m_probe.findService(this, [this, facts](bool there) mutable {
            facts.serviceThere = there;
            facts.serviceLost = m_serviceLost;
            checkKeyring(facts);
        });
    } else {
        finish(judge(facts), m_detail);
    }
}

void KeychainJob::checkKeyring(KeychainFacts facts)
{
    if (m_request.verb != KeychainVerb::Write || !facts.serviceThere) {
        finish(judge(facts), m_detail);
        return;
    }
    m_probe.findKeyring(this, [this, facts](bool there) mutable {
        facts.keyringThere = there;
        finish(judge(facts), m_detail);
    });
}

void KeychainJob::finish(SecretOutcome outcome, const QString &detail)
{
    m_ended = true;
    disconnect(&m_probe, nullptr, this, nullptr);
    if (!m_job.isNull())
        disconnect(m_job, nullptr, this, nullptr);
    deleteLater();
    emit finished({outcome, outcome == SecretOutcome::Done ? m_secret : QString(), detail});
}

} // namespace clusterdeck

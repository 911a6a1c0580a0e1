// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/keychainstore.h"

#include <algorithm>

namespace clusterdeck
{

namespace
{

/// libsecret stores a secret as a C string in UTF-8. A secret that this would change is refused
/// before it replaces the present secret.
bool canBeKept(const QString &secret)
{
    return !secret.isEmpty() && !secret.contains(QChar(u'\0')) &&
           QString::fromUtf8(secret.toUtf8()) == secret;
}

} // namespace

bool mayBegin(const QList<QueuedCall> &queue, qsizetype index)
{
    const QueuedCall &queued = queue.at(index);
    if (queued.running)
        return false;
    const auto bars = [&queued](const QueuedCall &earlier) {
        const bool bothRead =
            earlier.verb == KeychainVerb::Read && queued.verb == KeychainVerb::Read;
        return earlier.key == queued.key && !bothRead;
    };
    if (std::any_of(queue.begin(), queue.begin() + index, bars))
        return false;
    return queued.urged || std::none_of(queue.begin(), queue.end(),
                                        [](const QueuedCall &other) { return other.running; });
}

KeychainStore::KeychainStore(const QString &service, Ask ask)
    : m_service(service)
    , m_ask(std::move(ask))
{
}

void KeychainStore::read(const QString &key, QObject *context, Then then)
{
    add({0, {KeychainVerb::Read, key}, {}, context, std::move(then)});
}

void KeychainStore::write(const QString &key, const QString &secret, QObject *context, Then then)
{
    add({0, {KeychainVerb::Write, key}, secret, context, std::move(then)});
}

void KeychainStore::remove(const QString &key, QObject *context, Then then)
{
    add({0, {KeychainVerb::Remove, key}, {}, context, std::move(then)});
}

void KeychainStore::add(Call call)
{
    for (Call &other : m_calls) {
        if (other.queued.key == call.queued.key)
            call.queued.urged = other.queued.urged = true;
    }
    call.id = ++m_lastId;
    m_calls.append(std::move(call));
    beginCalls();
}

void KeychainStore::beginCalls()
{
    dropUnwantedReads();
    QList<QueuedCall> queue;
    for (const Call &call : std::as_const(m_calls))
        queue.append(call.queued);
    for (qsizetype i = 0; i < m_calls.size(); ++i) {
        if (!mayBegin(queue, i))
            continue;
        queue[i].running = m_calls[i].queued.running = true;
        begin(m_calls.at(i));
    }
}

void KeychainStore::begin(const Call &call)
{
    const int id = call.id;
    switch (call.queued.verb) {
    case KeychainVerb::Read:
        find(call.queued.key, [this, id](const SecretAnswer &found) {
            // With KWallet QtKeychain reports a failed read as a success without data.
            if (found.outcome == SecretOutcome::Done && found.secret.isEmpty())
                answer(id, {SecretOutcome::Failed, {}, QStringLiteral("the entry is empty")});
            else
                answer(id, found);
        });
        return;
    case KeychainVerb::Write:
        save(id, call.queued.key, call.secret);
        return;
    case KeychainVerb::Remove:
        erase(id, call.queued.key);
        return;
    }
    Q_UNREACHABLE();
}

void KeychainStore::find(const QString &key, Step then)
{
    ask({KeychainVerb::Read, m_service, key, {}}, std::move(then));
}

void KeychainStore::save(int id, const QString &key, const QString &secret)
{
    if (!canBeKept(secret)) {
        const SecretAnswer refused{
            SecretOutcome::Failed, {}, QStringLiteral("empty, or no text that a keychain keeps")};
        QMetaObject::invokeMethod(
            this, [=, this] { answer(id, refused); }, Qt::QueuedConnection);
        return;
    }
    ask({KeychainVerb::Write, m_service, key, secret}, [=, this](const SecretAnswer &written) {
        if (written.outcome != SecretOutcome::Done) {
            answer(id, written);
            return;
        }
        find(key, [=, this](const SecretAnswer &found) {
            if (found.outcome == SecretOutcome::Done && found.secret == secret)
                answer(id, {SecretOutcome::Done, {}, {}});
            else
                answer(id, {SecretOutcome::Failed, {}, QStringLiteral("not found as written")});
        });
    });
}

/// libsecret reports a locked entry as removed without removing it. Reading the entry first opens
/// the prompt.
void KeychainStore::erase(int id, const QString &key)
{
    find(key, [=, this](const SecretAnswer &found) {
        if (found.outcome == SecretOutcome::NotFound) {
            answer(id, {SecretOutcome::Done, {}, {}});
            return;
        }
        if (found.outcome != SecretOutcome::Done) {
            answer(id, {found.outcome, {}, found.detail});
            return;
        }
        ask({KeychainVerb::Remove, m_service, key, {}}, [=, this](const SecretAnswer &removed) {
            if (removed.outcome != SecretOutcome::Done) {
                answer(id, removed);
                return;
            }
            find(key, [=, this](const SecretAnswer &left) {
                if (left.outcome == SecretOutcome::NotFound)
                    answer(id, {SecretOutcome::Done, {}, {}});
                else
                    answer(id,
                           {SecretOutcome::Failed, {}, QStringLiteral("it may still be there")});
            });
        });
    });
}

void KeychainStore::ask(const KeychainRequest &request, Step then)
{
    if (m_ask) {
        m_ask(request, std::move(then));
        return;
    }
    auto *job = new KeychainJob(m_probe, request, this);
    connect(job, &KeychainJob::finished, this, std::move(then));
    job->start();
}

/// Answers one call; Denied also answers all waiting calls that are not urged. The queue is updated
/// first, since `then` may make another call or destroy the store.
void KeychainStore::answer(int id, const SecretAnswer &answer)
{
    const auto call = std::ranges::find(m_calls, id, &Call::id);
    QList<Call> ended{*call};
    m_calls.erase(call);
    if (answer.outcome == SecretOutcome::Denied)
        ended += takeWaiting();
    beginCalls();
    const QPointer<KeychainStore> me(this);
    for (const Call &each : std::as_const(ended)) {
        if (me.isNull())
            return;
        if (!each.context.isNull())
            each.then(answer);
    }
}

QList<KeychainStore::Call> KeychainStore::takeWaiting()
{
    QList<Call> waiting;
    QList<Call> staying;
    for (const Call &call : std::as_const(m_calls))
        (call.queued.running || call.queued.urged ? staying : waiting).append(call);
    m_calls = staying;
    return waiting;
}

void KeychainStore::dropUnwantedReads()
{
    m_calls.removeIf([](const Call &call) {
        return call.queued.verb == KeychainVerb::Read && !call.queued.running &&
               call.context.isNull();
    });
}

} // namespace clusterdeck

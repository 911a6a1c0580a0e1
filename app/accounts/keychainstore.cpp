// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/keychainstore.h"

#include <algorithm>

namespace clusterdeck
{

namespace
{

/// libsecret takes a secret for a C string in UTF-8. What that would change is refused before it
/// has replaced what was there.
bool canBeKept(const QString &secret)
{
    return !secret.isEmpty() && !secret.contains(QChar(u'\0')) &&
           QString::fromUtf8(secret.toUtf8()) == secret;
}

} // namespace

bool mayBegin(const QList<QueuedCall> &line, qsizetype index)
{
    const QueuedCall &turn = line.at(index);
    if (turn.running)
        return false;
    const auto bars = [&turn](const QueuedCall &earlier) {
        const bool bothRead = earlier.verb == KeychainVerb::Read && turn.verb == KeychainVerb::Read;
        return earlier.key == turn.key && !bothRead;
    };
    if (std::any_of(line.begin(), line.begin() + index, bars))
        return false;
    return turn.urged || std::none_of(line.begin(), line.end(),
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
        if (other.turn.key == call.turn.key)
            call.turn.urged = other.turn.urged = true;
    }
    call.id = ++m_lastId;
    m_calls.append(std::move(call));
    beginWhatMay();
}

void KeychainStore::beginWhatMay()
{
    dropUnwantedReads();
    QList<QueuedCall> turns;
    for (const Call &call : std::as_const(m_calls))
        turns.append(call.turn);
    for (qsizetype i = 0; i < m_calls.size(); ++i) {
        if (!mayBegin(turns, i))
            continue;
        turns[i].running = m_calls[i].turn.running = true;
        begin(m_calls.at(i));
    }
}

void KeychainStore::begin(const Call &call)
{
    const int id = call.id;
    switch (call.turn.verb) {
    case KeychainVerb::Read:
        find(call.turn.key, [this, id](const SecretAnswer &found) {
            // QtKeychain's KWallet side calls a read that broke off a success without data.
            if (found.outcome == SecretOutcome::Done && found.secret.isEmpty())
                answer(id, {SecretOutcome::Failed, {}, QStringLiteral("the entry is empty")});
            else
                answer(id, found);
        });
        return;
    case KeychainVerb::Write:
        keep(id, call.turn.key, call.secret);
        return;
    case KeychainVerb::Remove:
        forget(id, call.turn.key);
        return;
    }
    Q_UNREACHABLE();
}

void KeychainStore::find(const QString &key, Step then)
{
    ask({KeychainVerb::Read, m_service, key, {}}, std::move(then));
}

void KeychainStore::keep(int id, const QString &key, const QString &secret)
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

/// libsecret passes over what is locked and calls it removed. To read it first brings up the
/// prompt.
void KeychainStore::forget(int id, const QString &key)
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

/// Answers one call, and with Denied all who waited behind it. The line is in order before anybody
/// hears of it: whoever does may ask anew or destroy the store.
void KeychainStore::answer(int id, const SecretAnswer &answer)
{
    const auto call = std::find_if(m_calls.begin(), m_calls.end(),
                                   [id](const Call &other) { return other.id == id; });
    QList<Call> over{*call};
    m_calls.erase(call);
    if (answer.outcome == SecretOutcome::Denied)
        over += takeThoseBehind();
    beginWhatMay();
    const QPointer<KeychainStore> me(this);
    for (const Call &ended : std::as_const(over)) {
        if (me.isNull())
            return;
        if (!ended.context.isNull())
            ended.then(answer);
    }
}

QList<KeychainStore::Call> KeychainStore::takeThoseBehind()
{
    QList<Call> behind;
    QList<Call> staying;
    for (const Call &call : std::as_const(m_calls))
        (call.turn.running || call.turn.urged ? staying : behind).append(call);
    m_calls = staying;
    return behind;
}

void KeychainStore::dropUnwantedReads()
{
    m_calls.removeIf([](const Call &call) {
        return call.turn.verb == KeychainVerb::Read && !call.turn.running && call.context.isNull();
    });
}

} // namespace clusterdeck

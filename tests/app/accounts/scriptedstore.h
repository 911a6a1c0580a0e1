// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/secretstore.h"

#include <QHash>
#include <QPointer>

namespace clusterdeck
{

/// A keychain controlled by the test, for states that are hard to get from a real keychain: fails
/// at the n-th call, or answers only on request. (tst_keychainstore tests the real keychain.)
class ScriptedStore : public SecretStore
{
public:
    QHash<QString, QString> secrets;
    SecretOutcome outcome = SecretOutcome::Done; ///< of every later call
    bool holdsBack = false;                      ///< nothing is answered before release()
    QStringList calls;                           ///< "read KEY" and so on

    void read(const QString &key, QObject *context, Then then) override
    {
        calls.append(QStringLiteral("read ") + key);
        const bool there = secrets.contains(key);
        SecretAnswer answer{outcome, {}, QStringLiteral("scripted")};
        if (outcome == SecretOutcome::Done && !there)
            answer.outcome = SecretOutcome::NotFound;
        else if (outcome == SecretOutcome::Done)
            answer.secret = secrets.value(key);
        tell(context, std::move(then), answer);
    }

    void write(const QString &key, const QString &secret, QObject *context, Then then) override
    {
        calls.append(QStringLiteral("write ") + key);
        if (outcome == SecretOutcome::Done)
            secrets.insert(key, secret);
        tell(context, std::move(then), {outcome, {}, QStringLiteral("scripted")});
    }

    void remove(const QString &key, QObject *context, Then then) override
    {
        calls.append(QStringLiteral("remove ") + key);
        if (outcome == SecretOutcome::Done)
            secrets.remove(key);
        tell(context, std::move(then), {outcome, {}, QStringLiteral("scripted")});
    }

    void release()
    {
        holdsBack = false;
        const QList<Held> held = std::exchange(m_held, {});
        for (const Held &each : held)
            tell(each.context, each.then, each.answer);
    }

    /// Answers the oldest held-back call now.
    void answerOldest(const SecretAnswer &answer)
    {
        const Held held = m_held.takeFirst();
        if (held.context)
            held.then(answer);
    }

private:
    struct Held {
        QPointer<QObject> context;
        Then then;
        SecretAnswer answer;
    };

    void tell(QObject *context, Then then, const SecretAnswer &answer)
    {
        if (holdsBack) {
            m_held.append({context, std::move(then), answer});
            return;
        }
        if (!context)
            return;
        QMetaObject::invokeMethod(
            context, [then = std::move(then), answer] { then(answer); }, Qt::QueuedConnection);
    }

    QList<Held> m_held;
};

} // namespace clusterdeck

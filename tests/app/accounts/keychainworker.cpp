// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/accounts/keychainworker.h"

#include "app/accounts/keychainstore.h"

#include <QCoreApplication>
#include <QMetaEnum>

#include <cstdio>
#include <unistd.h>

using namespace clusterdeck;

namespace
{

const char *nameOf(SecretOutcome outcome)
{
    switch (outcome) {
    case SecretOutcome::Done:
        return "Done";
    case SecretOutcome::NotFound:
        return "NotFound";
    case SecretOutcome::Denied:
        return "Denied";
    case SecretOutcome::Unavailable:
        return "Unavailable";
    case SecretOutcome::Failed:
        return "Failed";
    }
    return "?";
}

void say(const QByteArray &line)
{
    std::fputs(line.constData(), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

QString decoded(const QByteArray &word)
{
    return QString::fromUtf8(QByteArray::fromBase64(word));
}

} // namespace

KeychainWorker::KeychainWorker()
    : m_store(std::make_unique<KeychainStore>(QString::fromLatin1(Service)))
    , m_input(STDIN_FILENO, QSocketNotifier::Read)
{
    connect(&m_input, &QSocketNotifier::activated, this, &KeychainWorker::hear);
    say("ready");
}

KeychainWorker::~KeychainWorker() = default;

void KeychainWorker::hear()
{
    char bytes[16384];
    const ssize_t got = ::read(STDIN_FILENO, bytes, sizeof bytes);
    if (got <= 0) {
        m_input.setEnabled(false);
        QCoreApplication::quit();
        return;
    }
    m_heard.append(bytes, got);
    for (qsizetype end = m_heard.indexOf('\n'); end >= 0; end = m_heard.indexOf('\n')) {
        const QByteArray line = m_heard.left(end);
        m_heard.remove(0, end + 1);
        obey(line.split(' '));
    }
}

void KeychainWorker::obey(const QList<QByteArray> &words)
{
    const QByteArray &number = words.first();
    if (words.at(1) == "forget") {
        QObject mayfly;
        carryOut(number, words.mid(2), &mayfly);
    } else {
        carryOut(number, words.mid(1), this);
    }
}

void KeychainWorker::carryOut(const QByteArray &number, QList<QByteArray> words, QObject *context)
{
    auto returned = std::make_shared<bool>(false);
    auto answers = std::make_shared<int>(0);
    const auto then = [=](const SecretAnswer &answer) {
        if (!*returned || ++*answers > 1)
            say("BROKEN PROMISE");
        say(number + ' ' + nameOf(answer.outcome) + ' ' + answer.secret.toUtf8().toBase64() + ' ' +
            answer.detail.toUtf8());
    };
    const QString key = decoded(words.at(1));
    const QString other = decoded(words.value(2));
    if (words.first() == "read")
        m_store->read(key, context, then);
    else if (words.first() == "write")
        m_store->write(key, other, context, then);
    else if (words.first() == "remove")
        m_store->remove(key, context, then);
    else if (words.first() == "rename")
        renameSecret(*m_store, key, other, context, then);
    *returned = true;
}

int runKeychainWorker(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const KeychainWorker worker;
    return QCoreApplication::exec();
}

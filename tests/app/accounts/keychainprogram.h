// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/accounts/keychainworker.h"
#include "tests/app/accounts/privatedesktop.h"

#include <QCoreApplication>
#include <QTest>

struct Answer {
    QByteArray outcome; ///< empty: no answer came
    QString secret;
    QByteArray detail;
};

/// A worker process in a private desktop session, and its answers.
class Program
{
public:
    explicit Program(const PrivateDesktop &desktop)
    {
        m_process.setProcessEnvironment(desktop.environment());
        m_process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--worker")});
    }

    /// Sends a request and returns its number.
    int ask(const QByteArray &verb, const QString &key, const QString &other = {})
    {
        const QByteArray number = QByteArray::number(++m_number);
        m_process.write(number + ' ' + verb + ' ' + key.toUtf8().toBase64() + ' ' +
                        other.toUtf8().toBase64() + '\n');
        return m_number;
    }

    Answer answer(int number, int limitMs = 20000)
    {
        const QByteArray start = QByteArray::number(number) + ' ';
        const auto line = [&]() -> QByteArray {
            listen();
            for (const QByteArray &heard : std::as_const(m_lines)) {
                if (heard.startsWith(start))
                    return heard;
            }
            return {};
        };
        if (!QTest::qWaitFor([&] { return !line().isEmpty(); }, limitMs))
            return {};
        const QList<QByteArray> words = line().split(' ');
        return {words.value(1), QString::fromUtf8(QByteArray::fromBase64(words.value(2))),
                words.mid(3).join(' ')};
    }

    Answer call(const QByteArray &verb, const QString &key, const QString &other = {})
    {
        Answer said = answer(ask(verb, key, other));
        qInfo("%s: %s %s", verb.constData(), said.outcome.constData(), said.detail.constData());
        return said;
    }

    bool keptItsPromises()
    {
        listen();
        return !m_lines.contains("BROKEN PROMISE");
    }

    [[nodiscard]] bool runs() const { return m_process.state() == QProcess::Running; }
    [[nodiscard]] qsizetype answersTo(int number)
    {
        listen();
        return std::count_if(m_lines.begin(), m_lines.end(), [&](const QByteArray &line) {
            return line.startsWith(QByteArray::number(number) + ' ');
        });
    }

    /// Ends the worker as its user would; false when it did not end, or ended with an error.
    bool end()
    {
        m_process.closeWriteChannel();
        const bool gone = QTest::qWaitFor([this] { return !runs(); }, 20000);
        listen();
        if (!gone || m_process.exitCode() != 0)
            qWarning("%s", m_lines.join('\n').constData());
        return gone && m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
    }

private:
    void listen()
    {
        while (m_process.canReadLine())
            m_lines.append(m_process.readLine().chopped(1));
    }

    OwnProcess m_process;
    QList<QByteArray> m_lines;
    int m_number = 0;
};

inline const QString Key = QStringLiteral("account-1");
inline const QString Secret = QStringLiteral("Gh7kQ2vX9sLp0aZb");

/// main() of a test that starts workers: runs a worker when asked to by its arguments, otherwise
/// the test.
template <typename Test>
int runTestOrWorker(int argc, char **argv)
{
    if (argc > 1 && qstrcmp(argv[1], "--worker") == 0)
        return runKeychainWorker(argc, argv);
    QCoreApplication application(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

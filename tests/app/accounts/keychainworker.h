// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace clusterdeck
{
class KeychainStore;
}

/// What the test executable is when it runs itself again: a program with a KeychainStore, told what
/// to do by lines on its standard input. Each process has its own: libraries keep their connection
/// to the bus for the life of a process.
///
///   1 read KEY | 1 write KEY SECRET | 1 remove KEY | 1 rename KEY KEY
///   1 forget read KEY       the same with a context that dies at once
///
/// KEY and SECRET are Base64, the number comes back: "1 Done SECRET DETAIL".
class KeychainWorker : public QObject
{
    Q_OBJECT

public:
    static constexpr const char *Service = "clusterdeck-test";

    KeychainWorker();
    ~KeychainWorker() override;

private:
    void hear();
    void obey(const QList<QByteArray> &words);
    void carryOut(const QByteArray &number, QList<QByteArray> words, QObject *context);

    std::unique_ptr<clusterdeck::KeychainStore> m_store;
    QSocketNotifier m_input;
    QByteArray m_heard;
};

/// Runs a worker until its standard input ends.
int runKeychainWorker(int argc, char **argv);

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace clusterdeck
{
class KeychainStore;
}

/// The test executable started as a worker: a program with a KeychainStore, controlled by lines on
/// its standard input. Workers are separate processes, because libraries keep their bus connection
/// for the life of a process.
///
///   1 read KEY | 1 write KEY SECRET | 1 remove KEY | 1 rename KEY KEY
///   1 forget read KEY       the same with a context that is destroyed at once
///
/// KEY and SECRET are Base64; the answer repeats the number: "1 Done SECRET DETAIL".
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

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

/// Actions that the log's tests run in a child process, because they write to stderr or end the
/// process: the tests start themselves again.
namespace logchild
{

const QString KeyId = QStringLiteral("QYACCESSKEYIDEXAMPLE");
const QString Secret = QStringLiteral("s3cr+t/Of=40~chars_AND-more.4567890123xyz");

/// The encodings in which the secret could appear.
[[nodiscard]] QList<QByteArray> formsOfSecret();

struct Outcome {
    int status = -1;
    bool crashed = false;
    QByteArray err;
    [[nodiscard]] int count(const char *text) const { return int(err.count(text)); }
};

/// `arguments`: the action (speak, secrets, floodN, fatal, assert, terminate, terminate-int, core,
/// no-core), quiet or verbose, and a log file.
Outcome run(const QStringList &arguments);

[[nodiscard]] QByteArray read(const QString &path);

/// The main() of both tests.
int main(int argc, char *argv[], QObject &test);

} // namespace logchild

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFileInfo>

namespace clusterdeck
{

/// For the QTemporaryDir of a test that makes thousands of files durable: a place in memory, where
/// the system has one. What a killed program leaves is the same there; only a power cut is not.
inline QString memoryFolder()
{
    const QString memory = QStringLiteral("/dev/shm");
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) +
           QStringLiteral("/clusterdeck-test-XXXXXX");
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFileInfo>

namespace clusterdeck
{

/// A folder for QTemporaryDir in memory, if the system has one, for tests that sync thousands of
/// files. The files left by a killed program are the same there; only a power failure is different.
inline QString memoryFolder()
{
    const QString memory = QStringLiteral("/dev/shm");
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) +
           QStringLiteral("/clusterdeck-test-XXXXXX");
}

} // namespace clusterdeck

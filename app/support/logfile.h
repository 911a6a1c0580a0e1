// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

namespace clusterdeck
{

/// A log file with mode 0600. When it would grow above MostBytes, it is renamed to FILE.1 (the
/// older ones to FILE.2 and FILE.3), and a new file is created.
///
/// It never writes through a symbolic link in the last part of the path, to anything but a regular
/// file or a character device such as /dev/null, to a file of another user, or to a file with a
/// second hard link. It logs nothing itself.
class LogFile
{
public:
    static constexpr qint64 MostBytes = qint64{1024} * 1024;
    static constexpr int OldFiles = 3;

    /// False: problem() says why, in one English sentence without the file's name.
    [[nodiscard]] bool open(const QString &path);
    [[nodiscard]] bool isOpen() const { return m_file.isOpen(); }

    /// Appends `line`, unbuffered. False when it could not be written completely, or the file could
    /// not be rotated; the next call tries again.
    [[nodiscard]] bool add(const QByteArray &line);

    [[nodiscard]] QString problem() const { return m_problem; }

private:
    enum class Mode { Existing, New };
    [[nodiscard]] bool openFile(Mode mode);
    [[nodiscard]] bool check(int descriptor);
    [[nodiscard]] bool rotate();
    [[nodiscard]] QString numbered(int number) const;

    QString m_path;
    QFile m_file;
    QString m_problem;
    bool m_rotates = false;   ///< a regular file, not a device
    bool m_brokenOff = false; ///< the file ends in the middle of a line
};

} // namespace clusterdeck

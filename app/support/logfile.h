// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

namespace clusterdeck
{

/// A file that lines are added to, readable by its owner alone. When it would grow above MostBytes
/// it becomes FILE.1, that FILE.2, that FILE.3, and a new one is begun.
///
/// Never written: through a symbolic link in the last part of its name, to what is no file (but a
/// device such as /dev/null), to a file of another user, and to one that has a second name. Says
/// nothing itself.
class LogFile
{
public:
    static constexpr qint64 MostBytes = qint64{1024} * 1024;
    static constexpr int OldFiles = 3;

    /// False: problem() says why, in one English sentence that does not repeat the name.
    [[nodiscard]] bool open(const QString &path);
    [[nodiscard]] bool isOpen() const { return m_file.isOpen(); }

    /// Adds `line` at once, unbuffered. False when not all of it could be written, or the file
    /// could not be rotated; the next line tries again.
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
    bool m_rotates = false;   ///< a plain file, no device
    bool m_brokenOff = false; ///< in the middle of a line
};

} // namespace clusterdeck

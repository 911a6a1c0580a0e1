// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/logfile.h"

#include "app/support/namedfile.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace clusterdeck
{

namespace
{

QString cannotBeOpened(int error)
{
    if (error == ELOOP)
        return QStringLiteral("The log file is a symbolic link, which is not followed.");
    if (error == ENOENT)
        return QStringLiteral("The folder of the log file does not exist.");
    return QStringLiteral("The log file cannot be opened: %1.").arg(qt_error_string(error));
}

} // namespace

bool LogFile::open(const QString &path)
{
    m_path = path;
    return openFile(Mode::Existing);
}

bool LogFile::openFile(Mode mode)
{
    m_file.close();
    if (foreignLink(m_path)) {
        m_problem =
            QStringLiteral("The path of the log file contains a symbolic link of another user.");
        return false;
    }
    // O_NONBLOCK: opening a pipe without a reader must not block.
    const int flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK |
                      (mode == Mode::New ? O_EXCL : 0);
    const int descriptor = ::open(QFile::encodeName(m_path).constData(), flags, S_IRUSR | S_IWUSR);
    if (descriptor < 0) {
        m_problem = errno == ENXIO ? QStringLiteral("The log file is not a regular file.")
                                   : cannotBeOpened(errno);
        return false;
    }
    if (check(descriptor) && m_file.open(descriptor, QIODevice::WriteOnly | QIODevice::Unbuffered,
                                         QFileDevice::AutoCloseHandle))
        return true;
    ::close(descriptor);
    return false;
}

bool LogFile::check(int descriptor)
{
    struct stat found = {};
    if (::fstat(descriptor, &found) != 0) {
        m_problem = cannotBeOpened(errno);
        return false;
    }
    m_rotates = S_ISREG(found.st_mode);
    if (S_ISCHR(found.st_mode))
        return true;
    if (const auto problem = problemOfWriting(m_path, found)) {
        m_problem = problem->kind == FileProblem::Kind::ForeignOwner
                        ? QStringLiteral("The log file belongs to another user.")
                        : QStringLiteral("The log file is not a regular file.");
        return false;
    }
    // Appending would change the file with the other name too.
    if (found.st_nlink > 1) {
        m_problem = QStringLiteral("The log file has a hard link, so another file would be "
                                   "overwritten. Choose another name.");
        return false;
    }
    // An existing file may be readable by others.
    if (::fchmod(descriptor, S_IRUSR | S_IWUSR) != 0) {
        m_problem = cannotBeOpened(errno);
        return false;
    }
    return true;
}

QString LogFile::numbered(int number) const
{
    return QStringLiteral("%1.%2").arg(m_path, QString::number(number));
}

bool LogFile::rotate()
{
    // Not QFile::rename(), which falls back to copying and then follows a link at the target.
    const auto rename = [](const QString &from, const QString &to) {
        return std::rename(QFile::encodeName(from).constData(),
                           QFile::encodeName(to).constData()) == 0;
    };
    QFile::remove(numbered(OldFiles));
    for (int number = OldFiles - 1; number >= 1; --number)
        (void)rename(numbered(number), numbered(number + 1)); // fails if it does not exist
    if (rename(m_path, numbered(1)))
        return openFile(Mode::New);
    m_problem = QStringLiteral("The log file cannot be renamed.");
    return false;
}

bool LogFile::add(const QByteArray &line)
{
    if (!m_file.isOpen() && (m_path.isEmpty() || !openFile(Mode::Existing)))
        return false;
    if (m_rotates && m_file.size() > 0 && m_file.size() + line.size() > MostBytes && !rotate())
        return false;
    const QByteArray bytes = m_brokenOff ? '\n' + line : line;
    const qint64 written = m_file.write(bytes);
    if (written == bytes.size()) {
        m_brokenOff = false;
        return true;
    }
    m_brokenOff = m_brokenOff || written > 0;
    m_problem = QStringLiteral("The log file cannot be written: %1.").arg(m_file.errorString());
    return false;
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace clusterdeck
{

namespace
{

constexpr QFileDevice::Permissions OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

QString userName(uid_t user)
{
    const passwd *entry = ::getpwuid(user);
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(user);
}

/// Many systems create a group for each user, with the user's name and no other member, and make
/// new files writable by it.
bool isOwnGroup(gid_t group)
{
    const passwd *user = ::getpwuid(::geteuid());
    if (!user || user->pw_gid != group)
        return false;
    const QByteArray name = user->pw_name;
    const struct group *entry = ::getgrgid(group);
    if (!entry || name != entry->gr_name)
        return false;
    for (char **member = entry->gr_mem; *member; ++member) {
        if (name != *member)
            return false;
    }
    return true;
}

} // namespace

FileTrust trustOf(const struct stat &found)
{
    const bool own = found.st_uid == ::geteuid();
    const bool groupCanWrite = (found.st_mode & S_IWGRP) != 0 && !isOwnGroup(found.st_gid);
    return {own, own || found.st_uid == 0, userName(found.st_uid),
            groupCanWrite || (found.st_mode & S_IWOTH) != 0};
}

FileProblem problemOfErrno(const QString &path, int error)
{
    using Kind = FileProblem::Kind;
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return {Kind::Missing, path, {}};
    case EACCES:
    case EPERM:
        return {Kind::NoPermission, path, {}};
    case EROFS:
        return {Kind::ReadOnlyFileSystem, path, {}};
    case ENOSPC:
    case EDQUOT:
        return {Kind::NoSpace, path, {}};
    default:
        return {Kind::Other, path, qt_error_string(error)};
    }
}

tl::expected<FileTrust, FileProblem> trustOf(const QString &path)
{
    struct stat found = {};
    if (::stat(QFile::encodeName(path).constData(), &found) != 0)
        return tl::unexpected(problemOfErrno(path, errno));
    return trustOf(found);
}

tl::expected<QByteArray, FileProblem> readRegularFile(const QString &path, qint64 limit,
                                                      FileTrust *trust)
{
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0)
        return tl::unexpected(problemOfErrno(path, errno));
    struct stat found = {};
    const int error = ::fstat(descriptor, &found) == 0 ? 0 : errno;
    if (error != 0 || !S_ISREG(found.st_mode)) {
        ::close(descriptor);
        return tl::unexpected(error != 0 ? problemOfErrno(path, error)
                                         : FileProblem{FileProblem::Kind::NotAFile, path, {}});
    }
    QFile file;
    if (!file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
        return tl::unexpected(FileProblem{FileProblem::Kind::Other, path, file.errorString()});
    if (trust)
        *trust = trustOf(found);
    const QByteArray content = file.read(limit + 1);
    if (file.error() != QFileDevice::NoError)
        return tl::unexpected(FileProblem{FileProblem::Kind::Other, path, file.errorString()});
    if (content.size() > limit)
        return tl::unexpected(FileProblem{FileProblem::Kind::TooLarge, path, {}});
    return content;
}

std::optional<FileProblem> makePrivateFolder(const QString &folder)
{
    const QByteArray name = QFile::encodeName(folder);
    std::error_code error; // QDir::mkpath() does not return the reason
    std::filesystem::create_directories(name.toStdString(), error);
    if (error)
        return problemOfErrno(folder, error.value());
    struct stat found = {};
    if (::stat(name.constData(), &found) != 0)
        return problemOfErrno(folder, errno);
    if (!S_ISDIR(found.st_mode))
        return FileProblem{FileProblem::Kind::NotAFile, folder, {}};
    if (found.st_uid != ::geteuid())
        return FileProblem{FileProblem::Kind::ForeignOwner, folder, userName(found.st_uid)};
    if ((found.st_mode & (S_IRWXG | S_IRWXO)) != 0 && ::chmod(name.constData(), S_IRWXU) != 0)
        return problemOfErrno(folder, errno);
    return {};
}

namespace
{

constexpr mode_t OthersWrite = S_IWGRP | S_IWOTH;
constexpr mode_t AllRights = 07777;

qint64 nanoseconds(const timespec &time)
{
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

/// Removes all permissions of one file or folder except `rights`.
void keepPrivate(const QString &path, mode_t rights, FilePrivacy &privacy)
{
    struct stat found = {};
    const QByteArray name = QFile::encodeName(path);
    if (privacy.problem || ::stat(name.constData(), &found) != 0)
        return;
    if (found.st_uid != ::geteuid()) {
        privacy.problem =
            FileProblem{FileProblem::Kind::ForeignOwner, path, userName(found.st_uid)};
        return;
    }
    const mode_t mode = found.st_mode & AllRights;
    if ((mode & rights) == mode)
        return;
    const auto before = trustOf(path);
    // On some network file systems chmod() succeeds without effect.
    (void)::chmod(name.constData(), mode & rights);
    const auto after = trustOf(path);
    if (!before || !after || after->othersCanWrite)
        privacy.problem = FileProblem{FileProblem::Kind::OthersCanWrite, path, {}};
    else
        privacy.repaired = privacy.repaired || before->othersCanWrite;
}

} // namespace

tl::expected<FileStamp, FileProblem> stampOf(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    const int descriptor = ::open(name.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    struct stat found = {};
    if (descriptor < 0) {
        const int error = errno;
        const bool isLink = error == ENOENT && ::lstat(name.constData(), &found) == 0;
        return tl::unexpected(isLink ? FileProblem{FileProblem::Kind::NotAFile, path, {}}
                                     : problemOfErrno(path, error));
    }
    const int error = ::fstat(descriptor, &found) == 0 ? 0 : errno;
    ::close(descriptor);
    if (error != 0)
        return tl::unexpected(problemOfErrno(path, error));
    return FileStamp{quint64(found.st_dev), quint64(found.st_ino), qint64(found.st_size),
                     nanoseconds(found.st_mtim), nanoseconds(found.st_ctim)};
}

FilePrivacy keepPrivate(const QString &path)
{
    const QFileInfo file(path);
    FilePrivacy privacy;
    keepPrivate(file.absolutePath(), S_IRWXU, privacy);
    if (file.isSymLink() && file.exists())
        keepPrivate(QFileInfo(file.canonicalFilePath()).path(), AllRights & ~OthersWrite, privacy);
    if (file.isFile())
        keepPrivate(path, S_IRUSR | S_IWUSR, privacy);
    return privacy;
}

int writeAll(int descriptor, const QByteArray &bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t written =
            ::write(descriptor, bytes.constData() + done, size_t(bytes.size() - done));
        if (written < 0 && errno != EINTR)
            return errno;
        done += std::max<ssize_t>(written, 0);
    }
    return 0;
}

std::optional<FileProblem> writePrivateFile(const QString &path, const QByteArray &content)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QFileInfo::exists(folder)) {
        if (auto problem = makePrivateFolder(folder))
            return problem;
    }
    errno = 0;
    QSaveFile file(path);
    // Permissions are set before anything is written.
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(OwnerOnly) &&
                         file.write(content) == content.size() && file.flush() && file.commit();
    if (written)
        return {};
    const FileProblem problem = problemOfErrno(path, errno);
    if (problem.kind == FileProblem::Kind::Other)
        return FileProblem{problem.kind, path, file.errorString()};
    return problem;
}

} // namespace clusterdeck

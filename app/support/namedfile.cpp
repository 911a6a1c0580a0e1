// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/namedfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace clusterdeck
{

namespace
{

/// Whether others could replace a file in `folder`.
std::optional<FileProblem> problemOfFolder(const QString &folder)
{
    struct stat found = {};
    if (::stat(QFile::encodeName(folder).constData(), &found) != 0)
        return problemOfErrno(folder, errno);
    const FileTrust trust = trustOf(found);
    if (!trust.ownOrRoot)
        return FileProblem{FileProblem::Kind::ForeignOwner, folder, trust.owner};
    // In a sticky folder such as /tmp nobody can replace the files of others.
    if (trust.othersCanWrite && (found.st_mode & S_ISVTX) == 0)
        return FileProblem{FileProblem::Kind::OthersCanWrite, folder, {}};
    return {};
}

int openFolder(const QString &path, int flags)
{
    return ::open(QFile::encodeName(path).constData(),
                  O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK | flags);
}

FileProblem problemOfFolderErrno(const QString &path, int error)
{
    return error == ENOTDIR ? FileProblem{FileProblem::Kind::NotAFolder, path, {}}
                            : problemOfErrno(path, error);
}

} // namespace

std::optional<FileProblem> foreignLink(const QString &path)
{
    QString part = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    while (!part.isEmpty() && part != u"/") {
        struct stat found = {};
        if (::lstat(QFile::encodeName(part).constData(), &found) == 0 && S_ISLNK(found.st_mode) &&
            !trustOf(found).ownOrRoot)
            return FileProblem{FileProblem::Kind::Link, part, {}};
        part = part.left(qMax(part.lastIndexOf(u'/'), qsizetype(0)));
    }
    return {};
}

std::optional<FileProblem> problemOfWriting(const QString &path, const struct stat &found)
{
    if (S_ISLNK(found.st_mode))
        return FileProblem{FileProblem::Kind::Link, path, {}};
    if (!S_ISREG(found.st_mode))
        return FileProblem{FileProblem::Kind::NotAFile, path, {}};
    if (const FileTrust trust = trustOf(found); !trust.own)
        return FileProblem{FileProblem::Kind::ForeignOwner, path, trust.owner};
    return {};
}

tl::expected<QByteArray, FileProblem> readTrustedFile(const QString &path, qint64 limit)
{
    FileTrust trust;
    auto content = readRegularFile(path, limit, &trust);
    if (!content)
        return content;
    if (!trust.ownOrRoot)
        return tl::unexpected(FileProblem{FileProblem::Kind::ForeignOwner, path, trust.owner});
    if (trust.othersCanWrite)
        return tl::unexpected(FileProblem{FileProblem::Kind::OthersCanWrite, path, {}});
    if (auto problem = foreignLink(path))
        return tl::unexpected(*problem);
    // The folder of the path, and the folder of a link's target.
    const QFileInfo file(path);
    for (const QString &name : {file.absoluteFilePath(), file.canonicalFilePath()}) {
        if (auto problem = problemOfFolder(QFileInfo(name).path()))
            return tl::unexpected(*problem);
    }
    return content;
}

OutputFolder::OutputFolder(int descriptor, QString path)
    : m_descriptor(descriptor)
    , m_path(std::move(path))
{
}

OutputFolder::OutputFolder(OutputFolder &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_path(std::move(other.m_path))
{
}

OutputFolder &OutputFolder::operator=(OutputFolder &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_path, other.m_path);
    return *this;
}

OutputFolder::~OutputFolder()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

tl::expected<OutputFolder, FileProblem> OutputFolder::open(const QString &path)
{
    if (auto problem = foreignLink(path))
        return tl::unexpected(*problem);
    const int descriptor = openFolder(path, 0);
    if (descriptor < 0)
        return tl::unexpected(problemOfFolderErrno(path, errno));
    return OutputFolder(descriptor, path);
}

tl::expected<OutputFolder, FileProblem> OutputFolder::openOwn(const QString &path)
{
    // A slash at the end would follow a link.
    const QString folder = QDir::cleanPath(path);
    if (auto problem = foreignLink(folder))
        return tl::unexpected(*problem);
    const QByteArray name = QFile::encodeName(folder);
    int descriptor = openFolder(folder, O_NOFOLLOW);
    if (descriptor < 0 && errno == ENOENT) {
        (void)QDir().mkpath(QFileInfo(folder).path()); // errors show below
        (void)::mkdir(name.constData(), S_IRWXU);
        descriptor = openFolder(folder, O_NOFOLLOW);
    }
    if (descriptor < 0) {
        const int error = errno;
        const bool isLink = QFileInfo(folder).isSymLink();
        return tl::unexpected(isLink ? FileProblem{FileProblem::Kind::Link, folder, {}}
                                     : problemOfFolderErrno(folder, error));
    }
    OutputFolder opened(descriptor, folder);
    struct stat found = {};
    if (::fstat(descriptor, &found) != 0)
        return tl::unexpected(problemOfErrno(folder, errno));
    const FileTrust trust = trustOf(found);
    if (!trust.own)
        return tl::unexpected(FileProblem{FileProblem::Kind::ForeignOwner, folder, trust.owner});
    if (trust.othersCanWrite)
        return tl::unexpected(FileProblem{FileProblem::Kind::OthersCanWrite, folder, {}});
    return opened;
}

std::optional<FileProblem> OutputFolder::write(const QString &name, const QByteArray &content) const
{
    const QString path = QDir(m_path).filePath(name);
    const QByteArray target = QFile::encodeName(name);
    struct stat found = {};
    const bool isThere =
        ::fstatat(m_descriptor, target.constData(), &found, AT_SYMLINK_NOFOLLOW) == 0;
    if (!isThere && errno != ENOENT)
        return problemOfErrno(path, errno);
    if (isThere) {
        if (auto problem = problemOfWriting(path, found))
            return problem;
    }
    const QByteArray temporary =
        ".clusterdeck-" + QByteArray::number(QRandomGenerator::system()->generate64(), 36);
    const int file = ::openat(m_descriptor, temporary.constData(),
                              O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (file < 0)
        return problemOfErrno(path, errno);
    // rename() replaces a link that was created meanwhile; it does not follow it.
    const bool written =
        (!isThere || ::fchmod(file, found.st_mode & (S_IRWXU | S_IRWXG | S_IRWXO)) == 0) &&
        writeAll(file, content) == 0 && ::fsync(file) == 0 &&
        ::renameat(m_descriptor, temporary.constData(), m_descriptor, target.constData()) == 0;
    const int error = errno;
    ::close(file);
    if (written) {
        (void)::fsync(m_descriptor);
        return {};
    }
    (void)::unlinkat(m_descriptor, temporary.constData(), 0);
    return problemOfErrno(path, error);
}

std::optional<FileProblem> writeNamedFile(const QString &path, const QByteArray &content)
{
    const QFileInfo file(path);
    const auto folder = OutputFolder::open(file.absolutePath());
    return folder ? folder->write(file.fileName(), content) : folder.error();
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <tl/expected.hpp>

struct stat;

namespace clusterdeck
{

/// Why a file or folder was not read or written. ui/ has the texts.
struct FileProblem {
    enum class Kind : quint8 {
        Missing,
        NotAFile, ///< a folder, a pipe, a device
        NotAFolder,
        Link, ///< a symbolic link that is not followed
        TooLarge,
        ForeignOwner,   ///< `detail` is the owner's name
        OthersCanWrite, ///< group or others may change it
        NotUnderstood,  ///< `detail` says what is wrong with the content
        NewerVersion,   ///< a newer version of this program wrote it
        Vanished,       ///< it existed earlier in this run
        Busy,           ///< another process, `detail`, is writing it, see lockPathOf()
        NoPermission,
        ReadOnlyFileSystem,
        NoSpace, ///< the file system is full, or the quota is
        Other,   ///< `detail` is the system's own message
    };
    Kind kind = Kind::Other;
    QString path;
    QString detail;

    bool operator==(const FileProblem &) const = default;
};

/// The problem for an errno value.
FileProblem problemOfErrno(const QString &path, int error);

/// Who owns a file or folder, and whether others may change it.
struct FileTrust {
    bool own = false; ///< owned by the effective user of this process
    bool ownOrRoot = false;
    QString owner;               ///< name, or number without a name
    bool othersCanWrite = false; ///< the user's own group does not count if nobody else is in it
};

/// For the file or folder at `path`; follows links.
tl::expected<FileTrust, FileProblem> trustOf(const QString &path);
FileTrust trustOf(const struct stat &found);

/// The whole content of a regular file. Never blocks at opening: a pipe or a device is an error
/// (NotAFile), and so is a file of more than `limit` bytes (TooLarge). The owner is not checked;
/// `trust`, if given, is set for the file that was read.
tl::expected<QByteArray, FileProblem> readRegularFile(const QString &path, qint64 limit,
                                                      FileTrust *trust = nullptr);

/// Creates the folder with its parents and removes all permissions of group and others. An existing
/// folder of another user is an error.
std::optional<FileProblem> makePrivateFolder(const QString &folder);

/// Writes all of `bytes` to an open file. Returns 0 or an errno value.
int writeAll(int descriptor, const QByteArray &bytes);

/// Identifies a version of a file: differs after the file was written, replaced or touched.
struct FileStamp {
    quint64 device = 0;
    quint64 inode = 0;
    qint64 size = 0;
    qint64 modified = 0; ///< nanoseconds since 1970
    qint64 changed = 0;  ///< nanoseconds since 1970, of the inode

    bool operator==(const FileStamp &) const = default;
};

/// The stamp of the file now. Opens the file, because on NFS this asks the server, while stat()
/// alone reads a cache. Missing: nothing has this name; a dangling link is NotAFile.
tl::expected<FileStamp, FileProblem> stampOf(const QString &path);

/// The result of keepPrivate().
struct FilePrivacy {
    bool repaired = false;              ///< others could write it before
    std::optional<FileProblem> problem; ///< ForeignOwner or OthersCanWrite: do not trust the file
};
/// Removes all permissions of group and others from the file and its folder, and the permission to
/// write from the folder of a link's target. Missing files are no error.
FilePrivacy keepPrivate(const QString &path);

/// Writes a file with mode 0600, atomically: a reader, or the next start after a power cut, finds
/// the old or the new content. A missing folder is created by makePrivateFolder().
std::optional<FileProblem> writePrivateFile(const QString &path, const QByteArray &content);

} // namespace clusterdeck

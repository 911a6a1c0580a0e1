// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFileDevice>
#include <QString>

#include <optional>
#include <tl/expected.hpp>

struct stat;

namespace clusterdeck
{

/// Why a file or folder of this program was not read or written. ui/ has the words.
struct FileProblem {
    enum class Kind : quint8 {
        Missing,
        NotAFile, ///< a folder, a pipe, a device
        NotAFolder,
        Link, ///< a symbolic link where none is followed
        TooLarge,
        ForeignOwner,   ///< `detail` is the owner's name
        OthersCanWrite, ///< group or others may change it
        NotUnderstood,  ///< `detail` says what is wrong with the content
        NewerVersion,   ///< a newer version of this program wrote it
        Vanished,       ///< it was there earlier in this run
        Busy,           ///< another copy of this program is writing it: `detail`, see lockPathOf()
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

/// The problem that errno names for `path`.
FileProblem problemOfErrno(const QString &path, int error);

/// What the file system says of who may change a file or a folder.
struct FileTrust {
    bool own = false; ///< this process's effective user owns it
    bool ownOrRoot = false;
    QString owner;               ///< name, or number where it has none
    bool othersCanWrite = false; ///< a group that the user is alone in does not count
};

/// Of the file or folder at `path`; links are followed.
tl::expected<FileTrust, FileProblem> trustOf(const QString &path);
FileTrust trustOf(const struct stat &found);

/// The whole content of a regular file. Opening never waits: a pipe or a device is refused as
/// NotAFile, a file of more than `limit` bytes as TooLarge. The owner is not looked at; `trust`,
/// when given, gets what the file system says of the file that was read.
tl::expected<QByteArray, FileProblem> readRegularFile(const QString &path, qint64 limit,
                                                      FileTrust *trust = nullptr);

/// Makes the folder with its parents and takes every right on it from group and others. What was
/// there and belongs to somebody else is a problem.
std::optional<FileProblem> makePrivateFolder(const QString &folder);

/// All of `bytes` into an open file: 0, or the errno of what stopped it.
int writeAll(int descriptor, const QByteArray &bytes);

/// What changes whenever somebody writes, replaces or touches a file.
struct FileStamp {
    quint64 device = 0;
    quint64 inode = 0;
    qint64 size = 0;
    qint64 modified = 0; ///< nanoseconds since 1970
    qint64 changed = 0;  ///< nanoseconds since 1970, of the inode

    bool operator==(const FileStamp &) const = default;
};

/// Of the file as it is now. The file is opened for it: on NFS that asks the server, stat() alone
/// answers from a cache. Missing: nothing has this name; a link to nowhere is NotAFile.
tl::expected<FileStamp, FileProblem> stampOf(const QString &path);

/// What became of keepPrivate().
struct FilePrivacy {
    bool repaired = false;              ///< others could write it until now
    std::optional<FileProblem> problem; ///< ForeignOwner or OthersCanWrite: it cannot be trusted
};
/// Takes every right on the file and its folder from group and others, and the right to write the
/// folder of what a link points to. Of what is not there, nothing is said.
FilePrivacy keepPrivate(const QString &path);

/// Writes a file that only its owner can read, in one step: a reader, or the next start after a
/// power cut, finds the old content or the new one. The folder is made as by makePrivateFolder()
/// when it is missing.
std::optional<FileProblem> writePrivateFile(const QString &path, const QByteArray &content);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/privatefile.h"

struct stat;

namespace clusterdeck
{

/// Files at paths that the user gave. Another user may have created a link, a pipe or a file there.

/// Why a file must not be written, by the result of lstat() or fstat() for `path`: a symbolic link,
/// not a regular file, or owned by another user.
[[nodiscard]] std::optional<FileProblem> problemOfWriting(const QString &path,
                                                          const struct stat &found);

/// A symbolic link of another user, other than root, in any part of `path`: that user controls
/// where it leads. Nothing without such a link.
[[nodiscard]] std::optional<FileProblem> foreignLink(const QString &path);

/// The content of a file that only this user and root can have written, by the owners and
/// permissions of the file, its folder and the links to it; else ForeignOwner, OthersCanWrite or
/// Link. Otherwise like readRegularFile().
[[nodiscard]] tl::expected<QByteArray, FileProblem> readTrustedFile(const QString &path,
                                                                    qint64 limit);

/// An open folder to write files into. Renaming or replacing the folder has no effect on it.
class OutputFolder
{
public:
    /// The folder at `path`, which may belong to any user. Fails with Link as foreignLink() says.
    [[nodiscard]] static tl::expected<OutputFolder, FileProblem> open(const QString &path);

    /// A folder of this user that nobody else can write to. A missing folder is created with its
    /// parents, with mode 0700.
    [[nodiscard]] static tl::expected<OutputFolder, FileProblem> openOwn(const QString &path);

    OutputFolder(OutputFolder &&other) noexcept;
    OutputFolder &operator=(OutputFolder &&other) noexcept;
    ~OutputFolder();

    /// Writes the file `name`, a name without a folder, completely or not at all: the new file
    /// atomically replaces an old one of this user and keeps its permissions. Anything else at this
    /// name is an error, see problemOfWriting(), and is not changed. A new name gets mode 0666,
    /// less the umask.
    [[nodiscard]] std::optional<FileProblem> write(const QString &name,
                                                   const QByteArray &content) const;

private:
    OutputFolder(int descriptor, QString path);

    int m_descriptor; ///< -1: moved from
    QString m_path;
};

/// Opens the folder of `path` and calls OutputFolder::write().
[[nodiscard]] std::optional<FileProblem> writeNamedFile(const QString &path,
                                                        const QByteArray &content);

} // namespace clusterdeck

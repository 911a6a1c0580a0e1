// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/privatefile.h"

struct stat;

namespace clusterdeck
{

/// Files at names that a person gave. Somebody else may have put something there: a link to another
/// file, a pipe, a file that is not the person's.

/// What stands in the way of writing to what lstat() or fstat() found at `path`: a symbolic link,
/// the file of another user, or what is no regular file.
[[nodiscard]] std::optional<FileProblem> problemOfWriting(const QString &path,
                                                          const struct stat &found);

/// A symbolic link of another user, other than root, in any part of `path`: it leads wherever that
/// user likes. Nothing when there is none.
[[nodiscard]] std::optional<FileProblem> foreignLink(const QString &path);

/// The whole content of a file that nobody but this user and root can have written: its owner, its
/// rights, and those of its folder say so, and no link on the way is another user's. Else
/// ForeignOwner, OthersCanWrite or Link. As readRegularFile() in everything else.
[[nodiscard]] tl::expected<QByteArray, FileProblem> readTrustedFile(const QString &path,
                                                                    qint64 limit);

/// An open folder that files are written into. What its name leads to later changes nothing.
class OutputFolder
{
public:
    /// The folder at `path`, whoever owns it.
    [[nodiscard]] static tl::expected<OutputFolder, FileProblem> open(const QString &path);

    /// A folder of this user that nobody else can write to. One that is missing is made, with its
    /// parents, for this user alone.
    [[nodiscard]] static tl::expected<OutputFolder, FileProblem> openOwn(const QString &path);

    OutputFolder(OutputFolder &&other) noexcept;
    OutputFolder &operator=(OutputFolder &&other) noexcept;
    ~OutputFolder();

    /// Writes the file `name`, which has no folder in it, whole or not at all: a new file takes the
    /// place of an old one of this user in one step, with its rights. Anything else that stands
    /// there is a problem, see problemOfWriting(), and stays as it is.
    [[nodiscard]] std::optional<FileProblem> write(const QString &name,
                                                   const QByteArray &content) const;

private:
    OutputFolder(int descriptor, QString path);

    int m_descriptor; ///< -1: moved from
    QString m_path;
};

/// OutputFolder::write() in the folder of `path`.
[[nodiscard]] std::optional<FileProblem> writeNamedFile(const QString &path,
                                                        const QByteArray &content);

} // namespace clusterdeck

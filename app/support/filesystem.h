// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace clusterdeck
{

/// The file system that holds a file or folder.
struct FileSystem {
    QString name; ///< "ext4", "nfs", "fuse.sshfs"; of an unknown one its number
    /// Several machines may have it mounted, or that is not known: memory that is mapped from its
    /// files is not shared between them.
    bool shared = true;

    bool operator==(const FileSystem &) const = default;
};

/// Of the file or folder at `path`, which exists.
FileSystem fileSystemOf(const QString &path);

/// What statfs(2)'s number `type` stands for. `mountedAs`: the type in the table of mounts, which
/// tells one FUSE file system from another; it may be empty.
FileSystem fileSystemNamed(quint32 type, const QString &mountedAs);

} // namespace clusterdeck

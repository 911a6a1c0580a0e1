// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace clusterdeck
{

/// The file system that holds a file or folder.
struct FileSystem {
    QString name; ///< "ext4", "nfs", "fuse.sshfs"; the number of an unknown type
    /// Several machines may have it mounted: they do not share memory that is mapped from its
    /// files. True also when this is not known.
    bool shared = true;

    bool operator==(const FileSystem &) const = default;
};

/// The file system of the existing file or folder at `path`. On an error the name is empty, and
/// `shared` is true.
FileSystem fileSystemOf(const QString &path);

/// `type`: the number that statfs(2) returns. `mountedAs`: the type in the table of mounts, needed
/// to tell FUSE file systems apart; may be empty.
FileSystem fileSystemNamed(quint32 type, const QString &mountedAs);

} // namespace clusterdeck

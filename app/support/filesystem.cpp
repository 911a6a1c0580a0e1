// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/filesystem.h"

#include <QFile>
#include <QStorageInfo>

#include <algorithm>
#include <array>
#include <sys/vfs.h>

namespace clusterdeck
{

namespace
{

struct KnownFileSystem {
    quint32 type; ///< as in statfs(2) and linux/magic.h
    const char *name;
    bool shared;
};

constexpr quint32 Fuse = 0x65735546;

constexpr std::array Known{
    // Local file systems.
    KnownFileSystem{0x0000ef53, "ext4", false},
    KnownFileSystem{0x58465342, "xfs", false},
    KnownFileSystem{0x9123683e, "btrfs", false},
    KnownFileSystem{0x2fc12fc1, "zfs", false},
    KnownFileSystem{0xca451a4e, "bcachefs", false},
    KnownFileSystem{0xf2f52010, "f2fs", false},
    KnownFileSystem{0x3153464a, "jfs", false},
    KnownFileSystem{0x52654973, "reiserfs", false},
    KnownFileSystem{0x01021994, "tmpfs", false},
    KnownFileSystem{0x858458f6, "ramfs", false},
    KnownFileSystem{0x794c7630, "overlayfs", false},
    KnownFileSystem{0x0000f15f, "ecryptfs", false},
    KnownFileSystem{0x00004d44, "vfat", false},
    KnownFileSystem{0x2011bab0, "exfat", false},
    KnownFileSystem{0x7366746e, "ntfs3", false},
    KnownFileSystem{0x73717368, "squashfs", false},
    KnownFileSystem{0x00009660, "iso9660", false},
    // Shared by several machines.
    KnownFileSystem{0x00006969, "nfs", true},
    KnownFileSystem{0xff534d42, "cifs", true},
    KnownFileSystem{0xfe534d42, "smb2", true},
    KnownFileSystem{0x0000517b, "smb", true},
    KnownFileSystem{0x0bd00bd0, "lustre", true},
    KnownFileSystem{0x47504653, "gpfs", true},
    KnownFileSystem{0x19830326, "beegfs", true},
    KnownFileSystem{0x5346414f, "afs", true},
    KnownFileSystem{0x6b414653, "afs", true},
    KnownFileSystem{0x00c36400, "ceph", true},
    KnownFileSystem{0x01161970, "gfs2", true},
    KnownFileSystem{0x7461636f, "ocfs2", true},
    KnownFileSystem{0x20030528, "orangefs", true},
    KnownFileSystem{0xaad7aaea, "panfs", true},
    KnownFileSystem{0x73757245, "coda", true},
    KnownFileSystem{0x0000564c, "ncpfs", true},
    KnownFileSystem{0x01021997, "9p", true},
    KnownFileSystem{0x786f4256, "vboxsf", true},
    KnownFileSystem{0xbacbacbc, "vmhgfs", true},
};

} // namespace

FileSystem fileSystemNamed(quint32 type, const QString &mountedAs)
{
    // "fuseblk" is a local block device; any other FUSE file system may be remote.
    if (type == Fuse)
        return {mountedAs.isEmpty() ? QStringLiteral("fuse") : mountedAs,
                mountedAs != QLatin1String("fuseblk")};
    const auto *const known = std::ranges::find(Known, type, &KnownFileSystem::type);
    if (known != Known.end())
        return {QLatin1String(known->name), known->shared};
    return {mountedAs.isEmpty() ? QStringLiteral("0x%1").arg(type, 0, 16) : mountedAs, true};
}

FileSystem fileSystemOf(const QString &path)
{
    struct statfs found = {};
    if (::statfs(QFile::encodeName(path).constData(), &found) != 0)
        return {};
    const auto type = quint32(found.f_type);
    const FileSystem known = fileSystemNamed(type, {});
    const bool named = type != Fuse && !known.name.startsWith(QLatin1String("0x"));
    return named ? known
                 : fileSystemNamed(type, QString::fromUtf8(QStorageInfo(path).fileSystemType()));
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/refusaltext.h"

#include "ui/text/format.h"

#include <QCoreApplication>

namespace clusterdeck
{

namespace
{

struct RefusalText {
    Q_DECLARE_TR_FUNCTIONS(clusterdeck::RefusalText)
};

/// "process 4711 on the computer node3, for 2 h"
QString holderText(const LockOwner &owner, const QDateTime &now)
{
    const QString host = shownLine(owner.host, LongestNameShown);
    return owner.since.isValid()
               ? RefusalText::tr("process %1 on the computer %2, for %3", "number, host, duration")
                     .arg(QString::number(owner.process), host, ageText(owner.since, now))
               : RefusalText::tr("process %1 on the computer %2", "number, host")
                     .arg(QString::number(owner.process), host);
}

} // namespace

QString refusalText(const WriteRefusal &refusal, const QDateTime &now)
{
    const QString path = shownLine(refusal.path, LongestQuote);
    const QString detail = shownLine(refusal.detail, LongestQuote);
    const QString fileSystem = shownLine(refusal.fileSystem, LongestNameShown);
    const LockOwner &owner = refusal.owner;
    switch (refusal.kind) {
    case WriteRefusal::Kind::RunningHere:
        return owner.process == 0
                   ? RefusalText::tr("Another copy of Clusterdeck is using %1. Close it, or work "
                                     "there.")
                         .arg(path)
                   : RefusalText::tr("Another copy of Clusterdeck is using %1: %2. Close it, or "
                                     "work there.",
                                     "folder, process")
                         .arg(path, holderText(owner, now));
    case WriteRefusal::Kind::RunningElsewhere:
        return RefusalText::tr("Another copy of Clusterdeck is using %1: %2. Close it there; if it "
                               "no longer runs, start Clusterdeck with --take-over.",
                               "folder, process")
            .arg(path, holderText(owner, now));
    case WriteRefusal::Kind::UnreadableLock:
        return RefusalText::tr("The lock file %1 cannot be read, so another copy of Clusterdeck "
                               "may be running. If none is, start Clusterdeck with --take-over.")
            .arg(path);
    case WriteRefusal::Kind::LockLost:
        return owner.process == 0
                   ? RefusalText::tr("The lock file in %1 was removed while Clusterdeck was "
                                     "running, so another copy may be using the folder. Restart "
                                     "Clusterdeck.")
                         .arg(path)
                   : RefusalText::tr("Another copy of Clusterdeck has taken over %1: %2. Work "
                                     "there, or close both and restart one.",
                                     "folder, process")
                         .arg(path, holderText(owner, now));
    case WriteRefusal::Kind::ForeignOwner:
        return RefusalText::tr(
                   "%1 belongs to the user %2, possibly after a start with sudo. Restore your "
                   "ownership (chown), or choose another folder with --data-dir.")
            .arg(path, detail);
    case WriteRefusal::Kind::OthersCanWrite:
        return RefusalText::tr("Other users can change files in the folder %1. Revoke their "
                               "permission (chmod go-w), or choose another folder with --data-dir.")
            .arg(path);
    case WriteRefusal::Kind::NotAFolder:
        return RefusalText::tr("%1 is not a folder. Choose another folder with --data-dir.")
            .arg(path);
    case WriteRefusal::Kind::NotAFile:
        return RefusalText::tr("%1 is not a regular file. Move it away, or choose another folder "
                               "with --data-dir.")
            .arg(path);
    case WriteRefusal::Kind::DanglingLink:
        return RefusalText::tr("%1 is a link to something that does not exist. Correct or remove "
                               "the link.")
            .arg(path);
    case WriteRefusal::Kind::NoPermission:
        return RefusalText::tr("You have no permission to write %1. Choose another folder with "
                               "--data-dir.")
            .arg(path);
    case WriteRefusal::Kind::ReadOnlyFileSystem:
        return RefusalText::tr("%1 is on a file system (%2) that is mounted read-only. Choose "
                               "another folder with --data-dir.",
                               "path, name of a file system")
            .arg(path, fileSystem);
    case WriteRefusal::Kind::NoSpace:
        return RefusalText::tr(
                   "There is no space left for %1: the file system (%2) is full, or your quota is "
                   "used up. Free some space, or choose another folder with --data-dir.",
                   "path, name of a file system")
            .arg(path, fileSystem);
    case WriteRefusal::Kind::Other:
        return RefusalText::tr("%1 on a file system (%2) cannot be written: %3. Choose another "
                               "folder with --data-dir.",
                               "path, name of a file system, reason")
            .arg(path, fileSystem, detail);
    }
    Q_UNREACHABLE();
}

QString withoutLocksText(const QString &fileSystem)
{
    if (fileSystem.isEmpty())
        return {};
    return RefusalText::tr("The file system (%1) of the data folder has no working locks: only "
                           "Clusterdeck's lock file keeps two copies apart. Choose a folder on a "
                           "disk of this computer with --data-dir to be safe.",
                           "name of a file system")
        .arg(shownLine(fileSystem, LongestNameShown));
}

} // namespace clusterdeck

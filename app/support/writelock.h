// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/enumcount.h"
#include "app/support/filesystem.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace clusterdeck
{

/// The folder of a session's files: the journal, the locks, the parked clusters.
struct DataFolder {
    QString path;          ///< empty: in memory only
    bool takeOver = false; ///< the user confirms that no process of another machine writes it

    DataFolder(QString folder = {}, bool takingOver = false) // NOLINT(google-explicit-constructor)
        : path(std::move(folder))
        , takeOver(takingOver)
    {
    }
};

/// The process that holds a lock file, by the file's content.
struct LockOwner {
    qint64 process = 0;
    QString program; ///< the name of its executable
    QString host;
    QString machine;      ///< machine ID; cloned machines have the same
    QString boot;         ///< boot ID; changes at each start of the machine
    QString processSpace; ///< PID namespace
    qint64 started = 0;   ///< start of the process, in clock ticks since the boot; 0: not known
    QDateTime since;      ///< UTC, when the lock was taken; invalid: not known
    QString token;        ///< unique for each lock

    bool operator==(const LockOwner &) const = default;
};

/// The content of a lock file. The first lines are those of QLockFile, which earlier versions use:
/// both versions respect each other's locks.
QByteArray lockFileText(const LockOwner &owner);
/// Nothing when the content is invalid.
std::optional<LockOwner> lockOwnerFrom(const QByteArray &text);
/// This process, with the current time and a new token.
LockOwner thisProcess();

/// Why this process may not, or no longer, write a data folder. ui/ has the texts.
struct WriteRefusal {
    enum class Kind : quint8 {
        RunningHere,      ///< a process of this host writes it: `owner`
        RunningElsewhere, ///< a process of another host writes it, or did: `owner`
        UnreadableLock,   ///< the lock file at `path` is invalid
        LockLost,         ///< this process had the lock; it was removed, or `owner` has it now
        ForeignOwner,     ///< `path` belongs to the user `detail`
        OthersCanWrite,   ///< group or others may write the folder `path`
        NotAFolder,
        NotAFile,     ///< `path` is a folder, a pipe, a device
        DanglingLink, ///< `path` is a link to a missing file
        NoPermission,
        ReadOnlyFileSystem,
        NoSpace, ///< the file system is full, or the quota is used up
        Other,   ///< `detail` is the system's own message
    };
    static constexpr int KindCount = int(enumCount<Kind>());
    Kind kind = Kind::Other;
    QString path;
    LockOwner owner;
    QString fileSystem; ///< its name
    QString detail;
};

/// For the log: a word for the kind, and the details.
QString technicalText(const WriteRefusal &refusal);

enum class LockFileState : quint8 { None, Readable, Unreadable };

/// Where the owner of a lock file runs, relative to this process.
enum class LockHost : quint8 {
    Same,      ///< on this host, since its last boot
    Restarted, ///< on this host, before its last boot: the process has ended
    Other,
};

enum class ProcessState : quint8 {
    Running,
    Gone,    ///< ended, also if another process has its PID now
    Unknown, ///< in another PID namespace, or not visible to this user
};

/// The result of flock(2) on the lock file.
enum class SystemLock : quint8 {
    Held,     ///< by this process, and a second lock was refused, as it should be
    Refused,  ///< another process holds it
    Unproven, ///< not supported, or without effect
};

/// All input of ruleOn().
struct WriteFacts {
    /// A fault of the folder or of a file in it. Checked before the lock.
    std::optional<WriteRefusal::Kind> fault;
    LockFileState lockFile = LockFileState::None;
    LockHost host = LockHost::Same;
    ProcessState process = ProcessState::Running;
    SystemLock system = SystemLock::Unproven;
    bool sharedFileSystem = true;
    bool takeOver = false;
};

struct WriteRuling {
    enum class Action : quint8 {
        Take,    ///< there is no lock file
        Replace, ///< the lock file is stale
        Refuse,  ///< for the reason `refusal`
    };
    Action action = Action::Refuse;
    WriteRefusal::Kind refusal = WriteRefusal::Kind::Other;
    bool mayRead = true; ///< the folder's files may be read

    bool operator==(const WriteRuling &) const = default;
};

/// Decides whether this process may write a data folder. A lock of another host is never treated as
/// stale, whatever its age: only the user can know that. Pure.
WriteRuling ruleOn(const WriteFacts &facts);

/// Where `owner` runs, relative to `self`. Pure.
LockHost hostOf(const LockOwner &owner, const LockOwner &self, bool sharedFileSystem);

/// The lock of a data folder, held from the constructor to the destructor. At most one process of
/// all machines holds it: the lock file names the process. A flock(2) on that file is additional
/// proof on file systems that support it.
class WriteLock
{
public:
    /// Tries once to take the lock. Creates a missing folder. `files`: names of files in the folder
    /// that must belong to this user if they exist.
    WriteLock(const DataFolder &folder, const QStringList &files);
    /// Releases the lock.
    ~WriteLock();
    WriteLock(const WriteLock &) = delete;
    WriteLock &operator=(const WriteLock &) = delete;

    [[nodiscard]] bool isHeld() const { return m_held; }
    /// Why it is not held; nothing when it is.
    [[nodiscard]] const std::optional<WriteRefusal> &refusal() const { return m_refusal; }
    /// The folder's files may be read.
    [[nodiscard]] bool mayRead() const { return m_mayRead; }

    /// Whether this process still has the lock, read from the lock file. A lost lock stays lost.
    /// Costs the reading of one small file.
    [[nodiscard]] bool confirm();

    /// The process that held the lock before did not release it.
    [[nodiscard]] bool replacedLeftover() const { return m_replaced; }

    [[nodiscard]] const FileSystem &fileSystem() const { return m_fileSystem; }
    /// flock(2) separates processes on this file system.
    [[nodiscard]] bool systemLocksWork() const { return m_system != SystemLock::Unproven; }
    /// fcntl(2) locks are supported: SQLite fails without them.
    [[nodiscard]] bool hasRecordLocks() const { return m_recordLocks; }

    /// Why the folder cannot be written now, found by writing a file of `bytes` bytes; nothing when
    /// it can be written.
    [[nodiscard]] std::optional<WriteRefusal> tryWriting(qint64 bytes) const;

private:
    class File;
    [[nodiscard]] std::optional<WriteRefusal> prepareFolder();
    [[nodiscard]] static std::optional<WriteRefusal> faultOf(const QString &path);
    [[nodiscard]] bool attempt(const DataFolder &folder);
    [[nodiscard]] bool create();
    [[nodiscard]] bool replace(const QByteArray &leftover, bool takeOver);
    void lockFile(const File &file);
    [[nodiscard]] WriteFacts factsOf(const File &file, const QByteArray &text, bool takeOver);
    void refuse(WriteRefusal refusal);
    void refuse(const WriteRuling &ruling, const LockOwner &owner);
    void refuseErrno(int error);

    QString m_folder;
    QString m_path; ///< of the lock file
    LockOwner m_self;
    FileSystem m_fileSystem;
    SystemLock m_system = SystemLock::Unproven;
    bool m_recordLocks = true;
    bool m_held = false;
    bool m_replaced = false;
    bool m_mayRead = true;
    std::optional<WriteRefusal> m_refusal;
    int m_descriptor = -1; ///< holds the flock(2) lock
};

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/filesystem.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace clusterdeck
{

/// Where a session keeps what it writes: the journal, the locks, the parked clusters.
struct DataFolder {
    QString path;          ///< empty: in memory, as long as the program runs
    bool takeOver = false; ///< a person says that no copy on another machine writes it any more

    DataFolder(QString folder = {}, bool takingOver = false) // NOLINT(google-explicit-constructor)
        : path(std::move(folder))
        , takeOver(takingOver)
    {
    }
};

/// The process that holds a lock file, as the file says.
struct LockOwner {
    qint64 process = 0;
    QString program; ///< the name of its executable
    QString host;
    QString machine;      ///< machine ID; cloned machines have the same one
    QString boot;         ///< another one after each start of the machine
    QString processSpace; ///< numbers of processes are unique within one
    qint64 started = 0;   ///< when the process began, in clock ticks since the boot; 0: not known
    QDateTime since;      ///< UTC, when the lock was taken; invalid: not known
    QString token;        ///< another one each time that a lock is taken

    bool operator==(const LockOwner &) const = default;
};

/// The text of a lock file. Its first lines are those of QLockFile, which earlier versions use: an
/// earlier version finds this lock taken, and this version finds theirs.
QByteArray lockFileText(const LockOwner &owner);
/// Nothing when it is not of that form.
std::optional<LockOwner> lockOwnerFrom(const QByteArray &text);
/// This process, from now on.
LockOwner thisProcess();

/// Why this process may not write a data folder, or no longer. ui/ has the words.
struct WriteRefusal {
    enum class Kind : quint8 {
        RunningHere,      ///< a process of this host writes it: `owner`
        RunningElsewhere, ///< a process of another host does, or did: `owner`
        UnreadableLock,   ///< the lock file at `path` is of no known form
        LockLost,         ///< it was taken, and is gone or `owner`'s since
        ForeignOwner,     ///< `path` belongs to the user `detail`
        OthersCanWrite,   ///< group or others may change what is in the folder `path`
        NotAFolder,
        NotAFile,     ///< `path` is a folder, a pipe, a device
        DanglingLink, ///< `path` is a link to nothing
        NoPermission,
        ReadOnlyFileSystem,
        NoSpace, ///< the file system is full, or the quota is used up
        Other,   ///< `detail` is the system's own message
    };
    static constexpr int KindCount = int(Kind::Other) + 1;
    Kind kind = Kind::Other;
    QString path;
    LockOwner owner;
    QString fileSystem; ///< its name
    QString detail;
};

/// For the log: a word for the kind, and what is known.
QString technicalText(const WriteRefusal &refusal);

enum class LockFileState : quint8 { None, Readable, Unreadable };

/// Where the owner of a lock file ran, seen from this process.
enum class LockHost : quint8 {
    Same,      ///< on this host, which did not start again since
    Restarted, ///< on this host, before it started again: the process is gone
    Other,
};

enum class ProcessState : quint8 {
    Running,
    Gone,    ///< also when its number is another process's by now
    Unknown, ///< numbers of processes there mean nothing here
};

/// What the system's own lock on the lock file came to.
enum class SystemLock : quint8 {
    Held,     ///< by this process, and a second lock on it was refused, as it should be
    Refused,  ///< another process holds it
    Unproven, ///< not supported, or given to everybody
};

struct WriteFacts {
    /// A fault of the folder or of a file in it, which stands before any lock.
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
        Take,    ///< no lock file stands in the way
        Replace, ///< the lock file is left over
        Refuse,  ///< for the reason `refusal`
    };
    Action action = Action::Refuse;
    WriteRefusal::Kind refusal = WriteRefusal::Kind::Other;
    bool mayRead = true; ///< what is there can be read all the same

    bool operator==(const WriteRuling &) const = default;
};

/// Who may write a data folder: the one place that decides. A lock of another host is never left
/// over by itself, however old it is: only a person can know.
WriteRuling ruleOn(const WriteFacts &facts);

/// Where `owner` ran, seen from `self`.
LockHost hostOf(const LockOwner &owner, const LockOwner &self, bool sharedFileSystem);

/// The right to write a data folder, held from the constructor to the destructor. At most one
/// process of all machines holds it: a lock file says which, and the system's lock on that file is
/// a further proof where the file system has one.
class WriteLock
{
public:
    /// Tries to take it, once. Makes the folder when it is missing. `files`: names of files in it
    /// that must be the user's own when they are there.
    WriteLock(const DataFolder &folder, const QStringList &files);
    /// Gives it back.
    ~WriteLock();
    WriteLock(const WriteLock &) = delete;
    WriteLock &operator=(const WriteLock &) = delete;

    [[nodiscard]] bool isHeld() const { return m_held; }
    /// Why it is not held; nothing when it is.
    [[nodiscard]] const std::optional<WriteRefusal> &refusal() const { return m_refusal; }
    /// What is in the folder can be read.
    [[nodiscard]] bool mayRead() const { return m_mayRead; }

    /// Whether it still is this process's, as the file system says now. Once lost it stays lost.
    /// Costs one opening of a small file.
    [[nodiscard]] bool confirm();

    /// The process that held it before did not give it back.
    [[nodiscard]] bool replacedLeftover() const { return m_replaced; }

    [[nodiscard]] const FileSystem &fileSystem() const { return m_fileSystem; }
    /// The system keeps two processes apart that lock a file here.
    [[nodiscard]] bool systemLocksWork() const { return m_system != SystemLock::Unproven; }
    /// fcntl(2) locks can at least be asked for: SQLite fails without.
    [[nodiscard]] bool hasRecordLocks() const { return m_recordLocks; }

    /// Why nothing can be written in the folder just now, found by writing `bytes` into a file of
    /// its own there; nothing when it can.
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
    int m_descriptor = -1; ///< holds the system's lock
};

} // namespace clusterdeck

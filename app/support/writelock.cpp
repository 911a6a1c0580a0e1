// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/writelock.h"

#include "app/support/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>
#include <QUuid>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace clusterdeck
{

namespace
{

using Kind = WriteRefusal::Kind;

constexpr int LongestLockFile = 4096;
constexpr mode_t OwnerReadsAndWrites = S_IRUSR | S_IWUSR;
/// The number of QLockFile's lines, which come first, and of all lines.
constexpr int OwnLines = 5;
constexpr int AllLines = OwnLines + 5;

QString executableOf(qint64 process)
{
    QString path = QFile::symLinkTarget(QStringLiteral("/proc/%1/exe").arg(process));
    path.remove(QStringLiteral(" (deleted)")); // the executable was replaced
    return QFileInfo(path).fileName();
}

/// The fields of /proc/PID/stat from the third on; empty without such a process.
QList<QByteArray> statusOf(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray line = file.readAll();
    // The second field is the program's name, which may hold blanks and brackets.
    return line.mid(line.lastIndexOf(')') + 2).split(' ');
}

/// In clock ticks since the boot; 0: not known.
qint64 startOf(const QList<QByteArray> &status)
{
    constexpr int StartTime = 22 - 3;
    return status.value(StartTime).toLongLong();
}

QString processSpace()
{
    return QFile::symLinkTarget(QStringLiteral("/proc/self/ns/pid")).section(u'/', -1);
}

ProcessState stateOf(const LockOwner &owner, const LockOwner &self)
{
    if (!owner.processSpace.isEmpty() && owner.processSpace != self.processSpace)
        return ProcessState::Unknown;
    const QList<QByteArray> status = statusOf(owner.process);
    if (status.isEmpty()) {
        if (::kill(pid_t(owner.process), 0) == 0)
            return ProcessState::Running;
        return errno == ESRCH ? ProcessState::Gone : ProcessState::Unknown;
    }
    if (status.first() == "Z" || status.first() == "X") // ended, not waited for by its parent
        return ProcessState::Gone;
    if (owner.started != 0)
        return owner.started == startOf(status) ? ProcessState::Running : ProcessState::Gone;
    const QString program = executableOf(owner.process);
    return program.isEmpty() || program == owner.program ? ProcessState::Running
                                                         : ProcessState::Gone;
}

SystemLock lockBySystem(int descriptor, const QString &path)
{
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return errno == EWOULDBLOCK ? SystemLock::Refused : SystemLock::Unproven;
    const int second = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (second < 0)
        return SystemLock::Unproven;
    const bool refused = ::flock(second, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    ::close(second);
    return refused ? SystemLock::Held : SystemLock::Unproven;
}

bool takesRecordLocks(int descriptor)
{
    struct flock range = {};
    range.l_type = F_RDLCK;
    range.l_whence = SEEK_SET;
    range.l_len = 1;
    if (::fcntl(descriptor, F_SETLK, &range) != 0)
        return errno == EACCES || errno == EAGAIN;
    range.l_type = F_UNLCK;
    ::fcntl(descriptor, F_SETLK, &range);
    return true;
}

Kind kindOf(FileProblem::Kind kind)
{
    switch (kind) {
    case FileProblem::Kind::NotAFile:
        return Kind::NotAFile;
    case FileProblem::Kind::NotAFolder:
        return Kind::NotAFolder;
    case FileProblem::Kind::ForeignOwner:
        return Kind::ForeignOwner;
    case FileProblem::Kind::OthersCanWrite:
        return Kind::OthersCanWrite;
    case FileProblem::Kind::NoPermission:
        return Kind::NoPermission;
    case FileProblem::Kind::ReadOnlyFileSystem:
        return Kind::ReadOnlyFileSystem;
    case FileProblem::Kind::NoSpace:
        return Kind::NoSpace;
    case FileProblem::Kind::Missing:
    case FileProblem::Kind::Link:
    case FileProblem::Kind::TooLarge:
    case FileProblem::Kind::NotUnderstood:
    case FileProblem::Kind::NewerVersion:
    case FileProblem::Kind::Vanished:
    case FileProblem::Kind::Busy:
    case FileProblem::Kind::Other:
        return Kind::Other;
    }
    Q_UNREACHABLE();
}

WriteRefusal refusalOf(Kind kind, const QString &path, const QString &detail = {})
{
    return {kind, path, {}, {}, detail};
}

WriteRefusal refusalOf(const FileProblem &problem)
{
    const bool missing = problem.kind == FileProblem::Kind::Missing;
    return refusalOf(kindOf(problem.kind), problem.path,
                     missing ? qt_error_string(ENOENT) : problem.detail);
}

QByteArray contentOf(const QString &path)
{
    return readRegularFile(path, LongestLockFile).value_or(QByteArray());
}

/// Files that another user owns or can replace are not trusted.
bool isReadable(Kind kind)
{
    switch (kind) {
    case Kind::RunningHere:
    case Kind::RunningElsewhere:
    case Kind::UnreadableLock:
    case Kind::LockLost:
    case Kind::NoPermission:
    case Kind::ReadOnlyFileSystem:
    case Kind::NoSpace:
    case Kind::Other:
        return true;
    case Kind::ForeignOwner:
    case Kind::OthersCanWrite:
    case Kind::NotAFolder:
    case Kind::NotAFile:
    case Kind::DanglingLink:
        return false;
    }
    Q_UNREACHABLE();
}

/// Hard links are not supported here, or not allowed for this user.
bool meansNoLinks(int error)
{
    return error == EPERM || error == ENOSYS || error == EOPNOTSUPP || error == EMLINK;
}

} // namespace

QByteArray lockFileText(const LockOwner &owner)
{
    // QLockFile's fourth line is the machine ID. It is left empty: with it, an earlier version
    // would mistake the lock of a machine cloned from the same image for a local one.
    const QStringList lines{QString::number(owner.process),
                            owner.program,
                            owner.host,
                            {},
                            owner.boot,
                            QString::number(owner.started),
                            owner.since.toString(Qt::ISODateWithMs),
                            owner.processSpace,
                            owner.machine,
                            owner.token};
    return (lines.join(u'\n') + u'\n').toUtf8();
}

std::optional<LockOwner> lockOwnerFrom(const QByteArray &text)
{
    const QStringList lines = QString::fromUtf8(text).split(u'\n');
    bool isNumber = false;
    LockOwner owner;
    owner.process = lines.first().toLongLong(&isNumber);
    // Without a line feed at the end the file was cut off.
    if (!isNumber || owner.process <= 0 || lines.size() <= OwnLines || !lines.last().isEmpty())
        return {};
    owner.program = lines.at(1);
    owner.host = lines.at(2);
    owner.machine = lines.at(3);
    owner.boot = lines.at(4);
    if (lines.size() == OwnLines + 1)
        return owner; // QLockFile's
    if (lines.size() <= AllLines)
        return {};
    owner.started = lines.at(OwnLines).toLongLong();
    owner.since = QDateTime::fromString(lines.at(OwnLines + 1), Qt::ISODateWithMs);
    owner.processSpace = lines.at(OwnLines + 2);
    owner.machine = lines.at(OwnLines + 3);
    owner.token = lines.at(OwnLines + 4);
    return owner;
}

LockOwner thisProcess()
{
    LockOwner self;
    self.process = ::getpid();
    self.program = executableOf(self.process);
    self.host = QSysInfo::machineHostName();
    self.machine = QString::fromLatin1(QSysInfo::machineUniqueId());
    self.boot = QString::fromLatin1(QSysInfo::bootUniqueId());
    self.processSpace = processSpace();
    self.started = startOf(statusOf(self.process));
    self.since = QDateTime::currentDateTimeUtc();
    self.token = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return self;
}

QString technicalText(const WriteRefusal &refusal)
{
    static constexpr std::array Words{"running-here",  "running-elsewhere", "unreadable-lock",
                                      "lock-lost",     "foreign-owner",     "others-can-write",
                                      "not-a-folder",  "not-a-file",        "dangling-link",
                                      "no-permission", "read-only",         "no-space",
                                      "other"};
    static_assert(Words.size() == WriteRefusal::KindCount);
    QString text =
        QStringLiteral("%1: %2").arg(QLatin1String(Words.at(size_t(refusal.kind))), refusal.path);
    if (refusal.owner.process != 0)
        text +=
            QStringLiteral(", process %1 on %2").arg(refusal.owner.process).arg(refusal.owner.host);
    if (!refusal.detail.isEmpty())
        text += QStringLiteral(", ") + refusal.detail;
    return text;
}

LockHost hostOf(const LockOwner &owner, const LockOwner &self, bool sharedFileSystem)
{
    if (owner.host != self.host)
        return LockHost::Other;
    if (owner.boot == self.boot || owner.boot.isEmpty() || self.boot.isEmpty())
        return LockHost::Same;
    if (!sharedFileSystem)
        return LockHost::Restarted; // a local file: no other machine can have written it
    // The host name alone is not enough: several machines may be called "localhost".
    const bool known = !owner.machine.isEmpty() && owner.machine == self.machine &&
                       !owner.host.startsWith(QLatin1String("localhost"));
    return known ? LockHost::Restarted : LockHost::Other;
}

WriteRuling ruleOn(const WriteFacts &facts)
{
    using Action = WriteRuling::Action;
    const auto refuse = [](Kind why) { return WriteRuling{Action::Refuse, why, isReadable(why)}; };
    const WriteRuling replace{Action::Replace, Kind::Other, true};
    if (facts.fault)
        return refuse(*facts.fault);
    // A flock(2) on a local file system excludes all other processes.
    const bool proven = facts.system == SystemLock::Held && !facts.sharedFileSystem;
    const bool refused = facts.system == SystemLock::Refused;
    switch (facts.lockFile) {
    case LockFileState::None:
        return refused ? refuse(Kind::RunningHere) : WriteRuling{Action::Take, Kind::Other, true};
    case LockFileState::Unreadable:
        if (refused)
            return refuse(Kind::RunningHere);
        return proven || facts.takeOver ? replace : refuse(Kind::UnreadableLock);
    case LockFileState::Readable:
        break;
    }
    // Before `refused`: a file server may keep the flock(2) of a machine that no longer exists.
    if (facts.host == LockHost::Other)
        return facts.takeOver ? replace : refuse(Kind::RunningElsewhere);
    if (refused)
        return refuse(Kind::RunningHere);
    if (facts.host == LockHost::Restarted || facts.process == ProcessState::Gone)
        return replace;
    if (facts.process == ProcessState::Unknown && (proven || facts.takeOver))
        return replace;
    return refuse(Kind::RunningHere);
}

/// Opens a file, and closes its descriptor.
class WriteLock::File
{
public:
    explicit File(const QString &path, int flags = O_RDWR, mode_t mode = 0)
        : m_descriptor(::open(QFile::encodeName(path).constData(),
                              flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, mode))
        , m_error(m_descriptor < 0 ? errno : 0)
        , m_path(path)
    {
    }
    ~File()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    File(const File &) = delete;
    File &operator=(const File &) = delete;

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    [[nodiscard]] int error() const { return m_error; }
    [[nodiscard]] int descriptor() const { return m_descriptor; }
    [[nodiscard]] const QString &path() const { return m_path; }
    int release() { return std::exchange(m_descriptor, -1); }

private:
    int m_descriptor;
    int m_error;
    QString m_path;
};

WriteLock::WriteLock(const DataFolder &folder, const QStringList &files)
    : m_folder(folder.path)
    , m_path(QDir(folder.path).filePath(QStringLiteral("journal.lock")))
    , m_self(thisProcess())
{
    std::optional<WriteRefusal> fault = prepareFolder();
    if (QFileInfo::exists(m_folder))
        m_fileSystem = fileSystemOf(m_folder);
    for (const QString &file : files + QStringList{QFileInfo(m_path).fileName()}) {
        if (!fault)
            fault = faultOf(QDir(m_folder).filePath(file));
    }
    if (fault) {
        WriteFacts facts;
        facts.fault = fault->kind;
        m_mayRead = ruleOn(facts).mayRead;
        refuse(*fault);
        return;
    }
    // Repeated only when another process takes or releases the lock at the same time.
    for (int attempts = 0; attempts < 5; ++attempts) {
        if (attempt(folder))
            return;
    }
    refuse({WriteRuling::Action::Refuse, Kind::RunningHere, true},
           lockOwnerFrom(contentOf(m_path)).value_or(LockOwner()));
}

WriteLock::~WriteLock()
{
    if (confirm())
        QFile::remove(m_path);
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

void WriteLock::refuse(WriteRefusal refusal)
{
    m_held = false;
    refusal.fileSystem = m_fileSystem.name;
    m_refusal = std::move(refusal);
}

void WriteLock::refuse(const WriteRuling &ruling, const LockOwner &owner)
{
    WriteRefusal refusal =
        refusalOf(ruling.refusal, ruling.refusal == Kind::UnreadableLock ? m_path : m_folder);
    refusal.owner = owner;
    m_mayRead = ruling.mayRead;
    refuse(std::move(refusal));
}

void WriteLock::refuseErrno(int error)
{
    refuse(refusalOf(problemOfErrno(m_folder, error)));
}

std::optional<WriteRefusal> WriteLock::prepareFolder()
{
    const QFileInfo info(m_folder);
    if (info.isSymLink() && !info.exists())
        return refusalOf(Kind::DanglingLink, m_folder);
    if (!info.exists()) {
        QFileInfo above(info.absolutePath());
        while (!above.exists() && !above.isRoot())
            above.setFile(above.absolutePath());
        if (!above.isDir())
            return refusalOf(Kind::NotAFolder, above.filePath());
        m_fileSystem = fileSystemOf(above.filePath());
        const auto problem = makePrivateFolder(m_folder);
        return problem ? std::optional(refusalOf(*problem)) : std::nullopt;
    }
    if (!info.isDir())
        return refusalOf(Kind::NotAFolder, m_folder);
    const auto trust = trustOf(m_folder);
    if (!trust)
        return refusalOf(trust.error());
    if (!trust->own || trust->othersCanWrite)
        return refusalOf(trust->own ? Kind::OthersCanWrite : Kind::ForeignOwner, m_folder,
                         trust->owner);
    if (::access(QFile::encodeName(m_folder).constData(), W_OK | X_OK) != 0)
        return refusalOf(problemOfErrno(m_folder, errno));
    return {};
}

/// Why the file `path` must not be used; nothing when it is missing.
std::optional<WriteRefusal> WriteLock::faultOf(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat found = {};
    if (::lstat(name.constData(), &found) != 0)
        return errno == ENOENT ? std::nullopt
                               : std::optional(refusalOf(problemOfErrno(path, errno)));
    if (S_ISLNK(found.st_mode) && ::stat(name.constData(), &found) != 0)
        return refusalOf(Kind::DanglingLink, path);
    if (!S_ISREG(found.st_mode))
        return refusalOf(Kind::NotAFile, path);
    if (const auto trust = trustOf(path); trust && !trust->own)
        return refusalOf(Kind::ForeignOwner, path, trust->owner);
    if (::access(name.constData(), R_OK | W_OK) != 0)
        return refusalOf(problemOfErrno(path, errno));
    return {};
}

void WriteLock::lockFile(const File &file)
{
    m_system = lockBySystem(file.descriptor(), file.path());
    m_recordLocks = takesRecordLocks(file.descriptor());
}

WriteFacts WriteLock::factsOf(const File &file, const QByteArray &text, bool takeOver)
{
    WriteFacts facts;
    const std::optional<LockOwner> owner = lockOwnerFrom(text);
    facts.lockFile = owner ? LockFileState::Readable : LockFileState::Unreadable;
    lockFile(file);
    facts.system = m_system;
    facts.sharedFileSystem = m_fileSystem.shared;
    facts.takeOver = takeOver;
    if (owner) {
        facts.host = hostOf(*owner, m_self, m_fileSystem.shared);
        if (facts.host == LockHost::Same)
            facts.process = stateOf(*owner, m_self);
    }
    return facts;
}

/// False: another process has interfered, try again.
bool WriteLock::attempt(const DataFolder &folder)
{
    const File file(m_path);
    if (!file.isOpen()) {
        if (file.error() == ENOENT)
            return create();
        refuseErrno(file.error());
        return true;
    }
    const QByteArray text = contentOf(m_path);
    const WriteRuling ruling = ruleOn(factsOf(file, text, folder.takeOver));
    if (ruling.action == WriteRuling::Action::Refuse) {
        LockOwner owner = lockOwnerFrom(text).value_or(LockOwner());
        if (!owner.since.isValid())
            owner.since = QFileInfo(m_path).lastModified().toUTC();
        refuse(ruling, owner);
        return true;
    }
    return replace(text, folder.takeOver); // `file` holds its flock(2) meanwhile
}

/// Creates the complete lock file atomically: writes it under another name and then links it, which
/// fails if a lock file exists.
bool WriteLock::create()
{
    const QByteArray text = lockFileText(m_self);
    auto file = std::make_unique<File>(m_path + u'.' + m_self.token, O_RDWR | O_CREAT | O_EXCL,
                                       OwnerReadsAndWrites);
    int error = file->error();
    const QByteArray made = QFile::encodeName(file->path());
    if (error == 0) {
        lockFile(*file);
        error = writeAll(file->descriptor(), text);
    }
    if (error == 0 && ::link(made.constData(), QFile::encodeName(m_path).constData()) != 0)
        error = errno;
    if (file->isOpen())
        ::unlink(made.constData());
    if (meansNoLinks(error)) {
        file = std::make_unique<File>(m_path, O_RDWR | O_CREAT | O_EXCL, OwnerReadsAndWrites);
        error = file->error();
        if (error == 0) {
            lockFile(*file);
            error = writeAll(file->descriptor(), text);
            if (error != 0)
                QFile::remove(m_path);
        }
    }
    if (error == EEXIST)
        return false;
    if (error != 0) {
        refuseErrno(error);
        return true;
    }
    m_descriptor = file->release();
    m_held = true;
    (void)confirm(); // without hard links another process may have written the file
    return true;
}

/// Replaces a stale lock file, which has the content `leftover`. Of several processes that try,
/// only the first to create the file ".next" continues. Before it renames ".next", it checks the
/// content once more.
bool WriteLock::replace(const QByteArray &leftover, bool takeOver)
{
    const QString next = m_path + QStringLiteral(".next");
    File file(next, O_RDWR | O_CREAT | O_EXCL, OwnerReadsAndWrites);
    if (file.error() == EEXIST) {
        const File other(next);
        const QByteArray text = contentOf(next);
        const WriteFacts facts = other.isOpen() ? factsOf(other, text, takeOver) : WriteFacts();
        const WriteRuling ruling = ruleOn(facts);
        if (other.isOpen() && ruling.action == WriteRuling::Action::Replace)
            QFile::remove(next); // of a process that ended during the replacement
        else if (other.isOpen())
            refuse(ruling, lockOwnerFrom(text).value_or(LockOwner()));
        return m_refusal.has_value();
    }
    int error = file.error();
    if (error == 0) {
        lockFile(file);
        error = writeAll(file.descriptor(), lockFileText(m_self));
    }
    const bool same = contentOf(m_path) == leftover;
    if (error == 0 && same &&
        ::rename(QFile::encodeName(next).constData(), QFile::encodeName(m_path).constData()) != 0)
        error = errno;
    if (error == ENOENT)
        return false; // another process has removed ".next" as stale
    if (error != 0 || !same) {
        if (file.isOpen())
            QFile::remove(next);
        if (error != 0)
            refuseErrno(error);
        return error != 0;
    }
    m_descriptor = file.release();
    m_held = true;
    m_replaced = true;
    (void)confirm();
    return true;
}

bool WriteLock::confirm()
{
    if (!m_held)
        return false;
    const auto text = readRegularFile(m_path, LongestLockFile);
    const std::optional<LockOwner> owner = lockOwnerFrom(text.value_or(QByteArray()));
    if (owner && owner->token == m_self.token)
        return true;
    refuse({WriteRuling::Action::Refuse, Kind::LockLost, true}, owner.value_or(LockOwner()));
    return false;
}

std::optional<WriteRefusal> WriteLock::tryWriting(qint64 bytes) const
{
    const QString path = m_folder + QStringLiteral("/.space-") + m_self.token;
    const File file(path, O_WRONLY | O_CREAT | O_EXCL, OwnerReadsAndWrites);
    int error = file.error();
    if (file.isOpen()) {
        error = writeAll(file.descriptor(), QByteArray(bytes, '\0'));
        if (error == 0 &&
            ::fsync(file.descriptor()) != 0) // some file systems report errors only now
            error = errno;
        QFile::remove(path);
    }
    if (error == 0)
        return {};
    WriteRefusal refusal = refusalOf(problemOfErrno(m_folder, error));
    refusal.fileSystem = m_fileSystem.name;
    return refusal;
}

} // namespace clusterdeck

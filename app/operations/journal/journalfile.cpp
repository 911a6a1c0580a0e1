// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/journal/journalfile.h"

#include "app/operations/journal/journalsalvage.h"
#include "app/support/privatefile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <sqlite3.h>
#include <sys/stat.h>

namespace clusterdeck
{

namespace
{

const QString FileName = QStringLiteral("journal.sqlite");
/// A writer without errors leaves this file behind. It holds fingerprintOf() the journal.
const QString EndedWellName = QStringLiteral("journal.clean");

/// Size and modification time: differs after each write. A copy that keeps the times has the same
/// fingerprint.
QByteArray fingerprintOf(const QString &path)
{
    struct stat found = {};
    if (::stat(QFile::encodeName(path).constData(), &found) != 0)
        return {};
    QByteArray text;
    for (const qint64 number :
         {qint64(found.st_size), qint64(found.st_mtim.tv_sec), qint64(found.st_mtim.tv_nsec)})
        text += QByteArray::number(number) + '\n';
    return text;
}

QString inFolderOf(const QString &path, const QString &name)
{
    return QFileInfo(path).dir().filePath(name);
}

bool isOfAnotherCopy(WriteRefusal::Kind kind)
{
    return kind == WriteRefusal::Kind::RunningHere ||
           kind == WriteRefusal::Kind::RunningElsewhere ||
           kind == WriteRefusal::Kind::UnreadableLock;
}

} // namespace

JournalFile::JournalFile(const DataFolder &folder)
{
    m_place.onDisk = !folder.path.isEmpty();
    if (m_place.onDisk) {
        openOnDisk(folder);
        return;
    }
    m_path = QStringLiteral(":memory:");
    m_connection = std::make_unique<JournalConnection>(m_place);
    if (open(Mode::ReadWrite) && m_connection->makeReady())
        m_access = Journal::Access::Writable;
    else
        m_problem = m_connection->trouble().problem;
}

JournalFile::~JournalFile()
{
    m_check.reset(); // before the file is closed; the next start checks again
    const bool whole = m_lock && m_access == Journal::Access::Writable && !m_suspect && confirm();
    m_connection->close();
    // A failure here only means that the next start checks the whole file.
    if (whole && !hasLeftovers())
        (void)writePrivateFile(inFolderOf(m_path, EndedWellName), fingerprintOf(m_path));
}

bool JournalFile::isReadable() const
{
    switch (m_access) {
    case Journal::Access::Writable:
    case Journal::Access::Checking:
    case Journal::Access::ReadOnly:
        return true;
    case Journal::Access::OtherCopyWrites: // the other process may not have created the file yet
        return database().isOpen();
    case Journal::Access::NewerFormat:
    case Journal::Access::Unusable:
        return false;
    }
    Q_UNREACHABLE();
}

void JournalFile::openOnDisk(const DataFolder &folder)
{
    takeLock(folder);
    m_connection = std::make_unique<JournalConnection>(m_place);
    if (!m_lock->isHeld()) {
        m_refusal = m_lock->refusal();
        m_problem = technicalText(*m_refusal);
        if (m_lock->mayRead())
            openForReading();
        return;
    }
    finishReplacing();
    const bool whole = endedWell();
    QFile::remove(inFolderOf(m_path, EndedWellName));
    Finding found = createPrivateDatabase(m_path) && open(Mode::ReadWrite) ? m_connection->examine()
                                                                           : Finding::Failed;
    std::optional<JournalTrouble> trouble;
    if (found == Finding::Good && !whole && m_connection->version() > 0) {
        // Without shared memory the first connection to a WAL file locks out every other one, so
        // the check runs here, on the first.
        if (m_place.sharesMemory || !m_connection->isInWalMode()) {
            m_access = Journal::Access::Checking;
            m_check = std::make_unique<JournalCheck>(m_path, m_place);
            return;
        }
        found = m_connection->checkAll();
    }
    if (found == Finding::Failed)
        trouble = m_connection->trouble();
    if (found == Finding::Damaged) {
        m_connection->close();
        trouble = makeReplacement(m_path, m_place);
    }
    finishOpening(found, trouble);
}

void JournalFile::takeLock(const DataFolder &folder)
{
    m_path = QDir(folder.path).filePath(FileName);
    DataFolder where = folder;
    if (const QFileInfo file(m_path); file.isSymLink() && file.isFile()) {
        // The lock file is beside the real file, so that every path to it leads to the same lock.
        m_path = file.canonicalFilePath();
        where.path = QFileInfo(m_path).path();
    }
    const QString name = QFileInfo(m_path).fileName();
    QStringList files{name, replacementOf(name), EndedWellName};
    for (const QString &suffix : JournalLeftovers)
        files.append(name + suffix);
    m_lock = std::make_unique<WriteLock>(where, files);
    m_place.hasRecordLocks = m_lock->hasRecordLocks();
    // WAL needs an index in memory that all processes share, so one machine, and working locks.
    m_place.sharesMemory =
        !m_lock->fileSystem().shared && m_lock->systemLocksWork() && m_lock->hasRecordLocks();
}

/// The last writer ended without errors, and the file has not changed since.
bool JournalFile::endedWell() const
{
    const auto left = readRegularFile(inFolderOf(m_path, EndedWellName), 1024);
    return !m_lock->replacedLeftover() && !hasLeftovers() &&
           fingerprintOf(m_path) == left.value_or(QByteArray());
}

void JournalFile::endCheck()
{
    // When another process has taken the lock over, the file is left alone.
    if (m_access != Journal::Access::Checking || !confirm())
        return;
    m_access = Journal::Access::Unusable;
    finishOpening(m_check->outcome().finding, m_check->outcome().trouble);
}

/// `trouble`: why the file could not be read, or its replacement not be made.
void JournalFile::finishOpening(Finding found, const std::optional<JournalTrouble> &trouble)
{
    if (found == Finding::Newer) {
        m_access = Journal::Access::NewerFormat;
        m_problem = QStringLiteral("%1 was written by a newer version").arg(m_path);
        return;
    }
    m_trouble = trouble.value_or(JournalTrouble());
    if ((found == Finding::Good && makeReady()) ||
        (found == Finding::Damaged && !trouble && replace())) {
        m_access = Journal::Access::Writable;
        return;
    }
    m_refusal = reasonOf(m_trouble.code, m_trouble.problem);
    m_problem = technicalText(*m_refusal);
    m_connection->close();
    if (found == Finding::Good || found == Finding::Failed)
        openForReading();
}

bool JournalFile::open(Mode mode)
{
    return m_connection->open(m_path, mode);
}

bool JournalFile::makeReady()
{
    if (m_connection->makeReady())
        return true;
    m_trouble = m_connection->trouble();
    return false;
}

/// Opens the file for reading, without changing it and without creating a file beside it.
void JournalFile::openForReading()
{
    const bool shared = isOfAnotherCopy(m_refusal->kind);
    if (shared)
        m_access = Journal::Access::OtherCopyWrites;
    if (!QFile::exists(m_path))
        return;
    Finding found = open(Mode::ReadOnly) ? m_connection->examine() : Finding::Failed;
    if (found == Finding::Failed && !shared) {
        m_connection->close();
        found = openCopy() ? m_connection->examine() : Finding::Failed;
    }
    // A journal without tables: its creation did not finish.
    if (found == Finding::Good && m_connection->version() < 1)
        found = Finding::Failed;
    if (found == Finding::Newer)
        m_access = Journal::Access::NewerFormat;
    else if (found == Finding::Good && !shared)
        m_access = Journal::Access::ReadOnly;
    if (found != Finding::Good)
        m_connection->close();
}

/// For a folder that is not writable, where SQLite cannot create the files that WAL mode needs. A
/// complete file is read in place; a file with leftovers of SQLite is copied and read there.
bool JournalFile::openCopy()
{
    if (!hasLeftovers())
        return open(Mode::Immutable);
    m_copy = std::make_unique<QTemporaryDir>();
    const QString copy = m_copy->filePath(FileName);
    if (!QFile::copy(m_path, copy))
        return false;
    for (const QString &suffix : {JournalLeftovers.at(0), JournalLeftovers.at(1)}) {
        if (QFile::exists(m_path + suffix) && !QFile::copy(m_path + suffix, copy + suffix))
            return false;
    }
    m_connection = std::make_unique<JournalConnection>(JournalPlace());
    return m_connection->open(copy, Mode::ReadWrite);
}

bool JournalFile::hasLeftovers() const
{
    return QFileInfo(m_path + JournalLeftovers.at(0)).size() > 0 ||
           QFileInfo(m_path + JournalLeftovers.at(1)).size() > 0;
}

bool JournalFile::confirm()
{
    if (!m_lock || m_lock->confirm())
        return true;
    if (m_access == Journal::Access::Writable || m_access == Journal::Access::Checking) {
        m_access = Journal::Access::OtherCopyWrites;
        m_refusal = m_lock->refusal();
        m_problem = technicalText(*m_refusal);
    }
    return false;
}

WriteRefusal JournalFile::reasonOf(const QString &code, const QString &text) const
{
    // SQLite reports a full disk as "disk I/O error" too, so a test write finds the reason.
    constexpr qint64 Enough = 256 * 1024;
    if (m_lock) {
        if (const auto reason = m_lock->tryWriting(Enough))
            return *reason;
    }
    WriteRefusal refusal;
    refusal.path = m_path;
    refusal.detail = text;
    if (m_lock)
        refusal.fileSystem = m_lock->fileSystem().name;
    constexpr int PrimaryCode = 0xff;
    if ((code.toInt() & PrimaryCode) == SQLITE_FULL)
        refusal.kind = WriteRefusal::Kind::NoSpace;
    return refusal;
}

QString JournalFile::fileSystemWithoutLocks() const
{
    const bool withoutLocks =
        m_lock && m_lock->isHeld() && !(m_lock->systemLocksWork() && m_lock->hasRecordLocks());
    return withoutLocks ? m_lock->fileSystem().name : QString();
}

/// Renames the damaged file, then the complete new one. When the program ends between the two
/// renames, the next start does the second, see finishReplacing().
bool JournalFile::replace()
{
    m_connection->close();
    const QString stamp =
        QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz"));
    const QString aside =
        inFolderOf(m_path, QStringLiteral("journal-damaged-%1.sqlite").arg(stamp));
    if (!QFile::rename(m_path, aside)) {
        m_trouble.problem =
            QStringLiteral("the damaged journal %1 cannot be moved aside").arg(m_path);
        return false;
    }
    for (const QString &suffix : JournalLeftovers)
        QFile::rename(m_path + suffix, aside + suffix);
    m_setAside = aside;
    m_suspect = false;
    finishReplacing();
    if (open(Mode::ReadWrite))
        return makeReady();
    m_trouble = m_connection->trouble();
    return false;
}

/// Gives the new journal its name, if the old one was renamed and this was not done.
void JournalFile::finishReplacing() const
{
    if (!QFile::exists(m_path) && QFile::exists(replacementOf(m_path)))
        QFile::rename(replacementOf(m_path), m_path);
}

} // namespace clusterdeck

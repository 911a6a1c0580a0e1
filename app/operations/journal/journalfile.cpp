// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/journal/journalfile.h"

#include "app/operations/journal/journalsalvage.h"
#include "app/support/privatefile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QUrl>
#include <QUuid>

#include <array>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace clusterdeck
{

namespace
{

const QString FileName = QStringLiteral("journal.sqlite");

/// What brings a journal of version n to version n + 1. Steps are added at the end and never
/// changed.
const std::array Migrations{
    QStringList{
        QStringLiteral(
            "CREATE TABLE batch(id TEXT PRIMARY KEY, verb TEXT NOT NULL, account TEXT NOT NULL,"
            " account_name TEXT NOT NULL, zone TEXT NOT NULL, user TEXT NOT NULL,"
            " confirmed_at TEXT NOT NULL, tier INTEGER NOT NULL, grace_s INTEGER NOT NULL,"
            " shown TEXT NOT NULL)"),
        QStringLiteral(
            "CREATE TABLE item(batch TEXT NOT NULL REFERENCES batch(id), position INTEGER NOT NULL,"
            " cluster_id TEXT NOT NULL, shown TEXT NOT NULL, state TEXT NOT NULL,"
            " reason TEXT NOT NULL, job_id TEXT NOT NULL, error TEXT NOT NULL,"
            " operation_errors TEXT NOT NULL, sent_at TEXT NOT NULL, ended_at TEXT NOT NULL,"
            " PRIMARY KEY(batch, position))"),
        QStringLiteral("CREATE INDEX item_by_cluster ON item(cluster_id)"),
        QStringLiteral(
            "CREATE TABLE event(id INTEGER PRIMARY KEY, batch TEXT NOT NULL REFERENCES batch(id),"
            " position INTEGER NOT NULL, at TEXT NOT NULL, event TEXT NOT NULL,"
            " state TEXT NOT NULL, evidence TEXT NOT NULL)"),
        QStringLiteral("CREATE INDEX event_by_batch ON event(batch)"),
        QStringLiteral("CREATE TABLE call(account TEXT NOT NULL, at TEXT NOT NULL)"),
        QStringLiteral("CREATE INDEX call_by_account ON call(account, at)"),
    },
    QStringList{
        // No reference to the item: in a salvaged file it may be lost, and the nodes not.
        QStringLiteral(
            "CREATE TABLE layout(batch TEXT NOT NULL, position INTEGER NOT NULL,"
            " read TEXT NOT NULL, read_at TEXT NOT NULL, nodes TEXT NOT NULL, error TEXT NOT NULL,"
            " PRIMARY KEY(batch, position))"),
    },
    QStringList{
        // A batch without a row: the log was not read before sending. No reference, as above.
        QStringLiteral("CREATE TABLE log_before(batch TEXT PRIMARY KEY, whole INTEGER NOT NULL,"
                       " operations TEXT NOT NULL)"),
    },
    QStringList{
        // The items that are read at each start, see Journal::unfinished(): few, also in a file of
        // many batches.
        QStringLiteral("CREATE INDEX item_open ON item(batch)"
                       " WHERE state NOT IN ('done', 'already-gone', 'failed', 'cancelled')"),
    },
};

constexpr int SqliteIoError = 10;
constexpr int SqliteFull = 13;
/// Of the simplest statement: the header names a form of file that there never was.
const QString SqliteUnsupported = QStringLiteral("1");
const QString SqliteCorrupt = QStringLiteral("11");
const QString SqliteNotADatabase = QStringLiteral("26");

const QString NewSuffix = QStringLiteral(".new");
/// What SQLite keeps beside a file while it is open, and leaves there when the program is killed.
const QStringList Besides{QStringLiteral("-wal"), QStringLiteral("-journal"),
                          QStringLiteral("-shm")};
/// What a writer that had no trouble leaves behind: see fingerprintOf().
const QString EndedWellName = QStringLiteral("journal.clean");

/// Made before SQLite would make it, so that it is never readable to others, not even for a moment.
bool makePrivate(const QString &path)
{
    constexpr mode_t OwnerReadsAndWrites = S_IRUSR | S_IWUSR;
    const int file = ::open(QFile::encodeName(path).constData(),
                            O_WRONLY | O_CREAT | O_CLOEXEC | O_NONBLOCK, OwnerReadsAndWrites);
    if (file < 0)
        return false;
    ::fchmod(file, OwnerReadsAndWrites);
    ::close(file);
    return true;
}

/// Changes whenever the file is written or exchanged; of a copy with the file's times it is the
/// same.
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

QString uriOf(const QString &path, const QString &parameter)
{
    return QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded) + u'?' + parameter;
}

const QString ReadOnlyOption = QStringLiteral("QSQLITE_OPEN_READONLY");

bool isOfAnotherCopy(WriteRefusal::Kind kind)
{
    return kind == WriteRefusal::Kind::RunningHere ||
           kind == WriteRefusal::Kind::RunningElsewhere ||
           kind == WriteRefusal::Kind::UnreadableLock;
}

} // namespace

JournalFile::JournalFile(const DataFolder &folder)
    : m_name(QStringLiteral("journal-") + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    if (!folder.path.isEmpty())
        openOnDisk(folder);
    else if (openDatabase(QStringLiteral(":memory:")) && makeReady())
        m_access = Journal::Access::Writable;
}

JournalFile::~JournalFile()
{
    const bool whole = m_lock && m_access == Journal::Access::Writable && !m_suspect && confirm();
    if (QSqlDatabase::contains(m_name))
        closeDatabase();
    // Without it the next start checks all of the file, which takes longer.
    if (whole && !hasLeftovers())
        (void)writePrivateFile(inFolderOf(m_path, EndedWellName), fingerprintOf(m_path));
}

void JournalFile::openOnDisk(const DataFolder &folder)
{
    m_path = QDir(folder.path).filePath(FileName);
    DataFolder where = folder;
    if (const QFileInfo file(m_path); file.isSymLink() && file.isFile()) {
        // Whoever comes to the file by another name must meet the same lock.
        m_path = file.canonicalFilePath();
        where.path = QFileInfo(m_path).path();
    }
    const QString name = QFileInfo(m_path).fileName();
    QStringList files{name, name + NewSuffix, EndedWellName};
    for (const QString &suffix : Besides)
        files.append(name + suffix);
    m_lock = std::make_unique<WriteLock>(where, files);
    if (!m_lock->isHeld()) {
        m_refusal = m_lock->refusal();
        m_problem = technicalText(*m_refusal);
        if (m_lock->mayRead())
            openForReading();
        return;
    }
    finishReplacing(m_path);
    m_endedWell =
        !m_lock->replacedLeftover() && !hasLeftovers() &&
        fingerprintOf(m_path) ==
            readRegularFile(inFolderOf(m_path, EndedWellName), 1024).value_or(QByteArray());
    QFile::remove(inFolderOf(m_path, EndedWellName));

    const Check found = makePrivate(m_path) && openDatabase(m_path) ? check() : Check::Failed;
    if (found == Check::Newer) {
        m_access = Journal::Access::NewerFormat;
        m_problem = QStringLiteral("%1 was written by a newer version").arg(m_path);
        return;
    }
    if (found == Check::Damaged)
        replaceDamaged(m_path);
    else if (found == Check::Good && makeReady())
        m_access = Journal::Access::Writable;
    if (m_access == Journal::Access::Writable)
        return;
    m_refusal = reasonOf(m_failure, m_problem);
    m_problem = technicalText(*m_refusal);
    if (QSqlDatabase::contains(m_name))
        closeDatabase();
    if (found == Check::Good || found == Check::Failed)
        openForReading();
}

/// Opens it to be looked at: nothing of it is changed, and no file is made beside it.
void JournalFile::openForReading()
{
    const bool shared = isOfAnotherCopy(m_refusal->kind);
    if (shared)
        m_access = Journal::Access::OtherCopyWrites;
    if (!QFile::exists(m_path))
        return;
    Check found = openDatabase(m_path, ReadOnlyOption) ? check() : Check::Failed;
    if (found == Check::Failed && !shared) {
        closeDatabase();
        found = readCopy() ? check() : Check::Failed;
    }
    // One that was begun and not finished has no tables yet.
    if (found == Check::Good && ask(QStringLiteral("PRAGMA user_version")).toInt() < 1)
        found = Check::Failed;
    if (found == Check::Newer)
        m_access = Journal::Access::NewerFormat;
    else if (found == Check::Good && !shared)
        m_access = Journal::Access::ReadOnly;
    m_problem = technicalText(*m_refusal); // of the writing, not of the way to read it
    if (found != Check::Good)
        closeDatabase();
}

/// SQLite makes a file beside one in WAL mode, which is not possible here. One that nobody writes
/// and that is complete is read as it is; one with leftovers beside it in another place.
bool JournalFile::readCopy()
{
    if (!hasLeftovers())
        return connectDatabase(uriOf(m_path, QStringLiteral("immutable=1")),
                               ReadOnlyOption + QStringLiteral(";QSQLITE_OPEN_URI"));
    m_copy = std::make_unique<QTemporaryDir>();
    const QString copy = m_copy->filePath(FileName);
    if (!QFile::copy(m_path, copy))
        return false;
    for (const QString &suffix : {Besides.at(0), Besides.at(1)}) {
        if (QFile::exists(m_path + suffix) && !QFile::copy(m_path + suffix, copy + suffix))
            return false;
    }
    return connectDatabase(copy, {});
}

bool JournalFile::hasLeftovers() const
{
    return QFileInfo(m_path + Besides.at(0)).size() > 0 ||
           QFileInfo(m_path + Besides.at(1)).size() > 0;
}

bool JournalFile::confirm()
{
    if (!m_lock || m_lock->confirm())
        return true;
    if (m_access == Journal::Access::Writable) {
        m_access = Journal::Access::OtherCopyWrites;
        m_refusal = m_lock->refusal();
        m_problem = technicalText(*m_refusal);
    }
    return false;
}

WriteRefusal JournalFile::reasonOf(const QString &code, const QString &text) const
{
    // SQLite says "disk I/O error" of a full disk too.
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
    if ((code.toInt() & PrimaryCode) == SqliteFull)
        refusal.kind = WriteRefusal::Kind::NoSpace;
    return refusal;
}

QString JournalFile::fileSystemWithoutLocks() const
{
    const bool alone =
        m_lock && m_lock->isHeld() && !(m_lock->systemLocksWork() && m_lock->hasRecordLocks());
    return alone ? m_lock->fileSystem().name : QString();
}

bool JournalFile::openDatabase(const QString &path, const QString &options)
{
    if (!m_lock || m_lock->hasRecordLocks())
        return connectDatabase(path, options);
    // SQLite refuses to work without locks of the system. The journal's own lock does their work.
    return connectDatabase(uriOf(path, QStringLiteral("nolock=1")),
                           options + QStringLiteral(";QSQLITE_OPEN_URI"));
}

bool JournalFile::connectDatabase(const QString &name, const QString &options)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    database.setDatabaseName(name);
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000;") + options);
    if (!database.open()) {
        m_problem = database.lastError().text();
        m_failure = database.lastError().nativeErrorCode();
        return false;
    }
    // What a view or a trigger in a foreign file would have done is not done. A file in WAL mode
    // that is opened where memory is not shared is read without shared memory.
    return execute(QStringLiteral("PRAGMA trusted_schema=OFF")) &&
           (sharesMemory() || options.contains(ReadOnlyOption) ||
            execute(QStringLiteral("PRAGMA locking_mode=EXCLUSIVE")));
}

/// WAL keeps its index in memory that all who open the file share, which they do only on one
/// machine; and only locks keep them apart.
bool JournalFile::sharesMemory() const
{
    return !m_lock ||
           (!m_lock->fileSystem().shared && m_lock->systemLocksWork() && m_lock->hasRecordLocks());
}

/// A disk that cannot be read just now says nothing about the file: nothing is replaced then.
JournalFile::Check JournalFile::check()
{
    m_failure.clear();
    const Check found = examine();
    constexpr int PrimaryCode = 0xff;
    const bool unreadable = (m_failure.toInt() & PrimaryCode) == SqliteIoError;
    return found == Check::Damaged && unreadable ? Check::Failed : found;
}

JournalFile::Check JournalFile::examine()
{
    // The first statement that reads is the one that meets a header that is none.
    const QVariant tables = ask(QStringLiteral("SELECT count(*) FROM sqlite_master"));
    if (!tables.isValid()) {
        const QStringList damages{SqliteCorrupt, SqliteNotADatabase, SqliteUnsupported};
        return damages.contains(m_failure) ? Check::Damaged : Check::Failed;
    }
    if (tables.toInt() == 0) {
        // Nothing in it: ours to begin, unless it holds something that is no database at all.
        const bool empty =
            QFileInfo(m_path).size() == 0 || ask(QStringLiteral("PRAGMA page_count")).toInt() > 0;
        return empty ? Check::Good : Check::Damaged;
    }
    const int version = ask(QStringLiteral("PRAGMA user_version")).toInt();
    if (ask(QStringLiteral("PRAGMA application_id")).toInt() != ApplicationId || version < 1)
        return Check::Damaged;
    if (version > int(Migrations.size()))
        return Check::Newer;
    // Before anything else of it is evaluated.
    if (!hasSchemaOf(version))
        return Check::Damaged;
    return m_endedWell || !m_lock->isHeld() ? Check::Good : checkAll();
}

/// Reads all of it, which takes seconds when much was done.
JournalFile::Check JournalFile::checkAll()
{
    const QString integrity = ask(QStringLiteral("PRAGMA integrity_check(1)")).toString();
    if (integrity == QLatin1String("ok"))
        return Check::Good;
    // A page that could not be read is told as a finding, with its code.
    static const QRegularExpression code(QStringLiteral("error code=(\\d+)"));
    if (const auto match = code.match(integrity); match.hasMatch()) {
        m_failure = match.captured(1);
        m_problem = integrity;
    }
    return Check::Damaged;
}

/// Whether the tables are, to the letter, those that the migrations up to `version` make.
bool JournalFile::hasSchemaOf(int version)
{
    QStringList expected;
    for (int step = 0; step < version; ++step)
        expected += Migrations.at(size_t(step));
    QSqlQuery query(database());
    if (!query.exec(
            QStringLiteral("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"))) {
        m_failure = query.lastError().nativeErrorCode();
        return false;
    }
    QStringList found;
    while (query.next())
        found.append(query.value(0).toString());
    if (query.lastError().isValid())
        m_failure = query.lastError().nativeErrorCode();
    return found == expected;
}

/// Sets durability and migrates. What this returns true for can be written to.
bool JournalFile::makeReady()
{
    // Of the modes without shared memory this is the one whose end of a transaction is synced.
    const QString mode = sharesMemory() ? QStringLiteral("wal") : QStringLiteral("truncate");
    const QString set = ask(QStringLiteral("PRAGMA journal_mode=") + mode).toString();
    if (m_lock && set != mode) {
        if (!set.isEmpty())
            m_problem = QStringLiteral("journal_mode is %1 and not %2").arg(set, mode);
        return false;
    }
    if (!execute(QStringLiteral("PRAGMA locking_mode=NORMAL")) ||
        !execute(QStringLiteral("PRAGMA synchronous=FULL")) ||
        !execute(QStringLiteral("PRAGMA foreign_keys=ON")))
        return false;
    const int version = ask(QStringLiteral("PRAGMA user_version")).toInt();
    for (int step = version; step < int(Migrations.size()); ++step) {
        QStringList statements{QStringLiteral("BEGIN IMMEDIATE")};
        statements += Migrations.at(size_t(step));
        statements += QStringLiteral("PRAGMA application_id=%1").arg(ApplicationId);
        statements += QStringLiteral("PRAGMA user_version=%1").arg(step + 1);
        statements += QStringLiteral("COMMIT");
        for (const QString &statement : std::as_const(statements)) {
            if (!execute(statement))
                return false;
        }
    }
    return true;
}

/// The new journal is whole before it takes the place of the old one: whoever is interrupted in
/// between finds one of the two, see finishReplacing().
void JournalFile::replaceDamaged(const QString &path)
{
    closeDatabase();
    const QString made = path + NewSuffix;
    QFile::remove(made);
    for (const QString &suffix : Besides)
        QFile::remove(made + suffix);
    if (!makePrivate(made) || !openDatabase(made) || !makeReady())
        return;
    if (!salvageJournal(path, database())) {
        m_problem = QStringLiteral("what is readable of the damaged journal could not be saved");
        return;
    }
    closeDatabase(); // which brings everything into the one file
    const QString stamp =
        QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz"));
    const QString aside =
        QFileInfo(path).dir().filePath(QStringLiteral("journal-damaged-%1.sqlite").arg(stamp));
    if (!QFile::rename(path, aside)) {
        m_problem = QStringLiteral("the damaged journal %1 cannot be moved aside").arg(path);
        return;
    }
    for (const QString &suffix : Besides)
        QFile::rename(path + suffix, aside + suffix);
    m_setAside = aside;
    finishReplacing(path);
    if (openDatabase(path) && makeReady())
        m_access = Journal::Access::Writable;
}

/// The old one is gone and the new one has not taken its place yet: it does now.
void JournalFile::finishReplacing(const QString &path)
{
    if (!QFile::exists(path) && QFile::exists(path + NewSuffix))
        QFile::rename(path + NewSuffix, path);
}

void JournalFile::closeDatabase()
{
    database().close();
    QSqlDatabase::removeDatabase(m_name);
}

bool JournalFile::execute(const QString &sql)
{
    QSqlQuery query(database());
    if (query.exec(sql))
        return true;
    m_problem = query.lastError().text();
    m_failure = query.lastError().nativeErrorCode();
    return false;
}

QVariant JournalFile::ask(const QString &sql)
{
    QSqlQuery query(database());
    if (query.exec(sql) && query.next())
        return query.value(0);
    m_problem = query.lastError().text();
    m_failure = query.lastError().nativeErrorCode();
    return {};
}

} // namespace clusterdeck

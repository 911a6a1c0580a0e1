// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/journalfile.h"

#include "app/operations/journalsalvage.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QRegularExpression>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <array>

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
};

constexpr int SqliteIoError = 10;
/// Of the simplest statement: the header names a form of file that there never was.
const QString SqliteUnsupported = QStringLiteral("1");
const QString SqliteCorrupt = QStringLiteral("11");
const QString SqliteNotADatabase = QStringLiteral("26");

constexpr QFileDevice::Permissions OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

const QString NewSuffix = QStringLiteral(".new");

/// Made before SQLite would make it, so that it is never readable to others, not even for a moment.
void makePrivate(const QString &path)
{
    if (QFile file(path); !file.exists() && file.open(QIODevice::WriteOnly))
        file.setPermissions(OwnerOnly);
    QFile::setPermissions(path, OwnerOnly);
}

} // namespace

JournalFile::JournalFile(const QString &folder)
    : m_name(QStringLiteral("journal-") + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    if (!folder.isEmpty())
        openOnDisk(folder);
    else if (openDatabase(QStringLiteral(":memory:"), {}) && makeReady())
        m_access = Journal::Access::Writable;
}

JournalFile::~JournalFile()
{
    if (QSqlDatabase::contains(m_name)) {
        database().close();
        QSqlDatabase::removeDatabase(m_name);
    }
}

void JournalFile::openOnDisk(const QString &folder)
{
    const QDir dir(folder);
    if (!dir.mkpath(QStringLiteral("."))) {
        m_problem = QStringLiteral("the folder %1 cannot be made").arg(folder);
        return;
    }
    QFile::setPermissions(folder, OwnerOnly | QFileDevice::ExeOwner);
    const QString path = dir.filePath(FileName);

    m_lock = std::make_unique<QLockFile>(dir.filePath(QStringLiteral("journal.lock")));
    m_lock->setStaleLockTime(0); // a lock is stale when its process is gone, not when it is old
    if (!m_lock->tryLock(0)) {
        const bool taken = m_lock->error() == QLockFile::LockFailedError;
        m_access = taken ? Journal::Access::OtherCopyWrites : Journal::Access::Unusable;
        m_problem = taken ? QStringLiteral("another copy of the program writes the journal")
                          : QStringLiteral("%1 cannot be written").arg(folder);
        if (taken)
            openDatabase(path, QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=2000"));
        return;
    }
    finishReplacing(path);
    makePrivate(path);

    Check found =
        openDatabase(path, QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000")) ? check() : Check::Failed;
    if (found == Check::Newer) {
        m_access = Journal::Access::NewerFormat;
        m_problem = QStringLiteral("%1 was written by a newer version").arg(path);
        return;
    }
    if (found == Check::Damaged) {
        replaceDamaged(path);
        return;
    }
    if (found == Check::Good && makeReady())
        m_access = Journal::Access::Writable;
}

bool JournalFile::openDatabase(const QString &path, const QString &options)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    database.setDatabaseName(path);
    database.setConnectOptions(options);
    if (database.open())
        return true;
    m_problem = database.lastError().text();
    return false;
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
        const bool empty = QFileInfo(database().databaseName()).size() == 0 ||
                           ask(QStringLiteral("PRAGMA page_count")).toInt() > 0;
        return empty ? Check::Good : Check::Damaged;
    }
    const int version = ask(QStringLiteral("PRAGMA user_version")).toInt();
    if (ask(QStringLiteral("PRAGMA application_id")).toInt() != ApplicationId || version < 1)
        return Check::Damaged;
    if (version > int(Migrations.size()))
        return Check::Newer;
    const QString integrity = ask(QStringLiteral("PRAGMA integrity_check(1)")).toString();
    if (integrity != QLatin1String("ok")) {
        // A page that could not be read is told as a finding, with its code.
        static const QRegularExpression code(QStringLiteral("error code=(\\d+)"));
        if (const auto match = code.match(integrity); match.hasMatch()) {
            m_failure = match.captured(1);
            m_problem = integrity;
        }
        return Check::Damaged;
    }
    return hasSchemaOf(version) ? Check::Good : Check::Damaged;
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
    if (!execute(QStringLiteral("PRAGMA journal_mode=WAL")) ||
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
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(made + QLatin1String(suffix));
    makePrivate(made);
    if (!openDatabase(made, QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000")) || !makeReady())
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
    for (const char *suffix : {"-wal", "-shm"})
        QFile::rename(path + QLatin1String(suffix), aside + QLatin1String(suffix));
    m_setAside = aside;
    finishReplacing(path);
    if (openDatabase(path, QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000")) && makeReady())
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/journal/journalconnection.h"

#include "app/operations/batch/itemstate.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QUuid>

#include <algorithm>
#include <array>
#include <sqlite3.h>

namespace clusterdeck
{

namespace
{

/// Step n migrates a file of version n to version n + 1. Steps are added at the end and never
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
        // No foreign key: a salvaged file may hold the nodes of an item that was lost.
        QStringLiteral(
            "CREATE TABLE layout(batch TEXT NOT NULL, position INTEGER NOT NULL,"
            " read TEXT NOT NULL, read_at TEXT NOT NULL, nodes TEXT NOT NULL, error TEXT NOT NULL,"
            " PRIMARY KEY(batch, position))"),
    },
    QStringList{
        // A batch without a row: the log was not read before sending. No foreign key, as above.
        QStringLiteral("CREATE TABLE log_before(batch TEXT PRIMARY KEY, whole INTEGER NOT NULL,"
                       " operations TEXT NOT NULL)"),
    },
    QStringList{
        // For Journal::unfinished(), which runs at each start: few rows, however large the file.
        QStringLiteral("CREATE INDEX item_open ON item(batch)"
                       " WHERE state NOT IN ('done', 'already-gone', 'failed', 'cancelled')"),
    },
    QStringList{
        // The batches with Batch::foundById. No foreign key, as above.
        QStringLiteral("CREATE TABLE found_by_id(batch TEXT PRIMARY KEY)"),
    },
    QStringList{
        // The batches with Batch::givenReason. No foreign key, as above.
        QStringLiteral("CREATE TABLE given_reason(batch TEXT PRIMARY KEY, reason TEXT NOT NULL)"),
    },
    QStringList{
        // The batches with Batch::approvalCode. No foreign key, as above.
        QStringLiteral("CREATE TABLE approval(batch TEXT PRIMARY KEY, code TEXT NOT NULL)"),
    },
};

/// SQLite uses the index only for the same list of words, see journalcodec::endWords().
static_assert(std::count_if(StateSpecs.begin(), StateSpecs.end(),
                            [](const StateSpec &spec) { return spec.phase == ItemPhase::End; }) ==
                  4,
              "another end state needs a migration that creates item_open again, with its word");

/// SQLITE_ERROR of the simplest statement: the header has an unknown file format number.
const QString SqliteUnsupported = QStringLiteral("1");
const QString SqliteCorrupt = QStringLiteral("11");
const QString SqliteNotADatabase = QStringLiteral("26");

int primaryCode(const QString &code)
{
    return code.toInt() & 0xff;
}

QString uriOf(const QString &path, const QString &parameter)
{
    return QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded) + u'?' + parameter;
}

const QString ReadOnlyOption = QStringLiteral("QSQLITE_OPEN_READONLY;");
const QString UriOption = QStringLiteral("QSQLITE_OPEN_URI;");

} // namespace

bool createPrivateDatabase(const QString &path)
{
    constexpr QFileDevice::Permissions OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append, OwnerOnly))
        return false;
    file.setPermissions(OwnerOnly);
    return true;
}

JournalConnection::JournalConnection(const JournalPlace &place)
    : m_name(QStringLiteral("journal-") + QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_place(place)
{
}

JournalConnection::~JournalConnection()
{
    close();
}

bool JournalConnection::open(const QString &path, Mode mode)
{
    m_path = path;
    const QString options = mode == Mode::ReadWrite ? QString() : ReadOnlyOption;
    if (mode == Mode::Immutable)
        return connectTo(uriOf(path, QStringLiteral("immutable=1")), options + UriOption);
    // Without the system's locks SQLite works with nolock=1 only; WriteLock then protects the file.
    // Without shared memory the writing connection holds SQLite's lock exclusively.
    const bool locks = m_place.hasRecordLocks && (m_place.sharesMemory || mode != Mode::Beside);
    if (!(locks ? connectTo(path, options)
                : connectTo(uriOf(path, QStringLiteral("nolock=1")), options + UriOption)))
        return false;
    if (mode == Mode::Beside)
        takeHandle();
    // In exclusive mode SQLite reads a WAL without shared memory.
    return m_place.sharesMemory || mode != Mode::ReadWrite ||
           execute(QStringLiteral("PRAGMA locking_mode=EXCLUSIVE"));
}

bool JournalConnection::connectTo(const QString &name, const QString &options)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    database.setDatabaseName(name);
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000;") + options);
    if (!database.open()) {
        failed(database.lastError());
        return false;
    }
    // Views and triggers of a foreign file may not call functions with side effects.
    return execute(QStringLiteral("PRAGMA trusted_schema=OFF"));
}

/// Qt may have been built with its own copy of SQLite. The linked library cannot use its handles:
/// then interrupt() does nothing.
void JournalConnection::takeHandle()
{
    if (ask(QStringLiteral("SELECT sqlite_source_id()")).toString() !=
        QLatin1String(sqlite3_sourceid()))
        return;
    const QVariant handle = database().driver()->handle();
    const std::scoped_lock lock(m_mutex);
    if (qstrcmp(handle.typeName(), "sqlite3*") == 0)
        m_handle = *static_cast<sqlite3 *const *>(handle.constData());
}

void JournalConnection::close()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_handle = nullptr;
    }
    if (!QSqlDatabase::contains(m_name))
        return;
    database().close();
    QSqlDatabase::removeDatabase(m_name);
}

void JournalConnection::interrupt()
{
    const std::scoped_lock lock(m_mutex);
    if (m_handle)
        sqlite3_interrupt(m_handle);
}

JournalConnection::Finding JournalConnection::examine()
{
    m_trouble.code.clear();
    return unlessUnreadable(judge());
}

/// After an I/O error the content is not known, so the file must not be replaced.
JournalConnection::Finding JournalConnection::unlessUnreadable(Finding found) const
{
    const bool unreadable = primaryCode(m_trouble.code) == SQLITE_IOERR;
    return found == Finding::Damaged && unreadable ? Finding::Failed : found;
}

JournalConnection::Finding JournalConnection::judge()
{
    // SQLite reads the header at the first statement, not when it opens the file.
    const QVariant tables = ask(QStringLiteral("SELECT count(*) FROM sqlite_master"));
    if (!tables.isValid()) {
        const QStringList damages{SqliteCorrupt, SqliteNotADatabase, SqliteUnsupported};
        return damages.contains(m_trouble.code) ? Finding::Damaged : Finding::Failed;
    }
    if (tables.toInt() == 0) {
        // An empty database is a new journal. A file with other content is not.
        const bool empty =
            QFileInfo(m_path).size() == 0 || ask(QStringLiteral("PRAGMA page_count")).toInt() > 0;
        return empty ? Finding::Good : Finding::Damaged;
    }
    const int found = version();
    if (ask(QStringLiteral("PRAGMA application_id")).toInt() != ApplicationId || found < 1)
        return Finding::Damaged;
    if (found > int(Migrations.size()))
        return Finding::Newer;
    // Before any other table is read.
    return hasSchemaOf(found) ? Finding::Good : Finding::Damaged;
}

JournalConnection::Finding JournalConnection::checkAll()
{
    m_trouble.code.clear();
    const QVariant answer = ask(QStringLiteral("PRAGMA integrity_check(1)"));
    if (!answer.isValid()) {
        const int code = primaryCode(m_trouble.code);
        return code == SQLITE_CORRUPT || code == SQLITE_NOTADB ? Finding::Damaged : Finding::Failed;
    }
    const QString integrity = answer.toString();
    if (integrity == QLatin1String("ok"))
        return Finding::Good;
    // When a page could not be read, integrity_check answers with a row that holds the error code.
    static const QRegularExpression code(QStringLiteral("error code=(\\d+)"));
    if (const auto match = code.match(integrity); match.hasMatch())
        m_trouble = {integrity, match.captured(1)};
    return unlessUnreadable(Finding::Damaged);
}

int JournalConnection::version()
{
    return ask(QStringLiteral("PRAGMA user_version")).toInt();
}

bool JournalConnection::isInWalMode()
{
    return ask(QStringLiteral("PRAGMA journal_mode")).toString() == QLatin1String("wal");
}

/// Whether the schema is exactly the statements of the migrations up to `version`.
bool JournalConnection::hasSchemaOf(int version)
{
    QStringList expected;
    for (int step = 0; step < version; ++step)
        expected += Migrations.at(size_t(step));
    QSqlQuery query(database());
    if (!query.exec(
            QStringLiteral("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"))) {
        m_trouble.code = query.lastError().nativeErrorCode();
        return false;
    }
    QStringList found;
    while (query.next())
        found.append(query.value(0).toString());
    if (query.lastError().isValid())
        m_trouble.code = query.lastError().nativeErrorCode();
    return found == expected;
}

bool JournalConnection::makeReady()
{
    // "truncate" syncs at the end of a transaction, and needs no shared memory.
    const QString mode = m_place.sharesMemory ? QStringLiteral("wal") : QStringLiteral("truncate");
    const QString set = ask(QStringLiteral("PRAGMA journal_mode=") + mode).toString();
    if (m_place.onDisk && set != mode) {
        if (!set.isEmpty())
            m_trouble.problem = QStringLiteral("journal_mode is %1 and not %2").arg(set, mode);
        return false;
    }
    if (!execute(QStringLiteral("PRAGMA locking_mode=NORMAL")) ||
        !execute(QStringLiteral("PRAGMA synchronous=FULL")) ||
        !execute(QStringLiteral("PRAGMA foreign_keys=ON")))
        return false;
    for (int step = version(); step < int(Migrations.size()); ++step) {
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

bool JournalConnection::execute(const QString &sql)
{
    QSqlQuery query(database());
    if (query.exec(sql))
        return true;
    failed(query.lastError());
    return false;
}

QVariant JournalConnection::ask(const QString &sql)
{
    QSqlQuery query(database());
    if (query.exec(sql) && query.next())
        return query.value(0);
    failed(query.lastError());
    return {};
}

void JournalConnection::failed(const QSqlError &error)
{
    m_trouble = {error.text(), error.nativeErrorCode()};
}

} // namespace clusterdeck

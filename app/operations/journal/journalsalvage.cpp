// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/journal/journalsalvage.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSet>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QUuid>
#include <QVariant>

#include <algorithm>

namespace clusterdeck
{

namespace
{

/// A table and the columns that are copied: all of them, except the number of an event, which is
/// the first column.
struct Table {
    const char *name;
    const char *columns;
    int count; ///< of `columns`
};

constexpr Table Tables[]{
    {"batch", "id, verb, account, account_name, zone, user, confirmed_at, tier, grace_s, shown",
     10},
    {"item",
     "batch, position, cluster_id, shown, state, reason, job_id, error, operation_errors, sent_at, "
     "ended_at",
     11},
    {"event", "batch, position, at, event, state, evidence", 6},
    {"layout", "batch, position, read, read_at, nodes, error", 6},
    {"log_before", "batch, whole, operations", 3},
    {"found_by_id", "batch", 1},
    {"given_reason", "batch, reason", 2},
    {"approval", "batch, code", 2},
};

QString placeholders(int count)
{
    return QStringList(count, QStringLiteral("?")).join(QLatin1Char(','));
}

/// The row ids that can be found, from either end up to the first error. In an undamaged table they
/// are sorted; in a damaged one pages can point to each other in a circle.
QList<qint64> rowsOf(const Table &table, const QSqlDatabase &from, const std::stop_token &stop)
{
    QList<qint64> rows;
    QSet<qint64> seen;
    for (const char *direction : {"ASC", "DESC"}) {
        QSqlQuery query(from);
        query.setForwardOnly(true);
        if (!query.exec(QStringLiteral("SELECT rowid FROM %1 ORDER BY rowid %2")
                            .arg(QLatin1String(table.name), QLatin1String(direction))))
            continue;
        const bool rising = *direction == 'A';
        std::optional<qint64> last;
        bool inOrder = true;
        while (inOrder && !stop.stop_requested() && query.next()) {
            const qint64 row = query.value(0).toLongLong();
            inOrder = !last || (rising ? row > *last : row < *last);
            last = row;
            if (inOrder && !seen.contains(row)) {
                rows.append(row);
                seen.insert(row);
            }
        }
        if (inOrder && !query.lastError().isValid())
            break; // the other end was reached
    }
    return rows;
}

/// The column names in the damaged file; they may be damaged too. Empty when it is not a plain
/// table: a view, a virtual table or a generated column could run without end.
QStringList columnsOf(const Table &table, const QSqlDatabase &from)
{
    const QString name = QLatin1String(table.name);
    QSqlQuery kind(from);
    kind.prepare(QStringLiteral("SELECT 1 FROM sqlite_master"
                                " WHERE name = ? AND type = 'table' AND rootpage > 0"));
    kind.addBindValue(name);
    if (!kind.exec() || !kind.next())
        return {};
    QSqlQuery columns(from);
    if (!columns.exec(QStringLiteral("PRAGMA table_xinfo(%1)").arg(name)))
        return {};
    QStringList names;
    while (columns.next()) {
        constexpr int Name = 1;
        constexpr int Hidden = 6;
        if (columns.value(Hidden).toInt() != 0)
            return {};
        names.append(u'"' + columns.value(Name).toString().replace(u'"', QStringLiteral("\"\"")) +
                     u'"');
    }
    return names.mid(std::max<qsizetype>(0, names.size() - table.count));
}

/// One value, or an empty text when it cannot be read or is NULL, which no column allows. The other
/// values of the row can still be good.
QVariant valueOf(const Table &table, const QString &column, qint64 row, const QSqlDatabase &from)
{
    QSqlQuery query(from);
    const bool read = query.exec(QStringLiteral("SELECT %1 FROM %2 WHERE rowid = %3")
                                     .arg(column, QLatin1String(table.name))
                                     .arg(row)) &&
                      query.next() && !query.value(0).isNull();
    return read ? query.value(0) : QVariant(QStringLiteral(""));
}

/// The `count` values of the query's row; empty when one of them cannot be read.
QVariantList valuesOf(const QSqlQuery &query, int count)
{
    QVariantList values;
    for (int column = 0; column < count; ++column) {
        if (!query.value(column).isNull())
            values.append(query.value(column));
    }
    return values.size() == count ? values : QVariantList();
}

/// All values of a row, read by one statement; empty when one of them cannot be read.
QVariantList wholeRow(QSqlQuery &query, qint64 row, int count)
{
    query.addBindValue(row);
    const QVariantList values =
        query.exec() && query.next() ? valuesOf(query, count) : QVariantList();
    query.finish();
    return values;
}

/// The values of `rows` that a scan of the table finds, from either end up to the first error, or
/// up to a row that comes again, since pages can point to each other in a circle. A search for one
/// row id misses rows of a page on which another row id is damaged.
QHash<qint64, QVariantList> metOnTheWay(const Table &table, const QString &columns,
                                        QSet<qint64> rows, const QSqlDatabase &from,
                                        const std::stop_token &stop)
{
    QHash<qint64, QVariantList> met;
    for (const char *direction : {"ASC", "DESC"}) {
        QSqlQuery query(from);
        query.setForwardOnly(true);
        query.exec(QStringLiteral("SELECT %1, rowid FROM %2 ORDER BY rowid %3")
                       .arg(columns, QLatin1String(table.name), QLatin1String(direction)));
        QSet<qint64> passed;
        while (!rows.isEmpty() && !stop.stop_requested() && query.next()) {
            const qint64 row = query.value(table.count).toLongLong();
            if (passed.contains(row))
                break;
            passed.insert(row);
            if (rows.remove(row))
                met.insert(row, valuesOf(query, table.count));
        }
    }
    return met;
}

void copyTable(const Table &table, const QSqlDatabase &from, const QSqlDatabase &into,
               const std::stop_token &stop)
{
    const QStringList columns = columnsOf(table, from);
    if (columns.size() != table.count)
        return;
    const QString all = columns.join(QLatin1Char(','));
    QSqlQuery read(from);
    read.setForwardOnly(true);
    const bool prepared = read.prepare(
        QStringLiteral("SELECT %1 FROM %2 WHERE rowid = ?").arg(all, QLatin1String(table.name)));
    QSqlQuery write(into);
    write.prepare(QStringLiteral("INSERT OR IGNORE INTO %1(%2) VALUES(%3)")
                      .arg(QLatin1String(table.name), QLatin1String(table.columns),
                           placeholders(table.count)));
    const auto insert = [&write](const QVariantList &values) {
        for (const QVariant &value : values)
            write.addBindValue(value);
        write.exec(); // a row that violates a constraint is lost
    };
    const auto found = [&](qint64 row) {
        QVariantList values = prepared ? wholeRow(read, row, table.count) : QVariantList();
        for (const QString &column : values.isEmpty() ? columns : QStringList())
            values.append(valueOf(table, column, row, from));
        const bool some = std::any_of(values.begin(), values.end(), [](const QVariant &value) {
            return !value.toString().isEmpty();
        });
        return some ? values : QVariantList();
    };
    QList<qint64> rows = rowsOf(table, from, stop);
    std::sort(rows.begin(), rows.end()); // the order of events has a meaning
    QSet<qint64> missed;
    for (const qint64 row : std::as_const(rows)) {
        if (!stop.stop_requested() && found(row).isEmpty())
            missed.insert(row);
    }
    const auto met = metOnTheWay(table, all, missed, from, stop);
    for (const qint64 row : std::as_const(rows)) {
        if (stop.stop_requested())
            return;
        if (const QVariantList values = missed.contains(row) ? met.value(row) : found(row);
            !values.isEmpty())
            insert(values);
    }
}

bool copyAll(const QSqlDatabase &from, const QSqlDatabase &target, const std::stop_token &stop)
{
    QSqlDatabase into = target; // a handle; transaction() is not const
    if (!into.transaction())
        return false;
    for (const Table &table : Tables)
        copyTable(table, from, into, stop);
    return !stop.stop_requested() && into.commit();
}

/// False when what could be read was not saved.
bool salvage(const QString &path, const QSqlDatabase &into, const std::stop_token &stop)
{
    const QTemporaryDir work(QFileInfo(path).path() + QStringLiteral("/salvage-XXXXXX"));
    const QString copy = work.filePath(QStringLiteral("copy.sqlite"));
    if (!QFile::copy(path, copy))
        return false;
    for (const char *suffix : {"-wal", "-journal"}) {
        const QString beside = path + QLatin1String(suffix);
        if (QFile::exists(beside) && !QFile::copy(beside, copy + QLatin1String(suffix)))
            return false;
    }
    bool saved = false;
    const QString name = QUuid::createUuid().toString();
    {
        QSqlDatabase from = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        from.setDatabaseName(copy);
        // A file that SQLite cannot open holds nothing to save.
        saved =
            !from.open() || (QSqlQuery(from).exec(QStringLiteral("PRAGMA trusted_schema=OFF")) &&
                             copyAll(from, into, stop));
        from.close();
    }
    QSqlDatabase::removeDatabase(name);
    return saved;
}

void removeWithLeftovers(const QString &path)
{
    QFile::remove(path);
    for (const QString &suffix : JournalLeftovers)
        QFile::remove(path + suffix);
}

} // namespace

QString replacementOf(const QString &path)
{
    return path + QStringLiteral(".new");
}

std::optional<JournalTrouble> makeReplacement(const QString &path, const JournalPlace &place,
                                              const std::stop_token &stop)
{
    const QString made = replacementOf(path);
    removeWithLeftovers(made);
    JournalConnection connection(place);
    if (!createPrivateDatabase(made) ||
        !connection.open(made, JournalConnection::Mode::ReadWrite) || !connection.makeReady())
        return connection.trouble();
    if (salvage(path, connection.database(), stop)) {
        connection.close(); // moves the WAL into the file
        return {};
    }
    connection.close();
    removeWithLeftovers(made);
    return JournalTrouble{
        QStringLiteral("what is readable of the damaged journal could not be saved"), {}};
}

} // namespace clusterdeck

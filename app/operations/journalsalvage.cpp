// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/journalsalvage.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QTemporaryDir>
#include <QUuid>
#include <QVariant>

#include <algorithm>

namespace clusterdeck
{

namespace
{

/// A table and the columns that are carried over: all, but for an event's number, which stands
/// first.
struct Table {
    const char *name;
    const char *columns;
    int count;
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
};

QString placeholders(int count)
{
    return QStringList(count, QStringLiteral("?")).join(QLatin1Char(','));
}

/// The numbers of the rows that can be found, from either end up to the first fault.
QList<qint64> rowsOf(const Table &table, const QSqlDatabase &from)
{
    QList<qint64> rows;
    QSet<qint64> seen;
    for (const char *direction : {"ASC", "DESC"}) {
        QSqlQuery query(from);
        query.setForwardOnly(true);
        if (!query.exec(QStringLiteral("SELECT rowid FROM %1 ORDER BY rowid %2")
                            .arg(QLatin1String(table.name), QLatin1String(direction))))
            continue;
        while (query.next()) {
            const qint64 row = query.value(0).toLongLong();
            if (!seen.contains(row))
                rows.append(row);
            seen.insert(row);
        }
        if (!query.lastError().isValid())
            break; // the other end was reached
    }
    return rows;
}

/// The columns' names in the damaged file, which may themselves be damaged.
QStringList columnsOf(const Table &table, const QSqlDatabase &from)
{
    QStringList names;
    const QSqlRecord record = from.record(QLatin1String(table.name));
    for (int column = std::max(0, record.count() - table.count); column < record.count(); ++column)
        names.append(QLatin1Char('"') + record.fieldName(column) + QLatin1Char('"'));
    return names;
}

/// One value; an empty text in place of one that cannot be read, or that reads as the NULL that no
/// column takes: the rest of its row is still good.
QVariant valueOf(const Table &table, const QString &column, qint64 row, const QSqlDatabase &from)
{
    QSqlQuery query(from);
    const bool read = query.exec(QStringLiteral("SELECT %1 FROM %2 WHERE rowid = %3")
                                     .arg(column, QLatin1String(table.name))
                                     .arg(row)) &&
                      query.next() && !query.value(0).isNull();
    return read ? query.value(0) : QVariant(QStringLiteral(""));
}

void copyTable(const Table &table, const QSqlDatabase &from, const QSqlDatabase &into)
{
    const QStringList columns = columnsOf(table, from);
    if (columns.size() != table.count)
        return;
    QSqlQuery write(into);
    write.prepare(QStringLiteral("INSERT OR IGNORE INTO %1(%2) VALUES(%3)")
                      .arg(QLatin1String(table.name), QLatin1String(table.columns),
                           placeholders(table.count)));
    for (const qint64 row : rowsOf(table, from)) {
        for (const QString &column : columns)
            write.addBindValue(valueOf(table, column, row, from));
        write.exec(); // a row that breaks the new file's rules even so is one that cannot be read
    }
}

bool copyAll(const QSqlDatabase &from, const QSqlDatabase &target)
{
    QSqlDatabase into = target; // a handle; transactions want one that is not const
    if (!into.transaction())
        return false;
    for (const Table &table : Tables)
        copyTable(table, from, into);
    return into.commit();
}

} // namespace

bool salvageJournal(const QString &path, const QSqlDatabase &into)
{
    const QTemporaryDir work(QFileInfo(path).path() + QStringLiteral("/salvage-XXXXXX"));
    const QString copy = work.filePath(QStringLiteral("copy.sqlite"));
    if (!QFile::copy(path, copy))
        return false;
    QFile::copy(path + QStringLiteral("-wal"), copy + QStringLiteral("-wal"));
    bool saved = false;
    const QString name = QUuid::createUuid().toString();
    {
        QSqlDatabase from = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        from.setDatabaseName(copy);
        // A file that cannot even be opened holds nothing that could be saved.
        saved = !from.open() || copyAll(from, into);
        from.close();
    }
    QSqlDatabase::removeDatabase(name);
    return saved;
}

} // namespace clusterdeck

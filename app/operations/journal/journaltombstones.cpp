// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/journal/journaltombstones.h"

#include "app/operations/journal/journalforms.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

namespace clusterdeck::journaltombstones
{

using namespace journalforms;

namespace
{

Tombstone tombstoneFrom(const QSqlQuery &query)
{
    const auto text = [&](int column) { return query.value(column).toString(); };
    Tombstone stone;
    stone.number = query.value(0).toLongLong();
    stone.batch = text(1);
    stone.position = query.value(2).toInt();
    stone.key = {text(9), text(3)};
    stone.record = clusterFrom(text(4));
    stone.record.id = stone.key.id;
    stone.reason = reasonFrom(text(5));
    stone.jobId = text(6);
    stone.sentAt = timeFrom(text(7));
    stone.endedAt = timeFrom(text(8));
    stone.accountName = text(10);
    stone.zone = text(11);
    stone.user = text(12);
    stone.confirmedAt = timeFrom(text(13));
    return stone;
}

/// In a file that an older version writes there are no layouts at all: then they are not read.
void readLayouts(const QSqlDatabase &database, QList<Tombstone> &stones)
{
    QSqlQuery query(database);
    if (!query.prepare(QStringLiteral("SELECT read, read_at, nodes, error FROM layout"
                                      " WHERE batch = ? AND position = ?")))
        return;
    for (Tombstone &stone : stones) {
        query.addBindValue(stone.batch);
        query.addBindValue(stone.position);
        if (query.exec() && query.next()) {
            stone.nodes.read = layoutReadFrom(query.value(0).toString());
            stone.nodes.at = timeFrom(query.value(1).toString());
            stone.nodes.groups = nodeGroupsFrom(query.value(2).toString());
            stone.nodes.error = errorFrom(query.value(3).toString());
        }
        query.finish();
    }
}

} // namespace

std::optional<QList<Tombstone>> read(const QSqlDatabase &database, qint64 before, int limit,
                                     QString &problem)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.prepare(QStringLiteral(
        "SELECT item.rowid, item.batch, item.position, item.cluster_id, item.shown, item.reason,"
        " item.job_id, item.sent_at, item.ended_at, batch.account, batch.account_name, batch.zone,"
        " batch.user, batch.confirmed_at FROM item JOIN batch ON batch.id = item.batch"
        " WHERE item.state = ? AND batch.verb = 'delete' AND item.rowid < ?"
        " ORDER BY item.rowid DESC LIMIT ?"));
    query.addBindValue(word(ItemState::Done));
    query.addBindValue(before);
    query.addBindValue(limit);
    QList<Tombstone> stones;
    if (query.exec()) {
        while (query.next())
            stones.append(tombstoneFrom(query));
    }
    if (query.lastError().isValid()) {
        problem = query.lastError().text();
        return {};
    }
    query.finish();
    readLayouts(database, stones);
    return stones;
}

bool write(const QSqlDatabase &database, const QString &batch, int position,
           const NodeLayout &layout, QString &problem)
{
    const auto written = [](const QString &text) {
        return text.isNull() ? QStringLiteral("") : text; // no column takes NULL
    };
    QSqlQuery query(database);
    query.prepare(QStringLiteral("INSERT OR REPLACE INTO layout(batch, position, read, read_at,"
                                 " nodes, error) VALUES(?, ?, ?, ?, ?, ?)"));
    query.addBindValue(batch);
    query.addBindValue(position);
    query.addBindValue(word(layout.read));
    query.addBindValue(written(timeText(layout.at)));
    query.addBindValue(nodeGroupsText(layout.groups));
    query.addBindValue(written(errorText(layout.error)));
    if (query.exec())
        return true;
    problem = query.lastError().text();
    return false;
}

} // namespace clusterdeck::journaltombstones

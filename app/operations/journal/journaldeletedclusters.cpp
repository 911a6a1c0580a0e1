// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/journal/journaldeletedclusters.h"

#include "app/operations/journal/journalcodec.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

namespace clusterdeck::journaldeletedclusters
{

using namespace journalcodec;

namespace
{

DeletedCluster deletedClusterFrom(const QSqlQuery &query)
{
    const auto text = [&](int column) { return query.value(column).toString(); };
    DeletedCluster deletedCluster;
    deletedCluster.number = query.value(0).toLongLong();
    deletedCluster.batch = text(1);
    deletedCluster.position = query.value(2).toInt();
    deletedCluster.key = {text(9), text(3)};
    deletedCluster.record = clusterFrom(text(4));
    deletedCluster.record.id = deletedCluster.key.id;
    deletedCluster.reason = reasonFrom(text(5));
    deletedCluster.jobId = text(6);
    deletedCluster.sentAt = timeFrom(text(7));
    deletedCluster.endedAt = timeFrom(text(8));
    deletedCluster.accountName = text(10);
    deletedCluster.zone = text(11);
    deletedCluster.user = text(12);
    deletedCluster.confirmedAt = timeFrom(text(13));
    return deletedCluster;
}

/// In a file that an older version writes there are no layouts at all: then they are not read.
void readLayouts(const QSqlDatabase &database, QList<DeletedCluster> &deletedClusters)
{
    QSqlQuery query(database);
    if (!query.prepare(QStringLiteral("SELECT read, read_at, nodes, error FROM layout"
                                      " WHERE batch = ? AND position = ?")))
        return;
    for (DeletedCluster &deletedCluster : deletedClusters) {
        query.addBindValue(deletedCluster.batch);
        query.addBindValue(deletedCluster.position);
        if (query.exec() && query.next()) {
            deletedCluster.nodes.read = layoutReadFrom(query.value(0).toString());
            deletedCluster.nodes.at = timeFrom(query.value(1).toString());
            deletedCluster.nodes.groups = nodeGroupsFrom(query.value(2).toString());
            deletedCluster.nodes.error = errorFrom(query.value(3).toString());
        }
        query.finish();
    }
}

} // namespace

std::optional<QList<DeletedCluster>> read(const QSqlDatabase &database, qint64 before, int limit,
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
    QList<DeletedCluster> deletedClusters;
    if (query.exec()) {
        while (query.next())
            deletedClusters.append(deletedClusterFrom(query));
    }
    if (query.lastError().isValid()) {
        problem = query.lastError().text();
        return {};
    }
    query.finish();
    readLayouts(database, deletedClusters);
    return deletedClusters;
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

} // namespace clusterdeck::journaldeletedclusters

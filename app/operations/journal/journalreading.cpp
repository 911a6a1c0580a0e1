// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/journal/journalreading.h"

#include "app/operations/journal/journalcodec.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

namespace clusterdeck::journalreading
{

using namespace journalcodec;

namespace
{

/// QSqlQuery::next() returns false at the last row and at an error: this tells the two apart.
bool endedWell(const QSqlQuery &query, QString &problem)
{
    if (!query.lastError().isValid())
        return true;
    problem = query.lastError().text();
    return false;
}

/// What `rowOf` makes of each row of the statement `select`, with `values` in its places; nothing,
/// with `problem`, when not all rows could be read.
template <class RowOf>
auto listOf(const QSqlDatabase &database, const QString &select, const QVariantList &values,
            QString &problem, RowOf rowOf)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.prepare(select);
    for (const QVariant &value : values)
        query.addBindValue(value);
    std::optional list = QList<decltype(rowOf(query))>();
    const bool begun = query.exec();
    while (begun && query.next())
        list->append(rowOf(query));
    if (!endedWell(query, problem))
        list.reset();
    return list;
}

/// For listOf(): the text in the first column.
QString firstText(const QSqlQuery &query)
{
    return query.value(0).toString();
}

int firstNumber(const QSqlQuery &query)
{
    return query.value(0).toInt();
}

QSqlQuery selectItems(const QSqlDatabase &database, Journal::Detail detail)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.prepare(
        QStringLiteral("SELECT position, cluster_id, %1, state, reason, job_id, error,"
                       " operation_errors, sent_at, ended_at FROM item WHERE batch = ?"
                       " ORDER BY position")
            .arg(detail == Journal::Detail::All ? QStringLiteral("shown") : QStringLiteral("''")));
    return query;
}

bool readItems(QSqlQuery &query, Batch &batch, QString &problem)
{
    query.addBindValue(batch.id);
    const bool begun = query.exec();
    while (begun && query.next()) {
        BatchItem &item = batch.items.emplace_back();
        item.position = query.value(0).toInt();
        item.key = {batch.account, query.value(1).toString()};
        item.shown = clusterFrom(query.value(2).toString());
        item.shown.id = item.key.id;
        item.state = stateFrom(query.value(3).toString());
        item.reason = reasonFrom(query.value(4).toString());
        item.jobId = query.value(5).toString();
        item.error = errorFrom(query.value(6).toString());
        item.operationErrors = query.value(7).toString();
        item.sentAt = timeFrom(query.value(8).toString());
        item.endedAt = timeFrom(query.value(9).toString());
        // With an unreadable time of sending it is not known whether a request was sent.
        const bool sendUnclear = !item.sentAt.isValid() && !query.value(8).toString().isEmpty();
        if (sendUnclear && isUnsent(item.state))
            item.state = ItemState::NotUnderstood;
        // Until November 2026 AwaitingReadback was recorded as queued or held.
        if (item.sentAt.isValid() && isUnsent(item.state))
            item.state = ItemState::AwaitingReadback;
        if (item.state == ItemState::NotUnderstood) {
            item.reason = ItemReason::NotUnderstood;
            item.needsAttention = true;
        }
    }
    return endedWell(query, problem);
}

DeletedCluster deletedClusterFrom(const QSqlQuery &query)
{
    const auto text = [&](int column) { return query.value(column).toString(); };
    DeletedCluster cluster;
    cluster.number = query.value(0).toLongLong();
    cluster.batch = text(1);
    cluster.position = query.value(2).toInt();
    cluster.key = {text(9), text(3)};
    cluster.record = clusterFrom(text(4));
    cluster.record.id = cluster.key.id;
    cluster.reason = reasonFrom(text(5));
    cluster.jobId = text(6);
    cluster.sentAt = timeFrom(text(7));
    cluster.endedAt = timeFrom(text(8));
    cluster.accountName = text(10);
    cluster.zone = text(11);
    cluster.user = text(12);
    cluster.confirmedAt = timeFrom(text(13));
    return cluster;
}

/// Sets the member `text` of each record by a statement that selects it for a batch. `batch`: the
/// member with the batch's id.
template <class Record>
bool readTexts(const QSqlDatabase &database, const QString &select, QList<Record> &records,
               QString Record::*batch, QString Record::*text, QString &problem)
{
    QSqlQuery query(database);
    if (!query.prepare(select)) {
        // SQLITE_ERROR: a file of an older version has no such table.
        return query.lastError().nativeErrorCode() == u"1" || endedWell(query, problem);
    }
    for (Record &record : records) {
        query.addBindValue(record.*batch);
        if (query.exec() && query.next())
            record.*text = query.value(0).toString();
        if (!endedWell(query, problem))
            return false;
        query.finish();
    }
    return true;
}

/// Sets `givenReason` and `approvalCode` of each record. `batch`: the member with the batch's id.
template <class Record>
bool readRemarks(const QSqlDatabase &database, QList<Record> &records, QString Record::*batch,
                 QString &problem)
{
    return readTexts(database, QStringLiteral("SELECT reason FROM given_reason WHERE batch = ?"),
                     records, batch, &Record::givenReason, problem) &&
           readTexts(database, QStringLiteral("SELECT code FROM approval WHERE batch = ?"), records,
                     batch, &Record::approvalCode, problem);
}

/// A file of an older version has no table of layouts: then none are read.
void readLayouts(const QSqlDatabase &database, QList<DeletedCluster> &clusters)
{
    QSqlQuery query(database);
    if (!query.prepare(QStringLiteral("SELECT read, read_at, nodes, error FROM layout"
                                      " WHERE batch = ? AND position = ?")))
        return;
    for (DeletedCluster &cluster : clusters) {
        query.addBindValue(cluster.batch);
        query.addBindValue(cluster.position);
        if (query.exec() && query.next()) {
            cluster.nodes.read = layoutReadFrom(query.value(0).toString());
            cluster.nodes.at = timeFrom(query.value(1).toString());
            cluster.nodes.groups = nodeGroupsFrom(query.value(2).toString());
            cluster.nodes.error = errorFrom(query.value(3).toString());
        }
        query.finish();
    }
}

} // namespace

std::optional<QList<Batch>> batches(const QSqlDatabase &database, QSqlQuery &query,
                                    QString &problem, Journal::Detail detail)
{
    QList<Batch> batches;
    const bool begun = query.exec();
    while (begun && query.next()) {
        const auto verb = verbFrom(query.value(1).toString());
        if (!verb) { // recorded by a newer version
            problem = QStringLiteral("a batch is recorded with a verb that is not known: %1")
                          .arg(query.value(1).toString());
            continue;
        }
        Batch batch;
        batch.id = query.value(0).toString();
        batch.verb = *verb;
        batch.account = query.value(2).toString();
        batch.accountName = query.value(3).toString();
        batch.zone = query.value(4).toString();
        batch.user = query.value(5).toString();
        batch.confirmedAt = timeFrom(query.value(6).toString());
        batch.tier = query.value(7).toInt();
        batch.undoWindow = std::chrono::seconds(query.value(8).toLongLong());
        batch.shown = query.value(9).toString();
        batches.append(batch);
    }
    if (!endedWell(query, problem))
        return {};
    query.finish();
    QSqlQuery items = selectItems(database, detail);
    for (Batch &batch : batches) {
        if (!readItems(items, batch, problem))
            return {};
    }
    if (!readRemarks(database, batches, &Batch::id, problem))
        return {};
    return batches;
}

void readBeforeSending(const QSqlDatabase &database, QList<Batch> &batches)
{
    QSqlQuery query(database);
    query.prepare(QStringLiteral("SELECT whole, operations FROM log_before WHERE batch = ?"));
    QSqlQuery found(database);
    found.prepare(QStringLiteral("SELECT 1 FROM found_by_id WHERE batch = ?"));
    for (Batch &batch : batches) {
        query.addBindValue(batch.id);
        if (query.exec() && query.next()) {
            if (auto operations = knownOperationsFrom(query.value(1).toString()))
                batch.logBefore = {true, query.value(0).toInt() == 1, std::move(*operations)};
        }
        query.finish();
        found.addBindValue(batch.id);
        batch.foundById = found.exec() && found.next();
        found.finish();
    }
}

std::optional<QList<ClusterKey>> notUnderstood(const QSqlDatabase &database, QString &problem)
{
    QStringList known;
    for (const Verb verb : allVerbs())
        known.append(u'\'' + wordOf(verb) + u'\'');
    return listOf(database,
                  QStringLiteral("SELECT batch.account, item.cluster_id FROM batch"
                                 " JOIN item ON item.batch = batch.id"
                                 " WHERE batch.verb NOT IN (%1) AND item.state NOT IN (%2)")
                      .arg(known.join(u','), endWords()),
                  {}, problem, [](const QSqlQuery &query) {
                      return ClusterKey{firstText(query), query.value(1).toString()};
                  });
}

std::optional<QList<int>> batchCount(const QSqlDatabase &database, QString &problem)
{
    return listOf(database, QStringLiteral("SELECT count(*) FROM batch"), {}, problem, firstNumber);
}

/// Reads only the last item of each batch, which the primary key finds: counting all items would be
/// slow.
std::optional<QList<int>> largestBatch(const QSqlDatabase &database, Verb verb, QString &problem)
{
    return listOf(
        database,
        QStringLiteral("SELECT last.position + 1 FROM batch JOIN item AS last"
                       " ON last.batch = batch.id AND last.position ="
                       " (SELECT max(position) FROM item WHERE item.batch = batch.id)"
                       " WHERE batch.verb = ? AND last.state IN (%1) AND last.state <> ?"
                       " AND batch.id NOT IN (SELECT batch FROM item WHERE state NOT IN (%1))"
                       " ORDER BY last.position DESC LIMIT 1")
            .arg(endWords()),
        {wordOf(verb), word(ItemState::Cancelled)}, problem, firstNumber);
}

std::optional<QList<JournalEvent>> events(const QSqlDatabase &database, const QString &batch,
                                          QString &problem)
{
    return listOf(
        database,
        QStringLiteral("SELECT at, position, event, state, evidence FROM event WHERE batch = ?"
                       " ORDER BY id"),
        {batch}, problem, [](const QSqlQuery &query) {
            return JournalEvent{timeFrom(firstText(query)), query.value(1).toInt(),
                                query.value(2).toString(), query.value(3).toString(),
                                query.value(4).toString()};
        });
}

std::optional<QList<QDateTime>> callsSince(const QSqlDatabase &database, const QString &account,
                                           const QDateTime &since, QString &problem)
{
    return listOf(database,
                  QStringLiteral("SELECT at FROM call WHERE account = ? AND at >= ? ORDER BY at"),
                  {account, timeText(since)}, problem,
                  [](const QSqlQuery &query) { return timeFrom(firstText(query)); });
}

namespace
{

/// `condition`: of the items, newest first, with places for `values`.
std::optional<QList<DeletedCluster>> selectDeleted(const QSqlDatabase &database,
                                                   const QString &condition,
                                                   const QVariantList &values, QString &problem)
{
    return listOf(
        database,
        QStringLiteral("SELECT item.rowid, item.batch, item.position, item.cluster_id, item.shown,"
                       " item.reason, item.job_id, item.sent_at, item.ended_at, batch.account,"
                       " batch.account_name, batch.zone, batch.user, batch.confirmed_at"
                       " FROM item JOIN batch ON batch.id = item.batch"
                       " WHERE item.state = ? AND batch.verb = ? AND ") +
            condition,
        QVariantList{word(ItemState::Done), wordOf(Verb::Delete)} + values, problem,
        deletedClusterFrom);
}

} // namespace

std::optional<QList<DeletedCluster>> deletedClusters(const QSqlDatabase &database, qint64 before,
                                                     int limit, QString &problem)
{
    auto clusters =
        selectDeleted(database, QStringLiteral("item.rowid < ? ORDER BY item.rowid DESC LIMIT ?"),
                      {before, limit}, problem);
    if (!clusters || !readRemarks(database, *clusters, &DeletedCluster::batch, problem))
        return {};
    readLayouts(database, *clusters);
    return clusters;
}

std::optional<QList<DeletedCluster>> deletionsOf(const QSqlDatabase &database,
                                                 const QString &clusterId, QString &problem)
{
    return selectDeleted(database, QStringLiteral("item.cluster_id = ? ORDER BY item.rowid DESC"),
                         {clusterId}, problem);
}

std::optional<QStringList> clusterIds(const QSqlDatabase &database, QString &problem)
{
    return listOf(database, QStringLiteral("SELECT DISTINCT cluster_id FROM item"), {}, problem,
                  firstText);
}

} // namespace clusterdeck::journalreading

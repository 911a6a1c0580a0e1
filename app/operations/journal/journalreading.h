// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/journal/deletedcluster.h"
#include "app/operations/journal/journal.h"

class QSqlDatabase;
class QSqlQuery;

/// Reads batches and what belongs to them from the journal's tables.
namespace clusterdeck::journalreading
{

/// Selects the columns that batches() expects. A condition may follow.
inline const QString SelectBatch = QStringLiteral(
    "SELECT id, verb, account, account_name, zone, user, confirmed_at, tier, grace_s,"
    " shown FROM batch ");

/// Runs `query`, which begins with SelectBatch, and reads the items of each batch. A batch with an
/// unknown verb is left out, and `problem` says so. Returns nothing when not all rows could be
/// read; `problem` then says why.
[[nodiscard]] std::optional<QList<Batch>> batches(const QSqlDatabase &database, QSqlQuery &query,
                                                  QString &problem,
                                                  Journal::Detail detail = Journal::Detail::All);

/// Sets Batch::logBefore and Batch::foundById of each batch. A record that cannot be read counts as
/// a log that was not read before sending, and as clusters that were not read by their ids.
void readBeforeSending(const QSqlDatabase &database, QList<Batch> &batches);

// These functions return nothing when not all rows could be read; `problem` then says why.

/// See Journal::notUnderstood().
[[nodiscard]] std::optional<QList<ClusterKey>> notUnderstood(const QSqlDatabase &database,
                                                             QString &problem);

/// See Journal::batchCount(). One number.
[[nodiscard]] std::optional<QList<int>> batchCount(const QSqlDatabase &database, QString &problem);
/// See Journal::largestBatch(). Empty without such a batch.
[[nodiscard]] std::optional<QList<int>> largestBatch(const QSqlDatabase &database, Verb verb,
                                                     QString &problem);

/// In the order in which they were recorded.
[[nodiscard]] std::optional<QList<JournalEvent>> events(const QSqlDatabase &database,
                                                        const QString &batch, QString &problem);

[[nodiscard]] std::optional<QList<QDateTime>> callsSince(const QSqlDatabase &database,
                                                         const QString &account,
                                                         const QDateTime &since, QString &problem);

/// Deleted clusters with a lower number than `before`, newest first, at most `limit`.
[[nodiscard]] std::optional<QList<DeletedCluster>>
deletedClusters(const QSqlDatabase &database, qint64 before, int limit, QString &problem);

/// See Journal::deletionsOf().
[[nodiscard]] std::optional<QList<DeletedCluster>>
deletionsOf(const QSqlDatabase &database, const QString &clusterId, QString &problem);

/// See Journal::clusterIds(). Reads only an index.
[[nodiscard]] std::optional<QStringList> clusterIds(const QSqlDatabase &database, QString &problem);

} // namespace clusterdeck::journalreading

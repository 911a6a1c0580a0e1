// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/journal/journal.h"

class QSqlDatabase;
class QSqlQuery;

/// How batches come back out of the journal.
namespace clusterdeck::journalreading
{

/// The columns that batches() takes, and their table.
inline const QString SelectBatch = QStringLiteral(
    "SELECT id, verb, account, account_name, zone, user, confirmed_at, tier, grace_s,"
    " shown FROM batch ");

/// Runs `query`, which is a SelectBatch, and adds the items of each. One whose verb is not known is
/// left out, and `problem` says so. Nothing when any of it could not be read to its end; `problem`
/// says why then.
[[nodiscard]] std::optional<QList<Batch>> batches(const QSqlDatabase &database, QSqlQuery &query,
                                                  QString &problem,
                                                  Journal::Detail detail = Journal::Detail::All);

/// Adds what the log held before each batch was sent. What cannot be read was not read then.
void readLogsBefore(const QSqlDatabase &database, QList<Batch> &batches);

// Each of these returns nothing when any of it could not be read to its end; `problem` says why
// then.

/// See Journal::notUnderstood().
[[nodiscard]] std::optional<QList<ClusterKey>> notUnderstood(const QSqlDatabase &database,
                                                             QString &problem);

/// In the order in which they were written down.
[[nodiscard]] std::optional<QList<JournalEvent>> events(const QSqlDatabase &database,
                                                        const QString &batch, QString &problem);

[[nodiscard]] std::optional<QList<QDateTime>> callsSince(const QSqlDatabase &database,
                                                         const QString &account,
                                                         const QDateTime &since, QString &problem);

} // namespace clusterdeck::journalreading

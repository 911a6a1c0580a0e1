// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/timeline.h"
#include "app/operations/journal/deletedcluster.h"
#include "app/operations/journal/journal.h"
#include "app/support/csv.h"
#include "app/support/datakind.h"

#include <QJsonArray>

namespace clusterdeck
{

/// Exports of batches, history and deleted clusters, as CSV (csv.h) and JSON (jsontext.h). Words
/// are those of the journal, in every language; times are ISO 8601 in UTC. None of it holds
/// secrets.

/// A batch: a row, or an object, for each item with its events.
[[nodiscard]] QByteArray csv(const Batch &batch, const QList<JournalEvent> &events,
                             const CsvOptions &options = {});
[[nodiscard]] QByteArray json(const Batch &batch, const QList<JournalEvent> &events,
                              DataKind dataKind = DataKind::Real);

/// Lines of timelineOf(). CSV: a row for each cluster of each line; JSON: an object for each line.
/// The source is "this program", "perhaps this program" or "elsewhere".
[[nodiscard]] QByteArray csv(const QList<TimelineLine> &lines, const CsvOptions &options = {});
[[nodiscard]] QByteArray json(const QList<TimelineLine> &lines, DataKind dataKind = DataKind::Real);

/// Deleted clusters: a row, or an object, for each, with all that was known of it.
[[nodiscard]] QByteArray csv(const QList<DeletedCluster> &deletedClusters,
                             const CsvOptions &options = {});
[[nodiscard]] QByteArray json(const QList<DeletedCluster> &deletedClusters,
                              DataKind dataKind = DataKind::Real);

/// Such as "2 × compute: 24 CPU, 98304 MB, 1 GPU, Xeon", in the words of the API. Unknown facts are
/// left out.
[[nodiscard]] QString groupText(const NodeGroup &group);

/// An object for each line of operationLog(); unknown values are null. `reach`: of the log.
[[nodiscard]] QJsonArray logJson(const QList<TimelineLine> &lines, const LogReach &reach);

} // namespace clusterdeck

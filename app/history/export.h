// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/timeline.h"
#include "app/operations/journal/deletedcluster.h"
#include "app/operations/journal/journal.h"
#include "app/support/csv.h"

#include <QJsonArray>

namespace clusterdeck
{

/// What was done, for others to read, in the forms of csv.h and jsontext.h. Words are those of the
/// journal, the same in every language; times are ISO 8601 in UTC. No secrets: nothing of this
/// holds any.

/// A batch: a row, or an object, for each item with its story.
[[nodiscard]] QByteArray csv(const Batch &batch, const QList<JournalEvent> &events,
                             const CsvOptions &options = {});
[[nodiscard]] QByteArray json(const Batch &batch, const QList<JournalEvent> &events,
                              bool demo = false);

/// Lines of timelineOf(): in a table a row for each cluster of each line, in JSON an object for
/// each line. Who is "this program" or "elsewhere", or "perhaps this program".
[[nodiscard]] QByteArray csv(const QList<TimelineLine> &lines, const CsvOptions &options = {});
[[nodiscard]] QByteArray json(const QList<TimelineLine> &lines, bool demo = false);

/// Clusters that are gone: a row, or an object, each, with all that was known of it.
[[nodiscard]] QByteArray csv(const QList<DeletedCluster> &deletedClusters,
                             const CsvOptions &options = {});
[[nodiscard]] QByteArray json(const QList<DeletedCluster> &deletedClusters, bool demo = false);

/// "2 × compute: 24 CPU, 98304 MB, 1 GPU, Xeon", in the words of the API; empty when none is known.
[[nodiscard]] QString groupText(const NodeGroup &group);

/// An object for each line of operationLog(); what is not known is null. `reach`: of the log.
[[nodiscard]] QJsonArray logJson(const QList<TimelineLine> &lines, const LogReach &reach);

} // namespace clusterdeck

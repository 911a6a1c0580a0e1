// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/timeline.h"
#include "app/operations/journal/deletedcluster.h"
#include "app/operations/journal/journal.h"
#include "ui/widgets/recordmodel.h"

namespace clusterdeck
{

/// The columns of the tables of the history. Titles are in the program's language.

/// For the lines of timelineOf().
[[nodiscard]] QList<RecordColumn<TimelineLine>> timelineColumns();

/// For the items of a batch.
[[nodiscard]] QList<RecordColumn<BatchItem>> itemColumns();

/// A journal event of an item of a batch.
struct HistoryEvent {
    int number = 0; ///< from 0, among all events of the batch
    Verb verb = Verb::Delete;
    JournalEvent event;
    QString clusterId; ///< empty when the item is not in the journal any more
};

/// What the program does not understand, written by a later version, is shown as it is written.
[[nodiscard]] QList<RecordColumn<HistoryEvent>> eventColumns();

[[nodiscard]] QList<RecordColumn<DeletedCluster>> deletedClusterColumns();

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/timeline.h"
#include "app/operations/journal/deletedcluster.h"
#include "app/operations/journal/journal.h"
#include "ui/widgets/recordmodel.h"

namespace clusterdeck
{

/// The columns of the tables of the history.

/// A line of timelineOf().
[[nodiscard]] QList<RecordColumn<TimelineLine>> timelineColumns();

/// An item of a batch.
[[nodiscard]] QList<RecordColumn<BatchItem>> itemColumns();

/// Something that happened to an item of a batch.
struct HistoryEvent {
    int number = 0; ///< among all events of the batch
    JournalEvent event;
    QString clusterId; ///< empty when the item is not in the journal any more
};

/// Events, states and evidence are the journal's own words, the same in every language.
[[nodiscard]] QList<RecordColumn<HistoryEvent>> eventColumns();

[[nodiscard]] QList<RecordColumn<DeletedCluster>> deletedClusterColumns();

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/cloudapi.h"
#include "app/clusters/listing/clusterlisting.h"
#include "app/support/clock.h"

#include <functional>

namespace clusterdeck
{

/// Callbacks during a reading of all pages. Each may be empty.
struct ReadingSteps {
    /// Called for every page that arrives, with an incomplete listing of its rows.
    std::function<void(const ClusterListing &part)> part{};
    /// Called after the first page of each reading with the number of pages, if the server sends a
    /// total; false ends the reading without a result.
    std::function<bool(int pages)> goesOn{};
    /// Returns the time until `calls` more calls may be made. The reading pauses for so long.
    std::function<std::chrono::milliseconds(int calls)> wait{};
};

/// Reads all pages of one account: first one page alone, which has the total, then enough pages in
/// parallel to keep all connections busy. Rows are merged by id.
///
/// The pages may contradict each other because clusters came or went during the reading: the total
/// changed, a row came twice, or there are fewer rows than the total. Then everything is read
/// again, at most twice, if ReadingSteps::wait allows it at once. The listing is complete when one
/// reading is consistent, or when two readings in a row have the same set of ids and only its size
/// differs from the total. With different totals or a row on two pages the pages are parts of
/// different lists, and a cluster may be missing on all of them: that reading is never complete.
/// Nor is a reading that paused: as many clusters may come as go meanwhile without a new total.
///
/// `then` runs exactly once, never before the call has returned, unless `context` is destroyed
/// first or `steps` ends the reading.
void listAllClusters(const QString &account, CloudApi &api, Clock &clock, QObject *context,
                     std::function<void(const ClusterListing &)> then, ReadingSteps steps = {});

/// An incomplete listing of some rows of a reading. `begun`: see ClusterListing::begun.
[[nodiscard]] ClusterListing partOf(const ClusterListing &reading, const QList<ClusterRow> &rows,
                                    std::chrono::milliseconds begun);

} // namespace clusterdeck

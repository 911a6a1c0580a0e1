// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/cloudapi.h"
#include "app/clusters/listing/clusterlisting.h"
#include "app/support/clock.h"

namespace clusterdeck
{

/// Reads all pages of one account: the first alone, since it tells the total, then as many at a
/// time as the cloud takes, so that its connections are never idle. Rows are merged by id. When the
/// pages contradict each other (a total that changed, a row twice, fewer rows than announced:
/// clusters came or went in between) the whole is read again, twice at the most. It is complete
/// when a reading is consistent, or when two readings in a row showed the same set of ids and only
/// their number is not the total. Totals that differ and a row on two pages say that the pages are
/// parts of different lists, so that a cluster may be on none of them: that is never complete.
///
/// `then` runs exactly once, never before the call has returned, unless `context` dies first; that
/// ends the reading. `part`, when there is one, hears of every page before, as it arrives: an
/// incomplete listing of its rows.
void listAllClusters(const QString &account, CloudApi &api, Clock &clock, QObject *context,
                     std::function<void(const ClusterListing &)> then,
                     std::function<void(const ClusterListing &)> part = {});

} // namespace clusterdeck

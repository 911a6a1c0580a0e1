// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/result.h"
#include "app/clusters/clusterrow.h"

#include <QMetaType>

#include <chrono>
#include <optional>

namespace clusterdeck
{

/// All clusters of one account, from one reading of all pages.
///
/// Only if `complete` is true a missing cluster may be treated as gone: every page arrived, every
/// row was readable, and the pages agree about the number of rows.
struct ClusterListing {
    QString account;
    QList<ClusterRow> clusters; ///< no id twice, in the server's order
    bool complete = false;
    std::optional<ApiError> error; ///< of a failed exchange, the reason why it is incomplete
    QDateTime asOf;                ///< UTC, when reading began: the facts were read later than this
    std::chrono::milliseconds begun{0}; ///< Clock::awake() at that moment
};

} // namespace clusterdeck

Q_DECLARE_METATYPE(clusterdeck::ClusterListing)

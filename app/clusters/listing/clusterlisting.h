// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/result.h"
#include "app/clusters/clusterrow.h"

#include <QMetaType>

#include <chrono>
#include <optional>

namespace clusterdeck
{

/// Everything one account showed in one reading of all pages.
///
/// `complete` is the only licence to read absence as "gone": every page arrived, every row was
/// readable, and the pages agreed with each other about how many rows there are.
struct ClusterListing {
    QString account;
    QList<ClusterRow> clusters;    ///< no id twice, in the server's order
    bool complete = false;         ///< see above
    std::optional<ApiError> error; ///< why it is incomplete, when an exchange failed
    QDateTime asOf;                ///< UTC, when the reading began: facts are at least this old
    std::chrono::milliseconds begun{0}; ///< Clock::awake() at that moment
};

} // namespace clusterdeck

Q_DECLARE_METATYPE(clusterdeck::ClusterListing)

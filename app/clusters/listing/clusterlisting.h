// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/result.h"
#include "app/clusters/clusterrow.h"

#include <QMetaType>
#include <QSet>

#include <chrono>
#include <optional>

namespace clusterdeck
{

/// The clusters of one account: from one reading of all pages, or some of them, each read by its
/// id.
///
/// A missing cluster may be treated as gone only if `complete` is true: every page arrived, every
/// row was readable, and the pages agree about the number of rows. A reading by ids is never
/// complete; its `absent` has the ids that are gone.
struct ClusterListing {
    QString account;
    QList<ClusterRow> clusters; ///< no id twice, in the server's order
    bool complete = false;
    bool byId = false;    ///< read by ids
    bool inParts = false; ///< its rows were already reported in parts; only the missing ids are new
    bool fromEarlierRun = false; ///< shown until it is read again; no operation uses it
    QSet<QString> absent;   ///< ids that the server does not return any more, though it has before
    QSet<QString> notFound; ///< ids that the server has never returned: the filter may be at fault
    int calls = 0;          ///< requests of this reading, without repetitions
    std::optional<ApiError> error; ///< of a failed exchange, the reason why it is incomplete
    QDateTime asOf;                ///< UTC, when reading began: the facts were read later than this
    std::chrono::milliseconds begun{0}; ///< Clock::awake() at that moment

    /// Whether a cluster that is not in `clusters` is gone, by this reading.
    [[nodiscard]] bool lacks(const QString &id) const { return complete || absent.contains(id); }
    /// Whether each of these clusters was returned by a reading of its id.
    [[nodiscard]] bool hasReturnedById(const QStringList &ids) const;
};

} // namespace clusterdeck

Q_DECLARE_METATYPE(clusterdeck::ClusterListing)

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/cluster.h"

#include <QSet>

namespace clusterdeck
{

/// The clusters that matter most to the user while a list is read.
struct AttendedClusters {
    QSet<ClusterKey> underWay{};  ///< in unfinished operations
    QList<ClusterKey> selected{}; ///< first those that are shown, last those that are hidden
    QList<ClusterKey> shown{};    ///< the visible rows, from top to bottom
};

/// The ids of an account's clusters in the order in which a refresh reads them before the list:
/// those under way, by their ids, then the selected ones, then the others that are shown; each
/// once, and at most `most`. Pure.
[[nodiscard]] QStringList readingOrder(const AttendedClusters &clusters, const QString &account,
                                       int most);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/table/clusterview.h"
#include "app/support/csv.h"
#include "app/support/datakind.h"

namespace clusterdeck
{

/// Exports of the clusters that a view shows, in its order. Keys are those of detailJson(); values
/// are the provider's own words in every language; times are ISO 8601 in UTC.

/// The origin of the clusters of an account.
struct ListedAccount {
    AccountLabel label;
    QDateTime asOf;        ///< UTC, of the last complete listing; invalid: there was none
    bool complete = false; ///< the last listing was complete
};

/// A cell for each column; after the status also transition_status.
struct ClusterCells {
    QStringList head;
    QList<QStringList> rows;
};
[[nodiscard]] ClusterCells clusterCells(const ClusterView &view,
                                        const QList<ClusterColumn> &columns);
/// All columns, the ID first, so that a script can cut it out easily.
[[nodiscard]] QList<ClusterColumn> allClusterColumns();

/// All fields of each cluster, and what other columns show: its account and zone; and the origin of
/// each account's rows.
[[nodiscard]] QByteArray clustersDocument(const ClusterView &view,
                                          const QList<ListedAccount> &accounts, DataKind dataKind);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/listing/clusterlisting.h"

namespace clusterdeck
{

/// The listing of an account.
[[nodiscard]] inline ClusterListing listing(const QList<ClusterRecord> &records,
                                            const QString &account = QStringLiteral("a"),
                                            bool complete = true)
{
    ClusterListing made;
    made.account = account;
    made.clusters = {records.begin(), records.end()};
    made.complete = complete;
    return made;
}

} // namespace clusterdeck

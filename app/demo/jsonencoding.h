// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/world.h"

#include <QJsonArray>
#include <QJsonObject>

#include <limits>

/// The JSON forms of what the embedded cloud tells, field for field as app/api/README.md §5 and §6.
/// `skewMs` is what the cloud's clock is ahead: all times it tells are by that clock.
namespace clusterdeck::demo::jsonencoding
{

[[nodiscard]] QJsonObject cluster(const Cluster &cluster, bool verbose, qint64 skewMs);
[[nodiscard]] QJsonObject operation(const Operation &operation, qint64 skewMs);
[[nodiscard]] QJsonObject software(const Software &software);

/// Which of many rows are wanted: only those are made.
struct Slice {
    int offset = 0;
    int limit = std::numeric_limits<int>::max();
};

/// A cluster's nodes, scheduler jobs, login users and queues are drawn from its seed when asked
/// for.
[[nodiscard]] QJsonArray nodes(const Cluster &cluster, qint64 skewMs, const Slice &slice = {});
/// `status`: only those; empty: all.
[[nodiscard]] QJsonArray schedulerJobs(const Cluster &cluster, const QString &status = {},
                                       const Slice &slice = {});
[[nodiscard]] int schedulerJobCount(const Cluster &cluster, const QString &status = {});
[[nodiscard]] QJsonArray users(const Cluster &cluster);
[[nodiscard]] QJsonArray queues(const Cluster &cluster);

} // namespace clusterdeck::demo::jsonencoding

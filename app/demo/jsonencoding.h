// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/world.h"

#include <QJsonArray>
#include <QJsonObject>

/// The JSON of the demo cloud's answers, by app/api/README.md §5 and §6. `skewMs`: by how much the
/// cloud's clock is ahead; all times in answers are by that clock.
namespace clusterdeck::demo::jsonencoding
{

[[nodiscard]] QJsonObject cluster(const Cluster &cluster, bool verbose, qint64 skewMs);
/// Reads a cluster in the form of ServiceOptions::given. Missing members give empty texts and 0.
[[nodiscard]] Cluster clusterFrom(const QJsonObject &object);
[[nodiscard]] QJsonObject operation(const Operation &operation, qint64 skewMs);
[[nodiscard]] QJsonObject software(const Software &software);

/// A cluster's nodes, scheduler jobs, login users and queues are generated from its seed at each
/// call; of nodes and scheduler jobs only the rows of the page.
[[nodiscard]] QJsonArray nodes(const Cluster &cluster, qint64 skewMs, const Paging &page);
/// `status`: only jobs with it; empty: all.
[[nodiscard]] QJsonArray schedulerJobs(const Cluster &cluster, const QString &status,
                                       const Paging &page);
[[nodiscard]] int schedulerJobCount(const Cluster &cluster, const QString &status = {});
[[nodiscard]] QJsonArray users(const Cluster &cluster);
[[nodiscard]] QJsonArray queues(const Cluster &cluster);

} // namespace clusterdeck::demo::jsonencoding

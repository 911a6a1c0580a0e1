// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/records.h"
#include "app/clusters/cluster.h"
#include "app/clusters/details/detailsection.h"

#include <QJsonArray>
#include <QJsonObject>

namespace clusterdeck
{

/// What is inside a cluster, for a program to read. Keys are the provider's own; times are ISO 8601
/// in UTC, and as they came where their zone is not known; what is not known is null.

[[nodiscard]] QJsonArray detailJson(const QList<NodeRecord> &nodes);
[[nodiscard]] QJsonArray detailJson(const QList<SchedulerJobRecord> &jobs);
[[nodiscard]] QJsonArray detailJson(const QList<LoginRecord> &users);
[[nodiscard]] QJsonArray detailJson(const QList<SoftwareRecord> &software);
[[nodiscard]] QJsonObject detailJson(const ClusterRecord &cluster);

/// What the rows are, so that they can be read by themselves.
struct DetailHead {
    ClusterRecord cluster;
    SectionStatus status;
    QString section; ///< "nodes" and so on
    bool demo = false;
};

/// The whole, indented UTF-8: exact texts, hidden characters as \uXXXX. `rows` may be a part of
/// what was read, and what was read a part of what there is: it says how much of which.
[[nodiscard]] QByteArray detailDocument(const DetailHead &head, const QJsonArray &rows);

/// The same of the cluster itself.
[[nodiscard]] QByteArray overviewDocument(const ClusterRecord &cluster, bool demo);

} // namespace clusterdeck

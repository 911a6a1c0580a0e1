// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/records.h"
#include "app/clusters/cluster.h"
#include "app/clusters/details/detailsection.h"
#include "app/support/datakind.h"

#include <QJsonArray>
#include <QJsonObject>

namespace clusterdeck
{

/// The details of a cluster as JSON. Keys are the provider's own; times are ISO 8601 in UTC, or
/// unchanged where their zone is not known; unknown values are null.

[[nodiscard]] QJsonObject detailJson(const ClusterRecord &cluster);
/// Record: one of those with RecordFields.
template <class Record>
[[nodiscard]] QJsonArray detailJson(const QList<Record> &records);

/// The origin of the rows in a document.
struct DetailHead {
    ClusterRecord cluster;
    SectionStatus status;
    QString section; ///< "nodes" and so on
    DataKind dataKind = DataKind::Real;
};

/// A JSON document in indented UTF-8: exact texts, hidden characters as \uXXXX. It states how many
/// rows the cloud has, how many were read, and how many are in `rows`.
[[nodiscard]] QByteArray detailDocument(const DetailHead &head, const QJsonArray &rows);

/// A JSON document in the same form with all fields of the cluster itself.
[[nodiscard]] QByteArray overviewDocument(const ClusterRecord &cluster, DataKind dataKind);

} // namespace clusterdeck

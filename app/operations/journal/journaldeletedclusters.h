// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/journal/deletedcluster.h"

class QSqlDatabase;

/// What the journal keeps of clusters that are gone.
namespace clusterdeck::journaldeletedclusters
{

/// At most `limit` with a lower number than `before`, newest first; nothing when they could not be
/// read, and `problem` says why.
[[nodiscard]] std::optional<QList<DeletedCluster>> read(const QSqlDatabase &database, qint64 before,
                                                        int limit, QString &problem);

/// Writes it down, in place of what is there; part of a transaction.
[[nodiscard]] bool write(const QSqlDatabase &database, const QString &batch, int position,
                         const NodeLayout &layout, QString &problem);

} // namespace clusterdeck::journaldeletedclusters

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/records.h"
#include "app/operations/batch/batch.h"

namespace clusterdeck
{

/// Nodes of a cluster that are alike. What was not told is empty or not there.
struct NodeGroup {
    int count = 0;
    QString role; ///< raw: controller, login, compute
    QString cpuModel;
    std::optional<int> cpu; ///< of each
    std::optional<int> memoryMb;
    std::optional<int> gpu;

    bool operator==(const NodeGroup &) const = default;
};

/// The nodes of a cluster as they were read before it was deleted, or why they were not.
struct NodeLayout {
    enum class Read {
        Not,        ///< nobody asked: more clusters at once than is asked for, or an older version
        Whole,      ///< `groups` holds all of them
        QuotaLow,   ///< too few calls were left of the hour
        Failed,     ///< see error
        Incomplete, ///< more pages than are read, or rows that were unreadable
        TooLate, ///< its deletion was sent, or it was removed from the batch, before its turn came
        NotUnderstood, ///< recorded in a way that this version does not know
    };
    Read read = Read::Not;
    QList<NodeGroup> groups;
    QDateTime at; ///< UTC, when it was asked for
    std::optional<ApiError> error;

    bool operator==(const NodeLayout &) const = default;
};

/// Groups what is alike: controllers, login nodes, compute nodes, then the others.
[[nodiscard]] QList<NodeGroup> groupsOf(const QList<NodeRecord> &nodes);

/// A cluster whose deletion was read back: what was known of it, for good. It holds no secrets.
struct DeletedCluster {
    qint64 number = 0; ///< in the journal; the newest has the highest
    ClusterKey key;
    QString accountName;
    QString zone;
    QString user;  ///< usr-…, whose key signed; empty when not known
    QString batch; ///< its id
    int position = 0;
    ClusterRecord record;                 ///< as it was confirmed
    QDateTime confirmedAt;                ///< UTC
    QDateTime sentAt;                     ///< UTC
    QDateTime endedAt;                    ///< UTC, when it was read back that it is gone
    ItemReason reason = ItemReason::None; ///< HowIsNotKnown: gone, but no operation of ours was
                                          ///< found
    QString jobId;
    NodeLayout nodes;

    /// When it is taken to have been deleted, UTC.
    [[nodiscard]] const QDateTime &deletedAt() const
    {
        return endedAt.isValid() ? endedAt : sentAt;
    }
};

/// Whether `text`, in either case, is in its name, id, owner, account or software; an empty one is.
[[nodiscard]] bool matches(const DeletedCluster &deletedCluster, const QString &text);

} // namespace clusterdeck

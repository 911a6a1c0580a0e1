// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/records.h"
#include "app/operations/batch/batch.h"

namespace clusterdeck
{

/// Equal nodes of a cluster. Unknown facts are empty.
struct NodeGroup {
    int count = 0;
    QString role; ///< raw: controller, login, compute
    QString cpuModel;
    std::optional<int> cpu; ///< of each
    std::optional<int> memoryMb;
    std::optional<int> gpu;

    bool operator==(const NodeGroup &) const = default;
};

/// The nodes of a cluster as read before its deletion, or why they were not read.
struct NodeLayout {
    enum class Read {
        Not,           ///< not asked for: a large batch, or a batch of an older version
        Whole,         ///< `groups` holds all of them
        QuotaLow,      ///< too few calls were left in the hourly quota
        Failed,        ///< see error
        Incomplete,    ///< too many pages, or rows that were unreadable
        TooLate,       ///< the deletion was sent, or the cluster removed from the batch, before the
                       ///< reading
        NotUnderstood, ///< an unknown word in the journal
    };
    Read read = Read::Not;
    QList<NodeGroup> groups;
    QDateTime at; ///< UTC, when the reading began
    std::optional<ApiError> error;

    bool operator==(const NodeLayout &) const = default;
};

/// Groups equal nodes: controllers first, then login nodes, compute nodes, others.
[[nodiscard]] QList<NodeGroup> groupsOf(const QList<NodeRecord> &nodes);

/// A cluster whose deletion was confirmed by a listing, with all that was known of it. Without
/// secrets.
struct DeletedCluster {
    qint64 number = 0; ///< row in the journal; the newest has the highest
    ClusterKey key;
    QString accountName;
    QString zone;
    QString user;         ///< usr-…, the owner of the key that signed; empty when not known
    QString batch;        ///< its id
    QString givenReason;  ///< of the batch; may be empty
    QString approvalCode; ///< of the batch; may be empty
    int position = 0;
    ClusterRecord record;                 ///< as shown at the confirmation
    QDateTime confirmedAt;                ///< UTC
    QDateTime sentAt;                     ///< UTC
    QDateTime endedAt;                    ///< UTC, when a listing confirmed that it is gone
    ItemReason reason = ItemReason::None; ///< HowIsNotKnown: no operation of ours was found;
                                          ///< ListedAgain: it came back since
    QString jobId;
    NodeLayout nodes;

    /// The time of deletion to show, UTC.
    [[nodiscard]] const QDateTime &deletedAt() const
    {
        return endedAt.isValid() ? endedAt : sentAt;
    }
};

/// Whether `listed`, the cluster with the same id in a listing that began at `asOf` (UTC), is the
/// deleted cluster. False when it is listed as deleted, or has another time of creation, since
/// clouds reuse ids.
[[nodiscard]] bool isListedAgain(const DeletedCluster &deletedCluster, const ClusterRecord &listed,
                                 const QDateTime &asOf);

/// Whether `text` is contained in the name, id, owner, user, account, description or software,
/// ignoring case. True for an empty text.
[[nodiscard]] bool matches(const DeletedCluster &deletedCluster, const QString &text);

} // namespace clusterdeck

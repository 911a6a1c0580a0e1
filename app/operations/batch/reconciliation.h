// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batch/batch.h"
#include "app/operations/batch/operation.h"

#include <QHash>

namespace clusterdeck
{

/// What one snapshot showed about one item.
struct Observation {
    enum class Log {
        NotRead, ///< the log could not be read, or not all of it
        None,    ///< no operation of this kind on this cluster since the send
        Unclear, ///< an ended operation that may have been there before the send
        Running,
        Successful,
        Failed,
    };
    enum class Listed {
        NotRead,    ///< no listing, or it began before the send, or it is too incomplete to tell
        AsWanted,   ///< in the state VerbSpec::proof; for a verb proven by absence: absent,
                    ///< see ClusterListing::lacks(), or listed as deleted
        Transition, ///< listed in transition
        Unchanged,  ///< listed, not in transition, not in the requested state
        Vanished,   ///< absent or listed as deleted, see AsWanted, though the verb is
                    ///< proven by a state
        Another,    ///< for a verb proven by absence: a cluster with this ID and another time of
                    ///< creation is listed
    };

    Log log = Log::NotRead;
    OperationRecord operation; ///< with Running, Successful and Failed
    Listed listed = Listed::NotRead;
    std::chrono::milliseconds at{0}; ///< Clock::awake() when the listing began
    LogClock logClock = LogClock::NotMeasured;
    bool logReadBefore = false; ///< the log before sending is known
    bool logIsPast = false; ///< the log shows an operation of ours, sent with this item or later
    /// With Failed: whether a later operation on the cluster may have undone ours.
    enum class Undone { No, Yes, NotKnown };
    Undone undone = Undone::NotKnown;

    bool operator==(const Observation &) const = default;
};

/// Indexes a snapshot for all items of a batch. `snapshot` and `before` must outlive it.
struct SnapshotIndex {
    /// `user`: the owner of the key that signed; empty when not known.
    SnapshotIndex(const CloudSnapshot &snapshot, const LogBefore &before, QString user = {});

    const CloudSnapshot &snapshot;
    const LogBefore &before;
    QString user;
    LogComparison comparison;
    QMultiHash<QString, qsizetype> byJob;           ///< places in the log, the newest first
    QMultiHash<QString, qsizetype> byResource;      ///< by cluster id, the newest first
    QHash<QByteArrayView, const ClusterRow *> rows; ///< of the listing, by ClusterRow::idBytes()
};

/// What the snapshot shows about `item`. An item with a job id matches the operation with this id,
/// unless that is about other clusters, of another verb, or was in the log before. An item without
/// one matches an operation of the verb that names the cluster and was not in the log before.
/// Successful operations are preferred, then running ones. An operation that may be older counts
/// only while it runs. A failed operation of somebody else says nothing about our request.
[[nodiscard]] Observation observe(const BatchItem &item, Verb verb, const SnapshotIndex &index);

/// The result of reconciliation, for an item that is Running or Unknown. Only readings end an item;
/// a failed reading proves nothing.
struct Verdict {
    std::optional<ItemEvent> event; ///< nothing: no change
    ItemReason reason = ItemReason::None;
    QString jobId; ///< with JobFound; may be empty when only a transition was seen
};

/// Adds the observation to the item's evidence.
void collect(Evidence &evidence, const Observation &observation);

/// Decides by the item's evidence, to which `observation` was added already. Pure.
/// `user`: the owner of the key that signed, to recognize operations of others.
[[nodiscard]] Verdict reconcile(const BatchItem &item, Verb verb, const Observation &observation,
                                const QString &user);

/// Two readings at least this far apart must show that a cluster is absent, because a
/// single reading may miss a cluster. A listed state needs one reading only.
inline constexpr std::chrono::seconds BetweenReadings{5};
/// A request without an operation in this many snapshots over this time was not carried out, if the
/// log was read before sending and its clock agrees: a log that lags would not show it either.
inline constexpr int SnapshotsWithoutTrace = 3;
inline constexpr std::chrono::seconds TimeWithoutTrace{90};
/// Evidence::withoutTrace lasted for that many snapshots and that time.
[[nodiscard]] bool isWithoutTrace(const Evidence &evidence);

} // namespace clusterdeck

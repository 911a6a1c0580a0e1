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
        Unclear, ///< one that is over, and may have been there before the send
        Running,
        Successful,
        Failed,
    };
    enum class Listed {
        NotRead,  ///< no listing in this snapshot, begun before the send, or too incomplete to tell
        AsWanted, ///< in the state of VerbSpec::proof; without one: absent from a complete
                  ///< listing, or deleted in it
        Transition, ///< listed with something under way on it
        Unchanged,  ///< listed, nothing under way, not as wanted
        Vanished,   ///< absent from a complete listing, or deleted in it, though the verb is proven
                    ///< by a state
        Another, ///< to be absent; a cluster with this ID is listed that was made at another time
    };

    Log log = Log::NotRead;
    OperationRecord operation; ///< with Running, Successful and Failed
    Listed listed = Listed::NotRead;
    std::chrono::milliseconds at{0}; ///< Clock::awake() when the listing was begun
    LogClock logClock = LogClock::NotMeasured;
    bool logReadBefore = false; ///< what was in the log before sending is known
    bool logIsPast = false;     ///< it shows an operation of ours that was sent later, or together
    /// With Failed: another operation on the cluster since, which may have undone ours.
    enum class Undone { No, Yes, NotKnown };
    Undone undone = Undone::NotKnown;

    bool operator==(const Observation &) const = default;
};

/// A snapshot, searched through once for all the items of a batch. `snapshot` and `before` outlive
/// it.
struct SnapshotIndex {
    /// `user`: whose key signed; empty when not known.
    SnapshotIndex(const CloudSnapshot &snapshot, const LogBefore &before, QString user = {});

    const CloudSnapshot &snapshot;
    const LogBefore &before;
    QString user;
    LogComparison comparison;
    QMultiHash<QString, qsizetype> byJob;           ///< places in the log, the first comes first
    QMultiHash<QString, qsizetype> byResource;      ///< the first in the log comes first
    QHash<QByteArrayView, const ClusterRow *> rows; ///< of the listing, by ClusterRow::idBytes()
};

/// Reads out of `look` what concerns `item`. An item with a job id is matched by it, unless what
/// has that id is about other clusters, is of another verb or was in the log before; one without,
/// by an operation of the verb's kind that names the cluster and was not in the log before sending.
/// Of several, one that was successful comes first, then one that runs. Of one that may be older
/// only that it runs counts. A failed one of somebody else says nothing about our request.
[[nodiscard]] Observation observe(const BatchItem &item, Verb verb, const SnapshotIndex &snapshot);

/// What follows from it, for an item that is Running or Unknown: it ends by what was
/// read back alone, and what could not be read proves nothing.
struct Verdict {
    std::optional<ItemEvent> event; ///< nothing: it stays as it is
    ItemReason reason = ItemReason::None;
    QString jobId; ///< with JobFound; may be empty when only a transition was seen
};

/// Adds the observation to the item's evidence: the readings in a row, the operation's success.
void collect(Evidence &evidence, const Observation &observation);

/// Judges by the evidence (the latest observation already collected). Pure.
/// `user`: whose key signed, to tell when somebody else's operation is adopted.
[[nodiscard]] Verdict reconcile(const BatchItem &item, Verb verb, const Observation &observation,
                                const QString &user);

/// Two complete listings at least this far apart must show that a cluster is absent. A state needs
/// one reading only: the listing says so, it does not merely leave it out.
inline constexpr std::chrono::seconds BetweenReadings{5};
/// A send that left no trace in this many snapshots over this long was not carried out, when the
/// log was read before sending and its clock was measured to agree: a log that lags shows no trace
/// either.
inline constexpr int SnapshotsWithoutTrace = 3;
inline constexpr std::chrono::seconds TimeWithoutTrace{90};
/// That long no operation of the verb's kind and an unchanged listing, though the log may lag.
[[nodiscard]] bool isWithoutTrace(const Evidence &evidence);

} // namespace clusterdeck

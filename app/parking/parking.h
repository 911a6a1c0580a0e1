// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/cloudapi.h"
#include "app/clusters/cluster.h"

#include <QDate>
#include <QDateTime>
#include <QTimeZone>

#include <chrono>
#include <optional>

namespace clusterdeck
{

/// Parking a cluster: it is stopped now, so that it costs no computing, and the user chooses a day
/// to delete it. On that day the program only shows a reminder: the deletion must be confirmed as
/// usual.

/// A parked cluster, and what was observed since.
struct ParkedCluster {
    ClusterKey key;
    QString name;       ///< at the time of parking
    QDateTime parkedAt; ///< UTC
    QDate due;          ///< in the user's local time zone
    QString note;
    QString by; ///< usr-… of the account; empty when not known

    QDateTime stoppedAt;      ///< first observed as stopped, UTC; invalid: not yet
    QDateTime goneAt;         ///< first missing in a complete listing, UTC; invalid: listed
    bool deletedHere = false; ///< with goneAt: a deletion by this program has ended

    bool operator==(const ParkedCluster &) const = default;
};

/// What parking does with a cluster in its present state. The operation service decides whether the
/// cluster may be stopped.
enum class ParkingRole {
    Stop,    ///< active and pay-as-you-go: is stopped and marked
    Mark,    ///< already stopped, or suspended: is only marked
    Prepaid, ///< is paid for in any case: stopping saves nothing
    Busy,    ///< see isBusy()
};
[[nodiscard]] ParkingRole parkingRoleOf(const ClusterRecord &cluster);

/// Clusters by role, each list in the given order.
struct ParkingChoice {
    QList<Cluster> stop;
    QList<Cluster> mark;
    QList<Cluster> prepaid;
    QList<Cluster> busy;
    int billingUnknown = 0; ///< of stop and mark: clusters with unknown billing

    [[nodiscard]] int parked() const { return int(stop.size() + mark.size()); }
};
[[nodiscard]] ParkingChoice parkingChoice(const QList<Cluster> &clusters);

/// The user's request to park clusters.
struct ParkingRequest {
    QList<ClusterKey> stop; ///< to be stopped; marked when the stop is confirmed
    QList<ClusterKey> mark; ///< to be marked only
    QDate due;
    QString note;

    [[nodiscard]] QList<ClusterKey> keys() const { return stop + mark; }
    /// The request with only the clusters in `keys`.
    [[nodiscard]] ParkingRequest reducedTo(const QList<ClusterKey> &keys) const;
};

/// The next step of a request. `hidden`: the number of its clusters that the filter hides.
enum class ParkingStep {
    None,      ///< the request has no cluster
    AskHidden, ///< the user must first show or deselect the hidden clusters
    Stop,      ///< confirm the stop, which also marks
    Mark,      ///< no cluster is to be stopped: mark now
};
[[nodiscard]] ParkingStep nextStep(const ParkingRequest &request, int hidden);

/// The clusters to mark when a batch is confirmed while `request` waits for its stop: the clusters
/// of the batch and those that are only marked. Empty when the batch is another operation or has a
/// cluster that the request does not stop.
[[nodiscard]] QList<ClusterKey> markedWith(const ParkingRequest &request, Verb verb,
                                           const QList<ClusterKey> &confirmed);

/// The present state of a parked cluster.
enum class ParkedState {
    NotRead,      ///< its account is closed, or was not read in this run
    Stopped,      ///< as intended
    Running,      ///< never observed as stopped: the stop is running, failed or was cancelled
    RunningAgain, ///< was stopped and started again
    Changing,     ///< pending, in transition, or of an unknown state
    Suspended,    ///< by the provider
    DeletedHere,
    Gone, ///< deleted elsewhere
};

/// `read`: the account was listed completely in this run. `now`: the cluster in the table, if any.
[[nodiscard]] ParkedState parkedStateOf(const ParkedCluster &parked, bool read,
                                        const std::optional<ClusterRecord> &now);

/// Whether the cluster certainly exists and its day has come.
[[nodiscard]] bool awaitsDeletion(const ParkedCluster &parked, ParkedState state,
                                  const QDate &today);

/// Records the observation at `utc`. `deletedHere`: a deletion by this program has ended and has
/// verified that the cluster is gone. True when `parked` has changed.
bool note(ParkedCluster &parked, bool read, const std::optional<ClusterRecord> &now,
          bool deletedHere, const QDateTime &utc);

/// `parked` with `added`, which replace entries of the same clusters.
[[nodiscard]] QList<ParkedCluster> withParked(QList<ParkedCluster> parked,
                                              const QList<ParkedCluster> &added);

/// The date at a time in a time zone.
[[nodiscard]] QDate dayAt(const QDateTime &utc, const QTimeZone &zone);
/// The time until the next date. (A day with a change of daylight saving time does not have 24
/// hours.)
[[nodiscard]] std::chrono::milliseconds untilNextDay(const QDateTime &utc, const QTimeZone &zone);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/cloudapi.h"
#include "app/clusters/cluster.h"

#include <QDate>
#include <QDateTime>
#include <QHash>
#include <QMap>
#include <QTimeZone>

#include <chrono>
#include <functional>
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
    QDateTime startedAgainAt; ///< first observed as active after that, UTC; suspends the day
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

/// The request to park what `choice` allows; day and note are for the user to give.
[[nodiscard]] ParkingRequest requestOf(const ParkingChoice &choice);

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
    Running,      ///< not observed as stopped: the stop is running, failed or was cancelled
    RunningAgain, ///< was stopped and started again
    Changing,     ///< pending, in transition, or of an unknown state
    Suspended,    ///< by the provider
    DeletedHere,
    Gone, ///< deleted elsewhere
};

/// `read`: the account was listed completely in this run. `now`: the cluster in the table, if any.
[[nodiscard]] ParkedState parkedStateOf(const ParkedCluster &parked, bool read,
                                        const std::optional<ClusterRecord> &now);

/// Whether the day is suspended, because somebody has started the cluster again and so needed it.
/// It stays suspended until a user parks the cluster again or sets a day, see withDay().
[[nodiscard]] bool isSuspended(const ParkedCluster &parked, ParkedState state);

/// Whether the cluster certainly exists, and its day has come and is not suspended.
[[nodiscard]] bool awaitsDeletion(const ParkedCluster &parked, ParkedState state,
                                  const QDate &today);

/// The known facts about a parked cluster.
struct ParkedFacts {
    bool read = false;                ///< its account was listed completely in this run
    std::optional<ClusterRecord> now; ///< its row in the table
    /// A deletion by this program has ended and has verified that the cluster is gone.
    bool deletedHere = false;
};
using ParkedFactsOf = std::function<ParkedFacts(const ClusterKey &)>;

/// A parked cluster with its state now.
struct ParkedNow {
    ParkedCluster mark;
    ParkedState state = ParkedState::NotRead;
    std::optional<ClusterRecord> now;
};
/// The earliest day first.
[[nodiscard]] QList<ParkedNow> parkedNow(const QList<ParkedCluster> &parked,
                                         const ParkedFactsOf &factsOf);

/// A cluster whose day to be deleted has come; the user decides.
struct DueCluster {
    ClusterKey key;
    QString name;               ///< as it is now
    QDate day;                  ///< local; of an expired one the last day before, see isOver()
    const char *why = "parked"; ///< "parked" or "expired", for commands; never changes
    QString note = {};
};
/// The clusters that are due today, without those that a mark keeps.
struct DueList {
    QList<DueCluster> clusters; ///< the earliest day first
    int notRead = 0; ///< more clusters whose day has come; whether they exist is not known
};
[[nodiscard]] DueList dueList(const QList<ParkedNow> &parked, const QDate &today);
/// With those of the other `clusters` whose marks say that they have expired, and do not keep
/// them. `now`: UTC.
[[nodiscard]] DueList withExpired(DueList due, const QList<Cluster> &clusters,
                                  const QDateTime &now);
/// The parked clusters that are due.
[[nodiscard]] QList<ClusterKey> dueAmong(const QList<ParkedNow> &parked, const QDate &today);

/// Who started parked clusters that run again. An empty text: the operation log does not name the
/// user; nothing: the log was not read, or this program has started the cluster.
using Starters = QHash<ClusterKey, std::optional<QString>>;
struct StarterSearch {
    Starters known; ///< of the clusters that run again now, and of no other
    QMap<QString, QList<ClusterKey>> wanted; ///< by account: the log must be read for these
};
/// The log is read once for each cluster, and not for clusters that `startedHere` holds for: the
/// user knows of these. `known`: of the search before.
[[nodiscard]] StarterSearch
starterSearch(const QList<ParkedNow> &parked, const Starters &known,
              const std::function<bool(const ClusterKey &)> &startedHere);

/// Records the facts at `utc`. True when `parked` has changed.
bool note(ParkedCluster &parked, const ParkedFacts &facts, const QDateTime &utc);
/// The same for all.
[[nodiscard]] QList<ParkedCluster> withFacts(QList<ParkedCluster> parked,
                                             const ParkedFactsOf &factsOf, const QDateTime &utc);

/// The last reminder of due clusters.
struct DueReminder {
    QDate day;
    int count = 0;
};
enum class DueStep {
    Hide,   ///< none is due
    Update, ///< the message is visible: update its number
    Show,   ///< once a day, and again when there are more
    Leave,  ///< the user has dismissed the message
};
/// `shown`: the message is visible.
[[nodiscard]] DueStep dueStep(const DueReminder &last, const QDate &today, int count, bool shown);

/// `parked` with another day for `keys`. A suspended day counts again, even if the cluster runs.
/// The note is replaced for a single cluster; for several only when the new note is not empty.
[[nodiscard]] QList<ParkedCluster> withDay(QList<ParkedCluster> parked,
                                           const QList<ClusterKey> &keys, const QDate &due,
                                           const QString &note);

/// `parked` without `keys`.
[[nodiscard]] QList<ParkedCluster> withoutParked(QList<ParkedCluster> parked,
                                                 const QList<ClusterKey> &keys);

/// `parked` with `added`, which replace entries of the same clusters.
[[nodiscard]] QList<ParkedCluster> withParked(QList<ParkedCluster> parked,
                                              const QList<ParkedCluster> &added);

/// The date at a time in a time zone.
[[nodiscard]] QDate dayAt(const QDateTime &utc, const QTimeZone &zone);
/// The time until the next date. (A day with a change of daylight saving time does not have 24
/// hours.)
[[nodiscard]] std::chrono::milliseconds untilNextDay(const QDateTime &utc, const QTimeZone &zone);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/cloudapi.h"
#include "app/clusters/cluster.h"

#include <QDate>
#include <QDateTime>
#include <QTimeZone>

#include <chrono>
#include <functional>
#include <optional>

namespace clusterdeck
{

/// Parking a cluster: it is stopped now, so that it costs no computing, and a person has named a
/// day on which to delete it. The day reminds and does nothing else: whatever is deleted is
/// confirmed anew, with the program open.

/// What a person decided about one cluster, and what has been seen of it since.
struct ParkedCluster {
    ClusterKey key;
    QString name;       ///< when it was parked
    QDateTime parkedAt; ///< UTC
    QDate due;          ///< by the calendar where the person is, on that day
    QString note;
    QString by; ///< usr-… whose account it was; empty when not known

    QDateTime stoppedAt;      ///< when it was first seen stopped, UTC; invalid: never yet
    QDateTime goneAt;         ///< since when a complete listing lacks it, UTC; invalid: it is there
    bool deletedHere = false; ///< with goneAt: a deletion of ours has come to its end

    bool operator==(const ParkedCluster &) const = default;
};

/// What parking would do with a cluster as it stands. Whether it may be stopped is not decided
/// here: that is the operation service's.
enum class ParkingRole {
    Stop,    ///< active and paid as it goes: stopped, and marked
    Mark,    ///< stopped already, or suspended: only marked
    Prepaid, ///< paid whether it runs or not: stopping it saves nothing
    Busy,    ///< something is under way on it, or its state says nothing we know
};
[[nodiscard]] ParkingRole parkingRoleOf(const ClusterRecord &cluster);

/// Clusters by what parking them would do, each in the order given.
struct ParkingChoice {
    QList<Cluster> stop;
    QList<Cluster> mark;
    QList<Cluster> prepaid;
    QList<Cluster> busy;
    int billingUnknown = 0; ///< of stop and mark: whether stopping saves anything is not known

    [[nodiscard]] int parked() const { return int(stop.size() + mark.size()); }
};
[[nodiscard]] ParkingChoice parkingChoice(const QList<Cluster> &clusters);

/// What a person chose to park.
struct ParkingRequest {
    QList<ClusterKey> stop; ///< stopped first, and marked once that is confirmed
    QList<ClusterKey> mark; ///< only marked
    QDate due;
    QString note;

    [[nodiscard]] QList<ClusterKey> keys() const { return stop + mark; }
    /// Of its clusters only those in `keys`.
    [[nodiscard]] ParkingRequest reducedTo(const QList<ClusterKey> &keys) const;
};

/// The request to park what `choice` says can be; day and note are for the person to give.
[[nodiscard]] ParkingRequest requestOf(const ParkingChoice &choice);

/// How to go on with a request. `hidden`: how many of its clusters are selected out of sight.
enum class ParkingStep {
    None,      ///< it holds no cluster
    AskHidden, ///< a person sees them or drops them first, whether they are stopped or only marked
    Stop,      ///< confirm the stop; the marks are made with it
    Mark,      ///< nothing is to be stopped: mark now
};
[[nodiscard]] ParkingStep nextStep(const ParkingRequest &request, int hidden);

/// What to mark when a batch is confirmed while `request` waits for its stop: what the batch stops
/// and what is only marked. Nothing when the batch does something else, or holds a cluster that the
/// request does not stop.
[[nodiscard]] QList<ClusterKey> markedWith(const ParkingRequest &request, Verb verb,
                                           const QList<ClusterKey> &confirmed);

/// What has become of a parked cluster, by what the table shows now.
enum class ParkedState {
    NotRead,      ///< its account is closed, or was not read in this run
    Stopped,      ///< as it was meant
    Running,      ///< and never seen stopped: the stop is under way, failed, or was taken back
    RunningAgain, ///< somebody started it
    Changing,     ///< pending, in transition, or of an unknown state
    Suspended,    ///< by the provider
    DeletedHere,
    Gone, ///< deleted elsewhere
};

/// `read`: its account was listed completely in this run; `now`: it is in the table.
[[nodiscard]] ParkedState parkedStateOf(const ParkedCluster &parked, bool read,
                                        const std::optional<ClusterRecord> &now);

/// Whether it is there for sure and its day has come.
[[nodiscard]] bool awaitsDeletion(const ParkedCluster &parked, ParkedState state,
                                  const QDate &today);

/// What is known about a parked cluster besides its mark.
struct ParkedFacts {
    bool read = false;                ///< its account was listed completely in this run
    std::optional<ClusterRecord> now; ///< it is in the table
    bool deletedHere =
        false; ///< a deletion of ours is at its end and has read back that it is gone
};
using ParkedFactsOf = std::function<ParkedFacts(const ClusterKey &)>;

/// A parked cluster as it is to be shown.
struct ParkedNow {
    ParkedCluster mark;
    ParkedState state = ParkedState::NotRead;
    std::optional<ClusterRecord> now;
};
/// The earliest day first.
[[nodiscard]] QList<ParkedNow> parkedNow(const QList<ParkedCluster> &parked,
                                         const ParkedFactsOf &factsOf);
/// Those of them that await deletion.
[[nodiscard]] QList<ClusterKey> dueAmong(const QList<ParkedNow> &parked, const QDate &today);

/// Puts down what is known of it, at `utc`. True when that is news.
bool note(ParkedCluster &parked, const ParkedFacts &facts, const QDateTime &utc);
/// The same for all.
[[nodiscard]] QList<ParkedCluster> withFacts(QList<ParkedCluster> parked,
                                             const ParkedFactsOf &factsOf, const QDateTime &utc);

/// When the person was told last how many parked clusters are due.
struct DueReminder {
    QDate day;
    int count = 0;
};
enum class DueStep {
    Hide,   ///< none is due
    Update, ///< the message that is shown says how many
    Show,   ///< once a day, and again when there are more
    Leave,  ///< the person has dismissed the message
};
/// `shown`: the message is there.
[[nodiscard]] DueStep dueStep(const DueReminder &last, const QDate &today, int count, bool shown);

/// `parked` with another day for `keys`. The note is replaced for a single cluster, and for several
/// only when it says something.
[[nodiscard]] QList<ParkedCluster> withDay(QList<ParkedCluster> parked,
                                           const QList<ClusterKey> &keys, const QDate &due,
                                           const QString &note);

/// `parked` without `keys`.
[[nodiscard]] QList<ParkedCluster> withoutParked(QList<ParkedCluster> parked,
                                                 const QList<ClusterKey> &keys);

/// `parked` with `added` in place of whatever it held of the same clusters.
[[nodiscard]] QList<ParkedCluster> withParked(QList<ParkedCluster> parked,
                                              const QList<ParkedCluster> &added);

/// The calendar's day at a moment in a place, and how long it lasts from then on: a day with a
/// change of the clocks has not 24 hours.
[[nodiscard]] QDate dayAt(const QDateTime &utc, const QTimeZone &zone);
[[nodiscard]] std::chrono::milliseconds untilNextDay(const QDateTime &utc, const QTimeZone &zone);

} // namespace clusterdeck

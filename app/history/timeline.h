// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/cluster.h"
#include "app/operations/batch/batch.h"

#include <functional>
#include <memory>

namespace clusterdeck
{

/// The operations of this program and of others, merged: our batches, and the entries of the
/// provider's operation log that do not belong to them. Pure values and functions.

/// One account's operation log, as far as it was read.
struct AccountLog {
    QString account;                   ///< its id
    QString accountName;               ///< as shown
    QString zone;                      ///< the account's
    QString cloud;                     ///< job ids are unique within one cloud
    QList<OperationRecord> operations; ///< in any order; may contain duplicates
};

/// See ItemOutcome.
using TimelineOutcome = ItemOutcome;
Q_DECLARE_FLAGS(TimelineOutcomes, TimelineOutcome)
Q_DECLARE_OPERATORS_FOR_FLAGS(TimelineOutcomes)

enum class TimelineSource {
    Ours,        ///< a batch, or a request of a batch
    PerhapsOurs, ///< a log entry that may belong to a request of ours without a known job id
    Elsewhere,   ///< a log entry of another user, or of another program
};

struct TimelineCluster {
    QString id;
    QString name; ///< empty when not known

    bool operator==(const TimelineCluster &) const = default;
};

struct TimelineLine {
    TimelineSource source = TimelineSource::Elsewhere;
    /// With Ours and PerhapsOurs the batch, or the possible batch; else null.
    std::shared_ptr<const Batch> batch;
    QList<BatchItem> items; ///< with Ours: the items of `batch` in this line
    /// Log entries. With Ours: of the items' jobs, if they were read; else exactly one.
    QList<OperationRecord> operations;
    QString account;
    QString accountName;
    QString zone;
    QDateTime at;    ///< UTC; invalid when the log has no time
    QDateTime ended; ///< UTC, of a request; invalid while it runs, or when not known
    TimelineOutcomes outcomes;
    QList<TimelineCluster> clusters;
    QStringList people; ///< usr-… of the batch and of the log, each once
};

/// A line for each batch and for each other operation, the newest first; lines without a time come
/// last, in the given order. A log entry whose job id belongs to an item is part of the batch's
/// line. A job that was read several times, by one or more accounts of the same cloud, is one line
/// with the newest facts. `nameOf`: the name of a cluster, for log entries, which have only ids;
/// may return an empty text. Then the names in the batches are used.
[[nodiscard]] QList<TimelineLine>
timelineOf(const QList<Batch> &batches, const QList<AccountLog> &logs,
           const std::function<QString(const ClusterKey &)> &nameOf = {});

/// The same for one account's log, with a line for each request instead of each batch: the items
/// with the same job, or, without a job, in the same state and all sent or all unsent. If the
/// request is in the log, its time, end and clusters are taken from there. Nothing is PerhapsOurs.
/// `clusterId`: only the items of this cluster; empty: all.
[[nodiscard]] QList<TimelineLine> operationLog(const QList<OperationRecord> &operations,
                                               const QList<Batch> &batches,
                                               const QString &clusterId = {});

/// The batches of this run, newest first, in their current state, then those of `journalled` that
/// are not among them. `ofThisRun`: oldest first.
[[nodiscard]] QList<Batch> batchesOf(const QList<Batch> &ofThisRun, const QList<Batch> &journalled);

/// The key of a line of timelineOf(); stays the same when everything is read again.
[[nodiscard]] QString identityOf(const TimelineLine &line);

/// std::nullopt for an operation that is none of this program's verbs.
[[nodiscard]] std::optional<Verb> verbOf(const TimelineLine &line);

/// The span of time for which the provider's log was read, by the server's clock. Only within this
/// span does a missing entry show that the provider has no such operation.
struct LogReach {
    bool read = false;    ///< false: nothing was read
    QDateTime back = {};  ///< UTC; invalid: from the log's beginning
    QDateTime until = {}; ///< UTC, time of the request; invalid: to the log's end
    [[nodiscard]] bool covers(const QDateTime &at) const;
};
/// Of a log of which `operations` were read, the newest pages first, asked for at `until`.
/// `complete`: to its beginning.
[[nodiscard]] LogReach reachOf(const QList<OperationRecord> &operations, const QDateTime &until,
                               bool complete);

/// The origin of a line of operationLog().
enum class LogSource {
    Here,       ///< this program; also in the provider's log
    OnlyHere,   ///< this program; missing in the provider's log, which was read for that time
    HereUnread, ///< this program; the provider's log was not read for that time
    NotSent,    ///< this program; the request was not sent
    Elsewhere,  ///< only in the provider's log: another user or program
};
[[nodiscard]] LogSource logSourceOf(const TimelineLine &line, const LogReach &reach);

[[nodiscard]] TimelineOutcome outcomeOf(const OperationRecord &operation);

/// Who requested the operation of a line, see requesterOf(); the owner of the signing key when the
/// log names no user.
[[nodiscard]] QString authorOf(const TimelineLine &line);

/// A line matches when all conditions hold.
struct TimelineFilter {
    enum class Who {
        Anyone,
        ThisProgram, ///< Ours and PerhapsOurs
        Elsewhere,   ///< Elsewhere and PerhapsOurs
        Person,      ///< `person` signed, submitted or owns the operation
    };

    QString cluster; ///< a part of an id or of a name, ignoring case; empty: any
    Who who = Who::Anyone;
    QString person;
    TimelineOutcomes outcomes; ///< at least one of them; none: any
    QDateTime since;           ///< UTC, included; invalid: no limit
    QDateTime until;           ///< UTC, not included; invalid: no limit
};

/// The indexes of the matching lines, in order. A line without a time never matches a time limit.
[[nodiscard]] QList<qsizetype> matching(const QList<TimelineLine> &lines,
                                        const TimelineFilter &filter);

/// All people of the lines, sorted, each once.
[[nodiscard]] QStringList peopleIn(const QList<TimelineLine> &lines);

/// The beginning, in UTC, of the local day `days` days before `now`.
[[nodiscard]] QDateTime dayBefore(const QDateTime &now, int days);

} // namespace clusterdeck

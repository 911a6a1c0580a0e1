// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/cluster.h"
#include "app/operations/batch/batch.h"

#include <functional>
#include <memory>

namespace clusterdeck
{

/// What was done, by us and by others, in one order: our batches and the lines of the provider's
/// operation log that are not about them. Pure values and functions.

/// One account's operation log, as far as it was read.
struct AccountLog {
    QString account;                   ///< its id
    QString accountName;               ///< as shown
    QString zone;                      ///< the account's
    QString cloud;                     ///< what tells one provider's job ids from another's
    QList<OperationRecord> operations; ///< in any order, repeated or not
};

/// How something stands. A batch has as many of them as its items.
using TimelineOutcome = ItemOutcome;
Q_DECLARE_FLAGS(TimelineOutcomes, TimelineOutcome)
Q_DECLARE_OPERATORS_FOR_FLAGS(TimelineOutcomes)

enum class TimelineSource {
    Ours,        ///< a batch, or a request of one
    PerhapsOurs, ///< a line of the log that may be a request of ours of which no job id is known
    Elsewhere,   ///< a line of the log that we have not sent
};

struct TimelineCluster {
    QString id;
    QString name; ///< empty when not known

    bool operator==(const TimelineCluster &) const = default;
};

struct TimelineLine {
    TimelineSource source = TimelineSource::Elsewhere;
    /// With Ours and PerhapsOurs the batch that it is about, or may be about; else null.
    std::shared_ptr<const Batch> batch;
    QList<BatchItem> items; ///< with Ours: of `batch`, those that it is about
    /// What the log says: with Ours, of the items' jobs, if they were read; else exactly one.
    QList<OperationRecord> operations;
    QString account;
    QString accountName;
    QString zone;
    QDateTime at;    ///< UTC; invalid when the log does not tell
    QDateTime ended; ///< UTC, of a request; invalid while it runs, or when not known
    TimelineOutcomes outcomes;
    QList<TimelineCluster> clusters;
    QStringList people; ///< usr-… of the batch and of the log, each once
};

/// A line for each batch and for each other operation. Newest first; what has no time comes last,
/// in the order given. A line of the log whose job id belongs to an item is a part of that batch
/// and has no line of its own. The same job read twice, by one account or several of the same
/// cloud, is one line, as it was read to stand last. `nameOf`: of a cluster, for what the log tells
/// by id only; empty when not known. The batches' own names are used where it knows none.
[[nodiscard]] QList<TimelineLine>
timelineOf(const QList<Batch> &batches, const QList<AccountLog> &logs,
           const std::function<QString(const ClusterKey &)> &nameOf = {});

/// The same of one account's log with a line for each request of a batch, so that each operation is
/// told by itself: the items with the same job, or, of those without one, in the same state. Of a
/// request that is in the log, time, end and clusters are the provider's first. Nothing is
/// PerhapsOurs. `clusterId`: of the batches only the items about this cluster; empty: all.
[[nodiscard]] QList<TimelineLine> operationLog(const QList<OperationRecord> &operations,
                                               const QList<Batch> &batches,
                                               const QString &clusterId = {});

/// The batches of this run, newest first, then those of `journalled` that are not among them: each
/// once, and those of this run in the state that they are in now. `ofThisRun`: oldest first.
[[nodiscard]] QList<Batch> batchesOf(const QList<Batch> &ofThisRun, const QList<Batch> &journalled);

/// What makes a line of timelineOf() the same one when everything is read again.
[[nodiscard]] QString identityOf(const TimelineLine &line);

/// Nothing for what this program never does.
[[nodiscard]] std::optional<Verb> verbOf(const TimelineLine &line);

/// Of which span of time the provider's log was read, by the server's clock: only there does what
/// is missing in it say anything.
struct LogReach {
    bool read = false;    ///< at all
    QDateTime back = {};  ///< UTC; invalid: to its beginning
    QDateTime until = {}; ///< UTC, when it was asked for; invalid: to its end
    [[nodiscard]] bool covers(const QDateTime &at) const;
};

/// Who is behind a line of operationLog().
enum class LogSource {
    Here,       ///< this program, and the provider's log has it
    OnlyHere,   ///< this program; the provider's log was read for that time and lacks it
    HereUnread, ///< this program; the provider's log was not read for that time
    NotSent,    ///< this program, but nothing of it has left this machine
    Elsewhere,  ///< in the provider's log and in no batch of ours: somebody else, or another tool
};
[[nodiscard]] LogSource logSourceOf(const TimelineLine &line, const LogReach &reach);

[[nodiscard]] TimelineOutcome outcomeOf(const OperationRecord &operation);

/// Who asked for it: the submitter; the owner where the log names none; empty when it names nobody.
[[nodiscard]] QString authorOf(const OperationRecord &operation);
/// The same of a line; whose key signed where no log names anybody.
[[nodiscard]] QString authorOf(const TimelineLine &line);

/// Which lines are wanted; everything that is asked for has to hold.
struct TimelineFilter {
    enum class Who {
        Anyone,
        ThisProgram, ///< a batch of ours, or a line that may be one
        Elsewhere,   ///< what we have not sent, or may not have
        Person,      ///< `person`, whether as whose key signed, as submitter or as owner
    };

    QString cluster; ///< a part of an id or of a name, in either case; empty: any
    Who who = Who::Anyone;
    QString person;
    TimelineOutcomes outcomes; ///< one of them; none: any
    QDateTime since;           ///< UTC, with it; invalid: from the beginning
    QDateTime until;           ///< UTC, without it; invalid: to the end
};

/// The numbers of the lines that match, in their order. A line without a time is in no span of
/// time.
[[nodiscard]] QList<qsizetype> matching(const QList<TimelineLine> &lines,
                                        const TimelineFilter &filter);

/// Everybody whom the lines name, sorted.
[[nodiscard]] QStringList peopleIn(const QList<TimelineLine> &lines);

/// The beginning of the local day that lies `days` before that of `now`: 0 is today's.
[[nodiscard]] QDateTime dayBefore(const QDateTime &now, int days);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/cluster.h"
#include "app/operations/batch/batch.h"

#include <functional>

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
    Ours,        ///< a batch
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
    qsizetype batch = -1; ///< its number in Timeline::batches, with Ours and PerhapsOurs
    /// What the log says: with Ours, of the batch's jobs, if they were read; else exactly one.
    QList<OperationRecord> operations;
    QString account;
    QString accountName;
    QString zone;
    QDateTime at; ///< UTC; invalid when the log does not tell
    TimelineOutcomes outcomes;
    QList<TimelineCluster> clusters;
    QStringList people; ///< usr-…, whoever the batch or the log names; none twice
};

struct Timeline {
    QList<Batch> batches; ///< as they were given
    QList<TimelineLine> lines;

    /// The batch of a line of ours, or the one that a line may belong to; null for others.
    [[nodiscard]] const Batch *batchOf(const TimelineLine &line) const;
    /// What makes a line the same one when everything is read again.
    [[nodiscard]] QString identityOf(const TimelineLine &line) const;
};

/// Newest first; what has no time comes last, in the order given. A line of the log whose job id
/// belongs to an item is a part of that batch and has no line of its own. The same job read twice,
/// by one account or several of the same cloud, is one line, as it was read to stand last.
/// `nameOf`: of a cluster, for what the log tells by id only; empty when not known. The batches'
/// own names are used where it knows none.
[[nodiscard]] Timeline timelineOf(const QList<Batch> &batches, const QList<AccountLog> &logs,
                                  const std::function<QString(const ClusterKey &)> &nameOf = {});

/// The log says that a deletion which we did not send was successful.
[[nodiscard]] bool isDeletedElsewhere(const TimelineLine &line);

[[nodiscard]] TimelineOutcome outcomeOf(const OperationRecord &operation);

/// Who asked for it: the submitter; the owner where the log names none; empty when it names nobody.
[[nodiscard]] QString authorOf(const OperationRecord &operation);

} // namespace clusterdeck

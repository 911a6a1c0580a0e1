// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batch/batch.h"

#include <QJsonArray>

namespace clusterdeck
{

/// Who is behind a line of the log.
enum class LogSource {
    Here,       ///< this program, and the provider's log has it
    OnlyHere,   ///< this program; the provider's log was read for that time and lacks it
    HereUnread, ///< this program; the provider's log was not read for that time
    NotSent,    ///< this program, but nothing of it has left this machine
    Elsewhere,  ///< in the provider's log and in no batch of ours: somebody else, or another tool
};

/// One operation, as the provider tells it, as the journal does, or both.
struct LogLine {
    QDateTime at;    ///< UTC, when it began, or was confirmed; invalid when not known
    QDateTime ended; ///< UTC; invalid while it runs, or when not known
    std::optional<OperationRecord> operation; ///< the provider's line
    std::optional<Verb> verb;                 ///< nothing for what this program never does
    QStringList clusterIds;
    QString who; ///< usr-…, who asked for it; empty when not known
    LogSource source = LogSource::Elsewhere;
    QString batch;          ///< the batch's id; empty when it was done elsewhere
    QList<BatchItem> items; ///< of that batch, those with this job
};

/// Of which span of time the provider's log was read, by the server's clock: only there does what
/// is missing in it say anything.
struct LogReach {
    bool read = false;    ///< at all
    QDateTime back = {};  ///< UTC; invalid: to its beginning
    QDateTime until = {}; ///< UTC, when it was asked for; invalid: to its end
    [[nodiscard]] bool covers(const QDateTime &at) const;
};

/// The provider's log and our own, as one: newest first, what has no time last. They are matched by
/// job id. What has none yet stands by itself, the items of one batch in the same state together.
/// `clusterId`: of the batches only the items about this cluster; empty: all. The operations are
/// taken as they are. Pure.
[[nodiscard]] QList<LogLine> operationLog(const QList<OperationRecord> &operations,
                                          const LogReach &reach, const QList<Batch> &batches,
                                          const QString &clusterId = {});

/// An object a line for a program to read: times in ISO 8601 and UTC, the journal's own words,
/// texts exact; what is not known is null.
[[nodiscard]] QJsonArray logJson(const QList<LogLine> &lines);

} // namespace clusterdeck

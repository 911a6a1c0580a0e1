// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/cloudapi.h"
#include "app/clusters/listing/clusterlisting.h"
#include "app/operations/batch/logevidence.h"

namespace clusterdeck
{

/// The largest normal difference between the server's clock and the times in the provider's log.
constexpr std::chrono::seconds ClockTolerance{5};

/// Whether an entry of the provider's log is about this verb, see VerbSpec::logAction.
[[nodiscard]] bool isOfVerb(const OperationRecord &operation, Verb verb);
/// The entry is about another verb. A restart is not a start.
[[nodiscard]] bool isOfAnotherVerb(const OperationRecord &operation, Verb verb);
/// The verb of the entry; std::nullopt for an operation that is none of this program's verbs.
[[nodiscard]] std::optional<Verb> verbOf(const OperationRecord &operation);

/// Who requested the operation: the submitter, or else the owner; empty when the log names neither.
[[nodiscard]] const QString &requesterOf(const OperationRecord &operation);

/// Who requested the newest operation on a cluster that has not failed, see requesterOf(); empty
/// without one, or if it is not of `verb`. `operations`: the newest first.
[[nodiscard]] QString latestRequester(const QList<OperationRecord> &operations, Verb verb,
                                      const QString &clusterId);

/// One reading of an account's cloud, used for all unfinished items of the account.
struct CloudSnapshot {
    /// The log's operations, the newest first; nothing when the log could not be read.
    std::optional<QList<OperationRecord>> operations;
    /// `operations` reaches back to an operation that was known before sending, or to the log's
    /// beginning: only then a missing operation does not exist.
    bool logComplete = true;
    /// The number of `operations`, from the newest on, that are consecutive. The others were read
    /// by their job ids: operations between them are not known.
    qsizetype inARow = 0;
    /// Whether the log's times and its completeness can be trusted.
    LogClock logClock = LogClock::NotMeasured;
    /// Clock::awake() at the send of the latest operation of this run that is in the log; nothing
    /// without one. Operations sent later may not be in the log yet.
    std::optional<std::chrono::milliseconds> logShows;
    /// Clock::awake() when the reading began.
    std::chrono::milliseconds begun{0};
    /// Complete or not; nothing when no listing was read.
    std::optional<ClusterListing> listing;
};

} // namespace clusterdeck

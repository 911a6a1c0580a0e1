// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/cloudapi.h"
#include "app/clusters/listing/clusterlisting.h"
#include "app/operations/batch/logevidence.h"

namespace clusterdeck
{

/// By how much the clocks of the client and of the provider's log may differ.
constexpr std::chrono::seconds ClockTolerance{5};

/// Whether a line of the provider's log is about this verb, see VerbSpec::logAction.
[[nodiscard]] bool isOfVerb(const OperationRecord &operation, Verb verb);
/// It names another verb, or one that is like `verb`: a restart is no start.
[[nodiscard]] bool isOfAnotherVerb(const OperationRecord &operation, Verb verb);
/// The verb that it is about; nothing for what this program never does.
[[nodiscard]] std::optional<Verb> verbOf(const OperationRecord &operation);

/// Who asked for it: the submitter; the owner where the log names none; empty when it names nobody.
[[nodiscard]] const QString &requesterOf(const OperationRecord &operation);

/// One snapshot of the cloud, serving every unfinished item of an account at once.
struct CloudSnapshot {
    /// The operations that were read; nothing when none could be.
    std::optional<QList<OperationRecord>> operations;
    /// They reach back to what was known before sending, or to the log's beginning: only then does
    /// one that is missing say that there is none.
    bool logComplete = true;
    /// Of them so many came one after the other from the newest on. Those behind were asked for by
    /// their job ids: what else happened since them is not known.
    qsizetype inARow = 0;
    /// How far its times, and what is missing in it, can be believed.
    LogClock logClock = LogClock::NotMeasured;
    /// Clock::awake() when the latest of our operations that are in the log was sent; nothing:
    /// there is none of this run. What was sent later may not be shown yet.
    std::optional<std::chrono::milliseconds> logShows;
    /// Clock::awake() when the first of it was asked for.
    std::chrono::milliseconds begun{0};
    /// Complete or not; nothing when it was not read at all.
    std::optional<ClusterListing> listing;
};

} // namespace clusterdeck

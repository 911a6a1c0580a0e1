// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/command.h"
#include "app/operations/batch/batch.h"
#include "app/operations/plan/plan.h"

namespace clusterdeck
{

/// How a command ends, as the shell sees it.
namespace exitstatus
{
inline constexpr int Done = 0;        ///< all of it
inline constexpr int NotAll = 1;      ///< some of it failed, was left out or was cancelled
inline constexpr int WrongUse = 2;    ///< nothing was sent: options, a file, an answer
inline constexpr int GotWorse = 3;    ///< nothing was sent: the facts are worse, or not the plan's
inline constexpr int TooOld = 4;      ///< nothing was sent: the plan's time is over
inline constexpr int NotReached = 5;  ///< nothing was sent: the cloud, the keychain or the journal
inline constexpr int Unknown = 6;     ///< of some of it the outcome is not known
inline constexpr int Interrupted = 7; ///< nothing was sent: a signal ended it early
} // namespace exitstatus

/// What a plan that was just made ends with: whatever was left out is worth a status of its own.
[[nodiscard]] int statusOf(const Plan &plan);

/// What finished or given up batches end with.
[[nodiscard]] int statusOf(const QList<Batch> &batches, bool someLeftOut);

/// What stands in the way of a plan, of what a person has to type or tick.
enum class Missing {
    None,
    Count,      ///< nobody typed it
    WrongCount, ///< it is another number
    DataSaved,  ///< nobody said that the data is saved or not needed
};

/// With `typed`: what was given for the number of clusters. Whatever the tier, a command always
/// asks for it: there is no button to press.
[[nodiscard]] Missing missingFor(const Plan &plan, std::optional<int> typed, bool dataSaved);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/command.h"
#include "app/operations/batch/batch.h"
#include "app/operations/plan/plan.h"

namespace clusterdeck
{

/// The exit status of a command.
namespace exitstatus
{
inline constexpr int Done = 0;     ///< everything was done
inline constexpr int NotAll = 1;   ///< a part failed, was left out or was cancelled
inline constexpr int WrongUse = 2; ///< nothing was sent: wrong options, file or answer
inline constexpr int GotWorse =
    3;                           ///< nothing was sent: the facts got worse or differ from the plan
inline constexpr int TooOld = 4; ///< nothing was sent: the plan has expired
inline constexpr int NotReached =
    5;                            ///< nothing was sent: no access to the cloud, keychain or journal
inline constexpr int Unknown = 6; ///< the outcome of a part is not known
inline constexpr int Interrupted = 7; ///< nothing was sent: ended by a signal
} // namespace exitstatus

/// The exit status after making a plan: NotAll if clusters were excluded, or it has none.
[[nodiscard]] int statusOf(const Plan &plan);

/// What happened to a command besides the end of its batches.
struct CommandEvents {
    bool someLeftOut = false;             ///< clusters of the plan were excluded
    bool interrupted = false;             ///< by a signal
    HoldReason heldBy = HoldReason::None; ///< of the first batch that was on hold

    bool operator==(const CommandEvents &) const = default;
};

/// The exit status after batches have finished or were abandoned.
[[nodiscard]] int statusOf(const QList<Batch> &batches, const CommandEvents &events);

/// The exit status of a list: NotAll if it is incomplete.
[[nodiscard]] int statusOfList(bool complete);

/// The exit status after looking for due clusters: NotAll if there are some; Unknown if none was
/// found, but not everything was read.
[[nodiscard]] int statusOfDue(qsizetype due, bool complete);

/// The confirmation that is missing for a plan.
enum class Missing {
    None,
    Count,      ///< the number was not typed
    WrongCount, ///< another number was typed
    DataSaved,  ///< it was not confirmed that the data is saved or not needed
};

/// What is missing to confirm `fresh`, a part of `counted`. `counted`: the plan whose clusters the
/// user counted, from a file or as just read. `typed`: their number, as typed. A command asks for
/// the number in every tier, since there is no button. The stricter of both tiers applies.
[[nodiscard]] Missing missingFor(const Plan &counted, const Plan &fresh, std::optional<int> typed,
                                 bool dataSaved);

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batch/batch.h"
#include "app/operations/journal/journal.h"

namespace clusterdeck
{

/// The last evidence about an item in the journal.
struct ItemProof {
    Evidence evidence; ///< of the streaks only the numbers of readings
    QDateTime at;      ///< UTC, of the last reading; invalid without one

    bool operator==(const ItemProof &) const = default;
};

/// The facts of a batch's report.
struct BatchReport {
    QDateTime firstSent; ///< UTC, by the server's clock; invalid when nothing was sent
    QDateTime lastSent;
    QDateTime ended;         ///< UTC; invalid while an item is unfinished
    int sent = 0;            ///< items whose request was sent
    int open = 0;            ///< items that are not in an end state
    QList<ItemProof> proofs; ///< one for each item, in their order

    bool operator==(const BatchReport &) const = default;
};

/// `events`: of this batch, see Journal::events().
[[nodiscard]] BatchReport reportOf(const Batch &batch, const QList<JournalEvent> &events);

} // namespace clusterdeck

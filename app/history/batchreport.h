// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batch/batch.h"
#include "app/operations/journal/journal.h"

namespace clusterdeck
{

/// What was read back about an item, by its story: the last of it that the journal holds.
struct ItemProof {
    bool operationSuccessful = false; ///< the provider's log said so
    int asWanted = 0;                 ///< readings in a row: absent, or in the wanted state
    int vanished = 0;                 ///< readings in a row: gone, though it was to stay
    int withoutTrace = 0;             ///< readings in a row: as if nothing had been asked
    QDateTime at;                     ///< UTC; invalid when nothing was read back

    bool operator==(const ItemProof &) const = default;
};

/// What a report of a batch says, without the words for it.
struct BatchReport {
    QDateTime firstSent; ///< UTC, by the server's clock; invalid when nothing was sent
    QDateTime lastSent;
    QDateTime ended;         ///< UTC; invalid while an item is open
    int sent = 0;            ///< items of which a request left
    int open = 0;            ///< items that are not at an end
    QList<ItemProof> proofs; ///< one an item, in their order

    bool operator==(const BatchReport &) const = default;
};

/// `events`: its story, as Journal::events() tells it.
[[nodiscard]] BatchReport reportOf(const Batch &batch, const QList<JournalEvent> &events);

} // namespace clusterdeck

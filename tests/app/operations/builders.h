// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batch/batch.h"

namespace clusterdeck
{

/// A batch of the account "a" with the clusters ehpc-0, ehpc-1 and so on, one for each given state.
inline Batch batchOf(const QList<ItemState> &states, const QString &id = QStringLiteral("batch"))
{
    Batch batch;
    batch.id = id;
    batch.account = QStringLiteral("a");
    for (const ItemState state : states) {
        BatchItem &item = batch.items.emplace_back();
        item.position = int(batch.items.size()) - 1;
        item.key = {batch.account, QStringLiteral("ehpc-%1").arg(item.position)};
        item.shown.id = item.key.id;
        item.state = state;
    }
    return batch;
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/batchreport.h"

#include <QHash>

namespace clusterdeck
{

namespace
{

/// Nothing when the event's evidence holds no reading, or cannot be understood.
std::optional<ItemProof> proofIn(const JournalEvent &event)
{
    const std::optional<BatchItem> item = itemAfter(event);
    if (!item)
        return {};
    const Evidence &evidence = item->evidence;
    const bool hasReading = evidence.operationSuccessful || evidence.asWanted.length > 0 ||
                            evidence.vanished.length > 0 || evidence.withoutTrace.length > 0;
    return hasReading ? std::optional(ItemProof{evidence, event.at}) : std::nullopt;
}

} // namespace

BatchReport reportOf(const Batch &batch, const QList<JournalEvent> &events)
{
    QHash<int, ItemProof> proofs; // by BatchItem::position
    for (const JournalEvent &event : events) {
        if (const auto proof = proofIn(event))
            proofs.insert(event.item, *proof);
    }
    BatchReport report;
    for (const BatchItem &item : batch.items) {
        report.proofs.append(proofs.value(item.position));
        report.open += isEnd(item.state) ? 0 : 1;
        if (isEnd(item.state) && (!report.ended.isValid() || item.endedAt > report.ended))
            report.ended = item.endedAt;
        if (!item.sentAt.isValid())
            continue;
        ++report.sent;
        if (!report.firstSent.isValid() || item.sentAt < report.firstSent)
            report.firstSent = item.sentAt;
        if (!report.lastSent.isValid() || item.sentAt > report.lastSent)
            report.lastSent = item.sentAt;
    }
    if (report.open > 0)
        report.ended = {};
    return report;
}

} // namespace clusterdeck

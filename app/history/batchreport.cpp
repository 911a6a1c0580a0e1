// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/batchreport.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace clusterdeck
{

namespace
{

/// Nothing when the event's evidence holds no reading, or cannot be understood.
std::optional<ItemProof> proofIn(const JournalEvent &event)
{
    const QJsonObject object = QJsonDocument::fromJson(event.evidence.toUtf8()).object();
    ItemProof proof;
    proof.operationSuccessful =
        object.value(QStringLiteral("operation")).toString() == u"successful";
    proof.asWanted = object.value(QStringLiteral("readings_as_wanted")).toInt();
    proof.vanished = object.value(QStringLiteral("readings_vanished")).toInt();
    proof.withoutTrace = object.value(QStringLiteral("readings_without_trace")).toInt();
    if (proof == ItemProof())
        return {};
    proof.at = event.at;
    return proof;
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

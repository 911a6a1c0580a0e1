// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/clusterfields.h"
#include "tests/support/utc.h"
#include "tests/ui/builders.h"

// Records, plans and batches that have one text in every field that a cloud or an account sets.
namespace clusterdeck
{

inline ClusterRecord hostileRecord(const QString &text, const QString &id)
{
    ClusterRecord record;
    for (QString ClusterRecord::*field : FieldsOf<QString>)
        record.*field = text;
    record.id = id;
    return record;
}

/// The journal is UTF-8, which cannot hold lone surrogates.
inline QString throughJournal(QString seen)
{
    return seen.replace(QStringLiteral("⟨U+D83D⟩"), QStringLiteral("\uFFFD"));
}

inline ApiError hostileError(const QString &text)
{
    return {ErrorKind::Rejected, Outcome::Refused, 1400, 200, text, text};
}

/// One failed, one refused, one lost, and one running item.
inline Batch hostileBatch(const QString &text)
{
    Batch batch;
    batch.id = QStringLiteral("b-1");
    batch.account = QStringLiteral("a");
    batch.accountName = text;
    batch.zone = text;
    batch.user = text;
    batch.shown = text; // as an older version could have stored it
    batch.confirmedAt = utc(QDate(2021, 5, 1), QTime(12, 0));
    const std::pair<ItemState, ItemReason> fates[] = {
        {ItemState::Failed, ItemReason::Refused},
        {ItemState::Failed, ItemReason::OperationFailed},
        {ItemState::Unknown, ItemReason::AnswerLost},
        {ItemState::Running, ItemReason::None}};
    for (const auto &[state, reason] : fates) {
        BatchItem item;
        item.position = int(batch.items.size());
        item.shown =
            hostileRecord(text, item.position ? text + QString::number(item.position) : text);
        item.key = {batch.account, item.shown.id};
        item.state = state;
        item.reason = reason;
        item.error = hostileError(text);
        item.operationErrors = text;
        item.jobId = text;
        item.sentAt = batch.confirmedAt;
        batch.items.append(item);
    }
    return batch;
}

inline Plan hostilePlan(const QString &text)
{
    Plan plan = planOf(Verb::Delete, 2);
    for (PlanItem &item : plan.items)
        item.flags = RiskFlag::NotMine;
    plan.items[0].cluster.record = hostileRecord(text, text);
    plan.items[1].cluster.record = hostileRecord(text, text + u'2');
    plan.items[1].cluster.account = QStringLiteral("b");
    plan.excluded = {{key(text), text, text, Exclusion::Busy}};
    for (const QString account : {"a", "b"}) {
        AccountCheck check;
        check.account = account;
        check.serverAhead = std::chrono::seconds(50);
        plan.checks.append(check);
    }
    return plan;
}

inline AccountLabels hostileLabels(const QString &text)
{
    return {{QStringLiteral("a"), {text, text}}, {QStringLiteral("b"), {text, text}}};
}

} // namespace clusterdeck

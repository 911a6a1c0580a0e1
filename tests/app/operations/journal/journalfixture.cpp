// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/journal/journal.h"
#include "tests/support/utc.h"

#include <QCoreApplication>
#include <QDir>

#include <cstdio>

using namespace clusterdeck;

namespace
{

const QDateTime Now = utc(QDate(2026, 11, 2), QTime(3, 4, 5, 678));

/// The stored states. NotUnderstood is missing: it stands for unknown words.
constexpr ItemState Stored[]{ItemState::Armed,    ItemState::Queued,      ItemState::Held,
                             ItemState::Sending,  ItemState::Running,     ItemState::Unknown,
                             ItemState::Done,     ItemState::AlreadyGone, ItemState::Failed,
                             ItemState::Cancelled};

bool isSent(ItemState state)
{
    return state != ItemState::Armed && state != ItemState::Queued && state != ItemState::Held &&
           state != ItemState::Cancelled;
}

/// Items ehpc-0 and so on, one in each state, then one Queued and one Held that were refused
/// together with others and not read back.
Batch oneInEachState()
{
    Batch batch;
    batch.id = QStringLiteral("open");
    batch.account = QStringLiteral("account");
    batch.accountName = QStringLiteral("实验室 'A'");
    batch.zone = QStringLiteral("jn1a");
    batch.user = QStringLiteral("usr-me");
    batch.confirmedAt = Now;
    batch.tier = 3;
    batch.undoWindow = std::chrono::seconds(20);
    batch.shown = QStringLiteral("Delete 12 clusters?");
    batch.logBefore = {true, true, {{QStringLiteral("j-before"), "0123456789ab"}}};
    const auto add = [&](ItemState state) -> BatchItem & {
        BatchItem &item = batch.items.emplace_back();
        item.position = int(batch.items.size()) - 1;
        item.key = {batch.account, QStringLiteral("ehpc-%1").arg(item.position)};
        item.shown.id = item.key.id;
        item.shown.name = QStringLiteral("<b>测试</b> %1").arg(item.position);
        item.shown.nodes = item.position;
        item.shown.cpuHours = 12.5;
        item.shown.created = Now.addDays(-7);
        item.state = state;
        return item;
    };
    for (const ItemState state : Stored) {
        BatchItem &item = add(state);
        if (isSent(state))
            item.sentAt = Now.addSecs(21);
        if (state == ItemState::Running || state == ItemState::Done)
            item.jobId = QStringLiteral("j-%1").arg(item.position);
        if (isEnd(state))
            item.endedAt = Now.addSecs(60);
        if (state == ItemState::Unknown)
            item.reason = ItemReason::AnswerLost;
    }
    for (const ItemState state : {ItemState::Queued, ItemState::Held}) {
        BatchItem &refused = add(state);
        refused.sentAt = Now.addSecs(22);
        refused.reason = ItemReason::RefusedTogether;
        refused.error = errorForCode(1400);
        refused.error->serverText = QStringLiteral("PermissionDenied");
    }
    return batch;
}

} // namespace

/// `journalfixture FOLDER` creates the journal of tests/fixtures/2026-11 in an empty folder, in the
/// format of that month's program. A test reads it with the current program.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 2)
        return 2;
    Journal journal(DataFolder(QString::fromLocal8Bit(argv[1])));
    const Batch batch = oneInEachState();
    bool written =
        journal.add(batch) && journal.noteCalls(batch.account, {Now.addSecs(21), Now.addSecs(22)});
    for (const BatchItem &item : batch.items) {
        if (written && item.state != ItemState::Armed)
            written = journal.record(batch.id, {item}, ItemEvent::UndoWindowOver, Now);
    }
    if (!written)
        std::fprintf(stderr, "%s\n", qPrintable(journal.problem()));
    return written ? 0 : 1;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batchoffers.h"

#include <QTest>

using namespace clusterdeck;

/// What a batch offers in each of its states.
class TestBatchOffers : public QObject
{
    Q_OBJECT

private slots:
    void offers_data();
    void offers();
};

void TestBatchOffers::offers_data()
{
    using S = ItemState;
    QTest::addColumn<QList<ItemState>>("states");
    QTest::addColumn<HoldReason>("hold");
    QTest::addColumn<bool>("inUndoWindow");
    QTest::addColumn<BatchOffers>("expected");
    const auto row = [](const char *name, const QList<S> &states, BatchOffers expected,
                        bool inUndoWindow = false, HoldReason hold = HoldReason::None) {
        QTest::newRow(name) << states << hold << inUndoWindow << expected;
    };
    row("countdown", {S::Armed, S::Armed}, {.countdown = true}, true);
    row("all cancelled in the countdown", {S::Cancelled}, {.report = true}, true);
    row("sending", {S::Running, S::Sending, S::Queued}, {.stopTheRest = true});
    row("to be read back", {S::AwaitingReadback}, {.stopTheRest = true});
    row("on hold", {S::Done, S::Held}, {.held = true}, false, HoldReason::Unauthorized);
    row("on hold, and all are sent", {S::Running}, {}, false, HoldReason::Unauthorized);
    row("on hold, and one is unknown", {S::Unknown, S::Held},
        {.held = true, .explainUnknown = true}, false, HoldReason::FirstUnknown);
    row("all are sent", {S::Running, S::Failed}, {});
    row("one is unknown", {S::Unknown, S::Failed}, {.explainUnknown = true});
    row("ended", {S::Done, S::AlreadyGone, S::Cancelled}, {.report = true});
    row("ended, with failures", {S::Failed, S::Done, S::Failed}, {.retry = 2, .report = true});
    row("of another version", {S::NotUnderstood, S::Failed}, {});
}

void TestBatchOffers::offers()
{
    QFETCH(const QList<ItemState>, states);
    QFETCH(const HoldReason, hold);
    QFETCH(const bool, inUndoWindow);
    QFETCH(const BatchOffers, expected);
    Batch batch;
    batch.hold = hold;
    for (const ItemState state : states) {
        BatchItem item;
        item.state = state;
        batch.items.append(item);
    }
    QVERIFY(offersOf(batch, inUndoWindow) == expected);
}

QTEST_APPLESS_MAIN(TestBatchOffers)
#include "tst_batchoffers.moc"

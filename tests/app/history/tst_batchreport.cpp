// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/batchreport.h"
#include "app/operations/batch/batchnotification.h"
#include "app/operations/plan/planreport.h"
#include "tests/app/operations/builders.h"
#include "tests/support/utc.h"

#include <QTest>

using namespace clusterdeck;

namespace
{

QDateTime at(int second)
{
    return utc(QDate(2021, 8, 19), QTime(16, 0, second));
}

PlanItem going(const QString &id, const QString &user, std::optional<int> running,
               std::optional<int> pending)
{
    PlanItem item;
    item.cluster.account = QStringLiteral("a");
    item.cluster.record.id = id;
    item.cluster.record.runUser = user;
    item.cluster.record.owner = QStringLiteral("usr-owner");
    item.cluster.record.runningJobs = running;
    item.cluster.record.pendingJobs = pending;
    return item;
}

} // namespace

/// The contents of reports and notifications, before they become text.
class TestBatchReport : public QObject
{
    Q_OBJECT

private slots:
    void times();
    void openHasNoEnd();
    void proofs();
    void whatIsNoReadingProvesNothing();
    void whoseJobs();
    void mounts();
    void takenOutByHand();
    void news_data();
    void news();
};

void TestBatchReport::times()
{
    Batch batch = batchOf({ItemState::Done, ItemState::Failed, ItemState::Cancelled});
    batch.items[0].sentAt = at(3);
    batch.items[0].endedAt = at(9);
    batch.items[1].sentAt = at(5);
    batch.items[1].endedAt = at(7);
    batch.items[2].endedAt = at(2);
    const BatchReport report = reportOf(batch, {});
    QCOMPARE(report.firstSent, at(3));
    QCOMPARE(report.lastSent, at(5));
    QCOMPARE(report.ended, at(9));
    QCOMPARE(report.sent, 2);
    QCOMPARE(report.open, 0);
    QCOMPARE(report.proofs.size(), 3);
}

void TestBatchReport::openHasNoEnd()
{
    Batch batch = batchOf({ItemState::Done, ItemState::Unknown, ItemState::Held});
    batch.items[0].endedAt = at(9);
    const BatchReport report = reportOf(batch, {});
    QVERIFY(!report.ended.isValid());
    QVERIFY(!report.firstSent.isValid());
    QCOMPARE(report.open, 2);
}

void TestBatchReport::proofs()
{
    Batch batch = batchOf({ItemState::Done, ItemState::Done});
    batch.items[1].position = 7; // a damaged journal leaves gaps
    const QList<JournalEvent> events{
        {at(1), 0, QStringLiteral("accepted"), QStringLiteral("running"),
         QStringLiteral(R"({"job_id":"j-1"})")},
        {at(4), 0, QStringLiteral("completed"), QStringLiteral("done"),
         QStringLiteral(R"({"operation":"successful","readings_as_wanted":2})")},
        {at(5), 7, QStringLiteral("x"), QStringLiteral("unknown"),
         QStringLiteral(R"({"readings_without_trace":1})")},
        {at(6), 7, QStringLiteral("x"), QStringLiteral("failed"),
         QStringLiteral(R"({"readings_without_trace":3})")}};
    const BatchReport report = reportOf(batch, events);
    Evidence done;
    done.operationSuccessful = true;
    done.asWanted.length = 2;
    Evidence notDone;
    notDone.withoutTrace.length = 3;
    QCOMPARE(report.proofs.at(0), (ItemProof{done, at(4)}));
    QCOMPARE(report.proofs.at(1), (ItemProof{notDone, at(6)}));
}

void TestBatchReport::whatIsNoReadingProvesNothing()
{
    const Batch batch = batchOf({ItemState::Unknown});
    for (const char *evidence : {"", "{}", "[1]", "no json", R"({"operation":"failed"})",
                                 R"({"readings_as_wanted":"2"})", R"({"job_id":"j-1"})"}) {
        const BatchReport report =
            reportOf(batch, {{at(1), 0, {}, {}, QString::fromLatin1(evidence)}});
        QCOMPARE(report.proofs.first(), ItemProof());
    }
}

void TestBatchReport::whoseJobs()
{
    Plan plan;
    plan.items = {going("1", "usr-a", 1, 2), going("2", QString(), 5, 0),
                  going("3", "usr-a", 2, {}), going("4", "usr-b", 0, 0)};
    const QString a = QStringLiteral("a");
    const QList<JobsOfUser> expected{{a, QStringLiteral("usr-owner"), 1, 5, 0, 0},
                                     {a, QStringLiteral("usr-a"), 2, 3, 2, 1}};
    QCOMPARE(jobsByUser(plan), expected);
}

void TestBatchReport::mounts()
{
    Plan plan;
    for (int i = 0; i < 3; ++i)
        plan.items.append(going(QString::number(i), {}, 0, 0));
    plan.items[0].cluster.record.mountPoint = QStringLiteral("m");
    plan.items[1].cluster.record.mountPoint = QStringLiteral("m");
    plan.items[2].cluster.record.mountPoint = QStringLiteral("other");
    plan.items[0].flags = plan.items[1].flags = RiskFlag::LastOnMount;
    const QList<LostMount> expected{{QStringLiteral("a"), QStringLiteral("m"), 2}};
    QCOMPARE(lostMounts(plan), expected);
}

void TestBatchReport::takenOutByHand()
{
    Plan plan;
    for (int i = 0; i < 3; ++i)
        plan.items.append(going(QString::number(i), {}, 0, 0));
    const Plan reduced = plan.reducedTo({plan.items.at(1).cluster.key()});
    const QList<PlanItem> out = takenOut(plan, reduced);
    QCOMPARE(out.size(), 2);
    QCOMPARE(out.at(0).cluster.record.id, QStringLiteral("0"));
    QCOMPARE(out.at(1).cluster.record.id, QStringLiteral("2"));
}

void TestBatchReport::news_data()
{
    using S = ItemState;
    QTest::addColumn<QList<S>>("states");
    QTest::addColumn<HoldReason>("hold");
    QTest::addColumn<bool>("counting");
    QTest::addColumn<bool>("late");
    QTest::addColumn<BatchNotification>("news");
    QTest::addColumn<bool>("stays");
    const auto row = [](const char *name, const QList<S> &states, HoldReason hold, bool counting,
                        bool late, BatchNotification news, bool stays) {
        QTest::newRow(name) << states << hold << counting << late << news << stays;
    };
    using N = BatchNotification;
    using H = HoldReason;
    row("armed", {S::Armed, S::Armed}, H::None, true, false, N::CountingDown, false);
    row("all spared while it counts", {S::Cancelled, S::Cancelled}, H::None, true, false, N::None,
        false);
    row("sending", {S::Queued, S::Sending, S::Done}, H::None, false, false, N::None, false);
    row("held", {S::Held, S::Running}, H::RateLimited, false, false, N::WaitsForPerson, true);
    row("held beats the countdown", {S::Held}, H::ScreenLocked, true, false, N::WaitsForPerson,
        true);
    row("held, but nothing is left", {S::Running}, H::RateLimited, false, false, N::None, false);
    row("unknown, being settled", {S::Unknown, S::Done}, H::None, false, false, N::None, false);
    row("unknown for long", {S::Unknown, S::Done}, H::None, false, true, N::NeedsAttention, true);
    row("ended", {S::Done, S::AlreadyGone, S::Cancelled}, H::None, false, false, N::EndedWell,
        false);
    row("one failed", {S::Done, S::Failed}, H::None, false, false, N::EndedBadly, true);
    row("was late, and ended", {S::Done}, H::None, false, true, N::EndedWell, false);
    row("cancelled", {S::Cancelled}, H::None, false, false, N::None, false);
}

void TestBatchReport::news()
{
    QFETCH(QList<ItemState>, states);
    QFETCH(HoldReason, hold);
    QFETCH(bool, counting);
    QFETCH(bool, late);
    QFETCH(BatchNotification, news);
    QFETCH(bool, stays);
    Batch batch = batchOf(states);
    batch.hold = hold;
    batch.items.first().needsAttention = late;
    QCOMPARE(notificationOf(batch, counting), news);
    QCOMPARE(mustBeSeen(news), stays);
}

QTEST_APPLESS_MAIN(TestBatchReport)
#include "tst_batchreport.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batch/grouping.h"
#include "app/operations/batch/reconciliation.h"
#include "tests/app/operations/simcloud.h"
#include "tests/support/utc.h"

#include <QTest>

using namespace clusterdeck;
using namespace std::chrono_literals;

using S = ItemState;
using Log = Observation::Log;
using Listed = Observation::Listed;

namespace
{

/// One letter per item: q Queued, h Held, u AwaitingReadback, s Sending, d Done, c Cancelled, a
/// Armed.
QList<BatchItem> itemsOf(const char *letters)
{
    QList<BatchItem> items;
    for (const char *letter = letters; *letter; ++letter) {
        BatchItem &item = items.emplace_back();
        item.position = int(items.size()) - 1;
        item.state = *letter == 'q'   ? S::Queued
                     : *letter == 'h' ? S::Held
                     : *letter == 'u' ? S::AwaitingReadback
                     : *letter == 's' ? S::Sending
                     : *letter == 'd' ? S::Done
                     : *letter == 'a' ? S::Armed
                                      : S::Cancelled;
    }
    return items;
}

ApiError neverLeft()
{
    ApiError error = lostAnswer();
    error.outcome = Outcome::NotSent;
    return error;
}

} // namespace

class TestGrouping : public QObject
{
    Q_OBJECT

private slots:
    void whatGoesNext_data()
    {
        QTest::addColumn<QByteArray>("items");
        QTest::addColumn<RetryGroups>("retryGroups");
        QTest::addColumn<int>("together");
        QTest::addColumn<bool>("fresh");
        QTest::addColumn<QList<int>>("taken");
        QTest::addColumn<RetryGroups>("left");
        const auto row = [](const char *name, const char *items, const RetryGroups &retryGroups,
                            int together, bool fresh, const QList<int> &taken,
                            const RetryGroups &left) {
            QTest::newRow(name) << QByteArray(items) << retryGroups << together << fresh << taken
                                << left;
        };
        row("one alone", "qqq", {}, 1, true, {0}, {});
        row("up to the limit", "qqqqq", {}, 3, true, {0, 1, 2}, {});
        row("fewer than the limit", "qq", {}, 20, true, {0, 1}, {});
        row("only what is queued", "dqahsquhc", {}, 20, true, {1, 5}, {});
        row("nothing", "dhsa", {}, 20, true, {}, {});
        row("a portion before what is fresh", "qqqq", {{2, 3}}, 4, true, {2, 3}, {});
        row("a portion is not filled up", "qqqq", {{3}}, 4, true, {3}, {});
        row("portions in their order", "qqqq", {{2}, {3}}, 4, true, {2}, {{3}});
        row("who left the queue is left out", "qqcq", {{2, 3}}, 4, true, {3}, {});
        row("an empty portion is dropped", "qqcd", {{2, 3}}, 4, true, {0, 1}, {});
        row("one to be read back lets its portion wait", "qquq", {{2, 3}}, 4, true, {0, 1},
            {{2, 3}});
        row("and the next portion goes", "quqq", {{1}, {2, 3}}, 4, true, {2, 3}, {{1}});
        row("a held one lets its portion wait", "qqhq", {{2, 3}}, 4, true, {0, 1}, {{2, 3}});
        row("fresh ones wait for the halves", "qquq", {{2, 3}}, 4, false, {}, {{2, 3}});
        row("but not for halves that are gone", "qqcd", {{2, 3}}, 4, false, {0, 1}, {});
        row("alone, out of a portion", "qqqq", {{1, 2, 3}}, 1, true, {1}, {{2, 3}});
    }

    void whatGoesNext()
    {
        QFETCH(QByteArray, items);
        QFETCH(RetryGroups, retryGroups);
        QFETCH(int, together);
        QFETCH(bool, fresh);
        QFETCH(RetryGroups, left);
        TakeLimits limits;
        limits.together = together;
        limits.freshAllowed = fresh;
        QTEST(nextGroup(itemsOf(items.constData()), retryGroups, limits), "taken");
        QCOMPARE(retryGroups, left);
    }

    void halves()
    {
        QCOMPARE(halvesOf({}), RetryGroups());
        QCOMPARE(halvesOf({7}), RetryGroups());
        QCOMPARE(halvesOf({7, 9}), (RetryGroups{{7}, {9}}));
        QCOMPARE(halvesOf({1, 2, 3, 4, 5}), (RetryGroups{{1, 2, 3}, {4, 5}}));
        // Repeated halving ends with every item alone, in the expected number of steps.
        RetryGroups rest{{}};
        for (int i = 0; i < 20; ++i)
            rest[0].append(i);
        QList<int> alone;
        int requests = 0;
        while (!rest.isEmpty()) {
            const QList<int> taken = rest.takeFirst();
            ++requests;
            if (taken.size() == 1)
                alone.append(taken.constFirst());
            rest += halvesOf(taken);
        }
        QCOMPARE(alone.size(), 20);
        QCOMPARE(QSet<int>(alone.begin(), alone.end()).size(), 20);
        QCOMPARE(requests, 39);
    }

    void freshOnesWaitWhenEverythingIsRefused()
    {
        QVERIFY(mayBeginFresh(0) && mayBeginFresh(RefusalsInARow - 1));
        QVERIFY(!mayBeginFresh(RefusalsInARow));
    }

    void whatAnAnswerMeans_data()
    {
        QTest::addColumn<ApiError>("error");
        QTest::addColumn<Verb>("verb");
        QTest::addColumn<int>("together");
        QTest::addColumn<Consequence>("expected");
        using E = ItemEvent;
        using R = ItemReason;
        using H = HoldReason;
        const Consequence lost{E::AnswerLost, R::AnswerLost, H::None, false};
        const Consequence together{E::RefusedTogether, R::RefusedTogether, H::None, false};
        const auto holds = [](H reason) {
            return Consequence{E::RefusedAndHolding, R::None, reason, false};
        };
        const auto row = [](const QByteArray &name, const ApiError &error, int count,
                            const Consequence &expected, Verb verb = Verb::Delete) {
            QTest::newRow(name.constData()) << error << verb << count << expected;
        };
        for (const int count : {1, 2, 20}) {
            const auto named = [&](const char *name) {
                return QByteArray(name) + ", " + QByteArray::number(count);
            };
            row(named("lost"), lostAnswer(), count, lost);
            row(named("5000"), refusal(5000), count, lost);
            row(named("5100"), refusal(5100), count, lost);
            row(named("7777"), refusal(7777), count, lost);
            // After a refusal of several, a read-back shows first whether some were carried out.
            const auto refused = [&](H reason) {
                return count == 1 ? holds(reason)
                                  : Consequence{E::RefusedTogether, R::RefusedTogether, reason};
            };
            row(named("1200"), refusal(1200), count, refused(H::Unauthorized));
            row(named("1300"), refusal(1300), count, refused(H::ClockSkew));
            row(named("2500"), refusal(2500), count, refused(H::RateLimited));
            row(named("5300"), refusal(5300), count, refused(H::Maintenance));
            row(named("never left"), neverLeft(), count, holds(H::Unreachable));
            ApiError clockIsOff = neverLeft();
            clockIsOff.kind = ErrorKind::ClockSkew;
            row(named("clock too far off"), clockIsOff, count, holds(H::ClockSkew));
        }
        for (const int code : {1100, 1400, 2100, 2400, 5200, 5400}) {
            row(QByteArray("together ") + QByteArray::number(code), refusal(code), 2, together);
            row(QByteArray("stop together ") + QByteArray::number(code), refusal(code), 20,
                together, Verb::Stop);
        }
        ApiError tooLarge = neverLeft();
        tooLarge.kind = ErrorKind::Protocol;
        row("together, broken off before it left", tooLarge, 2,
            {E::NotSentTogether, R::RefusedTogether});
        row("alone, broken off before it left", tooLarge, 1, {E::Refused, R::Refused});
        row("alone 1400", refusal(1400), 1, {E::Refused, R::Refused, H::None, true});
        row("alone 5400", refusal(5400), 1, {E::Refused, R::Refused, H::None, false});
        row("alone 2100", refusal(2100), 1, {E::AnswerLost, R::NoSuchCluster, H::None, false});
        row("stop alone 2100", refusal(2100), 1, {E::Refused, R::Refused, H::None, false},
            Verb::Stop);
    }

    void whatAnAnswerMeans()
    {
        QFETCH(ApiError, error);
        QFETCH(Verb, verb);
        QFETCH(int, together);
        QFETCH(Consequence, expected);
        QVERIFY(consequenceOf(error, verb, together) == expected);
    }

    /// Only "unchanged in the list, and no operation in the log" means untouched. Data that was not
    /// read proves nothing, and an operation may appear in the log later.
    void whatAReadingMeans()
    {
        Evidence once;
        once.withoutTrace.add(true, 0ms);
        Evidence longEnough;
        for (int snapshot = 0; snapshot < SnapshotsWithoutTrace; ++snapshot)
            longEnough.withoutTrace.add(true,
                                        snapshot * TimeWithoutTrace / (SnapshotsWithoutTrace - 1));
        for (const Log log :
             {Log::NotRead, Log::None, Log::Unclear, Log::Running, Log::Successful, Log::Failed}) {
            for (const Listed listed : {Listed::NotRead, Listed::AsWanted, Listed::Transition,
                                        Listed::Unchanged, Listed::Vanished, Listed::Another}) {
                Observation observation;
                observation.log = log;
                observation.listed = listed;
                observation.logReadBefore = true;
                const bool notRefreshed = log == Log::NotRead || listed == Listed::NotRead;
                const bool untouched = log == Log::None && listed == Listed::Unchanged;
                const auto expect = [&](AfterRefusal ifUntouched) {
                    return notRefreshed ? AfterRefusal::LookAgain
                           : untouched  ? ifUntouched
                                        : AfterRefusal::Touched;
                };
                // Nothing shows whether the log is up to date.
                QCOMPARE(afterRefusal(observation, once), expect(AfterRefusal::LookAgain));
                QCOMPARE(afterRefusal(observation, longEnough), expect(AfterRefusal::Untouched));
                // The log's clock agrees, but nothing shows that the log is up to date.
                observation.logClock = LogClock::Agrees;
                QCOMPARE(afterRefusal(observation, once), expect(AfterRefusal::LookAgain));
                observation.logIsPast = true;
                QCOMPARE(afterRefusal(observation, once), expect(AfterRefusal::Untouched));
                // A log that is known to lag may not show the operation yet.
                observation.logClock = LogClock::Disagrees;
                QCOMPARE(afterRefusal(observation, longEnough), notRefreshed || log == Log::None
                                                                    ? AfterRefusal::LookAgain
                                                                    : AfterRefusal::Touched);
            }
        }
    }

    /// Counted in the order of sending, whatever the order of the answers.
    void lostInARow_data()
    {
        QTest::addColumn<QList<int>>("ended");   // requests, in the order of their answers
        QTest::addColumn<QByteArray>("answers"); // by request number: L lost, A answered
        QTest::addColumn<int>("row");            // the longest that was reported
        QTest::newRow("three") << QList<int>{0, 1, 2} << QByteArray("LLL") << 3;
        QTest::newRow("two") << QList<int>{0, 1, 2} << QByteArray("LLA") << 2;
        QTest::newRow("an answer between") << QList<int>{0, 1, 2, 3} << QByteArray("LLAL") << 2;
        QTest::newRow("answers in another order")
            << QList<int>{1, 0, 3, 2} << QByteArray("LLLA") << 3;
        QTest::newRow("the middle one last") << QList<int>{0, 2, 3, 1} << QByteArray("LLLA") << 3;
        QTest::newRow("one still on its way breaks no row")
            << QList<int>{0, 2, 3} << QByteArray("L?LL") << 3;
        QTest::newRow("by turns") << QList<int>{0, 1, 2, 3, 4} << QByteArray("LALAL") << 1;
    }

    void lostInARow()
    {
        QFETCH(QList<int>, ended);
        QFETCH(QByteArray, answers);
        LostAnswers lost;
        int longest = 0;
        for (const int request : ended)
            longest = std::max(longest, lost.ended(request, answers.at(request) == 'L'));
        QTEST(longest, "row");
        // The user resumed the batch: requests sent before no longer count.
        lost.beginAfter(5);
        QCOMPARE(lost.ended(4, true), 0);
        QCOMPARE(lost.ended(5, true), 1);
    }

    void afterACrash()
    {
        const QDateTime now = utc(QDate(2026, 1, 2), QTime(3, 4, 5));
        QList<BatchItem> items = itemsOf("aqhusd");
        for (BatchItem &item : items) {
            item.reason = ItemReason::RefusedTogether;
            if (const auto leaving = item.leaving(ItemReason::ProgramEnded)) {
                item.reason = leaving->reason;
                QVERIFY(item.apply(leaving->event, now));
            }
        }
        for (const int unsent : {0, 1, 2}) {
            QCOMPARE(items.at(unsent).state, S::Cancelled);
            QCOMPARE(items.at(unsent).reason, ItemReason::ProgramEnded);
            QCOMPARE(items.at(unsent).endedAt, now);
        }
        QCOMPARE(items.at(3).state, S::Unknown); // "never sent" would not be proven
        QCOMPARE(items.at(3).reason, ItemReason::RefusedTogether);
        QCOMPARE(items.at(4).state, S::Unknown);
        QCOMPARE(items.at(4).reason, ItemReason::AnswerLost);
        QCOMPARE(items.at(5).state, S::Done);
        QCOMPARE(items.at(5).reason, ItemReason::RefusedTogether);
        QVERIFY(!items.at(5).endedAt.isValid());
    }
};

QTEST_APPLESS_MAIN(TestGrouping)
#include "tst_grouping.moc"

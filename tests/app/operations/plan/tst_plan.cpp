// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/plan/plan.h"
#include "tests/support/utc.h"

#include <QTest>

#include <functional>
#include <limits>

using namespace clusterdeck;

namespace
{

const QString Account = QStringLiteral("a");

ClusterRecord record(const QString &id, const QString &status = QStringLiteral("active"))
{
    ClusterRecord cluster;
    cluster.id = id;
    cluster.name = id + QStringLiteral("-name");
    cluster.status = status;
    cluster.nodes = 1;
    cluster.runningJobs = 0;
    cluster.pendingJobs = 0;
    cluster.billing = QStringLiteral("PayForUsed");
    cluster.description = QStringLiteral(" ");
    cluster.owner = QStringLiteral("usr-me");
    return cluster;
}

ClusterListing listing(const QList<ClusterRecord> &clusters, bool complete = true)
{
    ClusterListing result;
    result.account = Account;
    result.clusters = {clusters.begin(), clusters.end()};
    result.complete = complete;
    result.asOf = utc(QDate(2026, 1, 2), QTime(3, 4, 5));
    return result;
}

ClusterKey key(const QString &id)
{
    return {Account, id};
}

Plan makePlan(Verb verb, const QList<ClusterKey> &asked, const QList<ClusterListing> &listings,
              const QList<Cluster> &known = {}, const QSet<ClusterKey> &underWay = {})
{
    PlanInput input;
    input.verb = verb;
    input.asked = asked;
    input.listings = listings;
    input.known = known;
    input.underWay = underWay;
    input.users = {{Account, {QStringLiteral("usr-me")}}};
    return clusterdeck::makePlan(input);
}

std::optional<Exclusion> exclusionOf(const Plan &plan, const QString &id)
{
    for (const ExcludedItem &item : plan.excluded) {
        if (item.key.id == id)
            return item.reason;
    }
    return {};
}

bool goes(const Plan &plan, const QString &id)
{
    for (const PlanItem &item : plan.items) {
        if (item.cluster.record.id == id)
            return true;
    }
    return false;
}

} // namespace

class TestPlan : public QObject
{
    Q_OBJECT

private slots:
    void givenReasons_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("valid");
        QTest::addColumn<QString>("recorded");
        const QString longest(LongestReason, u'a');
        QTest::newRow("none") << QString() << true << QString();
        QTest::newRow("white space") << QStringLiteral(" \t\n ") << true << QString();
        QTest::newRow("a ticket") << QStringLiteral("CR-4711") << true << QStringLiteral("CR-4711");
        QTest::newRow("lines") << QStringLiteral(" CR-4711\r\n项目\u2028结束 ") << true
                               << QStringLiteral("CR-4711 项目 结束");
        QTest::newRow("the longest") << longest << true << longest;
        QTest::newRow("too long") << longest + u'a' << false << QString();
        for (const char16_t hidden : {u'\0', u'\u001B', u'\u007F', u'\u202E', u'\u200B'})
            QTest::addRow("U+%04X", unsigned(hidden))
                << QStringLiteral("a") + hidden + u'b' << false << QString();
    }

    void givenReasons()
    {
        QFETCH(const QString, typed);
        const auto recorded = reasonFrom(typed);
        QTEST(recorded.has_value(), "valid");
        QTEST(recorded.value_or(QString()), "recorded");
        QVERIFY(!recorded || reasonFrom(*recorded) == recorded);
    }

    void stopInstead_data()
    {
        QTest::addColumn<Verb>("verb");
        QTest::addColumn<QStringList>("statuses");
        QTest::addColumn<bool>("offered");
        QTest::newRow("active") << Verb::Delete << QStringList{"active"} << true;
        QTest::newRow("one of two") << Verb::Delete << QStringList{"stopped", "active"} << true;
        QTest::newRow("stopped") << Verb::Delete << QStringList{"stopped", "stopped"} << false;
        QTest::newRow("nothing left") << Verb::Delete << QStringList{} << false;
        QTest::newRow("it is a stop") << Verb::Stop << QStringList{"active"} << false;
    }

    /// The milder way is offered where it is possible.
    void stopInstead()
    {
        QFETCH(const Verb, verb);
        QFETCH(const QStringList, statuses);
        Plan plan;
        plan.verb = verb;
        for (const QString &status : statuses) {
            ClusterRecord cluster = record(QStringLiteral("c"));
            cluster.status = status;
            plan.items.append({{Account, cluster}, true, {}, false, {}});
        }
        QTEST(plan.offersStop(), "offered");
    }

    void closedAccounts()
    {
        Plan plan;
        QVERIFY(!plan.isOfClosedAccounts());
        ExcludedItem closed;
        closed.reason = Exclusion::AccountClosed;
        plan.excluded = {closed, closed};
        QVERIFY(plan.isOfClosedAccounts());
        ExcludedItem gone;
        plan.excluded.append(gone);
        QVERIFY(!plan.isOfClosedAccounts());
        plan.excluded = {closed};
        plan.items.append({{Account, record(QStringLiteral("c"))}, true, {}, false, {}});
        QVERIFY(!plan.isOfClosedAccounts());
    }

    /// Each account has its own batch.
    void largerThanBefore()
    {
        Plan plan;
        for (const char *account : {"a", "a", "b"})
            plan.items.append({{QLatin1String(account), record("c")}, true, {}, false, {}});
        QVERIFY(!plan.isLargerThanBefore());
        QCOMPARE(plan.confirmationLevel().tier, 2);
        plan.largestBefore = 2;
        QVERIFY(!plan.isLargerThanBefore());
        plan.largestBefore = 1;
        QVERIFY(plan.isLargerThanBefore());
        QCOMPARE(plan.confirmationLevel().tier, 3);
    }

    void callsOfABatch_data()
    {
        QTest::addColumn<int>("requests");
        QTest::addColumn<int>("reading"); ///< calls of one reading
        QTest::addColumn<int>("calls");
        QTest::newRow("1 of 30,000, by its id") << 1 << 1 << 3 + 1 + 1 + 8;
        QTest::newRow("10 of 10,000, by their ids") << 10 << 10 << 30 + 1 + 10 + 8;
        QTest::newRow("200 of 2,000, all pages") << 200 << 20 << 60 + 1 + 200 + 16;
        QTest::newRow("200 of 2,000, 20 a request") << 10 << 20 << 60 + 1 + 10 + 8;
    }

    void callsOfABatch()
    {
        QFETCH(int, requests);
        QFETCH(int, reading);
        QTEST(callsToTheEnd(requests, reading), "calls");
    }

    /// Implausible numbers count as unknown, and a sum never overflows to a small number.
    void absurdNumbersAreUnknown_data()
    {
        QTest::addColumn<ClusterRecord>("cluster");
        QTest::addColumn<bool>("unknown");
        const auto row = [](const char *name, bool unknown,
                            const std::function<void(ClusterRecord &)> &edit) {
            ClusterRecord cluster = record(QStringLiteral("a"));
            edit(cluster);
            QTest::newRow(name) << cluster << unknown;
        };
        static constexpr int Most = std::numeric_limits<int>::max();
        row("as usual", false, [](ClusterRecord &) {});
        row("as many as there can be", false, [](ClusterRecord &c) { c.nodes = 1'000'000; });
        row("more nodes", true, [](ClusterRecord &c) { c.nodes = 1'000'001; });
        row("an int full of nodes", true, [](ClusterRecord &c) { c.nodes = Most; });
        row("fewer nodes than none", true, [](ClusterRecord &c) { c.nodes = -1; });
        row("no nodes", true, [](ClusterRecord &c) { c.nodes.reset(); });
        row("fewer jobs than none", true, [](ClusterRecord &c) { c.runningJobs = -7; });
        row("fewer waiting than none", true, [](ClusterRecord &c) { c.pendingJobs = -7; });
        row("an int full of jobs", true, [](ClusterRecord &c) { c.pendingJobs = Most; });
        row("endless hours", true, [](ClusterRecord &c) { c.cpuHours = qInf(); });
        row("hours that are no number", true, [](ClusterRecord &c) { c.cpuHours = qQNaN(); });
        row("hours below none", true, [](ClusterRecord &c) { c.memoryHours = -1; });
        row("many hours", false, [](ClusterRecord &c) { c.cpuHours = 1e9; });
    }

    void absurdNumbersAreUnknown()
    {
        QFETCH(ClusterRecord, cluster);
        QFETCH(bool, unknown);
        const Plan plan = makePlan(Verb::Delete, {key(QStringLiteral("a"))}, {listing({cluster})});
        QCOMPARE(plan.items.constFirst().flags.testFlag(RiskFlag::Unknown), unknown);
        QVERIFY(plan.confirmationLevel().tier >= (unknown ? 2 : 1));
    }

    void sumsDoNotWrapAround()
    {
        ClusterRecord one = record(QStringLiteral("a"));
        one.nodes = 1'500'000'000;
        one.runningJobs = 1'500'000'000;
        ClusterRecord two = one;
        two.id = QStringLiteral("b");
        Plan plan = makePlan(Verb::Delete, {key(one.id), key(two.id)}, {listing({one, two})});
        QCOMPARE(plan.confirmationLevel().tier, 3);
        QVERIFY(!plan.nodes() && !plan.runningJobs());
        QCOMPARE(plan.pendingJobs(), std::optional(0));
        // Each number is possible, but their sum exceeds an int.
        QList<ClusterRecord> many;
        QList<ClusterKey> keys;
        for (int i = 0; i < 30; ++i) {
            ClusterRecord cluster = record(QStringLiteral("c%1").arg(i));
            cluster.runningJobs = 100'000'000;
            cluster.nodes = 1'000'000;
            many.append(cluster);
            keys.append(key(cluster.id));
        }
        plan = makePlan(Verb::Delete, keys, {listing(many)});
        QVERIFY(!plan.runningJobs());
        QCOMPARE(plan.nodes(), std::optional(30'000'000));
        // Twice as many or more is a change, also near the largest int.
        Plan before = plan;
        before.items.first().cluster.record.runningJobs = std::numeric_limits<int>::max() - 1;
        QVERIFY(!comparedTo(before, plan).items.first().changed);
    }

    void reasons_data()
    {
        QTest::addColumn<Verb>("verb");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("transition");
        QTest::addColumn<int>("exclusion"); // -1: not excluded

        const auto goesRow = [](const char *name, Verb verb, const char *status) {
            QTest::newRow(name) << verb << QString::fromLatin1(status) << QString() << -1;
        };
        const auto outRow = [](const char *name, Verb verb, const char *status,
                               const char *transition, Exclusion reason) {
            QTest::newRow(name) << verb << QString::fromLatin1(status)
                                << QString::fromLatin1(transition) << int(reason);
        };
        goesRow("delete active", Verb::Delete, "active");
        goesRow("delete stopped", Verb::Delete, "stopped");
        goesRow("delete suspended", Verb::Delete, "suspended");
        outRow("delete pending", Verb::Delete, "pending", "", Exclusion::Busy);
        outRow("delete unpublished status", Verb::Delete, "abnormal", "", Exclusion::Busy);
        outRow("delete without status", Verb::Delete, "", "", Exclusion::Busy);
        outRow("delete in transition", Verb::Delete, "active", "resizing", Exclusion::Busy);
        goesRow("stop active", Verb::Stop, "active");
        outRow("stop stopped", Verb::Stop, "stopped", "", Exclusion::WrongState);
        outRow("stop suspended", Verb::Stop, "suspended", "", Exclusion::WrongState);
        goesRow("start stopped", Verb::Start, "stopped");
        outRow("start active", Verb::Start, "active", "", Exclusion::WrongState);
        outRow("start in transition", Verb::Start, "stopped", "starting", Exclusion::Busy);
    }

    void reasons()
    {
        QFETCH(Verb, verb);
        QFETCH(QString, status);
        QFETCH(QString, transition);
        QFETCH(int, exclusion);
        ClusterRecord cluster = record("c", status);
        cluster.transition = transition;
        const Plan plan = makePlan(verb, {key("c")}, {listing({cluster})});
        QCOMPARE(goes(plan, "c"), exclusion < 0);
        QCOMPARE(plan.excluded.size(), exclusion < 0 ? 0 : 1);
        if (exclusion >= 0)
            QCOMPARE(int(plan.excluded.constFirst().reason), exclusion);
    }

    void anIdThatIsNotWhole()
    {
        for (const QString &id : {QStringLiteral("ehpc-\uFFFD"), QStringLiteral("ehpc-1\u200B")}) {
            const Plan plan = makePlan(Verb::Delete, {key(id), key("c")},
                                       {listing({record(id), record("c")}, false)});
            QCOMPARE(exclusionOf(plan, id), Exclusion::DamagedId);
            QVERIFY(goes(plan, "c"));
        }
    }

    void nothingIsEverAdded()
    {
        const Plan plan =
            makePlan(Verb::Delete, {key("b"), key("b")}, {listing({record("a"), record("b")})});
        QCOMPARE(plan.items.size(), 1);
        QVERIFY(goes(plan, "b"));
        QCOMPARE(plan.reducedTo({key("a")}).items.size(), 0);
    }

    void absenceIsReadFromACompleteListingOnly()
    {
        const QList<Cluster> known{{Account, record("c")}};
        const QList<ClusterKey> asked{key("c")};
        const Plan gone = makePlan(Verb::Delete, asked, {listing({})}, known);
        QCOMPARE(exclusionOf(gone, "c"), Exclusion::Gone);

        const Plan notRefreshed = makePlan(Verb::Delete, asked, {listing({}, false)}, known);
        QVERIFY(goes(notRefreshed, "c"));
        QVERIFY(!notRefreshed.items.constFirst().fresh);

        const Plan noListing = makePlan(Verb::Delete, asked, {}, known);
        QVERIFY(!noListing.items.constFirst().fresh);
    }

    /// Data of an earlier run is no fact: only clusters read now stay in the plan.
    void unreadAccountsAreReadOrLeftOut()
    {
        PlanInput input;
        input.asked = {key("c")};
        input.notRefreshed = {Account};
        QCOMPARE(exclusionOf(clusterdeck::makePlan(input), "c"), Exclusion::NotRead);
        input.listings = {listing({record("d")}, false)};
        QCOMPARE(exclusionOf(clusterdeck::makePlan(input), "c"), Exclusion::NotRead);
        input.listings = {listing({record("c")}, false)};
        QVERIFY(goes(clusterdeck::makePlan(input), "c"));
        input.listings = {listing({})};
        QCOMPARE(exclusionOf(clusterdeck::makePlan(input), "c"), Exclusion::NotFound);
        input.known = {{Account, record("c")}};
        QCOMPARE(exclusionOf(clusterdeck::makePlan(input), "c"), Exclusion::Gone);
    }

    void freshFactsWin()
    {
        const QList<Cluster> known{{Account, record("c")}};
        ClusterRecord now = record("c", "stopped");
        now.runningJobs = 7;
        const Plan plan = makePlan(Verb::Delete, {key("c")}, {listing({now})}, known);
        QCOMPARE(plan.items.constFirst().cluster.record, now);
        QCOMPARE(plan.runningJobs(), 7);
    }

    void ourOwnUnfinishedItemsStayOut()
    {
        const Plan plan =
            makePlan(Verb::Delete, {key("c")}, {listing({record("c")})}, {}, {key("c")});
        QCOMPARE(exclusionOf(plan, "c"), Exclusion::UnderWay);
    }

    void unknownIsNotZero()
    {
        ClusterRecord unknown = record("u");
        unknown.runningJobs.reset();
        const Plan plan =
            makePlan(Verb::Delete, {key("a"), key("u")}, {listing({record("a"), unknown})});
        QCOMPARE(plan.runningJobs(), std::nullopt);
        QCOMPARE(plan.pendingJobs(), 0);
        // A cluster with unknown facts has the highest risk, so it comes first.
        QCOMPARE(plan.items.constFirst().cluster.record.id, QStringLiteral("u"));
    }

    void flags_data()
    {
        using Change = std::function<void(ClusterRecord &)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<RiskFlags>("flags");
        const auto row = [](const char *name, RiskFlags flags, const Change &change) {
            QTest::newRow(name) << change << flags;
        };
        using R = ClusterRecord;
        row("plain", {}, [](R &) {});
        row("running", RiskFlag::HasJobs, [](R &c) { c.runningJobs = 1; });
        row("pending", RiskFlag::HasJobs, [](R &c) { c.pendingJobs = 1; });
        row("prepaid", RiskFlag::Prepaid, [](R &c) { c.billing = "Reserved"; });
        row("shared", RiskFlag::Shared, [](R &c) { c.sharedStatus = "shared"; });
        row("other owner", RiskFlag::NotMine, [](R &c) { c.owner = "usr-other"; });
        row("other owner, run by me", {}, [](R &c) {
            c.owner = "usr-other";
            c.runUser = "usr-me";
        });
        row("owner unsaid", {}, [](R &c) { c.owner.clear(); });
        row("description unsaid", RiskFlag::Unknown, [](R &c) { c.description = QString(); });
        row("jobs unsaid", RiskFlag::Unknown, [](R &c) { c.pendingJobs.reset(); });
        row("nodes unsaid", RiskFlag::Unknown, [](R &c) { c.nodes.reset(); });
        row("billing unsaid", RiskFlag::Unknown, [](R &c) { c.billing.clear(); });
        row("last on its mount", RiskFlag::LastOnMount, [](R &c) { c.mountPoint = "/data"; });
    }

    void flags()
    {
        QFETCH(std::function<void(ClusterRecord &)>, change);
        ClusterRecord cluster = record("c");
        change(cluster);
        const Plan plan = makePlan(Verb::Delete, {key("c")}, {listing({cluster})});
        QTEST(plan.items.constFirst().flags, "flags");
    }

    void mountPointsFollowTheTicks()
    {
        ClusterRecord a = record("a");
        ClusterRecord b = record("b");
        ClusterRecord c = record("c");
        a.mountPoint = b.mountPoint = QStringLiteral("/data");
        c.mountPoint = QStringLiteral("/other");
        const ClusterListing all = listing({a, b, c});
        const Plan one = makePlan(Verb::Delete, {key("a")}, {all});
        QCOMPARE(one.count(RiskFlag::LastOnMount), 0); // b is still on the same mount point
        const Plan both = makePlan(Verb::Delete, {key("a"), key("b")}, {all});
        QCOMPARE(both.count(RiskFlag::LastOnMount), 2);
        QCOMPARE(both.reducedTo({key("a")}).count(RiskFlag::LastOnMount), 0);
        const Plan stop = makePlan(Verb::Stop, {key("c")}, {all});
        QCOMPARE(stop.count(RiskFlag::LastOnMount), 0);
    }

    void locksAndReadOnlyAccounts()
    {
        PlanInput input;
        input.asked = {key("a"), key("b"), key("c")};
        input.listings = {listing({record("a"), record("b"), record("c")})};
        input.users = {{Account, {QStringLiteral("usr-me")}}};
        input.locks.clusters = {key("a")};
        input.locks.namePatterns = {QStringLiteral("B-*")};
        const Plan locked = clusterdeck::makePlan(input);
        QCOMPARE(locked.items.size(), 1);
        QCOMPARE(exclusionOf(locked, "a"), Exclusion::Locked);
        QCOMPARE(exclusionOf(locked, "b"), Exclusion::Locked);
        input.readOnly = {Account};
        const Plan readOnly = clusterdeck::makePlan(input);
        QCOMPARE(readOnly.items.size(), 0);
        QCOMPARE(exclusionOf(readOnly, "c"), Exclusion::ReadOnly);
    }

    /// Evidence from earlier readings; fresh facts can only disprove it.
    void daysUnused()
    {
        ClusterRecord cluster = record(QStringLiteral("a"));
        cluster.cpuHours = 2;
        cluster.finishedJobs = 3;
        const QDateTime start = utc(QDate(2026, 1, 2), QTime(3, 4));
        PlanInput input;
        input.asked = {key(QStringLiteral("a"))};
        input.listings = {listing({cluster})};
        QVERIFY(!clusterdeck::makePlan(input).items.constFirst().daysUnused);
        LastUse use(Account);
        use.follow({cluster}, start);
        use.follow({cluster}, start.addDays(34));
        input.lastUse.insert(Account, use);
        const Plan plan = clusterdeck::makePlan(input);
        QCOMPARE(plan.items.constFirst().daysUnused, std::optional(34));
        cluster.finishedJobs = 4;
        input.listings = {listing({cluster})};
        const Plan used = clusterdeck::makePlan(input);
        QCOMPARE(used.items.constFirst().daysUnused, std::optional(0));
        QVERIFY(!isWorse(plan, comparedTo(plan, used))); // not part of the risk
    }

    void keptByAMark_data()
    {
        QTest::addColumn<Verb>("verb");
        QTest::addColumn<QString>("description");
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<bool>("kept");
        const QDateTime march = utc(QDate(2027, 3, 31), QTime(12, 0));
        const QString until = QStringLiteral("[keep until 2027-03-31]");
        QTest::newRow("no mark") << Verb::Delete << "mine" << march << false;
        QTest::newRow("keep") << Verb::Delete << "mine [keep]" << march << true;
        QTest::newRow("other verbs") << Verb::Stop << "mine [keep]" << march << false;
        QTest::newRow("on the last day") << Verb::Delete << until << march << true;
        QTest::newRow("after it") << Verb::Delete << until << march.addDays(1) << false;
        QTest::newRow("no clock") << Verb::Delete << until << QDateTime() << true;
        QTest::newRow("not understood") << Verb::Delete << "[keep until may]" << march << true;
        QTest::newRow("expired") << Verb::Delete << "[expires 2026-12-31]" << march << false;
        QTest::newRow("both") << Verb::Delete << "[keep] [expires 2026-12-31]" << march << true;
    }

    void keptByAMark()
    {
        QFETCH(const Verb, verb);
        QFETCH(const QString, description);
        QFETCH(const QDateTime, now);
        QFETCH(const bool, kept);
        ClusterRecord cluster = record(QStringLiteral("a"));
        cluster.description = description;
        PlanInput input;
        input.verb = verb;
        input.asked = {key(QStringLiteral("a"))};
        input.listings = {listing({cluster})};
        input.now = now;
        const Plan plan = clusterdeck::makePlan(input);
        QCOMPARE(plan.items.isEmpty(), kept);
        QCOMPARE(exclusionOf(plan, QStringLiteral("a")) == Exclusion::Kept, kept);
        if (kept)
            QCOMPARE(plan.excluded.constFirst().marks, marksIn(description));
    }

    void worseThanConfirmed()
    {
        ClusterRecord a = record("a");
        const QList<ClusterKey> asked{key("a")};
        const Plan confirmed = makePlan(Verb::Delete, asked, {listing({a})});
        QVERIFY(!isWorse(confirmed, comparedTo(confirmed, confirmed)));

        a.runningJobs = 3;
        const Plan withJobs = comparedTo(confirmed, makePlan(Verb::Delete, asked, {listing({a})}));
        QVERIFY(isWorse(confirmed, withJobs));
        QCOMPARE(withJobs.items.constFirst().added, RiskFlags(RiskFlag::HasJobs));
        QVERIFY(!isWorse(withJobs, comparedTo(withJobs, withJobs)));
        QVERIFY(!isWorse(withJobs, comparedTo(withJobs, confirmed))); // better than shown
    }

    /// Worse facts without a flag of their own, one by one.
    void worseWithoutANewFlag_data()
    {
        using Change = std::function<void(ClusterRecord &)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<bool>("worse");
        const auto row = [](const char *name, bool worse, const Change &change) {
            QTest::newRow(name) << change << worse;
        };
        using R = ClusterRecord;
        row("nothing", false, [](R &) {});
        row("another name", true, [](R &c) { c.name = "other"; });
        row("another owner", true, [](R &c) { c.owner = "usr-third"; });
        row("owner no longer told", true, [](R &c) { c.owner.clear(); });
        row("another billing", true, [](R &c) { c.billing = "Reserved2"; });
        row("a node more", true, [](R &c) { c.nodes = *c.nodes + 1; });
        row("a node less", false, [](R &c) { c.nodes = *c.nodes - 1; });
        row("some jobs more", false, [](R &c) { c.runningJobs = 2 * *c.runningJobs + 10; });
        row("many running jobs more", true, [](R &c) { c.runningJobs = 2 * *c.runningJobs + 11; });
        row("many waiting jobs more", true, [](R &c) { c.pendingJobs = 2 * *c.pendingJobs + 11; });
        row("fewer jobs", false, [](R &c) { c.runningJobs = 0; });
        row("made at another time", true, [](R &c) { c.created = c.created.addSecs(1); });
        row("when it was made no longer told", false, [](R &c) { c.created = {}; });
    }

    void worseWithoutANewFlag()
    {
        QFETCH(std::function<void(ClusterRecord &)>, change);
        // With every flag set already, so that none can be added, and at the highest tier.
        PlanInput input;
        input.asked = {key("a")};
        input.users = {{Account, {QStringLiteral("usr-me")}}};
        input.safety.lowestTier = 3;
        ClusterRecord shown = record("a");
        shown.owner = QStringLiteral("usr-other");
        shown.sharedStatus = QStringLiteral("shared");
        shown.mountPoint = QStringLiteral("/data");
        shown.billing = QStringLiteral("Odd");
        shown.runningJobs = 4;
        shown.pendingJobs = 4;
        shown.nodes = 8;
        shown.created = utc(QDate(2026, 1, 1), QTime(1, 2, 3));
        input.listings = {listing({shown})};
        const Plan confirmed = clusterdeck::makePlan(input);
        change(shown);
        input.listings = {listing({shown})};
        const Plan fresh = comparedTo(confirmed, clusterdeck::makePlan(input));
        QCOMPARE(fresh.items.size(), 1);
        QTEST(isWorse(confirmed, fresh), "worse");
        QTEST(fresh.items.constFirst().changed, "worse");
    }

    /// No item is worse, but together they need a higher tier.
    void aHigherTierWithoutANewFlagIsWorse()
    {
        const QList<ClusterKey> asked{key("a")};
        const Plan stopped = makePlan(Verb::Delete, asked, {listing({record("a", "stopped")})});
        const Plan active =
            comparedTo(stopped, makePlan(Verb::Delete, asked, {listing({record("a", "active")})}));
        QVERIFY(!active.items.constFirst().changed && !active.items.constFirst().added);
        QVERIFY(isWorse(stopped, active));
        QVERIFY(!isWorse(active, comparedTo(active, stopped)));
    }

    void listedAsDeleted()
    {
        ClusterRecord deleted = record("a", "ceased");
        deleted.mountPoint = QStringLiteral("/data");
        ClusterRecord left = record("b");
        left.mountPoint = QStringLiteral("/data");
        for (const Verb verb : allVerbs()) {
            const Plan plan = makePlan(verb, {key("a")}, {listing({deleted})});
            QCOMPARE(exclusionOf(plan, "a"), Exclusion::Gone);
        }
        // A deleted cluster does not use a mount point.
        const Plan plan = makePlan(Verb::Delete, {key("b")}, {listing({deleted, left})});
        QCOMPARE(plan.count(RiskFlag::LastOnMount), 1);
    }

    void oneClusterAsksForTheTailOfItsId()
    {
        ClusterRecord a = record("ehpc-h15dp0b1");
        a.runningJobs = 3;
        const Plan plan = makePlan(Verb::Delete, {key(a.id)}, {listing({a})});
        QCOMPARE(textToType(plan), QStringLiteral("p0b1"));
        QVERIFY(isTyped(plan, QStringLiteral(" P０b１ ")));
        QVERIFY(!isTyped(plan, QStringLiteral("1")));
    }

    void settingsRaiseTheTier()
    {
        PlanInput input;
        input.asked = {key("a")};
        input.listings = {listing({record("a", "stopped")})};
        input.users = {{Account, {QStringLiteral("usr-me")}}};
        QCOMPARE(clusterdeck::makePlan(input).confirmationLevel().tier, 0);
        input.safety.lowestTier = 2;
        QCOMPARE(clusterdeck::makePlan(input).confirmationLevel().tier, 2);
        QVERIFY(clusterdeck::makePlan(input).confirmationLevel().typed);
    }

    void typing_data()
    {
        QTest::addColumn<int>("items");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("one asks nothing") << 1 << QString() << true;
        QTest::newRow("two") << 2 << QStringLiteral("2") << true;
        QTest::newRow("spaces") << 2 << QStringLiteral(" 2 ") << true;
        QTest::newRow("full width") << 12 << QStringLiteral("１２") << true;
        QTest::newRow("empty") << 2 << QString() << false;
        QTest::newRow("wrong") << 12 << QStringLiteral("2") << false;
        QTest::newRow("more than the count") << 2 << QStringLiteral("2 clusters") << false;
        QTest::newRow("leading zero") << 2 << QStringLiteral("02") << false;
    }

    void typing()
    {
        QFETCH(int, items);
        QFETCH(QString, typed);
        QFETCH(bool, accepted);
        Plan plan;
        for (int i = 0; i < items; ++i)
            plan.items.append(
                {{Account, record(QStringLiteral("ehpc-%1").arg(i))}, true, {}, false, {}});
        QCOMPARE(isTyped(plan, typed), accepted);
    }
};

QTEST_APPLESS_MAIN(TestPlan)
#include "tst_plan.moc"

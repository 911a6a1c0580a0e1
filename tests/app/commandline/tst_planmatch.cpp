// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/planmatch.h"

#include <QTest>
#include <QTimeZone>

#include <functional>

using namespace clusterdeck;
using What = PlanDifference::What;

namespace
{

const QString Lab = QStringLiteral("account-1");

ClusterRecord record(const char *id)
{
    ClusterRecord record;
    record.id = QLatin1String(id);
    record.name = QStringLiteral("name of ") + record.id;
    record.type = QStringLiteral("ehpc");
    record.status = QStringLiteral("stopped");
    record.owner = record.runUser = QStringLiteral("usr-1");
    record.billing = QStringLiteral("PayForUsed");
    record.mountPoint = QStringLiteral("mount");
    record.createdText = QStringLiteral("2026-01-01T00:00:00Z");
    record.nodes = 2;
    return record;
}

Plan planOf(const QList<ClusterRecord> &records)
{
    Plan plan;
    for (const ClusterRecord &each : records) {
        PlanItem item;
        item.cluster = {Lab, each};
        plan.items.append(item);
    }
    return plan;
}

WrittenPlan written(const QList<ClusterRecord> &records)
{
    WrittenPlan written;
    written.plan = planOf(records);
    written.labels = {{Lab, {QStringLiteral("lab"), QStringLiteral("jn1a")}}};
    return written;
}

const QHash<QString, AccountLabel> Labels{
    {Lab, {QStringLiteral("lab"), QStringLiteral("jn1a"), QStringLiteral("PROD")}}};

} // namespace

class TestPlanMatch : public QObject
{
    Q_OBJECT

private slots:
    void fits();
    void differs_data();
    void differs();
    void exchangedCluster();
    void labels();
    void tier();
    void tierOfWhatIsLeft();
    void safety();
    void smallerJournal();
    void approved_data();
    void approved();
    void numbersOfUse();
    void daysUnused_data();
    void daysUnused();
    void firstDayOfExpiry();
    void approvedOfAnotherLabel();
    void approvedDropsNotAdds();
    void plainIsRefusedWhole();
    void caseOfIds_data();
    void caseOfIds();
    void keysOfIds_data();
    void keysOfIds();
};

void TestPlanMatch::fits()
{
    ClusterRecord now = record("ehpc-1");
    now.runningJobs = 3; // changes often
    now.description = QStringLiteral("other");
    QVERIFY(differences(written({record("ehpc-1")}), planOf({now}), Labels).isEmpty());
}

void TestPlanMatch::differs_data()
{
    QTest::addColumn<int>("what");
    using Field = QString ClusterRecord::*;
    QTest::addColumn<Field>("field");
    const auto row = [](const char *name, What what, Field field) {
        QTest::newRow(name) << int(what) << field;
    };
    row("name", What::Name, &ClusterRecord::name);
    row("type", What::Type, &ClusterRecord::type);
    row("owner", What::Owner, &ClusterRecord::owner);
    row("run user", What::RunUser, &ClusterRecord::runUser);
    row("billing", What::Billing, &ClusterRecord::billing);
    row("mount point", What::MountPoint, &ClusterRecord::mountPoint);
    row("created", What::Created, &ClusterRecord::createdText);
}

void TestPlanMatch::differs()
{
    QFETCH(const int, what);
    using Field = QString ClusterRecord::*;
    QFETCH(const Field, field);
    ClusterRecord forged = record("ehpc-1");
    forged.*field = QStringLiteral("forged");
    const QList<PlanDifference> expected{
        {What(what), QStringLiteral("ehpc-1"), QStringLiteral("forged"), record("ehpc-1").*field}};
    QCOMPARE(differences(written({forged}), planOf({record("ehpc-1")}), Labels), expected);
}

/// The facts of one cluster with the id of another.
void TestPlanMatch::exchangedCluster()
{
    ClusterRecord forged = record("ehpc-2");
    forged.id = QStringLiteral("ehpc-1");
    const auto found = differences(written({forged}), planOf({record("ehpc-1")}), Labels);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().what, What::Name);
}

void TestPlanMatch::labels()
{
    WrittenPlan forged = written({record("ehpc-1")});
    forged.labels[Lab] = {QStringLiteral("test"), QStringLiteral("jn2a")};
    const QList<PlanDifference> expected{
        {What::Account, QStringLiteral("ehpc-1"), QStringLiteral("test"), QStringLiteral("lab")},
        {What::Zone, QStringLiteral("ehpc-1"), QStringLiteral("jn2a"), QStringLiteral("jn1a")}};
    QCOMPARE(differences(forged, planOf({record("ehpc-1")}), Labels), expected);
}

void TestPlanMatch::tier()
{
    ClusterRecord runs = record("ehpc-1");
    runs.status = QStringLiteral("active");
    const auto higher = differences(written({record("ehpc-1")}), planOf({runs}), Labels);
    const QList<PlanDifference> expected{
        {What::Tier, {}, QStringLiteral("0"), QStringLiteral("1")}};
    QCOMPARE(higher, expected);
    const auto lower = differences(written({runs}), planOf({record("ehpc-1")}), Labels);
    QCOMPARE(lower.size(), 1);
    QCOMPARE(lower.first().what, What::Tier);
}

/// Two were planned, one is gone: the plan for the other alone has the same tier.
void TestPlanMatch::tierOfWhatIsLeft()
{
    const WrittenPlan two = written({record("ehpc-1"), record("ehpc-2")});
    QCOMPARE(two.plan.confirmationLevel().tier, 2);
    QVERIFY(differences(two, planOf({record("ehpc-2")}), Labels).isEmpty());
}

void TestPlanMatch::safety()
{
    WrittenPlan careful = written({record("ehpc-1")});
    careful.plan.safety = {2, std::chrono::seconds(60)};
    Plan fresh = planOf({record("ehpc-1")});
    // The plan's stricter settings stay.
    QVERIFY(differences(careful, fresh, Labels).isEmpty());
    QCOMPARE(withSafetyOf(careful.plan, fresh).confirmationLevel().tier, 2);
    // These settings are stricter than the plan.
    fresh.safety.lowestTier = 3;
    QCOMPARE(differences(careful, fresh, Labels).size(), 1);
    QCOMPARE(withSafetyOf(careful.plan, fresh).safety.lowestTier, 3);
    QCOMPARE(withSafetyOf(careful.plan, fresh).safety.leastUndoWindow, std::chrono::seconds(60));
}

/// The tier of the machine where the plan was written is not the tier here: it asks for more, and
/// the plan fits.
void TestPlanMatch::smallerJournal()
{
    const WrittenPlan two = written({record("ehpc-1"), record("ehpc-2")});
    Plan fresh = planOf({record("ehpc-1"), record("ehpc-2")});
    fresh.largestBefore = 1;
    QVERIFY(differences(two, fresh, Labels).isEmpty());
    const PlanReview review = reviewOf(two, fresh, Labels);
    QVERIFY(review.differences.isEmpty() && !review.worse);
    QVERIFY(review.plan.confirmationLevel().tick);
    // Facts that raise the tier are refused as before.
    Plan worse = fresh;
    worse.items[0].flags |= RiskFlag::HasJobs;
    QVERIFY(reviewOf(two, worse, Labels).worse);
}

/// What is worse in a cluster of a plan that is two weeks old.
void TestPlanMatch::approved_data()
{
    QTest::addColumn<std::function<void(PlanItem &)>>("change");
    QTest::addColumn<int>("what"); ///< -1: it may go
    const auto row = [](const char *name, int what, std::function<void(PlanItem &)> change) {
        QTest::newRow(name) << std::move(change) << what;
    };
    using Item = PlanItem &;
    row("nothing", -1, [](Item) {});
    row("fewer nodes", -1, [](Item item) { item.cluster.record.nodes = 1; });
    row("a description", int(What::Description),
        [](Item item) { item.cluster.record.description += QStringLiteral(" do not delete"); });
    row("expires earlier", -1, [](Item item) {
        item.cluster.record.description = QStringLiteral("[expires 2026-12-01]");
    });
    row("name", int(What::Name), [](Item item) { item.cluster.record.name += u'x'; });
    row("owner", int(What::Owner), [](Item item) { item.cluster.record.owner += u'x'; });
    row("type", int(What::Type), [](Item item) { item.cluster.record.type += u'x'; });
    row("run user", int(What::RunUser), [](Item item) { item.cluster.record.runUser += u'x'; });
    row("billing", int(What::Billing), [](Item item) { item.cluster.record.billing += u'x'; });
    row("made again", int(What::Created),
        [](Item item) { item.cluster.record.createdText += u'x'; });
    row("started", int(What::Status),
        [](Item item) { item.cluster.record.status = QStringLiteral("active"); });
    row("more nodes", int(What::Nodes), [](Item item) { item.cluster.record.nodes = 3; });
    row("many jobs", int(What::RunningJobs),
        [](Item item) { item.cluster.record.runningJobs = 99; });
    row("jobs not known", int(What::RunningJobs),
        [](Item item) { item.cluster.record.runningJobs.reset(); });
    row("used since", int(What::FinishedJobs),
        [](Item item) { item.cluster.record.finishedJobs = 400; });
    row("use not known", int(What::FinishedJobs),
        [](Item item) { item.cluster.record.finishedJobs.reset(); });
    row("stopped jobs", int(What::StoppedJobs),
        [](Item item) { item.cluster.record.stoppedJobs = 9; });
    row("deleted jobs", int(What::DeletedJobs),
        [](Item item) { item.cluster.record.deletedJobs = 4; });
    row("CPU hours", int(What::CpuHours), [](Item item) { item.cluster.record.cpuHours = 100.5; });
    row("not read again", int(What::Risk), [](Item item) { item.fresh = false; });
    row("many waiting", int(What::PendingJobs),
        [](Item item) { item.cluster.record.pendingJobs = 99; });
    row("expires later", int(What::Expiry), [](Item item) {
        item.cluster.record.description = QStringLiteral("[expires 2027-01-31]");
    });
    row("expires no more", int(What::Expiry),
        [](Item item) { item.cluster.record.description.clear(); });
    row("a flag", int(What::Risk), [](Item item) { item.flags |= RiskFlag::HasJobs; });
    row("not read", int(What::Risk), [](Item item) { item.flags |= RiskFlag::Unknown; });
}

void TestPlanMatch::approved()
{
    QFETCH(const std::function<void(PlanItem &)>, change);
    QFETCH(const int, what);
    const auto withFacts = [](const char *id) {
        ClusterRecord known = record(id);
        known.runningJobs = known.pendingJobs = 0;
        known.finishedJobs = 300;
        known.cpuHours = 100;
        known.description = QStringLiteral("[expires 2026-12-31]");
        return known;
    };
    WrittenPlan old = written({withFacts("ehpc-1"), withFacts("ehpc-2")});
    old.plan.approval.code = QStringLiteral("7K3M-9QXP-2TRW-8HJD");
    old.plan.givenReason = QStringLiteral("CR-4711");
    Plan fresh = planOf({withFacts("ehpc-1"), withFacts("ehpc-2")});
    fresh.mountsInUse.insert({Lab, QStringLiteral("mount")}); // as makePlan() knows it
    change(fresh.items[0]);
    const PlanReview review = reviewOf(old, fresh, Labels);
    QVERIFY(review.differences.isEmpty() && !review.worse);
    QCOMPARE(review.plan.approval, old.plan.approval);
    QCOMPARE(review.plan.givenReason, old.plan.givenReason);
    QCOMPARE(review.plan.items.size(), what < 0 ? 2 : 1);
    QCOMPARE(review.plan.items.constLast().cluster.record.id, QStringLiteral("ehpc-2"));
    QCOMPARE(review.plan.excluded.size(), what < 0 ? 0 : 1);
    // What is left is confirmed at no higher tier, and not as changed.
    QVERIFY(!isWorse(old.plan, review.plan));
    if (what < 0)
        return;
    const ExcludedItem &left = review.plan.excluded.constFirst();
    QCOMPARE(left.reason, Exclusion::Changed);
    QCOMPARE(left.key.id, QStringLiteral("ehpc-1"));
    QCOMPARE(left.changes.size(), 1);
    QCOMPARE(int(left.changes.constFirst().what), what);
}

/// The numbers of a difference can be told apart.
void TestPlanMatch::numbersOfUse()
{
    PlanItem then{{Lab, record("ehpc-1")}, true, {}, false, {}};
    then.cluster.record.runningJobs = then.cluster.record.pendingJobs = 0;
    then.cluster.record.cpuHours = 1234567.5;
    PlanItem now = then;
    now.cluster.record.cpuHours = 1234567.75;
    const QList<PlanDifference> found = approvedChanges(then, now, {});
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.constFirst().planned, QStringLiteral("1234567.5"));
    QCOMPARE(found.constFirst().now, QStringLiteral("1234567.75"));
}

/// The days without use that the plan knew: they stay while the counts prove that the cluster was
/// not used, and are told when it was. They never exclude a cluster alone.
void TestPlanMatch::daysUnused_data()
{
    QTest::addColumn<std::optional<int>>("planned");
    QTest::addColumn<std::optional<int>>("read");
    QTest::addColumn<std::function<void(ClusterRecord &)>>("change");
    QTest::addColumn<std::optional<int>>("shown"); ///< of a cluster that may go
    QTest::addColumn<QList<int>>("changes");       ///< of an excluded one
    using Days = std::optional<int>;
    const auto row = [](const char *name, Days planned, Days read,
                        std::function<void(ClusterRecord &)> change, Days shown,
                        const QList<What> &changes) {
        QList<int> numbers;
        for (const What what : changes)
            numbers.append(int(what));
        QTest::newRow(name) << planned << read << std::move(change) << shown << numbers;
    };
    const auto same = [](ClusterRecord &) {};
    const auto finished = [](ClusterRecord &cluster) { cluster.finishedJobs = 301; };
    row("two weeks more", 90, 104, same, 104, {});
    row("another computer", 90, {}, same, 90, {});
    row("another computer, seen today", 90, 0, same, 90, {});
    row("only here", {}, 20, same, 20, {});
    row("never known", {}, {}, same, {}, {});
    row("started a job", 90, 0, [](ClusterRecord &cluster) { cluster.runningJobs = 1; }, 0, {});
    row("used since", 90, 0, finished, {}, {What::FinishedJobs, What::DaysUnused});
    row("used since, elsewhere", 90, {}, finished, {}, {What::FinishedJobs, What::DaysUnused});
    row("was in use", 0, 0, finished, {}, {What::FinishedJobs});
    row("use not known any more", 90, {}, [](ClusterRecord &cluster) { cluster.cpuHours.reset(); },
        {}, {What::CpuHours, What::DaysUnused});
}

void TestPlanMatch::daysUnused()
{
    QFETCH(const std::optional<int>, planned);
    QFETCH(const std::optional<int>, read);
    QFETCH(const std::function<void(ClusterRecord &)>, change);
    QFETCH(const std::optional<int>, shown);
    QFETCH(const QList<int>, changes);
    ClusterRecord known = record("ehpc-1");
    known.runningJobs = known.pendingJobs = 0;
    known.finishedJobs = 300;
    known.cpuHours = 100;
    WrittenPlan old = written({known});
    old.plan.approval.code = QStringLiteral("7K3M-9QXP-2TRW-8HJD");
    old.plan.items[0].daysUnused = planned;
    change(known);
    Plan fresh = planOf({known});
    fresh.mountsInUse.insert({Lab, QStringLiteral("mount")});
    fresh.items[0].daysUnused = read;
    const Plan plan = reviewOf(old, fresh, Labels).plan;
    QCOMPARE(plan.items.size(), changes.isEmpty() ? 1 : 0);
    if (changes.isEmpty()) {
        QCOMPARE(plan.items.constFirst().daysUnused, shown);
        return;
    }
    QList<int> found;
    for (const PlanDifference &each : plan.excluded.constFirst().changes)
        found.append(int(each.what));
    QCOMPARE(found, changes);
    if (changes.contains(int(What::DaysUnused)))
        QCOMPARE(plan.excluded.constFirst().changes.constLast().planned, QStringLiteral("90"));
}

/// The first day of expiry that an owner sets is an objection, unless it is over.
void TestPlanMatch::firstDayOfExpiry()
{
    PlanItem then{{Lab, record("ehpc-1")}, true, {}, false, {}};
    PlanItem now = then;
    const QDateTime at(QDate(2026, 12, 2), QTime(12, 0), QTimeZone::utc());
    QVERIFY(approvedChanges(then, now, at).isEmpty());
    now.cluster.record.description = QStringLiteral("[expires 2027-06-30]");
    const QList<PlanDifference> found = approvedChanges(then, now, at);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.constFirst().what, What::Expiry);
    now.cluster.record.description = QStringLiteral("[expires 2026-11-30]");
    QVERIFY(approvedChanges(then, now, at).isEmpty());
}

/// Another account or zone is not a matter of one cluster: nothing goes.
void TestPlanMatch::approvedOfAnotherLabel()
{
    WrittenPlan old = written({record("ehpc-1")});
    old.plan.approval.code = QStringLiteral("7K3M-9QXP-2TRW-8HJD");
    old.labels[Lab].zone = QStringLiteral("jn2a");
    const PlanReview review = reviewOf(old, planOf({record("ehpc-1")}), Labels);
    QCOMPARE(review.differences.size(), 1);
    QCOMPARE(review.differences.constFirst().what, What::Zone);
}

void TestPlanMatch::approvedDropsNotAdds()
{
    WrittenPlan old = written({record("ehpc-1")});
    old.plan.approval.code = QStringLiteral("7K3M-9QXP-2TRW-8HJD");
    Plan fresh = planOf({record("ehpc-1"), record("ehpc-2")});
    fresh.excluded = {{{Lab, QStringLiteral("ehpc-3")}, {}, {}, Exclusion::Kept}};
    const PlanReview review = reviewOf(old, fresh, Labels);
    QCOMPARE(review.plan.items.size(), 1);
    QCOMPARE(review.plan.items.constFirst().cluster.record.id, QStringLiteral("ehpc-1"));
    QCOMPARE(review.plan.excluded.size(), 1);
    QCOMPARE(review.plan.excluded.constFirst().reason, Exclusion::Kept);
}

/// A plan without approval is minutes old: one changed cluster refuses all of it, as before.
void TestPlanMatch::plainIsRefusedWhole()
{
    ClusterRecord more = record("ehpc-1");
    more.nodes = 9;
    const PlanReview review = reviewOf(written({record("ehpc-1"), record("ehpc-2")}),
                                       planOf({more, record("ehpc-2")}), Labels);
    QVERIFY(review.worse);
    QVERIFY(review.plan.excluded.isEmpty());
    QCOMPARE(review.plan.items.size(), 2);
}

void TestPlanMatch::caseOfIds_data()
{
    QTest::addColumn<QStringList>("inCloud");
    QTest::addColumn<QStringList>("planned");
    QTest::addColumn<QStringList>("excluded");
    QTest::addColumn<QString>("ambiguous");
    const QString lower = QStringLiteral("ehpc-a1");
    const QString upper = QStringLiteral("EHPC-A1");
    const QString other = QStringLiteral("ehpc-b2");
    QTest::newRow("lower case") << QStringList{lower, other} << QStringList{lower, other}
                                << QStringList{} << QString();
    QTest::newRow("as written") << QStringList{upper, other} << QStringList{upper, other}
                                << QStringList{} << QString();
    QTest::newRow("neither") << QStringList{other} << QStringList{other} << QStringList{upper}
                             << QString();
    QTest::newRow("both") << QStringList{lower, upper, other} << QStringList{} << QStringList{}
                          << upper;
    QTest::newRow("locked") << QStringList{QStringLiteral("locked ehpc-a1"), other}
                            << QStringList{other} << QStringList{lower} << QString();
}

/// The list has "EHPC-A1" and "ehpc-b2".
void TestPlanMatch::caseOfIds()
{
    QFETCH(const QStringList, inCloud);
    QFETCH(const QStringList, planned);
    QFETCH(const QStringList, excluded);
    QFETCH(const QString, ambiguous);
    const QList<ClusterKey> keys =
        inBothCases(Lab, {QStringLiteral("EHPC-A1"), QStringLiteral("ehpc-b2")});
    QCOMPARE(keys.size(), 3);
    Plan plan;
    for (const ClusterKey &key : keys) {
        const ClusterRecord found = record(qPrintable(key.id));
        if (inCloud.contains(key.id))
            plan.items += planOf({found}).items;
        else if (inCloud.contains(QStringLiteral("locked ") + key.id))
            plan.excluded.append({key, found.name, found.status, Exclusion::Locked});
        else
            plan.excluded.append({key, {}, {}, Exclusion::NotFound});
    }
    const auto result = inCaseOfCloud(plan);
    QCOMPARE(result ? QString() : result.error(), ambiguous);
    if (!result)
        return;
    QStringList items;
    for (const PlanItem &item : result->items)
        items.append(item.cluster.record.id);
    QCOMPARE(items, planned);
    QStringList leftOut;
    for (const ExcludedItem &item : result->excluded)
        leftOut.append(item.key.id);
    QCOMPARE(leftOut, excluded);
}

void TestPlanMatch::keysOfIds_data()
{
    QTest::addColumn<QStringList>("accounts");
    QTest::addColumn<QList<ClusterKey>>("listed");
    QTest::addColumn<bool>("isComplete");
    QTest::addColumn<QStringList>("ids");
    QTest::addColumn<QList<ClusterKey>>("keys"); ///< or, when `ambiguous`, the two
    QTest::addColumn<QString>("ambiguous");
    const QString prod = QStringLiteral("account-2");
    const QString a = QStringLiteral("ehpc-a1");
    const QString b = QStringLiteral("ehpc-b2");
    const QString upper = QStringLiteral("EHPC-A1");
    const QString mixed = QStringLiteral("Ehpc-A1");
    using Keys = QList<ClusterKey>;
    const auto row = [](const char *name, const QStringList &accounts, const Keys &listed,
                        bool isComplete, const QStringList &ids, const Keys &keys,
                        const QString &ambiguous = {}) {
        QTest::newRow(name) << accounts << listed << isComplete << ids << keys << ambiguous;
    };
    const QStringList both{Lab, prod};
    row("as listed", {Lab}, {{Lab, a}, {Lab, b}}, true, {b, a}, {{Lab, b}, {Lab, a}});
    row("another case", {Lab}, {{Lab, a}}, true, {upper}, {{Lab, a}});
    row("twice", {Lab}, {{Lab, a}}, true, {upper, a}, {{Lab, a}});
    row("not listed", {Lab}, {{Lab, a}}, true, {b}, {{Lab, b}});
    row("not completely listed", {Lab}, {{Lab, a}}, false, {upper}, {{Lab, upper}, {Lab, a}});
    row("in the second account", both, {{Lab, a}, {prod, b}}, false, {b, a}, {{prod, b}, {Lab, a}});
    row("in neither account", both, {{Lab, a}}, true, {b}, {{Lab, b}});
    row("in both accounts", both, {{Lab, a}, {prod, a}}, true, {a}, {{Lab, a}, {prod, a}}, a);
    row("in two cases", {Lab}, {{Lab, a}, {Lab, upper}}, true, {mixed}, {{Lab, a}, {Lab, upper}},
        mixed);
    row("in two cases, exact", {Lab}, {{Lab, a}, {Lab, upper}}, true, {upper}, {{Lab, upper}});
}

void TestPlanMatch::keysOfIds()
{
    QFETCH(const QStringList, accounts);
    QFETCH(const QList<ClusterKey>, listed);
    QFETCH(const bool, isComplete);
    QFETCH(const QStringList, ids);
    QFETCH(const QList<ClusterKey>, keys);
    QFETCH(const QString, ambiguous);
    ListIndex index;
    for (const ClusterKey &key : listed)
        index.add(key, {});
    const auto found = keysOf(ids, accounts, index, isComplete);
    QCOMPARE(found ? QString() : found.error().id, ambiguous);
    QCOMPARE(found ? *found : QList<ClusterKey>({found.error().one, found.error().other}), keys);
}

QTEST_GUILESS_MAIN(TestPlanMatch)
#include "tst_planmatch.moc"

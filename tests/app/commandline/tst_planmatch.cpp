// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/planmatch.h"

#include <QTest>

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

QTEST_GUILESS_MAIN(TestPlanMatch)
#include "tst_planmatch.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dialogonshow.h"

using namespace clusterdeck;

/// What a confirmation asks for, and what it warns of, as the risk rises.
class TestConfirmRisk : public DialogOnShow
{
    Q_OBJECT

private slots:
    void initTestCase() { loadResources(*qApp); }
    void cleanup() { close(); }
    void dataMustBeSaved();
    void endOfTheIdOfOne();
    void flagsAreSaid();
    void flagsFollowTheTicks();
    void whatIsNewIsMarked();
    void clockAndQuotaAreSaid();
    void stopInstead();
    void lockedAndReadOnly();
};

void TestConfirmRisk::dataMustBeSaved()
{
    open(planOf(Verb::Delete, 5));
    QCOMPARE(saved()->accessibleName(), QStringLiteral("The data is saved or not needed"));
    QVERIFY(saved()->isVisible() && !saved()->isChecked());
    QTest::keyClicks(count(), QStringLiteral("5"));
    passDeadTime(); // only the tick holds it back now
    QVERIFY(!go()->isEnabled());
    QTest::keyClick(saved(), Qt::Key_Return);
    QVERIFY(!saved()->isChecked());
    QTest::keyClick(saved(), Qt::Key_Space);
    QVERIFY(go()->isEnabled());
    // Four of them are at tier 2: nothing to tick there.
    m_dialog.untick(0);
    QVERIFY(!saved()->isVisible());
}

void TestConfirmRisk::endOfTheIdOfOne()
{
    Plan plan = planOf(Verb::Delete, 1);
    plan.items.first().cluster.record.id = QStringLiteral("ehpc-ab3Xyz");
    plan.items.first().flags = RiskFlag::HasJobs;
    open(plan);
    QCOMPARE(count()->accessibleName(), QStringLiteral("Last 4 characters of the ID"));
    QVERIFY(!saved()->isVisible());
    passDeadTime();
    QTest::keyClicks(count(), QStringLiteral("1"));
    QVERIFY(!go()->isEnabled());
    count()->setText(QStringLiteral("3xyz"));
    QVERIFY(go()->isEnabled());
}

void TestConfirmRisk::flagsAreSaid()
{
    Plan plan = planOf(Verb::Delete, 3);
    plan.items[0].flags = RiskFlag::HasJobs | RiskFlag::Prepaid | RiskFlag::Shared;
    plan.items[1].flags = RiskFlag::NotMine | RiskFlag::LastOnMount | RiskFlag::Unknown;
    plan.mountsInUse.insert({QStringLiteral("a"), QStringLiteral("10.0.0.1:/nas")});
    open(plan);
    const QAbstractItemModel *model = table()->model();
    const auto cell = [&](int row) { return model->index(row, PlanModel::Flags); };
    QCOMPARE(cell(0).data().toString(), QStringLiteral("has jobs, prepaid, shared"));
    QCOMPARE(cell(1).data().toString(),
             QStringLiteral("not yours, last on its mount point, fact unknown"));
    QVERIFY(!cell(0).data(Qt::DecorationRole).value<QIcon>().isNull());
    QCOMPARE(cell(2).data().toString(), QString());
    QCOMPARE(cell(2).data(Qt::AccessibleTextRole).toString(), QStringLiteral("nothing to note"));
    QVERIFY2(
        label("Consequence")
            .endsWith(QStringLiteral(
                "Among them: 1 prepaid, 1 shared, 1 not yours, 1 the last on its mount point.")),
        qPrintable(label("Consequence")));
}

void TestConfirmRisk::flagsFollowTheTicks()
{
    Plan plan = planOf(Verb::Delete, 2);
    for (PlanItem &item : plan.items)
        item.flags = RiskFlag::LastOnMount;
    open(plan);
    const QAbstractItemModel *model = table()->model();
    QCOMPARE(model->index(0, PlanModel::Flags).data().toString(),
             QStringLiteral("last on its mount point"));
    m_dialog.untick(1); // that one stays on the mount point, so the other is not the last
    QCOMPARE(model->index(0, PlanModel::Flags).data().toString(), QString());
    QVERIFY(!label("Consequence").contains(u"mount point"));
}

void TestConfirmRisk::whatIsNewIsMarked()
{
    Plan plan = planOf(Verb::Delete, 2);
    plan.items[0].flags = RiskFlag::HasJobs | RiskFlag::Prepaid;
    plan.items[0].added = RiskFlag::HasJobs;
    open(plan, ConfirmDialog::Asking::Again);
    QVERIFY(child<QWidget>("Changes")->isVisible());
    QVERIFY(child<QWidget>("Changes")->accessibleName().startsWith(u"Nothing was sent"));
    QCOMPARE(table()->model()->index(0, PlanModel::Flags).data().toString(),
             QStringLiteral("new: has jobs; prepaid"));
    QVERIFY(count()->text().isEmpty() && stay()->hasFocus());
    open(plan);
    QVERIFY(!child<QWidget>("Changes")->isVisible());
}

void TestConfirmRisk::clockAndQuotaAreSaid()
{
    Plan plan = planOf(Verb::Delete, 2);
    open(plan);
    QVERIFY(!child<QWidget>("Checks")->isVisible());
    plan.checks.append({QStringLiteral("a"), std::chrono::seconds(-45), 5, 12});
    open(plan);
    QVERIFY(child<QWidget>("Checks")->isVisible());
    const QString said = child<QWidget>("Checks")->accessibleName();
    QVERIFY2(said.contains(u"45 seconds ahead of") && said.contains(u"5 calls are left"),
             qPrintable(said));
}

void TestConfirmRisk::stopInstead()
{
    const auto stop = [this] { return child<QPushButton>("Stop instead"); };
    Plan plan = planOf(Verb::Delete, 2);
    plan.items[0].cluster.record.status = QStringLiteral("stopped");
    open(plan);
    QList<ClusterKey> wanted;
    connect(m_dialog, &ConfirmDialog::stopWanted, this,
            [&](const QList<ClusterKey> &keys) { wanted = keys; });
    QVERIFY(stop()->isVisible());
    QTest::keyClick(stop(), Qt::Key_Return);
    QVERIFY(wanted.isEmpty());
    QTest::keyClick(stop(), Qt::Key_Space);
    QCOMPARE(wanted,
             (QList<ClusterKey>{key(QStringLiteral("hpc-1")), key(QStringLiteral("hpc-2"))}));
    QVERIFY(m_confirmed.isEmpty());
    QTRY_VERIFY(!m_dialog);
    plan.items.removeLast();
    open(plan);
    QVERIFY(!stop()->isVisible());
    open(planOf(Verb::Stop, 2));
    QVERIFY(!stop()->isVisible());
}

void TestConfirmRisk::lockedAndReadOnly()
{
    Plan plan = planOf(Verb::Delete, 1);
    plan.excluded.append({key(QStringLiteral("x")), QStringLiteral("x"), {}, Exclusion::Locked});
    plan.excluded.append({key(QStringLiteral("y")), QStringLiteral("y"), {}, Exclusion::ReadOnly});
    open(plan);
    const QAbstractItemModel *model = child<QTableView>("Excluded")->model();
    QVERIFY(model->index(0, 3).data().toString().contains(u"locked"));
    QVERIFY(model->index(1, 3).data().toString().contains(u"looked at only"));
}

QTEST_MAIN(TestConfirmRisk)
#include "tst_confirmrisk.moc"

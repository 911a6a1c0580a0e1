// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/plan/deviation.h"
#include "tests/support/utc.h"

#include <QTest>

using namespace clusterdeck;
using Fact = Deviation::Fact;

namespace
{

const QDateTime Now = utc(QDate(2026, 11, 30), QTime(12, 0));

ClusterRecord record(int daysOld = 100)
{
    ClusterRecord cluster;
    cluster.name = QStringLiteral("test-07");
    cluster.owner = QStringLiteral("usr-me");
    cluster.billing = QStringLiteral("PayForUsed");
    cluster.created = Now.addDays(-daysOld);
    return cluster;
}

QList<ClusterRecord> times(int count, const ClusterRecord &cluster)
{
    return QList<ClusterRecord>(count, cluster);
}

ClusterRecord with(QString ClusterRecord::*field, const char *value)
{
    ClusterRecord cluster = record();
    cluster.*field = QString::fromUtf8(value);
    return cluster;
}

} // namespace

/// Which clusters of a selection are marked as different from the others, row by row.
class TestDeviation : public QObject
{
    Q_OBJECT

private slots:
    void table_data()
    {
        QTest::addColumn<QList<ClusterRecord>>("clusters");
        QTest::addColumn<QList<Deviation>>("found");
        const auto row = [](const char *name, const QList<ClusterRecord> &clusters,
                            const QList<Deviation> &found) {
            QTest::newRow(name) << clusters << found;
        };
        const ClusterRecord other = with(&ClusterRecord::owner, "usr-other");
        const ClusterRecord third = with(&ClusterRecord::owner, "usr-third");
        const ClusterRecord prepaid = with(&ClusterRecord::billing, "Reserved");
        const ClusterRecord named = with(&ClusterRecord::name, "prod-1");
        row("none", {}, {});
        row("all alike", times(40, record()), {});
        row("one of five", times(4, record()) + times(1, other), {{Fact::Owner, {4}}});
        row("one of four", times(3, record()) + times(1, other), {});
        row("two others of ten", QList{third} + times(8, record()) + QList{other},
            {{Fact::Owner, {0, 9}}});
        row("three of ten are not a few", times(7, record()) + times(3, other), {});
        row("no owner is known", times(9, record()) + times(1, with(&ClusterRecord::owner, "")),
            {});
        row("most owners are unknown",
            times(9, with(&ClusterRecord::owner, "")) + times(1, record()), {});
        ClusterRecord run = with(&ClusterRecord::owner, "");
        run.runUser = QStringLiteral("usr-other");
        row("its user alone is known", times(9, record()) + times(1, run), {{Fact::Owner, {9}}});
        row("prepaid", times(9, record()) + times(1, prepaid), {{Fact::Billing, {9}}});
        row("name", times(9, record()) + times(1, named), {{Fact::NameFamily, {9}}});
        row("names of one family",
            QList{with(&ClusterRecord::name, "Test 1"), with(&ClusterRecord::name, "test2"),
                  with(&ClusterRecord::name, "TEST_gpu"), with(&ClusterRecord::name, "test"),
                  with(&ClusterRecord::name, "测试 1")},
            {{Fact::NameFamily, {4}}});
        row("a name without letters",
            times(9, record()) + times(1, with(&ClusterRecord::name, "2026-1")), {});
        row("young", times(9, record()) + times(1, record(9)), {{Fact::Age, {9}}});
        row("not that young", times(9, record()) + times(1, record(10)), {});
        row("old", times(9, record()) + times(1, record(5000)), {});
        row("made in the future", times(9, record()) + times(1, record(-1)), {{Fact::Age, {9}}});
        row("all are new", times(9, record(0)) + times(1, record(-1)), {});
        ClusterRecord undated = record();
        undated.created = {};
        row("age unknown", times(9, record()) + times(1, undated), {});
        row("most ages are unknown", times(9, undated) + times(1, record(1)), {});
        ClusterRecord all = with(&ClusterRecord::owner, "usr-other");
        all.billing = prepaid.billing;
        all.name = named.name;
        all.created = Now;
        row("in every way", times(4, record()) + times(1, all),
            {{Fact::Owner, {4}}, {Fact::Billing, {4}}, {Fact::NameFamily, {4}}, {Fact::Age, {4}}});
    }

    void table()
    {
        QFETCH(const QList<ClusterRecord>, clusters);
        QList<PlanItem> items;
        for (const ClusterRecord &cluster : clusters)
            items.append({{QStringLiteral("a"), cluster}, true, {}, false, {}});
        QTEST(deviationsOf(items, Now), "found");
    }
};

QTEST_APPLESS_MAIN(TestDeviation)
#include "tst_deviation.moc"

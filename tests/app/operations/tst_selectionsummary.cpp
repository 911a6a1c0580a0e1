// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/selectionsummary.h"
#include "app/session.h"

#include <QTest>

using namespace clusterdeck;

/// The verbs that a selection of one cluster allows, row by row.
class TestSelectionSummary : public QObject
{
    Q_OBJECT

private slots:
    void one_data();
    void one();
    void reasonAgainst();
    void several();
    void inPortions();
    void afterABatch_data();
    void afterABatch();

private:
    static ClusterRow row(const QString &status, const QString &transition = {})
    {
        ClusterRecord cluster;
        cluster.id = QStringLiteral("hpc-1");
        cluster.name = QStringLiteral("prod-1");
        cluster.status = status;
        cluster.transition = transition;
        return cluster;
    }
    const ClusterKey m_key{QStringLiteral("a"), QStringLiteral("hpc-1")};
};

void TestSelectionSummary::one_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("transition");
    QTest::addColumn<int>("latest"); // an ItemState; -1: none
    QTest::addColumn<QString>("locked");
    QTest::addColumn<QString>("allowed"); // the words of the verbs
    QTest::addColumn<bool>("busy");
    QTest::addColumn<bool>("renamed");
    const QString none;
    const auto state = [](ItemState latest) { return int(latest); };
    QTest::newRow("active") << "active" << none << -1 << none << "delete stop" << false << true;
    QTest::newRow("stopped") << "stopped" << none << -1 << none << "delete start" << false << true;
    QTest::newRow("moving") << "active"
                            << "stopping" << -1 << none << none << true << true;
    QTest::newRow("counting down")
        << "active" << none << state(ItemState::Armed) << none << none << true << true;
    QTest::newRow("running") << "active" << none << state(ItemState::Running) << none << none
                             << true << true;
    QTest::newRow("unknown") << "active" << none << state(ItemState::Unknown) << none << none
                             << true << true;
    QTest::newRow("failed") << "active" << none << state(ItemState::Failed) << none << "delete stop"
                            << false << true;
    QTest::newRow("cancelled") << "stopped" << none << state(ItemState::Cancelled) << none
                               << "delete start" << false << true;
    QTest::newRow("locked by itself")
        << "active" << none << -1 << "itself" << none << false << false;
    QTest::newRow("locked by its name")
        << "active" << none << -1 << "prod-*" << none << false << false;
    QTest::newRow("another name is locked") << "active" << none << -1 << "test-*"
                                            << "delete stop" << false << true;
}

void TestSelectionSummary::one()
{
    QFETCH(const QString, status);
    QFETCH(const QString, transition);
    QFETCH(const int, latest);
    QFETCH(const QString, locked);
    QFETCH(const QString, allowed);
    QFETCH(const bool, busy);
    QFETCH(const bool, renamed);
    Locks locks;
    if (locked == u"itself")
        locks.clusters.insert(m_key);
    else if (!locked.isEmpty())
        locks.namePatterns.append(locked);
    SelectionSummary summary;
    summary.add(m_key, row(status, transition),
                latest < 0 ? std::nullopt : std::optional(ItemState(latest)), locks, {});
    QCOMPARE(summary.selected, 1);
    for (const Verb verb : allVerbs())
        QCOMPARE(summary.allowing(verb), int(allowed.split(u' ').contains(wordOf(verb))));
    QCOMPARE(summary.busy, int(busy));
    QCOMPARE(summary.locked, int(!renamed));
    QCOMPARE(summary.canBeRenamed(), renamed);
    QCOMPARE(summary.canBeLocked(), locked != u"itself");
    QCOMPARE(summary.canBeUnlocked(), locked == u"itself");
}

void TestSelectionSummary::reasonAgainst()
{
    const auto kept = [] {
        ClusterRecord record;
        record.id = QStringLiteral("hpc-2");
        record.status = QStringLiteral("active");
        record.description = QStringLiteral("[keep]");
        return ClusterRow(record);
    }();
    const auto of = [&](const QList<ClusterRow> &rows, const Locks &locks = {}) {
        SelectionSummary summary;
        for (const ClusterRow &each : rows)
            summary.add(m_key, each, {}, locks, {});
        return summary;
    };
    Locks locked;
    locked.clusters.insert(m_key);
    const ClusterRow active = row(QStringLiteral("active"));
    const ClusterRow moving = row(QStringLiteral("active"), QStringLiteral("stopping"));
    QCOMPARE(of({}).reasonAgainst(Verb::Delete), std::nullopt);
    QCOMPARE(of({active}).reasonAgainst(Verb::Delete), std::nullopt);
    QCOMPARE(of({active}).reasonAgainst(Verb::Start), Exclusion::WrongState);
    QCOMPARE(of({kept, kept}).reasonAgainst(Verb::Delete), Exclusion::Kept);
    QCOMPARE(of({kept}).reasonAgainst(Verb::Stop), std::nullopt);
    QCOMPARE(of({kept}).reasonAgainst(Verb::Start), Exclusion::WrongState);
    QCOMPARE(of({active, active}, locked).reasonAgainst(Verb::Delete), Exclusion::Locked);
    QCOMPARE(of({moving}).reasonAgainst(Verb::Delete), Exclusion::Busy);
    QCOMPARE(of({moving, kept}).reasonAgainst(Verb::Delete), std::nullopt); // two reasons
    QCOMPARE(of({kept, active}).reasonAgainst(Verb::Delete), std::nullopt); // one can go
    SelectionSummary counting = of({kept});
    counting.isComplete = false;
    QCOMPARE(counting.reasonAgainst(Verb::Delete), std::nullopt);
}

void TestSelectionSummary::several()
{
    SelectionSummary summary;
    QVERIFY(!summary.canBeRenamed() && !summary.canBeLocked() && !summary.canBeUnlocked());
    summary.add(m_key, row(QStringLiteral("active")), {}, {}, {});
    summary.hidden = 1;
    QVERIFY(!summary.canBeRenamed()); // the selected cluster is not visible
    summary.hidden = 0;
    summary.add(m_key, row(QStringLiteral("stopped")), {}, {}, {});
    QVERIFY(!summary.canBeRenamed() && summary.canBeLocked());
    QCOMPARE(summary.allowing(Verb::Delete), 2);
    QCOMPARE(summary.allowing(Verb::Stop), 1);
    QCOMPARE(summary.allowing(Verb::Start), 1);
    ClusterRecord kept;
    kept.id = m_key.id;
    kept.status = QStringLiteral("active");
    kept.description = QStringLiteral("[keep]");
    summary.add(m_key, kept, {}, {}, {});
    QCOMPARE(summary.kept, 1);
    QCOMPARE(summary.allowing(Verb::Delete), 2);
    QCOMPARE(summary.allowing(Verb::Stop), 2);
}

/// A selection that is too long for one portion.
void TestSelectionSummary::inPortions()
{
    SystemClock clock;
    Session session(clock);
    ClusterListing listing;
    listing.account = QStringLiteral("a");
    QList<int> rows;
    for (int i = 0; i < 4'500; ++i) {
        ClusterRecord cluster;
        cluster.id = QStringLiteral("hpc-%1").arg(i);
        cluster.status = QStringLiteral("active");
        listing.clusters.append(cluster);
        rows.append(i);
    }
    session.clusters().apply(listing);
    SelectionSummarizer summarizer;
    QVERIFY(summarizer.isComplete());
    summarizer.begin(rows);
    int portions = 0;
    for (; !summarizer.isComplete(); ++portions) {
        QCOMPARE(summarizer.summary().selected, 4'500);
        QVERIFY(summarizer.summary().mayAllow(Verb::Start)); // not known yet
        summarizer.goOn(session.clusters(), session.operationService());
    }
    QVERIFY(portions > 1);
    QCOMPARE(summarizer.summary().selected, 4'500);
    QCOMPARE(summarizer.summary().allowing(Verb::Delete), 4'500);
    QVERIFY(!summarizer.summary().mayAllow(Verb::Start));
    summarizer.begin({});
    QVERIFY(summarizer.isComplete() && summarizer.summary().selected == 0);
}

void TestSelectionSummary::afterABatch_data()
{
    QTest::addColumn<QList<ItemState>>("ended"); // of hpc-0, hpc-1 and so on
    QTest::addColumn<QList<int>>("selected");
    QTest::addColumn<bool>("changes");
    QTest::addColumn<QList<int>>("after");
    using States = QList<ItemState>;
    using Rows = QList<int>;
    const States mixed{ItemState::Failed, ItemState::Done, ItemState::Unknown,
                       ItemState::Cancelled};
    QTest::newRow("all selected") << mixed << Rows{0, 1, 2, 3} << true << Rows{0, 2};
    QTest::newRow("a part is selected") << mixed << Rows{1} << true << Rows{0, 2};
    QTest::newRow("nothing is selected") << mixed << Rows{} << true << Rows{0, 2};
    QTest::newRow("another one, too") << mixed << Rows{0, 9} << false << Rows{};
    QTest::newRow("only others") << mixed << Rows{8, 9} << false << Rows{};
    QTest::newRow("all done") << States{ItemState::Done, ItemState::Done} << Rows{0, 1} << false
                              << Rows{};
    QTest::newRow("cancelled") << States{ItemState::Cancelled} << Rows{0} << false << Rows{};
}

/// Failed and unknown clusters are selected, unless the user has gone on to other clusters.
void TestSelectionSummary::afterABatch()
{
    QFETCH(const QList<ItemState>, ended);
    QFETCH(const QList<int>, selected);
    QFETCH(const QList<int>, after);
    const auto keysOf = [](const QList<int> &rows) {
        QList<ClusterKey> keys;
        for (const int row : rows)
            keys.append({QStringLiteral("a"), QStringLiteral("hpc-%1").arg(row)});
        return keys;
    };
    Batch batch;
    for (int row = 0; row < ended.size(); ++row) {
        BatchItem item;
        item.key = keysOf({row}).first();
        item.state = ended.at(row);
        batch.items.append(item);
    }
    const auto left = selectionAfter(batch, keysOf(selected));
    QTEST(left.has_value(), "changes");
    QCOMPARE(left.value_or(QList<ClusterKey>()), keysOf(after));
}

QTEST_GUILESS_MAIN(TestSelectionSummary)
#include "tst_selectionsummary.moc"

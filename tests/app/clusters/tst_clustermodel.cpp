// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/clusterview.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace clusterdeck;

namespace
{

ClusterRecord record(const QString &id, const QString &name = {}, std::optional<int> nodes = {})
{
    ClusterRecord cluster;
    cluster.id = id;
    cluster.name = name.isEmpty() ? id : name;
    cluster.status = QStringLiteral("active");
    cluster.nodes = nodes;
    return cluster;
}

ClusterListing listing(const QList<ClusterRecord> &clusters, bool complete = true,
                       const QString &account = QStringLiteral("a"))
{
    ClusterListing result;
    result.account = account;
    result.clusters = {clusters.begin(), clusters.end()};
    result.complete = complete;
    return result;
}

QStringList idsShown(const ClusterView &view)
{
    QStringList ids;
    for (int row = 0; row < view.rowCount(); ++row)
        ids.append(view.clusterAt(row).record.id);
    return ids;
}

const auto Fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

} // namespace

class TestClusterModel : public QObject
{
    Q_OBJECT

private slots:
    void patchesInPlace()
    {
        ClusterModel model;
        QAbstractItemModelTester tester(&model, Fatal);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        model.apply(listing({record(QStringLiteral("1")), record(QStringLiteral("2")),
                             record(QStringLiteral("3"))}));
        QCOMPARE(model.rowCount(), 3);

        model.apply(listing({record(QStringLiteral("3")), record(QStringLiteral("1")),
                             record(QStringLiteral("2"))}));
        QCOMPARE(changed.count() + removed.count(), 0); // another order is no change

        model.apply(listing({record(QStringLiteral("1")),
                             record(QStringLiteral("3"), QStringLiteral("new")),
                             record(QStringLiteral("4"))}));
        QCOMPARE(removed.count(), 1);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.find({QStringLiteral("a"), QStringLiteral("3")})->record.name,
                 QStringLiteral("new"));
        QVERIFY(!model.rowOf({QStringLiteral("a"), QStringLiteral("2")}));
        QCOMPARE(reset.count(), 0);
    }

    void anIncompleteListingRemovesNothing()
    {
        ClusterModel model;
        model.apply(listing({record(QStringLiteral("1")), record(QStringLiteral("2"))}));
        model.apply(listing({record(QStringLiteral("3"))}, false));
        QCOMPARE(model.rowCount(), 3);
    }

    void accountsDoNotTouchEachOther()
    {
        ClusterModel model;
        model.setAccount(QStringLiteral("b"), {QStringLiteral("B-lab"), QStringLiteral("jn1a")});
        model.apply(listing({record(QStringLiteral("1"))}));
        model.apply(listing({record(QStringLiteral("1")), record(QStringLiteral("2"))}, true,
                            QStringLiteral("b")));
        QCOMPARE(model.rowCount(), 3);
        model.apply(listing({}));
        QCOMPARE(model.rowCount(), 2);
        const int row = *model.rowOf({QStringLiteral("b"), QStringLiteral("2")});
        QCOMPARE(model.index(row, int(ClusterColumn::Account)).data().toString(),
                 QStringLiteral("B-lab"));
    }

    void unknownIsNothing()
    {
        ClusterModel model;
        model.apply(listing({record(QStringLiteral("1"))}));
        QVERIFY(!model.index(0, int(ClusterColumn::Nodes)).data().isValid());
        QVERIFY(!model.index(0, int(ClusterColumn::Owner)).data().isValid());
    }

    void sortsAsPeopleRead()
    {
        ClusterModel model;
        ClusterView view(model);
        QAbstractItemModelTester tester(&view, Fatal);
        model.apply(listing({record(QStringLiteral("a"), QStringLiteral("node 10"), 3),
                             record(QStringLiteral("b"), QStringLiteral("Node 9"), {}),
                             record(QStringLiteral("c"), QStringLiteral("node 1"), 20)}));
        view.sort(int(ClusterColumn::Name));
        QCOMPARE(idsShown(view), (QStringList{"c", "b", "a"}));
        view.sort(int(ClusterColumn::Name), Qt::DescendingOrder);
        QCOMPARE(idsShown(view), (QStringList{"a", "b", "c"}));
        view.sort(int(ClusterColumn::Nodes));
        QCOMPARE(idsShown(view), (QStringList{"a", "c", "b"})); // unknown last …
        view.sort(int(ClusterColumn::Nodes), Qt::DescendingOrder);
        QCOMPARE(idsShown(view), (QStringList{"c", "a", "b"})); // … either way
    }

    void filters_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QStringList>("shown");
        QTest::newRow("empty") << QString() << QStringList{"1", "2", "3"};
        QTest::newRow("spaces") << QStringLiteral("  ") << QStringList{"1", "2", "3"};
        QTest::newRow("name, any case") << QStringLiteral("VASP") << QStringList{"1"};
        QTest::newRow("Chinese") << QStringLiteral("气象") << QStringList{"2"};
        QTest::newRow("owner") << QStringLiteral("usr-x") << QStringList{"3"};
        QTest::newRow("every word") << QStringLiteral("active wing") << QStringList{"3"};
        QTest::newRow("nothing") << QStringLiteral("wing 气象") << QStringList{};
        QTest::newRow("account") << QStringLiteral("prod-lab") << QStringList{"1", "2", "3"};
    }

    void filters()
    {
        QFETCH(QString, filter);
        QFETCH(QStringList, shown);
        ClusterModel model;
        model.setAccount(QStringLiteral("a"), {QStringLiteral("prod-lab"), QStringLiteral("jn1a")});
        ClusterView view(model);
        QAbstractItemModelTester tester(&view, Fatal);
        ClusterRecord owned = record(QStringLiteral("3"), QStringLiteral("wing"));
        owned.owner = QStringLiteral("usr-X");
        model.apply(listing({record(QStringLiteral("1"), QStringLiteral("vasp run")),
                             record(QStringLiteral("2"), QStringLiteral("气象预报")), owned}));
        view.sort(int(ClusterColumn::Id));
        view.setFilter(filter);
        QCOMPARE(idsShown(view), shown);
    }

    /// The selection is on clusters, not on places: whatever arrives, leaves or moves.
    void selectionFollowsItsClusters()
    {
        ClusterModel model;
        ClusterView view(model);
        QAbstractItemModelTester tester(&view, Fatal);
        QItemSelectionModel selection(&view);
        QRandomGenerator random(7);
        view.sort(int(ClusterColumn::Nodes));
        QSet<QString> chosen;
        QSet<QString> present;
        for (int round = 0; round < 300; ++round) {
            QList<ClusterRecord> clusters;
            QSet<QString> now;
            for (int i = 0; i < 40; ++i) {
                if (random.bounded(4) == 0)
                    continue;
                const QString id = QStringLiteral("c%1").arg(i);
                clusters.append(record(id, {}, int(random.bounded(50))));
                now.insert(id);
            }
            model.apply(listing(clusters));
            chosen.intersect(now);
            present = now;
            QSet<QString> selected;
            for (const QModelIndex &index : selection.selectedRows())
                selected.insert(view.clusterAt(index.row()).record.id);
            QCOMPARE(selected, chosen);
            if (view.rowCount() == 0)
                continue;
            const int row = int(random.bounded(view.rowCount()));
            selection.select(view.index(row, 0),
                             QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
            const QString id = view.clusterAt(row).record.id;
            if (!chosen.remove(id))
                chosen.insert(id);
        }
        QVERIFY(!present.isEmpty());
    }

    void anUnchangedOrderOnlyRepaints()
    {
        ClusterModel model;
        ClusterView view(model);
        model.apply(
            listing({record(QStringLiteral("1"), {}, 1), record(QStringLiteral("2"), {}, 2)}));
        view.sort(int(ClusterColumn::Id));
        QSignalSpy layout(&view, &QAbstractItemModel::layoutChanged);
        QSignalSpy changed(&view, &QAbstractItemModel::dataChanged);
        model.apply(
            listing({record(QStringLiteral("1"), {}, 1), record(QStringLiteral("2"), {}, 2)}));
        QCOMPARE(layout.count() + changed.count(), 0);
        model.apply(
            listing({record(QStringLiteral("1"), {}, 1), record(QStringLiteral("2"), {}, 9)}));
        QCOMPARE(layout.count(), 0);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
    }
};

QTEST_GUILESS_MAIN(TestClusterModel)
#include "tst_clustermodel.moc"

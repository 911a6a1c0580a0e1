// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/table/clusterview.h"
#include "tests/support/listing.h"
#include "tests/support/utc.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <malloc.h>

/// A function of AddressSanitizer's allocator, when it replaces malloc. GCC does not install the
/// header.
extern "C" [[gnu::weak]] size_t __sanitizer_get_current_allocated_bytes();

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

QStringList idsShown(const ClusterView &view)
{
    QStringList ids;
    for (int row = 0; row < view.rowCount(); ++row)
        ids.append(view.clusterAt(row).record.id);
    return ids;
}

size_t bytesInUse()
{
    return __sanitizer_get_current_allocated_bytes ? __sanitizer_get_current_allocated_bytes()
                                                   : mallinfo2().uordblks;
}

/// Cluster number `i` with typical values of the provider.
ClusterRecord ordinary(int i)
{
    ClusterRecord cluster = record(QStringLiteral("ehpc-%1").arg(i, 8, 36, QLatin1Char('0')),
                                   QStringLiteral("crash-sim-%1").arg(i), i % 64);
    cluster.type = QStringLiteral("ehpc");
    cluster.description = QStringLiteral("Weekly runs for the wing group");
    cluster.owner = QStringLiteral("usr-%1AbCdEfGh").arg(i % 200);
    cluster.runUser = cluster.owner;
    cluster.appClusterId = QStringLiteral("cl-%1").arg(i, 8, 36, QLatin1Char('0'));
    cluster.nasId = QStringLiteral("nas-%1abcd").arg(i % 300);
    cluster.mountPoint = QStringLiteral("nas-%1.jn1a.example:/").arg(i % 300);
    cluster.nasPath = u'/' + cluster.id;
    cluster.billing = QStringLiteral("PayForUsed");
    cluster.scheduler = QStringLiteral("slurm");
    cluster.created = utc(1'700'000'000'000 + i * 1000LL);
    cluster.runningJobs = i % 5;
    cluster.pendingJobs = 0;
    cluster.finishedJobs = i;
    cluster.cpuHours = i / 8.0;
    cluster.memoryHours = i / 4.0;
    cluster.software = {QStringLiteral("vasp 6.3.2"), QStringLiteral("openmpi 4.1.4")};
    return cluster;
}

QList<ClusterRecord> ordinary(int first, int count)
{
    QList<ClusterRecord> clusters;
    for (int i = first; i < first + count; ++i)
        clusters.append(ordinary(i));
    return clusters;
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
        QCOMPARE(changed.count() + removed.count(), 0); // a different order is not a change

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

    /// Rows belong to an earlier run until a listing contains them; removed rows are not counted.
    void rowsOfAnEarlierRun()
    {
        const auto made = [](const QStringList &ids, std::chrono::milliseconds begun) {
            QList<ClusterRecord> records;
            for (const QString &id : ids)
                records.append(record(id));
            ClusterListing part = listing(records);
            part.complete = false;
            part.begun = begun;
            return part;
        };
        const auto id = [](int number) { return QString::number(number); };
        ClusterModel model;
        ClusterListing kept = made({id(1), id(2), id(3), id(4)}, {});
        kept.fromEarlierRun = true;
        model.apply(kept);
        QCOMPARE(model.notReadSince(kept.account, {}).size(), 4);
        model.apply(made({id(1), id(2), id(5)}, std::chrono::milliseconds(10'900)));
        QCOMPARE(model.notReadSince(kept.account, {}).size(), 2);
        model.apply(made({id(2)}, std::chrono::milliseconds(12'000)));
        QCOMPARE(model.notReadSince(kept.account, std::chrono::milliseconds(11'999)),
                 (QStringList{id(1), id(3), id(4), id(5)}));
        QCOMPARE(model.notReadSince(kept.account, std::chrono::milliseconds(10'900)),
                 (QStringList{id(3), id(4)}));
        QCOMPARE(model.notReadSince(QStringLiteral("other"), std::chrono::milliseconds(99'000)),
                 QStringList());
        ClusterListing absent = made({}, std::chrono::milliseconds(13'000));
        absent.absent = {id(3), id(1)};
        model.apply(absent);
        QCOMPARE(model.notReadSince(kept.account, {}).size(), 1);
        QVERIFY(model.isFromEarlierRun(*model.rowOf({kept.account, id(4)})));
        QVERIFY(!model.isFromEarlierRun(*model.rowOf({kept.account, id(5)})));
        model.removeAccount(kept.account);
        QCOMPARE(model.notReadSince(kept.account, {}).size(), 0);
    }

    void anEarlierRunIsNeverNewer()
    {
        ClusterModel model;
        model.apply(listing({record(QStringLiteral("1"))}));
        ClusterRecord older = record(QStringLiteral("1"));
        older.name = QStringLiteral("an older name");
        ClusterListing kept = listing({older, record(QStringLiteral("2"))});
        kept.fromEarlierRun = true;
        kept.complete = false;
        model.apply(kept);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.clusterAt(0).record, record(QStringLiteral("1")));
        QVERIFY(!model.isFromEarlierRun(0) && model.isFromEarlierRun(1));
    }

    void anIncompleteListingRemovesNothing()
    {
        ClusterModel model;
        model.apply(listing({record(QStringLiteral("1")), record(QStringLiteral("2"))}));
        model.apply(listing({record(QStringLiteral("3"))}, QStringLiteral("a"), false));
        QCOMPARE(model.rowCount(), 3);
    }

    void accountsDoNotTouchEachOther()
    {
        ClusterModel model;
        model.setAccount(QStringLiteral("b"), {QStringLiteral("B-lab"), QStringLiteral("jn1a")});
        model.apply(listing({record(QStringLiteral("1"))}));
        model.apply(listing({record(QStringLiteral("1")), record(QStringLiteral("2"))},
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
        QCOMPARE(idsShown(view), (QStringList{"c", "a", "b"})); // … in both orders
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

    /// The selection follows clusters, not rows, whatever is added, removed or moved.
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

    void whatIsTheSameCostsNothing()
    {
        ClusterModel model;
        ClusterView view(model);
        model.apply(listing(ordinary(0, 500)));
        QSignalSpy begins(&model, &ClusterModel::updateBegins);
        QSignalSpy layouts(&view, &QAbstractItemModel::layoutChanged);
        QSignalSpy changes(&view, &QAbstractItemModel::dataChanged);
        model.apply(listing(ordinary(0, 500)));
        model.apply(listing(ordinary(100, 100), QStringLiteral("a"), false));
        QCOMPARE(begins.count() + layouts.count() + changes.count(), 0);
        // A filter with the same result, the current order, changes in hidden rows.
        view.setFilter(QStringLiteral("crash"));
        view.setFilter(QStringLiteral("crash-sim"));
        view.sort(int(ClusterColumn::Name));
        QCOMPARE(layouts.count() + changes.count(), 0);
        view.setFilter(QStringLiteral("crash-sim-1"));
        QCOMPARE(layouts.count(), 1);
        QList<ClusterRecord> clusters = ordinary(0, 500);
        clusters[222].runningJobs = 77;
        model.apply(listing(clusters));
        QCOMPARE(begins.count(), 1);
        QCOMPARE(layouts.count() + changes.count(), 1);
    }

    /// Views get one signal, however many rows change.
    void oneLayoutForOneListing()
    {
        ClusterModel model;
        ClusterView view(model);
        view.sort(int(ClusterColumn::Status));
        QSignalSpy layouts(&view, &QAbstractItemModel::layoutChanged);
        QList<ClusterRecord> clusters = ordinary(0, 1000);
        model.apply(listing(clusters));
        QCOMPARE(layouts.count(), 1);
        for (int i = 0; i < 1000; i += 3)
            clusters[i].status = QStringLiteral("stopped");
        clusters.remove(500, 50);
        clusters += ordinary(2000, 30);
        model.apply(listing(clusters));
        QCOMPARE(layouts.count(), 2);
        QCOMPARE(view.rowCount(), 980);
        QCOMPARE(view.clusterAt(979).record.status, QStringLiteral("stopped"));
    }

    void aClusterTakesLittleMemory()
    {
        constexpr int Count = 4000;
        constexpr size_t MostBytes = 600;
        const size_t before = bytesInUse();
        ClusterModel model;
        ClusterView view(model);
        for (int first = 0; first < Count; first += 100)
            model.apply(listing(ordinary(first, 100), QStringLiteral("a"), false));
        view.sort(int(ClusterColumn::Owner));
        view.setFilter(QStringLiteral("sim-1"));
        view.setFilter({});
        const size_t bytes = (bytesInUse() - before) / Count;
        QVERIFY2(bytes > 200 && bytes <= MostBytes, qPrintable(QString::number(bytes)));
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

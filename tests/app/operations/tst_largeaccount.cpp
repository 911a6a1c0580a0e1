// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/details/clusterdetails.h"
#include "app/clusters/listing/clusterfeed.h"
#include "app/clusters/listing/readingorder.h"
#include "app/clusters/table/clustermodel.h"
#include "app/operations/operationservice.h"
#include "simcloud.h"
#include "tests/support/manualclock.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace clusterdeck;
using namespace std::chrono_literals;

namespace
{

const QString AccountId = QStringLiteral("a");
#ifdef CLUSTERDECK_SANITIZED
constexpr int Clusters = 20'000; // so that the test does not take minutes
#else
constexpr int Clusters = 100'000;
#endif

/// All parts between the table and the cloud, connected as in Session.
struct Stage {
    ManualClock clock;
    SimCloud cloud{clock};
    Journal journal;
    LockStore locks;
    ClusterModel table;
    OperationService operations{table, clock, journal, locks};
    ClusterFeed feed{AccountId, cloud, clock};
    ClusterDetails details{table, clock};
    QObject window;
    QRandomGenerator random{20261201};
    AttendedClusters attended; ///< selected and shown

    Stage()
    {
        cloud.quota.emplace(clock, DocumentedCallsAnHour);
        for (int i = 0; i < Clusters; ++i)
            cloud.add(QStringLiteral("ehpc-%1").arg(i, 6, 10, QLatin1Char('0')));
        OperationAccount account;
        account.id = AccountId;
        account.users = {cloud.user};
        operations.addAccount(account, cloud);
        QObject::connect(&feed, &ClusterFeed::arrived, &table, &ClusterModel::apply);
        QObject::connect(&feed, &ClusterFeed::listed, &table, &ClusterModel::apply);
        QObject::connect(&operations, &OperationService::listed, &feed, &ClusterFeed::accept);
        feed.setMissed([this](std::chrono::milliseconds begun) {
            return table.notReadSince(AccountId, begun);
        });
        feed.setReadFirst([this] {
            attended.underWay = operations.underWay();
            return readingOrder(attended, AccountId, ClusterFeed::MostReadFirst);
        });
        details.see(DetailSection::Nodes);
    }

    [[nodiscard]] QList<ClusterKey> some(int count)
    {
        QList<ClusterKey> keys;
        while (keys.size() < count) {
            const ClusterKey key = table.keyAt(random.bounded(table.rowCount()));
            if (!keys.contains(key) && cloud.has(key.id))
                keys.append(key);
        }
        return keys;
    }
    void removeTen()
    {
        operations.plan(Verb::Delete, some(10), &window, [this](const Plan &plan) {
            QCOMPARE(plan.items.size(), 10);
            operations.confirm(plan, {}, &window, [](const Confirmation &confirmation) {
                QCOMPARE(confirmation.outcome, Confirmation::Outcome::Armed);
            });
        });
    }
    /// A refresh with forty visible rows.
    void refresh()
    {
        attended.shown = some(40);
        feed.refresh();
    }
    [[nodiscard]] int done() const
    {
        int items = 0;
        for (const BatchRunner *runner : operations.batches())
            items += runner->tally().in(ItemState::Done);
        return items;
    }
};

} // namespace

class TestLargeAccount : public QObject
{
    Q_OBJECT

private slots:
    /// One hour with ten deletions of ten clusters, refreshes and details, while other users create
    /// and delete clusters. The quota is never exceeded.
    void anHour()
    {
        Stage stage;
        int read = 0; // details
        stage.feed.keepFresh();
        stage.feed.refresh();
        stage.clock.advance(10s);
        for (int minute = 0; minute < 60; ++minute) {
            if (minute % 6 == 0)
                stage.removeTen();
            if (minute % 5 == 0)
                stage.refresh();
            if (minute % 10 == 3) {
                stage.cloud.add(QStringLiteral("ehpc-new%1").arg(minute));
                stage.cloud.clusters.removeAt(stage.random.bounded(1000));
            }
            stage.details.choose(stage.some(1).constFirst(), &stage.cloud);
            stage.clock.advance(1min);
            read += stage.details.status(DetailSection::Nodes).asOf.isValid() ? 1 : 0;
        }
        stage.clock.advance(2min);
        const SimCloud &cloud = stage.cloud;
        const int pages = cloud.readsOf[std::size_t(Read::Clusters)] - cloud.readsById;
        qInfo("%d pages, %d readings by id, %d of the log, %d of nodes, %d sends; %d of %d rows",
              pages, cloud.readsById, cloud.readsOf[std::size_t(Read::Operations)],
              cloud.readsOf[std::size_t(Read::Nodes)], cloud.sends, stage.table.rowCount(),
              int(cloud.clusters.size()));
        QCOMPARE(cloud.refusedByQuota, 0);
        QCOMPARE(stage.operations.batches().size(), 10);
        QCOMPARE(stage.done(), 100);
        QCOMPARE(cloud.sends, 100);
        // Details are not read when few calls of the hour are left.
        QVERIFY2(read >= 45, qPrintable(QString::number(read)));
        QVERIFY(stage.feed.readAsOf().isValid());
        QVERIFY(pages >= Clusters / CloudApi::PageSize);
    }

    /// What the user looks at is up to date seconds after F5, while the list takes hours.
    void whatMattersFirst()
    {
        Stage stage;
        stage.feed.refresh();
        stage.clock.advance(10s);
        stage.removeTen();
        stage.clock.advance(5s); // counting down
        QCOMPARE(stage.operations.underWay().size(), 10);
        stage.attended.selected = stage.some(3);
        stage.attended.shown = stage.some(30); // all are few beside the pages, also with sanitizers
        QList<ClusterKey> first(stage.attended.selected + stage.attended.shown);
        for (const ClusterKey &key : stage.operations.underWay())
            first.append(key);
        for (ClusterRecord &cluster : stage.cloud.clusters)
            cluster.name = QStringLiteral("later");
        const auto isLater = [&stage](const ClusterKey &key) {
            return stage.table.find(key)->record.name == u"later";
        };
        QVERIFY(std::none_of(first.begin(), first.end(), isLater));
        stage.cloud.readsById = 0;
        stage.feed.refresh();
        stage.clock.advance(1s);
        QVERIFY(std::all_of(first.begin(), first.end(), isLater));
        const QSet<ClusterKey> each(first.begin(), first.end());
        QCOMPARE(stage.cloud.readsById, int(each.size()));
#ifndef CLUSTERDECK_SANITIZED // the shorter list is read by now
        QVERIFY(stage.feed.isRefreshing());
#endif
        QCOMPARE(stage.cloud.refusedByQuota, 0);
    }
};

QTEST_GUILESS_MAIN(TestLargeAccount)
#include "tst_largeaccount.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/clusterstate.h"
#include "app/session.h"
#include "tests/acceptance/countingforwarder.h"
#include "tests/acceptance/demoprocess.h"

#include <QTest>

using namespace clusterdeck;

/// The main guarantee from end to end: the real session, the real service in a separate process,
/// and a forwarder between them that records what is really sent.
class TestDeletesExactlyThese : public QObject
{
    Q_OBJECT

private slots:
    void threeOfMany();

private:
    static void confirm(OperationService &operationService, const Plan &plan);
    static QSet<QString> ids(Session &session);
    static QSet<QString> idsSeenBy(const Account &account, Clock &clock);
    static QList<ClusterKey> choose(Session &session);
};

/// The only place that knows how to confirm a plan.
void TestDeletesExactlyThese::confirm(OperationService &operationService, const Plan &plan)
{
    std::optional<Confirmation> confirmation;
    QObject context;
    operationService.confirm(plan, QString(), &context,
                             [&](const Confirmation &made) { confirmation = made; });
    QTRY_VERIFY_WITH_TIMEOUT(confirmation.has_value(), 20000);
    QCOMPARE(confirmation->outcome, Confirmation::Outcome::Armed);
    for (BatchRunner *runner : operationService.batches())
        runner->sendNow();
}

QSet<QString> TestDeletesExactlyThese::ids(Session &session)
{
    QSet<QString> ids;
    for (int row = 0; row < session.clusters().rowCount(); ++row)
        ids.insert(session.clusters().clusterAt(row).record.id);
    return ids;
}

/// The ids that a second client sees, which connects to the service directly.
QSet<QString> TestDeletesExactlyThese::idsSeenBy(const Account &account, Clock &clock)
{
    Session other(clock);
    other.open(account);
    const ClusterFeed *feed = other.feeds().first();
    if (!QTest::qWaitFor([feed] { return feed->isComplete() || feed->error(); }, 20000) ||
        !feed->isComplete())
        return {};
    return ids(other);
}

/// Three clusters that can be deleted and belong to the account's owner (the list has shared
/// clusters too), from three different pages of the list.
QList<ClusterKey> TestDeletesExactlyThese::choose(Session &session)
{
    QList<ClusterKey> keys;
    const ClusterModel &clusters = session.clusters();
    for (int row = 0; row < clusters.rowCount() && keys.size() < 3; ++row) {
        const Cluster &cluster = clusters.clusterAt(row);
        const bool ours = cluster.record.owner == session.accounts().first().api.owner;
        if (row >= keys.size() * CloudApi::PageSize && ours && allows(cluster.record, Verb::Delete))
            keys.append(cluster.key());
    }
    return keys;
}

void TestDeletesExactlyThese::threeOfMany()
{
    const DemoProcess service({QStringLiteral("--clusters"), QStringLiteral("250"),
                               QStringLiteral("--job-seconds"), QStringLiteral("1")});
    QVERIFY2(service.problem().isEmpty(), qPrintable(service.problem()));
    const CountingForwarder wire(service.url());
    SystemClock clock;
    Session session(clock);
    Account account = service.account();
    account.api.baseUrl = wire.url();
    session.open(account);
    QTRY_VERIFY_WITH_TIMEOUT(session.feeds().first()->isComplete(), 20000);
    const QSet<QString> before = ids(session);
    QVERIFY(before.size() > 2 * CloudApi::PageSize);
    QCOMPARE(idsSeenBy(service.account(), clock), before);

    const QList<ClusterKey> keys = choose(session);
    QCOMPARE(keys.size(), 3);
    QSet<QString> chosen;
    for (const ClusterKey &key : keys)
        chosen.insert(key.id);

    std::optional<Plan> plan;
    session.operationService().plan(Verb::Delete, keys, this,
                                    [&plan](const Plan &made) { plan = made; });
    QTRY_VERIFY_WITH_TIMEOUT(plan, 20000);
    QCOMPARE(plan->items.size(), 3);
    QCOMPARE(plan->excluded.size(), 0);
    for (const PassedRequest &request : wire.requests())
        QCOMPARE(request.method, QByteArray("GET")); // no request has changed anything so far

    confirm(session.operationService(), *plan);
    QTRY_COMPARE_WITH_TIMEOUT(session.operationService().batches().size(), 1, 60000);
    QTRY_VERIFY_WITH_TIMEOUT(session.operationService().batches().first()->batch().isFinished(),
                             120000);

    // Each item is done, with its own job.
    const Batch &batch = session.operationService().batches().first()->batch();
    QCOMPARE(batch.items.size(), 3);
    QSet<QString> jobs;
    for (const BatchItem &item : batch.items) {
        QCOMPARE(item.state, ItemState::Done);
        QCOMPARE(item.reason, ItemReason::None);
        QVERIFY(chosen.contains(item.key.id));
        QVERIFY(!item.jobId.isEmpty());
        jobs.insert(item.jobId);
    }
    QCOMPARE(jobs.size(), 3);

    // Exactly these clusters are gone.
    const QSet<QString> after = idsSeenBy(service.account(), clock);
    QCOMPARE(before - after, chosen);
    QCOMPARE(after - before, QSet<QString>());
    session.refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!session.feeds().first()->isRefreshing(), 20000);
    QVERIFY(session.feeds().first()->isComplete());
    QCOMPARE(ids(session), after);

    // The forwarder saw three changing requests, one for each cluster, none for another.
    QMap<QString, int> sent;
    for (const PassedRequest &request : wire.requests()) {
        if (request.method == "GET")
            continue;
        QCOMPARE(request.method, QByteArray("POST"));
        QCOMPARE(request.path(), QByteArray("/api/cluster/deleteCluster"));
        const QByteArray words = request.words();
        int named = 0;
        for (const QString &id : before) {
            if (!words.contains(id.toLatin1()))
                continue;
            ++sent[id];
            ++named;
        }
        QCOMPARE(named, 1);
    }
    QCOMPARE(QSet<QString>(sent.keyBegin(), sent.keyEnd()), chosen);
    for (auto id = sent.cbegin(); id != sent.cend(); ++id)
        QVERIFY2(id.value() == 1, qPrintable(id.key()));
    QTRY_COMPARE(wire.remains(), qsizetype(0));
}

QTEST_GUILESS_MAIN(TestDeletesExactlyThese)
#include "tst_deletes_exactly_these.moc"

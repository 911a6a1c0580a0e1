// SPDX-License-Identifier: GPL-3.0-or-later
// Every benchmark that runs inside the program. As the test benchmarks_smoke it checks that each of
// them still works; run.sh runs it with more clusters and collects the figures.
#include "tests/benchmarks/tst_benchmarks_smoke.h"

#include "app/accounts/account.h"
#include "app/demo/jsonencoding.h"
#include "app/demo/worldseed.h"
#include "app/operations/journal/journal.h"
#include "tests/app/api/parsed.h"
#include "tests/support/utc.h"
#include "ui/theme/resources.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTimer>
#include <QUuid>

namespace clusterdeck
{

namespace
{

constexpr int WorldSize = 100'000; ///< the maximum number of clusters of a practice cloud

} // namespace

QList<ClusterRecord> practiceClusters(int count)
{
    QList<ClusterRecord> clusters;
    for (quint64 seed = 1; clusters.size() < count; ++seed) {
        demo::WorldOptions options;
        options.clusters = qMin(WorldSize, int(count - clusters.size()));
        options.seed = seed;
        options.owner = QStringLiteral("usr-bench");
        options.startedAt = utc(QDate(2026, 11, 1), QTime(8, 0)).toMSecsSinceEpoch();
        for (const demo::Cluster &cluster : demo::seededClusters(options)) {
            const QJsonArray one{demo::jsonencoding::cluster(cluster, true, 0)};
            clusters += pageOf(reads::clusters(), {{QStringLiteral("cluster_set"), one}}).records;
        }
    }
    return clusters;
}

QStringList serviceOptions(int clusters, int latency)
{
    return QString::asprintf("--clusters %d --latency %d --job-seconds 1 --quota 1000000", clusters,
                             latency)
        .split(u' ');
}

bool turnUntil(const std::function<bool()> &holds, int patience)
{
    QElapsedTimer waited;
    waited.start();
    QTimer wake; // wakes the event loop when nothing else does
    wake.start(20);
    while (!holds()) {
        if (waited.hasExpired(patience))
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    return true;
}

void turnUntilIdle()
{
    while (QCoreApplication::eventDispatcher()->processEvents(QEventLoop::AllEvents)) {
    }
}

void Benchmarks::row(const QString &name, const Act &act)
{
    QTest::newRow(qPrintable(name)) << act;
}

void Benchmarks::run()
{
    QFETCH(const Act, act);
    act();
}

void Benchmarks::foundRow(const QString &name, const Act &measure, QTest::QBenchmarkMetric metric)
{
    row(name, [=, this] {
        if (!m_found.contains(name))
            measure();
        QVERIFY(m_found.contains(name));
        QTest::setBenchmarkResult(m_found.value(name), metric);
    });
}

} // namespace clusterdeck

using namespace clusterdeck;

namespace
{

/// Writes finished batches to the journal in the program's data folder. Arguments: endpoint, zone,
/// owner, batches, items per batch.
int leaveJournal(const QStringList &arguments)
{
    Batch batch;
    Account account;
    account.api.baseUrl = QUrl(arguments.value(0));
    account.api.zone = arguments.value(1);
    account.api.owner = arguments.value(2);
    batch.account = accountId(account.api);
    batch.zone = account.api.zone;
    batch.user = account.api.owner;
    batch.accountName = batch.shown = QStringLiteral("bench");
    batch.confirmedAt = QDateTime::currentDateTimeUtc();
    batch.tier = 3;
    for (const ClusterRecord &record : practiceClusters(arguments.value(4).toInt())) {
        BatchItem item;
        item.key = {batch.account, record.id};
        item.position = int(batch.items.size());
        item.shown = record;
        batch.items.append(item);
    }
    Journal journal(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    using Step = std::pair<ItemState, ItemEvent>;
    for (int left = arguments.value(3).toInt(); left > 0; --left) {
        batch.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        for (BatchItem &item : batch.items)
            item.state = ItemState::Armed;
        bool written = journal.add(batch);
        for (const auto &[state, event] : {Step(ItemState::Queued, ItemEvent::UndoWindowOver),
                                           Step(ItemState::Sending, ItemEvent::SendStarted),
                                           Step(ItemState::Running, ItemEvent::Accepted),
                                           Step(ItemState::Done, ItemEvent::Completed)}) {
            for (BatchItem &item : batch.items) {
                item.state = state;
                item.endedAt = isEnd(state) ? batch.confirmedAt : QDateTime();
            }
            written = written && journal.record(batch.id, batch.items, event, batch.confirmedAt);
        }
        if (!written)
            qFatal("the journal does not take the batches");
    }
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setOrganizationName(QStringLiteral("clusterdeck"));
    QCoreApplication::setApplicationName(QStringLiteral("clusterdeck"));
    QApplication application(argc, argv);
    QApplication::setCursorFlashTime(0); // otherwise the filter field would be painted repeatedly
    QApplication::setQuitOnLastWindowClosed(false);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--journal")
        return leaveJournal(arguments.mid(2));
    loadResources(application);
    Benchmarks benchmarks;
    const QStringList once{QStringLiteral("-iterations"),
                           QStringLiteral("1")}; // enough for the test
    return QTest::qExec(&benchmarks, arguments + bySize<QStringList>(once, {}, {}, {}));
}

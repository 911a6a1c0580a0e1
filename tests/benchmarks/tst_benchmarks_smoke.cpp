// SPDX-License-Identifier: GPL-3.0-or-later
// Every benchmark that runs inside the program. As the test benchmarks_smoke it shows that each of
// them still does what it measures; run.sh runs it with more clusters and takes the figures.
#include "tests/benchmarks/tst_benchmarks_smoke.h"

#include "app/accounts/account.h"
#include "app/demo/forms.h"
#include "app/demo/worldseed.h"
#include "app/operations/journal/journal.h"
#include "tests/app/api/parsed.h"
#include "tests/support/utc.h"
#include "ui/look/resources.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QStandardPaths>
#include <QTimer>
#include <QUuid>

#include <csignal>

namespace clusterdeck
{

namespace
{

constexpr int WorldSize = 100'000; ///< the most clusters that a practice cloud has

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
            const QJsonArray one{demo::forms::cluster(cluster, true, 0)};
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
    QTimer wake; // when nothing else comes
    wake.start(20);
    while (!holds()) {
        if (waited.hasExpired(patience))
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    return true;
}

void turnFor(int milliseconds)
{
    QElapsedTimer turned;
    turned.start();
    (void)turnUntil([&] { return turned.hasExpired(milliseconds); });
}

void turnUntilIdle()
{
    while (QCoreApplication::eventDispatcher()->processEvents(QEventLoop::AllEvents)) {
    }
}

void press(QWidget *widget, int key, const QString &text)
{
    QKeyEvent down(QEvent::KeyPress, key, {}, text);
    QApplication::sendEvent(widget, &down);
    QKeyEvent up(QEvent::KeyRelease, key, {}, text);
    QApplication::sendEvent(widget, &up);
}

Batch armedBatch(const QString &account, const QList<ClusterRecord> &clusters)
{
    Batch batch;
    batch.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    batch.account = account;
    batch.accountName = QStringLiteral("bench");
    batch.zone = QStringLiteral("jn1a");
    batch.user = QStringLiteral("usr-bench");
    batch.confirmedAt = QDateTime::currentDateTimeUtc();
    batch.tier = 3;
    batch.grace = std::chrono::seconds(30);
    batch.shown = QStringLiteral("Delete %1 clusters in bench / jn1a?").arg(clusters.size());
    for (const ClusterRecord &record : clusters) {
        BatchItem item;
        item.key = {batch.account, record.id};
        item.position = int(batch.items.size());
        item.shown = record;
        item.state = ItemState::Armed;
        batch.items.append(item);
    }
    return batch;
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

void recordAll(Journal &journal, Batch &batch, ItemState state, ItemEvent event)
{
    for (BatchItem &item : batch.items) {
        item.state = state;
        item.endedAt = isEnd(state) ? batch.confirmedAt : QDateTime();
    }
    if (!journal.record(batch.id, batch.items, event, batch.confirmedAt))
        qFatal("the journal takes no event");
}

/// Leaves a journal where the program keeps its own: batches that came to their end; with
/// "interrupted" one more, whose program is killed here while three of its items are sent.
/// Arguments: endpoint, zone, owner, batches, items a batch, "interrupted" or nothing.
int leaveJournal(const QStringList &arguments)
{
    Account account;
    account.api.baseUrl = QUrl(arguments.value(0));
    account.api.zone = arguments.value(1);
    account.api.owner = arguments.value(2);
    Journal journal(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    const QList<ClusterRecord> clusters = practiceClusters(arguments.value(4).toInt());
    int finished = arguments.value(3).toInt();
    const bool interrupted = arguments.value(5) == u"interrupted";
    for (; finished >= (interrupted ? 0 : 1); --finished) {
        Batch batch = armedBatch(accountId(account.api), clusters);
        if (!journal.add(batch))
            qFatal("the journal takes no batch");
        recordAll(journal, batch, ItemState::Queued, ItemEvent::GraceOver);
        if (finished == 0)
            batch.items.resize(3);
        recordAll(journal, batch, ItemState::Sending, ItemEvent::SendStarted);
        if (finished == 0)
            std::raise(SIGKILL);
        recordAll(journal, batch, ItemState::Running, ItemEvent::Accepted);
        recordAll(journal, batch, ItemState::Done, ItemEvent::Completed);
    }
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setOrganizationName(QStringLiteral("clusterdeck"));
    QCoreApplication::setApplicationName(QStringLiteral("clusterdeck"));
    QApplication application(argc, argv);
    QApplication::setCursorFlashTime(0); // would paint the filter field again and again
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

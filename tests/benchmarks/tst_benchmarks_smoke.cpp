// SPDX-License-Identifier: GPL-3.0-or-later
// Every benchmark that runs inside the program. As the test benchmarks_smoke it shows that each of
// them still does what it measures; run.sh runs it with more clusters and takes the figures.
#include "tests/benchmarks/tst_benchmarks_smoke.h"

#include "app/accounts/account.h"
#include "app/api/replies.h"
#include "app/demo/forms.h"
#include "app/demo/worldseed.h"
#include "app/operations/journal.h"
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

void finish(Journal &journal, Batch &batch, ItemState state, ItemEvent event)
{
    for (BatchItem &item : batch.items)
        item.state = state;
    if (!journal.record(batch.id, batch.items, event, batch.confirmedAt))
        qFatal("the journal takes no event");
}

} // namespace

Sizes sizes()
{
    const QByteArray name = qgetenv("CLUSTERDECK_BENCHMARKS");
    return name == "long"    ? Sizes::Long
           : name == "usual" ? Sizes::Usual
           : name == "quick" ? Sizes::Quick
                             : Sizes::Smoke;
}

QList<ClusterRecord> practiceClusters(int count)
{
    QList<ClusterRecord> clusters;
    for (quint64 seed = 1; clusters.size() < count; ++seed) {
        demo::WorldOptions options;
        options.clusters = qMin(WorldSize, int(count - clusters.size()));
        options.seed = seed;
        options.owner = QStringLiteral("usr-bench");
        options.startedAt = QDateTime(QDate(2026, 11, 1), QTime(8, 0), Qt::UTC).toMSecsSinceEpoch();
        for (const demo::Cluster &cluster : demo::seededClusters(options)) {
            const QJsonArray one{demo::forms::cluster(cluster, true, 0)};
            clusters += replies::clusters({{QStringLiteral("cluster_set"), one}}).clusters;
        }
    }
    return clusters;
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

void turnUntilIdle()
{
    while (QCoreApplication::eventDispatcher()->processEvents(QEventLoop::AllEvents)) {
    }
}

void reportPainted(const std::function<void()> &act)
{
    turnUntilIdle();
    QElapsedTimer time;
    time.start();
    act();
    turnUntilIdle();
    QTest::setBenchmarkResult(double(time.nsecsElapsed()) / 1e6, QTest::WalltimeMilliseconds);
}

void press(QWidget *widget, int key, const QString &text)
{
    QKeyEvent down(QEvent::KeyPress, key, {}, text);
    QApplication::sendEvent(widget, &down);
    QKeyEvent up(QEvent::KeyRelease, key, {}, text);
    QApplication::sendEvent(widget, &up);
}

int leaveJournal(const QStringList &arguments)
{
    Account account;
    account.api.baseUrl = QUrl(arguments.value(0));
    account.api.zone = arguments.value(1);
    account.api.owner = arguments.value(2);
    Journal journal(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    const int finished = arguments.value(3).toInt();
    const bool interrupted = arguments.value(5) == u"interrupted";
    const int length = interrupted ? 10 : arguments.value(4).toInt();
    for (int number = 0; number < finished + (interrupted ? 1 : 0); ++number) {
        Batch batch = armedBatch(accountId(account.api), practiceClusters(length));
        if (!journal.add(batch))
            qFatal("the journal takes no batch");
        finish(journal, batch, ItemState::Queued, ItemEvent::GraceOver);
        if (number == finished) { // in the middle of the batch
            batch.items.resize(3);
            finish(journal, batch, ItemState::Sending, ItemEvent::SendStarted);
            std::raise(SIGKILL);
        }
        finish(journal, batch, ItemState::Sending, ItemEvent::SendStarted);
        finish(journal, batch, ItemState::Running, ItemEvent::Accepted);
        for (BatchItem &item : batch.items)
            item.endedAt = batch.confirmedAt;
        finish(journal, batch, ItemState::Done, ItemEvent::Completed);
    }
    return 0;
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

void Benchmarks::reportFound(const std::function<void()> &measure, QTest::QBenchmarkMetric metric)
{
    const QString row = QString::fromUtf8(QTest::currentDataTag());
    if (!m_found.contains(row))
        measure();
    QVERIFY(m_found.contains(row));
    QTest::setBenchmarkResult(m_found.value(row), metric);
}

} // namespace clusterdeck

int main(int argc, char *argv[])
{
    QCoreApplication::setOrganizationName(QStringLiteral("clusterdeck"));
    QCoreApplication::setApplicationName(QStringLiteral("clusterdeck"));
    QApplication application(argc, argv);
    QApplication::setCursorFlashTime(0); // would paint the filter field again and again
    QApplication::setQuitOnLastWindowClosed(false);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--journal")
        return clusterdeck::leaveJournal(arguments.mid(2));
    clusterdeck::loadResources(application);
    clusterdeck::Benchmarks benchmarks;
    return QTest::qExec(&benchmarks, arguments);
}

// SPDX-License-Identifier: GPL-3.0-or-later
// The engine deletes 500 clusters over HTTP, 50 ms a call, with a real journal on disk: time from
// the first send to the last answer against what latency and calls in flight allow, calls against
// the least that the promises need, processor time an item, and what it costs to write a large
// batch down. Fails when anything is not deleted.
#include "app/operations/journal.h"
#include "tests/benchmarks/room/enginerun.h"
#include "tests/benchmarks/room/figure.h"
#include "tests/benchmarks/room/requirement.h"
#include "tests/benchmarks/room/serverprocess.h"
#include "tests/benchmarks/room/syntheticclusters.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QUuid>

#include <cstdio>
#include <unistd.h>

using namespace clusterdeck;

namespace
{

constexpr int Clusters = 500;
constexpr int CallMs = 50;
constexpr int JobMs = 1000;
constexpr int Rounds = 3;
constexpr int Intents = 1000;
constexpr int IntentRounds = 20;

constexpr int roundedUp(int number, int by)
{
    return (number + by - 1) / by;
}

/// How an account sends.
struct Variant {
    int inFlight;
    int together = 1; ///< clusters a request

    /// One cluster alone first, since the batch is of the highest tier.
    [[nodiscard]] int requests(int clusters) const { return 1 + roundedUp(clusters - 1, together); }
    /// Then as many at a time as may be.
    [[nodiscard]] int boundMs() const
    {
        return (1 + roundedUp(requests(Clusters) - 1, inFlight)) * CallMs;
    }
    [[nodiscard]] QString name() const
    {
        const QString name =
            QStringLiteral("500 deletions, 50 ms a call, %1 in flight").arg(inFlight);
        return together == 1 ? name : name + QStringLiteral(", %1 a request").arg(together);
    }
};

/// Two complete preflights, a request a cluster, the operation log with all of them on it, and two
/// complete listings of nothing, which are a page each.
int leastCalls(const Variant &variant)
{
    constexpr int Pages = Clusters / CloudApi::PageSize;
    const int requests = variant.requests(Clusters);
    return 2 * Pages + requests + roundedUp(requests, CloudApi::PageSize) + 2;
}

struct Measured {
    Samples sending; ///< milliseconds
    Samples calls;
    Samples cpu; ///< milliseconds an item
};

/// On the disk the program was built on: what /tmp is may be memory, and writes to it cost nothing.
QString placeFor(const char *name)
{
    return QCoreApplication::applicationDirPath() + QLatin1Char('/') + QLatin1String(name) +
           QStringLiteral("-XXXXXX");
}

void deleteAll(const Variant &variant, int clusters, Measured &measured)
{
    ServerProcess server(clusters, CallMs, JobMs);
    const QTemporaryDir folder(placeFor("bulk"));
    require(folder.isValid(), "there is a folder for the journal");
    Account account = server.account();
    account.inFlight = variant.inFlight;
    account.together = variant.together;
    EngineRun engine(account, folder.path());
    require(engine.arm() == clusters, "all are armed");
    engine.sendAll();
    engine.finish();
    const QJsonObject stats = server.stats();
    const auto count = [&](const char *name) { return stats.value(QLatin1String(name)).toInt(); };
    require(count("deletes") == variant.requests(clusters), "as many requests as there must be");
    require(count("others") == 0, "no other calls");
    const int firstListing = (clusters + CloudApi::PageSize - 1) / CloudApi::PageSize;
    measured.sending.add(engine.sendingMs());
    measured.calls.add(count("requests") - firstListing);
    measured.cpu.add(engine.cpuMs() / clusters);
    std::fprintf(stderr,
                 "%d in flight, %d clusters: %.0f ms (the server %.2f ms a call), %d deletions, %d "
                 "pages of clusters (%d of "
                 "them for the table), %d pages of the log, %.2f ms of processor an item\n",
                 variant.inFlight, clusters, engine.sendingMs(),
                 stats.value(QLatin1String("own_total_ms")).toDouble() / count("requests"),
                 count("deletes"), count("lists"), firstListing, count("logs"),
                 engine.cpuMs() / clusters);
}

void print(const Variant &variant, const Measured &measured)
{
    Samples bound;
    bound.add(variant.boundMs());
    Samples least;
    least.add(leastCalls(variant));
    const Figure figures[] = {
        {variant.name(), QStringLiteral("ms"), measured.sending,
         QStringLiteral("latency and calls in flight"), bound,
         variant.together == 1 ? QStringLiteral("ratio <= 1.1") : QString()},
        {variant.name() + QStringLiteral(", calls"), QStringLiteral("calls"), measured.calls,
         QStringLiteral("least that the promises need"), least, QStringLiteral("ratio <= 1.05")},
        {variant.name() + QStringLiteral(", processor an item, journal included"),
         QStringLiteral("ms"),
         measured.cpu,
         {},
         {},
         QStringLiteral("<= 3 ms")},
    };
    for (const Figure &figure : figures)
        figure.print();
}

Batch armedBatch()
{
    Batch batch;
    batch.account = QStringLiteral("http://127.0.0.1:80 jn1a usr-bench");
    batch.accountName = QStringLiteral("bench");
    batch.zone = QStringLiteral("jn1a");
    batch.user = QStringLiteral("usr-bench");
    batch.confirmedAt = QDateTime::currentDateTimeUtc();
    batch.tier = 3;
    batch.grace = std::chrono::seconds(30);
    batch.shown = QStringLiteral("Delete 1000 clusters in bench / jn1a?");
    for (const ClusterRecord &record : deletableClusters(Intents, batch.user)) {
        BatchItem item;
        item.key = {batch.account, record.id};
        item.position = int(batch.items.size());
        item.shown = record;
        item.state = ItemState::Armed;
        batch.items.append(item);
    }
    return batch;
}

/// The same number of bytes, written to a plain file and made durable: no journal is faster.
double timePlainWrite(const QString &path, qint64 bytes)
{
    QFile file(path);
    require(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered), "a file can be written");
    const QByteArray data(bytes, 'x');
    QElapsedTimer time;
    time.start();
    require(file.write(data) == bytes && fdatasync(file.handle()) == 0, "it is durable");
    return double(time.nsecsElapsed()) / 1e6;
}

void measureIntents()
{
    const QTemporaryDir folder(placeFor("journal"));
    require(folder.isValid(), "there is a folder for the journal");
    Journal journal(folder.path());
    Batch batch = armedBatch();
    Figure figure{QStringLiteral("1000 intents durable"),
                  QStringLiteral("ms"),
                  {},
                  QStringLiteral("256 KiB written and synced"),
                  {},
                  QStringLiteral("<= 10 ms")};
    for (int round = 0; round <= IntentRounds; ++round) {
        batch.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        QElapsedTimer time;
        time.start();
        require(journal.add(batch), "the journal takes the batch");
        const double took = double(time.nsecsElapsed()) / 1e6;
        const double plain = timePlainWrite(folder.filePath(QStringLiteral("plain")), 256 * 1024);
        if (round == 0)
            continue; // warming up
        figure.ours.add(took);
        figure.peer.add(plain);
    }
    figure.print();
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("bench_bulk"));
    measureIntents();
    const Variant variants[] = {{2}, {4}, {2, 20}};
    Measured measured[std::size(variants)];
    Measured discarded;
    deleteAll(variants[1], 20, discarded);
    for (int round = 0; round < Rounds; ++round) {
        for (size_t i = 0; i < std::size(variants); ++i)
            deleteAll(variants[i], Clusters, measured[i]);
    }
    for (size_t i = 0; i < std::size(variants); ++i)
        print(variants[i], measured[i]);
    Figure{QStringLiteral("500 deletions, 20 a request, calls"),
           QStringLiteral("calls"),
           measured[2].calls,
           QStringLiteral("one a request"),
           measured[0].calls,
           QStringLiteral("ratio <= 0.1")}
        .print();
    return 0;
}

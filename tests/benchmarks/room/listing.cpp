// SPDX-License-Identifier: GPL-3.0-or-later
// Lists 10,000 clusters over HTTP from a server that takes 50 ms a page: against what latency and
// calls in flight allow, and against the provider's published sample, which asks for one page after
// the other. Fails when a listing is not complete or takes more requests than there are pages.
#include "app/session.h"
#include "tests/benchmarks/room/cputime.h"
#include "tests/benchmarks/room/figure.h"
#include "tests/benchmarks/room/requirement.h"
#include "tests/benchmarks/room/serverprocess.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>

using namespace clusterdeck;

namespace
{

constexpr int Clusters = 10000;
constexpr int Pages = Clusters / CloudApi::PageSize;
constexpr int PageMs = 50;
constexpr int Rounds = 5;
constexpr int PythonRounds = 3;
constexpr int Patience = 60000; ///< milliseconds

/// The first page alone, since it tells the total, then as many at a time as may be on their way.
constexpr int boundMs()
{
    return (1 + (Pages - 1 + ApiClient::MaxInFlight - 1) / ApiClient::MaxInFlight) * PageMs;
}

struct Measured {
    Samples first; ///< milliseconds: into an empty table
    Samples again; ///< milliseconds: everything as it was
    Samples cpu;   ///< milliseconds of this process's processor time, of `first`
    Samples cpuAgain;
    Samples python; ///< milliseconds
    Samples requests;
    Samples server; ///< milliseconds of the server's own a request, the average
};

/// Begins a listing with `begin`, waits for its end, and returns the milliseconds between.
double timeListing(Session &session, const std::function<void()> &begin)
{
    bool ended = false;
    bool complete = false;
    double took = 0;
    QElapsedTimer time;
    time.start();
    begin();
    QObject context;
    QObject::connect(session.feeds().first(), &ClusterFeed::listed, &context,
                     [&](const ClusterListing &listing) {
                         took = double(time.nsecsElapsed()) / 1e6; // the table has its rows
                         complete = listing.complete;
                         ended = true;
                     });
    while (!ended && !time.hasExpired(Patience))
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    require(ended && complete, "the listing is complete");
    require(session.clusters().rowCount() == Clusters, "every cluster has its row");
    return took;
}

void listTwice(ServerProcess &server, Measured &measured)
{
    SystemClock clock;
    Session session(clock);
    const QJsonObject before = server.stats();
    const double cpuBefore = processCpuMs();
    measured.first.add(timeListing(session, [&] { session.open(server.account()); }));
    const double cpuBetween = processCpuMs();
    measured.again.add(timeListing(session, [&] { session.feeds().first()->refresh(); }));
    measured.cpu.add(cpuBetween - cpuBefore);
    measured.cpuAgain.add(processCpuMs() - cpuBetween);
    const QJsonObject after = server.stats();
    const auto grown = [&](const char *name) {
        return after.value(QLatin1String(name)).toDouble() -
               before.value(QLatin1String(name)).toDouble();
    };
    require(grown("requests") == 2 * Pages && grown("lists") == 2 * Pages,
            "two listings take as many requests as they have pages, and no other");
    measured.requests.add(grown("requests") / 2);
    measured.server.add(grown("own_total_ms") / grown("requests"));
}

double timePython(const Account &account)
{
    QProcess python;
    python.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    python.start(QStringLiteral("python3"),
                 {QStringLiteral(BENCH_SOURCE "/sequentiallisting.py"),
                  QStringLiteral(PUBLISHED_SAMPLE), account.api.baseUrl.toString(),
                  account.api.zone, account.api.owner, account.api.credentials.accessKeyId,
                  account.api.credentials.secretAccessKey});
    require(python.waitForFinished(Patience) && python.exitCode() == 0,
            "the published sample lists");
    const QList<QByteArray> words = python.readAllStandardOutput().trimmed().split(' ');
    require(words.size() == 2 && words.first().toInt() == Clusters,
            "the published sample finds every cluster");
    return words.last().toDouble() * 1000;
}

void print(const Measured &measured)
{
    Samples bound;
    bound.add(boundMs());
    Samples minimum;
    minimum.add(Pages);
    const QString ms = QStringLiteral("ms");
    const QString floor = QStringLiteral("latency, %1 in flight").arg(int(ApiClient::MaxInFlight));
    const QString goal = QStringLiteral("ratio <= 1.15");
    const QString sample = QStringLiteral("published sample");
    const QString what = QStringLiteral("10000 clusters listed, 50 ms a page");
    const Figure figures[] = {
        {what, ms, measured.first, floor, bound, goal},
        {what + QStringLiteral(", again"), ms, measured.again, floor, bound, goal},
        {what + QStringLiteral(", beside a script"), ms, measured.first, sample, measured.python,
         QStringLiteral("ratio <= 0.2")},
        {QStringLiteral("requests for 10000 clusters"), QStringLiteral("requests"),
         measured.requests, QStringLiteral("pages"), minimum, QStringLiteral("ratio <= 1")},
        {QStringLiteral("processor time of listing 10000 clusters"), ms, measured.cpu, {}, {}, {}},
        {QStringLiteral("processor time of listing 10000 clusters, again"),
         ms,
         measured.cpuAgain,
         {},
         {},
         {}},
        {QStringLiteral("(the test server's own time a request)"), ms, measured.server, {}, {}, {}},
    };
    for (const Figure &figure : figures)
        figure.print();
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("bench_listing"));
    ServerProcess server(Clusters, PageMs, 0);
    Measured discarded;
    listTwice(server, discarded);
    Measured measured;
    for (int round = 0; round < Rounds; ++round) {
        listTwice(server, measured);
        if (round < PythonRounds)
            measured.python.add(timePython(server.account()));
        std::fprintf(stderr, "round %d of %d\n", round + 1, Rounds);
    }
    print(measured);
    return 0;
}

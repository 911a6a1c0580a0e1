// SPDX-License-Identifier: GPL-3.0-or-later
// Listings and deletions over HTTP, with the practice service in a separate process.
#include "app/clusters/clusterstate.h"
#include "app/session.h"
#include "tests/acceptance/demoprocess.h"
#include "tests/benchmarks/tst_benchmarks_smoke.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <ctime>

namespace clusterdeck
{

namespace
{

constexpr int PageSize = CloudApi::PageSize;

constexpr int roundedUp(int number, int by)
{
    return (number + by - 1) / by;
}

/// A folder on the disk of the build: /tmp may be in memory, where writes cost nothing.
QString onDisk()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/benchmark-XXXXXX");
}

/// A session without a window that counts its calls and operates on clusters.
class Engine
{
public:
    Engine(const Account &account, const QString &folder)
        : session(clock, folder)
    {
        Account roomy = account;
        roomy.api.callsAnHour = 1'000'000;
        time.start();
        session.open(roomy);
        feed()->keepFresh(std::chrono::hours(24)); // the table's own refreshes are not measured
        QObject::connect(dynamic_cast<ApiClient *>(session.cloud(account.id)), &ApiClient::called,
                         &context, [this] { ++calls; });
    }

    [[nodiscard]] ClusterFeed *feed() const { return session.feeds().first(); }
    [[nodiscard]] bool hasListed() const
    {
        return turnUntil([this] { return !feed()->isRefreshing(); }) && feed()->isComplete();
    }
    [[nodiscard]] double now() const { return double(time.nsecsElapsed()) / 1e6; }

    /// Plans and confirms the deletion of this number of clusters; false when that fails.
    [[nodiscard]] bool arm(int clusters)
    {
        QList<ClusterKey> keys;
        const ClusterModel &model = session.clusters();
        const QString owner = session.accounts().constFirst().api.owner;
        for (int row = 0; row < model.rowCount() && keys.size() < clusters; ++row) {
            const ClusterRecord record = model.clusterAt(row).record;
            if (allows(record, Verb::Delete) && record.owner == owner)
                keys.append(model.keyAt(row));
        }
        std::optional<Plan> plan;
        session.operationService().plan(Verb::Delete, keys, &context,
                                        [&](const Plan &made) { plan = made; });
        if (!turnUntil([&] { return plan.has_value(); }) || plan->items.size() != clusters)
            return false;
        std::optional<Confirmation> confirmation;
        session.operationService().confirm(*plan, QStringLiteral("benchmark"), &context,
                                           [&](const Confirmation &made) { confirmation = made; });
        if (!turnUntil([&] { return confirmation.has_value(); }) ||
            confirmation->outcome != Confirmation::Outcome::Armed)
            return false;
        runner = session.operationService().batches().constLast();
        unanswered = int(runner->batch().items.size());
        QObject::connect(runner, &BatchRunner::itemChanged, &context, [this](int item) {
            const ItemState state = runner->batch().items.at(item).state;
            if (state == ItemState::Sending && firstSend == 0)
                firstSend = now();
            if (state == ItemState::Running && --unanswered == 0)
                lastAnswer = now();
        });
        return unanswered == clusters;
    }
    [[nodiscard]] bool sendAll()
    {
        runner->sendNow();
        return turnUntil([this] { return unanswered == 0; }, 10'000'000);
    }
    [[nodiscard]] bool allDone() const
    {
        return turnUntil([this] { return runner->isFinished(); }) &&
               runner->batch().counts().value(ItemState::Done) == runner->batch().items.size();
    }

    QElapsedTimer time;
    SystemClock clock;
    mutable Session session;
    QObject context;
    BatchRunner *runner = nullptr;
    int calls = 0;
    int unanswered = 0;
    double firstSend = 0;
    double lastAnswer = 0;
};

} // namespace

void Benchmarks::listing_data()
{
    QTest::addColumn<Act>("act");
    const int clusters = bySize(300, 2000, 10'000, 10'000);
    const int pageMs = bySize(1, 50, 50, 50);
    const QString what = QString::asprintf("%d clusters listed, %d ms a page", clusters, pageMs);
    const auto measure = [=, this] { list(clusters, pageMs, what); };
    for (const char *each : {"", " | latency and pages in flight", " | published sample"})
        foundRow(what + QLatin1String(each), measure);
    for (const char *each : {", requests", ", requests | pages"})
        foundRow(what + QLatin1String(each), measure, QTest::Events);
}

void Benchmarks::list(int clusters, int pageMs, const QString &name)
{
    const DemoProcess service(serviceOptions(clusters, pageMs));
    QVERIFY2(service.problem().isEmpty(), qPrintable(service.problem()));
    const int pages = roundedUp(clusters, PageSize);
    Engine engine(service.account(), {});
    QVERIFY(engine.hasListed());
    m_found[name] = engine.now();
    QCOMPARE(engine.session.clusters().rowCount(), clusters);
    engine.calls = 0; // the first request was sent before counting began
    engine.feed()->refresh();
    QVERIFY(engine.hasListed());
    m_found[name + QStringLiteral(", requests")] = engine.calls;
    m_found[name + QStringLiteral(", requests | pages")] = pages;
    // The first page alone, because it has the total; then as many pages at a time as may be in
    // flight.
    m_found[name + QStringLiteral(" | latency and pages in flight")] =
        (1 + roundedUp(pages - 1, ApiClient::MaxInFlight)) * pageMs;

    const ApiSettings &api = service.account().api;
    QProcess python;
    python.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    python.start(QStringLiteral("/usr/bin/python3"),
                 {QStringLiteral("-Bc"),
                  QStringLiteral("import sys, time; sys.path.insert(0, sys.argv[1])\n"
                                 "import published_sample as sample\n"
                                 "client = sample.Client(*sys.argv[2:6])\n"
                                 "begun = time.perf_counter()\n"
                                 "found = client.clusters(sys.argv[6])\n"
                                 "print(len(found), time.perf_counter() - begun)"),
                  QStringLiteral(PUBLISHED_SAMPLE), api.baseUrl.toString(), api.zone,
                  api.credentials.accessKeyId, api.credentials.secretAccessKey, api.owner});
    QVERIFY(python.waitForFinished(120'000) && python.exitCode() == 0);
    const QList<QByteArray> words = python.readAllStandardOutput().trimmed().split(' ');
    QCOMPARE(words.first().toInt(), clusters);
    m_found[name + QStringLiteral(" | published sample")] = words.last().toDouble() * 1000;
}

void Benchmarks::deletions_data()
{
    QTest::addColumn<Act>("act");
    const int clusters = bySize(6, 100, 500, 500);
    using Variants = QList<std::pair<int, int>>;
    const Variants all{{2, 1}, {4, 1}, {2, 20}};
    for (const auto &[inFlight, together] : bySize<Variants>({{2, 20}}, all, all, all)) {
        const QString what = QString::asprintf("%d deletions, %d in flight, %d a request", clusters,
                                               inFlight, together);
        const auto measure = [=, this, inFlight = inFlight, together = together] {
            deleteAll(clusters, inFlight, together, what);
        };
        for (const char *each : {"", " | latency and calls in flight", ", processor an item"})
            foundRow(what + QLatin1String(each), measure);
        for (const char *each : {", calls", ", calls | least that the promises need"})
            foundRow(what + QLatin1String(each), measure, QTest::Events);
    }
}

void Benchmarks::deleteAll(int clusters, int inFlight, int together, const QString &name)
{
    const int callMs = bySize(1, 50, 50, 50);
    const DemoProcess service(serviceOptions(2 * clusters + 40, callMs));
    QVERIFY2(service.problem().isEmpty(), qPrintable(service.problem()));
    const QTemporaryDir folder(onDisk());
    Account account = service.account();
    account.inFlight = inFlight;
    account.together = together;
    Engine engine(account, folder.path());
    QVERIFY(engine.hasListed());
    const int listed = engine.session.clusters().rowCount();
    engine.calls = 0;
    QVERIFY(engine.arm(clusters));
    const std::clock_t before = std::clock(); // processor time of the process, all threads
    QVERIFY(engine.sendAll());
    QVERIFY(engine.allDone());
    m_found[name + QStringLiteral(", processor an item")] =
        double(std::clock() - before) * 1e3 / CLOCKS_PER_SEC / clusters;
    // One cluster is sent alone first, because the batch has the highest tier. Two complete
    // listings before and two after, and the operation log with all requests.
    const int requests = 1 + roundedUp(clusters - 1, together);
    m_found[name] = engine.lastAnswer - engine.firstSend;
    m_found[name + QStringLiteral(" | latency and calls in flight")] =
        (1 + roundedUp(requests - 1, inFlight)) * callMs;
    m_found[name + QStringLiteral(", calls")] = engine.calls;
    m_found[name + QStringLiteral(", calls | least that the promises need")] =
        2 * roundedUp(listed, PageSize) + requests + roundedUp(requests, PageSize) +
        2 * roundedUp(listed - clusters, PageSize);
}

} // namespace clusterdeck

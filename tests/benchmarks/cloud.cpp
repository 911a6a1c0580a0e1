// SPDX-License-Identifier: GPL-3.0-or-later
// Listings, deletions and the window's event loop over HTTP, against the practice service in a
// process of its own.
#include "app/clusters/clusterstate.h"
#include "app/operations/journal.h"
#include "app/session.h"
#include "tests/acceptance/demoprocess.h"
#include "tests/benchmarks/tst_benchmarks_smoke.h"
#include "ui/clusters/clusterpane.h"
#include "ui/clusters/clustertable.h"
#include "ui/mainwindow.h"

#include <QAction>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTimer>
#include <QUuid>

#include <ctime>
#include <unistd.h>

namespace clusterdeck
{

namespace
{

constexpr int Page = CloudApi::PageSize;

constexpr int roundedUp(int number, int by)
{
    return (number + by - 1) / by;
}

QStringList serviceOptions(int clusters, int latency = 0, int jobSeconds = 1)
{
    return {QStringLiteral("--clusters"),    QString::number(clusters),
            QStringLiteral("--latency"),     QString::number(latency),
            QStringLiteral("--job-seconds"), QString::number(jobSeconds),
            QStringLiteral("--quota"),       QStringLiteral("1000000")};
}

/// On the disk the program was built on: /tmp may be memory, and writes to it cost nothing.
QString onDisk()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/benchmark-XXXXXX");
}

/// A session without a window that counts its calls, and does with all clusters what a person does.
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

    /// Plans and confirms the deletion of so many clusters; false when it cannot.
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
        session.desk().plan(Verb::Delete, keys, &context, [&](const Plan &made) { plan = made; });
        if (!turnUntil([&] { return plan.has_value(); }) || plan->items.size() != clusters)
            return false;
        std::optional<Confirmation> confirmation;
        session.desk().confirm(*plan, QStringLiteral("benchmark"), &context,
                               [&](const Confirmation &made) { confirmation = made; });
        if (!turnUntil([&] { return confirmation.has_value(); }) ||
            confirmation->outcome != Confirmation::Outcome::Armed)
            return false;
        runner = session.desk().batches().constLast();
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

/// Passes bytes on to a service and back, the answers later, and tells how old the signature of a
/// write is when it comes by. The timestamp that is signed has whole seconds.
class SlowWay : public QTcpServer
{
public:
    explicit SlowWay(const QUrl &service)
        : m_service(service)
    {
        (void)listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, &SlowWay::pass);
    }

    int delayMs = 0;
    int writes = 0;
    double oldestMs = 0;

private:
    void pass()
    {
        QTcpSocket *client = nextPendingConnection();
        auto *server = new QTcpSocket(client);
        server->connectToHost(m_service.host(), quint16(m_service.port()));
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(client, &QTcpSocket::readyRead, server, [this, client, server] {
            const QByteArray bytes = client->readAll();
            note(QString::fromLatin1(bytes));
            server->write(bytes);
        });
        connect(server, &QTcpSocket::readyRead, client, [this, client, server] {
            QTimer::singleShot(delayMs, Qt::PreciseTimer, client,
                               [client, bytes = server->readAll()] { client->write(bytes); });
        });
    }
    void note(const QString &request)
    {
        static const QRegularExpression timestamp(QStringLiteral("[?&]timestamp=([^&]*)"));
        if (!request.startsWith(u"POST"))
            return;
        ++writes;
        const QByteArray text = timestamp.match(request).captured(1).toLatin1();
        const QDateTime at = QDateTime::fromString(QUrl::fromPercentEncoding(text), Qt::ISODate);
        oldestMs = qMax(oldestMs, double(at.msecsTo(QDateTime::currentDateTimeUtc())));
    }

    QUrl m_service;
};

/// Whatever keeps the event loop of this thread from coming round shows as a gap between two beats;
/// on a machine that others use too it may be time that the thread was not given, so its own
/// processor time is measured beside it. All in milliseconds.
class Heart : public QTimer
{
public:
    Heart()
    {
        setTimerType(Qt::PreciseTimer);
        connect(this, &QTimer::timeout, this, &Heart::beat);
        m_clock.start();
        start(1);
    }
    void reset()
    {
        beat();
        gap = ownWork = 0;
    }
    void beat()
    {
        timespec used{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
        const double cpu = double(used.tv_sec) * 1e3 + double(used.tv_nsec) / 1e6;
        const double now = double(m_clock.nsecsElapsed()) / 1e6;
        gap = qMax(gap, now - std::exchange(m_last, now));
        ownWork = qMax(ownWork, cpu - std::exchange(m_lastCpu, cpu));
    }

    double gap = 0;
    double ownWork = 0;

private:
    QElapsedTimer m_clock;
    double m_last = 0;
    double m_lastCpu = 0;
};

} // namespace

/// The real window on a practice service, and someone else who stops clusters behind its back.
struct GapStage {
    explicit GapStage(int count)
        : clusters(count)
        , service(serviceOptions(clusters, 0, 60))
        , session(clock)
        , otherPerson(service.account().api, clock)
    {
    }
    [[nodiscard]] ClusterPane *pane() const { return window->pane(); }
    [[nodiscard]] bool listed() const
    {
        return turnUntil([this] { return !session.feeds().first()->isRefreshing(); }) &&
               pane()->shown() == clusters;
    }
    [[nodiscard]] bool refresh() const
    {
        window->findChild<QAction *>(QStringLiteral("Refresh"))->trigger();
        return listed();
    }
    [[nodiscard]] bool othersStop20()
    {
        int asked = 0;
        int accepted = 0;
        for (int row = 0; row < clusters && asked < 20; ++row) {
            const ClusterRecord record = session.clusters().clusterAt(row).record;
            if (!allows(record, Verb::Stop) || record.owner != service.account().api.owner)
                continue;
            ++asked;
            otherPerson.send(Verb::Stop, {record.id}, &otherPerson,
                             [&](const Result<Accepted> &answer) { accepted += answer ? 1 : 0; });
        }
        return turnUntil([&] { return accepted == 20; }, 60'000);
    }
    [[nodiscard]] bool sort(ClusterColumn column, Qt::SortOrder order = Qt::AscendingOrder) const
    {
        pane()->table()->sortByColumn(int(column), order);
        turnFor(60);
        return true;
    }
    [[nodiscard]] bool sortTenTimes() const
    {
        for (const ClusterColumn column :
             {ClusterColumn::Id, ClusterColumn::Owner, ClusterColumn::Nodes, ClusterColumn::Created,
              ClusterColumn::RunningJobs, ClusterColumn::CpuHours, ClusterColumn::Type,
              ClusterColumn::Billing, ClusterColumn::Status, ClusterColumn::Name})
            (void)sort(column);
        turnFor(800); // the order is a setting, and is written a moment later
        return true;
    }
    [[nodiscard]] bool filter() const
    {
        const QString word = QStringLiteral("cfd");
        for (const QChar letter : word) {
            press(pane()->filterField(), letter.toUpper().unicode(), letter);
            turnFor(60);
        }
        return pane()->shown() > 0 && pane()->shown() < clusters;
    }

    int clusters;
    DemoProcess service;
    SystemClock clock;
    Session session;
    ApiClient otherPerson;
    std::unique_ptr<MainWindow> window;
    Heart heart;
    double longest = 0;
    double longestWork = 0;
};

namespace
{

/// What a person does with a long list, one after the other. What `before` does is not measured.
struct Phase {
    const char *name;
    std::function<bool(GapStage &)> act;
    std::function<bool(GapStage &)> before = {};
};
const QList<Phase> &phases()
{
    const auto refresh = [](GapStage &stage) { return stage.refresh(); };
    const auto othersStop = [](GapStage &stage) { return stage.othersStop20(); };
    static const QList<Phase> all{
        {"window opened",
         [](GapStage &stage) {
             stage.window = std::make_unique<MainWindow>(stage.session);
             stage.window->show();
             turnFor(300);
             return true;
         }},
        {"listed",
         [](GapStage &stage) {
             stage.session.open(stage.service.account());
             return stage.listed();
         }},
        {"sorted ten times", [](GapStage &stage) { return stage.sortTenTimes(); }},
        {"filter typed", [](GapStage &stage) { return stage.filter(); }},
        {"filter cleared",
         [](GapStage &stage) {
             press(stage.pane()->filterField(), Qt::Key_Escape);
             return turnUntil([&] { return stage.pane()->shown() == stage.clusters; });
         }},
        {"refreshed, nothing new", refresh},
        {"refreshed, 20 changed", refresh, othersStop},
        {"all selected",
         [](GapStage &stage) {
             stage.window->findChild<QAction *>(QStringLiteral("SelectAll"))->trigger();
             return turnUntil([&] { return stage.pane()->summary().selected == stage.clusters; });
         }},
        {"sorted, all selected",
         [](GapStage &stage) { return stage.sort(ClusterColumn::Status, Qt::DescendingOrder); }},
        {"refreshed, all selected", refresh, othersStop},
    };
    return all;
}

} // namespace

void Benchmarks::gap_data()
{
    QTest::addColumn<Act>("act");
    for (const int clusters :
         bySize<QList<int>>({300}, {10'000}, {10'000, 100'000}, {10'000, 100'000})) {
        const QString what = QStringLiteral("event-loop gap, %1 clusters").arg(clusters);
        for (int phase = 0; phase < phases().size(); ++phase) {
            const QString name =
                what + QLatin1String(", ") + QLatin1String(phases().at(phase).name);
            foundRow(name, [=, this] { gapIn(clusters, phase, name); });
        }
        foundRow(QLatin1String("longest ") + what, [] {});
        foundRow(QStringLiteral("of it the thread's own work, %1 clusters").arg(clusters), [] {});
    }
}

void Benchmarks::gapIn(int clusters, int phase, const QString &name)
{
    if (phase == 0) {
        m_stage.reset();
        m_gap = std::make_shared<GapStage>(clusters);
        QVERIFY2(m_gap->service.problem().isEmpty(), qPrintable(m_gap->service.problem()));
        m_gap->heart.reset(); // a gap that is made here is seen
        QElapsedTimer busy;
        busy.start();
        while (!busy.hasExpired(50)) {
        }
        turnFor(5);
        QVERIFY(m_gap->heart.gap >= 50 && m_gap->heart.ownWork > 0);
    }
    QVERIFY(m_gap);
    const Phase &now = phases().at(phase);
    QVERIFY(!now.before || now.before(*m_gap));
    m_gap->heart.reset();
    QVERIFY(now.act(*m_gap));
    turnFor(60); // until it is painted
    m_gap->heart.beat();
    m_found[name] = m_gap->heart.gap;
    for (const auto &[row, value] :
         {std::pair(QStringLiteral("longest event-loop gap, %1 clusters"), m_gap->heart.gap),
          std::pair(QStringLiteral("of it the thread's own work, %1 clusters"),
                    m_gap->heart.ownWork)})
        m_found[row.arg(clusters)] = qMax(m_found.value(row.arg(clusters)), value);
}

void Benchmarks::listing_data()
{
    QTest::addColumn<Act>("act");
    const int clusters = bySize(300, 2000, 10'000, 10'000);
    const int pageMs = bySize(1, 50, 50, 50);
    const QString what =
        QStringLiteral("%1 clusters listed, %2 ms a page").arg(clusters).arg(pageMs);
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
    const int pages = roundedUp(clusters, Page);
    Engine engine(service.account(), {});
    QVERIFY(engine.hasListed());
    m_found[name] = engine.now();
    QCOMPARE(engine.session.clusters().rowCount(), clusters);
    m_found[name + QStringLiteral(", requests")] = engine.calls;
    m_found[name + QStringLiteral(", requests | pages")] = pages;
    // The first page alone, since it tells the total, then as many at a time as may be on their
    // way.
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
        const QString what = QStringLiteral("%1 deletions, %2 in flight, %3 a request")
                                 .arg(clusters)
                                 .arg(inFlight)
                                 .arg(together);
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
    const std::clock_t before = std::clock(); // of the process, all threads
    QVERIFY(engine.sendAll());
    QVERIFY(engine.allDone());
    m_found[name + QStringLiteral(", processor an item")] =
        double(std::clock() - before) * 1e3 / CLOCKS_PER_SEC / clusters;
    // One cluster goes alone first, since the batch is of the highest tier. Two complete listings
    // before and two after, and the operation log with all requests on it.
    const int requests = 1 + roundedUp(clusters - 1, together);
    m_found[name] = engine.lastAnswer - engine.firstSend;
    m_found[name + QStringLiteral(" | latency and calls in flight")] =
        (1 + roundedUp(requests - 1, inFlight)) * callMs;
    m_found[name + QStringLiteral(", calls")] = engine.calls;
    m_found[name + QStringLiteral(", calls | least that the promises need")] =
        2 * roundedUp(listed, Page) + requests + roundedUp(requests, Page) +
        2 * roundedUp(listed - clusters, Page);
}

void Benchmarks::intents_data()
{
    QTest::addColumn<Act>("act");
    const int intents = bySize(10, 1000, 1000, 1000);
    const QString what = QStringLiteral("%1 intents durable").arg(intents);
    row(what, [=] {
        const QTemporaryDir folder(onDisk());
        Journal journal(folder.path());
        Batch batch = armedBatch(QStringLiteral("bench"), practiceClusters(intents));
        QBENCHMARK
        {
            batch.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
            QVERIFY(journal.add(batch));
        }
    });
    // The same number of bytes: no journal is faster.
    row(what + QStringLiteral(" | 256 KiB written and synced"), [] {
        const QTemporaryDir folder(onDisk());
        const QByteArray data(256 * 1024, 'x');
        QBENCHMARK
        {
            QFile file(folder.filePath(QStringLiteral("plain")));
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
            QVERIFY(file.write(data) == data.size() && fdatasync(file.handle()) == 0);
        }
    });
}

void Benchmarks::signatureAge_data()
{
    QTest::addColumn<Act>("act");
    const int slow = bySize(0, 0, 40, 1900);
    for (const auto &[deletions, answerMs] :
         {std::pair(bySize(6, 100, 1900, 1900), 200), std::pair(slow, 10'000)}) {
        const QString name =
            QStringLiteral("oldest signature on arrival, %1 deletions, %2 ms an answer")
                .arg(deletions)
                .arg(answerMs);
        if (deletions > 0)
            foundRow(name, [=, this, deletions = deletions, answerMs = answerMs] {
                age(deletions, answerMs, name);
            });
    }
}

void Benchmarks::age(int deletions, int answerMs, const QString &name)
{
    const DemoProcess service(serviceOptions(2 * deletions + 40));
    QVERIFY2(service.problem().isEmpty(), qPrintable(service.problem()));
    SlowWay way(service.url());
    const QTemporaryDir folder(onDisk());
    Account account = service.account();
    account.api.baseUrl.setPort(way.serverPort());
    account.inFlight = BatchRunner::MostInFlight;
    Engine engine(account, folder.path());
    QVERIFY(engine.hasListed());
    QVERIFY(engine.arm(deletions));
    way.delayMs = answerMs;
    QVERIFY(engine.sendAll());
    QCOMPARE(way.writes, deletions);
    m_found[name] = way.oldestMs;
}

} // namespace clusterdeck

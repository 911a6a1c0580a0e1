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

QStringList serviceOptions(int clusters, int latency = 0)
{
    return QString::asprintf("--clusters %d --latency %d --job-seconds 1 --quota 1000000", clusters,
                             latency)
        .split(u' ');
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

/// The real window on a practice service.
struct GapStage {
    explicit GapStage(int count)
        : clusters(count)
        , service(serviceOptions(count))
        , session(clock)
    {
    }
    [[nodiscard]] bool shows(int count) const
    {
        return turnUntil([=, this] { return window->pane()->shown() == count; });
    }
    [[nodiscard]] bool listed() const
    {
        return turnUntil([this] { return !session.feeds().first()->isRefreshing(); }) &&
               shows(clusters);
    }
    [[nodiscard]] bool trigger(const char *action) const
    {
        window->findChild<QAction *>(QLatin1String(action))->trigger();
        return true;
    }
    [[nodiscard]] bool sort(int column, Qt::SortOrder order = Qt::AscendingOrder) const
    {
        window->pane()->table()->sortByColumn(column, order);
        turnFor(60);
        return true;
    }
    [[nodiscard]] bool sortByAll() const
    {
        for (int column = 0; column < ClusterColumnCount; ++column)
            (void)sort(column);
        turnFor(800); // the order is a setting, and is written a moment later
        return true;
    }
    [[nodiscard]] bool filter() const
    {
        for (const char letter : {'c', 'f', 'd'}) {
            press(window->pane()->filterField(), letter - 'a' + Qt::Key_A,
                  QChar::fromLatin1(letter));
            turnFor(60);
        }
        return window->pane()->shown() > 0 && window->pane()->shown() < clusters;
    }
    [[nodiscard]] bool open()
    {
        window = std::make_unique<MainWindow>(session);
        window->show();
        turnFor(300);
        return true;
    }
    [[nodiscard]] bool list()
    {
        session.open(service.account());
        return listed();
    }

    int clusters;
    DemoProcess service;
    SystemClock clock;
    Session session;
    std::unique_ptr<MainWindow> window;
    Heart heart;
};

namespace
{

/// What a person does with a long list, one after the other. What the practice cloud still has
/// under way meanwhile changes some of the rows.
struct Phase {
    const char *name;
    bool (*act)(GapStage &);
};
constexpr Phase Phases[] = {
    {"window opened", [](GapStage &stage) { return stage.open(); }},
    {"listed", [](GapStage &stage) { return stage.list(); }},
    {"sorted by every column", [](GapStage &stage) { return stage.sortByAll(); }},
    {"filter typed", [](GapStage &stage) { return stage.filter(); }},
    {"filter cleared",
     [](GapStage &stage) {
         press(stage.window->pane()->filterField(), Qt::Key_Escape);
         return stage.shows(stage.clusters);
     }},
    {"refreshed", [](GapStage &stage) { return stage.trigger("Refresh") && stage.listed(); }},
    {"all selected",
     [](GapStage &stage) {
         return stage.trigger("SelectAll") &&
                stage.window->pane()->summary().selected == stage.clusters;
     }},
    {"sorted, all selected",
     [](GapStage &stage) { return stage.sort(int(ClusterColumn::Status), Qt::DescendingOrder); }},
    {"refreshed, all selected",
     [](GapStage &stage) { return stage.trigger("Refresh") && stage.listed(); }},
};

} // namespace

void Benchmarks::gap_data()
{
    QTest::addColumn<Act>("act");
    for (const int clusters :
         bySize<QList<int>>({300}, {10'000}, {10'000, 100'000}, {10'000, 100'000})) {
        for (const Phase &phase : Phases) {
            const QString name =
                QString::asprintf("event-loop gap, %d clusters, %s", clusters, phase.name);
            foundRow(name, [=, this, &phase] { gapIn(clusters, int(&phase - Phases), name); });
        }
        foundRow(QString::asprintf("longest event-loop gap, %d clusters", clusters), [] {});
        foundRow(QString::asprintf("of it the thread's own work, %d clusters", clusters), [] {});
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
    Heart &heart = m_gap->heart;
    heart.reset();
    QVERIFY(Phases[phase].act(*m_gap));
    turnFor(60); // until it is painted
    heart.beat();
    m_found[name] = heart.gap;
    double &longest = m_found[QString::asprintf("longest event-loop gap, %d clusters", clusters)];
    longest = qMax(longest, heart.gap);
    double &own = m_found[QString::asprintf("of it the thread's own work, %d clusters", clusters)];
    own = qMax(own, heart.ownWork);
}

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
    const QString what = QString::asprintf("%d intents durable", intents);
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
        const QString name = QString::asprintf(
            "oldest signature on arrival, %d deletions, %d ms an answer", deletions, answerMs);
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

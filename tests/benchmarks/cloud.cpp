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

constexpr int JobSeconds = 1;
constexpr int Page = CloudApi::PageSize;

constexpr int roundedUp(int number, int by)
{
    return (number + by - 1) / by;
}

QStringList serviceOptions(int clusters, int latency = 0, int jobSeconds = JobSeconds)
{
    return {QStringLiteral("--clusters"),    QString::number(clusters),
            QStringLiteral("--latency"),     QString::number(latency),
            QStringLiteral("--job-seconds"), QString::number(jobSeconds),
            QStringLiteral("--quota"),       QStringLiteral("1000000")};
}

/// Of the process, all threads.
double processCpuMs()
{
    return double(std::clock()) * 1e3 / CLOCKS_PER_SEC;
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

constexpr int ControlMs = 50;

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
    explicit GapStage(int clusters)
        : service(serviceOptions(clusters, 0, 60))
        , session(clock)
        , otherPerson(service.account().api, clock)
    {
    }

    [[nodiscard]] ClusterTable *table() const { return window->pane()->table(); }
    [[nodiscard]] int shown() const { return window->pane()->shown(); }
    [[nodiscard]] bool refreshed() const { return !session.feeds().first()->isRefreshing(); }
    void trigger(const char *action) const
    {
        window->findChild<QAction *>(QLatin1String(action))->trigger();
    }
    [[nodiscard]] bool othersStop(int clusters)
    {
        int asked = 0;
        int accepted = 0;
        for (int row = 0; row < session.clusters().rowCount() && asked < clusters; ++row) {
            const ClusterRecord record = session.clusters().clusterAt(row).record;
            if (!allows(record, Verb::Stop) || record.owner != service.account().api.owner)
                continue;
            ++asked;
            otherPerson.send(Verb::Stop, {record.id}, &otherPerson,
                             [&](const Result<Accepted> &answer) { accepted += answer ? 1 : 0; });
        }
        return turnUntil([&] { return accepted == clusters; }, 60'000);
    }
    void typeFilter() const
    {
        const QString word = QStringLiteral("cfd");
        for (const QChar letter : word) {
            press(window->pane()->filterField(), letter.toUpper().unicode(), letter);
            (void)turnUntil(after(60));
        }
    }
    void sortOften() const
    {
        for (const ClusterColumn column :
             {ClusterColumn::Id, ClusterColumn::Owner, ClusterColumn::Nodes, ClusterColumn::Created,
              ClusterColumn::RunningJobs, ClusterColumn::CpuHours, ClusterColumn::Type,
              ClusterColumn::Billing, ClusterColumn::Status, ClusterColumn::Name}) {
            table()->sortByColumn(int(column), Qt::AscendingOrder);
            (void)turnUntil(after(60));
        }
        (void)turnUntil(after(800)); // the order is a setting, and is written a moment later
    }
    static std::function<bool()> after(int milliseconds)
    {
        QElapsedTimer since;
        since.start();
        return [since, milliseconds] { return since.hasExpired(milliseconds); };
    }

    DemoProcess service;
    SystemClock clock;
    Session session;
    ApiClient otherPerson;
    std::unique_ptr<MainWindow> window;
    Heart heart;
    double longest = 0;
    double longestWork = 0;
};

void Benchmarks::gap_data()
{
    QTest::addColumn<int>("clusters");
    QTest::addColumn<QString>("phase");
    const QList<int> counts =
        bySize<QList<int>>({300}, {10'000}, {10'000, 100'000}, {10'000, 100'000});
    for (const int clusters : counts) {
        for (const char *phase :
             {"window opened", "listed", "sorted ten times", "filter typed", "filter cleared",
              "refreshed, nothing new", "refreshed, 20 changed", "all selected",
              "sorted, all selected", "refreshed, all selected"})
            QTest::addRow("event-loop gap, %d clusters, %s", clusters, phase)
                << clusters << QString::fromLatin1(phase);
        QTest::addRow("longest event-loop gap, %d clusters", clusters)
            << clusters << QStringLiteral("longest");
        QTest::addRow("of it the thread's own work, %d clusters", clusters)
            << clusters << QStringLiteral("own work");
    }
}

void Benchmarks::gap()
{
    QFETCH(const int, clusters);
    QFETCH(const QString, phase);
    reportFound([&] { gapIn(clusters, phase); });
}

void Benchmarks::gapIn(int clusters, const QString &phase)
{
    const QString row = QString::fromUtf8(QTest::currentDataTag());
    if (phase == u"window opened") {
        m_stage.reset();
        m_gap = std::make_shared<GapStage>(clusters);
        QVERIFY2(m_gap->service.problem().isEmpty(), qPrintable(m_gap->service.problem()));
        // A gap that is made here is seen.
        m_gap->heart.reset();
        const auto busy = GapStage::after(ControlMs);
        while (!busy()) {
        }
        (void)turnUntil(GapStage::after(5));
        QVERIFY(m_gap->heart.gap >= ControlMs && m_gap->heart.ownWork > 0);
    }
    QVERIFY(m_gap);
    GapStage &stage = *m_gap;
    if (phase == u"longest" || phase == u"own work") {
        m_found[row] = phase == u"longest" ? stage.longest : stage.longestWork;
        return;
    }
    if (phase.startsWith(u"refreshed, 20") || phase.startsWith(u"refreshed, all"))
        QVERIFY(stage.othersStop(20));
    stage.heart.reset();
    if (phase == u"window opened") {
        stage.window = std::make_unique<MainWindow>(stage.session);
        stage.window->show();
        (void)turnUntil(GapStage::after(300));
    } else if (phase == u"listed") {
        stage.session.open(stage.service.account());
        QVERIFY(turnUntil([&] { return stage.refreshed() && stage.shown() == clusters; }));
    } else if (phase == u"sorted ten times") {
        stage.sortOften();
    } else if (phase == u"filter typed") {
        stage.typeFilter();
        QVERIFY(stage.shown() > 0 && stage.shown() < clusters);
    } else if (phase == u"filter cleared") {
        press(stage.window->pane()->filterField(), Qt::Key_Escape);
        QVERIFY(turnUntil([&] { return stage.shown() == clusters; }));
    } else if (phase == u"all selected") {
        stage.trigger("SelectAll");
        QVERIFY(turnUntil([&] { return stage.window->pane()->summary().selected == clusters; }));
    } else if (phase == u"sorted, all selected") {
        stage.table()->sortByColumn(int(ClusterColumn::Status), Qt::DescendingOrder);
    } else {
        stage.trigger("Refresh");
        QVERIFY(turnUntil([&] { return stage.refreshed(); }));
    }
    (void)turnUntil(GapStage::after(60)); // until it is painted
    stage.heart.beat();
    stage.longest = qMax(stage.longest, stage.heart.gap);
    stage.longestWork = qMax(stage.longestWork, stage.heart.ownWork);
    m_found[row] = stage.heart.gap;
}

void Benchmarks::listing_data()
{
    QTest::addColumn<int>("clusters");
    QTest::addColumn<int>("pageMs");
    QTest::addColumn<bool>("isTime");
    const int clusters = bySize(300, 2000, 10'000, 10'000);
    const int pageMs = bySize(1, 50, 50, 50);
    const QString what =
        QStringLiteral("%1 clusters listed, %2 ms a page").arg(clusters).arg(pageMs);
    for (const char *each :
         {"", " | latency and pages in flight", " | published sample", ", again"})
        QTest::newRow(qPrintable(what + QLatin1String(each))) << clusters << pageMs << true;
    for (const char *each : {"", " | pages"})
        QTest::addRow("requests for %d clusters%s", clusters, each) << clusters << pageMs << false;
    QTest::addRow("processor time of listing %d clusters", clusters) << clusters << pageMs << true;
}

void Benchmarks::listing()
{
    QFETCH(const int, clusters);
    QFETCH(const int, pageMs);
    QFETCH(const bool, isTime);
    reportFound([&] { list(clusters, pageMs); },
                isTime ? QTest::WalltimeMilliseconds : QTest::Events);
}

void Benchmarks::list(int clusters, int pageMs)
{
    const DemoProcess service(serviceOptions(clusters, pageMs));
    QVERIFY2(service.problem().isEmpty(), qPrintable(service.problem()));
    const QString what =
        QStringLiteral("%1 clusters listed, %2 ms a page").arg(clusters).arg(pageMs);
    const int pages = roundedUp(clusters, Page);
    const double cpuBefore = processCpuMs();
    Engine engine(service.account(), {});
    QVERIFY(engine.hasListed());
    m_found[what] = engine.now();
    m_found[QStringLiteral("processor time of listing %1 clusters").arg(clusters)] =
        processCpuMs() - cpuBefore;
    QCOMPARE(engine.session.clusters().rowCount(), clusters);
    engine.calls = 0;
    const double before = engine.now();
    engine.feed()->refresh();
    QVERIFY(engine.hasListed());
    m_found[what + QStringLiteral(", again")] = engine.now() - before;
    const QString requests = QStringLiteral("requests for %1 clusters").arg(clusters);
    m_found[requests] = engine.calls;
    m_found[requests + QStringLiteral(" | pages")] = pages;
    // The first page alone, since it tells the total, then as many at a time as may be on their
    // way.
    m_found[what + QStringLiteral(" | latency and pages in flight")] =
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
    m_found[what + QStringLiteral(" | published sample")] = words.last().toDouble() * 1000;
}

void Benchmarks::deletions_data()
{
    QTest::addColumn<int>("clusters");
    QTest::addColumn<int>("inFlight");
    QTest::addColumn<int>("together");
    QTest::addColumn<bool>("isTime");
    const int clusters = bySize(6, 100, 500, 500);
    for (const auto &[inFlight, together] : {std::pair(2, 1), std::pair(4, 1), std::pair(2, 20)}) {
        for (const char *each : {"", " | latency and calls in flight", ", calls",
                                 ", calls | least that the promises need", ", processor an item"})
            QTest::addRow("%d deletions, %d in flight, %d a request%s", clusters, inFlight,
                          together, each)
                << clusters << inFlight << together << !QByteArray(each).startsWith(", calls");
    }
}

void Benchmarks::deletions()
{
    QFETCH(const int, clusters);
    QFETCH(const int, inFlight);
    QFETCH(const int, together);
    QFETCH(const bool, isTime);
    reportFound([&] { deleteAll(clusters, bySize(1, 50, 50, 50), inFlight, together); },
                isTime ? QTest::WalltimeMilliseconds : QTest::Events);
}

void Benchmarks::deleteAll(int clusters, int callMs, int inFlight, int together)
{
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
    const double cpuBefore = processCpuMs();
    QVERIFY(engine.sendAll());
    QVERIFY(engine.allDone());
    const QString name = QStringLiteral("%1 deletions, %2 in flight, %3 a request")
                             .arg(clusters)
                             .arg(inFlight)
                             .arg(together);
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
    m_found[name + QStringLiteral(", processor an item")] = (processCpuMs() - cpuBefore) / clusters;
}

void Benchmarks::intents_data()
{
    QTest::addColumn<bool>("plainly");
    const int intents = bySize(10, 1000, 1000, 1000);
    QTest::addRow("%d intents durable", intents) << false;
    QTest::addRow("%d intents durable | 256 KiB written and synced", intents) << true;
}

void Benchmarks::intents()
{
    QFETCH(const bool, plainly);
    const QTemporaryDir folder(onDisk());
    Journal journal(folder.path());
    Batch batch =
        armedBatch(QStringLiteral("bench"), practiceClusters(bySize(10, 1000, 1000, 1000)));
    const QByteArray data(256 * 1024, 'x');
    bool written = true;
    QBENCHMARK
    {
        if (plainly) {
            QFile file(folder.filePath(QStringLiteral("plain")));
            written = written && file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) &&
                      file.write(data) == data.size() && fdatasync(file.handle()) == 0;
        } else {
            batch.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
            written = written && journal.add(batch);
        }
    }
    QVERIFY(written);
}

void Benchmarks::signatureAge_data()
{
    QTest::addColumn<int>("deletions");
    QTest::addColumn<int>("answerMs");
    const auto add = [](int deletions, int answerMs) {
        QTest::addRow("oldest signature on arrival, %d deletions, %d ms an answer", deletions,
                      answerMs)
            << deletions << answerMs;
    };
    add(bySize(6, 100, 1900, 1900), bySize(20, 200, 200, 200));
    if (sizes() >= Sizes::Usual)
        add(sizes() == Sizes::Long ? 1900 : 40, 10'000);
}

void Benchmarks::signatureAge()
{
    QFETCH(const int, deletions);
    QFETCH(const int, answerMs);
    reportFound([&] { ageOf(deletions, answerMs); });
}

void Benchmarks::ageOf(int deletions, int answerMs)
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
    m_found[QString::fromUtf8(QTest::currentDataTag())] = way.oldestMs;
}

} // namespace clusterdeck

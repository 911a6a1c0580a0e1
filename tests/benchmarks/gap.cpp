// SPDX-License-Identifier: GPL-3.0-or-later
// How long the event loop is held up while a person does what one does with a long list.
#include "app/session.h"
#include "tests/acceptance/demoprocess.h"
#include "tests/benchmarks/tst_benchmarks_smoke.h"
#include "ui/clusters/clusterpane.h"
#include "ui/clusters/clustertable.h"
#include "ui/mainwindow.h"

#include <QAction>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QTimer>

#include <ctime>

namespace clusterdeck
{

namespace
{

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
    [[nodiscard]] ClusterPane *pane() const { return window->pane(); }
    [[nodiscard]] bool showsAll() const
    {
        return turnUntil([this] {
            return !session.feeds().first()->isRefreshing() && pane()->shown() == clusters;
        });
    }
    [[nodiscard]] bool refresh() const
    {
        window->findChild<QAction *>(QStringLiteral("Refresh"))->trigger();
        return showsAll();
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

/// One after the other. What the practice cloud still has under way meanwhile changes some rows.
struct Phase {
    const char *name;
    bool (*act)(GapStage &);
};
constexpr Phase Phases[] = {
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
         return stage.showsAll();
     }},
    {"sorted by every column",
     [](GapStage &stage) {
         for (int column = 0; column < ClusterColumnCount; ++column) {
             stage.pane()->table()->sortByColumn(column, Qt::AscendingOrder);
             turnFor(60);
         }
         turnFor(800); // the order is a setting, and is written a moment later
         return true;
     }},
    {"filter typed",
     [](GapStage &stage) {
         for (const char letter : {'c', 'f', 'd'}) {
             press(stage.pane()->filterField(), letter - 'a' + Qt::Key_A,
                   QChar::fromLatin1(letter));
             turnFor(60);
         }
         return stage.pane()->shown() > 0 && stage.pane()->shown() < stage.clusters;
     }},
    {"filter cleared",
     [](GapStage &stage) {
         press(stage.pane()->filterField(), Qt::Key_Escape);
         return stage.showsAll();
     }},
    {"refreshed", [](GapStage &stage) { return stage.refresh(); }},
    {"all selected",
     [](GapStage &stage) {
         stage.window->findChild<QAction *>(QStringLiteral("SelectAll"))->trigger();
         turnFor(60);
         return stage.pane()->summary().selected == stage.clusters;
     }},
    {"sorted, all selected",
     [](GapStage &stage) {
         stage.pane()->table()->sortByColumn(int(ClusterColumn::Status), Qt::DescendingOrder);
         return true;
     }},
    {"refreshed, all selected", [](GapStage &stage) { return stage.refresh(); }},
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

} // namespace clusterdeck

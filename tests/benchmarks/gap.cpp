// SPDX-License-Identifier: GPL-3.0-or-later
// The longest time that the event loop is blocked during typical actions on a long list.
#include "app/session.h"
#include "tests/acceptance/demoprocess.h"
#include "tests/benchmarks/heart.h"
#include "tests/benchmarks/tst_benchmarks_smoke.h"
#include "ui/clusters/table/clusterpane.h"
#include "ui/clusters/table/clustertable.h"
#include "ui/mainwindow.h"

#include <QAction>
#include <QElapsedTimer>
#include <QLineEdit>

namespace clusterdeck
{

void Benchmarks::gap_data()
{
    QTest::addColumn<Act>("act");
    for (const int clusters :
         bySize<QList<int>>({300}, {10'000}, {10'000, 100'000}, {10'000, 100'000})) {
        const QString longest = QString::asprintf("longest event-loop gap, %d clusters", clusters);
        const QString own = QString::asprintf("of it the thread's own work, %d clusters", clusters);
        for (const QString &name : {longest, own})
            foundRow(name, [=, this] { findGap(clusters, longest, own); });
    }
}

/// The real window with a practice service, one action after the other. Unfinished jobs of the
/// practice cloud change some rows meanwhile.
void Benchmarks::findGap(int clusters, const QString &longest, const QString &own)
{
    m_stage.reset();
    const DemoProcess service(serviceOptions(clusters));
    QVERIFY2(service.problem().isEmpty(), qPrintable(service.problem()));
    Heart heart;
    QElapsedTimer busy; // checks that a gap is detected
    busy.start();
    while (!busy.hasExpired(50)) {
    }
    turnFor(5);
    QVERIFY(heart.gap >= 50 && heart.ownWork > 0);
    heart.reset();

    SystemClock clock;
    Session session(clock);
    MainWindow window(session);
    window.show();
    turnFor(300);
    heart.reset(); // creating the window belongs to the start-up time
    ClusterPane *pane = window.pane();
    const auto action = [&](const char *name) {
        return window.findChild<QAction *>(QString::fromLatin1(name));
    };
    const auto showsAll = [&] {
        return turnUntil(
            [&] { return !session.feeds().first()->isRefreshing() && pane->shown() == clusters; });
    };
    Account account = service.account();
    account.api.callsAnHour = 1'000'000; // reading never waits for calls
    session.open(account);
    QVERIFY(showsAll());
    for (int column = 0; column < ClusterColumnCount; ++column) {
        pane->table()->sortByColumn(column, Qt::AscendingOrder);
        turnFor(60);
    }
    turnFor(800); // the order is a setting that is written a moment later
    for (const char letter : {'c', 'f', 'd'}) {
        QTest::keyClick(pane->filterField(), letter);
        turnFor(60);
    }
    QVERIFY(pane->shown() > 0 && pane->shown() < clusters);
    QTest::keyClick(pane->filterField(), Qt::Key_Escape);
    QVERIFY(showsAll());
    action("Refresh")->trigger();
    QVERIFY(showsAll());
    action("SelectAll")->trigger();
    turnFor(60);
    QCOMPARE(pane->summary().selected, clusters);
    pane->table()->sortByColumn(int(ClusterColumn::Status), Qt::DescendingOrder);
    turnFor(60);
    action("Refresh")->trigger();
    QVERIFY(showsAll());
    turnFor(60); // until painting has ended
    heart.beat();
    m_found[longest] = heart.gap;
    m_found[own] = heart.ownWork;
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/room/figure.h"
#include "tests/benchmarks/room/syntheticclusters.h"
#include "tests/benchmarks/room/tablefigures.h"
#include "tests/benchmarks/room/tablestage.h"
#include "ui/clusters/clusterpane.h"

#include <QScrollBar>
#include <QWheelEvent>

namespace clusterdeck
{

namespace
{

constexpr int Steps = 200; ///< of each kind in a round

void turnWheel(QWidget *viewport, int notches)
{
    const QPointF middle(viewport->rect().center());
    QWheelEvent event(middle, viewport->mapToGlobal(middle), {}, QPoint(0, 120 * notches),
                      Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(viewport, &event);
}

void scrollAll(const TableRun &run, ClusterTable *table, Samples &all)
{
    QScrollBar *bar = table->verticalScrollBar();
    const auto measure = [&](const std::function<void()> &act) {
        const int before = bar->value();
        all.add(run.clock.timeUntilPainted(table->viewport(), act));
        require(bar->value() != before, "the table has scrolled");
    };
    bar->setValue(bar->maximum() / 2);
    for (int step = 0; step < Steps; ++step)
        measure([&] { press(table, Qt::Key_PageDown); });
    for (int step = 0; step < Steps; ++step)
        measure([&] { turnWheel(table->viewport(), step % 4 == 3 ? 1 : -1); });
    for (int step = 0; step < Steps; ++step) // dragging the handle; 7919: all over the place
        measure([&] { bar->setSliderPosition(int((step + 1) * 7919LL % bar->maximum())); });
}

} // namespace

void measureScroll(const TableRun &run)
{
    TableStage stage;
    stage.refresh(syntheticClusters(run.rows));
    ClusterTable *table = stage.table();
    table->setFocus();

    Figure p99{QStringLiteral("scroll, painted, p99, %1 rows").arg(run.rows),
               QStringLiteral("ms"),
               {},
               QStringLiteral("the same view painted in place, p99"),
               {},
               QStringLiteral("<= 16.7 ms")};
    for (int round = 0; round <= run.rounds; ++round) {
        Samples scrolled;
        Samples inPlace;
        scrollAll(run, table, scrolled);
        for (int step = 0; step < Steps; ++step)
            inPlace.add(run.clock.timeUntilPainted(table->viewport(),
                                                   [&] { table->viewport()->update(); }));
        if (round == 0)
            continue; // warming up
        p99.ours.add(scrolled.percentile(99));
        p99.peer.add(inPlace.percentile(99));
    }
    p99.print();
}

} // namespace clusterdeck

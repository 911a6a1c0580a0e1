// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/room/figure.h"
#include "tests/benchmarks/room/syntheticclusters.h"
#include "tests/benchmarks/room/tablefigures.h"
#include "tests/benchmarks/room/tablestage.h"
#include "ui/clusters/clusterpane.h"

#include <QLineEdit>

#include <malloc.h>

namespace clusterdeck
{

namespace
{

constexpr int Selected = 5000;

/// What is allocated and not given back, mapped blocks included.
double heapBytes()
{
    malloc_trim(0);
    const struct mallinfo2 info = mallinfo2();
    return double(info.uordblks) + double(info.hblkhd);
}

/// What the program holds with this many clusters after it was filtered once and sorted once.
double heapWith(int rows)
{
    TableStage stage;
    stage.refresh(syntheticClusters(rows));
    QLineEdit *field = stage.pane()->filterField();
    const QString word = QStringLiteral("cfd");
    for (const QChar letter : word)
        press(field, letter.toUpper().unicode(), letter);
    PaintClock::settle();
    require(stage.pane()->shown() > 0 && stage.pane()->shown() < rows, "the filter filters");
    field->clear();
    stage.table()->sortByColumn(int(ClusterColumn::Owner), Qt::DescendingOrder);
    stage.table()->sortByColumn(int(ClusterColumn::Name), Qt::AscendingOrder);
    PaintClock::settle();
    require(stage.pane()->shown() == rows, "all are shown again");
    return heapBytes();
}

} // namespace

void measureSelection(const TableRun &run)
{
    TableStage stage;
    stage.refresh(syntheticClusters(run.rows));
    QList<ClusterKey> keys;
    const int step = run.rows / Selected;
    for (int row = 0; row < run.rows && keys.size() < Selected; row += step)
        keys.append(stage.key(stage.idAt(row)));
    const QSet<ClusterKey> expected(keys.begin(), keys.end());

    Figure figure{QStringLiteral("choose %1 scattered of %2 rows and read the ids, painted")
                      .arg(Selected)
                      .arg(run.rows),
                  QStringLiteral("ms"),
                  {},
                  {},
                  {},
                  QStringLiteral("<= 20 ms")};
    for (int round = 0; round <= run.rounds * 3; ++round) {
        QList<ClusterKey> read;
        const double took = run.clock.timeUntilPainted(stage.place(), [&] {
            stage.table()->select(keys);
            read = stage.table()->selectedKeys();
        });
        require(read.size() == Selected && QSet<ClusterKey>(read.begin(), read.end()) == expected,
                "what was chosen is what is selected");
        if (round > 0)
            figure.ours.add(took); // the first one warms up
        stage.table()->select({});
        PaintClock::settle();
    }
    figure.print();
}

void measureMemory(const TableRun &run)
{
    Figure figure{QStringLiteral("heap a cluster, between 1000 and 10000, filtered and sorted"),
                  QStringLiteral("B"),
                  {},
                  {},
                  {},
                  QStringLiteral("<= 600 B")};
    for (int round = 0; round <= run.rounds; ++round) {
        const double few = heapWith(1000);
        const double many = heapWith(10000);
        if (round > 0)
            figure.ours.add((many - few) / 9000); // the first round fills caches
    }
    figure.print();
}

} // namespace clusterdeck

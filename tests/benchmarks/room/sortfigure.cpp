// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/room/figure.h"
#include "tests/benchmarks/room/plainpeer.h"
#include "tests/benchmarks/room/syntheticclusters.h"
#include "tests/benchmarks/room/tablefigures.h"
#include "tests/benchmarks/room/tablestage.h"
#include "ui/clusters/clusterpane.h"

#include <cstdio>

namespace clusterdeck
{

namespace
{

/// The ids that stand at the top: another order has others there.
QStringList firstIds(const TableStage &stage)
{
    QStringList ids;
    for (int row = 0; row < 50; ++row)
        ids.append(stage.idAt(row));
    return ids;
}

void sortAll(const TableRun &run, TableStage &stage, PlainPeer *peer, Samples &ours,
             Samples &theirs)
{
    for (int column = 0; column < ClusterColumnCount; ++column) {
        QStringList before;
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            const double took = run.clock.timeUntilPainted(
                stage.place(), [&] { stage.table()->sortByColumn(column, order); });
            ours.add(took);
            const QStringList after = firstIds(stage);
            const auto which = ClusterColumn(column);
            if (which != ClusterColumn::Zone && which != ClusterColumn::Account)
                require(before != after, "another order shows other rows");
            before = after;
            if (!peer)
                continue;
            const double theirTime = run.clock.timeUntilPainted(
                peer->table(), [&] { peer->table()->sortByColumn(column, order); });
            theirs.add(theirTime);
            std::fprintf(stderr, "sort by column %2d, %s: %.1f ms, Qt's %.1f ms\n", column,
                         order == Qt::AscendingOrder ? "up" : "down", took, theirTime);
        }
    }
}

} // namespace

void measureSort(const TableRun &run)
{
    TableStage stage;
    stage.refresh(syntheticClusters(run.rows));
    std::unique_ptr<PlainPeer> peer;
    if (run.withPeers)
        peer = std::make_unique<PlainPeer>(stage.clusters(), *stage.table());

    Figure worst{QStringLiteral("sort by any column, painted, worst, %1 rows").arg(run.rows),
                 QStringLiteral("ms"),
                 {},
                 peer ? QStringLiteral("QSortFilterProxyModel") : QString(),
                 {},
                 run.rows < 100000 ? QString() : QStringLiteral("<= 33 ms, ratio <= 0.067")};
    Figure median = worst;
    median.name = QStringLiteral("sort by any column, painted, median, %1 rows").arg(run.rows);
    for (int round = 0; round <= run.rounds; ++round) {
        Samples ours;
        Samples theirs;
        sortAll(run, stage, peer.get(), ours, theirs);
        if (round == 0)
            continue; // warming up
        worst.ours.add(ours.maximum());
        median.ours.add(ours.median());
        if (peer) {
            worst.peer.add(theirs.maximum());
            median.peer.add(theirs.median());
        }
    }
    worst.print();
    median.print();
}

} // namespace clusterdeck

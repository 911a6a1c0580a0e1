// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/room/figure.h"
#include "tests/benchmarks/room/syntheticclusters.h"
#include "tests/benchmarks/room/tablefigures.h"
#include "tests/benchmarks/room/tablestage.h"
#include "ui/clusters/clusterpane.h"

#include <QScrollBar>

namespace clusterdeck
{

namespace
{

constexpr int SelectedEvery = 97; ///< so that some of those that change are among them

/// The table in the middle of its rows, with some selected here and there: what a refresh must
/// leave alone.
void takePlace(TableStage &stage)
{
    QList<ClusterKey> keys;
    for (int row = 0; row < stage.pane()->shown(); row += SelectedEvery)
        keys.append(stage.key(stage.idAt(row)));
    stage.table()->select(keys);
    stage.table()->verticalScrollBar()->setValue(stage.table()->verticalScrollBar()->maximum() / 2);
    PaintClock::settle();
}

/// Hands in `changed`, and sees to it that the same clusters are selected and at the top
/// afterwards.
double timeRefresh(const TableRun &run, TableStage &stage, const QList<ClusterRecord> &changed)
{
    const QString top = stage.topId();
    const QSet<QString> selected = stage.selectedIds();
    require(!top.isEmpty() && !selected.isEmpty(), "there is a place to keep");
    const ClusterListing listing = stage.listingOf(changed);
    const double took = run.clock.timeUntilPainted(stage.place(), [&] { stage.refresh(listing); });
    require(stage.topId() == top, "the same cluster is in the first row that is seen");
    require(stage.selectedIds() == selected, "the same clusters are selected");
    return took;
}

/// Whether this is one of those that change in this round. The one at the top never does, since its
/// place is what the others' is told by, and the one below it always.
bool changes(const TableStage &stage, const ClusterRecord &record, int number, int every, int round)
{
    if (record.id == stage.topId())
        return false;
    return number % every == round % every || record.id == stage.idAt(stage.table()->rowAt(0) + 1);
}

const QString &nextStatus(const QString &status)
{
    static const QString active = QStringLiteral("active");
    static const QString stopped = QStringLiteral("stopped");
    static const QString suspended = QStringLiteral("suspended");
    return status == active ? stopped : status == stopped ? suspended : active;
}

using Change = std::function<void(ClusterRecord &, int number, int round)>;

Samples timeRefreshes(const TableRun &run, TableStage &stage, const Change &change)
{
    Samples samples;
    QList<ClusterRecord> present = syntheticClusters(run.rows);
    for (int round = 0; round <= run.rounds * 5; ++round) {
        // Texts of their own, as a listing has that was just read.
        QList<ClusterRecord> next = syntheticClusters(run.rows);
        for (int i = 0; i < next.size(); ++i) {
            next[i].status = present.at(i).status;
            next[i].status.detach();
            next[i].runningJobs = present.at(i).runningJobs;
            change(next[i], i, round);
        }
        const double took = timeRefresh(run, stage, next);
        if (round > 0)
            samples.add(took); // the first one warms up
        present = next;
    }
    return samples;
}

} // namespace

void measureRefresh(const TableRun &run)
{
    TableStage stage;
    stage.refresh(syntheticClusters(run.rows));
    takePlace(stage);
    Figure figure{QStringLiteral("refresh of %1 rows, 1 % changed, painted").arg(run.rows),
                  QStringLiteral("ms"),
                  {},
                  {},
                  {},
                  run.rows <= 10000 ? QStringLiteral("<= 16.7 ms") : QString()};
    figure.ours = timeRefreshes(run, stage, [&](ClusterRecord &record, int number, int round) {
        if (changes(stage, record, number, 100, round))
            record.runningJobs = record.runningJobs.value_or(0) + 1;
    });
    figure.print();
    Figure nothing = figure;
    nothing.name = QStringLiteral("refresh of %1 rows, nothing changed").arg(run.rows);
    nothing.ours = timeRefreshes(run, stage, [](ClusterRecord &, int, int) {});
    nothing.print();
}

void measureRestatus(const TableRun &run)
{
    TableStage stage;
    stage.refresh(syntheticClusters(run.rows));
    stage.table()->sortByColumn(int(ClusterColumn::Status), Qt::AscendingOrder);
    takePlace(stage);
    Figure figure{QStringLiteral("%1 status changes, sorted by status, painted").arg(run.rows / 10),
                  QStringLiteral("ms"),
                  {},
                  {},
                  {},
                  run.rows <= 10000 ? QStringLiteral("<= 16.7 ms") : QString()};
    figure.ours = timeRefreshes(run, stage, [&](ClusterRecord &record, int number, int round) {
        if (changes(stage, record, number, 10, round))
            record.status = nextStatus(record.status);
    });
    figure.print();
}

} // namespace clusterdeck

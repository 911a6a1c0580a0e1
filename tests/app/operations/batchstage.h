// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/listing/clusterreader.h"
#include "app/operations/batchrunner.h"
#include "app/operations/journal/journal.h"
#include "app/operations/operationwatch.h"
#include "builders.h"
#include "simcloud.h"
#include "tests/support/manualclock.h"

namespace clusterdeck
{

/// Adds this number of clusters to the cloud, and returns an armed batch with their current facts.
inline Batch armedBatch(SimCloud &cloud, int clusters)
{
    Batch batch = batchOf(QList<ItemState>(clusters, ItemState::Armed));
    batch.user = cloud.user;
    batch.logBefore.read = batch.logBefore.whole = true; // the log is empty
    for (BatchItem &item : batch.items) {
        cloud.add(item.key.id);
        item.shown = *cloud.find(item.key.id);
    }
    return batch;
}

/// One batch with a simulated cloud, polled as in the program.
struct BatchStage {
    ManualClock clock;
    SimCloud cloud{clock};
    Journal journal;
    ClusterReader reader{QStringLiteral("a"), cloud, clock};
    OperationWatch watch{cloud, clock, reader};
    std::unique_ptr<BatchRunner> runner;

    explicit BatchStage(int clusters, Verb verb = Verb::Delete,
                        std::chrono::seconds undoWindow = {}, int tier = 0, int together = 1)
        : BatchStage(clusters, [=](Batch &batch) {
            batch.verb = verb;
            batch.undoWindow = undoWindow;
            batch.tier = tier;
            batch.together = together;
        })
    {
    }

    /// `change`: applied before the batch is recorded.
    BatchStage(int clusters, const std::function<void(Batch &)> &change)
    {
        Batch batch = armedBatch(cloud, clusters);
        change(batch);
        runner = std::make_unique<BatchRunner>(batch, cloud, clock, journal);
        watch.serve(runner.get());
        if (!journal.add(batch))
            qFatal("the journal in memory cannot be written");
    }

    static QString idOf(int cluster) { return QStringLiteral("ehpc-%1").arg(cluster); }
    void arm() { runner->arm(TimeMark(clock)); }
    [[nodiscard]] const BatchItem &item(int i) const { return runner->batch().items.at(i); }
    [[nodiscard]] ItemState state(int i) const { return item(i).state; }
    [[nodiscard]] int count(ItemState state) const { return runner->tally().in(state); }
    /// The events of one item, in order.
    [[nodiscard]] QStringList story(int item) const
    {
        QStringList story;
        for (const JournalEvent &event : journal.events(runner->batch().id)) {
            if (event.item == item)
                story.append(event.event);
        }
        return story;
    }
};

/// Refused, and nothing is done.
inline SimCloud::Fate refused(int code)
{
    return {false, refusal(code)};
}

/// The answer is lost; `arrives`: whether the request arrives.
inline SimCloud::Fate lost(bool arrives)
{
    return {arrives, lostAnswer()};
}

/// For SimCloud::fateOfSend: the same result for every request.
inline auto always(const SimCloud::Fate &fate)
{
    return [fate](Verb, const QString &) { return fate; };
}

/// For SimCloud::fateOfSend: this result for one cluster; the others are answered correctly.
inline auto onlyOf(const QString &id, const SimCloud::Fate &fate)
{
    return [id, fate](Verb, const QString &asked) { return asked == id ? fate : SimCloud::Fate(); };
}

} // namespace clusterdeck

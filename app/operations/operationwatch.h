// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/paging.h"
#include "app/operations/batch/operation.h"
#include "app/operations/batch/polling.h"
#include "app/support/clock.h"

#include <QObject>
#include <QSet>

#include <memory>

namespace clusterdeck
{

class BatchRunner;
class ClusterReader;

/// Polls one account's cloud for all its unfinished batches: each snapshot reads the operation log,
/// and then the clusters whose listing can change an item. pauseBeforePoll() sets the pauses, which
/// become short again when an item changes; PollBudget limits the calls. Without unfinished items
/// nothing is polled.
class OperationWatch : public QObject
{
    Q_OBJECT

public:
    /// `reader`, of the same account, must outlive the watch.
    OperationWatch(CloudApi &api, Clock &clock, ClusterReader &reader, QObject *parent = nullptr);

    /// Polls for `runner` too, until it has finished or is destroyed.
    void serve(BatchRunner *runner);

signals:
    /// A snapshot has read this listing, which the table can use.
    void listed(const clusterdeck::ClusterListing &listing);

private:
    void wake();
    [[nodiscard]] bool somethingIsOpen() const;
    void schedule();
    /// A snapshot that is being read.
    struct Reading {
        CloudSnapshot snapshot;
        bool logNeeded = false;
        QStringList jobs;      ///< BatchRunner::openJobs()
        QSet<QString> missing; ///< those of `jobs` that were not found yet
        bool wholeLog = false; ///< operations that are missing in the log count as evidence
        Paging paging;         ///< of the log
        QList<OwnOperation> own;

        void take(const QList<OperationRecord> &operations);
    };

    [[nodiscard]] PollFacts facts() const;
    void takeSnapshot();
    void readOperations(const std::shared_ptr<Reading> &reading);
    bool arrived(const std::shared_ptr<Reading> &reading, int offset,
                 const Result<Page<OperationRecord>> &page);
    [[nodiscard]] bool isReadFarEnough(const Reading &reading) const;
    void rememberOwn(const BatchRunner &runner);
    void askForMissingJobs(const std::shared_ptr<Reading> &reading);
    void readListing(const std::shared_ptr<Reading> &reading);
    [[nodiscard]] ReadingFacts readingFacts(int ended, int calls) const;
    void deliver(const Reading &reading);

    CloudApi &m_api;
    Clock &m_clock;
    ClusterReader &m_reader;
    QList<BatchRunner *> m_runners;
    QList<OwnOperation> m_own; ///< of finished batches, of the last hour
    int m_polls = 0;           ///< see PollFacts
    int m_failures = 0;        ///< see PollFacts
    ClockTimer m_nextPoll{m_clock};
    std::chrono::milliseconds m_due{0}; ///< Clock::awake() when m_nextPoll ends
    PollBudget m_budget;
    std::optional<std::chrono::milliseconds>
        m_endedSince; ///< Clock::awake(), see ReadingFacts::waited
    bool m_polling = false;
};

} // namespace clusterdeck

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

/// Looks at one account's cloud for all its unfinished batches together: one reading of the
/// operation log and, when that could tell more, one listing a snapshot. When the next snapshot
/// comes is told by pauseBeforePoll(), from the start of its row again when an item moved; never
/// more than its share of the hourly quota. Rests when nothing is open.
class OperationWatch : public QObject
{
    Q_OBJECT

public:
    OperationWatch(const QString &account, CloudApi &api, Clock &clock, QObject *parent = nullptr);

    /// Watches for `runner` too, until it has finished or is destroyed.
    void serve(BatchRunner *runner);

signals:
    /// The listing that a snapshot made, so that the table need not list once more.
    void listed(const clusterdeck::ClusterListing &listing);

private:
    void wake();
    [[nodiscard]] bool somethingIsOpen() const;
    void schedule();
    /// One snapshot on its way.
    struct Reading {
        CloudSnapshot snapshot;
        bool logNeeded = false; ///< false: the log has nothing to say
        QStringList jobs;       ///< that are waited for
        QSet<QString> missing;  ///< those of them that were not seen yet
        bool wholeLog = false;  ///< what is not in it counts too
        Paging paging;          ///< of the log
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
    void deliver(const Reading &reading);

    QString m_account;
    CloudApi &m_api;
    Clock &m_clock;
    QList<BatchRunner *> m_runners;
    QList<OwnOperation> m_own; ///< of the last hour, of batches that are finished
    int m_polls = 0;           ///< since an item last moved; picks the interval
    int m_failures = 0;        ///< polls in a row that could read nothing
    ClockTimer m_nextPoll{m_clock};
    std::chrono::milliseconds m_due{
        0}; ///< Clock::awake() of the next snapshot, while that is active
    PollBudget m_budget;
    bool m_polling = false;
};

} // namespace clusterdeck

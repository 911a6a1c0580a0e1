// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batch/batch.h"
#include "app/support/writelock.h"

#include <QDateTime>
#include <QObject>

#include <memory>
#include <tl/expected.hpp>

namespace clusterdeck
{

struct NodeLayout;
struct DeletedCluster;

/// One recorded event of a batch.
struct JournalEvent {
    QDateTime at;     ///< UTC
    int item = 0;     ///< BatchItem::position
    QString event;    ///< the word of an ItemEvent
    QString state;    ///< the word of the ItemState after the event
    QString evidence; ///< JSON: readings and answers so far; without secrets
};

/// The item as it was after the event, as far as the event tells: position, state, reason, error,
/// job id, error codes, and of the evidence the numbers of readings. Nothing when the evidence
/// cannot be understood.
[[nodiscard]] std::optional<BatchItem> itemAfter(const JournalEvent &event);

/// All batches, on disk: each intent before its request is sent, each outcome once it is known.
///
/// One SQLite file (WAL, or a rollback journal on shared file systems; synchronous=FULL), mode
/// 0600. What a call that returned true has written survives SIGKILL and a power cut. One process
/// writes, see WriteLock; other processes that open the same folder can read. It never holds
/// credentials.
///
/// The whole file is checked at a start when its last writer was killed or had an error, or when
/// another program has changed the file since. The check runs on another thread. Until its end the
/// journal can be read and not written, see checked().
class Journal : public QObject
{
    Q_OBJECT

public:
    enum class Access {
        Writable,
        Checking,        ///< the file is being checked; it can be read
        OtherCopyWrites, ///< another process holds the lock; it can be read
        ReadOnly,        ///< it cannot be written, see refusal(); it can be read
        NewerFormat,     ///< written by a newer version; not touched
        Unusable,        ///< see refusal() and problem()
    };

    /// Opens or creates the journal in `folder`. A damaged file is renamed, see setAside(), and its
    /// readable batches are copied to a new one. Damage that only the check of the whole file finds
    /// is handled when the check has ended.
    explicit Journal(const DataFolder &folder);
    /// A journal in memory, for the demonstration and for tests.
    Journal();
    /// Cancels a running check: the next start checks again.
    ~Journal() override;

    [[nodiscard]] Access access() const;
    /// Why nothing can be written, or why the last write failed; nothing without a failure.
    [[nodiscard]] std::optional<WriteRefusal> refusal() const;
    /// Whether this process still holds the write lock, read from the file system. Every write
    /// checks this itself; a request that is sent without a write calls it first. Once false it
    /// stays false.
    [[nodiscard]] bool confirmWritable();
    /// The name of the file system when the system's locks do not work on it and only the lock file
    /// protects the journal; else empty.
    [[nodiscard]] QString fileSystemWithoutLocks() const;
    /// Batches and items can be read.
    [[nodiscard]] bool isReadable() const;
    /// The last failure, in technical words; empty without one.
    [[nodiscard]] QString problem() const;
    /// The new path of a damaged journal; empty when there was none.
    [[nodiscard]] QString setAside() const;

    /// Writes the whole batch, durably, before it returns true.
    [[nodiscard]] bool add(const Batch &batch);

    /// Records that `event` has changed these items of a batch to `items`, durably: all of them or
    /// none.
    [[nodiscard]] bool record(const QString &batch, const QList<BatchItem> &items, ItemEvent event,
                              const QDateTime &at);

    /// Records, durably, that the cluster of the item at `position`, which is Done, is listed
    /// again: ItemReason::ListedAgain.
    [[nodiscard]] bool recordListedAgain(const QString &batch, int position, const QDateTime &at);

    /// Everything recorded until end() becomes durable together, at end(): false if it does not.
    /// Groups do not nest. In a group record() refuses ItemEvent::SendStarted, whose request would
    /// be sent before end().
    [[nodiscard]] bool begin();
    [[nodiscard]] bool end();

    /// Batches with an item that is not in an end state, oldest first; or, in technical words, why
    /// they cannot be read. The caller then calls setUnusable(): no operation may start while the
    /// running ones are not known.
    [[nodiscard]] tl::expected<QList<Batch>, QString> unfinished() const;
    /// Makes access() Unusable: the unfinished batches cannot be read, for the reason `why`.
    void setUnusable(const QString &why);
    /// Clusters of unfinished batches whose verb this version does not know: no operation may start
    /// on them. unfinished() and history() leave these batches out. When they cannot be read,
    /// access() becomes Unusable.
    [[nodiscard]] QList<ClusterKey> notUnderstood() const;

    enum class Detail {
        All,
        States, ///< without BatchItem::shown, which is most of the file
    };
    /// Newest first. `clusterId`: only batches with a cluster whose id contains this text, ignoring
    /// case. After an error the list is empty; a batch with an unknown verb is only left out. Both
    /// set readProblem().
    [[nodiscard]] QList<Batch> history(const QString &clusterId = {}, int limit = 500,
                                       Detail detail = Detail::All) const;
    /// The number of recorded batches; 0 when it cannot be read.
    [[nodiscard]] int batchCount() const;
    /// The number of clusters in the largest batch of this verb that is finished and was carried
    /// out to its last cluster; nothing without one, or when it cannot be read.
    [[nodiscard]] std::optional<int> largestBatch(Verb verb) const;
    /// In the order in which they were recorded; empty when any of them cannot be read.
    [[nodiscard]] QList<JournalEvent> events(const QString &batch) const;

    /// Clusters whose deletion was confirmed by a listing, newest first: at most `limit`, with a
    /// lower DeletedCluster::number than `before`.
    [[nodiscard]] QList<DeletedCluster> deletedClusters(int limit, qint64 before) const;
    /// The same for clusters with this id, all of them, without what is in other tables:
    /// DeletedCluster::nodes, givenReason and approvalCode.
    [[nodiscard]] QList<DeletedCluster> deletionsOf(const QString &clusterId) const;
    /// The ids of all clusters in the journal, each once.
    [[nodiscard]] QStringList clusterIds() const;
    /// Saves the nodes of the item at `position`, which is about to be deleted, durably.
    [[nodiscard]] bool keepLayout(const QString &batch, int position, const NodeLayout &layout);

    /// Why the last history(), batchCount(), largestBatch(), events(), deletedClusters(),
    /// deletionsOf(), clusterIds() or callsSince() could not read everything, in technical words;
    /// empty when it could.
    [[nodiscard]] QString readProblem() const;

    /// Records the times of calls to an account's cloud, for the hourly quota. Kept for an hour.
    [[nodiscard]] bool noteCalls(const QString &account, const QList<QDateTime> &calls);
    /// Empty when any of them cannot be read.
    [[nodiscard]] QList<QDateTime> callsSince(const QString &account, const QDateTime &since) const;

signals:
    /// The check has ended, and access() is not Checking any more. Once, from the event loop, and
    /// only if access() was Checking when the journal was opened.
    void checked();

private:
    void log(const DataFolder &folder) const;

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace clusterdeck

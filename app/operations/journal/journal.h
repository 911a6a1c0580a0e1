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

/// One line of a batch's story.
struct JournalEvent {
    QDateTime at; ///< UTC
    int item = 0; ///< position in the batch
    QString event;
    QString state;    ///< after it
    QString evidence; ///< JSON: what was read, what was answered; without secrets
};

/// What became of every batch, on disk: intent before it is acted on, outcome after it is known.
///
/// One SQLite file (WAL, or a rollback journal where memory is not shared; synchronous=FULL), mode
/// 0600. A call that returned true survives SIGKILL and a power cut. One program writes, see
/// WriteLock; a second one that opens the same folder may look. No credentials ever come near it.
///
/// The whole file is checked only when its last writer did not come to an end, or had trouble with
/// it, or when it was changed by something else since. The check runs on another thread. Until it
/// has ended the journal can be looked at, and is not written: see checked().
class Journal : public QObject
{
    Q_OBJECT

public:
    enum class Access {
        Writable,
        Checking,        ///< whether the file is whole is not known yet: looking is possible
        OtherCopyWrites, ///< another running program holds it: looking is possible
        ReadOnly,        ///< it cannot be written, see refusal(): looking is possible
        NewerFormat,     ///< made by a newer version: left alone
        Unusable,        ///< see refusal() and problem()
    };

    /// Opens or makes the journal in `folder`. A damaged one is kept aside under a new name, see
    /// setAside(), and whatever of its batches is readable is carried over. Damage that only the
    /// check of the whole file finds is dealt with when the check has ended.
    explicit Journal(const DataFolder &folder);
    /// A journal that lives in memory and ends with the program, for the demonstration and for
    /// tests.
    Journal();
    /// A check that has not ended is given up: the next start checks again.
    ~Journal() override;

    [[nodiscard]] Access access() const;
    /// Why nothing can be written, or why the last write failed; nothing when nothing did.
    [[nodiscard]] std::optional<WriteRefusal> refusal() const;
    /// Whether this process still is the one that may write, as the file system says now. Each
    /// write asks this first; whatever is sent without one asks here. Once false it stays false.
    [[nodiscard]] bool confirmWritable();
    /// The name of the file system when it keeps no two processes apart, which the journal's own
    /// lock does then; else empty.
    [[nodiscard]] QString fileSystemWithoutLocks() const;
    /// Batches and items can be read.
    [[nodiscard]] bool isReadable() const;
    /// Technical words about the last thing that failed; empty when nothing did.
    [[nodiscard]] QString problem() const;
    /// Where a damaged journal was moved to; empty when there was none.
    [[nodiscard]] QString setAside() const;

    /// Writes the whole batch, durably, before it returns true.
    [[nodiscard]] bool add(const Batch &batch);

    /// Writes that `event` has brought item number `position` to where `item` stands, durably.
    [[nodiscard]] bool record(const QString &batch, int position, const BatchItem &item,
                              ItemEvent event, const QDateTime &at);

    /// The same for several items of one batch that `event` has brought where they stand: all of
    /// them or none.
    [[nodiscard]] bool record(const QString &batch, const QList<BatchItem> &items, ItemEvent event,
                              const QDateTime &at);

    /// Everything recorded until end() becomes durable together, at end(). Groups do not nest.
    [[nodiscard]] bool begin();
    [[nodiscard]] bool end();

    /// Batches with an item that is not at an end, as they were last recorded, oldest first; or, in
    /// technical words, why they cannot be read. The caller then calls setUnusable(): no operation
    /// may be begun while it is not known which ones are under way.
    [[nodiscard]] tl::expected<QList<Batch>, QString> unfinished() const;
    /// access() is Unusable from now on: what is unfinished cannot be read, for the reason `why`.
    void setUnusable(const QString &why);
    /// Clusters of batches that are not finished, as far as can be told, and whose verb this
    /// version does not know: nothing may be begun on them. unfinished() and history() leave them
    /// out. When they cannot be read, access() is Unusable from then on, as with unfinished().
    [[nodiscard]] QList<ClusterKey> notUnderstood() const;

    enum class Detail {
        All,
        States, ///< without what was shown of the clusters, which is most of the file
    };
    /// Newest first. `clusterId`: only batches that are about a cluster whose id contains it.
    /// When history(), events() or deletedClusters() could not read something, it is missing from
    /// what they return, and readProblem() says why.
    [[nodiscard]] QList<Batch> history(const QString &clusterId = {}, int limit = 500,
                                       Detail detail = Detail::All) const;
    /// In the order in which they were recorded; none when any of them cannot be read.
    [[nodiscard]] QList<JournalEvent> events(const QString &batch) const;

    /// Clusters whose deletion was read back, newest first: at most `limit` with a lower number
    /// than `before`.
    [[nodiscard]] QList<DeletedCluster> deletedClusters(int limit, qint64 before) const;
    /// Keeps the nodes of an item of a batch, for when it is deleted, durably.
    [[nodiscard]] bool keepLayout(const QString &batch, int position, const NodeLayout &layout);

    /// Technical words about the last history(), events(), deletedClusters() or callsSince() that
    /// could not be read, or not to its end; empty when it could.
    [[nodiscard]] QString readProblem() const;

    /// Calls to an account's cloud, for the hourly quota. Kept for an hour.
    [[nodiscard]] bool noteCalls(const QString &account, const QList<QDateTime> &calls);
    /// None when any of them cannot be read.
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

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batchrunner.h"
#include "app/operations/journal/deletedcluster.h"
#include "app/operations/journal/journal.h"
#include "app/operations/marking.h"
#include "app/operations/plan/plan.h"

#include <QHash>

#include <map>
#include <memory>
#include <vector>

namespace clusterdeck
{

class ClusterModel;
class OperationWatch;
struct PreflightFacts;

/// The settings of an account that operations depend on.
struct OperationAccount {
    QString id;
    QString name;
    QString zone;
    QStringList users; ///< usr-… ids that count as "me"; the first is the owner of the key
    bool readOnly = false;
    int inFlight = 2;            ///< requests in flight at the same time, 1 to 4
    int together = 1;            ///< most clusters in one request, 1 to CloudApi::MostTogether
    bool reasonRequired = false; ///< confirm() refuses plans without Plan::givenReason
};

/// The result of a confirmation.
struct Confirmation {
    enum class Outcome {
        Armed,       ///< recorded, and the countdown runs
        LookAgain,   ///< the risk is higher than shown: `plan` marks the changes
        NothingLeft, ///< no cluster can be operated on any more
        Expired,     ///< the written plan was valid until before the confirmation
        NoReason,    ///< an account requires a reason, or the given one is not valid
        NotWritten,  ///< the journal could not record the intent: see `refusal`
        OtherCopy,   ///< another process writes the journal: see `refusal`
    };
    Outcome outcome = Outcome::NothingLeft;
    Plan plan;                           ///< as armed, or to be confirmed again
    QList<ExcludedItem> droppedOut;      ///< confirmed clusters that the second reading excluded
    std::optional<WriteRefusal> refusal; ///< why, with NotWritten and OtherCopy
};

/// The unfinished batches and items that a start found.
struct Recovery {
    int batches = 0;
    int neverSent = 0;     ///< Armed, Queued and Held items; they are Cancelled now
    int unknown = 0;       ///< Unknown items, and Sending ones, which are Unknown now
    int running = 0;       ///< Running items
    int notUnderstood = 0; ///< items with unknown words, and clusters of batches with unknown verbs

    [[nodiscard]] bool isEmpty() const { return batches == 0 && notUnderstood == 0; }
};

/// An item and its batch, or null. The pointers are valid until control returns to the event loop.
struct LatestItem {
    const Batch *batch = nullptr;
    const BatchItem *item = nullptr;

    explicit operator bool() const { return item != nullptr; }
    const BatchItem *operator->() const { return item; }
    const BatchItem &operator*() const { return *item; }
};

/// The only interface to stop, start, rename, mark or delete clusters. What may not be sent is
/// decided here and nowhere else: for a plan by exclusionOf() in plan/plan.cpp, and by
/// isProtected() once more before each request, since locks, marks and accounts may have changed.
class OperationService : public QObject
{
    Q_OBJECT

public:
    /// Time limit of the preflight; facts that it could not read by then are marked not fresh.
    static constexpr std::chrono::seconds PreflightLimit{5};
    /// A table that was read completely longer ago does not show who else uses a mount point.
    static constexpr std::chrono::minutes TableLife{10};

    /// `clusters`, `clock`, `journal` and `locks` must outlive the operation service.
    OperationService(ClusterModel &clusters, Clock &clock, Journal &journal, LockStore &locks,
                     QObject *parent = nullptr);
    ~OperationService() override;

    /// Opens an account and follows its unfinished batches of an earlier run to their end. `api`
    /// must outlive the operation service.
    void addAccount(const OperationAccount &account, CloudApi &api);

    /// Changes the settings of an open account. Confirmed batches keep `inFlight` and `together`;
    /// `readOnly` applies to their unsent items too.
    void updateAccount(const OperationAccount &account);

    /// Closes an account. False, and nothing changed, while openItems(id) is not 0.
    [[nodiscard]] bool removeAccount(const QString &id);

    /// `notRefreshed`: the table's rows of this account were not read in this run. Plans then use
    /// only what the preflight reads.
    void setNotRefreshed(const QString &account, bool notRefreshed);

    /// Reads the journal after a start: unsent items are cancelled, sent items are reconciled as
    /// soon as their account is added. It never causes a request to be sent. Call once, and again
    /// when the journal's check has ended; during the check it does nothing. If the journal cannot
    /// be read, canOperate() is false afterwards.
    Recovery recover();

    [[nodiscard]] const Locks &locks() const { return m_locks.locks(); }
    /// As changeLocks(), with the difference to locks(). If the lock file could not be read, it is
    /// replaced, see LockStore::replace().
    bool setLocks(const Locks &locks);
    /// False when the locks could not be saved, see LockStore::change().
    bool changeLocks(const LockChange &change);
    /// Whether a mark in the description of the cluster forbids `verb` now.
    [[nodiscard]] bool isKept(Verb verb, const ClusterRow &cluster) const
    {
        return isKeptFrom(verb, marksOf(cluster), utcNow());
    }
    [[nodiscard]] QDateTime utcNow() const { return m_clock.utcNow(); }
    /// Reads changes of locks and accounts by other processes. Called when a plan is made or
    /// confirmed, and before each renaming, change of marks and request of a batch.
    void refreshProtection();
    /// Can raise the confirmation level of the risk table, never lower it. Valid from the next
    /// plan.
    void setSafety(const SafetySettings &safety) { m_safety = safety; }
    [[nodiscard]] const SafetySettings &safety() const { return m_safety; }

    /// Reads fresh facts and makes a plan. Sends nothing. `then` runs exactly once, never before
    /// this call has returned. Destroying `context` cancels the reading and `then`.
    void plan(Verb verb, const QList<ClusterKey> &asked, QObject *context,
              std::function<void(const Plan &)> then);

    /// Reads the facts a second time, and the operation log, so that operations from before the
    /// send can be recognized later. Without the log the requests are sent too, but the log can
    /// then never prove that a request was not carried out. If the risk is not higher than in
    /// `confirmed`, makes one batch for each account, records them, and starts their countdowns.
    /// `shown`: the dialog's text, for the journal. `then` as in plan().
    void confirm(const Plan &confirmed, const QString &shown, QObject *context,
                 std::function<void(const Confirmation &)> then);

    /// Reads the description of a cluster by its id. `then` as in plan(); std::nullopt: it could
    /// not be read.
    void readDescription(const ClusterKey &key, QObject *context,
                         std::function<void(const std::optional<QString> &)> then);

    /// Changes the name and description of a cluster. Refuses locked clusters, clusters that were
    /// not read in this run, and read-only accounts, with outcome NotSent. `then` as in plan().
    void rename(const ClusterKey &key, const ClusterChange &change, QObject *context,
                std::function<void(const Result<Accepted> &)> then);

    /// Changes the marks in the descriptions of clusters, see Marking. Refuses what rename()
    /// refuses. `progress` gets the number of clusters to which nothing more is sent. `then` as in
    /// plan(), with a result for each cluster; destroying `context` sends nothing more. The
    /// returned object is deleted after `then`.
    Marking *mark(const QList<ClusterKey> &keys, const MarkChange &change, QObject *context,
                  std::function<void(int ended)> progress,
                  std::function<void(const QList<MarkResult> &)> then);

    /// The calls that mark() takes for the open accounts of `keys`, and whether they are left.
    [[nodiscard]] QList<AccountCheck> checksForMarks(const QList<ClusterKey> &keys) const;

    /// Call when the desktop's screen was locked or unlocked. Batches in their countdown are held
    /// when the screen is locked, because nobody can see the countdown; so are batches for which
    /// confirm() was called before and has not ended. Batches that are already sending continue.
    void setScreenLocked(bool locked);

    /// Call when the table shows `listing`. Deletions that were Done and whose clusters it lists
    /// again are recorded as ItemReason::ListedAgain, each once. Does nothing unless somebody
    /// listens to listedAgain().
    void findListedAgain(const ClusterListing &listing);

    /// All batches of this run, oldest first. They live as long as the operation service.
    [[nodiscard]] const QList<BatchRunner *> &batches() const { return m_batches; }

    /// The newest item of this cluster in this run; null without one.
    [[nodiscard]] LatestItem latestItem(const ClusterKey &key) const;

    /// Items that are not in an end state, of all accounts or of one; NotUnderstood does not count.
    /// Asked before the window or an account is closed.
    [[nodiscard]] int openItems(const QString &account = {}) const;

    /// Whether this account has unfinished items, also in batches of an earlier run that wait for
    /// the account to be opened. True while the journal is being checked, when this is not known.
    [[nodiscard]] bool isUnderWay(const QString &account) const;
    /// The same for all accounts together.
    [[nodiscard]] bool hasUnfinished() const;
    /// The clusters with unfinished items in this run, and those of records that are not
    /// understood.
    [[nodiscard]] QSet<ClusterKey> underWay() const;

    [[nodiscard]] const Journal &journal() const { return m_journal; }

    /// Whether operations are possible: they need a writable journal. Reading is always possible.
    [[nodiscard]] bool canOperate() const
    {
        return m_journal.access() == Journal::Access::Writable;
    }

signals:
    void batchAdded(clusterdeck::BatchRunner *runner);
    /// latestItem(key) has changed.
    void itemChanged(const clusterdeck::ClusterKey &key);
    /// Once for each batch that finished in this run.
    void batchFinished(clusterdeck::BatchRunner *runner);
    /// A preflight or a poll has read a listing, which the table can use.
    void listed(const clusterdeck::ClusterListing &listing);
    void locksChanged();
    /// Deleted clusters that are listed again, as they are listed.
    void listedAgain(const QList<clusterdeck::Cluster> &clusters);
    /// The owner of the accounts must now call updateAccount() for changes by other processes.
    void protectionWanted();

private:
    struct Confirmed;   ///< what was confirmed, and when
    struct OpenAccount; ///< an account, its API and its OperationWatch
    BatchRunner *adopt(std::unique_ptr<BatchRunner> batch, OpenAccount &openAccount);
    enum class ReadLog { No, Yes };
    void readFacts(const QList<ClusterKey> &keys, ReadLog log, QObject *context,
                   std::function<void(const PreflightFacts &)> then);
    [[nodiscard]] Plan planFor(Verb verb, const QList<ClusterKey> &asked,
                               const QList<ClusterListing> &listings);
    void addOthersOnMounts(PlanInput &input) const;
    [[nodiscard]] QList<AccountCheck> checksFor(const Plan &plan) const;
    void arm(Confirmation &confirmation, const Confirmed &confirmed);
    [[nodiscard]] bool isProtected(const OpenAccount &openAccount, Verb verb,
                                   const BatchItem &item);
    [[nodiscard]] bool mayModify(const Cluster &cluster);
    void holdCountdowns();
    [[nodiscard]] Batch batchFor(const Plan &plan, const OpenAccount &openAccount,
                                 const Confirmed &confirmed) const;

    ClusterModel &m_clusters;
    Clock &m_clock;
    Journal &m_journal;
    LockStore &m_locks;
    SafetySettings m_safety;
    bool m_screenLocked = false;
    int m_screenLocks = 0; ///< how often it was locked
    std::map<QString, std::unique_ptr<OpenAccount>> m_openAccounts;
    std::vector<std::unique_ptr<OpenAccount>> m_closed; ///< accounts that were closed in this run
    /// Unfinished batches of an earlier run whose account is not open yet.
    std::vector<std::unique_ptr<BatchRunner>> m_waitingForAccount;
    QSet<QString> m_notRefreshed;     ///< accounts
    QSet<ClusterKey> m_notUnderstood; ///< in batches with an unknown verb
    /// The ids of the clusters in the journal, see ClusterRow::idBytes(), without those that were
    /// listed and have no deletion to watch any more. Nothing: to be read.
    std::optional<QSet<QByteArray>> m_journalIds;
    QList<BatchRunner *> m_batches;
    QHash<ClusterKey, std::pair<BatchRunner *, int>> m_latest;
};

} // namespace clusterdeck

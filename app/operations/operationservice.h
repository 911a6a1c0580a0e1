// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batchrunner.h"
#include "app/operations/journal/journal.h"
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

/// How an account takes part in operations.
struct OperationAccount {
    QString id;
    QString name;
    QString zone;
    QStringList users; ///< usr-… ids that count as "me"; the first is whose key signs
    bool readOnly = false;
    int inFlight = 2; ///< requests on their way at a time, 1 to 4
    int together = 1; ///< clusters in one request at the most, 1 to CloudApi::MostTogether
};

/// What became of a confirmation.
struct Confirmation {
    enum class Outcome {
        Armed,       ///< written down and counting down
        LookAgain,   ///< facts are worse than shown: `plan` has them, marked
        NothingLeft, ///< nothing of it can go any more
        NotWritten,  ///< the journal could not take the intent: see `refusal`
        OtherCopy,   ///< another copy of the program operates: see `refusal`
    };
    Outcome outcome = Outcome::NothingLeft;
    Plan plan;                           ///< what was armed, or is to be looked at again
    QList<ExcludedItem> droppedOut;      ///< were confirmed, and cannot go on the second reading
    std::optional<WriteRefusal> refusal; ///< why, with NotWritten and OtherCopy
};

/// What a start found unfinished, and what it made of it.
struct Recovery {
    int batches = 0;
    int neverSent = 0;     ///< Armed, Queued and Held became Cancelled
    int unknown = 0;       ///< Sending became Unknown, or was it already: being reconciled
    int running = 0;       ///< polled on
    int notUnderstood = 0; ///< recorded in a way that this version does not know: left alone

    [[nodiscard]] bool isEmpty() const { return batches == 0 && notUnderstood == 0; }
};

/// An item together with its batch, or neither. The pointers hold until the event loop turns.
struct LatestItem {
    const Batch *batch = nullptr;
    const BatchItem *item = nullptr;

    explicit operator bool() const { return item != nullptr; }
    const BatchItem *operator->() const { return item; }
    const BatchItem &operator*() const { return *item; }
};

/// The one gate: every way to stop, start, rename or delete a cluster comes through here. Locks and
/// read-only accounts are enforced here and nowhere else.
class OperationService : public QObject
{
    Q_OBJECT

public:
    /// The preflight takes no longer; what it could not read by then is not fresh.
    static constexpr std::chrono::seconds PreflightLimit{5};

    /// `clusters`, `clock` and `journal` outlive the operation service.
    OperationService(ClusterModel &clusters, Clock &clock, Journal &journal, LockStore &locks,
                     QObject *parent = nullptr);
    ~OperationService() override;

    /// Makes an account's cloud known, and takes up its unfinished batches again. `api` outlives
    /// the operation service.
    void addAccount(const OperationAccount &account, CloudApi &api);

    /// Other words or another permission for an account that is open. What was confirmed stays as
    /// it was confirmed.
    void updateAccount(const OperationAccount &account);

    /// Nothing can be done through this account from now on. False, and nothing changed, while an
    /// operation of it is not at an end.
    [[nodiscard]] bool removeAccount(const QString &id);

    /// While `notRefreshed`, what the table holds of this account was not read in this run: nothing
    /// is taken from it, and only what the preflight reads can be operated on.
    void setNotRefreshed(const QString &account, bool notRefreshed);

    /// Reads the journal after a start: whatever was not sent is cancelled, whatever was is taken
    /// up as soon as its account is added. Call once, and once more when the journal's check has
    /// ended, before which nothing is taken from it. Sends nothing, now or later, by itself. Of a
    /// journal that cannot be read it knows nothing: then canOperate() is false.
    Recovery recover();

    [[nodiscard]] const Locks &locks() const { return m_locks.locks(); }
    /// False when they could not be written down: see LockStore::change(). Instead of locks that
    /// could not be read, these hold: see LockStore::replace().
    bool setLocks(const Locks &locks);
    bool changeLocks(const LockChange &change);
    /// Takes up what other copies of the program have changed in the locks and in what accounts
    /// may do. Each plan, second reading, renaming and request of a batch begins with it.
    void refreshProtection();
    /// Settings may ask for more than the risk table does, never for less. Holds from the next
    /// plan on.
    void setSafety(const SafetySettings &safety) { m_safety = safety; }
    [[nodiscard]] const SafetySettings &safety() const { return m_safety; }

    /// Reads fresh facts and says what could be done. Sends nothing. `then` runs exactly once,
    /// never before the call has returned, unless `context` dies first; that cancels the reading.
    void plan(Verb verb, const QList<ClusterKey> &asked, QObject *context,
              std::function<void(const Plan &)> then);

    /// Reads once more, and the operation log too: what is in it before sending is no evidence
    /// afterwards. When the log cannot be read by then the requests go all the same, but nothing in
    /// it can prove later that one was not carried out. When nothing is worse than `confirmed`
    /// showed, freezes what can still go into one batch an account, writes them down, and starts
    /// their countdowns. `shown`: the dialog's words, for the record. `then` as in plan().
    void confirm(const Plan &confirmed, const QString &shown, QObject *context,
                 std::function<void(const Confirmation &)> then);

    /// Gives a cluster another name and description. Locked ones and those of read-only accounts
    /// are refused here, with outcome NotSent. `then` as in plan().
    void rename(const ClusterKey &key, const QString &name, const QString &description,
                QObject *context, std::function<void(const Result<Accepted> &)> then);

    /// The desktop says that its screen was locked or unlocked. While it is locked, and for what
    /// was confirmed before it was, countdowns end in a hold: nobody can see them. What a person
    /// let go already goes on.
    void setScreenLocked(bool locked);

    /// All batches taken up in this run, oldest first. They live as long as the operation service.
    [[nodiscard]] const QList<BatchRunner *> &batches() const { return m_batches; }

    /// The newest item about this cluster, if there is one in this run.
    [[nodiscard]] LatestItem latestItem(const ClusterKey &key) const;

    /// Items that are not at an end, over all batches or those of one account; what closing the
    /// window or an account asks about. Without those to which nothing happens any more because
    /// they were not understood.
    [[nodiscard]] int openItems(const QString &account = {}) const;

    /// Whether something of this account is not at an end, also what an earlier run left and waits
    /// for the account to be opened. While the journal is being checked that is not known: true.
    [[nodiscard]] bool isUnderWay(const QString &account) const;

    [[nodiscard]] const Journal &journal() const { return m_journal; }

    /// Whether anything can be done at all: what cannot be written down is not done. Looking is
    /// always possible.
    [[nodiscard]] bool canOperate() const
    {
        return m_journal.access() == Journal::Access::Writable;
    }

signals:
    void batchAdded(clusterdeck::BatchRunner *runner);
    /// latestItem(key) has changed.
    void itemChanged(const clusterdeck::ClusterKey &key);
    /// Once for each batch that came to its end in this run.
    void batchFinished(clusterdeck::BatchRunner *runner);
    /// A listing was made on the way; the feeds take it over.
    void listed(const clusterdeck::ClusterListing &listing);
    void locksChanged();
    /// Whoever keeps the accounts updates them now, before they are asked about.
    void protectionWanted();

private:
    struct Confirmed;   ///< what the person said, and when
    struct OpenAccount; ///< one account's cloud and its watch
    BatchRunner *adopt(Batch batch, OpenAccount &openAccount);
    enum class ReadLog { No, Yes };
    void readAll(const QStringList &accounts, ReadLog log, QObject *context,
                 std::function<void(const PreflightFacts &)> then);
    [[nodiscard]] Plan planFor(Verb verb, const QList<ClusterKey> &asked,
                               const QList<ClusterListing> &listings);
    [[nodiscard]] QList<AccountCheck> checksFor(const Plan &plan) const;
    void arm(Confirmation &confirmation, const Confirmed &confirmed);
    [[nodiscard]] bool isProtected(const OpenAccount &openAccount, const BatchItem &item);
    void holdCountdowns();
    [[nodiscard]] Batch batchFor(const Plan &plan, const OpenAccount &openAccount,
                                 const Confirmed &confirmed) const;
    [[nodiscard]] QSet<ClusterKey> underWay() const;

    ClusterModel &m_clusters;
    Clock &m_clock;
    Journal &m_journal;
    LockStore &m_locks;
    SafetySettings m_safety;
    bool m_screenLocked = false;
    int m_screenLocks = 0; ///< times it was locked
    std::map<QString, std::unique_ptr<OpenAccount>> m_openAccounts;
    std::vector<std::unique_ptr<OpenAccount>>
        m_closed;                     ///< of accounts that were closed in this run
    QList<Batch> m_waitingForAccount; ///< unfinished ones whose account is not open yet
    QSet<QString> m_notRefreshed;     ///< accounts
    QSet<ClusterKey> m_notUnderstood; ///< of batches with a verb that is not known
    QList<BatchRunner *> m_batches;
    QHash<ClusterKey, std::pair<BatchRunner *, int>> m_latest;
};

} // namespace clusterdeck

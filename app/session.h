// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/accountbook.h"
#include "app/clusters/listing/clustercache.h"
#include "app/clusters/listing/clusterfeed.h"
#include "app/clusters/table/clustermodel.h"
#include "app/desktop/screenlock.h"
#include "app/operations/operationservice.h"
#include "app/parking/parkingstore.h"

#include <QFileSystemWatcher>

namespace clusterdeck
{

class DeletedClustersReader;

/// One run of the program without its window: owns the parts and connects them, in an order in
/// which they can be destroyed.
class Session : public QObject
{
    Q_OBJECT

public:
    /// `folder` holds the journal, the locks and the parked clusters. Without a path they last as
    /// long as the program, which is what a demonstration wants.
    /// `saved` and `secrets`: where accounts and their secrets are kept between runs.
    Session(Clock &clock, const DataFolder &folder, AccountStore &saved, SecretStore &secrets,
            QObject *parent = nullptr);
    /// With accounts that last as long as the program.
    explicit Session(Clock &clock, const DataFolder &folder = {}, QObject *parent = nullptr);
    ~Session() override;

    /// From now on the last complete listing of each account is kept in `folder`, and shown when
    /// the account is opened, until it is listed again. Nothing is decided or done by what these
    /// rows say. Call it before the first account is opened.
    void keepTables(const QString &folder);

    /// Shows what is kept of the saved accounts that openAll() of the book will open: their secrets
    /// may take their time.
    void showKeptTables();

    /// When the rows were read, UTC, that are shown and that an earlier run has read; the oldest
    /// ones. Invalid when there are none.
    [[nodiscard]] QDateTime keptAsOf() const;

    /// Opens an account and lists it at once; from then on its rows are kept fresh. One that is
    /// open already is changed.
    void open(const Account &account);

    /// The same cloud, zone and owner, but other settings or another key, from the next call on.
    /// Lists it again.
    void change(const Account &account);

    /// Takes an account and its rows away. False, and nothing changed, while an operation of it is
    /// not at an end.
    [[nodiscard]] bool close(const QString &account);

    /// The saved accounts. openAll() of it is the caller's: the window comes first.
    [[nodiscard]] AccountBook &book() { return m_book; }

    [[nodiscard]] Clock &clock() { return m_clock; }
    /// Empty: nothing is kept.
    [[nodiscard]] const QString &dataFolder() const { return m_dataFolder; }
    [[nodiscard]] const QList<Account> &accounts() const { return m_accounts; }
    [[nodiscard]] ClusterModel &clusters() { return m_clusters; }
    [[nodiscard]] OperationService &operationService() { return m_operationService; }
    [[nodiscard]] const Journal &journal() const { return *m_journal; }
    [[nodiscard]] const LockStore &lockStore() const { return m_locks; }
    /// The clusters that were stopped to be deleted later. Nothing reads them but the person's eye.
    [[nodiscard]] ParkingStore &parking() { return m_parking; }
    /// What the last run left unfinished; read when the session was made, or, if the journal had
    /// to be checked, before journalChecked().
    [[nodiscard]] const Recovery &recovery() const { return m_recovery; }
    /// One an account, in the order of accounts().
    [[nodiscard]] const QList<ClusterFeed *> &feeds() const { return m_feeds; }

    /// Whether one of them is the practice cloud's: then nothing here is real.
    [[nodiscard]] bool isDemo() const;

    /// The cloud of an account that is open, to read from; nothing for any other. It answers as
    /// long as the session lives; when the account is closed, with an error. What writes goes
    /// through the operation service.
    [[nodiscard]] CloudApi *cloud(const QString &account) const;

    /// A call of an account's quota that somebody else made, at `utc`: a connection check.
    void countCall(const QString &account, const QDateTime &utc);

    /// Lists every account now.
    void refresh();

    /// Takes up what other copies of the program have written: locks, accounts, parked clusters.
    /// Happens by itself when a file changes, with each listing, and before anything is planned or
    /// confirmed; a file system that several machines share tells of no changes.
    void refreshStores();

signals:
    /// accounts() has changed: opened, changed or closed.
    void accountsChanged();
    /// Some feed's status has changed.
    void statusChanged();
    /// parking() has been changed by another copy of the program.
    void parkingChanged();
    /// The check of journal() has ended: its access, recovery() and the operation service's batches
    /// have changed. Only if its access was Checking when the session was made.
    void journalChecked();

private:
    void takeUpJournal();
    void watchStores();
    void noteCall(const QString &account, const QDateTime &at);
    void saveCalls();
    static AccountLabel labelOf(const Account &account);
    void showKept(const Account &account);
    void forgetKept(const QString &account);
    void entriesChanged();
    void listed(const ClusterListing &listing);
    void writeTables();
    [[nodiscard]] Account *find(const QString &id);

    struct Fallback;
    Session(Clock &clock, const DataFolder &folder, std::unique_ptr<Fallback> fallback,
            QObject *parent);

    std::unique_ptr<Fallback> m_fallback; ///< outlives the book, which is over it
    Clock &m_clock;
    QString m_dataFolder;
    QList<Account> m_accounts;
    ClusterModel m_clusters;
    std::unique_ptr<Journal> m_journal;
    LockStore m_locks;
    ParkingStore m_parking;
    QHash<QString, QList<QDateTime>> m_unsavedCalls;   ///< by account
    std::vector<std::unique_ptr<ApiClient>> m_clients; ///< outlive whoever speaks through them
    QHash<QString, ApiClient *> m_clientOf;            ///< by account, of those that are open
    OperationService m_operationService;
    std::unique_ptr<DeletedClustersReader> m_deletedClusters;
    ScreenLock m_screenLock;
    Recovery m_recovery;
    QList<ClusterFeed *> m_feeds;
    AccountBook m_book;
    QStringList m_stores; ///< files that other copies of the program write
    QFileSystemWatcher m_watcher;
    std::unique_ptr<ClusterCache> m_cache; ///< none: no tables are kept
    QHash<QString, QDateTime> m_kept;      ///< by account: as of when, while an earlier run's rows
                                           ///< are shown
    QHash<QString, QDateTime> m_written;   ///< by account: as of when, on disk
    QHash<QString, KeptTable> m_unwritten; ///< by account
    QSet<QString> m_changed;               ///< accounts with rows that are not as they were written
    QStringList m_saved;                   ///< accounts that were saved when it was last looked
};

} // namespace clusterdeck

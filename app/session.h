// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/accountbook.h"
#include "app/clusters/details/clusterexport.h"
#include "app/clusters/listing/clustercache.h"
#include "app/clusters/listing/clusterfeed.h"
#include "app/clusters/listing/readingorder.h"
#include "app/clusters/table/clustermodel.h"
#include "app/desktop/screenlock.h"
#include "app/operations/operationservice.h"
#include "app/parking/parkingstore.h"
#include "app/presenter/presentercloud.h"
#include "app/presenter/rehearsal.h"
#include "app/support/datakind.h"

#include <QFileSystemWatcher>
#include <QJsonArray>

namespace clusterdeck
{

class DeletedClustersReader;

/// One run of the program without its window: owns and connects the parts. The order of the members
/// is the reverse of the order in which they must be destroyed.
class Session : public QObject
{
    Q_OBJECT

public:
    /// `folder`: for the journal, the locks and the parked clusters. Without a path they are not
    /// saved, as in the demo. `saved` and `secrets`: the saved accounts and their secrets.
    Session(Clock &clock, const DataFolder &folder, AccountStore &saved, SecretStore &secrets,
            QObject *parent = nullptr);
    /// With accounts that are not saved.
    explicit Session(Clock &clock, const DataFolder &folder = {}, QObject *parent = nullptr);
    ~Session() override;

    /// From now on saves in `folder` each account's last listing that missed no cluster, and
    /// shows it when the account is opened, until the account is listed again. No operation uses
    /// these rows. Call it before the first account is opened.
    void keepTables(const QString &folder);

    /// Shows the saved listings of the accounts that AccountBook::openAll() will open, since the
    /// keychain may be slow.
    void showKeptTables();

    /// When the oldest of the shown rows of an earlier run were read, UTC; invalid when there are
    /// none.
    [[nodiscard]] QDateTime keptAsOf() const;

    /// Accounts that are opened from now on are not listed: only their first pages are read. For a
    /// command, whose operations read the clusters that they need.
    void readOnlyFirstPages() { m_onlyFirstPages = true; }

    /// For a command, which is too short to see by itself that a cluster is not used: reads for
    /// the accounts that are opened from now on what the window saved of the use, and does not
    /// follow it on. A cluster counts as unused only until the window has last seen it. `folder`:
    /// as for keepTables().
    void readUse(const QString &folder) { m_useFolder = folder; }

    /// Presenter mode, for an audience: accounts that are opened from now on are shown under
    /// pseudonyms and are read-only, see PresenterCloud. Call it before the first account is
    /// opened, and on a session without a folder and without saved accounts: then it shows no real
    /// name and saves no pseudonym. `key`: see Pseudonyms. `counted`: where the calls are counted
    /// for the hourly quota, under the accounts' real ids; it must outlive the session.
    void present(const QByteArray &key, Journal &counted);
    [[nodiscard]] bool isPresenting() const { return m_pseudonyms.has_value(); }
    [[nodiscard]] DataKind dataKind() const;

    /// Opens an account, lists it at once and then regularly. An open account is changed instead.
    void open(const Account &given);

    /// Uses other settings or another key from the next call on; cloud, zone and owner must be the
    /// same. Lists the account again. Ignored if the account is not open.
    void change(const Account &given);

    /// Closes an account and removes its rows. False, without a change, while the account has
    /// unfinished operations.
    [[nodiscard]] bool close(const QString &account);

    /// The saved accounts. The caller calls openAll(), after the window is shown.
    [[nodiscard]] AccountBook &book() { return m_book; }

    [[nodiscard]] Clock &clock() { return m_clock; }
    /// Empty: nothing is saved.
    [[nodiscard]] const QString &dataFolder() const { return m_dataFolder; }
    [[nodiscard]] const QList<Account> &accounts() const { return m_accounts; }
    [[nodiscard]] ClusterModel &clusters() { return m_clusters; }
    [[nodiscard]] OperationService &operationService() { return m_operationService; }
    [[nodiscard]] const Journal &journal() const { return *m_journal; }
    /// The journal on disk: journal(), or in presenter mode the one that counts the calls.
    [[nodiscard]] const Journal &journalOnDisk() const { return *m_callCount; }
    [[nodiscard]] const LockStore &lockStore() const { return m_locks; }
    /// The clusters that were stopped to be deleted later. They are only shown to the user.
    [[nodiscard]] ParkingStore &parking() { return m_parking; }
    /// What this run knows about a parked cluster.
    [[nodiscard]] ParkedFacts parkedFacts(const ClusterKey &key) const;
    /// The unfinished operations of the last run; read in the constructor, or, if the journal had
    /// to be checked, before journalChecked().
    [[nodiscard]] const Recovery &recovery() const { return m_recovery; }
    /// One per account, in the order of accounts().
    [[nodiscard]] const QList<ClusterFeed *> &feeds() const { return m_feeds; }

    /// The origin of the rows of clusters(), for exports.
    [[nodiscard]] QList<ListedAccount> listedAccounts() const;

    /// The clusters of the table for the practice cloud, see rehearsalOf(). Deleted ones are left
    /// out.
    [[nodiscard]] QJsonArray rehearsal(RehearsedNames names) const;

    /// Whether one of the accounts belongs to the practice cloud: then no cluster is real.
    [[nodiscard]] bool isDemo() const;

    /// The cloud of an open account, for reading; otherwise null. It lives as long as the session;
    /// when the account is closed, calls end with an error. Writes go through the operation
    /// service.
    [[nodiscard]] CloudApi *cloud(const QString &account) const;

    /// Adds a call that a connection check made at `utc` to the count for the account's quota.
    /// Ignored if the account is not open.
    void countCall(const QString &account, const QDateTime &utc);

    /// Lists every account now. Clusters that are under way, selected or shown are read first, see
    /// readingOrder() and ClusterFeed::refresh().
    void refresh();
    /// `attended` returns the clusters that the window shows, and those that are selected there.
    /// Null: none.
    void setAttended(std::function<AttendedClusters()> attended)
    {
        m_attended = std::move(attended);
    }

    /// Reads the changes of other copies of the program: locks, accounts, parked clusters. Called
    /// automatically when a file changes, and with each statusChanged(), since a network file
    /// system does not report changes. Plans and confirmations read locks and accounts in any case,
    /// see OperationService::refreshProtection().
    void refreshStores();

signals:
    /// An account was opened, changed or closed.
    void accountsChanged();
    /// The status of a feed has changed.
    void statusChanged();
    /// The progress of a listing has changed.
    void progressed();
    /// Another copy of the program has changed parking().
    void parkingChanged();
    /// The check of journal() has ended: its access, recovery() and the operation service's batches
    /// have changed. Only if its access was Checking when the session was made.
    void journalChecked();

private:
    void loadJournal();
    void watchStores();
    void noteCall(const QString &account, const QDateTime &at);
    void saveCalls();
    static AccountLabel labelOf(const Account &account);
    struct Loading;
    void showKept(const Account &account);
    void tableRead(const QString &account, const KeptTable &table, Loading &loading);
    void useRead(const QString &account, LastUse use, Loading &loading);
    void showNextRows(const QString &account, Loading &loading);
    void endLoading(const QString &account, const Loading &loading);
    void list(const QString &account);
    void forgetKept(const QString &account);
    void entriesChanged();
    void listed(const ClusterListing &listing);
    void followUse(const ClusterListing &listing);
    void writeTables();
    [[nodiscard]] Account *find(const QString &id);
    [[nodiscard]] Account shownAs(const Account &account);

    struct Fallback;
    Session(Clock &clock, const DataFolder &folder, std::unique_ptr<Fallback> fallback,
            QObject *parent);

    std::unique_ptr<Fallback> m_fallback; ///< outlives the book, which uses it
    Clock &m_clock;
    QString m_dataFolder;
    QList<Account> m_accounts;
    ClusterModel m_clusters;
    std::unique_ptr<Journal> m_journal;
    Journal *m_callCount = m_journal.get(); ///< where calls are counted; in presenter mode another
    LockStore m_locks;
    ParkingStore m_parking;
    QHash<QString, QList<QDateTime>> m_unsavedCalls;   ///< by account
    std::vector<std::unique_ptr<ApiClient>> m_clients; ///< outlive all users of them
    QHash<QString, ApiClient *> m_clientOf;            ///< by account; only open accounts
    std::optional<Pseudonyms> m_pseudonyms;            ///< of presenter mode
    std::vector<std::unique_ptr<PresenterCloud>> m_presenterClouds; ///< live as long as m_clients
    QHash<QString, CloudApi *> m_cloudOf; ///< by account: its client, or its PresenterCloud
    OperationService m_operationService;
    std::unique_ptr<DeletedClustersReader> m_deletedClusters;
    ScreenLock m_screenLock;
    Recovery m_recovery;
    QList<ClusterFeed *> m_feeds;
    AccountBook m_book;
    QStringList m_stores; ///< files that other copies of the program write
    QFileSystemWatcher m_watcher;
    std::unique_ptr<ClusterCache> m_cache;              ///< null: no tables are saved
    QHash<QString, std::shared_ptr<Loading>> m_loading; ///< by account
    QHash<QString, QDateTime> m_kept;      ///< by account: asOf of the shown rows of an earlier run
    QHash<QString, QDateTime> m_written;   ///< by account: asOf of the table on disk
    QHash<QString, KeptTable> m_unwritten; ///< by account
    QSet<QString> m_unwrittenUse;          ///< accounts with use that differs from that on disk
    QHash<QString, QDateTime> m_useWritten; ///< by account: asOf of the use on disk
    std::function<AttendedClusters()> m_attended;
    QSet<QString> m_changed; ///< accounts with rows that differ from the table on disk
    QStringList m_saved;     ///< the saved accounts at the last change
    bool m_onlyFirstPages = false;
    QString m_useFolder; ///< see readUse(); empty: the use is followed
};

} // namespace clusterdeck

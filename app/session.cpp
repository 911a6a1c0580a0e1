// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

#include "app/accounts/secretstore.h"
#include "app/clusters/clusterstate.h"
#include "app/clusters/details/detailexport.h"
#include "app/history/deletedclustersreader.h"
#include "app/support/log.h"

#include <QFileInfo>

#include <algorithm>

namespace clusterdeck
{

namespace
{

QString inside(const QString &folder, const char *name)
{
    return folder.isEmpty() ? QString() : folder + QLatin1Char('/') + QLatin1String(name);
}

OperationAccount operationAccountOf(const Account &account)
{
    OperationAccount result;
    result.id = account.id;
    result.name = account.name;
    result.zone = account.api.zone;
    result.readOnly = account.readOnly;
    result.reasonRequired = account.reasonRequired;
    result.inFlight = account.inFlight;
    result.together = account.together;
    result.users = usersOf(account.api);
    return result;
}

} // namespace

AccountLabel Session::labelOf(const Account &account)
{
    return {account.name, account.api.zone, account.environment, account.color};
}

/// Stores without files, for a session without saved accounts.
struct Session::Fallback {
    AccountStore saved;
    MemoryStore secrets;
};

Session::Session(Clock &clock, const DataFolder &folder, QObject *parent)
    : Session(clock, folder, std::make_unique<Fallback>(), parent)
{
}

Session::Session(Clock &clock, const DataFolder &folder, std::unique_ptr<Fallback> fallback,
                 QObject *parent)
    : Session(clock, folder, fallback->saved, fallback->secrets, parent)
{
    m_fallback = std::move(fallback);
}

Session::Session(Clock &clock, const DataFolder &folder, AccountStore &saved, SecretStore &secrets,
                 QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_dataFolder(folder.path)
    , m_journal(std::make_unique<Journal>(folder))
    , m_locks(inside(folder.path, "locks.json"))
    , m_parking(inside(folder.path, "parked.json"))
    , m_operationService(m_clusters, clock, *m_journal, m_locks)
    , m_deletedClusters(std::make_unique<DeletedClustersReader>(
          m_operationService, *m_journal, clock,
          [this](const QString &account) { return cloud(account); }))
    , m_recovery(m_operationService.recover())
    , m_book(saved, secrets,
             [this](const QString &id) { return !m_operationService.isUnderWay(id); })
{
    connect(m_journal.get(), &Journal::checked, this, &Session::loadJournal);
    connect(&m_screenLock, &ScreenLock::lockedChanged, &m_operationService,
            &OperationService::setScreenLocked);
    connect(&m_book, &AccountBook::opened, this, &Session::open);
    connect(&m_book, &AccountBook::changed, this, &Session::change);
    connect(&m_book, &AccountBook::closed, this, [this](const QString &id) { (void)close(id); });
    connect(&m_clusters, &ClusterModel::updateBegins, this,
            [this](const QString &account) { m_changed.insert(account); });
    connect(&m_operationService, &OperationService::protectionWanted, &m_book,
            &AccountBook::takeUpChanges);
    m_stores = {inside(folder.path, "locks.json"), inside(folder.path, "parked.json"),
                saved.path()};
    m_stores.removeAll(QString());
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &Session::refreshStores);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &Session::refreshStores);
    connect(this, &Session::statusChanged, this, &Session::refreshStores);
    watchStores();
}

void Session::loadJournal()
{
    m_recovery = m_operationService.recover();
    saveCalls();
    emit journalChecked();
}

Session::~Session()
{
    saveCalls();
    writeTables();
    for (const QString &account : std::as_const(m_unwrittenUse))
        m_cache->write(account, m_clusters.lastUse(account));
    // The feeds have no parent, and they use the clients, which are members.
    qDeleteAll(m_feeds);
}

void Session::present(const QByteArray &key, Journal &counted)
{
    m_pseudonyms.emplace(key);
    m_callCount = &counted;
    connect(m_callCount, &Journal::checked, this, [this] {
        saveCalls();
        emit journalChecked();
    });
}

Account Session::shownAs(const Account &account)
{
    return m_pseudonyms ? presented(account, *m_pseudonyms) : account;
}

void Session::open(const Account &given)
{
    const Account account = shownAs(given);
    if (find(account.id)) {
        change(given);
        return;
    }
    m_accounts.append(account);
    showKept(account);
    if (!m_useFolder.isEmpty()) {
        if (const auto use = ClusterCache(m_useFolder).readUse(account.id))
            m_clusters.setLastUse(account.id, *use);
    }
    ApiClient &client = *m_clients.emplace_back(std::make_unique<ApiClient>(given.api, m_clock));
    m_clientOf.insert(account.id, &client);
    CloudApi *api = &client;
    if (m_pseudonyms) {
        api =
            m_presenterClouds.emplace_back(std::make_unique<PresenterCloud>(client, *m_pseudonyms))
                .get();
    }
    m_cloudOf.insert(account.id, api);
    client.rememberCalls(m_callCount->callsSince(given.id, m_clock.utcNow().addSecs(-3600)));
    connect(&client, &ApiClient::called, this,
            [this, id = given.id](const QDateTime &at) { noteCall(id, at); });
    m_operationService.addAccount(operationAccountOf(account), *api);

    auto *feed = new ClusterFeed(account.id, *api, m_clock);
    m_feeds.append(feed);
    connect(feed, &ClusterFeed::arrived, &m_clusters, &ClusterModel::apply);
    connect(feed, &ClusterFeed::listed, &m_clusters, &ClusterModel::apply);
    connect(feed, &ClusterFeed::listed, this, &Session::listed);
    // After the first rows, since no operation is possible before, and after they are painted,
    // since the bus may be slow.
    const auto listen = [this] {
        m_clock.callLater(std::chrono::milliseconds(50), &m_screenLock,
                          [this] { m_screenLock.listen(); });
    };
    connect(feed, &ClusterFeed::arrived, &m_screenLock, listen, Qt::SingleShotConnection);
    connect(feed, &ClusterFeed::listed, &m_screenLock, listen);
    connect(feed, &ClusterFeed::statusChanged, this, &Session::statusChanged);
    connect(feed, &ClusterFeed::progressed, this, &Session::progressed);
    feed->setMissed([this, id = account.id](std::chrono::milliseconds begun) {
        return m_clusters.notReadSince(id, begun);
    });
    feed->setReadFirst([this, id = account.id] {
        AttendedClusters attended = m_attended ? m_attended() : AttendedClusters();
        attended.underWay = m_operationService.underWay();
        return readingOrder(attended, id, ClusterFeed::MostReadFirst);
    });
    // A listing that an operation read updates the feed like a refresh.
    connect(&m_operationService, &OperationService::listed, feed,
            [feed](const ClusterListing &listing) {
                if (listing.account == feed->account())
                    feed->accept(listing);
            });
    qCDebug(accountsLog).noquote() << "opened" << account.id;
    emit accountsChanged();
    if (m_onlyFirstPages) {
        m_operationService.setNotRefreshed(account.id, true);
        feed->readFirstPage();
    } else if (!m_loading.contains(account.id)) {
        list(account.id);
    }
}

/// Lists the account at once and then regularly, if it is open.
void Session::list(const QString &account)
{
    for (ClusterFeed *feed : std::as_const(m_feeds)) {
        if (feed->account() == account) {
            feed->keepFresh();
            feed->refresh();
        }
    }
}

void Session::change(const Account &given)
{
    const Account account = shownAs(given);
    Account *known = find(account.id);
    if (!known)
        return;
    *known = account;
    m_clusters.setAccount(account.id, labelOf(account));
    m_clientOf.value(account.id)->setSettings(given.api);
    m_operationService.updateAccount(operationAccountOf(account));
    emit accountsChanged();
    for (ClusterFeed *feed : std::as_const(m_feeds)) {
        if (feed->account() == account.id && !m_loading.contains(account.id))
            feed->restart();
    }
}

bool Session::close(const QString &account)
{
    const QString id = account; // a copy: `account` may refer to an object removed here
    if (!m_operationService.removeAccount(id))
        return false;
    m_accounts.removeIf([&](const Account &each) { return each.id == id; });
    for (ClusterFeed *feed : QList<ClusterFeed *>(m_feeds)) {
        if (feed->account() == id) {
            m_feeds.removeOne(feed);
            feed->deleteLater(); // later: this may be called by a signal of the feed
            feed->disconnect();
        }
    }
    // The client stays, since finished batches refer to it, but sends nothing more.
    if (ApiClient *client = m_clientOf.take(id))
        client->retire();
    m_cloudOf.remove(id);
    m_clusters.removeAccount(id);
    forgetKept(id);
    qCDebug(accountsLog).noquote() << "closed" << id;
    emit accountsChanged();
    emit statusChanged();
    return true;
}

DataKind Session::dataKind() const
{
    return isDemo() ? DataKind::Demo : isPresenting() ? DataKind::Presenter : DataKind::Real;
}

bool Session::isDemo() const
{
    return std::any_of(m_accounts.begin(), m_accounts.end(),
                       [](const Account &account) { return account.demo; });
}

QList<ListedAccount> Session::listedAccounts() const
{
    QList<ListedAccount> accounts;
    QHash<QString, QDateTime> kept = m_kept;
    for (const ClusterFeed *feed : m_feeds) {
        const QDateTime keptAsOf = kept.take(feed->account());
        accounts.append({m_clusters.label(feed->account()),
                         feed->asOf().isValid() ? feed->asOf() : keptAsOf, feed->isComplete()});
    }
    for (auto each = kept.cbegin(); each != kept.cend(); ++each)
        accounts.append({m_clusters.label(each.key()), each.value(), false});
    return accounts;
}

QJsonArray Session::rehearsal(RehearsedNames names) const
{
    QHash<QString, QStringList> users;
    for (const AccountEntry &entry : m_book.entries())
        users.insert(entry.id(), operationAccountOf(entry.saved.account).users);
    for (const Account &account : m_accounts)
        users.insert(account.id, operationAccountOf(account).users);
    QJsonArray taken;
    for (int row = 0; row < m_clusters.rowCount(); ++row) {
        const Cluster cluster = m_clusters.clusterAt(row);
        if (isDeleted(cluster.record))
            continue;
        const RiskFlags flags = ownFlags(cluster.record, true, users.value(cluster.account));
        taken.append(detailJson(rehearsalOf(cluster.record, flags, names)));
    }
    return taken;
}

ParkedFacts Session::parkedFacts(const ClusterKey &key) const
{
    ParkedFacts facts;
    facts.read = std::any_of(m_feeds.begin(), m_feeds.end(), [&](const ClusterFeed *feed) {
        return feed->account() == key.account && feed->asOf().isValid();
    });
    if (const auto cluster = m_clusters.find(key))
        facts.now = cluster->record;
    const LatestItem latest = m_operationService.latestItem(key);
    facts.deletedHere = latest && latest->state == ItemState::Done &&
                        specOf(latest.batch->verb).isProvenByAbsence();
    return facts;
}

CloudApi *Session::cloud(const QString &account) const
{
    return m_cloudOf.value(account);
}

void Session::countCall(const QString &account, const QDateTime &utc)
{
    ApiClient *client = m_clientOf.value(account);
    if (!client)
        return;
    client->rememberCalls({utc});
    noteCall(m_pseudonyms ? m_pseudonyms->real(account) : account, utc);
}

Account *Session::find(const QString &id)
{
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(),
                                    [&](const Account &account) { return account.id == id; });
    return found == m_accounts.end() ? nullptr : &*found;
}

/// Calls are saved together every two seconds, not each with its own write to disk.
void Session::noteCall(const QString &account, const QDateTime &at)
{
    if (m_unsavedCalls.isEmpty())
        m_clock.callLater(std::chrono::seconds(2), this, [this] { saveCalls(); });
    m_unsavedCalls[account].append(at);
}

void Session::saveCalls()
{
    if (m_callCount->access() == Journal::Access::Checking)
        return; // called again after the check
    for (auto calls = m_unsavedCalls.cbegin(); calls != m_unsavedCalls.cend(); ++calls)
        (void)m_callCount->noteCalls(
            calls.key(),
            calls.value()); // on failure the next start counts too few calls
    m_unsavedCalls.clear();
}

void Session::refreshStores()
{
    watchStores();
    m_operationService.refreshProtection();
    if (m_parking.refresh())
        emit parkingChanged();
}

/// QFileSystemWatcher stops watching a file that is replaced, so the folder is watched too.
void Session::watchStores()
{
    for (const QString &file : std::as_const(m_stores)) {
        const QString folder = QFileInfo(file).path();
        if (QFileInfo::exists(file) && !m_watcher.files().contains(file))
            m_watcher.addPath(file);
        if (QFileInfo::exists(folder) && !m_watcher.directories().contains(folder))
            m_watcher.addPath(folder);
    }
}

void Session::refresh()
{
    for (ClusterFeed *feed : std::as_const(m_feeds)) {
        if (!m_loading.contains(feed->account())) // else it is listed afterwards
            feed->refresh();
    }
}

namespace
{

/// An unchanged table is written again after this time, so that its asOf on disk is not too old.
constexpr int RewriteAfterSeconds = 15 * 60;

KeptTable tableOf(const ClusterListing &listing)
{
    return {listing.account, listing.asOf, listing.clusters};
}

/// Whether AccountBook::openAll() opens the account without asking the user.
bool isAwaited(const AccountEntry &entry)
{
    return entry.saved.open && entry.saved.remember && entry.status != AccountStatus::NeedsSecret;
}

} // namespace

void Session::keepTables(const QString &folder)
{
    m_cache = std::make_unique<ClusterCache>(folder);
    for (const AccountEntry &entry : m_book.entries())
        m_saved.append(entry.id());
    connect(&m_book, &AccountBook::entriesChanged, this, &Session::entriesChanged);
}

void Session::showKeptTables()
{
    for (const AccountEntry &entry : m_book.entries()) {
        if (isAwaited(entry))
            showKept(entry.saved.account);
    }
}

QDateTime Session::keptAsOf() const
{
    const auto oldest = std::min_element(m_kept.begin(), m_kept.end());
    return oldest == m_kept.end() ? QDateTime() : *oldest;
}

/// The saved table of an account while it is read and then shown, some rows at a time. To drop it
/// ends that. The account is listed afterwards: older rows and an older use never replace newer
/// ones.
struct Session::Loading {
    KeptTable table{};
    qsizetype shown = 0; ///< rows of the table
    bool isRead = false; ///< table and use
};

/// Sets the label of the account, and reads and shows its saved table unless it is already shown.
void Session::showKept(const Account &account)
{
    m_clusters.setAccount(account.id, labelOf(account));
    if (!m_cache || m_kept.contains(account.id) || m_loading.contains(account.id))
        return;
    const auto loading = std::make_shared<Loading>();
    m_loading.insert(account.id, loading);
    const std::weak_ptr<Loading> weak = loading;
    m_cache->readLater(
        account.id, this,
        [this, id = account.id, weak](const std::optional<KeptTable> &table) {
            if (const auto same = weak.lock(); same && table)
                tableRead(id, *table, *same);
        },
        [this, id = account.id, weak](const std::optional<LastUse> &use) {
            if (const auto same = weak.lock())
                useRead(id, use.value_or(LastUse(id)), *same);
        });
}

void Session::tableRead(const QString &account, const KeptTable &table, Loading &loading)
{
    if (m_clusters.completeAsOf(account).isValid()) // an operation has listed it meanwhile
        return;
    loading.table = table;
    m_kept.insert(account, table.asOf);
    m_written.insert(account, table.asOf);
    m_operationService.setNotRefreshed(account, true);
    showNextRows(account, loading);
    emit statusChanged();
}

void Session::useRead(const QString &account, LastUse use, Loading &loading)
{
    const KeptTable &table = loading.table;
    if (!use.asOf().isValid() && table.asOf.isValid() && table.asOf <= m_clock.utcNow())
        use.follow(table.clusters, table.asOf); // of an earlier version, which saved only tables
    // If the account was open before in this run, the use in memory may be newer than the file.
    const LastUse seen = m_clusters.lastUse(account);
    if (!seen.asOf().isValid() || seen.asOf() <= use.asOf())
        m_clusters.setLastUse(account, use);
    loading.isRead = true;
    endLoading(account, loading);
}

void Session::showNextRows(const QString &account, Loading &loading)
{
    constexpr qsizetype AtOnce = 2000; // a part of a frame; painting takes the rest
    if (m_clusters.completeAsOf(account).isValid()) {
        loading.shown = loading.table.clusters.size();
        return endLoading(account, loading);
    }
    ClusterListing listing; // incomplete: missing clusters are not gone
    listing.fromEarlierRun = true;
    listing.account = account;
    listing.asOf = loading.table.asOf;
    listing.clusters = loading.table.clusters.mid(loading.shown, AtOnce);
    loading.shown += listing.clusters.size();
    m_clusters.apply(listing);
    m_changed.remove(account);
    if (loading.shown == loading.table.clusters.size())
        return endLoading(account, loading);
    m_clock.callLater(std::chrono::milliseconds(0), this,
                      [this, account, weak = std::weak_ptr(m_loading.value(account))] {
                          if (const auto same = weak.lock())
                              showNextRows(account, *same);
                      });
}

/// Lists the account once everything is shown.
void Session::endLoading(const QString &account, const Loading &loading)
{
    const bool isSame = m_loading.value(account).get() == &loading; // not closed meanwhile
    if (!isSame || !loading.isRead || loading.shown < loading.table.clusters.size())
        return;
    m_loading.remove(account);
    list(account);
}

void Session::forgetKept(const QString &account)
{
    m_loading.remove(account);
    m_operationService.setNotRefreshed(account, false);
    m_unwritten.remove(account);
    m_unwrittenUse.remove(account);
    m_changed.remove(account);
    if (m_kept.remove(account) > 0)
        emit statusChanged();
}

/// Removes the rows of accounts that will not be opened automatically, and the tables of accounts
/// that are no longer saved.
void Session::entriesChanged()
{
    for (const QString &account : m_kept.keys() + m_loading.keys()) {
        if (find(account))
            continue;
        const AccountEntry *entry = m_book.find(account);
        if (entry && isAwaited(*entry)) {
            m_clusters.setAccount(account, labelOf(entry->saved.account));
            continue;
        }
        m_clusters.removeAccount(account);
        forgetKept(account);
    }
    QStringList saved;
    for (const AccountEntry &entry : m_book.entries())
        saved.append(entry.id());
    for (const QString &account : std::as_const(m_saved)) {
        if (saved.contains(account))
            continue;
        m_unwritten.remove(account);
        m_changed.remove(account);
        m_cache->remove(account);
    }
    m_saved = saved;
}

/// Called after the model has applied the listing.
void Session::listed(const ClusterListing &listing)
{
    if (listing.error)
        return;
    m_operationService.findListedAgain(listing);
    if (listing.complete) {
        m_operationService.setNotRefreshed(listing.account, false);
        followUse(listing);
    }
    // An incomplete listing may have missed rows that the table has.
    const bool allRead =
        listing.complete || m_clusters.notReadSince(listing.account, listing.begun).isEmpty();
    if (allRead && m_kept.remove(listing.account) > 0)
        emit statusChanged();
    if (!m_cache || !allRead)
        return;
    const QDateTime written = m_written.value(listing.account);
    const bool old = !written.isValid() || written.secsTo(listing.asOf) >= RewriteAfterSeconds;
    if (!old && !m_changed.contains(listing.account))
        return;
    // Later, so that the table is painted first.
    if (m_unwritten.isEmpty())
        m_clock.callLater(std::chrono::seconds(1), this, [this] { writeTables(); });
    m_unwritten.insert(listing.account, tableOf(listing));
}

/// Uses the server's time, since this machine's clock may be wrong.
void Session::followUse(const ClusterListing &listing)
{
    const CloudApi *api = cloud(listing.account);
    if (!api || !m_useFolder.isEmpty() || m_loading.contains(listing.account))
        return;
    const bool wasKnown = !m_clusters.lastUse(listing.account).isEmpty();
    m_clusters.followUse(listing, api->serverNow());
    const LastUse use = m_clusters.lastUse(listing.account);
    if (!m_cache || (use.isEmpty() && !wasKnown))
        return;
    // Written rarely, since the counts change with each listing. If a change is lost, clusters only
    // count as unused for a shorter time.
    const QDateTime written = m_useWritten.value(listing.account);
    if (written.isValid() && written.secsTo(use.asOf()) < RewriteAfterSeconds) {
        m_unwrittenUse.insert(listing.account);
        return;
    }
    m_cache->write(listing.account, use);
    m_useWritten.insert(listing.account, use.asOf());
    m_unwrittenUse.remove(listing.account);
}

void Session::writeTables()
{
    if (!m_cache)
        return;
    for (const KeptTable &table : std::as_const(m_unwritten)) {
        m_cache->write(table);
        m_written.insert(table.account, table.asOf);
        m_changed.remove(table.account);
    }
    m_unwritten.clear();
}

} // namespace clusterdeck

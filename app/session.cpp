// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

namespace clusterdeck
{

namespace
{

QString inside(const QString &folder, const char *name)
{
    return folder.isEmpty() ? QString() : folder + QLatin1Char('/') + QLatin1String(name);
}

} // namespace

Session::Session(Clock &clock, const QString &dataFolder, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_journal(dataFolder.isEmpty() ? std::make_unique<Journal>()
                                     : std::make_unique<Journal>(dataFolder))
    , m_locks(inside(dataFolder, "locks.json"))
    , m_desk(m_clusters, clock, *m_journal, m_locks)
    , m_recovery(m_desk.recover())
{
    connect(&m_screenLock, &ScreenLock::lockedChanged, &m_desk, &OperationsDesk::setScreenLocked);
}

Session::~Session()
{
    saveCalls();
    // The feeds' listings use the clients, which are members and would go first.
    qDeleteAll(m_feeds);
}

void Session::open(const Account &account)
{
    m_accounts.append(account);
    m_clusters.setAccount(account.id, {account.name, account.api.zone});
    ApiClient &client = *m_clients.emplace_back(std::make_unique<ApiClient>(account.api, m_clock));
    client.rememberCalls(m_journal->callsSince(account.id, m_clock.utcNow().addSecs(-3600)));
    connect(&client, &ApiClient::called, this,
            [this, id = account.id](const QDateTime &at) { noteCall(id, at); });
    DeskAccount desk;
    desk.id = account.id;
    desk.name = account.name;
    desk.zone = account.api.zone;
    desk.readOnly = account.readOnly;
    desk.inFlight = account.inFlight;
    for (const QString &user : {account.api.runUser, account.api.owner}) {
        if (!user.isEmpty() && !desk.users.contains(user))
            desk.users.append(user);
    }
    m_desk.addAccount(desk, client);

    auto *feed = new ClusterFeed(account.id, client, m_clock);
    m_feeds.append(feed);
    connect(feed, &ClusterFeed::listed, &m_clusters, &ClusterModel::apply);
    // From the first listing on: before there is one, there is nothing to operate on.
    connect(feed, &ClusterFeed::listed, &m_screenLock, &ScreenLock::listen);
    connect(feed, &ClusterFeed::statusChanged, this, &Session::statusChanged);
    // What an operation read on its way is as good as a refresh.
    connect(&m_desk, &OperationsDesk::listed, feed, [feed](const ClusterListing &listing) {
        if (listing.account == feed->account())
            feed->accept(listing);
    });
    emit accountOpened(account);
    feed->keepFresh();
    feed->refresh();
}

/// Written down together every few seconds: a call is not worth a write to disk of its own.
void Session::noteCall(const QString &account, const QDateTime &at)
{
    if (m_unsavedCalls.isEmpty())
        m_clock.callLater(std::chrono::seconds(2), this, [this] { saveCalls(); });
    m_unsavedCalls[account].append(at);
}

void Session::saveCalls()
{
    for (auto calls = m_unsavedCalls.cbegin(); calls != m_unsavedCalls.cend(); ++calls)
        (void)m_journal->noteCalls(calls.key(),
                                   calls.value()); // lost, the next start counts too few
    m_unsavedCalls.clear();
}

void Session::refresh()
{
    for (ClusterFeed *feed : std::as_const(m_feeds))
        feed->refresh();
}

} // namespace clusterdeck

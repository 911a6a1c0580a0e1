// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

namespace clusterdeck
{

Session::Session(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_desk(m_clusters, clock)
{
}

Session::~Session()
{
    // The feeds' listings use the clients, which are members and would go first.
    qDeleteAll(m_feeds);
}

void Session::open(const Account &account)
{
    m_accounts.append(account);
    m_clusters.setAccount(account.id, {account.name, account.api.zone});
    ApiClient &client = *m_clients.emplace_back(std::make_unique<ApiClient>(account.api, m_clock));
    const QString user = account.api.runUser.isEmpty() ? account.api.owner : account.api.runUser;
    m_desk.addAccount(account.id, user, client);

    auto *feed = new ClusterFeed(account.id, client, m_clock);
    m_feeds.append(feed);
    connect(feed, &ClusterFeed::listed, &m_clusters, &ClusterModel::apply);
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

void Session::refresh()
{
    for (ClusterFeed *feed : std::as_const(m_feeds))
        feed->refresh();
}

} // namespace clusterdeck

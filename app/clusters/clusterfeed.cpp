// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/clusterfeed.h"

namespace clusterdeck
{

ClusterFeed::ClusterFeed(const QString &account, CloudApi &api, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_api(api)
    , m_clock(clock)
{
}

void ClusterFeed::refresh()
{
    if (m_refreshing)
        return;
    m_refreshing = true;
    emit statusChanged();
    listAllClusters(m_account, m_api, m_clock, this, [this](const ClusterListing &listing) {
        m_refreshing = false;
        accept(listing);
    });
}

void ClusterFeed::accept(const ClusterListing &listing)
{
    m_complete = listing.complete;
    m_error = listing.error;
    if (listing.complete)
        m_asOf = listing.asOf;
    schedule();
    emit listed(listing);
    emit statusChanged();
}

void ClusterFeed::keepFresh(std::chrono::milliseconds interval)
{
    m_interval = interval;
    schedule();
}

void ClusterFeed::schedule()
{
    if (m_interval.count() == 0)
        return;
    const int timer = ++m_timer;
    m_clock.callLater(m_interval, this, [this, timer] {
        if (timer == m_timer)
            refresh();
    });
}

} // namespace clusterdeck

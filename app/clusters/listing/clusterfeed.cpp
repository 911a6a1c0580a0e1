// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/listing/clusterfeed.h"

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
    list(Extent::All);
}

void ClusterFeed::readFirstPage()
{
    list(Extent::FirstPage);
}

void ClusterFeed::list(Extent extent)
{
    if (m_refreshing)
        return;
    m_refreshing = true;
    m_listing = new QObject(this);
    m_part = {};
    m_lastArrived.reset();
    emit statusChanged();
    const auto isEnded = [this, listing = m_listing] { return listing != m_listing; };
    listAllClusters(
        m_account, m_api, m_clock, m_listing,
        [this, isEnded](const ClusterListing &made) {
            if (isEnded())
                return;
            m_listing->deleteLater();
            m_refreshing = false;
            accept(made);
        },
        [this, isEnded](const ClusterListing &part) {
            if (!isEnded())
                take(part);
        },
        [this, isEnded, extent](int pages) {
            if (extent == Extent::All || pages == 1 || isEnded())
                return true;
            firstPageRead();
            return false;
        });
}

void ClusterFeed::firstPageRead()
{
    m_listing->deleteLater();
    m_refreshing = false;
    m_firstPage = true;
    m_error.reset();
    emit statusChanged();
}

void ClusterFeed::take(const ClusterListing &part)
{
    const QList<ClusterRow> before = m_part.clusters;
    m_part = part;
    m_part.clusters = before + part.clusters;
    if (m_lastArrived && m_clock.awake() - *m_lastArrived < BetweenParts)
        return;
    m_lastArrived = m_clock.awake();
    emit arrived(std::exchange(m_part, {})); // last: a slot may end this listing
}

void ClusterFeed::restart()
{
    if (m_refreshing) {
        m_listing->deleteLater(); // later: this may run within one of its calls
        m_listing = nullptr;
        m_refreshing = false;
    }
    refresh();
}

void ClusterFeed::accept(const ClusterListing &listing)
{
    if (listing.byId) {
        emit arrived(listing);
        return;
    }
    m_complete = listing.complete;
    m_error = listing.error;
    m_calls = listing.calls;
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

std::chrono::milliseconds ClusterFeed::interval() const
{
    constexpr std::chrono::milliseconds Hour = std::chrono::hours(1);
    const auto affordable = m_calls * Hour / sharesOf(m_api.callsAnHour()).listings;
    return std::max(m_interval, affordable);
}

void ClusterFeed::schedule()
{
    if (m_interval.count() != 0)
        m_next.start(interval(), [this] { refresh(); });
}

} // namespace clusterdeck

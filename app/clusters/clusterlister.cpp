// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/clusterlister.h"

#include <QPointer>
#include <QSet>

namespace clusterdeck
{

namespace
{

constexpr int PagesInFlight = 4;
constexpr int Readings = 3;
/// A server that never ends its list is not followed for ever.
constexpr int MostPages = 2000;

/// One listing on its way. Dies with its context, or when it has told the result.
class Lister : public QObject
{
public:
    using Then = std::function<void(const ClusterListing &)>;

    Lister(const QString &account, CloudApi &api, Clock &clock, QObject *context, Then then)
        : QObject(context)
        , m_api(api)
        , m_clock(clock)
        , m_then(std::move(then))
    {
        m_listing.account = account;
    }

    void begin()
    {
        m_pages.clear();
        m_step = CloudApi::PageSize;
        m_next = 0;
        m_underWay = 0;
        m_error.reset();
        m_listing.asOf = m_clock.utcNow();
        m_listing.begun = m_clock.awake();
        ask(0);
    }

private:
    void ask(int offset)
    {
        m_next = offset + m_step;
        ++m_underWay;
        m_api.listClusters(offset, this, [this, offset](const Result<ClusterPage> &page) {
            --m_underWay;
            arrived(offset, page);
        });
    }

    void arrived(int offset, const Result<ClusterPage> &page)
    {
        if (page) {
            m_pages.insert(offset, *page);
            // A server whose pages are smaller than asked for shows it on the first one.
            if (offset == 0 && page->rows > 0 && page->total.value_or(0) > page->rows)
                m_next = m_step = page->rows;
        } else if (!m_error) {
            m_error = page.error();
        }
        while (!m_error && m_underWay < PagesInFlight && hasMore(offset))
            ask(m_next);
        if (m_underWay == 0)
            readingEnded();
    }

    /// With a total known, whatever it covers; without, a full page makes the next one worth asking
    /// for.
    [[nodiscard]] bool hasMore(int latest) const
    {
        if (m_pages.size() + m_underWay >= MostPages)
            return false;
        const ClusterPage first = m_pages.value(0);
        if (first.total)
            return m_next < *first.total;
        return m_underWay == 0 && m_pages.value(latest).rows >= m_step;
    }

    void readingEnded()
    {
        merge();
        const QSet<QString> ids = idsOf(m_listing.clusters);
        m_listing.error = m_error;
        m_listing.complete =
            !m_error && m_readable && (m_consistent || (m_reading > 1 && ids == m_lastIds));
        // Only contradiction is worth another reading: a failed page was retried already.
        const bool again = !m_listing.complete && !m_error && m_readable && m_reading < Readings;
        m_lastIds = ids;
        if (again) {
            ++m_reading;
            begin();
            return;
        }
        deleteLater();
        m_then(m_listing);
    }

    void merge()
    {
        m_listing.clusters.clear();
        QSet<QString> seen;
        int rows = 0;
        m_consistent = true;
        m_readable = m_pages.size() < MostPages;
        const std::optional<int> total = m_pages.value(0).total;
        for (const ClusterPage &page : std::as_const(m_pages)) {
            rows += page.rows;
            m_readable = m_readable && page.rows == page.clusters.size();
            m_consistent = m_consistent && page.total == total;
            for (const ClusterRecord &cluster : page.clusters) {
                if (seen.contains(cluster.id)) {
                    m_consistent = false;
                    continue;
                }
                seen.insert(cluster.id);
                m_listing.clusters.append(cluster);
            }
        }
        m_consistent = m_consistent && (!total || *total == rows);
    }

    static QSet<QString> idsOf(const QList<ClusterRecord> &clusters)
    {
        QSet<QString> ids;
        for (const ClusterRecord &cluster : clusters)
            ids.insert(cluster.id);
        return ids;
    }

    CloudApi &m_api;
    Clock &m_clock;
    Then m_then;
    ClusterListing m_listing;
    QMap<int, ClusterPage> m_pages; ///< by offset
    std::optional<ApiError> m_error;
    QSet<QString> m_lastIds;
    int m_step = CloudApi::PageSize;
    int m_next = 0;
    int m_underWay = 0;
    int m_reading = 1;
    bool m_consistent = false; ///< the pages of this reading agree with each other
    bool m_readable = false;   ///< every row of this reading had an id
};

} // namespace

void listAllClusters(const QString &account, CloudApi &api, Clock &clock, QObject *context,
                     std::function<void(const ClusterListing &)> then)
{
    auto *lister = new Lister(account, api, clock, context, std::move(then));
    lister->begin();
}

} // namespace clusterdeck

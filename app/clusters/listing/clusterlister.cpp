// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/listing/clusterlister.h"

#include "app/support/visibletext.h"

#include <QPointer>
#include <QSet>

namespace clusterdeck
{

namespace
{

/// Twice what is on its way at a time: the next request leaves while an answer is still read.
constexpr int PagesAsked = 12;
constexpr int Readings = 3;
/// A server that never ends its list is not followed for ever.
constexpr int MostPages = 2000;

/// One listing on its way. Dies with its context, or when it has told the result.
class Lister : public QObject
{
public:
    using Then = std::function<void(const ClusterListing &)>;

    Lister(const QString &account, CloudApi &api, Clock &clock, QObject *context, Then then,
           Then part)
        : QObject(context)
        , m_api(api)
        , m_clock(clock)
        , m_then(std::move(then))
        , m_part(std::move(part))
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
    struct Page {
        QList<ClusterRow> clusters;
        std::optional<int> total;
        int rows = 0; ///< that the server sent, readable or not
        bool readable = true;
    };

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
            keep(offset, *page);
            // A server whose pages are smaller than asked for shows it on the first one.
            if (offset == 0 && page->rows > 0 && page->total.value_or(0) > page->rows)
                m_next = m_step = page->rows;
        } else if (!m_error) {
            m_error = page.error();
        }
        while (!m_error && m_underWay < PagesAsked && hasMore(offset))
            ask(m_next);
        if (m_part && page)
            tell(m_pages.value(offset));
        if (m_underWay == 0)
            readingEnded();
    }

    void keep(int offset, const ClusterPage &page)
    {
        Page &kept = m_pages[offset];
        kept.total = page.total;
        kept.rows = page.rows;
        kept.clusters.reserve(page.clusters.size());
        kept.readable = page.rows == page.clusters.size();
        for (const ClusterRecord &cluster : page.clusters) {
            kept.clusters.append(cluster);
            kept.readable = kept.readable && !isDamaged(cluster.id);
        }
    }

    void tell(const Page &page)
    {
        ClusterListing part;
        part.account = m_listing.account;
        part.asOf = m_listing.asOf;
        part.begun = m_listing.begun;
        part.clusters = page.clusters;
        m_part(part);
    }

    /// With a total known, whatever it covers; without, a full page makes the next one worth asking
    /// for.
    [[nodiscard]] bool hasMore(int latest) const
    {
        if (m_pages.size() + m_underWay >= MostPages)
            return false;
        const std::optional<int> total = m_pages.value(0).total;
        if (total)
            return m_next < *total;
        return m_underWay == 0 && m_pages.value(latest).rows >= m_step;
    }

    void readingEnded()
    {
        const QSet<QByteArrayView> ids = merge();
        m_listing.error = m_error;
        m_listing.complete =
            !m_error && m_readable && (m_consistent || (m_reading > 1 && ids == m_lastIds));
        // Only contradiction is worth another reading: a failed page was retried already.
        const bool again = !m_listing.complete && !m_error && m_readable && m_reading < Readings;
        if (again) {
            ++m_reading;
            m_lastRows = m_listing.clusters;
            m_lastIds = ids;
            begin();
            return;
        }
        deleteLater();
        m_then(m_listing);
    }

    /// The ids of what was listed; they lie in m_listing.
    QSet<QByteArrayView> merge()
    {
        m_listing.clusters.clear();
        QSet<QByteArrayView> seen;
        int rows = 0;
        int twins = 0;
        m_consistent = true;
        m_readable = m_pages.size() < MostPages;
        const std::optional<int> total = m_pages.value(0).total;
        for (const Page &page : std::as_const(m_pages)) {
            rows += page.rows;
            m_readable = m_readable && page.readable;
            m_consistent = m_consistent && page.total == total;
            for (ClusterRow cluster : page.clusters) {
                // Two that differ where neither can be read are not one.
                if (seen.contains(cluster.idBytes()) &&
                    isDamaged(cluster.text(ClusterRow::Text::Id))) {
                    ClusterRecord twin = cluster.record();
                    twin.id += QStringLiteral(" (%1)").arg(++twins + 1);
                    cluster = twin;
                }
                if (seen.contains(cluster.idBytes())) {
                    m_consistent = false;
                    continue;
                }
                seen.insert(cluster.idBytes());
                m_listing.clusters.append(cluster);
            }
        }
        m_consistent = m_consistent && (!total || *total == rows);
        return seen;
    }

    CloudApi &m_api;
    Clock &m_clock;
    Then m_then;
    Then m_part;
    ClusterListing m_listing;
    QMap<int, Page> m_pages; ///< by offset
    std::optional<ApiError> m_error;
    QList<ClusterRow> m_lastRows;   ///< of the reading before
    QSet<QByteArrayView> m_lastIds; ///< in m_lastRows
    int m_step = CloudApi::PageSize;
    int m_next = 0;
    int m_underWay = 0;
    int m_reading = 1;
    bool m_consistent = false; ///< the pages of this reading agree with each other
    bool m_readable = false;   ///< every row of this reading had an id, and a whole one
};

} // namespace

void listAllClusters(const QString &account, CloudApi &api, Clock &clock, QObject *context,
                     std::function<void(const ClusterListing &)> then,
                     std::function<void(const ClusterListing &)> part)
{
    auto *lister = new Lister(account, api, clock, context, std::move(then), std::move(part));
    lister->begin();
}

} // namespace clusterdeck

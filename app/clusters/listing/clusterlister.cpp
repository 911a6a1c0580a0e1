// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/listing/clusterlister.h"

#include "app/api/paging.h"
#include "app/support/visibletext.h"

#include <QSet>

#include <algorithm>

namespace clusterdeck
{

namespace
{

/// Twice ApiClient::MaxInFlight: the next request is sent while an answer is still parsed.
constexpr int PagesAsked = 12;
constexpr int Readings = 3;
constexpr std::chrono::minutes LongestPause{1};
/// The limit for a server whose list never ends.
constexpr int MostPages = 2000;

int pagesOf(int total, int rowsOfOne)
{
    return rowsOfOne > 0 ? std::max(1, (total + rowsOfOne - 1) / rowsOfOne) : 1;
}

/// One listing. Destroyed with its context, or after the result.
class Lister : public QObject
{
public:
    using Then = std::function<void(const ClusterListing &)>;

    Lister(const QString &account, CloudApi &api, Clock &clock, QObject *context, Then then,
           ReadingSteps steps)
        : QObject(context)
        , m_api(api)
        , m_clock(clock)
        , m_then(std::move(then))
        , m_steps(std::move(steps))
    {
        m_listing.account = account;
    }

    void begin()
    {
        m_pages.clear();
        m_ids.clear();
        m_hasDuplicates = false;
        m_paused = false;
        m_readable = true;
        m_paging = Paging(0, MostPages, PagesAsked);
        m_error.reset();
        m_listing.asOf = m_clock.utcNow();
        m_listing.begun = m_clock.awake();
        goOn();
    }

private:
    void goOn()
    {
        readPages(m_api, reads::clusters(), m_paging, this,
                  [this](int offset, const auto &page) { return arrived(offset, page); });
    }

    [[nodiscard]] std::chrono::milliseconds wait(int calls) const
    {
        return m_steps.wait ? m_steps.wait(calls) : std::chrono::milliseconds(0);
    }

    /// Whether no further page is requested now. Pages that were requested still arrive. Calls may
    /// be used or become free meanwhile, and the machine may sleep: so the time is asked for again
    /// after LongestPause.
    bool pauses()
    {
        const auto left = wait(PagesAsked);
        if (!m_pause.isActive() && left > std::chrono::milliseconds(0)) {
            m_paused = true;
            m_pause.start(std::min<std::chrono::milliseconds>(left, LongestPause), [this] {
                if (!pauses())
                    goOn();
            });
        }
        return m_pause.isActive();
    }

    bool arrived(int offset, const Result<Page<ClusterRecord>> &page)
    {
        if (page)
            keep(m_pages[offset], *page);
        else if (!m_error)
            m_error = page.error();
        ++m_listing.calls;
        if (m_steps.part && page)
            m_steps.part(partOf(m_listing, m_pages.value(offset), m_clock.awake()));
        if (page && offset == 0 && page->total) {
            m_pagesOfAll = pagesOf(*page->total, page->rows);
            if (m_steps.goesOn && !m_steps.goesOn(m_pagesOfAll)) {
                deleteLater();
                return false;
            }
        }
        if (!m_paging.isOver())
            return !pauses();
        readingEnded();
        return false;
    }

    void keep(QList<ClusterRow> &rows, const Page<ClusterRecord> &page)
    {
        rows.reserve(page.records.size());
        m_readable = m_readable && page.rows == page.records.size();
        for (const ClusterRecord &cluster : page.records) {
            rows.append(cluster);
            m_readable = m_readable && !isDamaged(cluster.id);
            const qsizetype before = m_ids.size();
            m_ids.insert(rows.constLast().idBytes());
            m_hasDuplicates = m_hasDuplicates || m_ids.size() == before;
        }
    }

    void readingEnded()
    {
        const QSet<QByteArrayView> ids = merge();
        m_readable = m_readable && m_paging.end() != PageEnd::More; // More: MostPages was reached
        m_listing.error = m_error;
        m_listing.complete =
            !m_error && m_readable && !m_paused &&
            (m_consistent || (m_reading > 1 && !m_shifted && !m_lastShifted && ids == m_lastIds));
        // Read again only for contradictions: a failed page was already repeated.
        const bool again = !m_listing.complete && !m_error && m_readable && m_reading < Readings &&
                           wait(m_pagesOfAll) == std::chrono::milliseconds(0);
        if (again) {
            ++m_reading;
            m_lastRows = m_listing.clusters;
            m_lastIds = ids;
            m_lastShifted = m_shifted;
            begin();
            return;
        }
        deleteLater();
        m_then(m_listing);
    }

    /// Returns the listed ids, which point into m_listing.
    QSet<QByteArrayView> merge()
    {
        m_listing.clusters.clear();
        m_consistent = m_paging.isConsistent();
        m_shifted = !m_paging.hasSameTotal();
        if (!m_hasDuplicates) {
            for (const QList<ClusterRow> &page : std::as_const(m_pages))
                m_listing.clusters += page;
            return m_ids;
        }
        QSet<QByteArrayView> seen;
        int twins = 0;
        for (const QList<ClusterRow> &page : std::as_const(m_pages)) {
            for (qsizetype row = 0; row < page.size(); ++row) {
                ClusterRow cluster = page.at(row);
                // Two rows with the same damaged id may be two clusters.
                if (seen.contains(cluster.idBytes()) &&
                    isDamaged(cluster.text(&ClusterRecord::id))) {
                    ClusterRecord twin = cluster.record();
                    twin.id += QStringLiteral(" (%1)").arg(++twins + 1);
                    cluster = twin;
                }
                if (seen.contains(cluster.idBytes())) {
                    m_consistent = false;
                    m_shifted =
                        m_shifted || std::none_of(page.begin(), page.begin() + row,
                                                  [&](const ClusterRow &above) {
                                                      return above.idBytes() == cluster.idBytes();
                                                  });
                    continue;
                }
                seen.insert(cluster.idBytes());
                m_listing.clusters.append(cluster);
            }
        }
        // If no row is missing, the pages only overlap.
        if (m_paging.hasSameTotal() && int(seen.size()) == m_paging.total())
            m_shifted = false;
        return seen;
    }

    CloudApi &m_api;
    Clock &m_clock;
    Then m_then;
    ReadingSteps m_steps;
    ClusterListing m_listing;
    Paging m_paging;
    QMap<int, QList<ClusterRow>> m_pages; ///< by offset
    QSet<QByteArrayView> m_ids;           ///< in m_pages
    bool m_hasDuplicates = false;         ///< in m_pages
    int m_pagesOfAll = 1;
    ClockTimer m_pause{m_clock};
    bool m_paused = false; ///< in this reading
    std::optional<ApiError> m_error;
    QList<ClusterRow> m_lastRows;   ///< of the previous reading
    QSet<QByteArrayView> m_lastIds; ///< in m_lastRows
    int m_reading = 1;
    bool m_consistent = false; ///< the pages of this reading agree with each other
    bool m_shifted = false;    ///< the pages are parts of different lists
    bool m_lastShifted = false;
    bool m_readable = false; ///< every row of this reading has an undamaged id
};

} // namespace

void listAllClusters(const QString &account, CloudApi &api, Clock &clock, QObject *context,
                     std::function<void(const ClusterListing &)> then, ReadingSteps steps)
{
    auto *lister = new Lister(account, api, clock, context, std::move(then), std::move(steps));
    lister->begin();
}

ClusterListing partOf(const ClusterListing &reading, const QList<ClusterRow> &rows,
                      std::chrono::milliseconds begun)
{
    ClusterListing part;
    part.account = reading.account;
    part.byId = reading.byId;
    part.asOf = reading.asOf;
    part.begun = begun;
    part.clusters = rows;
    return part;
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/listing/clusterfeed.h"

namespace clusterdeck
{

ClusterFeed::ClusterFeed(const QString &account, CloudApi &api, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_api(api)
    , m_clock(clock)
    , m_reader(account, api, clock)
{
}

void ClusterFeed::refresh()
{
    const QStringList first = firstIds();
    readFirst(first);
    list(Extent::All, first);
}

void ClusterFeed::readFirstPage()
{
    list(Extent::FirstPage);
}

void ClusterFeed::list(Extent extent, const QStringList &first)
{
    if (m_refreshing)
        return;
    m_refreshing = true;
    m_listing = new QObject(this);
    m_part = {};
    m_nextPart.stop();
    m_lastArrived.reset();
    m_pagesRead = 0;
    m_absent.clear();
    emit statusChanged();
    const auto isEnded = [this, listing = m_listing] { return listing != m_listing; };
    ReadingSteps steps;
    steps.part = [this, isEnded](const ClusterListing &part) {
        if (!isEnded())
            take(part);
    };
    steps.goesOn = [this, isEnded, extent, first](int pages) {
        if (isEnded())
            return true;
        const bool wasLong = isLong();
        m_pages = pages;
        m_pagesRead = 1;
        m_reading = {};
        m_reader.notePages(pages);
        if (!wasLong && isLong())
            readFirst(first); // refresh() did not know that they are far fewer than the pages
        emit progressed();
        if (extent == Extent::All || pages == 1)
            return true;
        firstPageRead();
        return false;
    };
    steps.wait = [this](int calls) { return untilCalls(calls); };
    listAllClusters(
        m_account, m_api, m_clock, m_listing,
        [this, isEnded](const ClusterListing &made) {
            if (!isEnded())
                ended(made);
        },
        steps);
}

/// Pages that contradict each other may have missed a cluster. In a long list each row that was not
/// on them is read by its id, together with one that was, which shows that the filter works.
void ClusterFeed::ended(ClusterListing listing)
{
    const QPointer<QObject> context = m_listing;
    tell();
    if (context != m_listing)
        return; // the slot ended this listing
    listing.inParts = true;
    const auto accepted = [this](ClusterListing made) {
        m_listing->deleteLater();
        m_refreshing = false;
        if (!m_absent.isEmpty())
            made.clusters.removeIf([this](const ClusterRow &row) {
                return m_absent.contains(row.text(&ClusterRecord::id));
            });
        accept(made);
    };
    const bool asks =
        isLong() && m_missed && !listing.complete && !listing.error && !listing.clusters.isEmpty();
    const QStringList missed = asks ? m_missed(listing.begun) : QStringList();
    if (missed.isEmpty() || !m_reader.areFew(missed.size()) ||
        untilCalls(int(missed.size()) + 1) > std::chrono::milliseconds(0))
        return accepted(listing);
    const QString met = listing.clusters.constLast().text(&ClusterRecord::id);
    m_reader.readById(missed + QStringList{met}, context,
                      [=, this](const ClusterListing &found) mutable {
                          if (context != m_listing)
                              return;
                          if (!found.clusters.isEmpty())
                              listing.absent = found.absent + found.notFound;
                          for (const ClusterRow &row : found.clusters) {
                              if (missed.contains(row.text(&ClusterRecord::id)))
                                  listing.clusters.append(row);
                          }
                          listing.calls += found.calls;
                          emit arrived(found);
                          if (context == m_listing)
                              accepted(listing);
                      });
}

bool ClusterFeed::isLong() const
{
    return m_pages > sharesOf(m_api.callsAnHour()).listedAtOnce;
}

/// The time until a listing may make `calls` more calls, or all that an hour has for listings. 0
/// unless the list is long.
std::chrono::milliseconds ClusterFeed::untilCalls(int calls) const
{
    const int anHour = m_api.callsAnHour();
    const int kept = sharesOf(anHour).keptFromListings;
    if (!isLong())
        return std::chrono::milliseconds(0);
    return m_api.untilCallsLeft(std::min(kept + calls, anHour))
        .value_or(std::chrono::milliseconds(0));
}

std::optional<ReadingProgress> ClusterFeed::progress() const
{
    if (!m_refreshing || m_pagesRead == 0)
        return {};
    const int left = std::max(0, m_pages - m_pagesRead);
    const auto bySpeed = m_reading * left / m_pagesRead;
    // Pages beyond the calls of this hour are read in later hours.
    const int anHour = m_api.callsAnHour();
    const int perHour = std::max(1, anHour - sharesOf(anHour).keptFromListings);
    const auto byQuota = isLong() ? std::chrono::hours(left / perHour) + untilCalls(left % perHour)
                                  : std::chrono::milliseconds(0);
    return ReadingProgress{m_pagesRead, m_pages, m_clock.utcNow() + std::max(bySpeed, byQuota)};
}

void ClusterFeed::readFirst(const QStringList &ids)
{
    const int kept = sharesOf(m_api.callsAnHour()).keptFromRecords;
    const int most =
        std::min(MostReadFirst, m_api.callsLeft().value_or(kept + MostReadFirst) - kept);
    QStringList first = ids;
    first.removeDuplicates();
    while (!first.isEmpty() && (first.size() > most || !m_reader.areFew(first.size())))
        first.removeLast();
    if (m_first || first.isEmpty())
        return;
    m_first = std::make_unique<QObject>();
    m_reader.readById(first, m_first.get(), [this](const ClusterListing &found) {
        m_first.release()->deleteLater(); // this runs in one of its calls
        noteAbsent(found);
        emit arrived(found);
    });
}

/// Remembers the ids that are absent: pages of the running listing may be older and still have
/// them.
void ClusterFeed::noteAbsent(const ClusterListing &read)
{
    if (m_refreshing)
        m_absent += read.absent;
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
    m_pagesRead += m_pagesRead > 0 ? 1 : 0; // the first one: see list()
    constexpr std::chrono::milliseconds LongestForPage = std::chrono::seconds(10); // else a pause
    const auto now = m_clock.awake();
    m_reading += std::min(now - std::exchange(m_lastPage, now), LongestForPage);
    const QList<ClusterRow> before = m_part.clusters;
    m_part = part;
    m_part.clusters = before + part.clusters;
    if (!m_lastArrived || m_clock.awake() - *m_lastArrived >= BetweenParts)
        tell();
    else if (!m_nextPart.isActive()) // the next page may come much later
        m_nextPart.start(BetweenParts, [this] { tell(); });
}

void ClusterFeed::tell()
{
    if (m_part.clusters.isEmpty())
        return;
    m_nextPart.stop();
    m_lastArrived = m_clock.awake();
    emit progressed();
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
        noteAbsent(listing);
        emit arrived(listing);
        return;
    }
    m_complete = listing.complete;
    m_error = listing.error;
    m_calls = listing.calls;
    if (listing.complete)
        m_asOf = listing.asOf;
    if (!listing.error)
        m_readAsOf = listing.asOf;
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
        m_next.start(interval(), [this] {
            if (isLong())
                refresh();
            else
                list(Extent::All);
        });
}

} // namespace clusterdeck

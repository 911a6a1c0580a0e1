// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/listing/clusterreader.h"

#include "app/clusters/listing/clusterlister.h"

#include <algorithm>

namespace clusterdeck
{

FoundById foundById(const QString &id, const Result<Page<ClusterRecord>> &answer)
{
    if (!answer)
        return answer.error().kind == ErrorKind::NotFound ? FoundById::No : FoundById::NotRead;
    const Page<ClusterRecord> &page = *answer;
    const bool others = std::any_of(page.records.begin(), page.records.end(),
                                    [&](const ClusterRecord &cluster) { return cluster.id != id; });
    if (others)
        return FoundById::Ignored;
    const int total = page.total.value_or(page.rows);
    if (page.rows == 1 && page.records.size() == 1 && total == 1)
        return FoundById::Yes;
    return page.rows == 0 && total == 0 ? FoundById::No : FoundById::Unclear;
}

ClusterReader::ClusterReader(QString account, CloudApi &api, Clock &clock)
    : m_account(std::move(account))
    , m_api(api)
    , m_clock(clock)
{
}

void ClusterReader::read(const QStringList &ids, QObject *context, Then then, Then part)
{
    if (m_pages && !m_ignoresFilter && ids.size() < *m_pages)
        readEach(ids, context, then, part, otherwiseAll(ids, context, then, part));
    else
        readPages(ids, context, std::move(then), std::move(part));
}

void ClusterReader::readAll(QObject *context, Then then)
{
    const auto goesOn = [this](int pages) {
        m_pages = pages;
        return true;
    };
    listAllClusters(m_account, m_api, m_clock, context, std::move(then), {.goesOn = goesOn});
}

int ClusterReader::callsFor(qsizetype ids) const
{
    if (!m_pages)
        return 1 + int(ids);
    return m_ignoresFilter ? *m_pages : std::min(*m_pages, int(ids));
}

bool ClusterListing::hasReturnedById(const QStringList &ids) const
{
    QSet<QString> returned;
    for (const ClusterRow &row : clusters)
        returned.insert(row.text(&ClusterRecord::id));
    return byId && std::all_of(ids.begin(), ids.end(),
                               [&](const QString &id) { return returned.contains(id); });
}

void ClusterReader::noteReturned(const QStringList &ids)
{
    m_returned.unite(QSet<QString>(ids.begin(), ids.end()));
}

void ClusterReader::readPages(const QStringList &ids, QObject *context, Then then, Then part)
{
    const auto goesOn = [=, this](int pages) {
        m_pages = pages;
        // The first page is read already.
        if (m_ignoresFilter || ids.size() >= pages - 1)
            return true;
        readEach(ids, context, then, part, otherwiseAll(ids, context, then, part));
        return false;
    };
    listAllClusters(m_account, m_api, m_clock, context, then, {.part = part, .goesOn = goesOn});
}

/// If a complete list shows a cluster that the filter does not find, the filter is not used again.
void ClusterReader::readWithoutFilter(const QStringList &ids, QObject *context, Then then,
                                      Then part)
{
    const auto compare = [=, this](const ClusterListing &listing) {
        for (const ClusterRow &row : listing.clusters) {
            m_ignoresFilter = m_ignoresFilter || ids.contains(row.text(&ClusterRecord::id));
        }
        then(listing);
    };
    listAllClusters(m_account, m_api, m_clock, context, compare, {.part = part});
}

ClusterReader::Otherwise ClusterReader::otherwiseAll(const QStringList &ids, QObject *context,
                                                     const Then &then, const Then &part)
{
    return {[=, this] { readPages(ids, context, then, part); },
            [=, this] { readWithoutFilter(ids, context, then, part); }};
}

void ClusterReader::readById(const QStringList &ids, QObject *context, Then then)
{
    const auto nothing = [=, this] {
        ClusterListing listing;
        listing.account = m_account;
        listing.byId = true;
        listing.calls = int(ids.size());
        then(listing);
    };
    readEach(ids, context, then, {}, {nothing, nothing});
}

namespace
{

/// Reads clusters by their ids. Destroyed with its context, or after the result.
struct EachById : QObject {
    ClusterListing listing;
    qsizetype missing = 0; ///< answers

    explicit EachById(QObject *context)
        : QObject(context)
    {
    }
};

} // namespace

void ClusterReader::readEach(const QStringList &ids, QObject *context, Then then, Then part,
                             Otherwise otherwise)
{
    auto *reading = new EachById(context);
    reading->listing.account = m_account;
    reading->listing.byId = true;
    reading->listing.asOf = m_clock.utcNow();
    reading->listing.begun = m_clock.awake();
    reading->listing.calls = int(ids.size());
    reading->missing = ids.size();
    for (const QString &id : ids) {
        m_api.list(reads::cluster(id), 0, reading, [=, this](const auto &answer) {
            if (reading->missing == 0)
                return; // it has ended
            ClusterListing &listing = reading->listing;
            const FoundById found = foundById(id, answer);
            switch (found) {
            case FoundById::Yes:
                m_returned.insert(id);
                listing.clusters.append(answer->records.constFirst());
                break;
            case FoundById::No:
                (m_returned.contains(id) ? listing.absent : listing.notFound).insert(id);
                break;
            case FoundById::NotRead:
                if (!listing.error)
                    listing.error = answer.error();
                break;
            case FoundById::Unclear:
            case FoundById::Ignored:
                m_ignoresFilter = true;
                reading->missing = 0;
                reading->deleteLater();
                otherwise.ignored();
                return;
            }
            if (part && found == FoundById::Yes)
                part(partOf(listing, {listing.clusters.constLast()}, listing.begun));
            if (--reading->missing > 0)
                return;
            reading->deleteLater();
            if (m_returned.isEmpty() && !listing.notFound.isEmpty())
                otherwise.nothingFound();
            else
                then(listing);
        });
    }
}

} // namespace clusterdeck

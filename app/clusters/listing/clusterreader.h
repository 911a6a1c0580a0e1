// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/cloudapi.h"
#include "app/clusters/listing/clusterlisting.h"
#include "app/support/clock.h"

#include <QSet>

namespace clusterdeck
{

/// What the answer to a reading of one cluster by its id shows.
enum class FoundById {
    Yes,
    No,      ///< the server has no cluster with this id, or does not show it
    Unclear, ///< the answer contradicts itself
    Ignored, ///< other clusters came: the server ignores the filter
    NotRead, ///< the exchange failed
};

/// Pure. `answer`: to reads::cluster(`id`).
[[nodiscard]] FoundById foundById(const QString &id, const Result<Page<ClusterRecord>> &answer);

/// Reads chosen clusters of one account with the fewest calls: each by its id, or all of them page
/// by page. It must outlive its readings.
class ClusterReader
{
public:
    using Then = std::function<void(const ClusterListing &)>;

    ClusterReader(QString account, CloudApi &api, Clock &clock);

    /// Reads the clusters `ids`, at least one. While the number of pages is not known, the first
    /// page of the list is read first, which has the total. If an answer shows that the server does
    /// not filter by id, all pages are read, in later calls without trying the filter. All pages
    /// are also read when nothing is found and the filter has never returned a cluster. `then` runs
    /// exactly once, never before the call has returned, unless `context` is destroyed first, which
    /// ends the reading. `part`, if given, is called before with the rows of each answer, as an
    /// incomplete listing.
    void read(const QStringList &ids, QObject *context, Then then, Then part = {});

    /// Reads the clusters `ids`, each by its id. If the filter cannot be relied on, see read(), the
    /// listing has no rows. `then` as in read().
    void readById(const QStringList &ids, QObject *context, Then then);

    /// Reads all clusters. `then` as in read().
    void readAll(QObject *context, Then then);

    /// Sets the number of pages of the whole list, which is known from elsewhere.
    void notePages(int pages) { m_pages = pages; }
    /// Whether so many clusters are far fewer than the list has pages, and the filter can be used.
    [[nodiscard]] bool areFew(qsizetype ids) const
    {
        constexpr int Share = 4;
        return !m_ignoresFilter && m_pages && ids * Share <= *m_pages;
    }

    /// The number of requests of read() for so many ids, as far as it is known.
    [[nodiscard]] int callsFor(qsizetype ids) const;
    /// The same for readAll(); 1 if it is not known.
    [[nodiscard]] int callsForAll() const { return m_pages.value_or(1); }

    /// Adds clusters that the server has returned by their ids in an earlier run: they are absent
    /// when a reading by their id does not return them.
    void noteReturned(const QStringList &ids);

private:
    void readPages(const QStringList &ids, QObject *context, Then then, Then part);
    void readWithoutFilter(const QStringList &ids, QObject *context, Then then, Then part);
    /// What runs instead of `then` if the filter cannot be relied on: `ignored` at the first answer
    /// that shows it, `nothingFound` after all answers.
    struct Otherwise {
        std::function<void()> ignored;
        std::function<void()> nothingFound;
    };
    void readEach(const QStringList &ids, QObject *context, Then then, Then part,
                  Otherwise otherwise);
    [[nodiscard]] Otherwise otherwiseAll(const QStringList &ids, QObject *context, const Then &then,
                                         const Then &part);

    QString m_account;
    CloudApi &m_api;
    Clock &m_clock;
    std::optional<int> m_pages;   ///< of the whole list, according to the last reading of it
    bool m_ignoresFilter = false; ///< the server does not filter by id as documented
    QSet<QString> m_returned;     ///< by their ids, in this run or as noted
};

} // namespace clusterdeck

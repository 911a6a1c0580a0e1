// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/listing/clusterlister.h"
#include "app/clusters/listing/clusterreader.h"

#include <QObject>
#include <QPointer>

namespace clusterdeck
{

/// The progress of a reading of all pages.
struct ReadingProgress {
    int read = 0;       ///< pages read so far
    int pages = 0;      ///< of the whole list
    QDateTime doneAt{}; ///< UTC, the expected end, by the speed so far and by the hourly calls

    bool operator==(const ReadingProgress &) const = default;
};

/// Lists the clusters of one account: on demand, and automatically every interval(). A list of more
/// pages than QuotaShares::listedAtOnce is read with pauses, so that QuotaShares::keptFromListings
/// of an hour's calls remain for everything else. Such a reading may take hours: rows that are read
/// by their ids in the meantime are newer and are kept.
class ClusterFeed : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds DefaultInterval{60};
    /// The shortest time between two arrived(): each of them lays out and repaints the table.
    static constexpr std::chrono::milliseconds BetweenParts{150};
    /// Most clusters of one readFirst().
    static constexpr int MostReadFirst = 100;

    ClusterFeed(const QString &account, CloudApi &api, Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] const QString &account() const { return m_account; }
    [[nodiscard]] bool isRefreshing() const { return m_refreshing; }

    /// When the last complete listing began, UTC; invalid before the first.
    [[nodiscard]] QDateTime asOf() const { return m_asOf; }

    /// When the last listing began that was read to its end, complete or not, UTC; invalid before
    /// the first.
    [[nodiscard]] QDateTime readAsOf() const { return m_readAsOf; }

    /// Why the last listing failed; std::nullopt when no exchange failed.
    [[nodiscard]] const std::optional<ApiError> &error() const { return m_error; }
    [[nodiscard]] bool isComplete() const { return m_complete; }
    /// A complete listing was read, or the first page by readFirstPage().
    [[nodiscard]] bool isRead() const { return m_asOf.isValid() || m_firstPage; }

    /// Of the running listing, from its first page on.
    [[nodiscard]] std::optional<ReadingProgress> progress() const;

    /// Lists now, after readFirst() of the clusters of setReadFirst(). Lists nothing while a
    /// listing is running.
    void refresh();
    /// `ids` returns the clusters to be read before the list, the most important first. The
    /// automatic listings read them only before a list that is read with pauses.
    void setReadFirst(std::function<QStringList()> ids) { m_readFirst = std::move(ids); }

    /// Reads these clusters by their ids, beside the listing. If they are not far fewer than the
    /// list has pages, or not enough calls are left, only the first of them. Does nothing while
    /// such a reading is running.
    void readFirst(const QStringList &ids);

    /// `missed` returns the ids of the rows that no listing since `begun` (Clock::awake()) had. If
    /// a long list could not be read completely, these clusters are read by their ids.
    void setMissed(std::function<QStringList(std::chrono::milliseconds begun)> missed)
    {
        m_missed = std::move(missed);
    }

    /// Reads only the first page, which shows whether the account can be read. If it holds all
    /// clusters, this is a refresh(). Does nothing while a listing is running.
    void readFirstPage();

    /// Ends a running listing and lists again, for changed settings.
    void restart();

    /// Uses a listing of this account that was made elsewhere, also one by ids: emits listed() or
    /// arrived().
    void accept(const ClusterListing &listing);

    /// Lists again whenever interval() has passed since the last listing ended.
    void keepFresh(std::chrono::milliseconds interval = DefaultInterval);

    /// The pause between two listings: as given to keepFresh(), or longer if a listing needs so
    /// many calls that QuotaShares::listings would be exceeded.
    [[nodiscard]] std::chrono::milliseconds interval() const;

signals:
    /// Every listing, complete or not: exactly one for each refresh() that began a listing, unless
    /// restart() ended it; and those of accept().
    void listed(const clusterdeck::ClusterListing &listing);

    /// Rows of a running listing, as an incomplete listing: first the first page, then all rows
    /// that came during BetweenParts; all of them before listed(). Also every listing by ids.
    void arrived(const clusterdeck::ClusterListing &part);

    /// isRefreshing(), asOf(), error() or isComplete() may have changed.
    void statusChanged();
    /// progress() may have changed: with each arrived().
    void progressed();

private:
    enum class Extent { All, FirstPage };
    /// `first`: is read when the first page shows that the list is read with pauses.
    void list(Extent extent, const QStringList &first = {});
    [[nodiscard]] QStringList firstIds() const
    {
        return m_readFirst ? m_readFirst() : QStringList();
    }
    void firstPageRead();
    void ended(ClusterListing listing);
    [[nodiscard]] bool isLong() const;
    [[nodiscard]] std::chrono::milliseconds untilCalls(int calls) const;
    void schedule();
    void noteAbsent(const ClusterListing &read);
    void take(const ClusterListing &part);
    void tell();

    QString m_account;
    CloudApi &m_api;
    Clock &m_clock;
    QDateTime m_asOf;
    QDateTime m_readAsOf;
    std::optional<ApiError> m_error;
    QPointer<QObject> m_listing; ///< the context of the running listing
    ClusterListing m_part;       ///< rows that were not emitted yet
    std::optional<std::chrono::milliseconds>
        m_lastArrived; ///< Clock::awake() of the last arrived()
    std::chrono::milliseconds m_interval{0};
    ClockTimer m_nextPart{m_clock};
    int m_calls = 1;     ///< of the last listing
    int m_pages = 1;     ///< of the whole list, according to the last first page
    int m_pagesRead = 0; ///< of the running listing
    /// The time in which the running listing has read pages, without pauses.
    std::chrono::milliseconds m_reading{0};
    std::chrono::milliseconds m_lastPage{0}; ///< Clock::awake() when it came
    QSet<QString> m_absent;                  ///< ids that were absent while the listing was running
    ClusterReader m_reader;
    std::unique_ptr<QObject> m_first; ///< the context of readFirst(); null while none runs
    std::function<QStringList(std::chrono::milliseconds begun)> m_missed;
    std::function<QStringList()> m_readFirst;
    ClockTimer m_next{m_clock};
    bool m_refreshing = false;
    bool m_complete = false;
    bool m_firstPage = false;
};

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/listing/clusterlister.h"

#include <QObject>
#include <QPointer>

namespace clusterdeck
{

/// Lists the clusters of one account: on demand, and automatically every `interval`.
class ClusterFeed : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds DefaultInterval{60};
    /// The shortest time between two arrived(): each of them lays out and repaints the table.
    static constexpr std::chrono::milliseconds BetweenParts{150};

    ClusterFeed(const QString &account, CloudApi &api, Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] const QString &account() const { return m_account; }
    [[nodiscard]] bool isRefreshing() const { return m_refreshing; }

    /// When the last complete listing began, UTC; invalid before the first.
    [[nodiscard]] QDateTime asOf() const { return m_asOf; }

    /// Why the last listing failed; std::nullopt when no exchange failed.
    [[nodiscard]] const std::optional<ApiError> &error() const { return m_error; }
    [[nodiscard]] bool isComplete() const { return m_complete; }
    /// A complete listing was read, or what readFirstPage() reads.
    [[nodiscard]] bool isRead() const { return m_asOf.isValid() || m_firstPage; }

    /// Lists now. Does nothing while a listing is running.
    void refresh();

    /// Reads only the first page, which shows whether the account can be read. If it holds all
    /// clusters, this is a refresh().
    void readFirstPage();

    /// Ends a running listing and lists again, for changed settings.
    void restart();

    /// Uses a listing of this account that was made elsewhere, also one by ids.
    void accept(const ClusterListing &listing);

    /// Lists again whenever interval() has passed since the last listing ended.
    void keepFresh(std::chrono::milliseconds interval = DefaultInterval);

    /// The pause between two listings: as given to keepFresh(), or longer if a listing needs so
    /// many calls that QuotaShares::listings would be exceeded.
    [[nodiscard]] std::chrono::milliseconds interval() const;

signals:
    /// Every listing, complete or not: exactly one for each refresh() that began a listing, unless
    /// restart() ended it.
    void listed(const clusterdeck::ClusterListing &listing);

    /// Rows of a running listing, as an incomplete listing: first the first page, then all rows
    /// that came during at least BetweenParts. The last rows come with listed(). Also every listing
    /// by ids.
    void arrived(const clusterdeck::ClusterListing &part);

    /// isRefreshing(), asOf(), error() or isComplete() may have changed.
    void statusChanged();

private:
    enum class Extent { All, FirstPage };
    void list(Extent extent);
    void firstPageRead();
    void schedule();
    void take(const ClusterListing &part);

    QString m_account;
    CloudApi &m_api;
    Clock &m_clock;
    QDateTime m_asOf;
    std::optional<ApiError> m_error;
    QPointer<QObject> m_listing; ///< the context of the running listing
    ClusterListing m_part;       ///< rows that were not emitted yet
    std::optional<std::chrono::milliseconds>
        m_lastArrived; ///< Clock::awake() of the last arrived()
    std::chrono::milliseconds m_interval{0};
    int m_calls = 1; ///< of the last listing
    ClockTimer m_next{m_clock};
    bool m_refreshing = false;
    bool m_complete = false;
    bool m_firstPage = false;
};

} // namespace clusterdeck

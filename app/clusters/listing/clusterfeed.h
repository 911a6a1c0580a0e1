// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/listing/clusterlister.h"

#include <QObject>
#include <QPointer>

namespace clusterdeck
{

/// Keeps the listing of one account fresh: on demand, and by itself every `interval`.
class ClusterFeed : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds DefaultInterval{60};
    /// What looking by itself may cost: three tenths of the 2000 calls that app/api/README.md §3
    /// names.
    static constexpr int CallsAnHour = 600;
    /// A table that is shown grows this often: each time it is laid out and painted anew.
    static constexpr std::chrono::milliseconds BetweenParts{150};

    ClusterFeed(const QString &account, CloudApi &api, Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] const QString &account() const { return m_account; }
    [[nodiscard]] bool isRefreshing() const { return m_refreshing; }

    /// When the last complete listing was begun, UTC; invalid before the first.
    [[nodiscard]] QDateTime asOf() const { return m_asOf; }

    /// Why the latest listing was not complete; nothing when it was.
    [[nodiscard]] const std::optional<ApiError> &error() const { return m_error; }
    [[nodiscard]] bool isComplete() const { return m_complete; }

    /// Lists now. While a listing is under way this does nothing: its end will do.
    void refresh();

    /// Lists anew, giving up a listing that is under way: what it was asked with holds no more.
    void restart();

    /// Takes over a listing that somebody else made of this account, so that it is not made twice.
    void accept(const ClusterListing &listing);

    /// Lists again whenever interval() has passed since the last listing ended.
    void keepFresh(std::chrono::milliseconds interval = DefaultInterval);

    /// The pause between two listings: the one that was asked for, or longer when a listing takes
    /// so many calls that CallsAnHour would not do.
    [[nodiscard]] std::chrono::milliseconds interval() const;

signals:
    /// Every listing, complete or not, exactly one for each refresh() that began one and that no
    /// restart() gave up.
    void listed(const clusterdeck::ClusterListing &listing);

    /// Some rows of a listing that is under way, as an incomplete listing: the first page at once,
    /// then what has come together in at least BetweenParts. The last ones come with listed().
    void arrived(const clusterdeck::ClusterListing &part);

    /// isRefreshing(), asOf(), error() or isComplete() may have changed.
    void statusChanged();

private:
    void schedule();
    void take(const ClusterListing &part);

    QString m_account;
    CloudApi &m_api;
    Clock &m_clock;
    QDateTime m_asOf;
    std::optional<ApiError> m_error;
    QPointer<QObject> m_listing;                     ///< what the listing under way lives with
    ClusterListing m_part;                           ///< what nobody has heard of yet
    std::optional<std::chrono::milliseconds> m_told; ///< Clock::awake() of the last arrived()
    std::chrono::milliseconds m_interval{0};
    qsizetype m_pages = 1; ///< calls that the last listing took
    ClockTimer m_next{m_clock};
    bool m_refreshing = false;
    bool m_complete = false;
};

} // namespace clusterdeck

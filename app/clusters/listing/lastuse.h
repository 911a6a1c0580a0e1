// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/clusterrow.h"

#include <QHash>

#include <optional>
#include <tl/expected.hpp>

namespace clusterdeck
{

/// Since when no use of the clusters of one account was seen: their CPU hours and numbers of
/// finished jobs, which only grow, were the same in each complete listing. What was not read, or
/// makes no sense, is never claimed as "not used": the counting then begins again. Contains no key
/// and no name.
class LastUse
{
public:
    LastUse() = default;
    explicit LastUse(QString account)
        : m_account(std::move(account))
    {
    }

    /// Follows a complete listing that was read at `at`, UTC. Clusters that it lacks, or whose
    /// counts are not known in it, are dropped.
    void follow(const QList<ClusterRow> &clusters, const QDateTime &at);

    /// The whole days up to the last listing in which no use of the cluster was seen, as far as it
    /// was read. std::nullopt: use is not known. 0 for a cluster that has jobs now, or other
    /// counts.
    [[nodiscard]] std::optional<int> daysUnused(const ClusterRow &cluster) const;

    /// Whether the counts prove that the cluster was not used between two readings, and it has no
    /// jobs now.
    [[nodiscard]] static bool isUnused(const ClusterRow &then, const ClusterRow &now);

    /// The time of the last listing, UTC; invalid before the first.
    [[nodiscard]] QDateTime asOf() const { return m_asOf; }
    [[nodiscard]] bool isEmpty() const { return m_since.isEmpty(); }
    bool operator==(const LastUse &other) const
    {
        return m_account == other.m_account && m_asOf == other.m_asOf && m_since == other.m_since;
    }

    /// The content of a file: a magic number, the version of the format, the values, a checksum.
    [[nodiscard]] QByteArray encoded() const;
    /// The values of `account` in `bytes`, or the reason, in technical words, why they are not
    /// used. Safe for any bytes: incomplete, damaged and newer files are refused completely. If the
    /// next listing is older than asOf(), follow() begins again.
    [[nodiscard]] static tl::expected<LastUse, QString> decoded(const QByteArray &bytes,
                                                                const QString &account);

private:
    /// The counts of one cluster, and since when they are the same.
    struct Unchanged {
        double cpuHours = 0;
        qint32 finishedJobs = 0;
        qint64 created = 0;  ///< milliseconds since 1970: clouds reuse ids
        qint64 since = 0;    ///< milliseconds since 1970
        quint32 listing = 0; ///< the last one that had the cluster, see m_listing; not stored

        [[nodiscard]] bool isSame(const Unchanged &other) const;
        bool operator==(const Unchanged &other) const
        {
            return isSame(other) && since == other.since;
        }
    };
    [[nodiscard]] static std::optional<Unchanged> countsOf(const ClusterRow &cluster);

    QString m_account;
    QDateTime m_asOf;
    quint32 m_listing = 0; ///< counts the listings, so that a long table is updated in place
    QHash<QByteArray, Unchanged> m_since; ///< by ClusterRow::idBytes()
};

} // namespace clusterdeck

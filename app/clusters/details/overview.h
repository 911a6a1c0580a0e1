// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/clusterstate.h"
#include "app/clusters/table/clustermodel.h"

namespace clusterdeck
{

/// A number of clusters and the sum of their known numbers of nodes. Clusters with an unknown
/// number are counted separately.
struct NodeCount {
    int clusters = 0;
    qint64 nodes = 0; ///< of clusters with a known number
    int unknown = 0;  ///< clusters with an unknown number of nodes

    void add(const std::optional<int> &nodesOfOne);
    NodeCount &operator+=(const NodeCount &other);
    bool operator==(const NodeCount &) const = default;
};

[[nodiscard]] inline NodeCount operator+(NodeCount one, const NodeCount &other)
{
    return one += other;
}

struct StateCount {
    ClusterState state = ClusterState::Unknown;
    NodeCount count;

    bool operator==(const StateCount &) const = default;
};

struct WordCount {
    QString word;        ///< from the cloud; empty: no value
    bool isRest = false; ///< the sum of the rarest words; `word` is empty
    NodeCount count;

    bool operator==(const WordCount &) const = default;
};

/// The clusters of all accounts, except those listed as deleted.
struct Overview {
    /// The most words in byType and in byBilling; rarer words are summed up.
    static constexpr int MostWords = 8;

    NodeCount all;
    QList<StateCount> byState;  ///< in the order of ClusterState; only states with clusters
    QList<WordCount> byType;    ///< most clusters first, then by word; the sum of the rest last
    QList<WordCount> byBilling; ///< the same
};

[[nodiscard]] Overview overviewOf(const ClusterModel &clusters);

/// The use of one cluster. std::nullopt where the cloud sent no value.
struct ClusterUse {
    ClusterKey key;
    QString name; ///< unchanged
    std::optional<double> cpuHours;
    std::optional<int> runningJobs;
    std::optional<int> pendingJobs;
    std::optional<int> nodes;
};

/// The most used and the idle clusters.
struct Usage {
    /// The largest share of all CPU hours that the least used clusters have together.
    static constexpr double LeastShare = 0.01;

    QList<ClusterUse> top; ///< most CPU hours first; none whose hours are 0 or not known
    NodeCount all;
    double cpuHours = 0;       ///< the sum of the known values
    int hoursUnknown = 0;      ///< clusters with unknown CPU hours
    NodeCount idle;            ///< active, with no running and no pending job
    int jobsUnknown = 0;       ///< active, with an unknown number of jobs
    NodeCount leastUsed;       ///< as many clusters as have at most LeastShare together
    double leastUsedHours = 0; ///< their CPU hours
};

/// `most`: the largest size of Usage::top. Clusters that are listed as deleted are not counted.
[[nodiscard]] Usage usageOf(const ClusterModel &clusters, int most = 20);

} // namespace clusterdeck

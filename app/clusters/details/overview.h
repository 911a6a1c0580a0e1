// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/clusterstate.h"
#include "app/clusters/table/clustermodel.h"

namespace clusterdeck
{

/// So many clusters, and their nodes as far as they are known: an unknown number is told beside the
/// sum and is never a 0 in it.
struct NodeCount {
    int clusters = 0;
    qint64 nodes = 0; ///< of those whose number is known
    int unknown = 0;  ///< clusters whose number of nodes is not known

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
    QString word;        ///< as the cloud says it; empty: it did not say
    bool isRest = false; ///< all the words that are too rare to stand alone; `word` is empty
    NodeCount count;

    bool operator==(const WordCount &) const = default;
};

/// The clusters of all accounts, counted, but for those that are listed as deleted.
struct Overview {
    /// Words that stand alone, of types and of billings: the largest ones.
    static constexpr int MostWords = 8;

    NodeCount all;
    QList<StateCount> byState;  ///< in the order of ClusterState; none that has no cluster
    QList<WordCount> byType;    ///< most clusters first, then by word; the rest at the end
    QList<WordCount> byBilling; ///< the same
};

[[nodiscard]] Overview overviewOf(const ClusterModel &clusters);

/// What one cluster was used for. Nothing where the cloud did not say.
struct ClusterUse {
    ClusterKey key;
    QString name; ///< as it came
    std::optional<double> cpuHours;
    std::optional<int> runningJobs;
    std::optional<int> pendingJobs;
    std::optional<int> nodes;
};

/// Who uses the clusters, and what nobody uses.
struct Usage {
    /// The share of all CPU hours that the least used clusters have together, at most.
    static constexpr double LeastShare = 0.01;

    QList<ClusterUse> top; ///< most CPU hours first; none whose hours are 0 or not known
    NodeCount all;
    double cpuHours = 0;       ///< of those that are known
    int hoursUnknown = 0;      ///< clusters whose CPU hours are not known
    NodeCount idle;            ///< active, and certainly without a running or pending job
    int jobsUnknown = 0;       ///< active ones of which that is not known
    NodeCount leastUsed;       ///< the most clusters that have LeastShare together
    double leastUsedHours = 0; ///< of these
};

[[nodiscard]] Usage usageOf(const ClusterModel &clusters, int most = 20);

} // namespace clusterdeck

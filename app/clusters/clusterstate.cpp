// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/clusterstate.h"

namespace clusterdeck
{

ClusterState stateOf(const ClusterRecord &cluster)
{
    if (cluster.status == QLatin1String("pending"))
        return ClusterState::Pending;
    if (cluster.status == QLatin1String("active"))
        return ClusterState::Active;
    if (cluster.status == QLatin1String("stopped"))
        return ClusterState::Stopped;
    if (cluster.status == QLatin1String("suspended"))
        return ClusterState::Suspended;
    return ClusterState::Unknown;
}

bool isBusy(const ClusterRecord &cluster)
{
    const ClusterState state = stateOf(cluster);
    return !cluster.transition.isEmpty() || state == ClusterState::Pending ||
           state == ClusterState::Unknown;
}

bool allows(const ClusterRecord &cluster, Verb verb)
{
    if (isBusy(cluster))
        return false;
    switch (verb) {
    case Verb::Delete:
        return true;
    case Verb::Stop:
        return stateOf(cluster) == ClusterState::Active;
    case Verb::Start:
        return stateOf(cluster) == ClusterState::Stopped;
    }
    return false;
}

} // namespace clusterdeck

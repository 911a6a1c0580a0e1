// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/clusterstate.h"

#include "app/support/visibletext.h"

#include <algorithm>

namespace clusterdeck
{

namespace
{

/// `status`: QString or QLatin1String.
template <class Status>
ClusterState stateNamed(const Status &status)
{
    if (status == QLatin1String("pending"))
        return ClusterState::Pending;
    if (status == QLatin1String("active"))
        return ClusterState::Active;
    if (status == QLatin1String("stopped"))
        return ClusterState::Stopped;
    if (status == QLatin1String("suspended"))
        return ClusterState::Suspended;
    for (const char *word : {"deleted", "ceased", "terminated"}) {
        if (status.compare(QLatin1String(word), Qt::CaseInsensitive) == 0)
            return ClusterState::Deleted;
    }
    return ClusterState::Unknown;
}

/// Runs for selections of thousands: an id of visible ASCII is checked without making a QString.
bool isWholeId(const ClusterRow &cluster)
{
    const QByteArrayView id = cluster.idBytes();
    return std::all_of(id.begin(), id.end(), [](char c) { return c > 0x20 && c < 0x7F; }) ||
           clusterdeck::isWholeId(cluster.text(&ClusterRecord::id));
}

bool isBusy(ClusterState state, bool inTransition)
{
    return inTransition || state == ClusterState::Pending || state == ClusterState::Unknown ||
           state == ClusterState::Deleted;
}

bool allows(ClusterState state, bool busy, Verb verb)
{
    return !busy && specOf(verb).allowedIn.contains(state);
}

} // namespace

ClusterState stateOf(const QString &status)
{
    return stateNamed(status);
}

ClusterState stateOf(const ClusterRecord &cluster)
{
    return stateNamed(cluster.status);
}

ClusterState stateOf(const ClusterRow &cluster)
{
    const QByteArrayView status = cluster.bytesOf(&ClusterRecord::status);
    return stateNamed(QLatin1String(status));
}

bool isDeleted(const ClusterRecord &cluster)
{
    return stateOf(cluster) == ClusterState::Deleted && cluster.transition.isEmpty();
}

bool isDeleted(const ClusterRow &cluster)
{
    return stateOf(cluster) == ClusterState::Deleted &&
           cluster.bytesOf(&ClusterRecord::transition).isEmpty();
}

bool isBusy(const ClusterRecord &cluster)
{
    return isBusy(stateOf(cluster), !cluster.transition.isEmpty());
}

bool isBusy(const ClusterRow &cluster)
{
    return isBusy(stateOf(cluster), !cluster.bytesOf(&ClusterRecord::transition).isEmpty());
}

bool isWholeId(const QString &id)
{
    return !isDamaged(id) && visibleText(id) == id;
}

bool allows(const ClusterRecord &cluster, Verb verb)
{
    return isWholeId(cluster.id) && allows(stateOf(cluster), isBusy(cluster), verb);
}

std::array<bool, VerbCount> allowedVerbs(const ClusterRow &cluster)
{
    std::array<bool, VerbCount> allowed{};
    const ClusterState state = stateOf(cluster);
    const bool busy = isBusy(state, !cluster.bytesOf(&ClusterRecord::transition).isEmpty());
    if (busy || !isWholeId(cluster))
        return allowed;
    for (const Verb verb : allVerbs())
        allowed.at(std::size_t(verb)) = allows(state, busy, verb);
    return allowed;
}

std::optional<int> plausible(std::optional<int> number, int most)
{
    return number && *number >= 0 && *number <= most ? number : std::nullopt;
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/journal/deletedcluster.h"

#include "app/clusters/clusterstate.h"

#include <algorithm>

namespace clusterdeck
{

namespace
{

int rankOf(const QString &role)
{
    static const QStringList Order{QStringLiteral("controller"), QStringLiteral("login"),
                                   QStringLiteral("compute")};
    const qsizetype place = Order.indexOf(role.toLower());
    return int(place < 0 ? Order.size() : place);
}

} // namespace

QList<NodeGroup> groupsOf(const QList<NodeRecord> &nodes)
{
    QList<NodeGroup> groups;
    for (const NodeRecord &node : nodes) {
        NodeGroup group{1, node.role, node.cpuModel, node.cpu, node.memoryMb, node.gpu};
        const auto same = std::find_if(groups.begin(), groups.end(), [&](const NodeGroup &known) {
            group.count = known.count;
            return known == group;
        });
        if (same != groups.end()) {
            ++same->count;
            continue;
        }
        group.count = 1;
        groups.append(group);
    }
    std::stable_sort(groups.begin(), groups.end(), [](const NodeGroup &a, const NodeGroup &b) {
        return rankOf(a.role) < rankOf(b.role);
    });
    return groups;
}

bool isListedAgain(const DeletedCluster &deletedCluster, const ClusterRecord &listed,
                   const QDateTime &asOf)
{
    return deletedCluster.deletedAt().isValid() && asOf > deletedCluster.deletedAt() &&
           !isDeleted(listed) && !isMadeAgain(deletedCluster.record.created, listed.created);
}

bool matches(const DeletedCluster &deletedCluster, const QString &text)
{
    const ClusterRecord &record = deletedCluster.record;
    const auto holds = [&](const QString &where) {
        return where.contains(text, Qt::CaseInsensitive);
    };
    return holds(record.name) || holds(record.id) || holds(record.owner) ||
           holds(deletedCluster.user) || holds(deletedCluster.accountName) ||
           holds(record.description) ||
           std::any_of(record.software.begin(), record.software.end(), holds);
}

} // namespace clusterdeck

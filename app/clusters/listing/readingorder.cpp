// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clusters/listing/readingorder.h"

#include <algorithm>

namespace clusterdeck
{

QStringList readingOrder(const AttendedClusters &clusters, const QString &account, int most)
{
    QList<ClusterKey> underWay(clusters.underWay.begin(), clusters.underWay.end());
    std::sort(underWay.begin(), underWay.end(),
              [](const ClusterKey &left, const ClusterKey &right) { return left.id < right.id; });

    QStringList ids;
    QSet<QString> taken;
    for (const QList<ClusterKey> &group : {underWay, clusters.selected, clusters.shown}) {
        for (const ClusterKey &key : group) {
            if (ids.size() >= most)
                return ids;
            if (key.account != account || taken.contains(key.id))
                continue;
            taken.insert(key.id);
            ids.append(key.id);
        }
    }
    return ids;
}

} // namespace clusterdeck

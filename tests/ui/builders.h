// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clusters/listing/clusterlisting.h"
#include "app/operations/plan/plan.h"
#include "tests/support/utc.h"
#include "ui/words/verbtext.h"

namespace clusterdeck
{

inline ClusterRecord record(const QString &id, const QString &name)
{
    ClusterRecord record;
    record.id = id;
    record.name = name;
    record.status = QStringLiteral("active");
    record.type = QStringLiteral("ehpc");
    record.owner = QStringLiteral("usr-me");
    record.billing = QStringLiteral("PayForUsed");
    record.description = QStringLiteral(" "); // the cloud states that there is none
    record.mountPoint = QStringLiteral("10.0.0.1:/nas");
    record.nodes = 2;
    record.runningJobs = 3;
    record.pendingJobs = 1;
    record.cpuHours = 12.5;
    record.created = utc(QDate(2021, 5, 1), QTime(12, 0));
    return record;
}

inline ClusterListing listing(const QList<ClusterRecord> &clusters, bool complete = true)
{
    ClusterListing listing;
    listing.account = QStringLiteral("a");
    listing.clusters = {clusters.begin(), clusters.end()};
    listing.complete = complete;
    listing.asOf = utc(QDate(2021, 8, 19), QTime(16, 0));
    return listing;
}

inline ClusterKey key(const QString &id)
{
    return {QStringLiteral("a"), id};
}

/// For the account "a".
inline AccountLabels labelsOf(const char *name, const char *zone)
{
    return {{QStringLiteral("a"), {QString::fromUtf8(name), QString::fromUtf8(zone)}}};
}

inline Plan planOf(Verb verb, int count)
{
    Plan plan;
    plan.verb = verb;
    for (int i = 1; i <= count; ++i) {
        const QString number = QString::number(i);
        plan.items.append({{QStringLiteral("a"), record(QStringLiteral("hpc-%1").arg(number),
                                                        QStringLiteral("cluster %1").arg(number))},
                           true,
                           {},
                           false,
                           {}});
    }
    return plan;
}

} // namespace clusterdeck

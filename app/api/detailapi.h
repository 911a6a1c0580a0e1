// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/cloudapi.h"
#include "app/api/detailrecords.h"

namespace clusterdeck
{

/// A cloud that can be asked what is inside one cluster, too: reads for people who look, which no
/// operation depends on. The promises are those of CloudApi; `offset` counts rows as the server
/// sends them, and one page holds PageSize at most. A cluster that does not exist answers 2100.
class DetailApi : public CloudApi
{
public:
    virtual void listNodes(const QString &clusterId, int offset, QObject *context,
                           Then<NodePage> then) = 0;

    /// The jobs of the cluster's scheduler. `status`: only those, as the cloud calls it; empty:
    /// all.
    virtual void listSchedulerJobs(const QString &clusterId, const QString &status, int offset,
                                   QObject *context, Then<SchedulerJobPage> then) = 0;

    virtual void listLogins(const QString &clusterId, int offset, QObject *context,
                            Then<LoginPage> then) = 0;

    /// What the cloud offers, whichever cluster has it.
    virtual void listSoftware(int offset, QObject *context, Then<SoftwarePage> then) = 0;
};

} // namespace clusterdeck

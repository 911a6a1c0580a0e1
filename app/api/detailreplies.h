// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/answerfields.h"
#include "app/api/detailrecords.h"

/// As replies.h, for what is inside a cluster. A row that has neither an id nor a name is counted
/// in `rows` and left out.
namespace clusterdeck::replies
{

/// The names under which each list may come.
inline const answer::Names NodeSet = {QLatin1String("hpc_app_nodes_set"),
                                      QLatin1String("hpc_app_node_set"), QLatin1String("node_set")};
inline const answer::Names SchedulerJobSet = {
    QLatin1String("hpc_job_set"), QLatin1String("hpcjob_set"), QLatin1String("job_set")};
inline const answer::Names LoginSet = {QLatin1String("user_set"), QLatin1String("users_set")};
inline const answer::Names SoftwareSet = {QLatin1String("software_set"), QLatin1String("hpcsw_set"),
                                          QLatin1String("sw_set")};

[[nodiscard]] NodePage nodes(const QJsonObject &answer);
[[nodiscard]] SchedulerJobPage schedulerJobs(const QJsonObject &answer);
[[nodiscard]] LoginPage logins(const QJsonObject &answer);
[[nodiscard]] SoftwarePage software(const QJsonObject &answer);

} // namespace clusterdeck::replies

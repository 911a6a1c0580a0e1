// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/detailreplies.h"

namespace clusterdeck::replies
{

namespace
{

using answer::Fields;
using answer::Names;

/// Field by field, and no more than these: a node's `env` holds a password.
NodeRecord nodeOf(const Fields &row)
{
    NodeRecord node;
    node.id = row.text({QLatin1String("node_id")});
    node.name = row.text({QLatin1String("name"), QLatin1String("node_name")});
    node.role = row.text({QLatin1String("role"), QLatin1String("node_role")});
    node.status = row.text({QLatin1String("status")});
    node.transition = row.text({QLatin1String("transition_status")});
    node.health = row.text({QLatin1String("health_status")});
    node.privateIp = row.text({QLatin1String("private_ip")});
    node.publicIp = row.text({QLatin1String("eip")});
    node.cpuModel = row.text({QLatin1String("cpu_model")});
    node.createdText = row.text({QLatin1String("create_time")});
    node.created = answer::timeOf(node.createdText);
    node.cpu = row.count({QLatin1String("cpu")});
    node.memoryMb = row.count({QLatin1String("memory")});
    node.gpu = row.count({QLatin1String("gpu")});
    return node;
}

SchedulerJobRecord schedulerJobOf(const Fields &row)
{
    SchedulerJobRecord job;
    job.uuid = row.text({QLatin1String("hpcjob_uuid")});
    job.id = row.text({QLatin1String("job_id")});
    job.name = row.text({QLatin1String("job_name")});
    job.status = row.text({QLatin1String("job_status"), QLatin1String("status")});
    job.queue = row.text({QLatin1String("queue_name")});
    job.runUser = row.text({QLatin1String("run_user")});
    job.submitted = row.text({QLatin1String("submit_time"), QLatin1String("create_time")});
    job.started = row.text({QLatin1String("start_time")});
    job.ended = row.text({QLatin1String("end_time")});
    return job;
}

LoginRecord loginOf(const Fields &row)
{
    LoginRecord login;
    login.id = row.text({QLatin1String("user_id")});
    login.name = row.text({QLatin1String("username"), QLatin1String("user_name")});
    login.role = row.text({QLatin1String("role")});
    return login;
}

SoftwareRecord softwareOf(const Fields &row)
{
    SoftwareRecord software;
    software.id = row.text({QLatin1String("hpcsw_id")});
    software.name = row.text({QLatin1String("sw_name")});
    software.version = row.text({QLatin1String("sw_ver"), QLatin1String("sw_version")});
    software.description = row.text({QLatin1String("description")});
    return software;
}

template <class Record>
DetailPage<Record> pageOf(const QJsonObject &answer, Names set, QLatin1String id,
                          Record (*recordOf)(const Fields &))
{
    DetailPage<Record> page;
    page.total = answer::countOf(answer::valueOf(answer, QLatin1String("total_count")));
    for (const QJsonValue value : answer::rowsOf(answer, set, id)) {
        ++page.rows;
        Record record = recordOf(Fields(value));
        if (!record.key().isEmpty())
            page.records += std::move(record);
    }
    return page;
}

} // namespace

NodePage nodes(const QJsonObject &answer)
{
    return pageOf(answer, NodeSet, QLatin1String("node_id"), nodeOf);
}

SchedulerJobPage schedulerJobs(const QJsonObject &answer)
{
    return pageOf(answer, SchedulerJobSet, QLatin1String("job_id"), schedulerJobOf);
}

LoginPage logins(const QJsonObject &answer)
{
    return pageOf(answer, LoginSet, QLatin1String("user_id"), loginOf);
}

SoftwarePage software(const QJsonObject &answer)
{
    return pageOf(answer, SoftwareSet, QLatin1String("hpcsw_id"), softwareOf);
}

} // namespace clusterdeck::replies

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/jsonencoding.h"

#include "app/demo/sampledata.h"

#include <QDateTime>

#include <algorithm>

namespace clusterdeck::demo::jsonencoding
{

namespace
{

QString timeText(qint64 moment)
{
    return QDateTime::fromMSecsSinceEpoch(moment).toUTC().toString(Qt::ISODate);
}

/// Each row has its own random numbers, so that a page can be made without the rows before it.
SeededRandom rowRandom(const Cluster &cluster, int number)
{
    SeededRandom random(cluster.seed + 0x726F7773ULL * static_cast<quint64>(number + 1));
    return SeededRandom(random.next());
}

int endOf(const Paging &page, int rows)
{
    return static_cast<int>(std::min<qint64>(rows, qint64(page.offset) + page.limit));
}

/// The scheduler jobs by status, newest first.
struct JobsOfStatus {
    QString status;
    int count;
};
QList<JobsOfStatus> jobsByStatus(const Cluster &cluster, const QString &only)
{
    QList<JobsOfStatus> all = {{QStringLiteral("pending"), cluster.pendingJobs},
                               {QStringLiteral("running"), cluster.runningJobs},
                               {QStringLiteral("finished"), cluster.finishedJobs}};
    for (JobsOfStatus &jobs : all) {
        if (!only.isEmpty() && jobs.status != only)
            jobs.count = 0;
    }
    return all;
}

QJsonObject nodeObject(SeededRandom random, const Cluster &cluster, int number)
{
    const QString role = number == 0   ? QStringLiteral("controller")
                         : number == 1 ? QStringLiteral("login")
                                       : QStringLiteral("compute");
    const bool compute = role == u"compute";
    return {
        {QStringLiteral("node_id"), QStringLiteral("cln-") + random.idText(8)},
        {QStringLiteral("cluster_id"), cluster.appId},
        {QStringLiteral("name"), compute ? QStringLiteral("node%1").arg(number - 1) : role},
        {QStringLiteral("role"), role},
        {QStringLiteral("status"), cluster.status},
        {QStringLiteral("transition_status"), cluster.transition},
        {QStringLiteral("health_status"),
         cluster.status == u"active" ? QStringLiteral("healthy") : QStringLiteral("unknown")},
        {QStringLiteral("private_ip"),
         QStringLiteral("172.16.%1.%2").arg(number / 250).arg(number % 250 + 2)},
        {QStringLiteral("eip"), QString()},
        {QStringLiteral("cpu"), compute ? 26 : 4},
        {QStringLiteral("memory"), compute ? 81920 : 12288},
        {QStringLiteral("gpu"), compute && random.chance(0.1) ? 1 : 0},
        {QStringLiteral("cpu_model"), QStringLiteral("CascadeLake")},
        // The real service sends a password here, which no client may store.
        {QStringLiteral("env"), QStringLiteral("{\"passwd\": \"Node-password-%1\"}").arg(number)},
    };
}

QJsonObject jobObject(SeededRandom random, const QString &status, int number,
                      const QStringList &people)
{
    const QString runUser = random.pick(people);
    return {
        {QStringLiteral("hpcjob_uuid"), QStringLiteral("hpcjob-") + random.idText(8)},
        {QStringLiteral("job_id"), QString::number(number)},
        {QStringLiteral("job_name"), schedulerJobName(random)},
        {QStringLiteral("job_status"), status},
        {QStringLiteral("queue_name"), QStringLiteral("normal")},
        {QStringLiteral("run_user"), runUser},
    };
}

QJsonObject userObject(SeededRandom &random, const QString &name)
{
    return {
        {QStringLiteral("username"), name},
        {QStringLiteral("user_id"), QStringLiteral("hpcusr-") + random.idText(8)},
        {QStringLiteral("role"),
         name == u"root" ? QStringLiteral("admin") : QStringLiteral("user")},
    };
}

void addDetails(QJsonObject &object, const Cluster &cluster)
{
    QJsonArray installed;
    for (const Software &one : cluster.software)
        installed.append(software(one));
    object.insert(QStringLiteral("cluster_sw"), installed);
    object.insert(
        QStringLiteral("project_info"),
        QJsonObject{{QStringLiteral("shared_status"),
                     cluster.shared ? QStringLiteral("shared") : QStringLiteral("unshared")},
                    {QStringLiteral("project_role"), cluster.projectRole}});
}

} // namespace

QJsonObject cluster(const Cluster &cluster, bool verbose, qint64 skewMs)
{
    QJsonObject object = {
        {QStringLiteral("cluster_id"), cluster.id},
        {QStringLiteral("cluster_name"), cluster.name},
        {QStringLiteral("cluster_status"), cluster.status},
        {QStringLiteral("transition_status"), cluster.transition},
        {QStringLiteral("cluster_type"), cluster.type},
        {QStringLiteral("create_time"), timeText(cluster.created + skewMs)},
        {QStringLiteral("description"), cluster.description},
        {QStringLiteral("owner"), cluster.owner},
        {QStringLiteral("run_user"), cluster.runUser},
        {QStringLiteral("app_cluster_id"), cluster.appId},
        {QStringLiteral("nas_id"), cluster.nasId},
        {QStringLiteral("nas_mount_point"), cluster.mountPoint},
        {QStringLiteral("nas_path"), cluster.nasPath},
        {QStringLiteral("nas_shared_path"), cluster.nasSharedPath},
        {QStringLiteral("paid_type"), cluster.billing},
        {QStringLiteral("scheduler_type"), cluster.scheduler},
        {QStringLiteral("total_node_count"), cluster.nodes},
        {QStringLiteral("cpu_hours"), cluster.cpuHours},
        {QStringLiteral("mem_hours"), cluster.memoryHours},
        {QStringLiteral("pending_job_count"), cluster.pendingJobs},
        {QStringLiteral("running_job_count"), cluster.runningJobs},
        {QStringLiteral("finished_job_count"), cluster.finishedJobs},
        {QStringLiteral("stopped_job_count"), cluster.stoppedJobs},
        {QStringLiteral("deleted_job_count"), cluster.deletedJobs},
    };
    if (verbose)
        addDetails(object, cluster);
    return object;
}

Cluster clusterFrom(const QJsonObject &object)
{
    const auto text = [&](const char *name) {
        return object.value(QLatin1String(name)).toString();
    };
    const auto count = [&](const char *name) {
        return qMax(0, object.value(QLatin1String(name)).toInt());
    };
    Cluster cluster;
    cluster.name = text("cluster_name");
    cluster.status = text("cluster_status");
    cluster.transition = text("transition_status");
    cluster.type = text("cluster_type");
    cluster.billing = text("paid_type");
    cluster.shared = text("shared_status") == u"shared";
    cluster.projectRole = text("project_role");
    const QDateTime created = QDateTime::fromString(text("create_time"), Qt::ISODate);
    cluster.created = created.isValid() ? created.toMSecsSinceEpoch() : 0;
    cluster.nodes = count("total_node_count");
    cluster.cpuHours = object.value(QLatin1String("cpu_hours")).toDouble();
    cluster.memoryHours = object.value(QLatin1String("mem_hours")).toDouble();
    cluster.pendingJobs = count("pending_job_count");
    cluster.runningJobs = count("running_job_count");
    cluster.finishedJobs = count("finished_job_count");
    cluster.stoppedJobs = count("stopped_job_count");
    cluster.deletedJobs = count("deleted_job_count");
    return cluster;
}

QJsonObject operation(const Operation &operation, qint64 skewMs)
{
    return {
        {QStringLiteral("job_id"), operation.jobId},
        {QStringLiteral("job_action"), operation.action},
        {QStringLiteral("action_describe"), operation.description},
        {QStringLiteral("status"), operation.status},
        {QStringLiteral("resource_ids"), operation.resourceIds.join(QLatin1Char(' '))},
        {QStringLiteral("create_time"), timeText(operation.created + skewMs)},
        {QStringLiteral("status_time"), timeText(operation.changed + skewMs)},
        {QStringLiteral("error_codes"), operation.errorCodes},
        {QStringLiteral("owner"), operation.owner},
        {QStringLiteral("submitter"), operation.submitter},
    };
}

QJsonObject software(const Software &software)
{
    return {
        {QStringLiteral("hpcsw_id"), software.id},
        {QStringLiteral("sw_name"), software.name},
        {QStringLiteral("sw_ver"), software.version},
        {QStringLiteral("description"), software.description},
    };
}

QJsonArray nodes(const Cluster &cluster, qint64 skewMs, const Paging &page)
{
    QJsonArray rows;
    const int end = endOf(page, cluster.nodes);
    for (int number = page.offset; number < end; ++number) {
        QJsonObject row = nodeObject(rowRandom(cluster, number), cluster, number);
        row.insert(QStringLiteral("create_time"), timeText(cluster.created + skewMs));
        rows.append(row);
    }
    return rows;
}

int schedulerJobCount(const Cluster &cluster, const QString &status)
{
    int count = 0;
    for (const JobsOfStatus &jobs : jobsByStatus(cluster, status))
        count += jobs.count;
    return count;
}

QJsonArray schedulerJobs(const Cluster &cluster, const QString &status, const Paging &page)
{
    SeededRandom random(cluster.seed + 1);
    const QStringList people = loginNames(random);
    QJsonArray rows;
    const int newest = schedulerJobCount(cluster) + 1000;
    const int end = endOf(page, schedulerJobCount(cluster, status));
    int first = 0; // the index of the first job of this status
    for (const JobsOfStatus &jobs : jobsByStatus(cluster, status)) {
        for (int i = std::max(first, page.offset); i < std::min(first + jobs.count, end); ++i) {
            const int number = newest - i;
            rows.append(jobObject(rowRandom(cluster, -number), jobs.status, number, people));
        }
        first += jobs.count;
    }
    return rows;
}

QJsonArray users(const Cluster &cluster)
{
    if (cluster.nodes == 0)
        return {}; // no login without a node
    SeededRandom random(cluster.seed + 1);
    QJsonArray rows;
    const QStringList names = loginNames(random);
    for (const QString &name : names)
        rows.append(userObject(random, name));
    return rows;
}

QJsonArray queues(const Cluster &cluster)
{
    return {QJsonObject{{QStringLiteral("queue_name"), QStringLiteral("normal")},
                        {QStringLiteral("cluster_id"), cluster.id},
                        {QStringLiteral("node_count"), cluster.nodes},
                        {QStringLiteral("status"), QStringLiteral("active")}}};
}

} // namespace clusterdeck::demo::jsonencoding

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/room/syntheticclusters.h"

#include "app/demo/seededrandom.h"
#include "app/demo/sitewords.h"

#include <QHash>
#include <QJsonArray>
#include <QSet>

#include <cmath>

namespace clusterdeck
{

namespace
{

using demo::SeededRandom;

constexpr int Owners = 200;
constexpr double ChineseShare = 0.05;

bool isChinese(const QString &name)
{
    return name.at(0).unicode() > 0x7f;
}

QString nameOf(SeededRandom &random, QHash<QString, int> &used)
{
    const bool chinese = random.chance(ChineseShare);
    QString name;
    do {
        name = demo::clusterName(random);
    } while (isChinese(name) != chinese);
    const int times = ++used[name];
    return times == 1 ? name : QStringLiteral("%1-%2").arg(name).arg(times);
}

QString statusOf(SeededRandom &random)
{
    const double share = random.fraction();
    if (share < 0.55)
        return QStringLiteral("active");
    if (share < 0.90)
        return QStringLiteral("stopped");
    return share < 0.96 ? QStringLiteral("suspended") : QStringLiteral("pending");
}

void giveJobs(SeededRandom &random, ClusterRecord &record, double days)
{
    const bool works = record.status == u"active" && random.chance(0.4);
    record.cpuHours = std::round(days * record.nodes.value_or(1) * random.fraction() * 900) / 10;
    record.memoryHours = std::round(*record.cpuHours * 40) / 10;
    record.runningJobs = works ? random.between(1, *record.nodes * 2) : 0;
    record.pendingJobs = works ? random.between(0, 24) : 0;
    record.finishedJobs = int(days * random.fraction() * 6);
    record.stoppedJobs = random.below(*record.finishedJobs / 8 + 1);
    record.deletedJobs = random.below(*record.finishedJobs / 12 + 1);
}

void giveStorage(SeededRandom &random, ClusterRecord &record)
{
    record.nasId = QStringLiteral("nas-") + random.idText(8);
    record.mountPoint = QStringLiteral("192.168.%1.%2:/%3")
                            .arg(random.between(0, 31))
                            .arg(random.between(2, 250))
                            .arg(record.nasId);
    record.nasPath = QLatin1Char('/') + record.id;
}

/// Texts of literals are shared and cost nothing; those of an answer do.
void ownTexts(ClusterRecord &record)
{
    for (QString *text :
         {&record.id, &record.name, &record.status, &record.transition, &record.type,
          &record.description, &record.owner, &record.runUser, &record.appClusterId, &record.nasId,
          &record.mountPoint, &record.nasPath, &record.nasSharedPath, &record.billing,
          &record.scheduler, &record.sharedStatus, &record.projectRole, &record.createdText})
        *text = QString(text->constData(), text->size());
    for (QString &text : record.software)
        text = QString(text.constData(), text.size());
}

ClusterRecord clusterOf(SeededRandom &random, const QStringList &owners)
{
    static constexpr int Sizes[] = {1, 1, 2, 2, 3, 4, 4, 6, 8, 8, 12, 16, 24, 32, 64};
    ClusterRecord record;
    record.type = random.chance(0.12) ? QStringLiteral("hpc") : QStringLiteral("ehpc");
    record.status = statusOf(random);
    if (record.status == u"pending")
        record.transition = QStringLiteral("creating");
    record.description = demo::clusterDescription(random).trimmed();
    record.owner = random.pick(owners);
    record.runUser = random.chance(0.9) ? record.owner : random.pick(owners);
    record.appClusterId = QStringLiteral("cl-") + random.idText(8);
    record.billing = random.chance(0.2) ? QStringLiteral("Reserved") : QStringLiteral("PayForUsed");
    record.scheduler = random.chance(0.85) ? QStringLiteral("slurm") : QStringLiteral("pbs");
    record.sharedStatus =
        random.chance(0.1) ? QStringLiteral("shared") : QStringLiteral("unshared");
    record.nodes = random.pick(Sizes);
    const double days = std::pow(random.fraction(), 2.2) * 560;
    record.created =
        QDateTime(QDate(2026, 11, 1), QTime(8, 0), Qt::UTC).addSecs(-qint64(days * 86400));
    record.createdText = record.created.toString(Qt::ISODate);
    for (const demo::Software &one : demo::clusterSoftware(random))
        record.software.append(one.name + QLatin1Char(' ') + one.version);
    giveJobs(random, record, days);
    return record;
}

} // namespace

QList<ClusterRecord> syntheticClusters(int count, quint64 seed)
{
    SeededRandom random(seed);
    QStringList owners;
    for (int i = 0; i < Owners; ++i)
        owners.append(QStringLiteral("usr-") + random.idText(8));
    QSet<QString> ids;
    QHash<QString, int> names;
    QList<ClusterRecord> clusters;
    clusters.reserve(count);
    while (clusters.size() < count) {
        ClusterRecord record = clusterOf(random, owners);
        record.id = record.type + QLatin1Char('-') + random.idText(8);
        if (ids.contains(record.id))
            continue;
        ids.insert(record.id);
        record.name = nameOf(random, names);
        giveStorage(random, record);
        ownTexts(record);
        clusters.append(record);
    }
    return clusters;
}

QList<ClusterRecord> deletableClusters(int count, const QString &owner)
{
    QList<ClusterRecord> clusters = syntheticClusters(count);
    for (ClusterRecord &record : clusters) {
        record.status = QStringLiteral("active");
        record.transition.clear();
        record.owner = record.runUser = owner;
    }
    return clusters;
}

QJsonObject asListed(const ClusterRecord &record)
{
    return {
        {QStringLiteral("cluster_id"), record.id},
        {QStringLiteral("cluster_name"), record.name},
        {QStringLiteral("cluster_status"), record.status},
        {QStringLiteral("transition_status"), record.transition},
        {QStringLiteral("cluster_type"), record.type},
        {QStringLiteral("create_time"), record.createdText},
        {QStringLiteral("description"),
         record.description.isEmpty() ? QStringLiteral(" ") : record.description},
        {QStringLiteral("owner"), record.owner},
        {QStringLiteral("run_user"), record.runUser},
        {QStringLiteral("app_cluster_id"), record.appClusterId},
        {QStringLiteral("nas_id"), record.nasId},
        {QStringLiteral("nas_mount_point"), record.mountPoint},
        {QStringLiteral("nas_path"), record.nasPath},
        {QStringLiteral("nas_shared_path"), record.nasSharedPath},
        {QStringLiteral("paid_type"), record.billing},
        {QStringLiteral("scheduler_type"), record.scheduler},
        {QStringLiteral("total_node_count"), record.nodes.value_or(0)},
        {QStringLiteral("cpu_hours"), record.cpuHours.value_or(0)},
        {QStringLiteral("mem_hours"), record.memoryHours.value_or(0)},
        {QStringLiteral("pending_job_count"), record.pendingJobs.value_or(0)},
        {QStringLiteral("running_job_count"), record.runningJobs.value_or(0)},
        {QStringLiteral("finished_job_count"), record.finishedJobs.value_or(0)},
        {QStringLiteral("stopped_job_count"), record.stoppedJobs.value_or(0)},
        {QStringLiteral("deleted_job_count"), record.deletedJobs.value_or(0)},
    };
}

} // namespace clusterdeck

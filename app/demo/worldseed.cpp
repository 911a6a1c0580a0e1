// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/worldseed.h"

#include "app/demo/sampledata.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace clusterdeck::demo
{

namespace
{

constexpr qint64 MinuteMs = 60'000;
constexpr qint64 HourMs = 60 * MinuteMs;
constexpr qint64 DayMs = 24 * HourMs;

/// A volume that several clusters mount.
struct Volume {
    QString nasId;
    QString mountPoint;
};

std::vector<Volume> seededVolumes(SeededRandom &random, int clusters)
{
    std::vector<Volume> volumes(static_cast<std::size_t>(clusters / 3 + 1));
    for (Volume &volume : volumes) {
        volume.nasId = QStringLiteral("nas-") + random.idText(8);
        volume.mountPoint = QStringLiteral("192.168.%1.%2:/%3")
                                .arg(random.between(0, 31))
                                .arg(random.between(2, 250))
                                .arg(volume.nasId);
    }
    return volumes;
}

/// The newest clusters, which are active.
constexpr int NewlyMade = 3;
/// The number of the next newest clusters, which are being created.
int beingMade(int clusters)
{
    return clusters * 3 / 100;
}

/// Ages in milliseconds, ascending: some within this hour, many within weeks, a few of over a year.
std::vector<qint64> seededAges(SeededRandom &random, int clusters)
{
    std::vector<qint64> ages(static_cast<std::size_t>(clusters));
    int recent = NewlyMade + beingMade(clusters);
    for (qint64 &age : ages) {
        age =
            recent-- > 0
                ? 2 * MinuteMs + static_cast<qint64>(random.fraction() * 40 * MinuteMs)
                : 2 * HourMs + static_cast<qint64>(std::pow(random.fraction(), 2.2) * 560 * DayMs);
    }
    std::sort(ages.begin(), ages.end());
    return ages;
}

QString uniqueId(SeededRandom &random, const QString &prefix, QSet<QString> &used)
{
    QString id;
    do {
        id = prefix + random.idText(8);
    } while (used.contains(id));
    used.insert(id);
    return id;
}

QString uniqueName(SeededRandom &random, QHash<QString, int> &used)
{
    const QString name = clusterName(random);
    const int times = ++used[name];
    return times == 1 ? name : QStringLiteral("%1-%2").arg(name).arg(times);
}

void giveJobs(SeededRandom &random, Cluster &cluster, qint64 age)
{
    const double days = static_cast<double>(age) / DayMs;
    cluster.cpuHours = std::round(days * cluster.nodes * random.fraction() * 900) / 10;
    cluster.memoryHours = std::round(cluster.cpuHours * 40) / 10;
    cluster.finishedJobs = static_cast<int>(days * random.fraction() * 6);
    cluster.stoppedJobs = random.below(cluster.finishedJobs / 8 + 1);
    cluster.deletedJobs = random.below(cluster.finishedJobs / 12 + 1);
    // Most old clusters are idle, so that there is something to clean up.
    const bool works = cluster.status == u"active" && random.chance(days > 90 ? 0.15 : 0.55);
    if (!works)
        return;
    cluster.runningJobs = random.between(1, cluster.nodes * 2);
    cluster.pendingJobs = random.chance(0.5) ? random.between(1, 24) : 0;
}

Cluster seededCluster(SeededRandom &random, const WorldOptions &options, qint64 age,
                      const std::vector<Volume> &volumes)
{
    static constexpr int Sizes[] = {1, 1, 2, 2, 3, 4, 4, 6, 8, 8, 12, 16, 24, 32, 64};
    Cluster cluster;
    cluster.type = random.chance(0.12) ? QStringLiteral("hpc") : QStringLiteral("ehpc");
    cluster.appId = QStringLiteral("cl-") + random.idText(8);
    cluster.status = QStringLiteral("active");
    cluster.description = clusterDescription(random);
    cluster.owner = options.owner;
    cluster.runUser = options.owner;
    const Volume &volume = random.pick(volumes);
    cluster.nasId = volume.nasId;
    cluster.mountPoint = volume.mountPoint;
    cluster.billing =
        random.chance(0.2) ? QStringLiteral("Reserved") : QStringLiteral("PayForUsed");
    cluster.scheduler = random.chance(0.85) ? QStringLiteral("slurm") : QStringLiteral("pbs");
    cluster.created = options.startedAt - age;
    cluster.nodes = random.pick(Sizes);
    cluster.software = clusterSoftware(random);
    cluster.seed = random.next();
    return cluster;
}

/// Sets states and owners. The newest three clusters stay active and owned by the user.
void giveStates(SeededRandom &random, std::vector<Cluster> &clusters)
{
    const int count = static_cast<int>(clusters.size());
    std::vector<std::size_t> order(clusters.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    const std::size_t making = static_cast<std::size_t>(beingMade(count));
    for (std::size_t i = NewlyMade; i < NewlyMade + making; ++i) {
        clusters[i].status = QStringLiteral("pending");
        clusters[i].transition = QStringLiteral("creating");
        clusters[i].description = QStringLiteral(" ");
    }
    const std::size_t plain = std::min(NewlyMade + making + 3, clusters.size());
    for (std::size_t i = order.size(); i > plain + 1; --i)
        std::swap(
            order[i - 1],
            order[plain + static_cast<std::size_t>(random.below(static_cast<int>(i - plain)))]);

    std::size_t next = plain;
    const auto give = [&](int percent, const auto &change) {
        for (int left = count * percent / 100; left > 0 && next < order.size(); --left)
            change(clusters[order[next++]]);
    };
    give(7, [&](Cluster &cluster) {
        cluster.owner = random.pick(colleagues());
        cluster.runUser = cluster.owner;
        cluster.shared = true;
        cluster.projectRole = QStringLiteral("member");
    });
    give(5, [](Cluster &cluster) { cluster.status = QStringLiteral("suspended"); });
    give(3, [](Cluster &cluster) { cluster.transition = QStringLiteral("resizing"); });
    give(8, [](Cluster &cluster) { cluster.shared = true; });
    give(29, [](Cluster &cluster) { cluster.status = QStringLiteral("stopped"); });
}

/// Replaces generated clusters by the given ones, the newest first.
void takeOver(SeededRandom &random, const WorldOptions &options, std::vector<Cluster> &clusters)
{
    if (options.given.empty())
        return;
    for (std::size_t i = 0; i < std::min(clusters.size(), options.given.size()); ++i) {
        const Cluster made = clusters[i];
        Cluster &cluster = clusters[i] = options.given[i];
        cluster.appId = made.appId;
        cluster.description = QStringLiteral(" ");
        const bool foreign = cluster.projectRole == u"member";
        cluster.owner = foreign ? random.pick(colleagues()) : options.owner;
        cluster.runUser = cluster.owner;
        cluster.nasId = made.nasId;
        cluster.mountPoint = made.mountPoint;
        cluster.scheduler = made.scheduler;
        cluster.seed = made.seed;
        if (cluster.created == 0)
            cluster.created = made.created;
    }
    std::stable_sort(clusters.begin(), clusters.end(),
                     [](const Cluster &a, const Cluster &b) { return a.created > b.created; });
}

void giveIdentities(SeededRandom &random, std::vector<Cluster> &clusters)
{
    QSet<QString> ids;
    QHash<QString, int> names;
    for (Cluster &cluster : clusters) {
        const auto prefix =
            cluster.type == u"hpc" ? QStringLiteral("hpc-") : QStringLiteral("ehpc-");
        cluster.id = uniqueId(random, prefix, ids);
        if (cluster.name.isEmpty())
            cluster.name = uniqueName(random, names);
        cluster.nasPath = QLatin1Char('/') + cluster.id;
        cluster.nasSharedPath = cluster.shared ? QStringLiteral("/shared") : QString();
    }
}

/// Makes the newest clusters very large, very small and empty.
void makeExtremes(std::vector<Cluster> &clusters)
{
    struct Size {
        int nodes, pending, running, finished;
    };
    static constexpr Size Sizes[] = {{500, 700, 300, 4000}, {1, 0, 1, 0}, {0, 0, 0, 0}};
    for (std::size_t i = 0; i < std::min(clusters.size(), std::size(Sizes)); ++i) {
        clusters[i].nodes = Sizes[i].nodes;
        clusters[i].pendingJobs = Sizes[i].pending;
        clusters[i].runningJobs = Sizes[i].running;
        clusters[i].finishedJobs = Sizes[i].finished;
        if (Sizes[i].nodes == 0)
            clusters[i].software.clear();
    }
}

Operation pastOperation(SeededRandom &random, const Cluster &cluster, qint64 age)
{
    Operation operation;
    operation.jobId = QStringLiteral("j-") + random.idText(10);
    operation.action = random.chance(0.6) ? QStringLiteral("HpcClusterStartCluster")
                                          : QStringLiteral("HpcClusterStopCluster");
    operation.description = operation.action.endsWith(u"StartCluster")
                                ? QStringLiteral("Start cluster")
                                : QStringLiteral("Stop cluster");
    operation.status = random.chance(0.1) ? QStringLiteral("failed") : QStringLiteral("successful");
    if (operation.status == u"failed")
        operation.errorCodes = QStringLiteral("5000");
    operation.resourceIds = {cluster.id};
    operation.owner = cluster.owner;
    operation.submitter = random.chance(0.3) ? random.pick(colleagues()) : cluster.owner;
    operation.created = cluster.created + age;
    operation.ends = operation.created + random.between(40, 240) * 1000LL;
    operation.changed = operation.ends;
    return operation;
}

Operation runningOperation(SeededRandom &random, const Cluster &cluster, qint64 now)
{
    Operation operation;
    operation.jobId = QStringLiteral("j-") + random.idText(10);
    const bool creates = cluster.status == u"pending";
    operation.action = creates ? QStringLiteral("HpcClusterCreateCluster")
                               : QStringLiteral("HpcClusterResizeCluster");
    operation.description =
        creates ? QStringLiteral("Create cluster") : QStringLiteral("Resize cluster");
    operation.status = QStringLiteral("pending");
    operation.resourceIds = {cluster.id};
    operation.owner = cluster.owner;
    operation.submitter = cluster.owner;
    operation.created = creates ? cluster.created : now - random.between(1, 9) * MinuteMs;
    operation.changed = operation.created;
    // Longer than any demonstration, so that a cluster in transition is always shown.
    operation.ends = now + random.between(60, 180) * MinuteMs;
    return operation;
}

} // namespace

std::vector<Cluster> seededClusters(const WorldOptions &options)
{
    SeededRandom random(options.seed);
    const std::vector<qint64> ages = seededAges(random, options.clusters);
    const std::vector<Volume> volumes = seededVolumes(random, options.clusters);
    std::vector<Cluster> clusters;
    clusters.reserve(ages.size());
    for (const qint64 age : ages)
        clusters.push_back(seededCluster(random, options, age, volumes));
    giveStates(random, clusters);
    takeOver(random, options, clusters);
    giveIdentities(random, clusters);
    for (std::size_t i = 0; options.given.empty() && i < clusters.size(); ++i) {
        if (clusters[i].status != u"pending")
            giveJobs(random, clusters[i], ages[i]);
    }
    if (options.extremes)
        makeExtremes(clusters);
    return clusters;
}

std::vector<Operation> seededOperations(const WorldOptions &options,
                                        const std::vector<Cluster> &clusters)
{
    SeededRandom random(options.seed ^ 0x686973746F727900ULL);
    std::vector<Operation> operations;
    for (int left = std::min<int>(24, static_cast<int>(clusters.size()) / 2); left > 0; --left) {
        const Cluster &cluster = random.pick(clusters);
        const qint64 life = options.startedAt - cluster.created;
        const qint64 age =
            static_cast<qint64>(static_cast<double>(life - HourMs) * random.fraction());
        if (cluster.transition.isEmpty() && life > 2 * HourMs)
            operations.push_back(pastOperation(random, cluster, age));
    }
    for (const Cluster &cluster : clusters) {
        if (!cluster.transition.isEmpty())
            operations.push_back(runningOperation(random, cluster, options.startedAt));
    }
    std::stable_sort(operations.begin(), operations.end(),
                     [](const Operation &a, const Operation &b) { return a.created < b.created; });
    return operations;
}

} // namespace clusterdeck::demo

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/world.h"

#include "app/demo/worldseed.h"

#include <algorithm>

namespace clusterdeck::demo
{

namespace
{

bool matches(const QString &wanted, const QString &value)
{
    return wanted.isEmpty() || wanted == value;
}

bool matches(const QStringList &wanted, const QStringList &values)
{
    return wanted.isEmpty() || std::any_of(values.begin(), values.end(), [&](const QString &value) {
               return wanted.contains(value);
           });
}

bool matches(const ClusterQuery &query, const QString &keyOwner, const Cluster &cluster)
{
    const bool visible = query.owner.isEmpty() || cluster.owner == query.owner ||
                         (query.owner == keyOwner && cluster.shared);
    return visible && matches(query.id, cluster.id) && matches(query.type, cluster.type) &&
           matches(query.status, cluster.status) && matches(query.runUser, cluster.runUser) &&
           matches(query.sharedStatus,
                   cluster.shared ? QStringLiteral("shared") : QStringLiteral("unshared")) &&
           (query.searchWord.isEmpty() ||
            cluster.name.contains(query.searchWord, Qt::CaseInsensitive) ||
            cluster.id.contains(query.searchWord, Qt::CaseInsensitive));
}

bool matches(const OperationQuery &query, const Operation &operation)
{
    const qint64 second = operation.created / 1000; // the log shows whole seconds
    return matches(query.jobIds, {operation.jobId}) &&
           matches(query.resourceIds, operation.resourceIds) &&
           matches(query.action, operation.action) && matches(query.status, operation.status) &&
           matches(query.owner, operation.owner) && (!query.from || second >= *query.from) &&
           (!query.to || second <= *query.to);
}

/// Whether `a` comes before `b` in ascending order of `key`; always false for an unknown key.
bool lessBy(const QString &key, const Cluster &a, const Cluster &b)
{
    if (key == u"cluster_name")
        return a.name < b.name;
    if (key == u"cluster_id")
        return a.id < b.id;
    if (key == u"cluster_status" || key == u"status")
        return a.status < b.status;
    if (key == u"cluster_type")
        return a.type < b.type;
    if (key == u"total_node_count")
        return a.nodes < b.nodes;
    if (key == u"cpu_hours")
        return a.cpuHours < b.cpuHours;
    return key == u"create_time" && a.created < b.created;
}

bool lessBy(const QString &key, const Operation &a, const Operation &b)
{
    if (key == u"status")
        return a.status < b.status;
    if (key == u"job_action")
        return a.action < b.action;
    if (key == u"status_time")
        return a.changed < b.changed;
    return key == u"create_time" && a.created < b.created;
}

/// One page of `found`, which is newest first.
template <class Row>
Page<Row> paged(std::vector<const Row *> found, const Paging &paging)
{
    const bool descending = paging.reverse.value_or(paging.sortKey.isEmpty());
    if (!paging.sortKey.isEmpty()) {
        std::stable_sort(found.begin(), found.end(), [&](const Row *a, const Row *b) {
            return descending ? lessBy(paging.sortKey, *b, *a) : lessBy(paging.sortKey, *a, *b);
        });
    } else if (!descending) {
        std::reverse(found.begin(), found.end());
    }
    Page<Row> page;
    page.total = static_cast<int>(found.size());
    const int end = std::min<qint64>(page.total, qint64(paging.offset) + paging.limit);
    for (int i = paging.offset; i < end; ++i)
        page.rows.append(*found[static_cast<std::size_t>(i)]);
    return page;
}

struct ChangeWords {
    QString action;
    QString description;
    QString transition;
    QString from; ///< the required status; empty: any but pending
    QString to;   ///< the resulting status; empty: deleted
};

ChangeWords wordsOf(Change change)
{
    switch (change) {
    case Change::Stop:
        return {QStringLiteral("HpcClusterStopCluster"), QStringLiteral("Stop cluster"),
                QStringLiteral("stopping"), QStringLiteral("active"), QStringLiteral("stopped")};
    case Change::Start:
        return {QStringLiteral("HpcClusterStartCluster"), QStringLiteral("Start cluster"),
                QStringLiteral("starting"), QStringLiteral("stopped"), QStringLiteral("active")};
    case Change::Delete:
        break;
    }
    return {QStringLiteral("HpcClusterDeleteCluster"), QStringLiteral("Delete cluster"),
            QStringLiteral("deleting"), QString(), QString()};
}

} // namespace

World::World(const WorldOptions &options)
    : m_options(options)
    , m_random(options.seed ^ 0x6F7065726174696FULL)
    , m_now(options.startedAt)
    , m_clusters(seededClusters(options))
    , m_operations(seededOperations(options, m_clusters))
{
    m_indexes.reserve(static_cast<qsizetype>(m_clusters.size()));
    for (std::size_t i = 0; i < m_clusters.size(); ++i)
        m_indexes.insert(m_clusters[i].id, i);
    for (std::size_t i = 0; i < m_operations.size(); ++i) {
        if (m_operations[i].status == u"pending")
            m_pending.push_back(i);
    }
}

void World::advance(qint64 now)
{
    m_now = std::max(m_now, now);
    const auto due = std::stable_partition(m_pending.begin(), m_pending.end(), [&](std::size_t i) {
        return m_operations[i].ends > m_now;
    });
    for (auto it = due; it != m_pending.end(); ++it)
        finish(m_operations[*it]);
    m_pending.erase(due, m_pending.end());
}

void World::finish(Operation &operation)
{
    operation.status = QStringLiteral("successful");
    operation.changed = operation.ends;
    for (const QString &id : std::as_const(operation.resourceIds)) {
        Cluster *cluster = find(id);
        if (!cluster)
            continue;
        cluster->transition.clear();
        if (operation.action == wordsOf(Change::Delete).action) {
            cluster->gone = true;
        } else if (operation.action == wordsOf(Change::Stop).action) {
            cluster->status = wordsOf(Change::Stop).to;
            cluster->stoppedJobs += cluster->runningJobs;
            cluster->runningJobs = 0;
        } else if (operation.action == wordsOf(Change::Start).action) {
            cluster->status = wordsOf(Change::Start).to;
        }
    }
}

Page<Cluster> World::clusters(const ClusterQuery &query) const
{
    std::vector<const Cluster *> found;
    for (const Cluster &cluster : m_clusters) {
        if (!cluster.gone && matches(query, m_options.owner, cluster))
            found.push_back(&cluster);
    }
    return paged(std::move(found), query.paging);
}

Page<Operation> World::operations(const OperationQuery &query) const
{
    std::vector<const Operation *> found;
    for (const Operation &operation : m_operations) {
        if (matches(query, operation))
            found.push_back(&operation);
    }
    std::reverse(found.begin(), found.end());
    return paged(std::move(found), query.paging);
}

const Cluster *World::cluster(const QString &id) const
{
    const auto index = m_indexes.constFind(id);
    if (index == m_indexes.cend() || m_clusters[*index].gone)
        return nullptr;
    return &m_clusters[*index];
}

Cluster *World::find(const QString &id)
{
    return const_cast<Cluster *>(std::as_const(*this).cluster(id));
}

std::optional<Refusal> World::forbids(Change change, const QString &id) const
{
    const Cluster *cluster = this->cluster(id);
    if (!cluster)
        return Refusal{2100, QStringLiteral("ResourceNotFound, resource [%1] not found").arg(id)};
    if (cluster->owner != m_options.owner)
        return Refusal{
            1400,
            QStringLiteral("PermissionDenied, resource [%1] belongs to another user").arg(id)};
    if (!cluster->transition.isEmpty() || cluster->status == u"pending")
        return Refusal{1400, QStringLiteral("PermissionDenied, resource [%1] is busy: [%2]")
                                 .arg(id, cluster->transition.isEmpty() ? cluster->status
                                                                        : cluster->transition)};
    const QString needed = wordsOf(change).from;
    if (!needed.isEmpty() && cluster->status != needed)
        return Refusal{1400, QStringLiteral("PermissionDenied, resource [%1] is [%2], not [%3]")
                                 .arg(id, cluster->status, needed)};
    return std::nullopt;
}

Verdict World::apply(Change change, const QStringList &ids)
{
    QStringList targets = ids;
    targets.removeDuplicates();
    for (const QString &id : std::as_const(targets)) {
        if (const auto refusal = forbids(change, id))
            return {{}, refusal};
    }
    const ChangeWords words = wordsOf(change);
    for (const QString &id : std::as_const(targets))
        find(id)->transition = words.transition;

    Operation operation;
    operation.jobId = QStringLiteral("j-") + m_random.idText(10);
    operation.action = words.action;
    operation.description = words.description;
    operation.status = QStringLiteral("pending");
    operation.resourceIds = targets;
    operation.owner = m_options.owner;
    operation.submitter = m_options.owner;
    operation.created = m_now;
    operation.changed = m_now;
    const double seconds = m_options.jobSeconds * (0.6 + m_random.fraction());
    operation.ends = m_now + static_cast<qint64>(seconds * 1000);
    m_pending.push_back(m_operations.size());
    m_operations.push_back(operation);
    return {operation.jobId, std::nullopt};
}

std::optional<Refusal> World::modify(const QString &id, std::optional<QString> name,
                                     std::optional<QString> description)
{
    // Renaming has the same conditions as deleting: own cluster, not in transition.
    if (auto refusal = forbids(Change::Delete, id))
        return refusal;
    Cluster *cluster = find(id);
    if (name)
        cluster->name = *name;
    if (description)
        cluster->description = description->isEmpty() ? QStringLiteral(" ") : *description;
    return std::nullopt;
}

} // namespace clusterdeck::demo

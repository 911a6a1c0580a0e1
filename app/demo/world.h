// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/gatekeeper.h"
#include "app/demo/seededrandom.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace clusterdeck::demo
{

struct Software {
    QString id; ///< hpcsw-…
    QString name;
    QString version;
    QString description;
};

/// One cluster of the demo cloud. Times are UTC, in milliseconds since 1970.
struct Cluster {
    QString id;    ///< hpc-… or ehpc-…
    QString appId; ///< cl-…
    QString name;
    QString type;       ///< hpc, ehpc
    QString status;     ///< pending, active, stopped, suspended
    QString transition; ///< empty, or deleting, stopping, …
    QString description;
    QString owner;
    QString runUser;
    QString nasId;
    QString mountPoint;
    QString nasPath;
    QString nasSharedPath;
    QString billing; ///< PayForUsed, Reserved
    QString scheduler;
    bool shared = false;                           ///< with the members of a project
    QString projectRole = QStringLiteral("owner"); ///< of the key's user: owner, member
    qint64 created = 0;
    int nodes = 1;
    double cpuHours = 0;
    double memoryHours = 0;
    int pendingJobs = 0;
    int runningJobs = 0;
    int finishedJobs = 0;
    int stoppedJobs = 0;
    int deletedJobs = 0;
    QList<Software> software;
    quint64 seed = 0;  ///< of its nodes, jobs and users
    bool gone = false; ///< deleted: no longer listed
};

/// One entry of the operation log.
struct Operation {
    QString jobId;  ///< j-…
    QString action; ///< HpcClusterDeleteCluster and the like
    QString description;
    QString status; ///< pending, successful, failed
    QStringList resourceIds;
    QString owner;
    QString submitter;
    QString errorCodes;
    qint64 created = 0;
    qint64 changed = 0; ///< time of its status
    qint64 ends = 0;    ///< of a pending operation: when it will end
};

template <class Row>
struct Page {
    QList<Row> rows;
    int total = 0; ///< matching rows on all pages
};

/// The common parameters of the list calls. Newest first by default.
struct Paging {
    int limit = 10;
    int offset = 0;
    QString sortKey;
    std::optional<bool> reverse; ///< true: descending
};

/// The filters of the cluster list; an empty text means no filter.
struct ClusterQuery {
    /// The clusters of this user; for the user of the key also shared ones.
    QString owner;
    QString id;
    QString type;
    QString status;
    QString runUser;
    QString searchWord; ///< in name or id, ignoring case
    QString sharedStatus;
    Paging paging;
};

/// The filters of the operation log; an empty value means no filter. Times in seconds since 1970.
struct OperationQuery {
    QStringList jobIds;
    QStringList resourceIds;
    QString action;
    QString status;
    QString owner;
    std::optional<qint64> from; ///< included
    std::optional<qint64> to;   ///< included
    Paging paging;
};

enum class Change { Delete, Stop, Start };

/// The result of a change: a job id, or a refusal.
struct Verdict {
    QString jobId;
    std::optional<Refusal> refusal;
};

struct WorldOptions {
    int clusters = 60; ///< 1 … 100,000
    quint64 seed = 1;
    double jobSeconds = 6; ///< an operation takes 0.6 to 1.6 times as long
    QString owner;         ///< the user of the keys
    qint64 startedAt = 0;  ///< all times of the world are relative to it
    bool extremes = false; ///< see ServiceOptions; does not change the rest of the world
    /// Not empty: the clusters; see ServiceOptions. `created` 0 and an empty name are replaced by
    /// invented ones.
    std::vector<Cluster> given = {};
};

/// The clusters and operations of the demo cloud. Has no clock: time changes only by advance(). The
/// same options and the same calls give the same world.
class World
{
public:
    explicit World(const WorldOptions &options);

    /// Ends the operations that are due at `now`. A deleted cluster leaves the list at the moment
    /// when its operation becomes successful. Time never goes back.
    void advance(qint64 now);

    [[nodiscard]] Page<Cluster> clusters(const ClusterQuery &query) const;
    [[nodiscard]] Page<Operation> operations(const OperationQuery &query) const;
    /// Null when the cluster does not exist or was deleted. Valid as long as the world.
    [[nodiscard]] const Cluster *cluster(const QString &id) const;

    /// Starts one operation for all of `ids`, or refuses all: 2100 for a missing cluster, 1400 for
    /// a cluster of another user, in transition, or in a wrong state.
    [[nodiscard]] Verdict apply(Change change, const QStringList &ids);

    /// Changes the name, the description, or both. Refuses as apply(Change::Delete) does.
    [[nodiscard]] std::optional<Refusal> modify(const QString &id, std::optional<QString> name,
                                                std::optional<QString> description);

private:
    [[nodiscard]] Cluster *find(const QString &id);
    [[nodiscard]] std::optional<Refusal> forbids(Change change, const QString &id) const;
    void finish(Operation &operation);

    WorldOptions m_options;
    SeededRandom m_random;
    qint64 m_now;
    std::vector<Cluster> m_clusters; ///< newest first
    QHash<QString, std::size_t> m_indexes;
    std::vector<Operation> m_operations; ///< oldest first
    std::vector<std::size_t> m_pending;  ///< indexes into m_operations
};

} // namespace clusterdeck::demo

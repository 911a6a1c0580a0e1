// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/signature.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <initializer_list>
#include <optional>
#include <variant>

class QJsonObject;

namespace clusterdeck
{

/// The published states of app/api/README.md §8, and one for every text that is not published.
enum class ClusterState {
    Pending,
    Active,
    Stopped,
    Suspended,
    Unknown,
    Deleted, ///< listed for a while after its deletion: deleted, ceased or terminated
};

/// One cluster as the list call tells it (app/api/README.md §5). A text that was missing is empty,
/// a number that was missing or unreadable is not there: unknown, never 0.
struct ClusterRecord {
    QString id;         ///< hpc-… or ehpc-…; never empty
    QString name;       ///< as typed by its owner: plain text only
    QString status;     ///< raw: pending, active, stopped, suspended, or anything unpublished
    QString transition; ///< raw; non-empty while an operation runs
    QString type;       ///< hpc or ehpc
    QString description;
    QString owner; ///< usr-…
    QString runUser;
    QString appClusterId; ///< cl-…
    QString nasId;
    QString mountPoint;
    QString nasPath;
    QString nasSharedPath;
    QString billing; ///< raw: PayForUsed or Reserved
    QString scheduler;
    QString sharedStatus;
    QString projectRole;
    QString createdText; ///< as it came, for when `created` could not be read
    QDateTime created;   ///< UTC; invalid when unknown
    std::optional<int> nodes;
    std::optional<int> pendingJobs;
    std::optional<int> runningJobs;
    std::optional<int> finishedJobs;
    std::optional<int> stoppedJobs;
    std::optional<int> deletedJobs;
    std::optional<double> cpuHours;
    std::optional<double> memoryHours;
    QStringList software; ///< "name version"

    [[nodiscard]] const QString &key() const { return id; }
    bool operator==(const ClusterRecord &) const = default;
};

/// One line of the provider's operation log (app/api/README.md §6).
struct OperationRecord {
    QString jobId;       ///< j-…; never empty
    QString action;      ///< HpcClusterDeleteCluster and the like
    QString description; ///< action_describe: the provider's words
    QString status;      ///< raw; see progressOf()
    QString owner;
    QString submitter;
    QString errorCodes;
    QStringList resourceIds;
    QDateTime created; ///< UTC; invalid when unknown
    QDateTime changed; ///< status_time: UTC; invalid when unknown

    [[nodiscard]] const QString &key() const { return jobId; }
    bool operator==(const OperationRecord &) const = default;
};

enum class OperationProgress { Running, Successful, Failed };

/// `pending`, `working` and anything unknown count as running.
[[nodiscard]] OperationProgress progressOf(const OperationRecord &operation);

// What the cloud tells about one cluster's inside (app/api/README.md §5). As in ClusterRecord a
// text that was missing is empty, and a number that was missing or unreadable is not there.

/// One machine of a cluster. Its `env`, which holds a password, is not read at all.
struct NodeRecord {
    QString id; ///< cln-…
    QString name;
    QString role;   ///< raw: controller, login, compute
    QString status; ///< raw
    QString transition;
    QString health; ///< raw
    QString privateIp;
    QString publicIp;
    QString cpuModel;
    QString createdText; ///< as it came
    QDateTime created;   ///< UTC; invalid when unknown
    std::optional<int> cpu;
    std::optional<int> memoryMb;
    std::optional<int> gpu;

    /// What names it among the others; never empty.
    [[nodiscard]] const QString &key() const { return id.isEmpty() ? name : id; }
    bool operator==(const NodeRecord &) const = default;
};

/// One job of a cluster's scheduler. Its times come without a zone: which one they are in is not
/// known, so they stay texts.
struct SchedulerJobRecord {
    QString uuid; ///< hpcjob-…
    QString id;   ///< the scheduler's own number
    QString name;
    QString status; ///< raw
    QString queue;
    QString runUser;
    QString submitted;
    QString started;
    QString ended;

    [[nodiscard]] const QString &key() const { return uuid.isEmpty() ? id : uuid; }
    bool operator==(const SchedulerJobRecord &) const = default;
};

/// Somebody who can log in to a cluster.
struct LoginRecord {
    QString id;
    QString name;
    QString role; ///< raw

    [[nodiscard]] const QString &key() const { return id.isEmpty() ? name : id; }
    bool operator==(const LoginRecord &) const = default;
};

/// A piece of software that the cloud offers, or that a cluster has.
struct SoftwareRecord {
    QString id; ///< hpcsw-…
    QString name;
    QString version;
    QString description;

    [[nodiscard]] const QString &key() const { return id.isEmpty() ? name : id; }
    bool operator==(const SoftwareRecord &) const = default;
};

/// One page of a list, as its read call answers.
template <class Record>
struct Page {
    QList<Record> records;    ///< each with a key(); a row that has none is counted and left out
    std::optional<int> total; ///< total_count
    int rows = 0;             ///< rows the server sent, readable or not
};

using AnyPage = std::variant<Page<ClusterRecord>, Page<OperationRecord>, Page<NodeRecord>,
                             Page<SchedulerJobRecord>, Page<LoginRecord>, Page<SoftwareRecord>>;

/// Every call that reads a list; see specOf().
enum class Read { Clusters, Operations, Nodes, SchedulerJobs, Logins, Software };
inline constexpr int ReadCount = 6;

/// What is known of a read call on the wire (app/api/README.md §5 and §6).
struct ReadSpec {
    const char *path;
    std::initializer_list<QLatin1String> lists; ///< the names under which the rows may come
    QLatin1String id;                           ///< a row has it; see answer::rowsOf()
    AnyPage (*pageOf)(const ReadSpec &spec, const QJsonObject &answer);
    bool sendsOwner = false;
};
[[nodiscard]] const ReadSpec &specOf(Read read);

/// A read call with its own parameters. Zone, limit, offset and owner are the client's.
struct ReadCall {
    Read read;
    Parameters parameters;
};

/// The same, knowing what it lists.
template <class Record>
struct PageCall : ReadCall {
};

namespace reads
{

[[nodiscard]] PageCall<ClusterRecord> clusters();
/// The whole log, the newest first.
[[nodiscard]] PageCall<OperationRecord> operations();
/// Only those about a cluster. A server may not know the filter.
[[nodiscard]] PageCall<OperationRecord> operationsAbout(const QString &clusterId);
/// Only this one: how several ids are separated is not documented.
[[nodiscard]] PageCall<OperationRecord> operation(const QString &jobId);
// What is inside one cluster. One that does not exist answers 2100.
[[nodiscard]] PageCall<NodeRecord> nodes(const QString &clusterId);
[[nodiscard]] PageCall<SchedulerJobRecord> schedulerJobs(const QString &clusterId);
[[nodiscard]] PageCall<LoginRecord> logins(const QString &clusterId);
/// What the cloud offers, whichever cluster has it.
[[nodiscard]] PageCall<SoftwareRecord> software();

} // namespace reads

/// The answer to delete, start and stop: a job was made, nothing more.
struct Accepted {
    QString jobId;      ///< empty when the answer held none
    bool oneJob = true; ///< false: there were more, and which of them is whose is not known
};

} // namespace clusterdeck

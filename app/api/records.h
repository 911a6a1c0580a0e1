// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/signature.h"
#include "app/support/enumcount.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <array>
#include <initializer_list>
#include <optional>
#include <variant>

class QJsonObject;

namespace clusterdeck
{

/// The published states of app/api/README.md §8; Unknown stands for every other text.
enum class ClusterState {
    Pending,
    Active,
    Stopped,
    Suspended,
    Unknown,
    Deleted, ///< still listed for a while after deletion: deleted, ceased or terminated
};

/// One cluster from the list call (app/api/README.md §5). A missing text is null, and a text that
/// the cloud sent empty is empty but not null; a missing or unreadable number is std::nullopt,
/// never 0.
struct ClusterRecord {
    QString id;         ///< hpc-… or ehpc-…; never empty
    QString name;       ///< as typed by the owner: show it as plain text only
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
    QString createdText; ///< unchanged, for when `created` cannot be read
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

// What one cluster contains (app/api/README.md §5). As in ClusterRecord, a missing text is empty,
// and a missing or unreadable number is std::nullopt.

/// One machine of a cluster. The field `env` holds a password and is not read.
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
    QString createdText; ///< unchanged
    QDateTime created;   ///< UTC; invalid when unknown
    std::optional<int> cpu;
    std::optional<int> memoryMb;
    std::optional<int> gpu;

    /// Identifies the record within its list; never empty.
    [[nodiscard]] const QString &key() const { return id.isEmpty() ? name : id; }
    bool operator==(const NodeRecord &) const = default;
};

/// One job of a cluster's scheduler. Its times come without a time zone, so they stay texts.
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

/// A user who can log in to a cluster.
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

/// A field of the details of a cluster, for reading answers and for exports.
template <class Record>
struct RecordField {
    std::variant<QString Record::*, std::optional<int> Record::*> member;
    const char *name;             ///< in an answer and in exports: never changes
    const char *otherName = name; ///< in an answer with another spelling
};

/// The fields of a record, in any order. A field that is not listed here is not read.
/// NodeRecord::created is made from createdText.
template <class Record>
inline constexpr bool RecordFields = false;
template <>
inline constexpr auto RecordFields<NodeRecord> = std::to_array<RecordField<NodeRecord>>({
    {&NodeRecord::id, "node_id"},
    {&NodeRecord::name, "name", "node_name"},
    {&NodeRecord::role, "role", "node_role"},
    {&NodeRecord::status, "status"},
    {&NodeRecord::transition, "transition_status"},
    {&NodeRecord::health, "health_status"},
    {&NodeRecord::privateIp, "private_ip"},
    {&NodeRecord::publicIp, "eip"},
    {&NodeRecord::cpuModel, "cpu_model"},
    {&NodeRecord::createdText, "create_time"},
    {&NodeRecord::cpu, "cpu"},
    {&NodeRecord::memoryMb, "memory"},
    {&NodeRecord::gpu, "gpu"},
});
template <>
inline constexpr auto
    RecordFields<SchedulerJobRecord> = std::to_array<RecordField<SchedulerJobRecord>>({
        {&SchedulerJobRecord::uuid, "hpcjob_uuid"},
        {&SchedulerJobRecord::id, "job_id"},
        {&SchedulerJobRecord::name, "job_name"},
        {&SchedulerJobRecord::status, "job_status", "status"},
        {&SchedulerJobRecord::queue, "queue_name"},
        {&SchedulerJobRecord::runUser, "run_user"},
        {&SchedulerJobRecord::submitted, "submit_time", "create_time"},
        {&SchedulerJobRecord::started, "start_time"},
        {&SchedulerJobRecord::ended, "end_time"},
    });
template <>
inline constexpr auto RecordFields<LoginRecord> = std::to_array<RecordField<LoginRecord>>({
    {&LoginRecord::id, "user_id"},
    {&LoginRecord::name, "username", "user_name"},
    {&LoginRecord::role, "role"},
});
template <>
inline constexpr auto RecordFields<SoftwareRecord> = std::to_array<RecordField<SoftwareRecord>>({
    {&SoftwareRecord::id, "hpcsw_id"},
    {&SoftwareRecord::name, "sw_name"},
    {&SoftwareRecord::version, "sw_ver", "sw_version"},
    {&SoftwareRecord::description, "description"},
});

/// One page of a list, read from the answer to a read call.
template <class Record>
struct Page {
    QList<Record> records;    ///< a row without a key() is counted and left out
    std::optional<int> total; ///< total_count; std::nullopt when it is missing or unreadable
    int rows = 0;             ///< rows in the answer, readable or not
};

using AnyPage = std::variant<Page<ClusterRecord>, Page<OperationRecord>, Page<NodeRecord>,
                             Page<SchedulerJobRecord>, Page<LoginRecord>, Page<SoftwareRecord>>;

/// Every call that reads a list; see specOf().
enum class Read { Clusters, Operations, Nodes, SchedulerJobs, Logins, Software };
inline constexpr int ReadCount = int(enumCount<Read>());

/// The request and answer of a read call (app/api/README.md §5 and §6).
struct ReadSpec {
    Read read;
    const char *path;
    std::initializer_list<QLatin1String> lists; ///< the names that the list of rows may have
    QLatin1String id; ///< a field that every row has; see answer::rowsOf()
    AnyPage (*pageOf)(const ReadSpec &spec, const QJsonObject &answer);
    bool sendsOwner = false;
};
[[nodiscard]] const ReadSpec &specOf(Read read);

/// A read call with its own parameters. The client adds zone, limit, offset and owner.
struct ReadCall {
    Read read;
    Parameters parameters;
};

/// A read call with the type of its records.
template <class Record>
struct PageCall : ReadCall {
};

namespace reads
{

[[nodiscard]] PageCall<ClusterRecord> clusters();
/// Only this cluster; the id must match exactly. A server may ignore the filter.
[[nodiscard]] PageCall<ClusterRecord> cluster(const QString &clusterId);
/// The whole log, the newest first.
[[nodiscard]] PageCall<OperationRecord> operations();
/// Only operations on a cluster. A server may ignore the filter.
[[nodiscard]] PageCall<OperationRecord> operationsAbout(const QString &clusterId);
/// Only this operation: how several ids are separated is not documented.
[[nodiscard]] PageCall<OperationRecord> operation(const QString &jobId);
// What one cluster contains. ret_code 2100: the cluster does not exist.
[[nodiscard]] PageCall<NodeRecord> nodes(const QString &clusterId);
[[nodiscard]] PageCall<SchedulerJobRecord> schedulerJobs(const QString &clusterId);
[[nodiscard]] PageCall<LoginRecord> logins(const QString &clusterId);
/// All software that the cloud offers.
[[nodiscard]] PageCall<SoftwareRecord> software();

} // namespace reads

/// The answer to a successful write. After delete, start and stop: a job was created; nothing more
/// is proven.
struct Accepted {
    QString jobId; ///< empty when the answer has none, or a damaged one
    bool oneJob =
        true; ///< false: there are several jobs, and which cluster each belongs to is not known
};

/// New texts of a cluster, which can be empty. The cloud keeps what is not set.
struct ClusterChange {
    std::optional<QString> name = {};
    std::optional<QString> description = {};
};

} // namespace clusterdeck

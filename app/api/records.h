// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

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

    bool operator==(const ClusterRecord &) const = default;
};

struct ClusterPage {
    QList<ClusterRecord> clusters;
    std::optional<int> total; ///< total_count
    int rows = 0;             ///< rows the server sent, readable or not
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

    bool operator==(const OperationRecord &) const = default;
};

enum class OperationProgress { Running, Successful, Failed };

/// `pending`, `working` and anything unknown count as running.
[[nodiscard]] OperationProgress progressOf(const OperationRecord &operation);

struct OperationPage {
    QList<OperationRecord> operations;
    std::optional<int> total;
    int rows = 0;
};

/// The answer to delete, start and stop: a job was made, nothing more.
struct Accepted {
    QString jobId;      ///< empty when the answer held none
    bool oneJob = true; ///< false: there were more, and which of them is whose is not known
};

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace clusterdeck
{

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

template <class Record>
struct DetailPage {
    QList<Record> records;
    std::optional<int> total; ///< total_count
    int rows = 0;             ///< rows the server sent, readable or not
};

using NodePage = DetailPage<NodeRecord>;
using SchedulerJobPage = DetailPage<SchedulerJobRecord>;
using LoginPage = DetailPage<LoginRecord>;
using SoftwarePage = DetailPage<SoftwareRecord>;

} // namespace clusterdeck

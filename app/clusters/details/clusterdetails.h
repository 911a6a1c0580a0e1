// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/cloudapi.h"
#include "app/clusters/details/detailsection.h"
#include "app/clusters/table/clustermodel.h"
#include "app/support/clock.h"

#include <QObject>
#include <QSet>

#include <array>
#include <memory>

namespace clusterdeck
{

/// The details of one cluster, and their reading.
///
/// A section is read when it is visible, one page at a time, and not before Settle has passed since
/// the cluster was chosen, so that moving through the table reads nothing. Choosing another cluster
/// ends running reads. While few calls of the hour are left, see QuotaShares::keptFromDetails,
/// nothing is read, except with readAnyway().
class ClusterDetails : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds Settle{250};
    /// The most rows that are read of the software that the cloud offers. They only describe the
    /// software of a cluster.
    static constexpr int MostSoftware = 500;

    ClusterDetails(const ClusterModel &clusters, Clock &clock, QObject *parent = nullptr);

    /// Shows this cluster and reads through `api`, which outlives this object. Null: the account is
    /// not open, and nothing is read. Like clear() when the model does not have the cluster.
    void choose(const ClusterKey &key, CloudApi *api);
    /// Shows no cluster.
    void clear();

    /// The visible section; std::nullopt when none is visible.
    void see(std::optional<DetailSection> section);
    /// Reads a section again from its beginning. The old rows stay until the answer comes.
    void refresh(DetailSection section);
    /// Reads the next page, or the same page again if it failed.
    void readMore(DetailSection section);
    /// Reads a section that is Withheld.
    void readAnyway(DetailSection section);

    /// The cluster as last listed; std::nullopt when none was chosen.
    [[nodiscard]] const std::optional<Cluster> &cluster() const { return m_cluster; }
    /// The model no longer has the cluster, or a call answered 2100.
    [[nodiscard]] bool isGone() const { return !m_listed || m_denied; }

    [[nodiscard]] const SectionStatus &status(DetailSection section) const
    {
        return m_status.at(std::size_t(section));
    }
    [[nodiscard]] const QList<NodeRecord> &nodes() const { return m_nodes; }
    [[nodiscard]] const QList<SchedulerJobRecord> &jobs() const { return m_jobs; }
    [[nodiscard]] const QList<LoginRecord> &users() const { return m_users; }
    /// The software of the cluster, with the descriptions that the cloud offers, as far as they
    /// were read.
    [[nodiscard]] QList<SoftwareRecord> software() const;
    /// The operations on this cluster, and those that name no resource, in the provider's order:
    /// newest first.
    [[nodiscard]] const QList<OperationRecord> &operations() const { return m_operations; }
    /// When their first page was requested, UTC by the server's clock; invalid before.
    [[nodiscard]] QDateTime operationsUntil() const { return m_logUntil; }

signals:
    /// cluster() or isGone() has changed.
    void clusterChanged();
    /// The status or the rows of a section have changed.
    void sectionChanged(clusterdeck::DetailSection section);

private:
    enum class Quota { Respected, Ignored };
    void follow();
    void forget();
    void readSeen();
    void read(DetailSection section, int offset, Quota quota);
    void ask(DetailSection section, int offset, QObject *context);
    template <class Record>
    void ask(DetailSection section, int offset, QObject *context, const PageCall<Record> &call,
             QList<Record> &rows);
    template <class Record>
    void take(DetailSection section, int offset, QList<Record> &rows, const QList<Record> &page);
    void pageCame(DetailSection section, int offset, int rows, std::optional<int> total);
    void failed(DetailSection section, const ApiError &error);
    void setDenied(bool denied);
    void setStatus(DetailSection section, const SectionStatus &status);
    [[nodiscard]] bool isAbout(const OperationRecord &operation) const;
    template <class Record>
    [[nodiscard]] bool isAbout(const Record &) const
    {
        return true; // the call names the cluster
    }

    const ClusterModel &m_clusters;
    Clock &m_clock;
    CloudApi *m_api = nullptr;
    std::optional<Cluster> m_cluster;
    std::optional<DetailSection> m_seen;
    ClockTimer m_settling{m_clock};
    bool m_settled = false;
    bool m_listed = true;  ///< the model has the cluster
    bool m_denied = false; ///< a call answered 2100, and no later call was successful
    std::array<SectionStatus, DetailSectionCount> m_status;
    std::array<std::unique_ptr<QObject>, DetailSectionCount> m_reads; ///< the contexts of the calls
    std::array<QDateTime, DetailSectionCount> m_begun;
    std::array<QSet<QString>, DetailSectionCount> m_keys; ///< of the present rows
    QList<NodeRecord> m_nodes;
    QList<SchedulerJobRecord> m_jobs;
    QList<LoginRecord> m_users;
    QList<OperationRecord> m_operations;
    QDateTime m_logAsked; ///< by the server's clock
    QDateTime m_logUntil;
    QList<SoftwareRecord> m_offered; ///< read through m_offeredBy
    CloudApi *m_offeredBy = nullptr;
};

/// A cluster's software by the entries in its record, described by `offered`. Software that is not
/// offered has only a name, which includes the version.
[[nodiscard]] QList<SoftwareRecord> explained(const QStringList &software,
                                              const QList<SoftwareRecord> &offered);

} // namespace clusterdeck

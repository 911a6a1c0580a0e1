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

/// What is known about one cluster, and the reading of what is not.
///
/// A section is read when it is seen, a page at a time, and no sooner than Settle after the cluster
/// was chosen: whoever walks through a table reads nothing. Choosing another cluster gives up what
/// is on its way. While few calls of the hour are left nothing is read, see mayLook(), unless a
/// person insists.
class ClusterDetails : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds Settle{250};
    /// Of what the cloud offers no more is read; it only explains the software of a cluster.
    static constexpr int MostSoftware = 500;

    ClusterDetails(const ClusterModel &clusters, Clock &clock, QObject *parent = nullptr);

    /// Looks at this cluster through `api`, which outlives this; null: its account is not open, and
    /// nothing is read. At none when the model does not have it.
    void choose(const ClusterKey &key, CloudApi *api);
    /// Looks at none.
    void clear();

    /// The section that is in view; nothing when none is.
    void see(std::optional<DetailSection> section);
    /// Reads a section again from its beginning. What was read stays until the answer comes.
    void refresh(DetailSection section);
    /// The next page, or the same one again when it failed.
    void readMore(DetailSection section);
    /// What was withheld, all the same.
    void readAnyway(DetailSection section);

    /// As it was last listed; nothing when none was chosen.
    [[nodiscard]] const std::optional<Cluster> &cluster() const { return m_cluster; }
    /// A complete listing did not have it any more, or a call answered 2100.
    [[nodiscard]] bool isGone() const { return !m_listed || m_denied; }

    [[nodiscard]] const SectionStatus &status(DetailSection section) const
    {
        return m_status.at(std::size_t(section));
    }
    [[nodiscard]] const QList<NodeRecord> &nodes() const { return m_nodes; }
    [[nodiscard]] const QList<SchedulerJobRecord> &jobs() const { return m_jobs; }
    [[nodiscard]] const QList<LoginRecord> &users() const { return m_users; }
    /// The cluster's own, explained by what the cloud offers as far as that was read.
    [[nodiscard]] QList<SoftwareRecord> software() const;
    /// Newest first, as the provider tells them; only those about this cluster.
    [[nodiscard]] const QList<OperationRecord> &operations() const { return m_operations; }
    /// When their first page was asked for, UTC by the server's clock; invalid before.
    [[nodiscard]] QDateTime operationsUntil() const { return m_logUntil; }

signals:
    /// cluster() or isGone() has changed.
    void clusterChanged();
    /// The status of a section has changed, or what was read of it.
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
        return true; // of a call that names the cluster
    }

    const ClusterModel &m_clusters;
    Clock &m_clock;
    CloudApi *m_api = nullptr;
    std::optional<Cluster> m_cluster;
    std::optional<DetailSection> m_seen;
    ClockTimer m_settling{m_clock};
    bool m_settled = false;
    bool m_listed = true;  ///< the model has it
    bool m_denied = false; ///< a call answered 2100, and none has answered otherwise since
    std::array<SectionStatus, DetailSectionCount> m_status;
    std::array<std::unique_ptr<QObject>, DetailSectionCount> m_reads; ///< lives with a call
    std::array<QDateTime, DetailSectionCount> m_begun;
    std::array<QSet<QString>, DetailSectionCount> m_keys; ///< of the rows that are there
    QList<NodeRecord> m_nodes;
    QList<SchedulerJobRecord> m_jobs;
    QList<LoginRecord> m_users;
    QList<OperationRecord> m_operations;
    QDateTime m_logAsked; ///< by the server's clock
    QDateTime m_logUntil;
    QList<SoftwareRecord> m_offered; ///< by the cloud of m_offeredBy
    CloudApi *m_offeredBy = nullptr;
};

/// A cluster's software, as its record names it, with what `offered` says about it.
[[nodiscard]] QList<SoftwareRecord> explained(const QStringList &software,
                                              const QList<SoftwareRecord> &offered);

} // namespace clusterdeck

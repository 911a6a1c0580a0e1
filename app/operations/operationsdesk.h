// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/batchrunner.h"
#include "app/operations/plan.h"

#include <QHash>

#include <map>
#include <memory>

namespace clusterdeck
{

class ClusterModel;
class OperationWatch;

/// The one gate: every way to stop, start or delete a cluster comes through plan() and confirm().
class OperationsDesk : public QObject
{
    Q_OBJECT

public:
    OperationsDesk(ClusterModel &clusters, Clock &clock, QObject *parent = nullptr);
    ~OperationsDesk() override;

    /// The preflight takes no longer; what it could not read by then is not fresh.
    static constexpr std::chrono::seconds PreflightLimit{5};

    /// Makes an account's cloud known. `user` (usr-…) is whose key signs; `api` outlives the desk.
    void addAccount(const QString &account, const QString &user, CloudApi &api);

    /// Reads fresh facts and says what could be done. Sends nothing. `then` runs exactly once,
    /// never before the call has returned, unless `context` dies first; that cancels the reading.
    void plan(Verb verb, const QList<ClusterKey> &asked, QObject *context,
              std::function<void(const Plan &)> then);

    /// Freezes the plan's items into one batch an account and begins to send them.
    void confirm(const Plan &plan);

    /// All batches of this run, oldest first. They live as long as the desk.
    [[nodiscard]] const QList<BatchRunner *> &batches() const { return m_batches; }

    /// The newest item about this cluster, if there is one in this run. The pointer holds until the
    /// event loop turns.
    [[nodiscard]] const BatchItem *latestItem(const ClusterKey &key) const;

    /// Items that are not at an end, over all batches; what closing the window asks about.
    [[nodiscard]] int openItems() const;

signals:
    void batchAdded(clusterdeck::BatchRunner *runner);
    /// latestItem(key) has changed.
    void itemChanged(const clusterdeck::ClusterKey &key);
    /// A listing was made on the way; the feeds take it over.
    void listed(const clusterdeck::ClusterListing &listing);

private:
    struct Desk; ///< one account's cloud and its watch
    void adopt(BatchRunner *runner);
    [[nodiscard]] QSet<ClusterKey> underWay() const;

    ClusterModel &m_clusters;
    Clock &m_clock;
    std::map<QString, std::unique_ptr<Desk>> m_desks;
    QList<BatchRunner *> m_batches;
    QHash<ClusterKey, std::pair<BatchRunner *, int>> m_latest;
};

} // namespace clusterdeck

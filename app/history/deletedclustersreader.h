// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/paging.h"
#include "app/operations/journal/deletedcluster.h"
#include "app/support/clock.h"

#include <QPointer>

#include <memory>

namespace clusterdeck
{

class BatchRunner;
class Journal;
class OperationService;

/// Reads the nodes of clusters whose deletion was confirmed, while it counts down, and keeps them
/// in the journal: afterwards nobody can. Reads only, one at a time, for small batches and with
/// many calls left; what cannot be read is kept as not read. No send waits for it.
class DeletedClustersReader : public QObject
{
    Q_OBJECT

public:
    /// Clusters in a batch that is read.
    static constexpr int MostClusters = 20;
    /// Pages of nodes of one cluster.
    static constexpr int MostPages = 5;
    /// Calls of the hour that are left to operating.
    static constexpr int CallsKept = 500;

    /// The cloud of an account; null when it is not open.
    using CloudOf = std::function<CloudApi *(const QString &account)>;

    /// All of them outlive it.
    DeletedClustersReader(OperationService &operationService, Journal &journal, Clock &clock,
                          CloudOf cloudOf);
    ~DeletedClustersReader() override;

private:
    struct Reading;
    void begin(BatchRunner *runner);
    void next(const std::shared_ptr<Reading> &reading);
    bool mayAsk(const std::shared_ptr<Reading> &reading, const CloudApi &cloud);
    bool arrived(const std::shared_ptr<Reading> &reading, const Result<Page<NodeRecord>> &page);
    void keep(const std::shared_ptr<Reading> &reading, NodeLayout::Read read);

    Journal &m_journal;
    Clock &m_clock;
    CloudOf m_cloudOf;
};

} // namespace clusterdeck

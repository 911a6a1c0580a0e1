// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/paging.h"
#include "app/operations/journal/deletedcluster.h"
#include "app/support/clock.h"

#include <functional>
#include <memory>

namespace clusterdeck
{

class BatchRunner;
class Journal;
class OperationService;

/// Reads the nodes of clusters during the undo window of their deletion and saves them in the
/// journal: after the deletion they can no longer be read. One call at a time for each batch, only
/// for small batches and with enough quota; failures are saved too. The requests of the batch do
/// not wait for these calls.
class DeletedClustersReader : public QObject
{
    Q_OBJECT

public:
    /// Larger batches are not read.
    static constexpr int MostClusters = 20;
    /// Most pages of nodes that are read for one cluster.
    static constexpr int MostPages = 5;

    /// The API of an account; null when the account is not open.
    using CloudOf = std::function<CloudApi *(const QString &account)>;

    /// The arguments must outlive this object.
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/deletedclustersreader.h"

#include "app/operations/operationservice.h"

#include <QPointer>

#include <algorithm>

namespace clusterdeck
{

/// The state of reading one batch, cluster by cluster.
struct DeletedClustersReader::Reading {
    QPointer<BatchRunner> runner;
    int item = -1;
    Paging paging;
    bool readable = true;
    QList<NodeRecord> nodes;
    NodeLayout layout;
};

DeletedClustersReader::DeletedClustersReader(OperationService &operationService, Journal &journal,
                                             Clock &clock, CloudOf cloudOf)
    : m_journal(journal)
    , m_clock(clock)
    , m_cloudOf(std::move(cloudOf))
{
    connect(&operationService, &OperationService::batchAdded, this, &DeletedClustersReader::begin);
}

DeletedClustersReader::~DeletedClustersReader() = default;

void DeletedClustersReader::begin(BatchRunner *runner)
{
    const Batch &batch = runner->batch();
    // Not a batch of an earlier run: it has no countdown any more.
    const bool countsDown =
        std::all_of(batch.items.begin(), batch.items.end(),
                    [](const auto &item) { return item.state == ItemState::Armed; });
    if (!specOf(batch.verb).isProvenByAbsence() || batch.items.size() > MostClusters || !countsDown)
        return;
    auto reading = std::make_shared<Reading>();
    reading->runner = runner;
    m_clock.callLater(std::chrono::milliseconds(0), this, [this, reading] { next(reading); });
}

void DeletedClustersReader::next(const std::shared_ptr<Reading> &reading)
{
    ++reading->item;
    if (!reading->runner || reading->item >= reading->runner->batch().items.size())
        return;
    const Batch &batch = reading->runner->batch();
    reading->paging = Paging(0, MostPages);
    reading->readable = true;
    reading->nodes.clear();
    reading->layout = {};
    reading->layout.at = m_clock.utcNow();
    CloudApi *cloud = m_cloudOf(batch.account);
    const BatchItem &item = batch.items.at(reading->item);
    if (!cloud || !isUnsent(item.state))
        keep(reading, NodeLayout::Read::TooLate);
    else if (mayAsk(reading, *cloud))
        readPages(*cloud, reads::nodes(item.key.id), reading->paging, this,
                  [this, reading, cloud](int, const auto &page) {
                      return arrived(reading, page) && mayAsk(reading, *cloud);
                  });
}

bool DeletedClustersReader::mayAsk(const std::shared_ptr<Reading> &reading, const CloudApi &cloud)
{
    const bool may = cloud.callsLeft().value_or(0) >= sharesOf(cloud.callsAnHour()).keptFromRecords;
    if (!may)
        keep(reading, NodeLayout::Read::QuotaLow);
    return may;
}

/// Whether to read on.
bool DeletedClustersReader::arrived(const std::shared_ptr<Reading> &reading,
                                    const Result<Page<NodeRecord>> &page)
{
    if (!page) {
        reading->layout.error = page.error();
        keep(reading, NodeLayout::Read::Failed);
        return false;
    }
    reading->nodes += page->records;
    reading->readable = reading->readable && page->rows == page->records.size();
    if (reading->paging.hasNext() && reading->runner)
        return true;
    const bool whole = reading->paging.end() == PageEnd::Last && reading->readable;
    keep(reading, whole ? NodeLayout::Read::Whole : NodeLayout::Read::Incomplete);
    return false;
}

void DeletedClustersReader::keep(const std::shared_ptr<Reading> &reading, NodeLayout::Read read)
{
    if (!reading->runner)
        return;
    reading->layout.read = read;
    reading->layout.groups = groupsOf(reading->nodes);
    // A failure is ignored: the nodes are then shown as not read.
    (void)m_journal.keepLayout(reading->runner->batch().id,
                               reading->runner->batch().items.at(reading->item).position,
                               reading->layout);
    m_clock.callLater(std::chrono::milliseconds(0), this, [this, reading] { next(reading); });
}

} // namespace clusterdeck

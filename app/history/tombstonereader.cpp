// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/tombstonereader.h"

#include "app/operations/operationsdesk.h"

#include <algorithm>

namespace clusterdeck
{

/// One batch that is read, cluster by cluster.
struct TombstoneReader::Reading {
    QPointer<BatchRunner> runner;
    int item = -1;
    int pages = 0;
    int offset = 0;
    bool readable = true;
    QList<NodeRecord> nodes;
    NodeLayout layout;
};

TombstoneReader::TombstoneReader(OperationsDesk &desk, Journal &journal, Clock &clock,
                                 CloudOf cloudOf)
    : m_journal(journal)
    , m_clock(clock)
    , m_cloudOf(std::move(cloudOf))
{
    connect(&desk, &OperationsDesk::batchAdded, this, &TombstoneReader::begin);
}

TombstoneReader::~TombstoneReader() = default;

void TombstoneReader::begin(BatchRunner *runner)
{
    const Batch &batch = runner->batch();
    // One that an earlier run left is taken up elsewhere in its life: its countdown is over.
    const bool counts = std::all_of(batch.items.begin(), batch.items.end(), [](const auto &item) {
        return item.state == ItemState::Armed;
    });
    if (batch.verb != Verb::Delete || batch.items.size() > MostClusters || !counts)
        return;
    auto reading = std::make_shared<Reading>();
    reading->runner = runner;
    m_clock.callLater(std::chrono::milliseconds(0), this, [this, reading] { next(reading); });
}

void TombstoneReader::next(const std::shared_ptr<Reading> &reading)
{
    ++reading->item;
    if (!reading->runner || reading->item >= reading->runner->batch().items.size())
        return;
    const Batch &batch = reading->runner->batch();
    reading->pages = 0;
    reading->offset = 0;
    reading->readable = true;
    reading->nodes.clear();
    reading->layout = {};
    reading->layout.at = m_clock.utcNow();
    DetailApi *cloud = m_cloudOf(batch.account);
    if (!cloud || !isUnsent(batch.items.at(reading->item).state))
        keep(reading, NodeLayout::Read::TooLate);
    else
        ask(reading, *cloud);
}

void TombstoneReader::ask(const std::shared_ptr<Reading> &reading, DetailApi &cloud)
{
    if (cloud.callsLeft().value_or(0) < CallsKept) {
        keep(reading, NodeLayout::Read::QuotaLow);
        return;
    }
    const QString id = reading->runner->batch().items.at(reading->item).key.id;
    cloud.listNodes(
        id, reading->offset, this, [this, reading, &cloud](const Result<NodePage> &page) {
            if (!page) {
                reading->layout.error = page.error();
                keep(reading, NodeLayout::Read::Failed);
                return;
            }
            ++reading->pages;
            reading->offset += page->rows;
            reading->nodes += page->records;
            reading->readable = reading->readable && page->rows == page->records.size();
            const bool more = page->rows > 0 && (page->total ? reading->offset < *page->total
                                                             : page->rows >= CloudApi::PageSize);
            if (more && reading->pages < MostPages && reading->runner)
                ask(reading, cloud);
            else
                keep(reading, more || !reading->readable ? NodeLayout::Read::Incomplete
                                                         : NodeLayout::Read::Whole);
        });
}

void TombstoneReader::keep(const std::shared_ptr<Reading> &reading, NodeLayout::Read read)
{
    if (!reading->runner)
        return;
    reading->layout.read = read;
    reading->layout.groups = groupsOf(reading->nodes);
    // Not written down it is as not read: nothing hangs on it.
    (void)m_journal.keepLayout(reading->runner->batch().id,
                               reading->runner->batch().items.at(reading->item).position,
                               reading->layout);
    m_clock.callLater(std::chrono::milliseconds(0), this, [this, reading] { next(reading); });
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/operationwatch.h"

#include "app/clusters/clusterlister.h"
#include "app/operations/batchrunner.h"
#include "app/operations/settlement.h"

#include <algorithm>
#include <array>

namespace clusterdeck
{

namespace
{

using namespace std::chrono_literals;

constexpr std::array<std::chrono::milliseconds, 4> Intervals{3s, 5s, 10s, 30s};
constexpr std::chrono::milliseconds AfterFailure = 30s;
constexpr std::chrono::milliseconds AfterManyFailures = 5min;
constexpr int ManyFailures = 5;
/// The log of a busy site is not read to its beginning: what is not on these pages is asked for by
/// id.
constexpr int MostPages = 10;
/// Calls a look may spend on single jobs that the log's pages did not show.
constexpr int MostSingleJobs = 4;
/// The server's clock and ours may differ by the resolution of a Date header and a journey.
constexpr std::chrono::milliseconds SinceMargin = 30s;

bool holds(const QList<OperationRecord> &operations, const QString &jobId)
{
    return std::any_of(operations.begin(), operations.end(),
                       [&](const OperationRecord &record) { return record.jobId == jobId; });
}

} // namespace

OperationWatch::OperationWatch(const QString &account, CloudApi &api, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_api(api)
    , m_clock(clock)
{
}

void OperationWatch::serve(BatchRunner *runner)
{
    m_runners.append(runner);
    const auto leave = [this, runner] { m_runners.removeOne(runner); };
    connect(runner, &BatchRunner::finished, this, leave);
    connect(runner, &QObject::destroyed, this, leave);
    connect(runner, &BatchRunner::itemChanged, this, &OperationWatch::wake);
    wake();
}

/// Something moved, so more may be about to: look soon.
void OperationWatch::wake()
{
    m_looks = 0;
    if (!m_looking)
        schedule();
}

bool OperationWatch::somethingIsOpen() const
{
    return std::any_of(m_runners.begin(), m_runners.end(),
                       [](const BatchRunner *runner) { return runner->needsLooks(); });
}

void OperationWatch::schedule()
{
    if (m_looking || !somethingIsOpen())
        return;
    const bool second =
        std::any_of(m_runners.begin(), m_runners.end(),
                    [](const BatchRunner *runner) { return runner->awaitsSecondReading(); });
    std::chrono::milliseconds delay = Intervals.at(std::min<size_t>(m_looks, Intervals.size() - 1));
    if (second)
        delay = BetweenReadings;
    if (m_failures > 0)
        delay = m_failures < ManyFailures ? AfterFailure : AfterManyFailures;
    delay = std::max(delay, m_budget.pause(m_clock.awake()));
    // A look that is due sooner stays due.
    const auto due = m_clock.awake() + delay;
    if (m_due && *m_due <= due)
        return;
    m_due = due;
    const int timer = ++m_timer;
    m_clock.callLater(delay, this, [this, timer] {
        if (timer == m_timer)
            look();
    });
}

void OperationWatch::look()
{
    m_due.reset();
    if (!somethingIsOpen())
        return;
    m_looking = true;
    ++m_looks;
    auto look = std::make_shared<Look>();
    look->operations.emplace();
    readOperations(look, 0);
}

void OperationWatch::readOperations(const std::shared_ptr<Look> &look, int offset)
{
    OperationQuery query;
    query.offset = offset;
    for (const BatchRunner *runner : std::as_const(m_runners)) {
        const QDateTime sent = runner->oldestOpenSend();
        if (sent.isValid() && (!query.since.isValid() || sent < query.since))
            query.since = sent;
    }
    if (query.since.isValid())
        query.since = query.since.addMSecs(-SinceMargin.count());
    m_budget.spend(m_clock.awake(), 1);
    m_api.listOperations(query, this, [this, look, offset](const Result<OperationPage> &page) {
        if (!page) {
            look->logComplete = false;
            if (offset == 0)
                look->operations.reset();
            readListing(look);
            return;
        }
        look->operations->append(page->operations);
        const int read = offset + page->rows;
        const bool more = page->total ? read < *page->total : page->rows >= CloudApi::PageSize;
        const bool again = more && page->rows > 0 && read < MostPages * CloudApi::PageSize;
        if (page->rows != page->operations.size() || (more && !again))
            look->logComplete = false;
        if (again)
            readOperations(look, read);
        else
            askForMissingJobs(look);
    });
}

void OperationWatch::askForMissingJobs(const std::shared_ptr<Look> &look)
{
    QStringList missing;
    for (const BatchRunner *runner : std::as_const(m_runners)) {
        for (const QString &job : runner->openJobs()) {
            if (!holds(*look->operations, job) && missing.size() < MostSingleJobs)
                missing.append(job);
        }
    }
    if (missing.isEmpty()) {
        readListing(look);
        return;
    }
    auto waiting = std::make_shared<int>(int(missing.size()));
    for (const QString &job : std::as_const(missing)) {
        OperationQuery query;
        query.jobIds = {job};
        m_budget.spend(m_clock.awake(), 1);
        m_api.listOperations(query, this, [this, look, waiting](const Result<OperationPage> &page) {
            if (page)
                look->operations->append(page->operations);
            if (--*waiting == 0)
                readListing(look);
        });
    }
}

void OperationWatch::readListing(const std::shared_ptr<Look> &look)
{
    const bool needed =
        std::any_of(m_runners.begin(), m_runners.end(), [&](const BatchRunner *runner) {
            return runner->needsListing(look->operations);
        });
    if (!needed) {
        deliver(*look);
        return;
    }
    listAllClusters(m_account, m_api, m_clock, this, [this, look](const ClusterListing &listing) {
        look->listing = listing;
        const auto pages = 1 + listing.clusters.size() / CloudApi::PageSize;
        m_budget.spend(m_clock.awake(), int(pages));
        deliver(*look);
        emit listed(listing);
    });
}

void OperationWatch::deliver(const Look &look)
{
    const bool failed = !look.operations && (!look.listing || !look.listing->complete);
    m_failures = failed ? m_failures + 1 : 0;
    const QList<BatchRunner *> runners = m_runners; // one that finishes leaves the list
    for (BatchRunner *runner : runners)
        runner->look(look);
    m_looking = false;
    m_budget.lookEnds();
    schedule();
}

} // namespace clusterdeck

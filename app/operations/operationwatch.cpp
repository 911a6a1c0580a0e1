// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/operationwatch.h"

#include "app/clusters/listing/clusterreader.h"
#include "app/operations/batch/polling.h"
#include "app/operations/batchrunner.h"

#include <algorithm>

namespace clusterdeck
{

namespace
{

using namespace std::chrono_literals;

/// Pages of the log in one snapshot. Jobs that are not on them are read by their ids.
constexpr int MostPages = 10;
/// Jobs that one snapshot reads by their ids.
constexpr int MostSingleJobs = 4;
/// Older operations are not used to measure the log's clock.
constexpr std::chrono::seconds OwnKept = 1h;

} // namespace

OperationWatch::OperationWatch(CloudApi &api, Clock &clock, ClusterReader &reader, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_clock(clock)
    , m_reader(reader)
{
}

void OperationWatch::serve(BatchRunner *runner)
{
    m_runners.append(runner);
    const auto leave = [this, runner] { m_runners.removeOne(runner); };
    connect(runner, &BatchRunner::finished, this, [this, runner, leave] {
        rememberOwn(*runner);
        leave();
    });
    connect(runner, &QObject::destroyed, this, leave);
    connect(runner, &BatchRunner::itemChanged, this, &OperationWatch::wake);
    wake();
}

/// An item changed, so others may change soon: polls with short pauses again.
void OperationWatch::wake()
{
    m_polls = 0;
    if (!m_polling)
        schedule();
}

bool OperationWatch::somethingIsOpen() const
{
    return std::any_of(m_runners.begin(), m_runners.end(),
                       [](const BatchRunner *runner) { return runner->needsPolling(); });
}

PollFacts OperationWatch::facts() const
{
    PollFacts facts;
    facts.polls = m_polls;
    facts.failures = m_failures;
    facts.calls = m_budget.lastPoll();
    for (const BatchRunner *runner : m_runners) {
        facts.urgent = facts.urgent || runner->isUrgent();
        facts.sending = facts.sending || runner->isSending();
        facts.secondReading = facts.secondReading || runner->awaitsSecondReading();
    }
    return facts;
}

void OperationWatch::schedule()
{
    if (m_polling || !somethingIsOpen())
        return;
    const int most = sharesOf(m_api.callsAnHour()).polls;
    const auto delay = std::max(pauseBeforePoll(facts()), m_budget.pause(m_clock.awake(), most));
    // An earlier snapshot that is already scheduled stays.
    const auto due = m_clock.awake() + delay;
    if (m_nextPoll.isActive() && m_due <= due)
        return;
    m_due = due;
    m_nextPoll.start(delay, [this] { takeSnapshot(); });
}

void OperationWatch::takeSnapshot()
{
    if (!somethingIsOpen())
        return;
    m_polling = true;
    ++m_polls;
    auto reading = std::make_shared<Reading>();
    reading->snapshot.begun = m_clock.awake();
    reading->own = m_own;
    for (const BatchRunner *runner : std::as_const(m_runners)) {
        reading->logNeeded = reading->logNeeded || runner->needsLog();
        reading->jobs += runner->openJobs();
        reading->wholeLog = reading->wholeLog || runner->isUrgent();
        reading->own += runner->ownOperations();
    }
    reading->missing = QSet<QString>(reading->jobs.begin(), reading->jobs.end());
    // Items with a successful operation need only the listing.
    if (!reading->logNeeded) {
        reading->snapshot.logComplete = false;
        readListing(reading);
        return;
    }
    reading->snapshot.operations.emplace();
    readOperations(reading);
}

/// Keeps the operations of a finished batch for OwnKept, to measure the log's clock.
void OperationWatch::rememberOwn(const BatchRunner &runner)
{
    m_own += runner.ownOperations();
    const QDateTime oldest = m_api.serverNow().addSecs(-OwnKept.count());
    m_own.removeIf([&](const OwnOperation &own) { return own.sentAt < oldest; });
}

/// Whether the log was read back far enough for all batches.
bool OperationWatch::isReadFarEnough(const Reading &reading) const
{
    return std::all_of(m_runners.begin(), m_runners.end(), [&](const BatchRunner *runner) {
        return !runner->needsLog() || runner->isReadFarEnough(*reading.snapshot.operations);
    });
}

/// Reads the log page by page, the newest first, until all open jobs were found. If an item has no
/// job id, the log is read back to the operations that were known before sending. The log's times
/// are not used as a limit: they may be of another clock or zone.
void OperationWatch::readOperations(const std::shared_ptr<Reading> &reading)
{
    reading->paging = Paging(0, MostPages);
    m_budget.spend(m_clock.awake(), 1);
    readPages(m_api, reads::operations(), reading->paging, this,
              [this, reading](int offset, const auto &page) {
                  const bool again = arrived(reading, offset, page);
                  if (again)
                      m_budget.spend(m_clock.awake(), 1);
                  return again;
              });
}

/// Whether to read on.
bool OperationWatch::arrived(const std::shared_ptr<Reading> &reading, int offset,
                             const Result<Page<OperationRecord>> &page)
{
    CloudSnapshot &snapshot = reading->snapshot;
    if (!page) {
        snapshot.logComplete = false;
        if (offset == 0)
            snapshot.operations.reset();
        readListing(reading);
        return false;
    }
    reading->take(page->records);
    const bool far = reading->paging.end() == PageEnd::Last || isReadFarEnough(*reading);
    const bool enough = far || (!reading->wholeLog && reading->missing.isEmpty());
    const bool again = !enough && reading->paging.hasNext();
    if (page->rows != page->records.size() || (!far && !again))
        snapshot.logComplete = false;
    if (again)
        return true;
    snapshot.inARow = snapshot.operations->size();
    snapshot.logClock = measureLog(*snapshot.operations, snapshot.logComplete, reading->own);
    snapshot.logShows = latestShown(*snapshot.operations, reading->own);
    askForMissingJobs(reading);
    return false;
}

void OperationWatch::Reading::take(const QList<OperationRecord> &operations)
{
    snapshot.operations->append(operations);
    for (const OperationRecord &operation : operations)
        missing.remove(operation.jobId);
}

void OperationWatch::askForMissingJobs(const std::shared_ptr<Reading> &reading)
{
    QStringList missing;
    for (const QString &job : std::as_const(reading->jobs)) {
        if (reading->missing.contains(job) && missing.size() < MostSingleJobs)
            missing.append(job);
    }
    if (missing.isEmpty()) {
        readListing(reading);
        return;
    }
    auto waiting = std::make_shared<int>(int(missing.size()));
    for (const QString &job : std::as_const(missing)) {
        m_budget.spend(m_clock.awake(), 1);
        m_api.list(reads::operation(job), 0, this, [this, reading, waiting](const auto &page) {
            if (page)
                reading->take(page->records);
            if (--*waiting == 0)
                readListing(reading);
        });
    }
}

ReadingFacts OperationWatch::readingFacts(int ended, int calls) const
{
    ReadingFacts facts;
    const PollFacts poll = this->facts();
    facts.urgent = poll.urgent || poll.secondReading;
    facts.calls = calls;
    facts.running = -ended;
    for (const BatchRunner *runner : m_runners)
        facts.running += runner->tally().read();
    facts.waited = m_clock.awake() - m_endedSince.value_or(m_clock.awake());
    return facts;
}

void OperationWatch::readListing(const std::shared_ptr<Reading> &reading)
{
    QStringList ids;
    bool byId = true; // a reading by id shows that a cluster is gone, see Batch::foundById
    for (const BatchRunner *runner : std::as_const(m_runners)) {
        const QStringList needed = runner->clustersToRead(reading->snapshot);
        byId = byId && (needed.isEmpty() || runner->batch().foundById);
        ids += needed;
    }
    ids.removeDuplicates();
    if (!ids.isEmpty() && !m_endedSince)
        m_endedSince = m_clock.awake();
    const int calls = byId ? m_reader.callsFor(ids.size()) : m_reader.callsForAll();
    if (ids.isEmpty() || !isWorthReading(readingFacts(int(ids.size()), calls))) {
        deliver(*reading);
        return;
    }
    m_endedSince.reset();
    const auto then = [this, reading](const ClusterListing &listing) {
        reading->snapshot.listing = listing;
        m_budget.spend(m_clock.awake(), listing.calls);
        deliver(*reading);
        emit listed(listing);
    };
    if (byId)
        m_reader.read(ids, this, then);
    else
        m_reader.readAll(this, then);
}

void OperationWatch::deliver(const Reading &reading)
{
    const CloudSnapshot &snapshot = reading.snapshot;
    const bool listed = snapshot.listing && (snapshot.listing->complete ||
                                             (snapshot.listing->byId && !snapshot.listing->error));
    const bool failed = reading.logNeeded && !snapshot.operations && !listed;
    m_failures = failed ? m_failures + 1 : 0;
    const QList<BatchRunner *> runners = m_runners; // a runner that finishes leaves m_runners
    for (BatchRunner *runner : runners)
        runner->handleSnapshot(snapshot);
    m_polling = false;
    m_budget.pollEnds();
    schedule();
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "simworld.h"

#include "app/operations/journal/journalcodec.h"
#include "tests/support/checkedjournal.h"
#include "tests/support/memoryfolder.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace clusterdeck
{

using namespace std::chrono_literals;

const QString SimWorld::Account = QStringLiteral("a");

namespace
{

QString attemptOf(const QString &batch, int position)
{
    return batch + QLatin1Char('/') + QString::number(position);
}

} // namespace

SimWorld::SimWorld()
    : fateOfRequest([](Verb, const QStringList &) { return SimCloud::Fate(); })
    , faultOfRead([] { return std::nullopt; })
    , m_files(memoryFolder())
{
    cloud.fateOfRequest = [this](Verb verb, const QStringList &ids) {
        return sendObserved(verb, ids);
    };
    cloud.answered = [this](int request, const Result<Accepted> &answer) {
        noteAnswer(request, answer);
    };
    cloud.faultOfList = [this] { return readFault(m_listsRead); };
    cloud.faultOfLog = [this] { return readFault(m_logsRead); };
}

SimWorld::~SimWorld()
{
    while (!m_copies.empty()) {
        m_copies.back()->operationService.reset();
        m_copies.pop_back();
    }
}

void SimWorld::require(bool kept, const QString &promise)
{
    if (!kept && m_broken.isEmpty())
        m_broken = promise;
}

QString SimWorld::folder() const
{
    return m_files.filePath(QString::number(m_crashes));
}

std::unique_ptr<SimWorld::Copy> SimWorld::newCopy()
{
    auto copy = std::make_unique<Copy>();
    copy->journal = std::make_unique<CheckedJournal>(folder());
    copy->operationService =
        std::make_unique<OperationService>(copy->clusters, clock, *copy->journal, copy->locks);
    QObject::connect(copy->operationService.get(), &OperationService::listed, &copy->clusters,
                     &ClusterModel::apply);
    if (copy->journal->access() == Journal::Access::Writable)
        m_writer = copy.get();
    copy->operationService->recover();
    OperationAccount account;
    account.id = Account;
    account.users = {cloud.user};
    account.inFlight = inFlight;
    account.together = together;
    copy->operationService->addAccount(account, cloud);
    return copy;
}

void SimWorld::start()
{
    m_copies.push_back(newCopy());
    const Journal &journal = *m_copies.back()->journal;
    require(journal.access() == Journal::Access::Writable && journal.setAside().isEmpty(),
            QStringLiteral("4: the journal does not open: ") + journal.problem());
}

ClusterRecord &SimWorld::arrive()
{
    const QString id = QStringLiteral("ehpc-%1").arg(m_nextId++);
    cloud.add(id);
    ClusterRecord &cluster = *cloud.find(id);
    cluster.created = cloud.serverTime();
    return cluster;
}

void SimWorld::confirm(Copy &copy, Verb verb, const QStringList &ids,
                       const std::function<bool(const QString &)> &leaveOut,
                       const std::function<void()> &meanwhile)
{
    QList<ClusterKey> asked;
    for (const QString &id : ids)
        asked.append({Account, id});
    const auto open = [this, &copy, leaveOut, meanwhile](const Plan &plan) {
        QSet<ClusterKey> ticked;
        for (const PlanItem &item : plan.items) {
            if (!leaveOut || !leaveOut(item.cluster.record.id))
                ticked.insert(item.cluster.key());
        }
        const Plan shown = plan.reducedTo(ticked);
        if (shown.items.isEmpty())
            return;
        if (meanwhile)
            meanwhile();
        QHash<QString, QDateTime> created;
        for (const PlanItem &item : shown.items)
            created.insert(item.cluster.record.id, item.cluster.record.created);
        m_shown.append({shown.verb, created});
        const int silences = m_silences;
        const auto armed = [this, &copy, silences, created](const Confirmation &confirmation) {
            for (BatchRunner *runner : copy.operationService->batches()) {
                const QString &batch = runner->batch().id;
                if (m_silencesAtStart.contains(batch))
                    continue;
                m_silencesAtStart.insert(batch, silences);
                m_batches.append(batch);
            }
            if (confirmation.outcome != Confirmation::Outcome::Armed)
                return;
            for (const PlanItem &item : confirmation.plan.items) {
                const ClusterRecord &record = item.cluster.record;
                require(record.created == created.value(record.id),
                        QStringLiteral("1: %1 is another cluster than was shown").arg(record.id));
            }
        };
        copy.operationService->confirm(shown, QString(), copy.window.get(), armed);
    };
    copy.operationService->plan(verb, asked, copy.window.get(), open);
}

void SimWorld::refreshTable(Copy &copy, bool complete)
{
    cloud.settleJobs();
    ClusterListing listing;
    listing.account = Account;
    listing.clusters = {cloud.clusters.begin(), cloud.clusters.end()};
    listing.complete = complete;
    if (!complete)
        listing.clusters.resize(listing.clusters.size() / 2);
    copy.clusters.apply(listing);
}

void SimWorld::sendNow(BatchRunner &runner)
{
    m_go.insert(runner.batch().id, m_silences);
    runner.sendNow();
}

void SimWorld::resume(BatchRunner &runner)
{
    m_go.insert(runner.batch().id, m_silences);
    m_lostInARow.remove(runner.batch().id);
    runner.resume();
}

void SimWorld::sleepFor(std::chrono::milliseconds span)
{
    ++m_silences;
    clock.sleepFor(span);
}

void SimWorld::setWallClock(std::chrono::milliseconds by)
{
    if (std::chrono::abs(by) > TimeMark::JumpTolerance)
        ++m_silences;
    clock.jumpWall(by);
}

void SimWorld::crash(std::chrono::milliseconds away)
{
    ++m_silences;
    leaveFilesAsTheyAre();
    m_writer = nullptr;
    for (const std::unique_ptr<Copy> &copy : m_copies) {
        copy->window.reset();
        copy->operationService.reset();
    }
    m_copies.clear();
    clock.advance(away);
    start();
}

/// Gives the next start the files as a killed program leaves them: copied while open, with recent
/// data only in SQLite's write-ahead log. Nothing that is written on closing is included.
void SimWorld::leaveFilesAsTheyAre()
{
    const QDir before(folder());
    ++m_crashes;
    require(QDir().mkpath(folder()), QStringLiteral("4: no folder"));
    for (const char *name : {"journal.sqlite", "journal.sqlite-wal"}) {
        const QString file = QLatin1String(name);
        if (before.exists(file))
            require(QFile::copy(before.filePath(file), QDir(folder()).filePath(file)),
                    QStringLiteral("4: no copy of ") + file);
    }
}

namespace
{

/// The lock file as a program on another machine sees it: the names of host and boot differ, and
/// the system's file lock is not visible.
QByteArray asOnOtherHost(const QByteArray &held)
{
    QList<QByteArray> lines = held.split('\n');
    constexpr int Host = 2; // the lines of QLockFile
    constexpr int Boot = 4;
    if (lines.size() > Host)
        lines[Host] = "node-b";
    if (lines.size() > Boot)
        lines[Boot] = "00000000-0000-4000-8000-000000000000";
    return lines.join('\n');
}

} // namespace

void SimWorld::startSecond(LockSeen seen)
{
    if (m_copies.size() > 1)
        return;
    const QString path = QDir(folder()).filePath(QStringLiteral("journal.lock"));
    const QString kept = path + QStringLiteral(".kept");
    const bool held = m_writer && QFile::rename(path, kept);
    QFile lock(path);
    if (held && seen == LockSeen::Held)
        QFile::rename(kept, path);
    else if (held && seen == LockSeen::OfOtherHost && lock.open(QIODevice::WriteOnly)) {
        QFile original(kept);
        require(original.open(QIODevice::ReadOnly), QStringLiteral("the lock cannot be read"));
        lock.write(asOnOtherHost(original.readAll()));
        lock.close();
    }
    const Copy *writer = m_writer;
    m_copies.push_back(newCopy());
    if (m_writer != writer) {
        takenOver += held ? 1 : 0;
        require(!held || seen == LockSeen::Lost,
                QStringLiteral("2: a second copy took the journal from one that runs"));
    } else if (QFile::exists(kept)) {
        QFile::remove(path);
        QFile::rename(kept, path);
    }
}

void SimWorld::endSecond()
{
    if (m_copies.size() < 2)
        return;
    if (m_writer == m_copies.back().get())
        m_writer = nullptr;
    m_copies.back()->window.reset();
    m_copies.back()->operationService.reset();
    m_copies.pop_back();
}

std::optional<ApiError> SimWorld::readFault(int &read)
{
    ++read;
    return faultOfRead();
}

/// Called when a request is sent: checks the conditions for sending.
SimCloud::Fate SimWorld::sendObserved(Verb verb, const QStringList &ids)
{
    ++requests;
    groups += ids.size() > 1 ? 1 : 0;
    require(QSet<QString>(ids.begin(), ids.end()).size() == ids.size(),
            QStringLiteral("2: one id twice in a request"));
    QStringList attempts;
    for (const QString &id : ids)
        attempts.append(observed(verb, id));
    const SimCloud::Fate fate = fateOfRequest(verb, ids);
    noteFate(attempts, ids, fate);
    return fate;
}

std::optional<SimWorld::Sent> SimWorld::findSending(const QString &id)
{
    std::optional<Sent> found;
    for (const std::unique_ptr<Copy> &copy : m_copies) {
        if (!copy->operationService)
            continue;
        for (BatchRunner *runner : copy->operationService->batches()) {
            for (int i = 0; i < runner->batch().items.size(); ++i) {
                const BatchItem &item = runner->batch().items.at(i);
                if (item.key.id != id || item.state != ItemState::Sending)
                    continue;
                require(!found, QStringLiteral("2: %1 is sent by two batches").arg(id));
                found = Sent{copy.get(), runner, i};
            }
        }
    }
    return found;
}

/// Checks one cluster of the request; returns its batch and position.
QString SimWorld::observed(Verb verb, const QString &id)
{
    require(std::any_of(m_shown.begin(), m_shown.end(),
                        [&](const Shown &shown) {
                            return shown.verb == verb && shown.created.contains(id);
                        }),
            QStringLiteral("1: %1 was sent and not shown").arg(id));
    const std::optional<Sent> sent = findSending(id);
    require(sent.has_value(), QStringLiteral("3: %1 was sent and no item is Sending").arg(id));
    if (!sent)
        return {};
    const Batch &batch = sent->runner->batch();
    const BatchItem &item = batch.items.at(sent->item);
    const QString attempt = attemptOf(batch.id, item.position);
    const Attempt before = m_attempts.value(attempt);
    require(!before.possiblyDone, QStringLiteral("2: %1 was sent twice").arg(id));
    require(!carriedOut(batch, item),
            QStringLiteral("2: %1 was sent again and had been carried out").arg(id));
    // After a refusal of several, an id may be sent again only after both list and log were read.
    require(!before.refusedTogether ||
                (m_listsRead > before.listsThen && m_logsRead > before.logsThen),
            QStringLiteral("2: %1 was refused with others and sent again unread").arg(id));
    require(m_lostInARow.value(batch.id) < 3,
            QStringLiteral("2: %1 was sent after three lost answers in a row").arg(id));
    requireWrittenIntent(*sent, attempt);
    requireAlone(*sent, id);
    require(m_silencesAtStart.value(batch.id) == m_silences ||
                m_go.value(batch.id, -1) == m_silences,
            QStringLiteral("5: %1 was sent after a silence").arg(id));
    m_attempts[attempt].requests.append(cloud.sends);
    m_batchOfRequest.insert(cloud.sends, batch.id);
    return attempt;
}

void SimWorld::requireWrittenIntent(const Sent &sent, const QString &attempt)
{
    const Batch &batch = sent.runner->batch();
    const BatchItem &item = batch.items.at(sent.item);
    qsizetype intents = 0;
    for (const JournalEvent &event : sent.copy->journal->events(batch.id)) {
        if (event.item != item.position)
            continue;
        intents += event.event == QLatin1String("send-started") ? 1 : 0;
        require(
            event.event != QLatin1String("cancel"),
            QStringLiteral("4: %1 was sent and the journal calls it cancelled").arg(item.key.id));
    }
    require(intents == m_attempts.value(attempt).requests.size() + 1,
            QStringLiteral("4: %1 was sent before its intent was written").arg(item.key.id));
}

/// No other item sends at the same time, and no earlier operation on this cluster is unfinished.
void SimWorld::requireAlone(const Sent &sent, const QString &id)
{
    require(sent.copy == m_writer,
            QStringLiteral("2: %1 was sent by a copy that another took the journal from").arg(id));
    for (const std::unique_ptr<Copy> &copy : m_copies) {
        // Another copy shows old data: it does not read what the writer writes.
        if (copy.get() != m_writer)
            continue;
        for (const BatchRunner *runner : copy->operationService->batches()) {
            for (const BatchItem &item : runner->batch().items) {
                const bool open = item.state == ItemState::Running ||
                                  item.state == ItemState::Unknown ||
                                  (item.state == ItemState::Sending && runner != sent.runner);
                const bool alone = !open || item.key.id != id;
                if (!alone && m_broken.isEmpty())
                    m_story = storyOf(runner->batch(), item);
                require(alone,
                        QStringLiteral("2: %1 was sent while an item about it is open").arg(id));
            }
        }
    }
}

void SimWorld::noteFate(const QStringList &attempts, const QStringList &ids,
                        const SimCloud::Fate &fate)
{
    const bool unknown = fate.error && fate.error->outcome == Outcome::Unknown;
    // For several clusters, the cloud's ledger shows what a correct or partly false answer means:
    // see carriedOut().
    const bool byTheBooks = ids.size() > 1 && (!fate.error || fate.partly >= 0) && !unknown;
    const bool provenUndone = fate.error && !fate.arrives && !unknown;
    for (const QString &name : attempts) {
        Attempt &attempt = m_attempts[name];
        attempt.possiblyDone = attempt.possiblyDone || (!byTheBooks && !provenUndone);
        if (ids.size() > 1 && !(fate.error && fate.error->outcome == Outcome::NotSent)) {
            attempt.refusedTogether = true;
            attempt.listsThen = m_listsRead;
            attempt.logsThen = m_logsRead;
        }
    }
}

void SimWorld::noteAnswer(int request, const Result<Accepted> &answer)
{
    const QString batch = m_batchOfRequest.value(request);
    if (!answer && answer.error().outcome == Outcome::Unknown)
        ++m_lostInARow[batch];
    else
        m_lostInARow.remove(batch);
}

void SimWorld::check()
{
    cloud.settleJobs();
    for (const std::unique_ptr<Copy> &copy : m_copies) {
        for (BatchRunner *runner : copy->operationService->batches()) {
            for (const BatchItem &item : runner->batch().items)
                checkClaim(runner->batch(), item);
        }
    }
    constexpr int Seldom = 8;
    if (++m_checks % Seldom == 0 && m_writer && m_copies.size() == 1)
        checkJournal(*m_copies.front());
}

void SimWorld::checkJournal(const Copy &copy)
{
    if (&copy != m_writer)
        return;
    for (const Batch &batch : copy.journal->history({}, 100000)) {
        for (BatchRunner *runner : copy.operationService->batches()) {
            if (runner->batch().id != batch.id)
                continue;
            for (int i = 0; i < batch.items.size(); ++i) {
                require(batch.items.at(i).state == runner->batch().items.at(i).state,
                        QStringLiteral("4: the journal says otherwise about %1")
                            .arg(batch.items.at(i).key.id));
            }
        }
    }
}

/// Whether the confirmed cluster exists, not another one with its id.
bool SimWorld::isThere(const BatchItem &item)
{
    const ClusterRecord *cluster = cloud.has(item.key.id) ? cloud.find(item.key.id) : nullptr;
    return cluster && (!item.shown.created.isValid() || cluster->created == item.shown.created);
}

/// The cloud's ledger entry of a request for this item; null when none was carried out.
const SimCloud::Entry *SimWorld::carriedOut(const Batch &batch, const BatchItem &item) const
{
    const auto attempt = m_attempts.constFind(attemptOf(batch.id, item.position));
    if (attempt == m_attempts.cend())
        return nullptr;
    const auto found =
        std::find_if(cloud.ledger.cbegin(), cloud.ledger.cend(), [&](const SimCloud::Entry &entry) {
            return entry.carriedOut && entry.id == item.key.id && entry.verb == batch.verb &&
                   attempt->requests.contains(entry.request);
        });
    return found == cloud.ledger.cend() ? nullptr : &*found;
}

bool SimWorld::succeeded(const SimCloud::Entry &entry) const
{
    return cloud.jobs.at(entry.job - 1).over && !failed(entry);
}

bool SimWorld::failed(const SimCloud::Entry &entry) const
{
    const SimCloud::Job &job = cloud.jobs.at(entry.job - 1);
    return job.over && job.fails &&
           (job.record.resourceIds.size() == 1 || cloud.jobFails(entry.id));
}

void SimWorld::checkClaim(const Batch &batch, const BatchItem &item)
{
    const bool kept = m_broken.isEmpty();
    compareWithTruth(batch, item);
    if (kept && !m_broken.isEmpty())
        m_story = storyOf(batch, item);
}

void SimWorld::compareWithTruth(const Batch &batch, const BatchItem &item)
{
    const QString &id = item.key.id;
    const SimCloud::Entry *entry = carriedOut(batch, item);
    switch (item.state) {
    case ItemState::Done:
    case ItemState::AlreadyGone:
        require(batch.verb != Verb::Delete || !isThere(item),
                QStringLiteral("3: %1 is called gone and is there").arg(id));
        return;
    case ItemState::Failed:
        if (item.reason == ItemReason::OperationFailed)
            require(!entry || failed(*entry),
                    QStringLiteral("3: %1 is called failed and its operation has not").arg(id));
        else if (item.reason == ItemReason::Vanished)
            require(!isThere(item), QStringLiteral("3: %1 is called gone and is there").arg(id));
        else
            require(!entry, QStringLiteral("3: %1 is called not carried out and was").arg(id));
        return;
    case ItemState::Cancelled:
        require(!entry, QStringLiteral("4: %1 is called never sent and was").arg(id));
        return;
    case ItemState::Running:
        require(!item.jobId.isEmpty() || item.reason == ItemReason::TransitionSeen,
                QStringLiteral("3: %1 runs without a job").arg(id));
        return;
    case ItemState::Unknown:
        require(item.reason != ItemReason::None,
                QStringLiteral("3: %1 is unknown and does not say why").arg(id));
        return;
    case ItemState::Armed:
    case ItemState::Queued:
    case ItemState::Held:
    case ItemState::AwaitingReadback:
    case ItemState::Sending:
    case ItemState::NotUnderstood:
        return;
    }
}

/// For debugging: the item's events, and all operations of the cloud.
QStringList SimWorld::storyOf(const Batch &batch, const BatchItem &item) const
{
    const auto at = [](std::chrono::milliseconds time) { return QString::number(time.count()); };
    QStringList story{QStringLiteral("%1 %2 %3, job %4, sent at %5, now %6")
                          .arg(item.key.id, journalcodec::word(item.state),
                               journalcodec::word(item.reason), item.jobId, at(item.sentAwake),
                               at(clock.awake()))};
    for (const JournalEvent &event : m_copies.front()->journal->events(batch.id)) {
        if (event.item == item.position)
            story.append(event.at.toString(Qt::ISODateWithMs) + QLatin1Char(' ') + event.event +
                         QStringLiteral(" -> ") + event.state + QLatin1Char(' ') + event.evidence);
    }
    const SimCloud::Behaviour &does = cloud.behaviour;
    story.append(
        QStringLiteral("log: clock %1, times %2, delay %3, filters %4; listing: transitions "
                       "%5, ended '%6', lags %7")
            .arg(at(does.logClock))
            .arg(does.logTimesReadable)
            .arg(at(does.logDelay))
            .arg(!does.ignoresFilters)
            .arg(does.showsTransitions)
            .arg(does.endedStatus)
            .arg(does.keepsStates));
    for (const SimCloud::Job &job : cloud.jobs) {
        const OperationRecord &record = job.record;
        story.append(QStringLiteral("operation %1: %2 %3 %4 by %5, %6 to %7, logged %8")
                         .arg(job.number)
                         .arg(record.jobId, record.action,
                              record.resourceIds.join(QLatin1Char(' ')), record.owner,
                              at(job.begun), at(job.ends), record.status));
    }
    return story;
}

void SimWorld::windDown()
{
    fateOfRequest = [](Verb, const QStringList &) { return SimCloud::Fate(); };
    faultOfRead = [] { return std::nullopt; };
    cloud.listingAge = [] { return 0ms; };
    endSecond();
    Copy &copy = *m_copies.front();
    copy.window.reset(); // cancels unfinished confirmations
    for (BatchRunner *runner : copy.operationService->batches())
        runner->stopTheRest();
    clock.advance(25min);
    check();
    for (BatchRunner *runner : copy.operationService->batches()) {
        for (const BatchItem &item : runner->batch().items) {
            const bool kept = m_broken.isEmpty();
            checkEnd(runner->batch(), item);
            if (kept && !m_broken.isEmpty())
                m_story = storyOf(runner->batch(), item);
        }
    }
    copy.operationService.reset();
    for (const Batch &batch : copy.journal->history({}, 100000)) {
        for (const BatchItem &item : batch.items)
            checkClaim(batch, item);
    }
    m_copies.clear();
}

namespace
{

/// In a log without times, the operation cannot be told from an earlier one with the same id.
bool isAmbiguous(const SimCloud &cloud, const SimCloud::Entry *entry)
{
    if (!entry || cloud.behaviour.logTimesReadable)
        return false;
    const OperationRecord &record = cloud.jobs.at(entry->job - 1).record;
    return std::count_if(cloud.jobs.begin(), cloud.jobs.end(), [&](const SimCloud::Job &job) {
               return job.record.jobId == record.jobId && job.record.action == record.action &&
                      job.record.resourceIds == record.resourceIds;
           }) > 1;
}

} // namespace

/// Everything that can be known by now must be known.
void SimWorld::checkEnd(const Batch &batch, const BatchItem &item)
{
    const QString &id = item.key.id;
    if (isEnd(item.state))
        return;
    ++attention;
    require(item.needsAttention, QStringLiteral("3: %1 never ended").arg(id));
    // Whatever the answer was, the list has shown often enough that a deleted cluster is gone,
    // unless another cluster has its id.
    require(batch.verb != Verb::Delete || item.state != ItemState::Unknown || cloud.has(id),
            QStringLiteral("3: %1 is gone, and that is called unknown").arg(id));
    const SimCloud::Entry *entry = carriedOut(batch, item);
    const bool known = !isAmbiguous(cloud, entry) && item.state == ItemState::Running &&
                       !item.jobId.isEmpty() && entry &&
                       cloud.jobs.at(entry->job - 1).record.jobId == item.jobId;
    if (!known)
        return;
    const bool reused = batch.verb == Verb::Delete && cloud.has(id);
    require(!failed(*entry) || !isThere(item),
            QStringLiteral("3: %1 failed, and is still called running").arg(id));
    require(!succeeded(*entry) || reused || batch.verb != Verb::Delete,
            QStringLiteral("3: %1 is deleted, and is still called running").arg(id));
}

int SimWorld::numberOf(const QString &batch) const
{
    return int(m_batches.indexOf(batch));
}

QByteArray SimWorld::state() const
{
    QByteArray text;
    const auto number = [&text](qint64 value) {
        text += QByteArray::number(value);
        text += ' ';
    };
    const auto streak = [&](const Streak &row) {
        number(row.length);
        number(row.length ? (row.first - clock.awake()).count() : 0);
        number(row.length ? (row.last - clock.awake()).count() : 0);
    };
    for (const std::unique_ptr<Copy> &copy : m_copies) {
        text += copy.get() == m_writer ? "\nwriter " : "\ncopy ";
        number(int(copy->journal->access()));
        for (const BatchRunner *runner : copy->operationService->batches()) {
            const Batch &batch = runner->batch();
            number(numberOf(batch.id));
            number(int(batch.hold));
            number(runner->undoWindowLeft() ? runner->undoWindowLeft()->count() : -1);
            number(m_lostInARow.value(batch.id));
            number(m_silences - m_silencesAtStart.value(batch.id));
            number(m_silences - m_go.value(batch.id, -1));
            number(batch.logBefore.read * 2 + batch.logBefore.whole);
            for (auto known = batch.logBefore.operations.cbegin();
                 known != batch.logBefore.operations.cend(); ++known)
                text += known.key().toLatin1() + known.value() + ' ';
            for (const BatchItem &item : batch.items) {
                const Attempt attempt = m_attempts.value(attemptOf(batch.id, item.position));
                text += item.key.id.toLatin1() + ' ' + item.jobId.toLatin1() + ' ';
                number(int(item.state));
                number(int(item.reason));
                number(item.error ? int(item.error->kind) * 4 + int(item.error->outcome) : -1);
                number(item.sentAt.isValid() ? item.sentAt.msecsTo(cloud.serverNow()) : -1);
                number(attempt.requests.isEmpty() ? 0 : (item.sentAwake - clock.awake()).count());
                number(attempt.requests.isEmpty() ? 0
                                                  : (item.evidenceSince - clock.awake()).count());
                number(item.evidence.operationSuccessful * 2 + item.evidence.undone);
                streak(item.evidence.asWanted);
                streak(item.evidence.vanished);
                streak(item.evidence.unchanged);
                streak(item.evidence.leftOver);
                streak(item.evidence.withoutTrace);
                streak(item.evidence.notDone);
                number(item.answeredAt.isValid() ? item.sentAt.msecsTo(item.answeredAt) : -1);
                number(item.needsAttention);
                number(attempt.requests.size());
                number(attempt.possiblyDone * 2 + attempt.refusedTogether);
            }
        }
    }
    text += "\ncloud ";
    for (const ClusterRecord &cluster : cloud.clusters) {
        text += cluster.id.toLatin1() + ' ' + cluster.status.toLatin1() + ' ' +
                cluster.transition.toLatin1() + ' ';
        number(cluster.created.msecsTo(cloud.serverTime()) > 0);
    }
    for (const SimCloud::Job &job : cloud.jobs) {
        text += job.record.jobId.toLatin1() + ' ' + job.record.owner.toLatin1() + ' ';
        number(int(job.verb));
        number(job.over ? 0 : (job.ends - clock.awake()).count());
        number(job.fails);
        number(job.record.created.isValid() ? job.record.created.msecsTo(cloud.serverTime()) : -1);
    }
    number(m_listsRead); // the number of reads determines the next poll
    number(m_logsRead);
    text += "\nclocks ";
    for (const std::chrono::milliseconds due : clock.dueIn())
        number(due.count());
    number((clock.sinceBoot() - clock.awake()).count());
    number(clock.utcNow().msecsTo(cloud.serverTime()));
    return text;
}

} // namespace clusterdeck

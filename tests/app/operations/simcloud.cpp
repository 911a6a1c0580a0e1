// SPDX-License-Identifier: GPL-3.0-or-later
#include "simcloud.h"

#include <algorithm>

namespace clusterdeck
{

namespace
{

/// What this cloud does for a verb, in its own words, not taken from the program's table.
struct Change {
    QString action;     ///< in the log
    QString transition; ///< of the cluster meanwhile
    QString status;     ///< of the cluster afterwards; empty: it is deleted
};

Change changeOf(Verb verb)
{
    switch (verb) {
    case Verb::Delete:
        return {QStringLiteral("HpcClusterDeleteCluster"), QStringLiteral("deleting"), {}};
    case Verb::Stop:
        return {QStringLiteral("HpcClusterStopCluster"), QStringLiteral("stopping"),
                QStringLiteral("stopped")};
    case Verb::Start:
        return {QStringLiteral("HpcClusterStartCluster"), QStringLiteral("starting"),
                QStringLiteral("active")};
    }
    Q_UNREACHABLE();
}

} // namespace

ApiError refusal(int retCode)
{
    ApiError error = errorForCode(retCode);
    error.httpStatus = 200;
    return error;
}

ApiError lostAnswer()
{
    ApiError error;
    error.kind = ErrorKind::Network;
    error.outcome = Outcome::Unknown;
    return error;
}

void SimCloud::add(const QString &id)
{
    ClusterRecord record;
    record.id = id;
    record.name = QStringLiteral("name of ") + id;
    record.status = QStringLiteral("active");
    record.type = QStringLiteral("ehpc");
    record.owner = user;
    record.nodes = 2;
    record.runningJobs = 0;
    record.pendingJobs = 0;
    record.billing = QStringLiteral("PayForUsed");
    record.description = QStringLiteral(" "); // the cloud states that there is none
    clusters.append(record);
}

bool SimCloud::has(const QString &id) const
{
    return std::any_of(clusters.begin(), clusters.end(), [&](const ClusterRecord &cluster) {
        return cluster.id == id && !isEnded(cluster);
    });
}

bool SimCloud::isEnded(const ClusterRecord &cluster) const
{
    return m_ended.contains(cluster.id);
}

void SimCloud::addAgain(const QString &id)
{
    clusters.removeIf([&](const ClusterRecord &record) { return record.id == id; });
    m_ended.remove(id);
    add(id);
    clusters.last().created = serverTime();
    keepState(m_clock.awake());
}

ClusterRecord *SimCloud::find(const QString &id)
{
    const auto found = std::find_if(clusters.begin(), clusters.end(),
                                    [&](const ClusterRecord &cluster) { return cluster.id == id; });
    return found == clusters.end() ? nullptr : &*found;
}

int SimCloud::timesSent(const QString &id) const
{
    return int(std::count_if(ledger.begin(), ledger.end(),
                             [&](const Entry &entry) { return entry.id == id; }));
}

bool SimCloud::canGo(const QString &id)
{
    const ClusterRecord *cluster = find(id);
    return cluster && !isEnded(*cluster) && cluster->transition.isEmpty();
}

QDateTime SimCloud::serverNow() const
{
    return (estimatesByWallClock ? m_clock.utcNow() + m_seenAhead : serverTime()) + estimateError;
}

void SimCloud::answerSeen()
{
    m_seenAhead = std::chrono::milliseconds(m_clock.utcNow().msecsTo(serverTime()));
}

bool SimCloud::begin(Verb verb, const QString &id, const QString &by)
{
    return beginAll(verb, {id}, by);
}

bool SimCloud::beginAll(Verb verb, const QStringList &ids, const QString &by, QString *jobId)
{
    if (!std::all_of(ids.begin(), ids.end(), [this](const QString &id) { return canGo(id); }))
        return false;
    if (m_past.isEmpty())
        keepState({});
    const Change change = changeOf(verb);
    Job job;
    for (const QString &id : ids) {
        find(id)->transition = change.transition;
        job.fails = job.fails || jobFails(id);
    }
    job.number = int(jobs.size()) + 1;
    job.verb = verb;
    job.ends = m_clock.awake() + jobTime;
    job.record.jobId = QStringLiteral("j-%1").arg(m_nextJob++);
    job.record.action = change.action;
    job.record.status = QStringLiteral("pending");
    job.record.owner = by;
    job.record.resourceIds = ids;
    job.begun = m_clock.awake();
    if (behaviour.logTimesReadable)
        job.record.created = serverTime() + behaviour.logClock;
    if (jobId)
        *jobId = job.record.jobId;
    jobs.append(job);
    keepState(job.begun);
    return true;
}

void SimCloud::settleJobs()
{
    QList<Job *> due;
    for (Job &job : jobs) {
        if (!job.over && job.ends <= m_clock.awake())
            due.append(&job);
    }
    std::stable_sort(due.begin(), due.end(),
                     [](const Job *a, const Job *b) { return a->ends < b->ends; });
    for (Job *job : std::as_const(due))
        finish(*job);
    dropEnded();
}

void SimCloud::finish(Job &job)
{
    job.over = true;
    job.record.status = job.fails ? QStringLiteral("failed") : QStringLiteral("successful");
    job.record.errorCodes = job.fails ? QStringLiteral("5000") : QString();
    for (const QString &id : std::as_const(job.record.resourceIds)) {
        ClusterRecord *cluster = find(id);
        if (!cluster)
            continue;
        cluster->transition.clear();
        // A failed job for several clusters is carried out for those on which it does not fail.
        if (job.fails && (job.record.resourceIds.size() == 1 || jobFails(id)))
            continue;
        if (const QString status = changeOf(job.verb).status; !status.isEmpty()) {
            cluster->status = status;
        } else if (behaviour.endedStatus.isEmpty()) {
            clusters.removeIf([&](const ClusterRecord &record) { return record.id == id; });
        } else {
            cluster->status = behaviour.endedStatus;
            m_ended.insert(id, job.ends + behaviour.endedStay);
        }
    }
    keepState(job.ends);
}

/// Removes clusters from the list whose time as deleted is over.
void SimCloud::dropEnded()
{
    const auto isOver = [&](const ClusterRecord &record) {
        return isEnded(record) && m_ended.value(record.id) <= m_clock.awake();
    };
    if (clusters.removeIf(isOver) == 0)
        return;
    m_ended.removeIf([&](const auto &entry) { return entry.value() <= m_clock.awake(); });
    keepState(m_clock.awake());
}

void SimCloud::keepState(std::chrono::milliseconds since)
{
    if (behaviour.keepsStates)
        m_past.append({since, clusters});
}

/// Deletions and changes of state reach a replica late; new clusters appear at once.
QList<ClusterRecord> SimCloud::shownAt(std::chrono::milliseconds age) const
{
    const auto then = m_clock.awake() - age;
    const auto later = std::find_if(m_past.begin(), m_past.end(),
                                    [&](const Past &past) { return past.since > then; });
    if (later == m_past.begin() || later == m_past.end())
        return clusters;
    QList<ClusterRecord> shown = std::prev(later)->clusters;
    for (const ClusterRecord &cluster : clusters) {
        if (std::none_of(shown.begin(), shown.end(),
                         [&](const ClusterRecord &old) { return old.id == cluster.id; }))
            shown.append(cluster);
    }
    return shown;
}

bool SimCloud::isOverQuota()
{
    const bool over = quota && quota->left() == 0;
    refusedByQuota += over ? 1 : 0;
    if (quota)
        quota->count();
    return over;
}

/// Clusters and the log; no cluster has nodes.
void SimCloud::listAny(const ReadCall &call, int offset, QObject *context, Then<AnyPage> then)
{
    ++reads;
    ++readsOf[std::size_t(call.read)];
    readsById += call.read == Read::Clusters && !call.parameters.isEmpty() ? 1 : 0;
    const bool over = isOverQuota();
    m_clock.callLater(latency, context, [this, call, offset, over, then = std::move(then)] {
        if (over) {
            then(refusal(2500));
            return;
        }
        settleJobs();
        const bool log = call.read == Read::Operations;
        if (const auto fault = log ? faultOfLog() : faultOfList()) {
            then(*fault);
            return;
        }
        answerSeen();
        if (call.read == Read::Nodes)
            then(AnyPage(Page<NodeRecord>()));
        else
            then(log ? AnyPage(logPage(call.parameters, offset))
                     : AnyPage(clusterPage(call.parameters, offset)));
    });
}

Page<ClusterRecord> SimCloud::clusterPage(const Parameters &filter, int offset) const
{
    const QList<ClusterRecord> all = shownAt(listingAge());
    const QString id = filter.value(QStringLiteral("cluster_id"));
    QList<ClusterRecord> shown;
    if (id.isEmpty() || behaviour.ignoresFilters)
        shown = all;
    else if (!behaviour.filtersOtherIds)
        std::copy_if(all.begin(), all.end(), std::back_inserter(shown),
                     [&](const ClusterRecord &cluster) { return cluster.id == id; });
    Page<ClusterRecord> page;
    page.records = shown.mid(offset, pageLimit);
    if (!behaviour.showsTransitions) {
        for (ClusterRecord &cluster : page.records)
            cluster.transition.clear();
    }
    page.rows = int(page.records.size());
    page.total = int(shown.size());
    return page;
}

bool SimCloud::isAbout(const Job &job, const Parameters &filter) const
{
    if (m_clock.awake() < job.begun + behaviour.logDelay)
        return false;
    const QString id = filter.value(QStringLiteral("job_ids"));
    return behaviour.ignoresFilters || id.isEmpty() || id == job.record.jobId;
}

Page<OperationRecord> SimCloud::logPage(const Parameters &filter, int offset) const
{
    QList<OperationRecord> matching;
    for (const Job &job : jobs) {
        if (isAbout(job, filter))
            matching.prepend(job.record);
    }
    Page<OperationRecord> page;
    page.records = matching.mid(offset, PageSize);
    page.rows = int(page.records.size());
    page.total = logPageCount.value_or(int(matching.size()));
    return page;
}

void SimCloud::send(Verb verb, const QStringList &clusterIds, QObject *context, Then<Accepted> then)
{
    const int request = ++sends;
    const Fate fate = isOverQuota() ? Fate{false, refusal(2500)} : fateOfRequest(verb, clusterIds);
    auto answer = std::make_shared<std::optional<Result<Accepted>>>();
    if (fate.arrives) {
        // A request that arrives is carried out even when the caller no longer waits, so it has no
        // context.
        m_clock.callLater(latency / 2 + fate.late, nullptr,
                          [this, request, verb, clusterIds, answer, fate] {
                              *answer = carryOut(request, verb, clusterIds, fate.partly);
                          });
    }
    // An answer with a given error does not wait for the late request.
    const auto wait = latency + (fate.error ? std::chrono::milliseconds(0) : fate.late);
    const Accepted earlier = m_lastAccepted;
    m_clock.callLater(
        wait, context, [this, request, fate, answer, earlier, then = std::move(then)] {
            Result<Accepted> told = fate.error ? Result<Accepted>(*fate.error) : **answer;
            if (fate.answerOfEarlier && !earlier.jobId.isEmpty())
                told = earlier;
            answerSeen();
            answered(request, told);
            then(told);
        });
}

void SimCloud::modify(const QString &clusterId, const ClusterChange &change, QObject *context,
                      Then<Accepted> then)
{
    m_clock.callLater(latency, context, [this, clusterId, change, then = std::move(then)] {
        ClusterRecord *cluster = find(clusterId);
        if (!cluster) {
            then(refusal(2100));
            return;
        }
        if (const auto error = faultOfModify()) {
            then(*error);
            return;
        }
        cluster->name = change.name.value_or(cluster->name);
        cluster->description = change.description.value_or(cluster->description);
        then(Accepted{});
    });
}

Result<Accepted> SimCloud::carryOut(int request, Verb verb, const QStringList &ids, int partly)
{
    settleJobs();
    QStringList done = ids;
    QStringList cannot;
    for (const QString &id : ids) {
        if (!canGo(id))
            cannot.append(id);
    }
    if (partly >= 0) {
        done.removeIf([&](const QString &id) { return cannot.contains(id); });
        done = done.mid(0, partly);
    } else if (!cannot.isEmpty()) {
        done.clear();
    }
    Accepted accepted;
    if (!done.isEmpty())
        beginAll(verb, done, user, &accepted.jobId);
    for (const QString &id : ids)
        ledger.append(
            {verb, id, done.contains(id), request, done.isEmpty() ? 0 : jobs.last().number});
    if (!cannot.isEmpty())
        return refusal(has(cannot.constFirst()) ? 1400 : 2100);
    if (!answersWithJobId)
        accepted.jobId.clear();
    m_lastAccepted = accepted;
    return accepted;
}

} // namespace clusterdeck

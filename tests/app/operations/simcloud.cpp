// SPDX-License-Identifier: GPL-3.0-or-later
#include "simcloud.h"

#include <algorithm>

namespace clusterdeck
{

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
    clusters.append(record);
}

bool SimCloud::has(const QString &id) const
{
    return std::any_of(clusters.begin(), clusters.end(),
                       [&](const ClusterRecord &cluster) { return cluster.id == id; });
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
    return cluster && cluster->transition.isEmpty();
}

bool SimCloud::begin(Verb verb, const QString &id, const QString &by)
{
    return beginAll(verb, {id}, by);
}

bool SimCloud::beginAll(Verb verb, const QStringList &ids, const QString &by, QString *jobId)
{
    static const QMap<Verb, std::pair<QString, QString>> Words{
        {Verb::Delete, {QStringLiteral("Delete"), QStringLiteral("deleting")}},
        {Verb::Stop, {QStringLiteral("Stop"), QStringLiteral("stopping")}},
        {Verb::Start, {QStringLiteral("Start"), QStringLiteral("starting")}}};
    if (!std::all_of(ids.begin(), ids.end(), [this](const QString &id) { return canGo(id); }))
        return false;
    Job job;
    for (const QString &id : ids) {
        find(id)->transition = Words.value(verb).second;
        job.fails = job.fails || jobFails(id);
    }
    job.verb = verb;
    job.ends = m_clock.awake() + jobTime;
    job.record.jobId = QStringLiteral("j-%1").arg(m_nextJob++);
    job.record.action = QStringLiteral("HpcCluster%1Cluster").arg(Words.value(verb).first);
    job.record.status = QStringLiteral("pending");
    job.record.owner = by;
    job.record.resourceIds = ids;
    job.record.created = serverTime();
    if (jobId)
        *jobId = job.record.jobId;
    jobs.append(job);
    return true;
}

void SimCloud::settleJobs()
{
    for (Job &job : jobs) {
        if (job.over || job.ends > m_clock.awake())
            continue;
        job.over = true;
        job.record.status = job.fails ? QStringLiteral("failed") : QStringLiteral("successful");
        job.record.errorCodes = job.fails ? QStringLiteral("5000") : QString();
        for (const QString &id : std::as_const(job.record.resourceIds)) {
            ClusterRecord *cluster = find(id);
            if (!cluster)
                continue;
            cluster->transition.clear();
            // One that failed for several may have done its work on some: those it is not about.
            if (job.fails && (job.record.resourceIds.size() == 1 || jobFails(id)))
                continue;
            if (job.verb == Verb::Delete)
                clusters.removeIf([&](const ClusterRecord &record) { return record.id == id; });
            else
                cluster->status =
                    job.verb == Verb::Stop ? QStringLiteral("stopped") : QStringLiteral("active");
        }
    }
}

void SimCloud::listClusters(int offset, QObject *context, Then<ClusterPage> then)
{
    ++reads;
    m_clock.callLater(latency, context, [this, offset, then = std::move(then)] {
        settleJobs();
        if (const auto fault = faultOfList()) {
            then(*fault);
            return;
        }
        ClusterPage page;
        page.clusters = clusters.mid(offset, pageLimit);
        page.rows = int(page.clusters.size());
        page.total = int(clusters.size());
        then(page);
    });
}

void SimCloud::listOperations(const OperationQuery &query, QObject *context,
                              Then<OperationPage> then)
{
    ++reads;
    m_clock.callLater(latency, context, [this, query, then = std::move(then)] {
        settleJobs();
        if (const auto fault = faultOfLog()) {
            then(*fault);
            return;
        }
        QList<OperationRecord> matching;
        for (const Job &job : std::as_const(jobs)) {
            const bool asked = query.jobIds.isEmpty() || query.jobIds.contains(job.record.jobId);
            if (asked && (!query.since.isValid() || job.record.created >= query.since))
                matching.prepend(job.record);
        }
        OperationPage page;
        page.operations = matching.mid(query.offset, PageSize);
        page.rows = int(page.operations.size());
        page.total = logPageCount.value_or(int(matching.size()));
        then(page);
    });
}

void SimCloud::send(Verb verb, const QStringList &clusterIds, QObject *context, Then<Accepted> then)
{
    ++sends;
    const Fate fate = fateOfRequest(verb, clusterIds);
    auto answer = std::make_shared<std::optional<Result<Accepted>>>();
    if (fate.arrives) {
        // What arrives happens, whether anybody still listens or not: no context of the caller's.
        m_clock.callLater(latency / 2, nullptr, [this, verb, clusterIds, answer, fate] {
            *answer = carryOut(verb, clusterIds, fate.partly);
        });
    }
    m_clock.callLater(latency, context, [fate, answer, then = std::move(then)] {
        then(fate.error ? Result<Accepted>(*fate.error) : **answer);
    });
}

void SimCloud::modify(const QString &clusterId, const QString &name, const QString &description,
                      QObject *context, Then<Accepted> then)
{
    m_clock.callLater(latency, context,
                      [this, clusterId, name, description, then = std::move(then)] {
                          ClusterRecord *cluster = find(clusterId);
                          if (!cluster) {
                              then(refusal(2100));
                              return;
                          }
                          cluster->name = name;
                          cluster->description = description;
                          then(Accepted{});
                      });
}

Result<Accepted> SimCloud::carryOut(Verb verb, const QStringList &ids, int partly)
{
    settleJobs();
    ++m_arrived;
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
        ledger.append({verb, id, done.contains(id), m_arrived});
    if (!cannot.isEmpty())
        return refusal(has(cannot.constFirst()) ? 1400 : 2100);
    if (!answersWithJobId)
        accepted.jobId.clear();
    return accepted;
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/timeline.h"

#include "app/operations/batch/operation.h"

#include <QHash>

#include <algorithm>
#include <limits>
#include <vector>

namespace clusterdeck
{

namespace
{

/// A request of which it is not known which job it made, if any.
struct LostRequest {
    qsizetype batch = 0;
    QDateTime sent;
    QDateTime ended; ///< invalid while it is open
};

/// One job of the log, as it was read to stand last.
struct Job {
    OperationRecord record;
    const AccountLog *log = nullptr;
};

bool isFresher(const OperationRecord &record, const OperationRecord &known)
{
    if (record.changed.isValid() && known.changed.isValid() && record.changed != known.changed)
        return record.changed > known.changed;
    const auto ended = [](const OperationRecord &each) {
        return progressOf(each) != OperationProgress::Running;
    };
    return ended(record) && !ended(known);
}

/// Each job once, in the order in which they were first met.
QList<Job> jobsIn(const QList<AccountLog> &logs)
{
    QList<Job> jobs;
    QHash<std::pair<QString, QString>, qsizetype> places;
    for (const AccountLog &log : logs) {
        for (const OperationRecord &record : log.operations) {
            const auto key = std::pair(log.cloud, record.jobId);
            const auto place = places.constFind(key);
            if (place == places.cend()) {
                places.insert(key, jobs.size());
                jobs.append({record, &log});
            } else if (isFresher(record, jobs.at(*place).record)) {
                jobs[*place].record = record;
            }
        }
    }
    return jobs;
}

/// Sent, and neither refused nor cancelled: the provider may have made a job of it.
bool isLost(const BatchItem &item)
{
    const bool open = item.state == ItemState::Unknown || item.state == ItemState::Sending ||
                      item.state == ItemState::Running || item.state == ItemState::Done;
    return open && item.jobId.isEmpty() && item.sentAt.isValid();
}

class Merger
{
public:
    Merger(const QList<Batch> &batches, const QList<AccountLog> &logs,
           const std::function<QString(const ClusterKey &)> &nameOf)
        : m_nameOf(nameOf)
    {
        m_timeline.batches = batches;
        for (const AccountLog &log : logs)
            m_clouds.insert(log.account, log.cloud);
        for (qsizetype batch = 0; batch < batches.size(); ++batch)
            add(batch);
        for (const Job &job : jobsIn(logs))
            add(job);
    }

    Timeline take()
    {
        // By numbers: times are slow to compare, and whole lines slow to move about.
        std::vector<std::pair<qint64, qsizetype>> order;
        order.reserve(size_t(m_timeline.lines.size()));
        for (const TimelineLine &line : std::as_const(m_timeline.lines)) {
            const qint64 when = line.at.isValid() ? line.at.toMSecsSinceEpoch()
                                                  : std::numeric_limits<qint64>::min();
            order.emplace_back(when, qsizetype(order.size()));
        }
        std::stable_sort(order.begin(), order.end(),
                         [](const auto &a, const auto &b) { return a.first > b.first; });
        QList<TimelineLine> lines;
        lines.reserve(m_timeline.lines.size());
        for (const auto &[when, number] : order)
            lines.append(std::move(m_timeline.lines[number]));
        m_timeline.lines = std::move(lines);
        return std::move(m_timeline);
    }

private:
    void add(qsizetype number)
    {
        const Batch &batch = m_timeline.batches.at(number);
        TimelineLine &line = m_timeline.lines.emplace_back();
        line.source = TimelineSource::Ours;
        line.batch = number;
        line.account = batch.account;
        line.accountName = batch.accountName;
        line.zone = batch.zone;
        line.at = batch.confirmedAt;
        if (!batch.user.isEmpty())
            line.people.append(batch.user);
        for (const BatchItem &item : batch.items) {
            line.outcomes |= specOf(item.state).outcome;
            line.clusters.append({item.key.id, item.shown.name});
            if (!item.shown.name.isEmpty())
                m_shownNames.insert(item.key, item.shown.name);
            if (!item.jobId.isEmpty()) {
                QList<qsizetype> &owners = m_ours[item.jobId];
                if (owners.isEmpty() || owners.constLast() != number)
                    owners.append(number);
            } else if (isLost(item)) {
                m_lost[item.key.id].append({number, item.sentAt, item.endedAt});
            }
        }
    }

    void add(const Job &job)
    {
        bool ours = false;
        for (const qsizetype number : m_ours.value(job.record.jobId)) {
            if (!isOfCloud(number, job))
                continue;
            ours = true;
            TimelineLine &line = m_timeline.lines[number]; // batches are the first lines
            line.operations.append(job.record);
            name(line, job.record);
        }
        if (ours)
            return;
        TimelineLine &line = m_timeline.lines.emplace_back();
        line.operations.append(job.record);
        line.account = job.log->account;
        line.accountName = job.log->accountName;
        line.zone = job.log->zone;
        line.at = job.record.created.isValid() ? job.record.created : job.record.changed;
        line.outcomes = outcomeOf(job.record);
        line.batch = lostBatchOf(job);
        line.source = line.batch < 0 ? TimelineSource::Elsewhere : TimelineSource::PerhapsOurs;
        for (const QString &id : job.record.resourceIds)
            line.clusters.append({id, nameOf({line.account, id})});
        name(line, job.record);
    }

    /// The account may have been closed since: then nothing says that it was of another cloud.
    [[nodiscard]] bool isOfCloud(qsizetype number, const Job &job) const
    {
        const auto cloud = m_clouds.constFind(m_timeline.batches.at(number).account);
        return cloud == m_clouds.cend() || *cloud == job.log->cloud;
    }

    [[nodiscard]] qsizetype lostBatchOf(const Job &job) const
    {
        for (const QString &id : job.record.resourceIds) {
            for (const LostRequest &request : m_lost.value(id)) {
                if (isOfCloud(request.batch, job) &&
                    isOfVerb(job.record, m_timeline.batches.at(request.batch).verb) &&
                    isWithin(job.record.created, request))
                    return request.batch;
            }
        }
        return -1;
    }

    static bool isWithin(const QDateTime &created, const LostRequest &request)
    {
        if (!created.isValid())
            return true; // nothing speaks against it
        const qint64 tolerance = std::chrono::milliseconds(ClockTolerance).count();
        return created.addMSecs(tolerance) >= request.sent &&
               (!request.ended.isValid() || created.addMSecs(-tolerance) <= request.ended);
    }

    static void name(TimelineLine &line, const OperationRecord &record)
    {
        for (const QString &person : {record.submitter, record.owner}) {
            if (!person.isEmpty() && !line.people.contains(person))
                line.people.append(person);
        }
    }

    [[nodiscard]] QString nameOf(const ClusterKey &key) const
    {
        const QString known = m_nameOf ? m_nameOf(key) : QString();
        return known.isEmpty() ? m_shownNames.value(key) : known;
    }

    const std::function<QString(const ClusterKey &)> &m_nameOf;
    QHash<ClusterKey, QString> m_shownNames;
    QHash<QString, QString> m_clouds;          ///< by account
    QHash<QString, QList<qsizetype>> m_ours;   ///< batches by job id
    QHash<QString, QList<LostRequest>> m_lost; ///< by cluster id
    Timeline m_timeline;
};

} // namespace

QString Timeline::identityOf(const TimelineLine &line) const
{
    // No job id and no batch's id holds a blank.
    return line.source == TimelineSource::Ours
               ? QStringLiteral("batch ") + batches.at(line.batch).id
               : QStringLiteral("job ") + line.account + u' ' + line.operations.constFirst().jobId;
}

const Batch *Timeline::batchOf(const TimelineLine &line) const
{
    return line.batch < 0 ? nullptr : &batches.at(line.batch);
}

Timeline timelineOf(const QList<Batch> &batches, const QList<AccountLog> &logs,
                    const std::function<QString(const ClusterKey &)> &nameOf)
{
    return Merger(batches, logs, nameOf).take();
}

bool isDeletedElsewhere(const TimelineLine &line)
{
    return line.source == TimelineSource::Elsewhere && line.outcomes == TimelineOutcome::Done &&
           isOfVerb(line.operations.constFirst(), Verb::Delete);
}

TimelineOutcome outcomeOf(const OperationRecord &operation)
{
    switch (progressOf(operation)) {
    case OperationProgress::Running:
        return TimelineOutcome::Running;
    case OperationProgress::Successful:
        return TimelineOutcome::Done;
    case OperationProgress::Failed:
        return TimelineOutcome::Failed;
    }
    Q_UNREACHABLE();
}

QString authorOf(const OperationRecord &operation)
{
    return operation.submitter.isEmpty() ? operation.owner : operation.submitter;
}

} // namespace clusterdeck

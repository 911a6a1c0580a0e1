// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/timeline.h"

#include "app/operations/batch/operation.h"

#include <QHash>

#include <algorithm>
#include <limits>
#include <tuple>
#include <vector>

namespace clusterdeck
{

namespace
{

/// A request without a known job.
struct LostRequest {
    std::shared_ptr<const Batch> batch;
    QDateTime sent;
    QDateTime ended; ///< invalid while it is open
};

/// One job of the log, with its newest facts.
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

/// Each job once, in the order of its first entry.
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

/// Sent, and without a job id, but the provider may have a job for it.
bool isLost(const BatchItem &item)
{
    return specOf(item.state).mayHaveJob && item.jobId.isEmpty() && item.sentAt.isValid();
}

/// Items without a job count as one request while they are in the same state.
bool isSameRequest(const BatchItem &a, const BatchItem &b)
{
    if (!a.jobId.isEmpty() || !b.jobId.isEmpty())
        return a.jobId == b.jobId;
    return a.state == b.state && a.sentAt.isValid() == b.sentAt.isValid();
}

class Merger
{
public:
    using NameOf = std::function<QString(const ClusterKey &)>;
    enum class Cut { Batches, Requests }; ///< what gets its own line

    Merger(Cut cut, const QList<AccountLog> &logs, const NameOf &nameOf)
        : m_cut(cut)
        , m_logs(logs)
        , m_nameOf(nameOf)
    {
        for (const AccountLog &log : logs)
            m_clouds.insert(log.account, log.cloud);
    }

    QList<TimelineLine> merged(const QList<Batch> &batches, const QString &clusterId)
    {
        for (const Batch &batch : batches) {
            if (m_cut == Cut::Batches)
                addBatch(std::make_shared<const Batch>(batch));
            else
                addRequests(std::make_shared<const Batch>(batch), clusterId);
        }
        // The order of lines with the same time: batches first, then the log's entries; a request
        // takes the place of its job.
        m_places.fill(m_cut == Cut::Batches ? -1 : std::numeric_limits<qsizetype>::max(),
                      m_lines.size());
        const QList<Job> jobs = jobsIn(m_logs);
        for (qsizetype place = 0; place < jobs.size(); ++place)
            add(jobs.at(place), place);
        return sorted();
    }

private:
    QList<TimelineLine> sorted()
    {
        // Sorts numbers: QDateTime is slow to compare, and lines are slow to move.
        std::vector<std::tuple<qint64, qsizetype, qsizetype>> order;
        order.reserve(size_t(m_lines.size()));
        for (qsizetype number = 0; number < m_lines.size(); ++number) {
            const QDateTime &at = m_lines.at(number).at;
            const qint64 newestFirst =
                at.isValid() ? -at.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max();
            order.emplace_back(newestFirst, m_places.at(number), number);
        }
        std::sort(order.begin(), order.end());
        QList<TimelineLine> lines;
        lines.reserve(m_lines.size());
        for (const auto &[when, place, number] : order)
            lines.append(std::move(m_lines[number]));
        return lines;
    }

    TimelineLine &begin(const std::shared_ptr<const Batch> &batch)
    {
        TimelineLine &line = m_lines.emplace_back();
        line.source = TimelineSource::Ours;
        line.batch = batch;
        line.account = batch->account;
        line.accountName = batch->accountName;
        line.zone = batch->zone;
        if (!batch->user.isEmpty())
            line.people.append(batch->user);
        return line;
    }

    void addBatch(const std::shared_ptr<const Batch> &batch)
    {
        TimelineLine &line = begin(batch);
        line.at = batch->confirmedAt;
        line.items = batch->items;
        for (const BatchItem &item : batch->items)
            addItem(m_lines.size() - 1, item);
    }

    void addRequests(const std::shared_ptr<const Batch> &batch, const QString &clusterId)
    {
        const qsizetype first = m_lines.size();
        for (const BatchItem &item : batch->items) {
            if (!clusterId.isEmpty() && item.key.id != clusterId)
                continue;
            qsizetype number = first;
            while (number < m_lines.size() &&
                   !isSameRequest(m_lines.at(number).items.constFirst(), item))
                ++number;
            TimelineLine &line = number < m_lines.size() ? m_lines[number] : begin(batch);
            line.items.append(item);
            if (item.sentAt.isValid() && (!line.at.isValid() || item.sentAt < line.at))
                line.at = item.sentAt;
            if (item.endedAt.isValid() && (!line.ended.isValid() || item.endedAt > line.ended))
                line.ended = item.endedAt;
            addItem(number, item);
        }
        for (qsizetype number = first; number < m_lines.size(); ++number) {
            if (!m_lines.at(number).at.isValid())
                m_lines[number].at = batch->confirmedAt;
        }
    }

    /// Adds the facts of one item to its line.
    void addItem(qsizetype number, const BatchItem &item)
    {
        TimelineLine &line = m_lines[number];
        line.outcomes |= item.outcome();
        line.clusters.append({item.key.id, item.shown.name});
        if (!item.shown.name.isEmpty())
            m_shownNames.insert(item.key, item.shown.name);
        if (!item.jobId.isEmpty()) {
            QList<qsizetype> &owners = m_ours[item.jobId];
            if (owners.isEmpty() || owners.constLast() != number)
                owners.append(number);
        } else if (isLost(item)) {
            m_lost[item.key.id].append({line.batch, item.sentAt, item.endedAt});
        }
    }

    void add(const Job &job, qsizetype place)
    {
        bool ours = false;
        for (const qsizetype number : m_ours.value(job.record.jobId)) {
            if (!isOfCloud(*m_lines.at(number).batch, job))
                continue;
            ours = true;
            TimelineLine &line = m_lines[number];
            line.operations.append(job.record);
            name(line, job.record);
            if (m_cut == Cut::Requests) {
                m_places[number] = place;
                unite(line, job.record);
            }
        }
        if (ours)
            return;
        TimelineLine &line = m_lines.emplace_back();
        m_places.append(place);
        line.operations.append(job.record);
        line.account = job.log->account;
        line.accountName = job.log->accountName;
        line.zone = job.log->zone;
        line.at = job.record.created;
        if (m_cut == Cut::Batches && !line.at.isValid())
            line.at = job.record.changed;
        line.ended = endOf(job.record);
        line.outcomes = outcomeOf(job.record);
        line.batch = m_cut == Cut::Batches ? lostBatchOf(job) : nullptr;
        line.source = line.batch ? TimelineSource::PerhapsOurs : TimelineSource::Elsewhere;
        line.clusters = clustersOf(line, job.record);
        name(line, job.record);
    }

    /// Takes time, end and clusters from the log; the journal adds what the log lacks.
    void unite(TimelineLine &line, const OperationRecord &record)
    {
        if (record.created.isValid())
            line.at = record.created;
        if (outcomeOf(record) == TimelineOutcome::Running || record.changed.isValid())
            line.ended = endOf(record);
        const QList<TimelineCluster> own = std::exchange(line.clusters, clustersOf(line, record));
        for (const TimelineCluster &cluster : own) {
            if (!record.resourceIds.contains(cluster.id))
                line.clusters.append(cluster);
        }
    }

    [[nodiscard]] QList<TimelineCluster> clustersOf(const TimelineLine &line,
                                                    const OperationRecord &record) const
    {
        QList<TimelineCluster> clusters;
        for (const QString &id : record.resourceIds)
            clusters.append({id, nameOf({line.account, id})});
        return clusters;
    }

    static QDateTime endOf(const OperationRecord &record)
    {
        return outcomeOf(record) == TimelineOutcome::Running ? QDateTime() : record.changed;
    }

    /// True also for a closed account, whose cloud is not known.
    [[nodiscard]] bool isOfCloud(const Batch &batch, const Job &job) const
    {
        const auto cloud = m_clouds.constFind(batch.account);
        return cloud == m_clouds.cend() || *cloud == job.log->cloud;
    }

    [[nodiscard]] std::shared_ptr<const Batch> lostBatchOf(const Job &job) const
    {
        for (const QString &id : job.record.resourceIds) {
            for (const LostRequest &request : m_lost.value(id)) {
                if (isOfCloud(*request.batch, job) && isOfVerb(job.record, request.batch->verb) &&
                    isWithin(job.record.created, request))
                    return request.batch;
            }
        }
        return {};
    }

    static bool isWithin(const QDateTime &created, const LostRequest &request)
    {
        if (!created.isValid())
            return true; // without a time it cannot be excluded
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

    const Cut m_cut;
    const QList<AccountLog> &m_logs;
    const NameOf &m_nameOf;
    QHash<ClusterKey, QString> m_shownNames;
    QHash<QString, QString> m_clouds;          ///< by account
    QHash<QString, QList<qsizetype>> m_ours;   ///< lines by job id
    QHash<QString, QList<LostRequest>> m_lost; ///< by cluster id
    QList<TimelineLine> m_lines;               ///< first those with a batch of this program
    QList<qsizetype> m_places;                 ///< the order of lines with the same time
};

bool isBy(const TimelineLine &line, const TimelineFilter &filter)
{
    switch (filter.who) {
    case TimelineFilter::Who::Anyone:
        return true;
    case TimelineFilter::Who::ThisProgram:
        return line.source != TimelineSource::Elsewhere;
    case TimelineFilter::Who::Elsewhere:
        return line.source != TimelineSource::Ours;
    case TimelineFilter::Who::Person:
        return line.people.contains(filter.person);
    }
    Q_UNREACHABLE();
}

bool isAbout(const TimelineLine &line, const QString &cluster)
{
    return cluster.isEmpty() ||
           std::any_of(line.clusters.begin(), line.clusters.end(),
                       [&](const TimelineCluster &each) {
                           return each.id.contains(cluster, Qt::CaseInsensitive) ||
                                  each.name.contains(cluster, Qt::CaseInsensitive);
                       });
}

bool isWithin(const QDateTime &at, const TimelineFilter &filter)
{
    if (!filter.since.isValid() && !filter.until.isValid())
        return true;
    return at.isValid() && (!filter.since.isValid() || at >= filter.since) &&
           (!filter.until.isValid() || at < filter.until);
}

bool matches(const TimelineLine &line, const TimelineFilter &filter)
{
    return (!filter.outcomes || (line.outcomes & filter.outcomes)) && isBy(line, filter) &&
           isWithin(line.at, filter) && isAbout(line, filter.cluster);
}

} // namespace

QList<TimelineLine> timelineOf(const QList<Batch> &batches, const QList<AccountLog> &logs,
                               const std::function<QString(const ClusterKey &)> &nameOf)
{
    return Merger(Merger::Cut::Batches, logs, nameOf).merged(batches, {});
}

QList<TimelineLine> operationLog(const QList<OperationRecord> &operations,
                                 const QList<Batch> &batches, const QString &clusterId)
{
    const QList<AccountLog> logs{AccountLog{{}, {}, {}, {}, operations}};
    return Merger(Merger::Cut::Requests, logs, {}).merged(batches, clusterId);
}

QList<Batch> batchesOf(const QList<Batch> &ofThisRun, const QList<Batch> &journalled)
{
    QList<Batch> batches;
    QSet<QString> taken;
    const auto take = [&](const Batch &batch) {
        if (taken.contains(batch.id))
            return;
        taken.insert(batch.id);
        batches.append(batch);
    };
    std::for_each(ofThisRun.crbegin(), ofThisRun.crend(), take);
    std::for_each(journalled.cbegin(), journalled.cend(), take);
    return batches;
}

QString identityOf(const TimelineLine &line)
{
    // Neither a job id nor a batch id contains a space.
    return line.source == TimelineSource::Ours
               ? QStringLiteral("batch ") + line.batch->id
               : QStringLiteral("job ") + line.account + u' ' + line.operations.constFirst().jobId;
}

std::optional<Verb> verbOf(const TimelineLine &line)
{
    return line.source == TimelineSource::Ours ? line.batch->verb
                                               : verbOf(line.operations.constFirst());
}

bool LogReach::covers(const QDateTime &at) const
{
    return read && (!back.isValid() || at >= back) && (!until.isValid() || at < until);
}

LogReach reachOf(const QList<OperationRecord> &operations, const QDateTime &until, bool complete)
{
    LogReach reach{.read = true, .until = until};
    if (complete)
        return reach;
    reach.back = until;
    for (const OperationRecord &operation : operations) {
        if (operation.created.isValid() && operation.created < reach.back)
            reach.back = operation.created;
    }
    return reach;
}

LogSource logSourceOf(const TimelineLine &line, const LogReach &reach)
{
    if (line.source != TimelineSource::Ours)
        return LogSource::Elsewhere;
    if (!line.operations.isEmpty())
        return LogSource::Here;
    const bool sent = std::any_of(line.items.begin(), line.items.end(), [](const BatchItem &item) {
        return item.sentAt.isValid() || item.state == ItemState::Sending;
    });
    if (!sent)
        return LogSource::NotSent;
    return reach.covers(line.at) ? LogSource::OnlyHere : LogSource::HereUnread;
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

QString authorOf(const TimelineLine &line)
{
    const QString author =
        line.operations.isEmpty() ? QString() : requesterOf(line.operations.constFirst());
    return author.isEmpty() && line.batch ? line.batch->user : author;
}

QList<qsizetype> matching(const QList<TimelineLine> &lines, const TimelineFilter &filter)
{
    QList<qsizetype> found;
    for (qsizetype line = 0; line < lines.size(); ++line) {
        if (matches(lines.at(line), filter))
            found.append(line);
    }
    return found;
}

QStringList peopleIn(const QList<TimelineLine> &lines)
{
    QStringList people;
    for (const TimelineLine &line : lines)
        people += line.people;
    people.removeDuplicates();
    people.sort();
    return people;
}

QDateTime dayBefore(const QDateTime &now, int days)
{
    return now.toLocalTime().date().addDays(-days).startOfDay().toUTC();
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/batch/logevidence.h"

#include "app/api/paging.h"
#include "app/operations/batch/operation.h"

#include <QCryptographicHash>
#include <QHash>
#include <QSet>

namespace clusterdeck
{

QByteArray fingerprintOf(const OperationRecord &operation)
{
    constexpr int Characters = 12; // enough to distinguish operations with the same job id
    QStringList parts{operation.action, operation.created.toUTC().toString(Qt::ISODateWithMs)};
    parts += operation.resourceIds;
    const QByteArray text = parts.join(QLatin1Char('\n')).toUtf8();
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().left(Characters);
}

LogBefore logBefore(const Page<OperationRecord> &page)
{
    LogBefore before;
    before.read = true;
    // Without a total only an empty page means that there are no more rows.
    const bool last = endOf(page.rows, page.rows, page.total, 1) == PageEnd::Last;
    before.whole = last && page.rows == page.records.size();
    for (const OperationRecord &operation : page.records)
        before.operations.insert(operation.jobId, fingerprintOf(operation));
    return before;
}

LogComparison::LogComparison(const QList<OperationRecord> &log, const LogBefore &before)
    : m_log(&log)
    , m_before(&before)
{
    for (qsizetype place = 0; place < log.size(); ++place) {
        if (before.operations.contains(log.at(place).jobId)) {
            m_lastKnown = place;
            ++m_known;
        }
    }
}

Newness LogComparison::newness(qsizetype place) const
{
    if (!m_before->read)
        return Newness::Unclear;
    const OperationRecord &operation = m_log->at(place);
    const auto known = m_before->operations.constFind(operation.jobId);
    if (known != m_before->operations.cend())
        return *known == fingerprintOf(operation) ? Newness::Before : Newness::Unclear;
    return m_before->whole || place < m_lastKnown ? Newness::Since : Newness::Unclear;
}

std::optional<std::chrono::milliseconds> latestShown(const QList<OperationRecord> &log,
                                                     const QList<OwnOperation> &own)
{
    QSet<QString> listed;
    for (const OperationRecord &operation : log)
        listed.insert(operation.jobId);
    std::optional<std::chrono::milliseconds> latest;
    for (const OwnOperation &ours : own) {
        if (ours.answeredAt.isValid() && listed.contains(ours.jobId))
            latest = std::max(latest.value_or(ours.sentAwake), ours.sentAwake);
    }
    return latest;
}

LogClock measureLog(const QList<OperationRecord> &log, bool complete,
                    const QList<OwnOperation> &own)
{
    QHash<QString, const OperationRecord *> byJob;
    for (const OperationRecord &operation : log)
        byJob.insert(operation.jobId, &operation);
    constexpr auto Tolerance = std::chrono::milliseconds(ClockTolerance).count();
    constexpr auto Uncertain = std::chrono::milliseconds(MeasuredWithin).count();
    LogClock clock = LogClock::NotMeasured;
    for (const OwnOperation &ours : own) {
        const OperationRecord *found = byJob.value(ours.jobId);
        if (!found) {
            if (complete && ours.mustBeListed)
                return LogClock::Disagrees;
            continue;
        }
        const QDateTime answered = ours.answeredAt.isValid() ? ours.answeredAt : ours.sentAt;
        if (!found->created.isValid() || found->created < ours.sentAt.addMSecs(-Tolerance) ||
            found->created > answered.addMSecs(Tolerance))
            return LogClock::Disagrees;
        // Created long before the answer: the log may be late by as much.
        if (found->created >= answered.addMSecs(-Uncertain))
            clock = LogClock::Agrees;
    }
    return clock;
}

} // namespace clusterdeck

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusters/details/operationlogmodel.h"

#include "ui/operations/verbwords.h"
#include "ui/text/errortext.h"
#include "ui/text/format.h"

namespace clusterdeck
{

namespace
{

QString operationText(const TimelineLine &line)
{
    if (const auto verb = verbOf(line))
        return VerbWords::of(*verb).operation();
    const OperationRecord &operation = line.operations.constFirst();
    return operation.description.isEmpty() ? operation.action : operation.description;
}

/// The provider's word, where there is one: the journal may have ended before the operation did.
StateLook lookOf(const TimelineLine &line)
{
    if (line.operations.isEmpty())
        return clusterdeck::lookOf(line.items.constFirst());
    switch (progressOf(line.operations.constFirst())) {
    case OperationProgress::Running:
        return clusterdeck::lookOf(ItemState::Running);
    case OperationProgress::Successful:
        return clusterdeck::lookOf(ItemState::Done);
    case OperationProgress::Failed:
        return clusterdeck::lookOf(ItemState::Failed);
    }
    Q_UNREACHABLE();
}

QString sourceText(LogSource source)
{
    switch (source) {
    case LogSource::Here:
        return OperationLogModel::tr("Here");
    case LogSource::OnlyHere:
        return OperationLogModel::tr("Here, not in the provider's log");
    case LogSource::HereUnread:
        return OperationLogModel::tr("Here, log not read");
    case LogSource::NotSent:
        return OperationLogModel::tr("Here, not sent");
    case LogSource::Elsewhere:
        return OperationLogModel::tr("Elsewhere");
    }
    Q_UNREACHABLE();
}

QString sourceExplanation(LogSource source)
{
    switch (source) {
    case LogSource::Here:
        return OperationLogModel::tr("Sent by Clusterdeck on this machine; the provider's log has "
                                     "it too.");
    case LogSource::OnlyHere:
        return OperationLogModel::tr("Sent by Clusterdeck on this machine. The provider's log does "
                                     "not hold it.");
    case LogSource::HereUnread:
        return OperationLogModel::tr("Sent by Clusterdeck on this machine. The provider's log has "
                                     "not been read for that time.");
    case LogSource::NotSent:
        return OperationLogModel::tr("Confirmed in Clusterdeck on this machine, but nothing was "
                                     "sent.");
    case LogSource::Elsewhere:
        return OperationLogModel::tr("In the provider's log, but not sent by Clusterdeck on this "
                                     "machine: another person, machine or tool did it.");
    }
    Q_UNREACHABLE();
}

QString stateExplanation(const TimelineLine &line)
{
    QStringList lines{lookOf(line).word};
    const QString codes = line.operations.value(0).errorCodes;
    if (!codes.isEmpty())
        lines.append(OperationLogModel::tr("Provider: %1", "error codes").arg(codes));
    if (!line.items.isEmpty())
        lines.append(reasonText(line.items.first()));
    if (line.ended.isValid())
        lines.append(OperationLogModel::tr("Ended %1").arg(dateTimeText(line.ended)));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString jobOf(const TimelineLine &line)
{
    return line.operations.isEmpty() ? line.items.constFirst().jobId
                                     : line.operations.constFirst().jobId;
}

/// Once more the same line, whatever else is known of it now.
QString lineKey(const TimelineLine &line)
{
    const QString job = jobOf(line);
    return job.isEmpty() && line.batch ? line.batch->id : job;
}

} // namespace

OperationLogModel::OperationLogModel(QObject *parent)
    : DetailModel({{tr("When"), 20},
                   {tr("What"), 12},
                   {tr("State"), 11},
                   {tr("Where"), 11},
                   {tr("By"), 14, false, false, true},
                   {tr("Job"), 15, false, false, true}},
                  parent)
{
}

void OperationLogModel::setRows(const QList<TimelineLine> &rows, const LogReach &reach)
{
    replaceRows(m_rows, rows, lineKey, [&] { m_reach = reach; });
}

int OperationLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString OperationLogModel::cell(int row, int column) const
{
    const TimelineLine &line = m_rows.at(row);
    switch (column) {
    case When:
        return line.at.isValid() ? dateTimeText(line.at) : QString();
    case What:
        return operationText(line);
    case State:
        return lookOf(line).word;
    case Who:
        return authorOf(line);
    case Source:
        return sourceText(logSourceOf(line, m_reach));
    case Job:
        return jobOf(line);
    default:
        return {};
    }
}

std::optional<StateLook> OperationLogModel::look(int row, int column) const
{
    return column == State ? std::optional(lookOf(m_rows.at(row))) : std::nullopt;
}

QString OperationLogModel::explanation(int row, int column) const
{
    const TimelineLine &line = m_rows.at(row);
    switch (column) {
    case When:
        return line.at.isValid() ? dateTimeText(line.at) + u' ' + timeText(line.at) : QString();
    case State:
        return stateExplanation(line);
    case Source:
        return sourceExplanation(logSourceOf(line, m_reach));
    default:
        return cell(row, column);
    }
}

} // namespace clusterdeck
